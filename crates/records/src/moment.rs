//! When something happens, as the edge says.

use case::Date;

/// A day, milliseconds.
const DAY_MS: i64 = 86_400_000;

/// When a record was made: the wall clock of the device then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub at_ms: i64,
    /// Minutes by which the local clock was ahead of UTC.
    pub offset_min: i16,
}

/// An instant in which something is done: its time, and chance for a new id.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The wall clock.
    pub stamp: Stamp,
    /// Ten random bytes, new for each moment.
    pub entropy: [u8; 10],
}

impl Stamp {
    /// The local calendar day, counted in days since 1970-01-01.
    pub fn day(self) -> i64 {
        self.local_ms().div_euclid(DAY_MS)
    }

    /// The local calendar day as a date; `None` outside 1900 to 2199.
    pub fn date(self) -> Option<Date> {
        Date::of_days(self.day())
    }

    /// Local date and time with the offset, `2026-12-01T09:00:00+01:00`; `None` outside 1900 to 2199.
    pub fn iso(self) -> Option<String> {
        let seconds = self.local_ms().rem_euclid(DAY_MS) / 1000;
        let (sign, ahead) = (if self.offset_min < 0 { '-' } else { '+' }, self.offset_min.unsigned_abs());
        Some(format!(
            "{}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            self.date()?,
            seconds / 3600,
            seconds / 60 % 60,
            seconds % 60,
            ahead / 60,
            ahead % 60
        ))
    }

    fn local_ms(self) -> i64 {
        self.at_ms.saturating_add(i64::from(self.offset_min) * 60_000)
    }
}

#[cfg(test)]
mod tests {
    use super::Stamp;

    #[test]
    fn a_day_begins_at_local_midnight() {
        for (at_ms, offset_min, day, iso) in [
            (0, 0, 0, "1970-01-01T00:00:00+00:00"),
            (1_796_112_000_000, 60, 20_788, "2026-12-01T09:00:00+01:00"),
            (1_796_112_000_000, -570, 20_787, "2026-11-30T22:30:00-09:30"),
            (1_709_164_800_000, 0, 19_782, "2024-02-29T00:00:00+00:00"),
            (4_107_542_399_999, 0, 47_540, "2100-02-28T23:59:59+00:00"),
            (-1, 0, -1, "1969-12-31T23:59:59+00:00"),
        ] {
            let stamp = Stamp { at_ms, offset_min };
            assert_eq!((stamp.day(), stamp.iso().as_deref()), (day, Some(iso)));
        }
        for at_ms in [i64::MIN, i64::MAX] {
            assert_eq!(Stamp { at_ms, offset_min: 840 }.date(), None);
        }
    }
}
