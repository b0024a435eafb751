//! What each command does.

mod assess;
mod backup;
mod guide;
mod learn;
mod place;
mod plan;
mod questions;
mod serve;
mod settings;
mod site;

use crate::args::{Cli, Command, Serve};
use crate::failure::Failure;
use std::io::{self, Write};

/// Does what was asked.
///
/// # Errors
/// What went wrong; the exit code follows from it.
pub(crate) fn run(cli: &Cli) -> Result<(), Failure> {
    let dir = cli.guide.as_deref();
    match &cli.command {
        None => serve::serve(&Serve::default(), dir),
        Some(Command::Assess(args)) if args.jsonl => assess::lines(args, dir),
        Some(Command::Assess(args)) => assess::one(args, dir),
        Some(Command::Plan(args)) => plan::plan(args, dir),
        Some(Command::Guide(command)) => guide::guide(command, dir),
        Some(Command::Learn(args)) => learn::learn(args, dir),
        Some(Command::Serve(args)) => serve::serve(args, dir),
        Some(Command::Questions(command)) => questions::questions(command, dir),
        Some(Command::Site(args)) => site::site(args, dir),
        Some(Command::Backup(args)) => backup::backup(args),
        Some(Command::Restore(args)) => backup::restore(args),
        Some(Command::Verify(args)) => backup::verify(args),
    }
}

/// Writes an answer that is complete: bad input never half-writes.
fn print(answer: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(answer.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// The app has the guide it was built with: another one would be ignored in silence.
fn own_guide(dir: Option<&std::path::Path>) -> Result<(), Failure> {
    match dir {
        Some(_) => Err(Failure::input("the app uses the guide it was built with", "leave out --guide")),
        None => Ok(()),
    }
}

/// JSON to read, on several lines.
fn json(answer: &impl serde::Serialize) -> Result<String, Failure> {
    Ok(serde_json::to_string_pretty(answer)? + "\n")
}
