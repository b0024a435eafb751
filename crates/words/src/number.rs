//! Numbers with a decimal point, without the tables that the standard library needs for any number at all: those are
//! 15 KB of the app.

/// A number with so many places after the point, rounded to the nearest; halves away from zero. Beyond what 64 bits
/// hold it stays at the largest; what is no number is zero.
pub fn decimals(value: f64, places: u32) -> String {
    let scale = 10_i64.pow(places);
    let units = (value * scale as f64).round() as i64;
    let sign = if units < 0 { "-" } else { "" };
    let (whole, rest) = (units.unsigned_abs() / scale.unsigned_abs(), units.unsigned_abs() % scale.unsigned_abs());
    match places {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest:0width$}", width = places as usize),
    }
}

/// A number of a scale from 0 to 10; only a JSON case can have one between two.
pub(crate) fn of_ten(value: f64) -> String {
    let text = decimals(value, 1);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::decimals;

    #[test]
    fn as_the_standard_library_but_for_halves() {
        for at in -4_000..4_000_i32 {
            // thirteenths: never halfway between two
            let value = f64::from(at) / 13.0;
            for (places, std) in [(0, format!("{value:.0}")), (1, format!("{value:.1}")), (2, format!("{value:.2}"))] {
                // nothing is left of a minus before zero
                let zero = !std.contains(|digit: char| ('1'..='9').contains(&digit));
                let std = if zero { std.replace('-', "") } else { std };
                assert_eq!(decimals(value, places), std);
            }
        }
        assert_eq!(decimals(0.125, 2), "0.13");
        assert_eq!(decimals(f64::NAN, 1), "0.0");
    }
}
