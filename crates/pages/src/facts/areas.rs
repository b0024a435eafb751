//! From a painful place to what may cause it, and from a muscle to what is felt in the same places.

use super::felt::{Often, level};
use super::{Facts, heading, muscle};
use crate::{Block, Inline, Row};
use guide::ZoneIx;
use guide::shape::{Area, Muscle, Source, Zone};

/// Look-alikes of a muscle that are named.
const NAMED: usize = 8;

/// Every place, area by area, with the sources that are felt there.
pub(super) fn areas(facts: &Facts<'_>) -> Vec<Block> {
    let zones = || (0..).map(ZoneIx).zip(&facts.guide.zones);
    let mut areas: Vec<Area> = Vec::new();
    for (_, zone) in zones() {
        if !areas.contains(&zone.area) {
            areas.push(zone.area);
        }
    }
    let told = |area| {
        let name = (facts.labels.area)(area);
        let rows = zones().filter(|(_, zone)| zone.area == area).map(|(at, zone)| Row {
            id: Some(format!("zone-{}", zone.id)),
            label: facts.text("zones", &zone.id, "name").to_owned(),
            text: sources_of(facts, at, zone),
            figure: None,
        });
        [heading(2, crate::anchor(name), name), Block::Rows(rows.collect())]
    };
    areas.into_iter().flat_map(told).collect()
}

/// The sources felt in a zone: first those that have it as one of their main places.
fn sources_of(facts: &Facts<'_>, at: ZoneIx, zone: &Zone) -> Vec<Inline> {
    let l = facts.labels;
    let mut found: Vec<(f64, &Source)> =
        facts.felt.iter().zip(&facts.guide.sources).map(|(felt, source)| (felt.chance(at), source)).collect();
    found.retain(|(chance, _)| *chance > 0.0);
    found.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let mut line = Vec::new();
    for (often, label) in [(Often::Main, l.often), (Often::Also, l.sometimes), (Often::Seldom, l.seldom)] {
        let mut these = found.iter().filter(|(chance, _)| level(*chance) == often).peekable();
        if these.peek().is_none() {
            continue;
        }
        line.push(Inline::Strong(format!("{}{label}: ", if line.is_empty() { "" } else { " " })));
        for (nth, (_, source)) in these.enumerate() {
            if nth > 0 {
                line.push(Inline::text(", "));
            }
            line.push(Inline::Link(facts.link(source), facts.text("sources", &source.id, "short").to_owned()));
        }
        line.push(Inline::text("."));
    }
    if line.is_empty() {
        line.push(Inline::text((l.nobody)(facts.text("zones", &zone.id, "name"))));
    }
    line
}

/// What is felt in the same places as a muscle's points: the more of the same pain, the further ahead.
pub(super) fn sharing(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    let own: Vec<usize> = muscle::sources(facts, muscle).map(|(at, _)| at).collect();
    let overlap = |other: usize| {
        let with = |at: &usize| {
            facts.felt[*at].zones.iter().map(|(zone, chance)| chance.min(facts.felt[other].chance(*zone))).sum()
        };
        own.iter().map(with).fold(0.0, f64::max)
    };
    let others =
        facts.guide.sources.iter().enumerate().filter(|(_, source)| source.muscle.as_ref() != Some(&muscle.id));
    let mut others: Vec<(f64, &Source)> = others.map(|(at, source)| (overlap(at), source)).collect();
    others.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let item = |(_, source): &(f64, &Source)| {
        let group = (facts.labels.group)(source.group);
        vec![
            Inline::Link(facts.link(source), facts.source_name(source).to_owned()),
            Inline::text(format!(" ({group}): {}", facts.text("sources", &source.id, "complaint"))),
        ]
    };
    let items = others.iter().filter(|(overlap, _)| *overlap > 0.0).take(NAMED).map(item).collect();
    vec![Block::List { ordered: false, items }]
}
