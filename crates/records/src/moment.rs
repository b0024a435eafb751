//! When something happens, as the edge says.

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
        (self.at_ms + i64::from(self.offset_min) * 60_000).div_euclid(86_400_000)
    }
}
