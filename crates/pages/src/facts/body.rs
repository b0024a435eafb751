//! Bones that the hand finds, and places to keep away from.

use super::{Facts, marked};
use crate::{Block, Inline, Row};

pub(super) fn landmarks(facts: &Facts<'_>) -> Vec<Block> {
    let rows = facts.guide.landmarks.iter().map(|landmark| {
        let text = |field| facts.text("landmarks", &landmark.id, field);
        let words = format!("{} {}: {}", text("find"), facts.labels.covered, text("covered"));
        let latin = Inline::Stress(format!(" {} {}.", facts.labels.in_books, landmark.latin));
        Row {
            id: Some(landmark.id.as_str().replace('_', "-")),
            label: text("name").to_owned(),
            text: vec![Inline::text(words), latin],
            figure: None,
        }
    });
    vec![Block::Rows(rows.collect())]
}

pub(super) fn no_go(facts: &Facts<'_>) -> Vec<Block> {
    let rows = facts.guide.no_go.iter().map(|place| {
        let text = |field| facts.text("no_go", &place.id, field);
        let words = format!("{} {} {}", text("location"), text("reason"), text("rule"));
        Row {
            id: Some(format!("no-go-{}", place.id)),
            label: text("name").to_owned(),
            text: marked(&words, &place.references, place.confidence),
            figure: None,
        }
    });
    vec![Block::Rows(rows.collect())]
}
