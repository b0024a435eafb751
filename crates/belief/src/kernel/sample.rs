//! Gibbs sampling, for the few problems that are too wide to be exact.

use super::chain::Chain;
use super::exact::Impossible;
use super::problem::Problem;

/// Approximate marginals.
#[derive(Clone, Debug, PartialEq)]
pub struct Sampled {
    /// P(active | evidence) of each source, 0 to 1: the mean of two chains.
    pub marginals: Vec<f64>,
    /// Largest difference between the two chains, 0 to 1. Errors are about half of that, but chains can
    /// be wrong together.
    pub gap: f64,
}

/// Two chains of `sweeps` sweeps (at least 1 per restart), seeded by the problem itself: the same
/// problem always gives the same numbers. Rao-Blackwellised: counts chances, not states. Besides single
/// sources, a chain exchanges one explanation of a finding for another.
///
/// # Errors
/// [`Impossible`] if no state of the sources has a weight above 0.
pub fn sample(problem: &Problem, sweeps: u32) -> Result<Sampled, Impossible> {
    sample_watching(problem, sweeps, &[]).map(|(sampled, _)| sampled)
}

/// Also returns the mean of `1 / product of the weights` of the watched bits.
pub(super) fn sample_watching(problem: &Problem, sweeps: u32, watched: &[u32]) -> Result<(Sampled, f64), Impossible> {
    let seed = fingerprint(problem);
    let mut first = Chain::new(problem, seed)?;
    let mut second = Chain::new(problem, !seed)?;
    let (a, a_inverse) = first.run(sweeps, watched)?;
    let (b, b_inverse) = second.run(sweeps, watched)?;
    let gap = a.iter().zip(&b).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max);
    let marginals = a.iter().zip(&b).map(|(x, y)| 0.5 * (x + y)).collect();
    Ok((Sampled { marginals, gap }, 0.5 * (a_inverse + b_inverse)))
}

/// FNV-1a over everything that matters.
fn fingerprint(problem: &Problem) -> u64 {
    let mut hash = 0xCBF2_9CE4_8422_2325;
    let mut add = |word: u64| {
        for byte in word.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    };
    for (a0, a1) in problem.a0.iter().zip(&problem.a1) {
        add(a0.to_bits());
        add(a1.to_bits());
    }
    for bit in &problem.bits {
        add(bit.unfired.to_bits());
        add(bit.fired.to_bits());
        for (source, stay) in &bit.parents {
            add(u64::from(*source));
            add(stay.to_bits());
        }
    }
    hash
}
