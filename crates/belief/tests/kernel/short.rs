//! The kernel, the short way, and how close two answers must be.

use belief::kernel::{Budget, Evidence, Impossible, Network, Plan, Posterior, Problem, Scratch, compile, posterior};

/// Marginals must agree with the oracle to this.
pub(crate) const CLOSE: f64 = 1e-12;

pub(crate) fn solved(problem: &Problem) -> Result<Posterior, Impossible> {
    posterior(problem, &Plan::new(problem, Budget::default()), &mut Scratch::default())
}

pub(crate) fn exact(network: &Network, evidence: &[Evidence]) -> Result<Posterior, Impossible> {
    assert_eq!(network.check(), Ok(()));
    solved(&compile(network, evidence))
}

/// Largest absolute difference.
pub(crate) fn difference(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max)
}

pub(crate) fn assert_close(a: &Posterior, b: &Posterior) {
    assert!(difference(&a.marginals, &b.marginals) <= CLOSE, "{a:?} {b:?}");
    assert!((a.log_z - b.log_z).abs() <= 1e-10, "{a:?} {b:?}");
}
