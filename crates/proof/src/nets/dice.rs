//! Numbers that look random and are always the same.

/// splitmix64 (Steele, Lea, Flood 2014).
pub(crate) struct Dice(u64);

impl Dice {
    /// The same seed throws the same numbers.
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    /// 0 to 1, without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// `count` of the numbers below `limit`, each at most once, in the order drawn; all of them if there are no more.
    pub(crate) fn choose(&mut self, count: usize, limit: usize) -> Vec<usize> {
        let mut left: Vec<usize> = (0..limit).collect();
        let draw = |_| left.swap_remove((self.bits() % left.len() as u64) as usize);
        (0..count.min(limit)).map(draw).collect()
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::Dice;

    #[test]
    fn what_is_chosen_is_chosen_once() {
        for (count, limit) in [(3, 10), (10, 10), (12, 10), (0, 0)] {
            let mut chosen = Dice::new(1).choose(count, limit);
            chosen.sort_unstable();
            chosen.dedup();
            assert_eq!(chosen.len(), count.min(limit));
            assert!(chosen.iter().all(|at| *at < limit));
        }
    }
}
