//! Unknot on the command line.
//!
//! Reads a case, hands it to `coach::consult`, and writes what comes back as JSON (contract v1, [`wire`]) or as a page to
//! read ([`term`], with the sentences of `words`). No health detail is ever logged.

mod args;
mod case_json;
mod commands;
mod failure;
mod input;
mod lines;
mod term;
mod wire;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Ends by itself with a message and exit code 2 if what was typed makes no sense.
    let cli = args::Cli::parse();
    match commands::run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) if failure.is_closed_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            let message = failure.to_string();
            if !message.is_empty() {
                eprintln!("error: {message}");
            }
            failure.exit_code()
        }
    }
}
