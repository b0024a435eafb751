//! `cargo xtask bench`: how fast the release build is, as a person at the keyboard feels it: whole processes.

use crate::cargo::{built, output};
use crate::clock::timed;
use crate::{Outcome, cases};
use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// A promise of the design, and what it is measured by.
struct Figure {
    what: &'static str,
    /// Promised, milliseconds.
    promised_ms: f64,
    args: &'static [&'static str],
    /// Cases on standard input.
    cases: usize,
    /// The best of so many runs counts: the machine may be busy, the program is not to blame for that.
    runs: usize,
}

const PLAN: &[&str] = &["plan", "-", "--minutes", "20", "--tools", "hand,tennis_ball", "--surfaces", "wall,bed"];
const FIGURES: &[Figure] = &[
    Figure { what: "start and say the version", promised_ms: 10.0, args: &["--version"], cases: 0, runs: 20 },
    Figure { what: "one case, whole process", promised_ms: 50.0, args: &["assess", "-", "--json"], cases: 1, runs: 20 },
    Figure {
        what: "1,000 cases, one a line",
        promised_ms: 4000.0,
        args: &["assess", "--jsonl", "-"],
        cases: 1000,
        runs: 3,
    },
];

/// Prints the figures.
///
/// # Errors
/// If Unknot does not build or does not answer.
pub(crate) fn bench() -> Outcome {
    let unknot = built()?;
    let guide = exported(&unknot)?;
    for figure in FIGURES {
        show(figure, measure(&unknot, &guide, figure)?);
    }
    let plan = Figure { what: "one plan, whole process", promised_ms: 50.0, args: PLAN, cases: 1, runs: 20 };
    show(&plan, measure(&unknot, &guide, &plan)?);
    Ok(())
}

/// Prints the figures and compares them with what is promised. Twice as long is let pass: a busy machine is no fault.
///
/// # Errors
/// A figure that takes more than twice as long as promised.
pub(crate) fn check() -> Outcome {
    let unknot = built()?;
    let guide = exported(&unknot)?;
    for figure in FIGURES {
        let took_ms = measure(&unknot, &guide, figure)?;
        show(figure, took_ms);
        if took_ms > 2.0 * figure.promised_ms {
            return Err(format!("{}: {took_ms:.0} ms, promised are {} ms", figure.what, figure.promised_ms));
        }
    }
    Ok(())
}

fn show(figure: &Figure, took_ms: f64) {
    eprintln!("{:<28} {took_ms:>8.1} ms  (promised {} ms)", figure.what, figure.promised_ms);
}

/// The best time of all runs, milliseconds.
fn measure(unknot: &Path, guide: &Value, figure: &Figure) -> Result<f64, String> {
    let input = cases::lines(guide, figure.cases);
    let mut best = f64::INFINITY;
    for _ in 0..figure.runs {
        let (answer, took) = timed(|| answered(unknot, figure.args, &input));
        answer?;
        best = best.min(took.as_secs_f64() * 1000.0);
    }
    Ok(best)
}

/// Runs Unknot on an input and drops its answer. A plan may ask for the gate first (exit code 2); that is an answer too.
fn answered(unknot: &Path, args: &[&str], input: &str) -> Outcome {
    let mut command = Command::new(unknot);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let line = format!("unknot {}", args.join(" "));
    let mut child = command.spawn().map_err(|error| format!("cannot start `{line}`: {error}"))?;
    if let Some(mut stdin) = child.stdin.take() {
        // A program that reads nothing may be gone already.
        let _ = stdin.write_all(input.as_bytes());
    }
    let status = child.wait().map_err(|error| format!("`{line}`: {error}"))?;
    let planned = args.first() == Some(&"plan") && status.code() == Some(2);
    (status.success() || planned).then_some(()).ok_or_else(|| format!("`{line}` failed ({status})"))
}

fn exported(unknot: &Path) -> Result<Value, String> {
    let export = output(Command::new(unknot).args(["guide", "export"]).stdin(Stdio::null()))?;
    serde_json::from_slice(&export).map_err(|error| format!("`unknot guide export` gave no JSON: {error}"))
}
