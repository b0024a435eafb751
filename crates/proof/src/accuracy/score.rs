//! Scores, with intervals of 95 percent.

use super::seeded::Seeded;

/// Half an interval in standard errors.
const Z: f64 = 1.96;
/// Certainty is cut here, so that one sure mistake is not an infinite loss.
const SUREST: f64 = 1e-6;
/// Calibration looks at statements above this; bins of equal mass.
const STATED: f64 = 1.0 / 15.0;
const BINS: usize = 15;
/// Resamplings of people for an interval of the calibration error.
const RESAMPLES: usize = 200;

/// A measured value with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// Mean of independent values; normal approximation.
pub(crate) fn mean(values: impl IntoIterator<Item = f64>) -> Measured {
    let values: Vec<f64> = values.into_iter().collect();
    let count = values.len().max(1) as f64;
    let value = values.iter().sum::<f64>() / count;
    let squares: f64 = values.iter().map(|v| (v - value) * (v - value)).sum();
    let error = (squares / (count - 1.0).max(1.0) / count).sqrt();
    Measured { value, low: value - Z * error, high: value + Z * error }
}

/// Share of trues; Wilson's interval.
pub(crate) fn share(values: impl IntoIterator<Item = bool>) -> Measured {
    let values: Vec<bool> = values.into_iter().collect();
    let count = values.len() as f64;
    if values.is_empty() {
        return Measured { value: f64::NAN, low: 0.0, high: 1.0 };
    }
    let value = values.iter().filter(|v| **v).count() as f64 / count;
    let centre = value + Z * Z / (2.0 * count);
    let half = Z * (value * (1.0 - value) / count + Z * Z / (4.0 * count * count)).sqrt();
    let scale = 1.0 + Z * Z / count;
    Measured { value, low: (centre - half) / scale, high: (centre + half) / scale }
}

/// Mean loss of a person's statements, nats a cell.
pub(crate) fn log_loss(stated: &[f64], truth: &[bool]) -> f64 {
    let loss = |(p, active): (&f64, &bool)| {
        let p = p.clamp(SUREST, 1.0 - SUREST);
        -libm::log(if *active { p } else { 1.0 - p })
    };
    stated.iter().zip(truth).map(loss).sum::<f64>() / truth.len() as f64
}

/// Index of the highest; the first of equals.
pub(crate) fn top(values: &[f64]) -> usize {
    (0..values.len()).fold(0, |best, at| if values[at] > values[best] { at } else { best })
}

/// What was stated and what was so: one pair a cell.
pub(crate) type Statements = Vec<(f64, bool)>;

/// A person's statements above one in fifteen.
pub(crate) fn statements(stated: &[f64], truth: &[bool]) -> Statements {
    stated.iter().copied().zip(truth.iter().copied()).filter(|(p, _)| *p > STATED).collect()
}

/// Statements of about the same chance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Bin {
    /// Mean chance stated.
    pub(crate) stated: f64,
    /// Share that was so.
    pub(crate) so: f64,
    pub(crate) count: usize,
}

/// Bins of equal mass.
pub(crate) fn bins(mut statements: Statements) -> Vec<Bin> {
    statements.sort_by(|a, b| a.0.total_cmp(&b.0));
    let count = statements.len();
    let bin = |at: usize| {
        let part = &statements[count * at / BINS..count * (at + 1) / BINS];
        let size = part.len().max(1) as f64;
        let stated = part.iter().map(|(p, _)| p).sum::<f64>() / size;
        let so = part.iter().filter(|(_, so)| *so).count() as f64 / size;
        Bin { stated, so, count: part.len() }
    };
    (0..BINS).map(bin).collect()
}

/// Expected calibration error; people are resampled for the interval.
pub(crate) fn calibration_error(people: &[Statements]) -> Measured {
    let error = |all: Statements| {
        let count = all.len().max(1) as f64;
        bins(all).iter().map(|bin| (bin.stated - bin.so).abs() * bin.count as f64 / count).sum::<f64>()
    };
    let value = error(people.concat());
    let mut draws = Seeded::at(people.len() as u64);
    let mut again: Vec<f64> = (0..RESAMPLES)
        .map(|_| error((0..people.len()).flat_map(|_| people[draws.below(people.len())].clone()).collect()))
        .collect();
    again.sort_by(f64::total_cmp);
    Measured { value, low: again[RESAMPLES / 40], high: again[RESAMPLES - 1 - RESAMPLES / 40] }
}

#[cfg(test)]
mod tests {
    use super::{bins, calibration_error, log_loss, mean, share, top};

    #[test]
    fn a_coin_costs_ln_2() {
        assert!((log_loss(&[0.5, 0.5], &[true, false]) - core::f64::consts::LN_2).abs() < 1e-12);
        assert!(log_loss(&[1.0], &[false]).is_finite());
    }

    #[test]
    fn intervals_hold_their_value() {
        let half = share((0..100).map(|i| i % 2 == 0));
        assert!((half.value - 0.5).abs() < 1e-12 && half.low > 0.40 && half.high < 0.60);
        let all = mean([1.0, 2.0, 3.0]);
        assert!((all.value - 2.0).abs() < 1e-12 && all.low < 1.0 && all.high > 3.0);
    }

    #[test]
    fn who_states_what_is_so_has_no_error_and_who_doubles_it_has() {
        let people = |stated: f64| (0..200).map(|i| vec![(stated, i % 5 == 0); 10]).collect::<Vec<_>>();
        assert!(calibration_error(&people(0.2)).value < 0.1);
        assert!((calibration_error(&people(0.8)).value - 0.6).abs() < 0.05);
        assert_eq!(bins(people(0.2).concat()).iter().map(|bin| bin.count).sum::<usize>(), 2_000);
    }

    #[test]
    fn the_first_of_equals_is_top() {
        assert_eq!(top(&[0.1, 0.7, 0.7]), 1);
    }
}
