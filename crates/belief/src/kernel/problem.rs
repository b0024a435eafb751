//! What is left of a network once evidence is in: everything that factorises is absorbed.

use super::network::{Cause, Evidence, Network, Node};

/// A sum over all states x of the sources:
/// `exp(log_const) * sum_x prod_s (x_s ? a1[s] : a0[s]) * prod_b bit_b(x)`.
///
/// Made by [`compile`]; may be built by hand, with numbers finite and at least 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Problem {
    /// Weight of each source being inactive. `a0[s] + a1[s] == 1` up to rounding.
    pub a0: Vec<f64>,
    /// Weight of each source being active, with everything absorbed that concerns it alone.
    pub a1: Vec<f64>,
    /// Findings that join two or more sources.
    pub bits: Vec<Bit>,
    /// Natural log of the constant in front; minus infinity if the evidence is plainly impossible.
    pub log_const: f64,
}

/// One positive (or doubtful) finding. With U = product of `stay` over its active parents, its
/// weight is `fired * (1 - U) + unfired * U`.
#[derive(Clone, Debug, PartialEq)]
pub struct Bit {
    /// (source, P(an active source leaves the finding unexplained), 0 to 1); each source once.
    pub parents: Vec<(u32, f64)>,
    /// Weight when no parent explains it: the leak's chance. At least 0.
    pub unfired: f64,
    /// Weight when some parent explains it. At least 0.
    pub fired: f64,
}

/// Absorbs evidence, one entry per node in order. Nodes without an entry are unknown; entries
/// without a node are ignored. The network must have passed [`Network::check`].
///
/// Unknown nodes vanish; level 0 and blanks scale `a1`; level 1 scales `a1` by "not more than 1" and
/// leaves a bit; so do `AtLeast` and `Step`. Bits of one cause fold into `a0`, `a1`; bits of none
/// become constants.
///
/// The structure (which bits, which parents, in which order) depends on the causes listed and on the
/// evidence, never on the network's numbers: an edge of weight zero stays. So one
/// [`Plan`](super::Plan) serves all networks that list the same causes. See [`Problem::pruned`].
pub fn compile(network: &Network, evidence: &[Evidence]) -> Problem {
    let a1 = network.priors.clone();
    let a0 = a1.iter().map(|p| 1.0 - p).collect();
    let mut absorber = Absorber::new(Problem { a0, a1, bits: Vec::new(), log_const: 0.0 });
    for (node, &seen) in network.nodes.iter().zip(evidence) {
        absorber.see(node, seen);
    }
    absorber.finish()
}

/// The problem after one more observation. At most one bit is added, at the end.
pub fn with_evidence(problem: &Problem, node: &Node, seen: Evidence) -> Problem {
    let mut absorber = Absorber::new(problem.clone());
    absorber.see(node, seen);
    absorber.finish()
}

impl Problem {
    /// The same sum with idle edges taken out: parents that cannot fire the bit or cannot be active.
    /// Smaller, but its structure now depends on the numbers, so a plan for another problem may no
    /// longer fit.
    pub fn pruned(&self) -> Problem {
        let bare = Problem { a0: self.a0.clone(), a1: self.a1.clone(), bits: Vec::new(), log_const: self.log_const };
        let mut absorber = Absorber::new(bare);
        for bit in &self.bits {
            let works = |&&(source, stay): &&(u32, f64)| stay < 1.0 && self.a1[source as usize] > 0.0;
            let parents = bit.parents.iter().filter(works).copied().collect();
            absorber.add_bit(Bit { parents, ..*bit });
        }
        absorber.finish()
    }
}

/// P(level 0) of a leak or a rise. What rounding leaves of 1 - 0.7 - 0.3 is zero.
fn none(levels: [f64; 2]) -> f64 {
    let rest = 1.0 - levels[0] - levels[1];
    if rest > 1e-15 { rest } else { 0.0 }
}

fn is_weight(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}

/// A product that neither underflows nor takes a logarithm per factor.
#[derive(Clone, Copy, Debug)]
pub(super) struct LogProduct {
    product: f64,
    log: f64,
}

impl LogProduct {
    pub(super) const ONE: LogProduct = LogProduct { product: 1.0, log: 0.0 };

