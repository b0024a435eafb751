//! What is usual of some times, and what is worst.

/// Of at least one number; all infinite of none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    /// Half are not above it.
    pub(crate) median: f64,
    /// 99 in 100 are not above it.
    pub(crate) p99: f64,
    /// None is above it.
    pub(crate) most: f64,
}

impl Spread {
    pub(crate) fn of(values: impl Iterator<Item = f64>) -> Spread {
        let mut values: Vec<f64> = values.collect();
        values.sort_by(f64::total_cmp);
        // The smallest value that the share of all values does not exceed.
        let at = |share: f64| {
            let rank = (share * values.len() as f64).ceil() as usize;
            values.get(rank.max(1) - 1).copied().unwrap_or(f64::INFINITY)
        };
        Spread { median: at(0.5), p99: at(0.99), most: at(1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::Spread;

    #[test]
    fn shares_are_counted_from_below() {
        let hundred = Spread::of((1..=100).rev().map(f64::from));
        assert_eq!(hundred, Spread { median: 50.0, p99: 99.0, most: 100.0 });
        assert_eq!(Spread::of([7.0].into_iter()), Spread { median: 7.0, p99: 7.0, most: 7.0 });
        assert_eq!(Spread::of([].into_iter()).median, f64::INFINITY);
    }
}
