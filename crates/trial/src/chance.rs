//! Seeded chance: a stream of numbers that begins at a key.
//!
//! Every draw of a person begins at its own key (what it is about, hashed with the person's seed), so asking in another
//! order gives the same answers. The mixing is SplitMix64 (Steele, Lea & Flood 2014).

/// A stream of chance.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

fn mix(state: u64) -> u64 {
    let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Chance {
    /// The stream that begins at a key.
    pub(crate) fn at(key: &[u64]) -> Chance {
        let step = |state: u64, part: &u64| mix(state.wrapping_add(0x9E37_79B9_7F4A_7C15) ^ mix(*part));
        Chance(key.iter().fold(0x243F_6A88_85A3_08D3, step))
    }

    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// Even between 0 and 1, without 1.
    pub(crate) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Even between two ends.
    pub(crate) fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// True with probability `p`.
    pub(crate) fn happens(&mut self, p: f64) -> bool {
        self.unit() < p
    }

    /// Even over `0..count`; 0 if there is nothing to choose from.
    pub(crate) fn below(&mut self, count: usize) -> usize {
        ((self.unit() * count as f64) as usize).min(count.saturating_sub(1))
    }

    /// Standard normal (Box and Muller).
    pub(crate) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.unit())).sqrt();
        radius * libm::cos(core::f64::consts::TAU * self.unit())
    }

    /// `exp` of a normal of this spread: a factor around 1.
    pub(crate) fn factor(&mut self, spread: f64) -> f64 {
        libm::exp(spread * self.normal())
    }

    /// An index with chances in proportion to the weights, if any weight is above 0.
    pub(crate) fn weighted(&mut self, weights: &[f64]) -> Option<usize> {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        let last = weights.iter().rposition(|w| *w > 0.0)?;
        let found = weights.iter().position(|w| {
            left -= w;
            left < 0.0
        });
        Some(found.unwrap_or(last))
    }
}

/// A chance with its log-odds moved.
pub(crate) fn moved(p: f64, by: f64) -> f64 {
    let factor = libm::exp(by);
    p * factor / (1.0 - p + p * factor)
}

#[cfg(test)]
mod tests {
    use super::{Chance, moved};

    #[test]
    fn a_key_gives_the_same_stream_and_another_key_another() {
        let draw = |key: &[u64]| Chance::at(key).unit();
        assert_eq!(draw(&[1, 2]).to_bits(), draw(&[1, 2]).to_bits());
        assert_ne!(draw(&[1, 2]).to_bits(), draw(&[2, 1]).to_bits());
    }

    #[test]
    fn draws_have_the_mean_and_spread_they_say() {
        let mut chance = Chance::at(&[7]);
        let draws: Vec<f64> = (0..20_000).map(|_| chance.normal()).collect();
        let mean = draws.iter().sum::<f64>() / 20_000.0;
        let spread = (draws.iter().map(|d| d * d).sum::<f64>() / 20_000.0).sqrt();
        assert!(mean.abs() < 0.03 && (spread - 1.0).abs() < 0.03, "{mean} {spread}");
        let often = (0..20_000).filter(|_| chance.happens(0.3)).count();
        assert!((5_700..6_300).contains(&often), "{often}");
    }

    #[test]
    fn weights_choose_in_proportion() {
        let mut chance = Chance::at(&[3]);
        assert_eq!(chance.weighted(&[0.0, 0.0]), None);
        let second = (0..10_000).filter(|_| chance.weighted(&[1.0, 3.0, 0.0]) == Some(1)).count();
        assert!((7_300..7_700).contains(&second), "{second}");
    }

    #[test]
    fn log_odds_move_a_chance() {
        assert!((moved(0.5, libm::log(3.0)) - 0.75).abs() < 1e-12);
    }
}
