//! What each command does.

mod assess;
mod guide;
mod plan;

use crate::args::{Cli, Command};
use crate::failure::Failure;
use clap::CommandFactory;
use std::io::{self, Write};

/// Does what was asked.
///
/// # Errors
/// What went wrong; the exit code follows from it.
pub(crate) fn run(cli: &Cli) -> Result<(), Failure> {
    let dir = cli.guide.as_deref();
    match &cli.command {
        None => print(&Cli::command().render_long_help().to_string()),
        Some(Command::Assess(args)) if args.jsonl => assess::lines(args, dir),
        Some(Command::Assess(args)) => assess::one(args, dir),
        Some(Command::Plan(args)) => plan::plan(args, dir),
        Some(Command::Guide(command)) => guide::guide(command, dir),
    }
}

/// Writes an answer that is complete: bad input never half-writes.
fn print(answer: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(answer.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// JSON to read, on several lines.
fn json(answer: &impl serde::Serialize) -> Result<String, Failure> {
    Ok(serde_json::to_string_pretty(answer)? + "\n")
}
