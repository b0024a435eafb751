//! What is right: every state of the sources is visited and multiplied. Knows only the definition of the network.

use belief::kernel::{Evidence, Network, Node};

/// P(level 0), P(level 1), P(level 2) of a node, given which sources are active.
pub(crate) fn levels(node: &Node, active: &[bool]) -> [f64; 3] {
    let rest = |two: [f64; 2]| 1.0 - two[0] - two[1];
    let full = |two: [f64; 2]| [if rest(two) > 1e-15 { rest(two) } else { 0.0 }, two[0], two[1]];
    let mut now = full(node.leak);
    for cause in node.causes.iter().filter(|cause| active[cause.source as usize]) {
        let push = full(cause.rise);
        let mut next = [0.0; 3];
        for a in 0..3 {
            for b in 0..3 {
                next[a.max(b)] += now[a] * push[b];
            }
        }
        now = next;
    }
    now
}

pub(crate) fn likelihood(node: &Node, seen: Evidence, active: &[bool]) -> f64 {
    let p = levels(node, active);
    match seen {
        Evidence::Unknown => 1.0,
        Evidence::Level(level) => p[usize::from(level)],
        Evidence::AtLeast(from) => p[usize::from(from)..].iter().sum(),
        Evidence::Step { from, below, above } => {
            (0..3).map(|level| p[level] * if level < usize::from(from) { below } else { above }).sum()
        }
        Evidence::Blank { strength } => p[0].powf(strength),
    }
}

/// Log Z and marginals, by visiting every state. `None` if Z is zero.
pub(crate) fn oracle(network: &Network, evidence: &[Evidence]) -> Option<(f64, Vec<f64>)> {
    let n = network.priors.len();
    let (mut z, mut with) = (0.0, vec![0.0; n]);
    for state in 0..1u32 << n {
        let active: Vec<bool> = (0..n).map(|s| state >> s & 1 == 1).collect();
        let mut weight = 1.0;
        for (&prior, &on) in network.priors.iter().zip(&active) {
            weight *= if on { prior } else { 1.0 - prior };
        }
        for (node, &seen) in network.nodes.iter().zip(evidence) {
            weight *= likelihood(node, seen, &active);
        }
        z += weight;
        for (total, _) in with.iter_mut().zip(&active).filter(|(_, on)| **on) {
            *total += weight;
        }
    }
    (z > 0.0).then(|| (z.ln(), with.iter().map(|w| w / z).collect()))
}
