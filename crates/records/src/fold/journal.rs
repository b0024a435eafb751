//! The journal.

use super::timeline::Line;
use super::{Deed, standing};
use crate::{Day, Entry, What};
use std::collections::BTreeMap;

/// Days on which something happened, oldest first.
pub(super) fn days(lines: &[Line<'_>]) -> Vec<Day> {
    let mut days: BTreeMap<i64, Vec<Entry>> = BTreeMap::new();
    // from the end: of the drawings of a visit, one for each stroke, only the last is shown, and it not if it is empty
    let mut drawn = false;
    for line in standing(lines).rev() {
        match &line.deed {
            Deed::Visit => drawn = false,
            Deed::Shown(What::Drawn { places, .. }) if std::mem::replace(&mut drawn, true) || places.is_empty() => {}
            Deed::Shown(what) => {
                let entry = Entry { at: line.at, record: line.record.id, what: what.clone() };
                days.entry(line.at.day()).or_default().push(entry);
            }
            _ => {}
        }
    }
    days.into_iter()
        .map(|(day, mut entries)| {
            entries.reverse();
            Day { day, entries }
        })
        .collect()
}
