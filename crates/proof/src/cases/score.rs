//! How good a ranking is: counted the same for belief and for the baselines.

use super::gate::{self, Gates};
use super::interval::{Share, balanced, wilson};
use super::person::{Known, case};
use super::read::Told;
use belief::Weights;
use guide::shape::Group;
use guide::{Guide, SourceIx};

/// Places of a ranking, best first. A place holds one source, by the better of its two sides, or the several that a
/// chart does not tell apart; any of them is then right.
pub(crate) type Ranking = Vec<Vec<SourceIx>>;

/// What one way of ranking reached over the cases without a red flag.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Score {
    /// The best source is one of those accepted.
    pub(crate) top1: Share,
    /// One of the three best different sources is accepted.
    pub(crate) top3: Share,
    /// Is the best source gluteal where it should be, and not where not: the mean of the two shares.
    pub(crate) balanced: Share,
    /// Share of gluteal cases whose best source is gluteal.
    pub(crate) gluteal: Share,
    /// Share of other cases whose best source is not.
    pub(crate) other: Share,
}

/// Everything about a guide.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scores {
    /// From each amount told: its score, and the mean logarithm of the share of all probability that the accepted
    /// sources hold (nats; 0 is best). A share, since raising every probability must not pay.
    pub(crate) belief: Vec<(Known, Score, f64)>,
    /// What the gate did.
    pub(crate) gates: Gates,
}

/// Scores a guide on cases; a part of the cases may be given, as a fit with held-out folds needs.
///
/// # Errors
/// An id that the guide does not have, or numbers that give a case no chance at all.
pub(crate) fn score(guide: &Guide, cases: &[Told]) -> Result<Scores, String> {
    let weights = Weights::of(guide);
    let mut belief = Vec::new();
    for known in [Known::Places, Known::Answers, Known::Presses] {
        let (mut rankings, mut log) = (Vec::new(), 0.0);
        for told in cases.iter().filter(|told| !told.is_red_flag()) {
            let chances = chances(guide, &weights, told, known)?;
            log += log_share(guide, told, &chances);
            rankings.push((told, chances.into_iter().map(|(source, _)| vec![source]).collect()));
        }
        let mean = log / rankings.len().max(1) as f64;
        belief.push((known, count(guide, &rankings), mean));
    }
    Ok(Scores { belief, gates: gate::gates(guide, cases)? })
}

/// Each source with the probability of its likelier side, most probable first; ties in the guide's order.
///
/// # Errors
/// As [`score`].
pub(crate) fn chances(
    guide: &Guide,
    weights: &Weights,
    told: &Told,
    known: Known,
) -> Result<Vec<(SourceIx, f64)>, String> {
    let case = case(guide, told, known)?;
    let by_cell = weights.probabilities(guide, &case).map_err(|error| format!("case {}: {error}", told.person.id))?;
    let mut best: Vec<(SourceIx, f64)> = Vec::new();
    for (cell, chance) in weights.cells().iter().zip(by_cell) {
        match best.iter_mut().find(|(source, _)| *source == cell.source) {
            Some((_, other)) => *other = other.max(chance),
            None => best.push((cell.source, chance)),
        }
    }
    best.sort_by(|a, b| b.1.total_cmp(&a.1));
    Ok(best)
}

/// Logarithm of the share of probability on accepted sources; never minus infinity.
pub(crate) fn log_share(guide: &Guide, told: &Told, chances: &[(SourceIx, f64)]) -> f64 {
    let all: f64 = chances.iter().map(|(_, chance)| chance).sum();
    let right: f64 =
        chances.iter().filter(|(source, _)| is_right(guide, told, *source)).map(|(_, chance)| chance).sum();
    libm::log((right / all.max(1e-12)).max(1e-12))
}

/// Is this source one of those accepted?
pub(crate) fn is_right(guide: &Guide, told: &Told, source: SourceIx) -> bool {
    told.accepted().any(|id| guide.source(source).id == *id)
}

/// Counts rankings.
pub(crate) fn count(guide: &Guide, rankings: &[(&Told, Ranking)]) -> Score {
    let hits = |most: usize| {
        let hit = |(told, ranking): &&(&Told, Ranking)| {
            ranking.iter().take(most).flatten().any(|source| is_right(guide, told, *source))
        };
        wilson(rankings.iter().filter(hit).count(), rankings.len())
    };
    let called = |(_, ranking): &(&Told, Ranking)| {
        ranking.iter().flatten().next().is_some_and(|source| guide.source(*source).group == Group::Gluteal)
    };
    let is_gluteal = |(told, _): &&(&Told, Ranking)| told.person.truth_group == "gluteal";
    let gluteal: Vec<bool> = rankings.iter().filter(is_gluteal).map(called).collect();
    let other: Vec<bool> = rankings.iter().filter(|case| !is_gluteal(case)).map(|case| !called(case)).collect();
    let share = |group: &[bool]| wilson(group.iter().filter(|hit| **hit).count(), group.len());
    Score {
        top1: hits(1),
        top3: hits(3),
        balanced: balanced(&gluteal, &other),
        gluteal: share(&gluteal),
        other: share(&other),
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn hits_are_counted_by_rank() {
        let guide = Guide::embedded("en").unwrap();
        let source = |id| guide.find_source(id).unwrap();
        let cases = read::all().unwrap();
        let gluteal = cases.iter().find(|told| told.person.truth_group == "gluteal").unwrap();
        let other = cases.iter().find(|told| told.person.truth_group == "non_muscle").unwrap();
        let right = source(gluteal.accepted().next().unwrap());
        let wrong = guide.sources.iter().find(|s| s.group != Group::Gluteal && !other.accepted().any(|id| s.id == *id));
        let wrong = source(wrong.unwrap().id.as_str());
        for (first, ranking, top1, top3, balanced) in [
            (gluteal, vec![right], 1.0, 1.0, 0.5),
            (gluteal, vec![wrong, wrong, right], 0.0, 1.0, 0.0),
            (gluteal, vec![wrong, wrong, wrong, right], 0.0, 0.0, 0.0),
            (other, vec![wrong], 0.0, 0.0, 0.5),
        ] {
            let ranking = ranking.into_iter().map(|source| vec![source]).collect();
            let score = count(&guide, &[(first, ranking)]);
            assert_eq!((score.top1.value, score.top3.value, score.balanced.value), (top1, top3, balanced));
        }
    }

    #[test]
    fn raising_every_chance_does_not_pay() {
        let guide = Guide::embedded("en").unwrap();
        let cases = read::all().unwrap();
        let right = guide.find_source(cases[0].accepted().next().unwrap()).unwrap();
        let wrong = guide.find_source("pelvic_floor").unwrap();
        let low = log_share(&guide, &cases[0], &[(right, 0.1), (wrong, 0.1)]);
        let high = log_share(&guide, &cases[0], &[(right, 0.4), (wrong, 0.4)]);
        assert!((low - high).abs() < 1e-12 && (low - libm::log(0.5)).abs() < 1e-12);
    }
}