    pub(super) fn times(&mut self, factor: f64) {
        let product = self.product * factor;
        if (1e-200..1e200).contains(&product) {
            self.product = product;
        } else {
            // apart, as the product itself may have left the range of f64
            self.log += libm::log(self.product) + libm::log(factor);
            self.product = 1.0;
        }
    }

    pub(super) fn log(self) -> f64 {
        self.log + libm::log(self.product)
    }
}

/// A problem under construction.
struct Absorber {
    problem: Problem,
    constant: LogProduct,
    blanks: Blanks,
}

/// Blanks of one strength are multiplied first and raised once per source, as powers are slow.
struct Blanks {
    strength: f64,
    leak: LogProduct,
    /// Product of P(0) per source; empty until a blank is seen.
    active: Vec<f64>,
}

impl Absorber {
    fn new(problem: Problem) -> Self {
        let blanks = Blanks { strength: 0.0, leak: LogProduct::ONE, active: Vec::new() };
        Absorber { problem, constant: LogProduct::ONE, blanks }
    }

    fn see(&mut self, node: &Node, seen: Evidence) {
        match seen {
            Evidence::Unknown | Evidence::AtLeast(0) => {}
            Evidence::Level(0) => self.zero(node),
            Evidence::Level(1) => self.exactly_one(node),
            Evidence::Level(2) | Evidence::AtLeast(2) => self.step(node, 2, 0.0, 1.0),
            Evidence::AtLeast(1) => self.step(node, 1, 0.0, 1.0),
            Evidence::Step { from: 0, above, .. } => self.constant_weight(above),
            Evidence::Step { from: from @ 1..=2, below, above } => self.step(node, from, below, above),
            Evidence::Step { below, .. } => self.constant_weight(below),
            Evidence::Blank { strength } => self.blank(node, strength),
            Evidence::Level(_) | Evidence::AtLeast(_) => self.constant.times(0.0),
        }
    }

    fn zero(&mut self, node: &Node) {
        self.constant.times(none(node.leak));
        for cause in &node.causes {
            self.problem.a1[cause.source as usize] *= none(cause.rise);
        }
    }

    fn blank(&mut self, node: &Node, strength: f64) {
        if strength == 0.0 {
            return;
        }
        if strength == 1.0 {
            return self.zero(node);
        }
        if !is_weight(strength) {
            return self.constant.times(0.0);
        }
        if strength != self.blanks.strength {
            self.raise_blanks();
            self.blanks.strength = strength;
            self.blanks.active.resize(self.problem.a1.len(), 1.0);
        }
        self.blanks.leak.times(none(node.leak));
        for cause in &node.causes {
            self.blanks.active[cause.source as usize] *= none(cause.rise);
        }
    }

    fn raise_blanks(&mut self) {
        let Blanks { strength, leak, active } = &mut self.blanks;
        for (a1, product) in self.problem.a1.iter_mut().zip(active) {
            if *product != 1.0 {
                *a1 *= super::power(*product, *strength);
                *product = 1.0;
            }
        }
        self.problem.log_const += *strength * leak.log();
        *leak = LogProduct::ONE;
    }

    /// "Not more than 1" factorises; given that, level 1 is a plain positive.
    fn exactly_one(&mut self, node: &Node) {
        let at_most_one = |levels: [f64; 2]| none(levels) + levels[0];
        let leak = at_most_one(node.leak);
        self.constant.times(leak);
        let mut parents = Vec::with_capacity(node.causes.len());
        for cause in &node.causes {
            let share = at_most_one(cause.rise);
            self.problem.a1[cause.source as usize] *= share;
            let stay = if share > 0.0 { none(cause.rise) / share } else { 1.0 };
            parents.push((cause.source, stay));
        }
        let unfired = if leak > 0.0 { node.leak[0] / leak } else { 0.0 };
        self.add_bit(Bit { parents, unfired, fired: 1.0 });
    }

