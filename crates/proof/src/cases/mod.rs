//! `proof cases`: belief and the gate on published people, beside plain baselines.

pub(crate) mod baselines;
pub(crate) mod gate;
pub(crate) mod interval;
pub(crate) mod person;
pub(crate) mod read;
mod regions;
pub(crate) mod report;
pub(crate) mod score;

use crate::Outcome;
use std::io::Write as _;

/// Prints the figures; `--list` adds every case, `--guide DIR` measures another guide.
///
/// # Errors
/// A word it does not know, a guide that cannot be read, or cases that do not fit it.
pub(crate) fn run(args: &[String]) -> Outcome {
    let (guide, rest) = crate::guides::chosen(args)?;
    let list = match rest.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [] => false,
        ["--list"] => true,
        [other, ..] => return Err(format!("cases does not know `{other}`; it knows --list and --guide DIR")),
    };
    let cases = read::all()?;
    let mut text = report::figures(&guide, &cases)?;
    if list {
        text += &report::list(&guide, &cases)?;
    }
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}
