//! The journal.

use super::timeline::Line;
use super::{Deed, standing};
use crate::{Day, Entry, What};

/// Days on which something happened, oldest first.
pub(super) fn days(lines: &[Line<'_>]) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    // from the end: of the drawings of a visit, one for each stroke, only the last is shown, and it not if it is empty
    let mut drawn = false;
    for line in standing(lines).rev() {
        match &line.deed {
            Deed::Visit => drawn = false,
            Deed::Shown(What::Drawn { places, .. }) if std::mem::replace(&mut drawn, true) || places.is_empty() => {}
            Deed::Shown(what) => {
                let entry = Entry { at: line.at, record: line.record.id, what: what.clone() };
                let day = line.at.day();
                let at = days.partition_point(|known| known.day < day);
                if days.get(at).is_none_or(|known| known.day != day) {
                    days.insert(at, Day { day, entries: Vec::new() });
                }
                days[at].entries.push(entry);
            }
            _ => {}
        }
    }
    days.iter_mut().for_each(|day| day.entries.reverse());
    days
}
