//! Steps that say what they do and how long it took.

use crate::Outcome;
use crate::clock::timed;

/// One step.
pub(crate) struct Step {
    /// Its name on the command line.
    pub(crate) name: &'static str,
    /// What it does.
    pub(crate) about: &'static str,
    /// Does it.
    pub(crate) run: fn() -> Outcome,
}

/// Runs steps in order, up to the first that fails.
///
/// # Errors
/// Which step failed, why, and how to run it alone.
pub(crate) fn all<'s>(steps: impl IntoIterator<Item = &'s Step>) -> Outcome {
    let (mut done, mut total) = (0, 0.0);
    for step in steps {
        eprintln!("\n== {}: {}", step.name, step.about);
        let (outcome, took) = timed(step.run);
        eprintln!("== {}: {:.1} s", step.name, took.as_secs_f64());
        outcome.map_err(|message| {
            format!("step `{0}` failed: {message}\n  run it alone: cargo xtask test {0}", step.name)
        })?;
        done += 1;
        total += took.as_secs_f64();
    }
    eprintln!("\n{done} steps done in {total:.1} s");
    Ok(())
}
