//! Everything a person can do.

use crate::{Part, Place};
use case::{Familiar, Quality, Reply, Sex, Side, Surface, Tool};
use guide::shape::View as Seen;
use guide::{AskIx, CautionIx, FlagIx, QuestionIx, SourceIx, ZoneIx};

/// Something a person does, or time passing.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Go to a screen; if something must come first, that comes first.
    Go(Place),
    /// On from here, to whatever comes next.
    On,
    /// Time has passed.
    Tick,
    /// Number on a scale.
    Scaled(Scale, u8),
    /// Text in a field.
    Typed(Field, String),
    /// Begin to look anew: what was told before is an earlier visit.
    LookAgain,
    /// Show this side of the body.
    Turn(Seen),
    /// Show this much of the body.
    Part(Part),
    /// Show the body's left side, or its right.
    Turned(bool),
    /// Tick or untick a zone in the list.
    Zone(ZoneIx, Side),
    /// The same in the picture.
    Touch(ZoneIx, Side),
    /// A stroke on the picture.
    Painted(Vec<Painted>),
    /// The same on the other side of the body.
    MirrorDrawing,
    /// Describe this place: how bad, how it feels.
    Describe(ZoneIx, Side),
    /// How it feels at the current zone, on or off.
    Quality(Quality),
    /// Take back the last change of the pain drawing.
    UndoDrawing,
    /// Make again what was taken back.
    RedoDrawing,
    /// Show where this source is felt.
    ShowSource(SourceIx, Side),
    /// Sex.
    Sex(Sex),
    /// Days since it began.
    Began(u32),
    /// A line of the gate, on or off, not yet confirmed.
    Flag(FlagIx),
    /// An ask of the gate, on or off, not yet confirmed.
    Ask(AskIx),
    /// A caution, on or off, not yet confirmed.
    Caution(CautionIx),
    /// Answer to a question.
    Answer(QuestionIx, Side, Reply),
    /// The next questions.
    MoreQuestions,
    /// A clinician has checked the flags that close the gate, today.
    Checked,
    /// Is it the pain one knows? Confirms the press.
    Familiar(Familiar),
    /// This spot cannot be found, or not be pressed.
    SkipSpot,
    /// Minutes at hand.
    Minutes(u16),
    /// A tool, on or off.
    Tool(Tool),
    /// A surface, on or off.
    Surface(Surface),
    /// Used to firm pressure, on or off.
    Experienced,
    /// Something in a session.
    Session(SessionAction),
    /// Something in the journal.
    Journal(JournalAction),
    /// Something in the settings.
    Settings(SettingsAction),
    /// Put the result in a few lines on the clipboard.
    CopyResult,
    /// Take the new version that is ready.
    Update,
}

/// What a stroke makes of a zone: the percent that is painted now, where 0 takes it away; none is the whole of it, if it was
/// not painted yet.
pub type Painted = (ZoneIx, Side, Option<u8>);

/// What one does in a session.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionAction {
    /// Begin.
    Begin,
    /// Less weight.
    EaseOff,
    /// Too sore: end this hold.
    TooSore,
    /// Stop: which sign?
    Stop,
    /// This stop sign.
    Sign(String),
    /// Stop without a sign.
    JustStop,
    /// Wait.
    Pause,
    /// Go on.
    Resume,
    /// Leave this step out.
    Skip,
    /// One step back.
    Back,
    /// This step is done.
    Done,
}

/// What one does in the journal.
#[derive(Clone, Debug, PartialEq)]
pub enum JournalAction {
    /// Keep today's number and note.
    Keep,
    /// A sign came up after the last session, by its id in the guide.
    Sign(String),
    /// Reminders for tonight and tomorrow as a calendar file.
    Remind,
    /// Take back a record.
    Undo(records::RecordId),
}

/// What one does in the settings.
#[derive(Clone, Debug, PartialEq)]
pub enum SettingsAction {
    /// A copy of all records as a file.
    Export,
    /// Text of a file that was chosen.
    Import(String),
    /// Delete everything: ask once more.
    Delete,
    /// Yes, delete everything.
    DeleteForGood,
    /// No, keep it.
    KeepAll,
}

/// Which scale of 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// How bad it is at the current zone.
    Intensity,
    /// How sore the pressed spot is.
    Tenderness,
    /// Pain now.
    Pain,
    /// How sore it feels in a hold.
    Felt,
    /// How bad the movement is that hurts most.
    Movement,
}

impl Scale {
    /// Every scale.
    pub const ALL: [Scale; 5] = [Scale::Intensity, Scale::Tenderness, Scale::Pain, Scale::Felt, Scale::Movement];
}

/// Which field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Age in years.
    Age,
    /// A note in the journal.
    Note,
}
