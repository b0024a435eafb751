//! Exact if it can be, sampled if it must be, and always says which.

use super::exact::{Impossible, Posterior, log_z, posterior};
use super::plan::{Budget, Plan};
use super::problem::Problem;
use super::sample::sample_watching;
use super::scratch::Scratch;
use std::borrow::Cow;

/// How an answer was computed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Method {
    /// Exactly, up to rounding.
    Exact {
        /// Most variables open at once; time and memory go with `2^width`.
        width: u32,
    },
    /// By sampling. Say so wherever the answer is shown.
    Sampled {
        /// Largest difference between two chains in any marginal, 0 to 1.
        gap: f64,
    },
}

/// When to stop being exact, and what to do then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Largest [`Plan::width`] run exactly.
    pub max_width: u32,
    /// Largest [`Plan::cost`] run exactly; half a nanosecond to one each.
    pub max_cost: f64,
    /// Largest [`Plan::bytes`] run exactly.
    pub max_bytes: u64,
    /// Sweeps of each sampling chain, above any of these.
    pub sweeps: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { max_width: 20, max_cost: 1e9, max_bytes: 256 << 20, sweeps: 20_000 }
    }
}

impl Limits {
    /// Would `plan` be run exactly?
    pub fn allow(&self, plan: &Plan) -> bool {
        plan.width() <= self.max_width && plan.cost() <= self.max_cost && plan.bytes() <= self.max_bytes
    }
}

/// The posterior, and how it was found. Without a plan, or with one that does not fit, looks for one
/// first, and for longer if that one is beyond the limits.
///
/// If sampled, `log_z` is an estimate too.
///
/// # Errors
/// [`Impossible`] if the evidence has probability zero.
pub fn solve(
    problem: &Problem,
    plan: Option<&Plan>,
    limits: &Limits,
    scratch: &mut Scratch,
) -> Result<(Posterior, Method), Impossible> {
    let given = plan.filter(|plan| plan.fits(problem)).map(Cow::Borrowed);
    let plan = given.unwrap_or_else(|| {
        let plan = Plan::new(problem, Budget::default());
        // sampling takes as long as many tries
        let longer = || Plan::new(problem, Budget { tries: 512, uses: 1 });
        Cow::Owned(if limits.allow(&plan) { plan } else { longer() })
    });
    if limits.allow(&plan) {
        return Ok((posterior(problem, &plan, scratch)?, Method::Exact { width: plan.width() }));
    }
    sampled(problem, limits, scratch)
}

/// Z = Z' / E[1 / dropped bits | evidence]: exact without the widest bits, which the chains then watch.
fn sampled(problem: &Problem, limits: &Limits, scratch: &mut Scratch) -> Result<(Posterior, Method), Impossible> {
    let mut rest = problem.clone();
    let mut by_size: Vec<u32> = (0..problem.bits.len() as u32).collect();
    sorted::by_key(&mut by_size, |&b| problem.bits[b as usize].parents.len());
    let mut dropped = Vec::new();
    let mut plan = Plan::new(&rest, Budget::default());
    while !limits.allow(&plan) && !by_size.is_empty() {
        // in growing steps, as each costs a plan
        let step = (dropped.len() / 2).clamp(1, by_size.len());
        dropped.extend(by_size.drain(by_size.len() - step..));
        rest.bits = by_size.iter().map(|&b| problem.bits[b as usize].clone()).collect();
        plan = Plan::new(&rest, Budget::default());
    }
    let (sampled, inverse) = sample_watching(problem, limits.sweeps, &dropped)?;
    let log_z = log_z(&rest, &plan, scratch)? - libm::log(inverse);
    Ok((Posterior { log_z, marginals: sampled.marginals }, Method::Sampled { gap: sampled.gap }))
}
