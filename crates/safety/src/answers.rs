//! What is known of an ask: told, or known from a fact.

use crate::caps::{self, MIN_AGE};
use case::{Case, Reply};
use guide::shape::{KnownFrom, Weight};
use guide::{AskIx, Guide};

/// The answer that counts. A known fact answers by itself; a yes wins over it, and over every other answer to the same
/// ask. `None`: not asked yet, or a hard ask answered "unknown". A `combine` ask answered "unknown" counts as no.
pub(crate) fn answer(guide: &Guide, case: &Case, ask: AskIx) -> Option<bool> {
    if known(guide, case, ask) == Some(true) || told(case, ask, Reply::Yes) {
        return Some(true);
    }
    let unknown_is_no = !is_hard(guide, ask) && told(case, ask, Reply::Unknown);
    let no = known(guide, case, ask) == Some(false) || told(case, ask, Reply::No) || unknown_is_no;
    no.then_some(false)
}

/// Does one yes close?
pub(crate) fn is_hard(guide: &Guide, ask: AskIx) -> bool {
    let ask = guide.ask(ask);
    ask.weight == Weight::Hard || caps::floor(&ask.id).is_some()
}

/// What a fact about the person says to this ask.
pub(crate) fn known(guide: &Guide, case: &Case, ask: AskIx) -> Option<bool> {
    let age = case.person.age?;
    match guide.ask(ask).known_from? {
        KnownFrom::AgeOver70 => Some(age > 70),
        KnownFrom::AgeUnder18 => Some(age < MIN_AGE),
    }
}

fn told(case: &Case, ask: AskIx, reply: Reply) -> bool {
    case.gate.contains(&(ask, reply))
}
