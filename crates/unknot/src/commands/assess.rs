//! `assess`.

use super::{json, print};
use crate::args::Assess;
use crate::case_json::{self, BadCase};
use crate::failure::Failure;
use crate::lines::{self, Line};
use crate::wire::{Assessment, Trouble};
use crate::{input, term};
use belief::Weights;
use guide::Guide;
use std::io::{BufWriter, stdout};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use words::{Detail, Speaker};

/// One case in, one assessment out.
pub(super) fn one(args: &Assess, dir: Option<&Path>) -> Result<(), Failure> {
    let bytes = input::case(&args.file)?;
    let guide = input::guide(dir)?;
    let bad = |bad| Failure::Case { file: input::name(&args.file), bad };
    let case = case_json::read(&bytes, 1, &guide).map_err(bad)?;
    let weights = Weights::of(&guide);
    let consultation = coach::consult(&guide, &weights, &case, None).map_err(|error| bad(impossible(1, &error)))?;
    let speaker = Speaker::new(&guide, &case);
    if args.json {
        return print(&json(&Assessment::of(&guide, &consultation, &speaker))?);
    }
    let detail = if args.details { Detail::Numbers } else { Detail::Words };
    print(&term::page(&speaker.assessment(&consultation, detail), term::Look::of_stdout()))
}

/// One case a line in, one assessment a line out, in order.
pub(super) fn lines(args: &Assess, dir: Option<&Path>) -> Result<(), Failure> {
    let input = input::open(&args.file)?;
    let guide = input::guide(dir)?;
    let weights = Weights::of(&guide);
    let any_bad = AtomicBool::new(false);
    lines::each(input, &mut BufWriter::new(stdout().lock()), |number, line| {
        line_answer(&guide, &weights, number, line).unwrap_or_else(|bad| {
            any_bad.store(true, Ordering::Relaxed);
            // An error object is plain text and numbers, which always make JSON.
            serde_json::to_string(&Trouble::of(&bad)).unwrap_or_default()
        })
    })?;
    if any_bad.into_inner() { Err(Failure::Told) } else { Ok(()) }
}

fn line_answer(guide: &Guide, weights: &Weights, number: usize, line: Line) -> Result<String, BadCase> {
    let Line::Text(bytes) = line else { return Err(case_json::too_large(number)) };
    let case = case_json::read(&bytes, number, guide)?;
    let consultation = coach::consult(guide, weights, &case, None).map_err(|error| impossible(number, &error))?;
    let answer = Assessment::of(guide, &consultation, &Speaker::new(guide, &case));
    serde_json::to_string(&answer)
        .map_err(|error| whole(number, format!("cannot write the answer as JSON: {error}"), ""))
}

/// The findings contradict one another, so that no case could show them all.
pub(super) fn impossible(line: usize, error: &belief::Impossible) -> BadCase {
    whole(line, error.to_string(), "take back the finding that cannot be true beside the others")
}

fn whole(line: usize, message: String, hint: &str) -> BadCase {
    BadCase { line, column: 1, message, hint: hint.to_owned() }
}
