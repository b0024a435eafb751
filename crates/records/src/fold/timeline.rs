//! The logs of all devices as one line of deeds.

use super::Deed;
use super::known::deed;
use crate::{Body, Record, RecordId, Stamp, Vault};
use guide::Guide;

/// One deed in its place.
pub(super) struct Line<'a> {
    /// When it happened, milliseconds, never later than now, and never before what its device wrote earlier.
    pub(super) when: i64,
    /// What the clock said.
    pub(super) at: Stamp,
    /// The record.
    pub(super) record: &'a Record,
    /// Not undone?
    pub(super) stands: bool,
    /// What was done.
    pub(super) deed: Deed,
}

/// All deeds in time order, and how many that count are not wholly known.
///
/// What one device wrote keeps its order, even if its clock was set back in between; what it wrote while its clock was
/// ahead counts as now, or a visit "of next year" would hide this year's answers.
pub(super) fn lines<'a>(guide: &Guide, vault: &'a Vault, now: Stamp) -> (Vec<Line<'a>>, usize) {
    let mut records: Vec<(i64, &Record)> = Vec::new();
    for log in vault.logs() {
        let mut latest = i64::MIN;
        for record in log {
            latest = latest.max(record.at.at_ms);
            records.push((latest.min(now.at_ms), record));
        }
    }
    sorted::by_key(&mut records, |(when, record)| (*when, record.device, record.number));
    let stands = not_undone(&records);
    let mut strangers = 0;
    let lines = records
        .into_iter()
        .zip(stands)
        .map(|((when, record), stands)| {
            let (deed, known) = deed(guide, &record.body);
            strangers += usize::from(stands && !known);
            Line { when, at: record.at, record, stands, deed }
        })
        .collect();
    (lines, strangers)
}

/// For each record, whether it counts: no record that itself counts undoes it. Records that undo one another in a ring
/// undo nothing else.
fn not_undone(records: &[(i64, &Record)]) -> Vec<bool> {
    let mut places: Vec<(RecordId, usize)> = records.iter().zip(0..).map(|((_, record), at)| (record.id, at)).collect();
    sorted::by_key(&mut places, |(id, _)| *id);
    let target = |at: usize| match &records[at].1.body {
        Body::Undone { record } => places.binary_search_by_key(record, |(id, _)| *id).ok().map(|found| places[found].1),
        _ => None,
    };
    let mut undoers = vec![0_usize; records.len()];
    (0..records.len()).filter_map(target).for_each(|at| undoers[at] += 1);
    let mut stands = vec![true; records.len()];
    // first those that nobody undoes, then those of which all undoers are settled
    let mut settled: Vec<usize> = (0..records.len()).filter(|at| undoers[*at] == 0).collect();
    while let Some(at) = settled.pop() {
        if let Some(undone) = target(at) {
            stands[undone] &= !stands[at];
            undoers[undone] -= 1;
            if undoers[undone] == 0 {
                settled.push(undone);
            }
        }
    }
    stands
}
