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

/// A probability in whole percent. Nothing is said to be sure: "under 1 %", "over 99 %".
pub fn chance(probability: f64) -> String {
    match probability * 100.0 {
        low if low < 1.0 => "under 1 %".to_owned(),
        high if high > 99.0 => "over 99 %".to_owned(),
        between => format!("{} %", decimals(between, 0)),
    }
}

/// A number of a scale from 0 to 10; only a JSON case can have one between two.
pub(crate) fn of_ten(value: f64) -> String {
    let text = decimals(value, 1);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{chance, decimals};

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

    #[test]
    fn no_chance_is_none_and_none_is_all() {
        let said = [0.0, 0.0099, 0.01, 0.236, 0.99, 0.991, 1.0].map(chance);
        assert_eq!(said, ["under 1 %", "under 1 %", "1 %", "24 %", "99 %", "over 99 %", "over 99 %"]);
    }
}
