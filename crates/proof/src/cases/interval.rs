//! How far a figure from so few people may be off: 95 % intervals.

/// Draws of the bootstrap; its ends are then steady to about one percent.
const DRAWS: usize = 2000;
/// Two-sided 95 % of the normal distribution.
const Z: f64 = 1.959_964;

/// A share of people, 0 to 1, with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Share {
    /// Share, 0 to 1.
    pub(crate) value: f64,
    /// Lower end.
    pub(crate) low: f64,
    /// Upper end.
    pub(crate) high: f64,
    /// Of so many people.
    pub(crate) n: usize,
}

/// Wilson's interval of `hits` in `n`. With nobody to count, everything is possible.
pub(crate) fn wilson(hits: usize, n: usize) -> Share {
    if n == 0 {
        return Share { value: 0.0, low: 0.0, high: 1.0, n };
    }
    let (size, p) = (n as f64, hits as f64 / n as f64);
    let z2 = Z * Z;
    let middle = (p + z2 / (2.0 * size)) / (1.0 + z2 / size);
    let half = Z * (p * (1.0 - p) / size + z2 / (4.0 * size * size)).sqrt() / (1.0 + z2 / size);
    Share { value: p, low: (middle - half).max(0.0), high: (middle + half).min(1.0), n }
}

/// The mean of the shares of two groups, its interval from drawing people anew within each group. The same numbers on
/// every machine.
pub(crate) fn balanced(first: &[bool], second: &[bool]) -> Share {
    let share = |group: &[bool]| group.iter().filter(|hit| **hit).count() as f64 / group.len().max(1) as f64;
    let mut dice = Dice(1);
    let mut drawn = |group: &[bool]| {
        let hits = group.iter().filter(|_| group[dice.below(group.len())]).count();
        hits as f64 / group.len().max(1) as f64
    };
    let mut means: Vec<f64> = (0..DRAWS).map(|_| (drawn(first) + drawn(second)) / 2.0).collect();
    means.sort_by(f64::total_cmp);
    let value = (share(first) + share(second)) / 2.0;
    Share { value, low: means[DRAWS / 40], high: means[DRAWS - 1 - DRAWS / 40], n: first.len() + second.len() }
}

/// Numbers that look random and are always the same (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % limit.max(1) as u64) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wilson_is_what_tables_say() {
        for (hits, n, low, high) in [(5, 10, 0.237, 0.763), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (0, 0, 0.0, 1.0)]
        {
            let share = wilson(hits, n);
            assert!((share.low - low).abs() < 0.001 && (share.high - high).abs() < 0.001, "{hits} of {n}: {share:?}");
        }
    }

    #[test]
    fn balanced_weighs_groups_alike() {
        let share = balanced(&[true; 2], &[false; 20]);
        assert_eq!((share.value, share.low, share.high, share.n), (0.5, 0.5, 0.5, 22));
        let wide = balanced(&[true, false], &[true, false, true, false]);
        assert!(wide.low < 0.3 && wide.high > 0.7, "{wide:?}");
    }
}
