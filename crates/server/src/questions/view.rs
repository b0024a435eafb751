//! From what the store keeps to what the board shows.

use board::Entry;
use store::{Shown, Spot};

pub(crate) fn entry(shown: Shown) -> Entry {
    let Shown { id, topic, name, text, answer, answered_ms, changed_ms } = shown;
    Entry { id, topic, name, text, answer, answered_ms, changed_ms }
}

/// A spot in an address.
pub(crate) fn written(spot: Spot) -> String {
    format!("{}-{}", spot.answered_ms, spot.id)
}

pub(crate) fn spot(written: &str) -> Option<Spot> {
    let (answered_ms, id) = written.split_once('-')?;
    Some(Spot { answered_ms: answered_ms.parse().ok()?, id: id.parse().ok()? })
}
