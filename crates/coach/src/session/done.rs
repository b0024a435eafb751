//! What was done, for records.

use guide::shape::Side;
use guide::{Id, SourceIx};

/// Something that was done. A caller writes a record for each new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// A spot was held or swept once, or left out.
    Held {
        /// Source whose spot it is.
        source: SourceIx,
        /// Side.
        side: Side,
        /// Technique.
        technique: Id,
        /// Whole seconds under pressure; 0 if it was left out.
        seconds: u16,
        /// Highest feeling that was said, 0 to 10.
        felt: Option<u8>,
        /// How it ended.
        ended: Ended,
    },
    /// The same spot was pressed again.
    Retested {
        /// Source whose spot it is.
        source: SourceIx,
        /// Side.
        side: Side,
        /// Feeling before the first hold, 0 to 10, if it was said.
        before: Option<u8>,
        /// Feeling now, 0 to 10.
        after: u8,
    },
    /// A warm-up, stretch or exercise.
    Moved {
        /// What.
        what: Move,
        /// Side, if it has one.
        side: Option<Side>,
        /// Whole seconds of it, getting ready left out.
        seconds: u16,
        /// Highest feeling that was said, 0 to 10.
        felt: Option<u8>,
        /// How it ended.
        ended: Ended,
    },
    /// A stop sign.
    Sign {
        /// Id in the guide's stops (or as it was said).
        sign: Id,
        /// Spot, if it came up at one.
        at: Option<(SourceIx, Side)>,
    },
    /// The session ended; nothing but stop signs follows.
    Ended {
        /// Was every step done?
        complete: bool,
    },
}

/// A move, by its id in the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Warm-up.
    WarmUp(Id),
    /// Stretch.
    Stretch(Id),
    /// Exercise.
    Exercise(Id),
}

/// How something ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ended {
    /// Its time was up, or it was enough.
    Done,
    /// Too sore.
    TooSore,
    /// Left out or cut short.
    Skipped,
    /// A stop sign.
    Stopped,
}
