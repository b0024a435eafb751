//! Why: for each finding, how much it changes each source, leave-one-out under the likeliest setting.
//!
//! The parts do not add up to the whole: findings share what they explain.

use crate::assessment::{Finding, Reason};
use crate::compose::Composer;
use crate::kernel::{self, Bit, Cause, Evidence, Impossible, Network, Problem};
use crate::mixture::{Component, Solver};
use crate::told::facts;
use case::Case;
use guide::shape::PersonFact;

/// At most so many reasons a source.
pub const REASONS: usize = 8;

/// A blank zone is a reason against a source that reaches it with at least this chance,
const EXPECTED: f64 = 0.35;
/// and that has at least this probability.
const NOT_UNLIKELY: f64 = 0.05;

/// Smallest change worth naming, in log-odds.
const SMALLEST: f64 = 0.05;

/// Reasons for each cell, strongest first.
pub(crate) fn reasons(
    composer: Composer<'_>,
    case: &Case,
    component: &Component,
    solver: &mut Solver,
) -> Result<Vec<Vec<Reason>>, Impossible> {
    let mut reasons = vec![Vec::new(); component.marginals.len()];
    let mut add = |finding: Finding, without: &[f64]| {
        for ((list, with), without) in reasons.iter_mut().zip(&component.marginals).zip(without) {
            let log_odds = logit(*with) - logit(*without);
            if log_odds.abs() >= SMALLEST {
                list.push(Reason { finding, log_odds });
            }
        }
    };
    let groups = grouped(composer, component);
    let affordable = solver.afford(groups.len());
    for (finding, items) in groups.into_iter().take(affordable) {
        let mut evidence = component.evidence.clone();
        for item in items {
            evidence[item] = Evidence::Unknown;
        }
        let problem = neutral(kernel::compile(&component.network, &evidence), &component.problem);
        add(finding, &solver.vary(&problem)?.marginals);
    }
    for fact in applied(composer, case) {
        let priors = composer.priors(&component.setting, Some(fact));
        let network = Network { priors, nodes: component.network.nodes.clone() };
        let problem = kernel::compile(&network, &component.evidence);
        add(Finding::Person(fact), &solver.vary(&problem)?.marginals);
    }
    for list in &mut reasons {
        sorted::by(list, |a, b| b.log_odds.abs().total_cmp(&a.log_odds.abs()));
        list.truncate(REASONS);
    }
    Ok(reasons)
}

/// Puts a bit that says nothing in the place of each bit that is missing, so that the plan of `full` serves.
fn neutral(mut without: Problem, full: &Problem) -> Problem {
    for (at, bit) in full.bits.iter().enumerate() {
        if without.bits.get(at) != Some(bit) {
            let parents = bit.parents.iter().map(|&(source, _)| (source, 1.0)).collect();
            without.bits.insert(at, Bit { parents, unfired: 1.0, fired: 1.0 });
        }
    }
    without
}

/// Items by the finding they belong to (a release is two items), what was done and answered first, blanks last; what is not known is no finding, nor is a
/// blank that hardly touches a source worth naming.
fn grouped(composer: Composer<'_>, component: &Component) -> Vec<(Finding, Vec<usize>)> {
    let mut groups: Vec<(Finding, Vec<usize>)> = Vec::new();
    for (at, item) in composer.told.items.iter().enumerate() {
        let finding = composer.told.finding(composer.guide, composer.weights, item);
        let blank = matches!(finding, Finding::Blank(..));
        if item.evidence == Evidence::Unknown || blank && !telling(component, at) {
            continue;
        }
        match groups.iter_mut().find(|(known, _)| *known == finding) {
            Some((_, items)) => items.push(at),
            None => groups.push((finding, vec![at])),
        }
    }
    sorted::by_key(&mut groups, |(finding, _)| match finding {
        Finding::Blank(..) => 2,
        Finding::Pain(..) => 1,
        _ => 0,
    });
    groups
}

/// Could a blank zone have been expected of a source that is not unlikely?
fn telling(component: &Component, item: usize) -> bool {
    let causes = component.network.nodes[item].causes.iter();
    let expected =
        |c: &Cause| c.rise[0] + c.rise[1] >= EXPECTED && component.marginals[c.source as usize] >= NOT_UNLIKELY;
    causes.into_iter().any(expected)
}

/// Facts about the person that shift any prior.
fn applied(composer: Composer<'_>, case: &Case) -> Vec<PersonFact> {
    let shifts = |fact: &PersonFact| composer.told.shifts.iter().flatten().any(|(when, _)| when == fact);
    facts(case).into_iter().filter(shifts).collect()
}

/// Log-odds; finite for certainties, so that no NaN leaves this crate.
pub(crate) fn logit(p: f64) -> f64 {
    const EDGE: f64 = 1e-15;
    let p = p.clamp(EDGE, 1.0 - EDGE);
    libm::log(p / (1.0 - p))
}
