//! What a fit makes small: how surprised belief is by simulated people and by published cases, and how far it strays
//! from what was authored. Nats throughout, so all three add up.

use super::knobs::{KNOBS, in_order, turned};
use super::learners::{Learner, Published};
use crate::accuracy::log_loss;
use crate::cases::score::is_right;
use belief::Weights;
use case::Case;
use guide::shape::Group;
use guide::{Guide, SourceIx};

/// A published case counts as so many simulated people's worth when both are averages.
const PUBLISHED: f64 = 1.0;
/// What one standard deviation of straying costs: there are about as many learners as would settle ten such knobs.
const STRAYING: f64 = 0.01;

/// Losses, nats.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Loss {
    /// Mean over simulated people, all cells added up.
    pub(crate) people: f64,
    /// Mean over published cases: the share of probability on accepted sources, from places alone.
    pub(crate) places: f64,
    /// The same with answers.
    pub(crate) answers: f64,
    /// Gluteal or not, both groups counting alike, with answers.
    pub(crate) gluteal: f64,
    /// Straying from what was authored.
    pub(crate) straying: f64,
}

impl Loss {
    pub(crate) fn total(&self) -> f64 {
        let published = 0.6 * self.places + self.answers + 0.6 * self.gluteal;
        self.people + PUBLISHED * published + self.straying
    }
}

/// The loss with the knobs turned by so much, in a guide whose knobs earlier fits have turned `before`.
///
/// # Errors
/// Numbers that give somebody no chance at all.
pub(crate) fn loss(
    guide: &Guide,
    by: &[f64],
    before: &[f64],
    people: &[Learner],
    cases: &[Published],
) -> Result<Loss, String> {
    let guide = Guide { model: turned(&guide.model, by), ..guide.clone() };
    if !in_order(&guide.model) {
        return Ok(Loss { straying: f64::INFINITY, ..Loss::default() });
    }
    let weights = Weights::of(&guide);
    let (half, rest) = people.split_at(people.len() / 2);
    let (first, second, published) = std::thread::scope(|scope| {
        let other = scope.spawn(|| of_people(&guide, &weights, rest));
        let first = of_people(&guide, &weights, half);
        let published = of_cases(&guide, &weights, cases);
        let second = other.join().unwrap_or_else(|_| Err("a thread failed".to_owned()));
        (first, second, published)
    });
    let deviations = KNOBS.iter().zip(by.iter().zip(before)).map(|(knob, (by, before))| (by + before) / knob.loose);
    let straying = deviations.map(|by| STRAYING * by * by).sum();
    let people = (first? + second?) / people.len().max(1) as f64;
    Ok(Loss { people, straying, ..published? })
}

fn of_people(guide: &Guide, weights: &Weights, people: &[Learner]) -> Result<f64, String> {
    let mut sum = 0.0;
    for learner in people {
        let stated = chances(guide, weights, &learner.case)?;
        sum += log_loss(&stated, &learner.truth) * learner.truth.len() as f64;
    }
    Ok(sum)
}

fn of_cases(guide: &Guide, weights: &Weights, cases: &[Published]) -> Result<Loss, String> {
    let mut loss = Loss::default();
    let is_gluteal = |p: &&Published| p.told.person.truth_group == "gluteal";
    let gluteal = cases.iter().filter(is_gluteal).count().max(1) as f64;
    let count = cases.len().max(1) as f64;
    for published in cases {
        let right = |source: SourceIx| is_right(guide, &published.told, source);
        loss.places -= log_share(&by_source(guide, weights, &published.places)?, right) / count;
        let stated = by_source(guide, weights, &published.full)?;
        loss.answers -= log_share(&stated, right) / count;
        let group = is_gluteal(&published);
        let half = if group { gluteal } else { count - gluteal };
        let same = |source: SourceIx| (guide.source(source).group == Group::Gluteal) == group;
        loss.gluteal -= log_share(&stated, same) / (2.0 * half);
    }
    Ok(loss)
}

/// Odds of each source, by its likelier side: shares of odds follow the order at the top more closely than shares of
/// chances.
fn by_source(guide: &Guide, weights: &Weights, case: &Case) -> Result<Vec<f64>, String> {
    let mut odds = vec![0.0_f64; guide.sources.len()];
    for (cell, p) in weights.cells().iter().zip(chances(guide, weights, case)?) {
        let best = &mut odds[cell.source.ix()];
        *best = best.max(p / (1.0 - p).max(1e-6));
    }
    Ok(odds)
}

fn chances(guide: &Guide, weights: &Weights, case: &Case) -> Result<Vec<f64>, String> {
    weights.probabilities(guide, case).map_err(|problem| problem.to_string())
}

fn log_share(odds: &[f64], counts: impl Fn(SourceIx) -> bool) -> f64 {
    let all: f64 = odds.iter().sum();
    let counted: f64 = (0u16..).zip(odds).filter(|(ix, _)| counts(SourceIx(*ix))).map(|(_, odds)| odds).sum();
    libm::log((counted / all.max(1e-12)).max(1e-6))
}
