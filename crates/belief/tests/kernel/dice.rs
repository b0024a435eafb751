//! Networks and evidence to try, drawn by dice.

use belief::kernel::{Cause, Evidence, Network, Node};

/// splitmix64: the tests' own.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    pub(crate) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.bits() % limit as u64) as usize
    }
    pub(crate) fn shuffled(&mut self, n: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            all.swap(i, self.below(i + 1));
        }
        all
    }
    /// Two of three shares of 1, now and then 0 or 1.
    pub(crate) fn pair(&mut self) -> [f64; 2] {
        match self.below(12) {
            0 => [0.0, 0.0],
            1 => [self.unit(), 0.0],
            2 => [0.0, self.unit()],
            3 => [0.0, 1.0],
            _ => {
                let (a, b) = (self.unit(), self.unit());
                [a.min(b), (a - b).abs()]
            }
        }
    }
    pub(crate) fn node(&mut self, sources: usize, most: usize) -> Node {
        let count = 1 + self.below(most.min(sources));
        let chosen = self.shuffled(sources);
        let causes = chosen[..count].iter().map(|&s| Cause { source: s as u32, rise: self.pair() }).collect();
        let leak = self.pair().map(|x| 0.4 * x);
        Node { causes, leak }
    }
    pub(crate) fn network(&mut self, sources: usize, nodes: usize, most: usize) -> Network {
        let priors = (0..sources).map(|_| if self.below(20) == 0 { 0.0 } else { self.unit() }).collect();
        Network { priors, nodes: (0..nodes).map(|_| self.node(sources, most)).collect() }
    }
    pub(crate) fn positive(&mut self) -> Evidence {
        match self.below(6) {
            0 | 1 => Evidence::Level(1),
            2 => Evidence::Level(2),
            3 => Evidence::AtLeast(1),
            4 => Evidence::AtLeast(2),
            _ => Evidence::Step { from: 1 + self.below(2) as u8, below: self.unit(), above: 3.0 * self.unit() },
        }
    }
    pub(crate) fn negative(&mut self) -> Evidence {
        match self.below(4) {
            0 => Evidence::Unknown,
            1 => Evidence::Level(0),
            2 => Evidence::Blank { strength: 0.74 },
            _ => Evidence::Blank { strength: 2.0 * self.unit() },
        }
    }
    /// At most `positives` positive findings.
    pub(crate) fn evidence(&mut self, nodes: usize, positives: usize) -> Vec<Evidence> {
        let mut left = positives;
        let mut one = |_| {
            if left > 0 && self.below(2) == 0 {
                left -= 1;
                self.positive()
            } else {
                self.negative()
            }
        };
        (0..nodes).map(&mut one).collect()
    }
}
