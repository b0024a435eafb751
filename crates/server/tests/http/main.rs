//! The server over a real connection: each address, each way to be refused.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod access;
mod app;
mod board;
mod board_mail;
mod board_speed;
mod records;
mod refused;
#[path = "../../../mail/tests/smtp/server.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod smtp;
mod support;
