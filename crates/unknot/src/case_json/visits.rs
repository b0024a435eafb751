//! Earlier visits.

use super::bad::Bad;
use super::json::Value;
use super::{PAIN_BY, findings, places};
use case::Visit;
use guide::Guide;

const KEYS: [&str; 5] = ["pain_by", "pain", "answers", "presses", "releases"];
/// More visits than are looked at, so that a program may send what it has.
const MOST_VISITS: usize = 50;

/// Earlier visits, oldest first, each told as a case is.
pub(super) fn earlier(value: Value<'_>, guide: &Guide) -> Result<Vec<Visit>, Bad> {
    findings::rows(value, "earlier", MOST_VISITS)?.into_iter().map(|row| visit(row, guide)).collect()
}

fn visit(row: Value<'_>, guide: &Guide) -> Result<Visit, Bad> {
    let row = row.object("a row of `earlier`", &KEYS)?;
    let pain = row.need("pain", "each visit says where it hurt then")?;
    let mut visit = Visit { pain: places::pain(pain, guide)?, ..Visit::default() };
    if let Some(by) = row.get("pain_by") {
        visit.pain_by = by.choice("pain_by", &PAIN_BY)?;
    }
    if let Some(answers) = row.get("answers") {
        visit.answers = findings::answers(answers, guide)?;
    }
    if let Some(presses) = row.get("presses") {
        (visit.presses, visit.controls) = findings::presses(presses, guide)?;
    }
    if let Some(releases) = row.get("releases") {
        visit.releases = findings::releases(releases, guide)?;
    }
    Ok(visit)
}
