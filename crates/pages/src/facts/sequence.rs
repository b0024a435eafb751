//! A muscle's release as a short sequence of scenes: what to do, the figure of it, and how long it takes to say.

use super::{Facts, Wrong};
use crate::{Block, Scene};
use guide::shape::{Muscle, Region, Stroke, Surface, Technique, Tool};

/// Words that a calm voice says in a second.
const WORDS_A_SECOND: usize = 3;
/// The shortest scene, seconds.
const SHORTEST: usize = 4;
/// The tool that nearly everybody has, and the place where nobody has to get down.
const SHOWN: (Tool, Surface) = (Tool::TennisBall, Surface::Wall);

/// The five layers on the first of the muscle's places that a tennis ball reaches at a wall.
pub(super) fn sequence(facts: &Facts<'_>, muscle: &Muscle) -> Result<Vec<Block>, Wrong> {
    let places = facts.guide.regions.iter().filter(|region| region.muscle == muscle.id);
    let shown = places.into_iter().find_map(|region| {
        let ways = || facts.guide.techniques.iter().filter(|way| way.region == region.id);
        let ball = ways().find(|way| (way.tool, way.surface) == (SHOWN.0, Some(SHOWN.1)))?;
        Some((region, ways().find(|way| way.tool == Tool::Hand)?, ball))
    });
    let (region, hand, ball) = shown.ok_or_else(|| {
        let message = format!("no place of {:?} has both a hand and a tennis ball at the wall", muscle.id);
        Wrong::new(message, "take {{sequence}} out, or give one")
    })?;
    Ok(vec![Block::Sequence(scenes(facts, region, hand, ball))])
}

fn scenes(facts: &Facts<'_>, region: &Region, hand: &Technique, ball: &Technique) -> Vec<Scene> {
    let l = facts.labels.sequence;
    let steps = |kind, id, field| facts.guide.texts.steps(kind, id, field);
    let hold = |field| facts.text("steps", "hold", field).to_owned();
    let scene = |label: &str, id: &str, words: String| Scene {
        figure: facts.figures.of(id).map(str::to_owned),
        label: label.to_owned(),
        seconds: words.split_whitespace().count().div_ceil(WORDS_A_SECOND).max(SHORTEST),
        words,
    };
    let first = |steps: Vec<&str>| steps.first().copied().unwrap_or_default().to_owned();
    let warm =
        facts.guide.warmups.first().map(|warm| scene(l.warm, &warm.id, first(steps("warmups", &warm.id, "steps"))));
    let rolled = if region.stroke == Stroke::Across { "across" } else { "along" };
    let along = facts.text("regions", &region.id, rolled).to_owned();
    let setup = steps("techniques", &ball.id, "setup");
    let stretch = region.stretches.first();
    let stretch = stretch.map(|id| scene(l.stretch, id, first(steps("stretches", id, "steps"))));
    let ladder = facts.guide.ladders.iter().find(|ladder| ladder.id == region.ladder);
    let exercise = ladder.and_then(|ladder| ladder.exercises.first());
    let exercise = exercise.map(|id| scene(l.strengthen, id, first(steps("exercises", id, "steps"))));
    let landmarks = steps("regions", &region.id, "landmarks");
    let middle = [
        scene(l.find, &hand.id, landmarks[..landmarks.len().min(2)].join(" ")),
        scene(l.lean, &ball.id, setup[setup.len().saturating_sub(2)..].join(" ")),
        scene(l.hold, &ball.id, hold("hold")),
        scene(l.roll, &ball.id, along),
    ];
    warm.into_iter().chain(middle).chain(stretch).chain(exercise).collect()
}
