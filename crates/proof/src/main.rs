//! Measures belief against published cases, simulated people and peers, and fits its numbers. Never shipped.
//!
//! `cargo xtask` calls it; by hand: `cargo run --release -p proof -- help`.

mod accuracy;
mod cases;
mod clock;
mod docs;
mod fit;
mod guides;
mod nets;
mod next_tests;
mod peers;
mod people;
mod speed;
mod spread;
mod styles;
mod table;

use std::process::ExitCode;

/// Nothing, or what went wrong in words for the person at the keyboard.
type Outcome = Result<(), String>;

/// A command, what it is for, and what it does with the words behind it.
type Command = (&'static str, &'static str, fn(&[String]) -> Outcome);

const COMMANDS: &[Command] = &[
    ("cases", "belief and the gate on published people, beside baselines; --list, --guide DIR", cases::run),
    (
        "accuracy",
        "is belief right about simulated people? [--people N] [--part NAME] [--scenario NAME] [--seed N] [--json FILE]",
        accuracy::accuracy,
    ),
    ("nets", "writes the nets that solvers are compared on to a directory", nets::command),
    ("peers", "solves the committed nets and writes answers and times to a file", peers::command),
    ("speed", "times belief on the nets and holds it to its goals; [--json FILE]", speed::command),
    ("docs", "writes what was measured into docs/; [--accuracy FILE] [--target DIR] [--into DIR]", docs::run),
    ("fit", "finds the tied numbers; [--people N] [--rounds N] [--guide DIR] [--write DIR]", fit::run),
    (
        "crossed",
        "ranks each published case by numbers fitted without it; [--folds N] [--people N] [--rounds N] [--guide DIR]",
        fit::crossed::run,
    ),
    ("history", "what earlier visits add, on simulated people; [--people N] [--guide DIR]", accuracy::history::history),
];

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
