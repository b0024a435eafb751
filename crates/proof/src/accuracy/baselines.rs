//! What belief must beat: base rates, one-source Bayes, and pattern overlap. Each is fitted on other people of the same
//! scenario, which belief is not: they get the better of it.

use super::crowd::Bench;
use super::score::log_loss;
use crate::table;
use case::{Case, Reply};
use guide::shape::{Background, Side, Strength};

/// A person as the baselines see one.
pub(crate) struct Seen {
    pub(crate) case: Case,
    pub(crate) truth: Vec<bool>,
}

/// All baselines, fitted.
pub(crate) struct Baselines {
    /// How often each cell is active.
    pub(crate) rates: Vec<f64>,
    table: Table,
    one: OneSource,
    one_with_answers: OneSource,
    overlap: [f64; 2],
}

impl Baselines {
    pub(crate) fn fit(bench: &Bench, people: &[Seen]) -> Baselines {
        let table = Table::of(bench);
        let rates = rates(people);
        let one = OneSource::fit(bench, &table, &rates, people, false);
        let one_with_answers = OneSource::fit(bench, &table, &rates, people, true);
        let points =
            people.iter().flat_map(|seen| table.cosines(bench, &seen.case).into_iter().zip(seen.truth.clone()));
        let overlap = logistic(&points.collect::<Vec<_>>());
        Baselines { rates, table, one, one_with_answers, overlap }
    }

    /// Exactly one source is active; with or without the answers.
    pub(crate) fn one_source(&self, bench: &Bench, case: &Case, answers: bool) -> Vec<f64> {
        let model = if answers { &self.one_with_answers } else { &self.one };
        model.stated(bench, &self.table, &self.rates, case)
    }

    /// Cosine of the drawing with each cell's zones, as a chance.
    pub(crate) fn overlap(&self, bench: &Bench, case: &Case) -> Vec<f64> {
        let [offset, slope] = self.overlap;
        self.table.cosines(bench, case).into_iter().map(|cosine| chance(offset + slope * cosine)).collect()
    }
}

fn rates(people: &[Seen]) -> Vec<f64> {
    let cells = people.first().map_or(0, |seen| seen.truth.len());
    let active = |cell: usize| people.iter().filter(|seen| seen.truth[cell]).count() as f64;
    (0..cells).map(|cell| (active(cell) + 0.5) / (people.len() as f64 + 1.0)).collect()
}

fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-log_odds))
}

/// The expert's words, cell by cell.
struct Table {
    /// For each cell and spot: 0 not named, 1 spillover, 2 essential.
    class: Vec<Vec<u8>>,
    /// For each cell and question: 0 no cause, 1 weak, 2 medium, 3 strong.
    causes: Vec<Vec<u8>>,
}

/// Weight of a zone in the pattern, by its class.
const PATTERN: [f64; 3] = [0.0, 0.4, 1.0];

impl Table {
    fn of(bench: &Bench) -> Table {
        let cells = bench.weights.cells();
        let class = cells.iter().map(|cell| {
            let pattern = table::pattern(&bench.guide, cell.source);
            let of = |spot: &belief::Spot| {
                let named = |zones: &[guide::ZoneIx]| meets(cell.side, spot.side) && zones.contains(&spot.zone);
                2 * u8::from(named(&pattern.main)) + u8::from(named(&pattern.lesser))
            };
            bench.weights.spots().iter().map(of).collect()
        });
        let causes = cells.iter().map(|cell| {
            let id = &bench.guide.source(cell.source).id;
            let of = |question: &guide::shape::Question| match question
                .causes
                .iter()
                .find(|c| c.source == *id)
                .map(|c| c.strength)
            {
                Some(Strength::Strong) => 3,
                Some(Strength::Medium) => 2,
                Some(Strength::Weak) => 1,
                None => 0,
            };
            bench.guide.questions.iter().map(of).collect()
        });
        Table { class: class.collect(), causes: causes.collect() }
    }

    fn cosines(&self, bench: &Bench, case: &Case) -> Vec<f64> {
        let shares = shares(bench, case);
        let length = shares.iter().map(|s| s * s).sum::<f64>().sqrt().max(1e-9);
        let cosine = |class: &Vec<u8>| {
            let pattern = || class.iter().map(|c| PATTERN[*c as usize]);
            let product: f64 = pattern().zip(&shares).map(|(p, s)| p * s).sum();
            product / length / pattern().map(|p| p * p).sum::<f64>().sqrt().max(1e-9)
        };
        self.class.iter().map(cosine).collect()
    }
}

fn meets(cell: Side, finding: Side) -> bool {
    cell == finding || cell == Side::Midline || finding == Side::Midline
}

/// Painted share of each spot.
fn shares(bench: &Bench, case: &Case) -> Vec<f64> {
    let share = |spot: &belief::Spot| {
        let here = case.pain.iter().find(|p| p.zone == spot.zone && p.side == spot.side);
        here.and_then(|p| p.share).unwrap_or(0.0)
    };
    bench.weights.spots().iter().map(share).collect()
}

/// Painted hardly, some or much: a tenth and nearly half of a zone.
fn level(share: f64) -> usize {
    usize::from(share >= 0.10) + usize::from(share >= 0.45)
}

/// Bayes over cells as if exactly one were active, the findings independent given which. Chances by the guide's words are
/// counted in other people; so is the share of base rate that its statements are mixed with.
struct OneSource {
    /// By class: log chance of each level.
    zones: [[f64; 3]; 3],
    /// By background and class of cause: log chance of no and yes; unused without answers.
    answers: [[[f64; 2]; 4]; 3],
    with_answers: bool,
    /// Share of base rate in a statement.
    mixed: f64,
}

