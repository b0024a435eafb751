//! Measures belief against published cases, simulated people and peers, and fits its numbers. Never shipped.
//!
//! `cargo xtask` calls it; by hand: `cargo run --release -p proof -- help`.

mod accuracy;
mod people;

use std::process::ExitCode;

/// Nothing, or what went wrong in words for the person at the keyboard.
type Outcome = Result<(), String>;

/// A command, what it is for, and what it does with the words behind it.
type Command = (&'static str, &'static str, fn(&[String]) -> Outcome);

const COMMANDS: &[Command] = &[(
    "accuracy",
    "is belief right about simulated people? [--people N] [--part NAME] [--scenario NAME] [--json FILE]",
    accuracy::accuracy,
)];

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let wanted = args.first().map_or("help", String::as_str);
    let outcome = match COMMANDS.iter().find(|(name, ..)| *name == wanted) {
        Some((_, _, run)) => run(&args[1..]),
        None => Err(help(wanted)),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn help(wanted: &str) -> String {
    let lines = COMMANDS.iter().map(|(name, about, _)| format!("  {name:<10} {about}\n"));
    format!("proof has no command `{wanted}`; it has:\n{}", lines.collect::<String>())
}
