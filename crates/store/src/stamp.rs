//! Times in the names of files: `2026-11-25T02-10-00.123Z`. Later ones sort later.

const DAY: i64 = 86_400_000;

/// A time as part of a file's name. No colons: Windows has none in names.
pub(crate) fn written(at_ms: i64) -> String {
    let (year, month, day) = civil(at_ms.div_euclid(DAY));
    let ms = at_ms.rem_euclid(DAY);
    let (hour, minute, second, ms) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1000 % 60, ms % 1000);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}-{minute:02}-{second:02}.{ms:03}Z")
}

/// The time that was written. None for any other text.
pub(crate) fn read(text: &str) -> Option<i64> {
    let mut numbers = text.strip_suffix('Z')?.split(['-', 'T', '.']).map(|part| part.parse::<i64>().ok());
    let mut next = || numbers.next().flatten();
    let (year, month, day) = (next()?, next()?, next()?);
    let (hour, minute, second, ms) = (next()?, next()?, next()?, next()?);
    let at_ms = days(year, month, day) * DAY + hour * 3_600_000 + minute * 60_000 + second * 1000 + ms;
    (written(at_ms) == text).then_some(at_ms)
}

/// Days since 1970 as year, month, day (Gregorian; years begin in March while counting, so that leap days come last).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// The way back. Garbage in, garbage out: `read` compares.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = (year.clamp(0, 9999) - i64::from(month <= 2), month.clamp(1, 12));
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * (if month > 2 { month - 3 } else { month + 9 }) + 2) / 5 + day.clamp(1, 31) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

#[cfg(test)]
mod tests {
    use super::{read, written};

    #[test]
    fn times_are_written_and_read() {
        for (at_ms, text) in [
            (0, "1970-01-01T00-00-00.000Z"),
            (1_795_572_600_123, "2026-11-25T02-10-00.123Z"),
            (951_782_400_000, "2000-02-29T00-00-00.000Z"),
            (-1, "1969-12-31T23-59-59.999Z"),
        ] {
            assert_eq!(written(at_ms), text);
            assert_eq!(read(text), Some(at_ms));
        }
        for text in
            ["", "Z", "2026-13-25T02-10-00.123Z", "2026-02-30T02-10-00.123Z", "2026-11-25", "99999999999999999999Z"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
