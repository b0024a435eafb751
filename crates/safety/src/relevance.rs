//! Which asks matter to this person, so that the gate stays short.

use crate::answers::known;
use crate::caps::{self, ALWAYS_ASKED};
use case::{Case, Pain, Side};
use guide::shape::{Area, Relevance, Urgency};
use guide::{AskIx, Guide};
use std::cmp::Reverse;

/// The asks that matter for this person and place, answered or not, most urgent first, then in the table's order.
/// Those that a known fact answers (age) are left out: nobody need be asked.
pub fn relevant(guide: &Guide, case: &Case) -> Vec<AskIx> {
    let asks = (0..guide.asks.len()).map(|at| AskIx(at as u16));
    let mut asks: Vec<AskIx> =
        asks.filter(|ask| known(guide, case, *ask).is_none() && matters(guide, case, *ask)).collect();
    sorted::by_key(&mut asks, |ask| (Reverse(urgency_of(guide, *ask)), *ask));
    asks
}

/// The same asks as screens: one for each urgency, most urgent first; at most three, none empty.
pub fn by_urgency(guide: &Guide, asks: &[AskIx]) -> Vec<(Urgency, Vec<AskIx>)> {
    [Urgency::Emergency, Urgency::Today, Urgency::Soon]
        .into_iter()
        .map(|urgency| (urgency, asks.iter().copied().filter(|ask| urgency_of(guide, *ask) == urgency).collect()))
        .filter(|(_, asks): &(Urgency, Vec<AskIx>)| !asks.is_empty())
        .collect()
}

/// How fast to get help after a yes that closes: the ask's own urgency or its flag's, never below the cap.
pub fn urgency_of(guide: &Guide, ask: AskIx) -> Urgency {
    let own = guide.ask(ask).urgency.unwrap_or(guide.flag(guide.flag_of(ask)).urgency);
    caps::floor(&guide.ask(ask).id).map_or(own, |floor| own.max(floor))
}

/// Does this ask matter here? Every condition must hold; an unknown fact holds.
pub(crate) fn matters(guide: &Guide, case: &Case, ask: AskIx) -> bool {
    let ask = guide.ask(ask);
    let when = &ask.relevant;
    ALWAYS_ASKED.contains(&ask.id.as_str())
        || (place(guide, case, when)
            && (!when.both_legs || both_legs(guide, case))
            && case.person.age.is_none_or(|age| age_fits(age, when))
            && case.person.sex.is_none_or(|sex| when.sex.is_none_or(|only| only == sex))
            && case.onset_days.is_none_or(|days| onset_fits(days, when))
            && (!when.after_session || after_session(case)))
}

/// `age_from` above `age_to` leaves out the ages between them.
fn age_fits(age: u8, when: &Relevance) -> bool {
    match (when.age_from, when.age_to) {
        (Some(from), Some(to)) if from > to => age >= from || age <= to,
        (from, to) => from.is_none_or(|from| age >= from) && to.is_none_or(|to| age <= to),
    }
}

fn onset_fits(days: u32, when: &Relevance) -> bool {
    when.onset_from_days.is_none_or(|from| days >= from) && when.onset_to_days.is_none_or(|to| days <= to)
}

/// Places that hurt; what was said not to hurt is no place.
fn hurting(case: &Case) -> impl Iterator<Item = &Pain> {
    case.pain.iter().filter(|pain| pain.intensity != Some(0.0) && pain.share != Some(0.0))
}

/// A case without any place could hurt anywhere.
fn place(guide: &Guide, case: &Case, when: &Relevance) -> bool {
    let anywhere = when.areas.is_empty() && when.zones.is_empty();
    let named = |pain: &Pain| {
        let zone = guide.zone(pain.zone);
        when.areas.contains(&zone.area) || when.zones.contains(&zone.id)
    };
    anywhere || hurting(case).next().is_none() || hurting(case).any(named)
}

/// Thigh or below, left and right.
fn both_legs(guide: &Guide, case: &Case) -> bool {
    let leg = |side: Side| {
        let in_leg = |area| matches!(area, Area::Thigh | Area::Knee | Area::LowerLeg | Area::Foot);
        hurting(case).any(|pain| pain.side == side && in_leg(guide.zone(pain.zone).area))
    };
    hurting(case).next().is_none() || (leg(Side::Left) && leg(Side::Right))
}

/// Something was released before. A finding press alone, at 2 to 3 of 10, is no session: it must not make the gate
/// incomplete halfway through finding the spot.
fn after_session(case: &Case) -> bool {
    !case.releases.is_empty()
}
