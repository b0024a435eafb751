//! What all records say together.

use crate::{Ended, RecordId, Stamp};
use case::{Case, Cleared, Pain, PainBy, Press, Release, Side, Surface, Tool};
use guide::{CautionIx, Id, SourceIx};

/// What all records together say now.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The case of the current visit; `pain` is empty if nothing was drawn in it.
    pub case: Case,
    /// When the current visit began; the first record if none says so.
    pub visit: Option<Stamp>,
    /// Cautions that were shown, sorted.
    pub asked: Vec<CautionIx>,
    /// The last kit.
    pub kit: Option<KitTold>,
    /// A session that has begun and not ended.
    pub session: Option<SessionTold>,
    /// Sessions that are over, oldest first.
    pub sessions: Vec<SessionTold>,
    /// The journal, oldest day first.
    pub days: Vec<Day>,
    /// Records that name something this guide does not know. They are kept; what is not known is left out here.
    pub strangers: usize,
}

/// What there is for a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitTold {
    /// Minutes, as told.
    pub minutes: u16,
    /// Tools, sorted, each once.
    pub tools: Vec<Tool>,
    /// Surfaces, sorted, each once.
    pub surfaces: Vec<Surface>,
    /// Used to firm pressure?
    pub experienced: bool,
}

/// A session, as far as it went.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionTold {
    /// When it began.
    pub began: Stamp,
    /// When it ended, or what was last done in it if another one began before it was ended. `None` while it goes on.
    pub ended: Option<Stamp>,
    /// Pain just before, 0 to 10.
    pub pain_before: Option<u8>,
    /// Pain just after, 0 to 10.
    pub pain_after: Option<u8>,
    /// Was everything of its plan done?
    pub complete: bool,
    /// What was held or swept in it, in time order.
    pub holds: Vec<Hold>,
    /// What pain did at the released spots, in time order.
    pub releases: Vec<Release>,
    /// The same spots again, in time order: how sore before, if it was said, and after.
    pub again: Vec<(SourceIx, Side, Option<u8>, u8)>,
    /// Pain in the movement that hurts most, in time order.
    pub movement: Vec<u8>,
    /// Exercises in it, in time order.
    pub drills: Vec<Drill>,
    /// Stop signs in it, and after it until the next begins, in time order.
    pub stops: Vec<Stop>,
}

/// An exercise that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drill {
    /// Exercise of the guide.
    pub exercise: Id,
    /// Seconds.
    pub seconds: u16,
    /// Pain at the most, 0 to 10, if it was said.
    pub felt: Option<u8>,
    /// How it ended.
    pub ended: Ended,
}

/// A spot that was held or swept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// Source whose spot it is.
    pub source: SourceIx,
    /// Side.
    pub side: Side,
    /// Technique of the guide.
    pub technique: String,
    /// Seconds under pressure.
    pub seconds: u16,
    /// How sore it felt at the most, 0 to 10, if it was said.
    pub felt: Option<u8>,
    /// How it ended.
    pub ended: Ended,
}

/// A stop sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// Stop sign of the guide.
    pub sign: String,
    /// Where, if at a spot.
    pub at: Option<(SourceIx, Side)>,
}

/// A day of the journal; never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// The local day, counted in days since 1970-01-01.
    pub day: i64,
    /// What happened, in time order.
    pub entries: Vec<Entry>,
}

/// Something of one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// When.
    pub at: Stamp,
    /// The record that says so.
    pub record: RecordId,
    /// What.
    pub what: What,
}

/// What the journal shows.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// How bad it was.
    Rated {
        /// 0 to 10.
        pain: u8,
        /// In the person's own words; may be empty.
        note: String,
    },
    /// The pain drawing of a visit: the last one.
    Drawn {
        /// How it was given.
        by: PainBy,
        /// Where it hurt.
        places: Vec<Pain>,
    },
    /// A spot was pressed.
    Pressed(Press),
    /// A spot was held or swept.
    Held(Hold),
    /// The same spot was pressed again.
    Retested {
        /// Source whose spot it is.
        source: SourceIx,
        /// Side.
        side: Side,
        /// How sore it was before, 0 to 10, if it was said.
        before: Option<u8>,
        /// How sore it is now, 0 to 10.
        after: u8,
    },
    /// An exercise was done.
    Exercised(Drill),
    /// The movement that hurts most: pain in it, 0 to 10.
    Movement(u8),
    /// What pain did at a released spot.
    Released(Release),
    /// A stop sign.
    Stopped(Stop),
    /// A session began.
    SessionBegan {
        /// Pain just before, 0 to 10.
        pain: Option<u8>,
    },
    /// A session ended.
    SessionEnded {
        /// Pain just after, 0 to 10.
        pain: Option<u8>,
        /// Was everything of its plan done?
        complete: bool,
    },
    /// A clinician has looked at a red flag.
    Checked(Cleared),
}
