//! Powers of probabilities and odds.

/// `base` to the power of `exponent`, for a base from 0. As exact as a product of three roundings: `libm::pow` is right to the
/// last bit and two kilobytes of a phone's load.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    if exponent == 0.0 { 1.0 } else { libm::exp(exponent * libm::log(base)) }
}

#[cfg(test)]
mod tests {
    use super::power;

    #[test]
    fn as_the_librarys_to_twelve_places() {
        for base in [0.0, 1e-9, 0.003, 0.5, 1.0, 7.5, 200.0] {
            for exponent in [0.0, 0.3, 0.642, 1.0, 2.7] {
                let want = libm::pow(base, exponent);
                assert!((power(base, exponent) - want).abs() <= 1e-12 * want.max(1e-3), "{base}^{exponent}");
            }
        }
    }
}
