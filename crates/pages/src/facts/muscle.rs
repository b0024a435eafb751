//! One muscle: where it lies, its trigger points, where they are felt, what feeds and what eases them.

use super::felt::Often;
use super::{Facts, Wrong, heading, mark, marked, row};
use crate::{Block, Inline, Row};
use guide::shape::{Muscle, Source};
use std::collections::BTreeSet;

/// What a fact about a muscle makes, if there is such a muscle.
pub(super) fn of(
    facts: &Facts<'_>,
    id: &str,
    make: impl Fn(&Facts<'_>, &Muscle) -> Vec<Block>,
) -> Result<Vec<Block>, Wrong> {
    named(facts, id).map(|muscle| make(facts, muscle))
}

/// A muscle by its id.
pub(super) fn named<'g>(facts: &Facts<'g>, id: &str) -> Result<&'g Muscle, Wrong> {
    facts.guide.muscle(id).ok_or_else(|| {
        let near = crate::place::mean(id, facts.guide.muscles.iter().map(|muscle| muscle.id.as_str()));
        Wrong::new(format!("muscle {id:?} does not exist"), near)
    })
}

/// The sources that lie in a muscle, with their places in the guide.
pub(super) fn sources<'f>(facts: &'f Facts<'_>, muscle: &'f Muscle) -> impl Iterator<Item = (usize, &'f Source)> {
    facts.guide.sources.iter().enumerate().filter(|(_, source)| source.muscle.as_ref() == Some(&muscle.id))
}

/// Where it lies, how deep, how its fibres run, what it does.
pub(super) fn muscle(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    let l = facts.labels;
    let said = |field| facts.said("muscles", &muscle.id, field, &muscle.references, muscle.confidence);
    let layer = l.layers.get(usize::from(muscle.layer).saturating_sub(1)).copied().unwrap_or_default();
    vec![Block::Rows(vec![
        row(l.lies, said("location")),
        row(l.layer, marked(layer, &muscle.references, muscle.confidence)),
        row(l.fibres, said("fibres")),
        row(l.job, said("job")),
        row(l.latin, vec![Inline::text(muscle.latin.as_str())]),
    ])]
}

/// Each trigger point: where, how deep, what people say.
pub(super) fn points(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    sources(facts, muscle).flat_map(|(_, source)| point(facts, source)).collect()
}

fn point(facts: &Facts<'_>, source: &Source) -> [Block; 2] {
    let l = facts.labels;
    let text = |field| facts.text("sources", &source.id, field);
    let claim = |id: &str| source.claims.iter().find(|claim| claim.id == *id);
    let with = |words: String, id: &str| match claim(id) {
        Some(claim) => marked(&words, &claim.references, claim.confidence),
        None => vec![Inline::text(words)],
    };
    let rows = vec![
        row(l.lies, with(format!("{} {}", text("location"), text("depth")), "place")),
        row(l.complaint, with(text("complaint").to_owned(), "complaint")),
    ];
    [heading(3, source.id.as_str(), facts.source_name(source)), Block::Rows(rows)]
}

/// Where each of its points is felt: drawn, and as a list.
pub(super) fn pattern(facts: &Facts<'_>, muscle: &Muscle) -> Result<Vec<Block>, Wrong> {
    let l = facts.labels;
    let mut blocks = Vec::new();
    for (at, source) in sources(facts, muscle) {
        blocks.push(heading(3, format!("felt-{}", source.id), facts.source_name(source)));
        blocks.push(Block::Pattern(super::drawing::pattern(facts, source, facts.felt[at].drawings > 0)?));
        blocks.push(Block::Rows(felt_rows(facts, at, source)));
        blocks.push(Block::Text(vec![Inline::text((l.counted)(facts.felt[at].drawings))]));
    }
    Ok(blocks)
}

/// Main places, others, and seldom ones, with the references of the words that name them.
pub(super) fn felt_rows(facts: &Facts<'_>, at: usize, source: &Source) -> Vec<Row> {
    let l = facts.labels;
    let mut rows = Vec::new();
    for (often, label) in [(Often::Main, l.felt_most), (Often::Also, l.felt_also), (Often::Seldom, l.felt_seldom)] {
        let mut text = Vec::new();
        for zone in facts.felt[at].zones(often) {
            let zone = facts.guide.zone(zone);
            let name = facts.text("zones", &zone.id, "name");
            text.push(Inline::text(if text.is_empty() { name.to_owned() } else { format!("; {name}") }));
            if let Some(told) = source.referral.iter().find(|told| told.zone == zone.id) {
                text.push(mark(&told.references, told.confidence));
            }
        }
        if !text.is_empty() {
            rows.push(row(label, text));
        }
    }
    rows
}

/// What its points have in common of one kind of claim, each text once.
pub(super) fn claims(facts: &Facts<'_>, muscle: &Muscle, kinds: &[&str]) -> Vec<Block> {
    let items = told(facts, muscle, kinds).map(|(_, line)| line).collect();
    vec![Block::List { ordered: false, items }]
}

/// The same, each with how sure it is.
pub(super) fn sure(facts: &Facts<'_>, muscle: &Muscle, kinds: &[&str]) -> Vec<Block> {
    let items = told(facts, muscle, kinds).map(|(confidence, mut line)| {
        line.push(Inline::Stress(format!(" {}", (facts.labels.sure)(confidence))));
        line
    });
    vec![Block::List { ordered: false, items: items.collect() }]
}

fn told<'f>(
    facts: &'f Facts<'_>,
    muscle: &'f Muscle,
    kinds: &'f [&str],
) -> impl Iterator<Item = (guide::shape::Confidence, Vec<Inline>)> {
    let mut seen = BTreeSet::new();
    let mut all = Vec::new();
    for kind in kinds {
        for (_, source) in sources(facts, muscle) {
            for claim in source.claims.iter().filter(|claim| claim.id.starts_with(kind)) {
                let text = claim_text(facts, source, &claim.id);
                if seen.insert(text) {
                    all.push((claim.confidence, marked(text, &claim.references, claim.confidence)));
                }
            }
        }
    }
    all.into_iter()
}

/// The text of a source's claim.
pub(super) fn claim_text<'f>(facts: &'f Facts<'_>, source: &Source, claim: &str) -> &'f str {
    match facts.guide.texts.entry("sources", &source.id).and_then(|entry| entry.get("claims")) {
        Some(guide::Words::Keyed(texts)) => texts.get(claim).map_or("", String::as_str),
        _ => "",
    }
}

/// How to lie, and what to stop.
pub(super) fn comfort(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    let mut ids: Vec<&str> = sources(facts, muscle).map(|(_, source)| source.comfort.as_str()).collect();
    ids.dedup();
    ids.into_iter().map(|id| Block::Rows(comfort_rows(facts, id))).collect()
}

/// One piece of comfort advice.
pub(super) fn comfort_rows(facts: &Facts<'_>, id: &str) -> Vec<Row> {
    let l = facts.labels;
    let Some(comfort) = facts.guide.comforts.iter().find(|comfort| comfort.id == *id) else { return Vec::new() };
    let rows = [("position", l.position), ("stop", l.stop_doing), ("note", l.besides), ("see", l.see)];
    let rows = rows.into_iter().filter(|(field, _)| !facts.text("comfort", id, field).is_empty());
    let said = |field| facts.said("comfort", id, field, &comfort.references, comfort.confidence);
    let shown = |field, row| {
        if field == "position" { facts.pictured(&format!("comfort.{id}"), row) } else { row }
    };
    rows.map(|(field, label)| shown(field, row(label, said(field)))).collect()
}
