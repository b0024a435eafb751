//! The current visit and those before it.

use super::timeline::Line;
use super::{Deed, standing};
use crate::{Stamp, What};
use case::{Release, Visit};

/// Releases count so long towards what is active now, also those of the visit before: pain that persists after a good
/// release says something. After two weeks the plan begins anew.
pub const RELEASES_COUNT_MS: i64 = 14 * 86_400_000;

/// Where the current visit begins.
pub(super) fn current(lines: &[Line<'_>]) -> usize {
    lines.iter().rposition(|line| line.stands && line.deed == Deed::Visit).unwrap_or(0)
}

/// What was told in one visit. The last drawing holds, and the last about each spot, question and control place.
pub(super) fn visit(lines: &[Line<'_>]) -> Visit {
    let mut visit = Visit::default();
    for line in standing(lines) {
        match &line.deed {
            Deed::Answer(new) => {
                keep_last(&mut visit.answers, *new, |a, b| (a.question, a.side) == (b.question, b.side));
            }
            Deed::Control(new) => keep_last(&mut visit.controls, *new, |a, b| a.place == b.place),
            Deed::Shown(What::Pressed(new)) => {
                keep_last(&mut visit.presses, *new, |a, b| (a.source, a.side) == (b.source, b.side));
            }
            Deed::Shown(What::Released(release)) => visit.releases.push(*release),
            Deed::Shown(What::Drawn { by, places }) => {
                visit.pain_by = *by;
                visit.pain.clone_from(places);
            }
            _ => {}
        }
    }
    visit
}

/// The visits before the current one in which something was drawn, oldest first.
pub(super) fn earlier(lines: &[Line<'_>]) -> Vec<Visit> {
    let begins = |line: &Line<'_>| line.stands && line.deed == Deed::Visit;
    let mut visits = Vec::new();
    let mut rest = lines;
    while !rest.is_empty() {
        let end = rest.iter().skip(1).position(begins).map_or(rest.len(), |at| at + 1);
        visits.push(visit(&rest[..end]));
        rest = &rest[end..];
    }
    visits.retain(|visit| !visit.pain.is_empty());
    visits
}

/// Releases that still count, of any visit, in time order.
pub(super) fn late_releases(lines: &[Line<'_>], now: Stamp) -> Vec<Release> {
    let late = |line: &&Line<'_>| now.at_ms.saturating_sub(line.when) <= RELEASES_COUNT_MS;
    standing(lines)
        .filter(late)
        .filter_map(|line| match &line.deed {
            Deed::Shown(What::Released(release)) => Some(*release),
            _ => None,
        })
        .collect()
}

fn keep_last<T>(list: &mut Vec<T>, new: T, same: impl Fn(&T, &T) -> bool) {
    list.retain(|old| !same(old, &new));
    list.push(new);
}
