//! How a muscle's places are found and released, tool by tool.

use super::{Facts, heading, mark, marked, row};
use crate::{Block, Inline, Link, Row};
use guide::shape::{Muscle, Region, Stroke, Style, Technique, Tool};

fn regions<'f>(facts: &'f Facts<'_>, muscle: &'f Muscle) -> impl Iterator<Item = &'f Region> {
    facts.guide.regions.iter().filter(|region| region.muscle == muscle.id)
}

/// How the own hand gets there, and what to keep away from.
pub(super) fn find(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    let l = facts.labels;
    let mut blocks = Vec::new();
    for region in regions(facts, muscle) {
        let text = |field| facts.text("regions", &region.id, field);
        let steps = facts.guide.texts.steps("regions", &region.id, "landmarks");
        blocks.push(heading(3, format!("find-{}", region.id), text("name")));
        blocks.push(Block::Text(marked(text("location"), &region.references, region.confidence)));
        blocks.push(Block::List { ordered: true, items: steps.iter().map(|step| vec![Inline::text(*step)]).collect() });
        blocks.push(Block::Text(vec![Inline::text(text("covered"))]));
        blocks.push(Block::Rows(vec![row(l.keep_off, keep_off(facts, region))]));
    }
    blocks
}

fn keep_off(facts: &Facts<'_>, region: &Region) -> Vec<Inline> {
    let mut line = Vec::new();
    for (at, id) in region.no_go.iter().enumerate() {
        if at > 0 {
            line.push(Inline::text(", "));
        }
        let name = facts.text("no_go", id, "name");
        line.push(Inline::Link(Link::at("safety", format!("no-go-{id}")), name.to_owned()));
    }
    line
}

/// Which way to roll, and each tool.
pub(super) fn release(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    let mut blocks = common(facts);
    for region in regions(facts, muscle) {
        let name = facts.text("regions", &region.id, "name");
        blocks.push(heading(3, format!("release-{}", region.id), name));
        blocks.push(Block::Rows(strokes(facts, region)));
        for (tool, fact) in facts.guide.tools.iter().map(|tool| (tool.id, tool)) {
            let ways: Vec<&Technique> =
                facts.guide.techniques.iter().filter(|way| way.region == region.id && way.tool == tool).collect();
            if !ways.is_empty() {
                let title = format!("{}: {}", name, lower(facts.text("tools", fact.id.name(), "name")));
                let rows = ways.into_iter().map(|way| technique(facts, way)).collect();
                blocks.push(Block::Fold(title, vec![Block::Rows(rows)]));
            }
        }
    }
    blocks
}

/// The steps that all ways have in common.
fn common(facts: &Facts<'_>) -> Vec<Block> {
    let l = facts.labels;
    let fields = ["search", "press", "wait", "hold", "finish", "retest"];
    let steps = |style| {
        let items = fields.map(|field| vec![Inline::text(facts.text("steps", style, field))]);
        Block::List { ordered: true, items: items.to_vec() }
    };
    vec![
        Block::Fold(l.how_hold.to_owned(), vec![steps("hold")]),
        Block::Fold(l.how_sweep.to_owned(), vec![steps("sweep")]),
    ]
}

fn strokes(facts: &Facts<'_>, region: &Region) -> Vec<Row> {
    let l = facts.labels;
    let text = |field| marked(facts.text("regions", &region.id, field), &region.references, region.confidence);
    let first = match region.stroke {
        Stroke::Across => [("across", l.across), ("along", l.along)],
        Stroke::Along | Stroke::None => [("along", l.along), ("across", l.across)],
    };
    let mut rows = vec![row(l.fibres, text("fibres"))];
    rows.extend(first.map(|(field, label)| row(label, text(field))));
    let [low, high] = region.target;
    rows.push(row(l.how_hard, vec![Inline::text((l.of_ten)(low, high)), mark(&region.references, region.confidence)]));
    rows
}

fn technique(facts: &Facts<'_>, way: &Technique) -> Row {
    let l = facts.labels;
    let place = match way.surface {
        Some(surface) => (l.surface)(surface),
        None if way.tool == Tool::Hand => l.by_hand,
        None => l.anywhere,
    };
    let [low, high] = way.target;
    let moving = if way.style == Style::Sweep { l.moving } else { "" };
    let words = format!("{} {}{moving}", facts.steps("techniques", &way.id, "setup"), (l.of_ten)(low, high));
    facts.pictured(&way.id, row(place, marked(&words, &way.references, way.confidence)))
}

/// A name as it stands within a line.
fn lower(name: &str) -> String {
    let mut lower = name.to_owned();
    if let Some(first) = lower.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    lower
}
