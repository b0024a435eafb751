//! A store as its callers use it: kept, asked for, copied, damaged, restored, erased; and killed at any moment.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod backups;
mod board;
mod broken;
mod erasing;
mod kill;
mod records;
mod support;
