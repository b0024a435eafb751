//! What a record can say.
//!
//! Ids are those of the guide, kept as text: a record outlives the guide it was made with.

use case::{ControlPlace, Date, Familiar, PainBy, Quality, Reply, Sex, Side, Surface, Tool};

/// What was told or done.
#[derive(Clone, Debug, PartialEq)]
pub enum Body {
    /// A look at the pain begins: what was told before belongs to an earlier visit.
    Visit,
    /// Who it is about. Replaces what was said before.
    Person {
        /// Years at that time.
        age: Option<u8>,
        /// Sex.
        sex: Option<Sex>,
    },
    /// How long it has hurt, days, at that time.
    Began {
        /// Days.
        days: u32,
    },
    /// The whole pain drawing; the last of a visit holds.
    Drawing {
        /// How it was given.
        by: PainBy,
        /// Every place that hurts.
        places: Vec<Place>,
    },
    /// An ask of the gate was answered.
    Ask {
        /// Ask.
        ask: String,
        /// Reply.
        reply: Reply,
    },
    /// Cautions were asked. Replaces what was said before about those asked.
    Cautions {
        /// Cautions that were shown.
        asked: Vec<String>,
        /// Those that hold.
        held: Vec<String>,
    },
    /// A question was answered.
    Answer {
        /// Question.
        question: String,
        /// Side it was asked for.
        side: Side,
        /// Reply.
        reply: Reply,
    },
    /// A spot was pressed.
    Press {
        /// Source whose spot it is.
        source: String,
        /// Side.
        side: Side,
        /// 0 to 10.
        tenderness: u8,
        /// Is it the pain the person knows?
        familiar: Familiar,
    },
    /// A place was pressed where nothing is expected.
    Control {
        /// Where.
        place: ControlPlace,
        /// 0 to 10.
        tenderness: u8,
        /// Is it the pain the person knows?
        familiar: Familiar,
    },
    /// What there is for a session.
    Kit {
        /// Minutes.
        minutes: u16,
        /// Tools.
        tools: Vec<Tool>,
        /// Surfaces.
        surfaces: Vec<Surface>,
        /// Used to firm pressure?
        experienced: bool,
    },
    /// A session begins.
    SessionBegan {
        /// Pain just before, 0 to 10.
        pain: Option<u8>,
    },
    /// A spot was held or swept.
    Held {
        /// Source whose spot it is.
        source: String,
        /// Side.
        side: Side,
        /// Technique.
        technique: String,
        /// Seconds under pressure.
        seconds: u16,
        /// How sore it felt at the most, 0 to 10, if it was said.
        felt: Option<u8>,
        /// How it ended.
        ended: Ended,
    },
    /// A stop sign came up while something was pressed.
    StopSign {
        /// Stop sign of the guide.
        sign: String,
        /// Where, if at a spot.
        at: Option<(String, Side)>,
    },
    /// The same spot was pressed again, in the same way, after it was held.
    Retested {
        /// Source whose spot it is.
        source: String,
        /// Side.
        side: Side,
        /// How sore it was before, 0 to 10, if it was said.
        before: Option<u8>,
        /// How sore it is now, 0 to 10.
        after: u8,
    },
    /// An exercise was done.
    Exercised {
        /// Exercise of the guide.
        exercise: String,
        /// Seconds.
        seconds: u16,
        /// Pain at the most, 0 to 10, if it was said.
        felt: Option<u8>,
        /// How it ended.
        ended: Ended,
    },
    /// The movement that hurts most was made, before or after the spots of a session.
    Movement {
        /// Pain in it, 0 to 10.
        pain: u8,
    },
    /// What pain did over a release.
    Released {
        /// Source.
        source: String,
        /// Side.
        side: Side,
        /// Pain before, 0 to 10.
        pain_before: u8,
        /// Pain after, 0 to 10.
        pain_after: u8,
    },
    /// A session ended.
    SessionEnded {
        /// Pain just after, 0 to 10.
        pain: Option<u8>,
        /// Was everything of the plan done?
        complete: bool,
    },
    /// How bad it is today.
    Rated {
        /// 0 to 10.
        pain: u8,
        /// In the person's own words; may be empty.
        note: String,
    },
    /// A clinician has looked at a red flag.
    Checked {
        /// Flag.
        flag: String,
        /// When.
        on: Date,
    },
    /// An earlier record no longer holds.
    Undone {
        /// Which.
        record: crate::RecordId,
    },
}

/// A zone that hurts.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Zone.
    pub zone: String,
    /// Side.
    pub side: Side,
    /// 0 to 10, if said.
    pub intensity: Option<u8>,
    /// Painted share of the zone, percent, if painted.
    pub share: Option<u8>,
    /// How it feels, sorted.
    pub quality: Vec<Quality>,
}

/// How a hold ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// Its time was up.
    Done,
    /// Too sore.
    TooSore,
    /// Skipped.
    Skipped,
    /// A stop sign.
    Stopped,
}
