//! Comfort advice: for every result, muscle or not.

use crate::plan::{Comfort, ComfortWhy};
use belief::{Likely, Ranked};
use guide::{Guide, Id};
use safety::{Gate, State};

/// At most so many pieces of advice: one position and one thing to stop is what one can do.
pub const COMFORT_CAP: usize = 2;
/// Advice for anyone with such pain.
const ANYONE: &str = "anyone";
/// Advice while the gate is closed.
const CLOSED: &str = "closed";

/// Never empty: from what leads, else for anyone; one of its own when the gate is closed.
pub(crate) fn comfort(guide: &Guide, gate: &Gate, ranked: &[Ranked]) -> Vec<Comfort> {
    if gate.state == State::Closed {
        return vec![Comfort { id: Id::from(CLOSED), why: ComfortWhy::Closed }];
    }
    let mut advice: Vec<Comfort> = Vec::new();
    for leading in ranked.iter().filter(|r| r.word == Likely::Leading) {
        let id = &guide.source(leading.source).comfort;
        if advice.len() < COMFORT_CAP && advice.iter().all(|a| a.id != *id) {
            advice.push(Comfort { id: id.clone(), why: ComfortWhy::Fits(leading.source, leading.side) });
        }
    }
    if advice.is_empty() {
        advice.push(Comfort { id: Id::from(ANYONE), why: ComfortWhy::Anyone });
    }
    advice
}