    /// Likelihood `below` under level `from` and `above` from it on; `from` is 1 or 2.
    fn step(&mut self, node: &Node, from: u8, below: f64, above: f64) {
        if !is_weight(below) || !is_weight(above) {
            return self.constant.times(0.0);
        }
        if below == above {
            return self.constant.times(above);
        }
        let stay = |levels: [f64; 2]| if from == 1 { none(levels) } else { 1.0 - levels[1] };
        let leak = if from == 1 { node.leak[0] + node.leak[1] } else { node.leak[1] };
        let parent = |cause: &Cause| (cause.source, stay(cause.rise));
        let parents = node.causes.iter().map(parent).collect();
        let unfired = leak * above + stay(node.leak) * below;
        self.add_bit(Bit { parents, unfired, fired: above });
    }

    fn constant_weight(&mut self, weight: f64) {
        self.constant.times(if is_weight(weight) { weight } else { 0.0 });
    }

    fn add_bit(&mut self, mut bit: Bit) {
        let Problem { a0, a1, bits, .. } = &mut self.problem;
        if bit.fired == 0.0 {
            // "at most" factorises
            self.constant.times(bit.unfired);
            for (source, stay) in bit.parents {
                a1[source as usize] *= stay;
            }
            return;
        }
        match bit.parents[..] {
            [] => self.constant.times(bit.unfired),
            [(source, stay)] => {
                let s = source as usize;
                a1[s] *= bit.unfired * stay + bit.fired * (1.0 - stay);
                a0[s] *= bit.unfired;
            }
            _ => {
                // weights of at most 1 keep the tables in range
                let top = bit.unfired.max(bit.fired);
                if top != 1.0 {
                    self.constant.times(top);
                    bit.unfired /= top;
                    bit.fired /= top;
                }
                bits.push(bit);
            }
        }
    }

    fn finish(mut self) -> Problem {
        if self.blanks.strength != 0.0 {
            self.raise_blanks();
        }
        let Problem { a0, a1, .. } = &mut self.problem;
        for (a0, a1) in a0.iter_mut().zip(a1) {
            let sum = *a0 + *a1;
            self.constant.times(sum);
            if sum > 0.0 && sum != 1.0 {
                *a0 /= sum;
                *a1 /= sum;
            }
        }
        self.problem.log_const += self.constant.log();
        self.problem
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two_causes() -> Network {
        let causes = vec![Cause { source: 0, rise: [0.2, 0.5] }, Cause { source: 1, rise: [0.0, 0.0] }];
        Network { priors: vec![0.1, 0.2], nodes: vec![Node { causes, leak: [0.05, 0.05] }] }
    }

    #[test]
    fn unknown_leaves_the_priors() {
        let problem = compile(&two_causes(), &[Evidence::Unknown]);
        assert_eq!(problem, compile(&two_causes(), &[]));
        assert_eq!(problem.a1, [0.1, 0.2]);
        assert_eq!(problem.log_const, 0.0);
    }

    #[test]
    fn level_zero_leaves_no_bit() {
        let problem = compile(&two_causes(), &[Evidence::Level(0)]);
        assert!(problem.bits.is_empty());
        assert!((problem.a1[0] / problem.a0[0] - 0.1 * 0.3 / 0.9).abs() < 1e-15);
        assert!((problem.log_const - libm::log(0.9 * (0.9 + 0.03))).abs() < 1e-15);
        assert_eq!(problem, compile(&two_causes(), &[Evidence::Blank { strength: 1.0 }]));
    }

    #[test]
    fn idle_edges_stay_until_pruned() {
        let problem = compile(&two_causes(), &[Evidence::Level(2)]);
        assert_eq!(problem.bits[0].parents, [(0, 0.5), (1, 1.0)]);
        assert!(problem.pruned().bits.is_empty());
    }

    #[test]
    fn one_more_observation_is_the_same_as_one_from_the_start() {
        let mut network = two_causes();
        network.nodes.push(network.nodes[0].clone());
        let both = compile(&network, &[Evidence::Level(2), Evidence::Level(2)]);
        let first = compile(&network, &[Evidence::Level(2)]);
        assert_eq!(with_evidence(&first, &network.nodes[1], Evidence::Level(2)), both);
    }

    #[test]
    fn a_product_leaves_no_range() {
        let mut product = LogProduct::ONE;
        for _ in 0..1000 {
            product.times(1e-9);
        }
        assert!((product.log() / (1000.0 * libm::log(1e-9)) - 1.0).abs() < 1e-12);
        product.times(0.0);
        assert_eq!(product.log(), f64::NEG_INFINITY);
    }
}
