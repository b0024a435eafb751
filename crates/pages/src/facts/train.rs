//! Warming up, stretching, strengthening.

use super::{Facts, marked, row};
use crate::{Block, Row};
use guide::shape::{Exercise, Muscle, Stretch};

/// The stretches for a muscle's regions, best first, each once; the gentle ones after them.
pub(super) fn stretch(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    let regions: Vec<_> = facts.guide.regions.iter().filter(|region| region.muscle == muscle.id).collect();
    let best = regions.iter().flat_map(|region| &region.stretches);
    let gentle = regions.iter().flat_map(|region| &region.gentle_stretches);
    let mut seen = Vec::new();
    let mut rows = Vec::new();
    for id in best.chain(gentle) {
        let Some(stretch) = facts.guide.stretches.iter().find(|stretch| stretch.id == *id) else { continue };
        if !seen.contains(&id) {
            seen.push(id);
            rows.push(stretch_row(facts, stretch));
        }
    }
    vec![Block::Rows(rows)]
}

fn stretch_row(facts: &Facts<'_>, stretch: &Stretch) -> Row {
    let l = facts.labels;
    let text = |field| facts.text("stretches", &stretch.id, field);
    let words = format!(
        "{} {}: {} {} {}: {}",
        facts.steps("stretches", &stretch.id, "steps"),
        l.you_feel,
        text("feel"),
        (l.stretch_dose)(stretch.hold_s, stretch.repeats, stretch.days),
        l.stop_if,
        text("stop")
    );
    facts.pictured(&stretch.id, row(text("name"), marked(&words, &stretch.references, stretch.confidence)))
}

/// A muscle's exercises, easiest first.
pub(super) fn strength(facts: &Facts<'_>, muscle: &Muscle) -> Vec<Block> {
    let mut ladders: Vec<_> =
        facts.guide.regions.iter().filter(|region| region.muscle == muscle.id).map(|region| &region.ladder).collect();
    ladders.dedup();
    let ladders = facts.guide.ladders.iter().filter(|ladder| ladders.contains(&&ladder.id));
    let exercises = ladders.flat_map(|ladder| &ladder.exercises);
    let exercises = exercises.filter_map(|id| facts.guide.exercises.iter().find(|exercise| exercise.id == *id));
    vec![Block::Rows(exercises.map(|exercise| exercise_row(facts, exercise)).collect())]
}

fn exercise_row(facts: &Facts<'_>, exercise: &Exercise) -> Row {
    let l = facts.labels;
    let text = |field| facts.text("exercises", &exercise.id, field);
    let steps = facts.steps("exercises", &exercise.id, "steps");
    let dose = facts.text("strength_doses", &exercise.dose, "name");
    let words = format!("{steps} {dose}. {}: {}", l.stop_if, text("stop"));
    facts.pictured(&exercise.id, row(text("name"), marked(&words, &exercise.references, exercise.confidence)))
}

/// How to go up and down the ladder.
pub(super) fn rules(facts: &Facts<'_>) -> Vec<Block> {
    let rules = facts.guide.strength_rules.iter();
    let items = rules.map(|rule| facts.said("strength_rules", &rule.id, "rule", &rule.references, rule.confidence));
    vec![Block::List { ordered: false, items: items.collect() }]
}

pub(super) fn warmups(facts: &Facts<'_>) -> Vec<Block> {
    let rows = facts.guide.warmups.iter().map(|warmup| {
        let skip = facts.text("warmups", &warmup.id, "skip");
        let words = format!("{} {skip}", facts.steps("warmups", &warmup.id, "steps"));
        let said = marked(&words, &warmup.references, warmup.confidence);
        facts.pictured(&warmup.id, row(facts.text("warmups", &warmup.id, "name"), said))
    });
    vec![Block::Rows(rows.collect())]
}
