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
mod records;
mod serve;
mod site;
mod support;
mod usage;
