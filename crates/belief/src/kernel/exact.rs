//! Runs a plan: forward for log Z, and backward for the marginals. Every number in every table is at
//! least 0, so nothing cancels.

use super::block::{Met, Weighed};
use super::plan::{Budget, Plan, Step};
use super::problem::{LogProduct, Problem};
use super::scratch::Scratch;
use std::borrow::Cow;
use std::f64::consts::LN_2;
use std::ops::Range;

/// What is believed after the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Posterior {
    /// Natural log of the problem's sum: log P(evidence), if all evidence is `Level` or `AtLeast`.
    pub log_z: f64,
    /// P(active | evidence) of each source, 0 to 1. Sources co-exist: they do not add up to one.
    pub marginals: Vec<f64>,
}

/// The evidence has probability zero, or is so improbable that `f64` cannot hold it, or the problem
/// holds numbers that are not finite and at least 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this evidence cannot happen in this network")]
pub struct Impossible;

/// P(active | evidence) of every source, and log Z. Exact up to rounding.
///
/// A plan that does not fit is replaced by a new one, whatever its width; [`solve`](super::solve)
/// limits it.
///
/// # Errors
/// [`Impossible`] if the sum is zero or not finite.
pub fn posterior(problem: &Problem, plan: &Plan, scratch: &mut Scratch) -> Result<Posterior, Impossible> {
    let plan = fitting(problem, plan);
    let log_z = forward::<true>(problem, &plan, scratch)?;
    let marginals = backward(problem, &plan, scratch)?;
    Ok(Posterior { log_z, marginals })
}

/// Log Z alone, in less than half the time. See [`posterior`].
///
/// # Errors
/// [`Impossible`] if the sum is zero or not finite.
pub fn log_z(problem: &Problem, plan: &Plan, scratch: &mut Scratch) -> Result<f64, Impossible> {
    forward::<false>(problem, &fitting(problem, plan), scratch)
}

fn fitting<'a>(problem: &Problem, plan: &'a Plan) -> Cow<'a, Plan> {
    if plan.fits(problem) { Cow::Borrowed(plan) } else { Cow::Owned(Plan::new(problem, Budget::default())) }
}

/// Log Z; with `KEEP`, leaves in `scratch` what [`backward`] needs.
fn forward<const KEEP: bool>(problem: &Problem, plan: &Plan, scratch: &mut Scratch) -> Result<f64, Impossible> {
    scratch.begin(problem, plan, KEEP);
    let mut exponent = 0;
    let mut product = LogProduct::ONE;
    for &source in &plan.free {
        let (a0, a1) = weights(problem, source);
        product.times(a0 + a1);
    }
    for step in &plan.steps {
        match step {
            Step::EndComponent => product.times(scratch.take_total()),
            Step::Rescale => exponent += scratch.rescale()?,
            Step::OpenSource { source } => scratch.open_source::<KEEP>(weights(problem, *source)),
            Step::SumSource { source, meets } => {
                scratch.sum_source::<KEEP>(weights(problem, *source), Met::of(plan, meets));
            }
            Step::CloseSource { slot, meets } => scratch.close_source(*slot, Met::of(plan, meets)),
            Step::ApplyBit { bit, parents } => scratch.apply_bit(weighed(problem, plan, *bit, parents)),
            Step::CloseBit { slot, bit, parents } => {
                scratch.close_bit(*slot, weighed(problem, plan, *bit, parents));
            }
        }
    }
    let log_z = problem.log_const + product.log() + f64::from(exponent) * LN_2;
    if log_z.is_finite() { Ok(log_z) } else { Err(Impossible) }
}

/// Marginals, after [`forward`] with `KEEP`. Each step is the transpose of its forward one.
fn backward(problem: &Problem, plan: &Plan, scratch: &mut Scratch) -> Result<Vec<f64>, Impossible> {
    let mut marginals = vec![0.0; problem.a0.len()];
    for &source in &plan.free {
        marginals[source as usize] = share(weights(problem, source))?;
    }
    scratch.turn();
    for step in plan.steps.iter().rev() {
        match step {
            // a marginal is a ratio, so the backward table needs no common scale
            Step::EndComponent => scratch.reset_back(),
            Step::Rescale => {
                scratch.rescale_back()?;
            }
            Step::OpenSource { source } => {
                let both = scratch.open_source_back(weights(problem, *source));
                marginals[*source as usize] = share(both)?;
            }
            Step::SumSource { source, meets } => {
                let both = scratch.sum_source_back(weights(problem, *source), Met::of(plan, meets));
                marginals[*source as usize] = share(both)?;
            }
            Step::CloseSource { slot, meets } => scratch.close_source_back(*slot, Met::of(plan, meets)),
            Step::ApplyBit { bit, parents } => scratch.apply_bit_back(weighed(problem, plan, *bit, parents)),
            Step::CloseBit { slot, bit, parents } => {
                scratch.close_bit_back(*slot, weighed(problem, plan, *bit, parents));
            }
        }
    }
    Ok(marginals)
}

/// a0, a1 of a source.
fn weights(problem: &Problem, source: u32) -> (f64, f64) {
    (problem.a0[source as usize], problem.a1[source as usize])
}

/// The active share of (inactive, active).
fn share((inactive, active): (f64, f64)) -> Result<f64, Impossible> {
    let share = active / (inactive + active);
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err(Impossible) }
}

fn weighed<'a>(problem: &'a Problem, plan: &'a Plan, bit: u32, parents: &Range<u32>) -> Weighed<'a> {
    let parents = &plan.edges[parents.start as usize..parents.end as usize];
    Weighed { bit: &problem.bits[bit as usize], parents }
}
