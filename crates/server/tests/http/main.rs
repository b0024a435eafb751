//! The server over a real connection: each address, each way to be refused.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod access;
mod app;
mod records;
mod refused;
mod support;
