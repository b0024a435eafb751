//! `cargo xtask bench` of what is right, not of what is fast: the proof room does it.

use crate::Outcome;
use crate::cargo::{cargo, succeed};

/// Builds the proof room for release and runs one of its commands.
///
/// # Errors
/// If it does not build or the command fails.
pub(crate) fn proof(command: &str, rest: &[&str]) -> Outcome {
    let run = ["run", "--release", "--locked", "--quiet", "--package", "proof", "--", command];
    succeed(&mut cargo(&[&run[..], rest].concat()))
}