impl OneSource {
    fn fit(bench: &Bench, table: &Table, rates: &[f64], people: &[Seen], with_answers: bool) -> OneSource {
        let mut zones = [[1.0; 3]; 3];
        let mut answers = [[[1.0; 2]; 4]; 3];
        for seen in people {
            let levels: Vec<usize> = shares(bench, &seen.case).into_iter().map(level).collect();
            for cell in (0..rates.len()).filter(|cell| seen.truth[*cell]) {
                for (class, level) in table.class[cell].iter().zip(&levels) {
                    zones[*class as usize][*level] += 1.0;
                }
                for (background, cause, yes) in told(bench, table, cell, &seen.case) {
                    answers[background][cause][yes] += 1.0;
                }
            }
        }
        let mut one = OneSource {
            zones: zones.map(logs),
            answers: answers.map(|classes| classes.map(logs)),
            with_answers,
            mixed: 0.0,
        };
        let posteriors: Vec<Vec<f64>> = people.iter().map(|s| one.posterior(bench, table, rates, &s.case)).collect();
        let loss = |mixed: f64| -> f64 {
            let each = people.iter().zip(&posteriors);
            each.map(|(seen, posterior)| log_loss(&mix(posterior, rates, mixed), &seen.truth)).sum()
        };
        let tried = (1..20).map(|step| f64::from(step) / 20.0);
        one.mixed = tried.min_by(|a, b| loss(*a).total_cmp(&loss(*b))).unwrap_or(0.5);
        one
    }

    fn stated(&self, bench: &Bench, table: &Table, rates: &[f64], case: &Case) -> Vec<f64> {
        mix(&self.posterior(bench, table, rates, case), rates, self.mixed)
    }

    fn posterior(&self, bench: &Bench, table: &Table, rates: &[f64], case: &Case) -> Vec<f64> {
        let levels: Vec<usize> = shares(bench, case).into_iter().map(level).collect();
        let log = |cell: usize| {
            let zones = table.class[cell].iter().zip(&levels).map(|(class, level)| self.zones[*class as usize][*level]);
            let told = told(bench, table, cell, case).into_iter().filter(|_| self.with_answers);
            let answers = told.map(|(background, cause, yes)| self.answers[background][cause][yes]);
            libm::log(rates[cell]) + zones.sum::<f64>() + answers.sum::<f64>()
        };
        let logs: Vec<f64> = (0..rates.len()).map(log).collect();
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = logs.iter().map(|log| libm::exp(log - top)).sum();
        logs.iter().map(|log| libm::exp(log - top) / total).collect()
    }
}

fn mix(posterior: &[f64], rates: &[f64], mixed: f64) -> Vec<f64> {
    posterior.iter().zip(rates).map(|(p, rate)| mixed * rate + (1.0 - mixed) * p).collect()
}

fn logs<const N: usize>(counts: [f64; N]) -> [f64; N] {
    let total: f64 = counts.iter().sum();
    counts.map(|count| libm::log(count / total))
}

/// Each known answer as seen from a cell: class of background, class of cause, 1 for yes.
fn told(bench: &Bench, table: &Table, cell: usize, case: &Case) -> Vec<(usize, usize, usize)> {
    let side = bench.weights.cells()[cell].side;
    let known = case.answers.iter().filter(|a| a.reply != Reply::Unknown);
    let seen = known.map(|answer| {
        let background = match bench.guide.question(answer.question).background {
            Background::Rarely => 0,
            Background::Sometimes => 1,
            Background::Often => 2,
        };
        let cause = if meets(side, answer.side) { table.causes[cell][answer.question.ix()] } else { 0 };
        (background, cause as usize, usize::from(answer.reply == Reply::Yes))
    });
    seen.collect()
}

/// Offset and slope of a logistic curve through (value, is it so) pairs: Newton's method, a little damped.
fn logistic(points: &[(f64, bool)]) -> [f64; 2] {
    let [mut offset, mut slope] = [-3.0, 1.0];
    for _ in 0..30 {
        let (mut g0, mut g1, mut h00, mut h01, mut h11) = (0.0, 0.0, 1e-6, 0.0, 1e-6);
        for &(x, so) in points {
            let p = chance(offset + slope * x);
            let rest = f64::from(u8::from(so)) - p;
            let spread = p * (1.0 - p);
            g0 += rest;
            g1 += rest * x;
            h00 += spread;
            h01 += spread * x;
            h11 += spread * x * x;
        }
        let det = h00 * h11 - h01 * h01;
        offset += ((h11 * g0 - h01 * g1) / det).clamp(-2.0, 2.0);
        slope += ((h00 * g1 - h01 * g0) / det).clamp(-4.0, 4.0);
    }
    [offset, slope]
}

#[cfg(test)]
mod tests {
    use super::{chance, logistic};

    #[test]
    fn a_logistic_curve_is_found_again() {
        let points: Vec<(f64, bool)> = (0..20_000)
            .map(|i| {
                let x = f64::from(i % 100) / 100.0;
                (x, (f64::from(i / 100) + 0.5) / 200.0 < chance(-2.0 + 3.0 * x))
            })
            .collect();
        let [offset, slope] = logistic(&points);
        assert!((offset + 2.0).abs() < 0.1 && (slope - 3.0).abs() < 0.1, "{offset} {slope}");
    }
}
