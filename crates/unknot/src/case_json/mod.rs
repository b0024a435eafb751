//! Reads a case: contract v1, JSON to [`Case`], every id against a guide.
//!
//! Strict: a word we do not know is an error, never skipped, for a slip in the name of an ask could leave the gate open.

mod bad;
mod findings;
mod json;
mod lookup;
mod person;
mod places;
mod visits;

pub(crate) use bad::BadCase;

use bad::Bad;
use case::{Case, PainBy};
use guide::Guide;
use json::Value;

/// A case may be at most this large, bytes.
pub(crate) const LARGEST_CASE: usize = 1_000_000;

const KEYS: [&str; 12] = [
    "person",
    "onset_days",
    "pain_by",
    "gate",
    "cautions",
    "clinician",
    "pain",
    "answers",
    "presses",
    "releases",
    "earlier",
    "learn",
];
const PAIN_BY: [(PainBy, &str); 2] = [(PainBy::Drawing, "drawing"), (PainBy::Words, "words")];
/// About 120 years.
const LONGEST_ONSET_DAYS: u32 = 43_830;

/// Reads one case. `first_line` is the line of its file on which `bytes` begins, from 1.
///
/// # Errors
/// The first thing that is wrong with it.
pub(crate) fn read(bytes: &[u8], first_line: usize, guide: &Guide) -> Result<Case, BadCase> {
    if bytes.len() > LARGEST_CASE {
        return Err(too_large(first_line));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => case(text, guide).map_err(|bad| bad.located(text, first_line)),
        Err(error) => {
            let valid = std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default();
            let bad = Bad::new(valid.len(), "this is no text in UTF-8", "a case is a text file; save it as UTF-8");
            Err(bad.located(valid, first_line))
        }
    }
}

/// A case that is larger than [`LARGEST_CASE`].
pub(crate) fn too_large(line: usize) -> BadCase {
    BadCase {
        line,
        column: 1,
        message: format!("a case may be at most {} MB", LARGEST_CASE / 1_000_000),
        hint: "is this the right file? One case a file; many cases, one a line: `assess --jsonl`".to_owned(),
    }
}

fn case(text: &str, guide: &Guide) -> Result<Case, Bad> {
    if text.starts_with('\u{feff}') {
        return Err(Bad::new(0, "it begins with a byte order mark", "save it as UTF-8 without BOM"));
    }
    let case = Value::parse(text)?.object("the case", &KEYS)?;
    let pain = case.need("pain", "say where it hurts: \"pain\": [{\"zone\": \"…\", \"side\": \"…\"}]")?;
    let mut out = Case { pain: places::pain(pain, guide)?, ..Case::default() };
    if let Some(person) = case.get("person") {
        out.person = person::person(person)?;
    }
    if let Some(days) = case.get("onset_days") {
        out.onset_days = Some(days.whole("onset_days", 0..=LONGEST_ONSET_DAYS)?);
    }
    if let Some(by) = case.get("pain_by") {
        out.pain_by = by.choice("pain_by", &PAIN_BY)?;
    }
    if let Some(gate) = case.get("gate") {
        out.gate = person::gate(gate, guide)?;
    }
    if let Some(cautions) = case.get("cautions") {
        out.cautions = person::cautions(cautions, guide)?;
    }
    if let Some(clinician) = case.get("clinician") {
        out.clinician = person::clinician(clinician, guide)?;
    }
    if let Some(answers) = case.get("answers") {
        out.answers = findings::answers(answers, guide)?;
    }
    if let Some(presses) = case.get("presses") {
        (out.presses, out.controls) = findings::presses(presses, guide)?;
    }
    if let Some(releases) = case.get("releases") {
        out.releases = findings::releases(releases, guide)?;
    }
    if let Some(earlier) = case.get("earlier") {
        out.earlier = visits::earlier(earlier, guide)?;
    }
    if let Some(learn) = case.get("learn") {
        out.learn = learn.flag("learn")?;
    }
    Ok(out)
}
