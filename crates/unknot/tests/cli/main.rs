//! The program as people and programs use it: the real binary, from arguments and files to output and exit code.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod assess;
mod bad_cases;
mod earlier;
mod examples;
mod guide_dir;
mod jsonl;
mod learn;
mod limits;
mod plan;
mod questions;
mod records;
mod serve;
mod site;
#[path = "../../../mail/tests/smtp/server.rs"]
#[expect(dead_code, reason = "other tests use the rest")]
mod smtp;
mod support;
mod usage;
