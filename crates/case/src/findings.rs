//! Findings by kind, and the case.

use crate::{Date, Visit};
use guide::shape::{Sex, Side};
use guide::{AskIx, CautionIx, FlagIx, QuestionIx, SourceIx, ZoneIx};

/// Who it is about, as far as it matters.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Person {
    /// Years.
    pub age: Option<u8>,
    /// Sex.
    pub sex: Option<Sex>,
}

/// How the places were given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PainBy {
    /// Painted or ticked on a shown body: a blank zone was seen and left.
    #[default]
    Drawing,
    /// Told in words: a zone not named was hardly denied.
    Words,
}

/// How it feels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quality {
    /// Dull, deep.
    Ache,
    /// As if too short.
    Tight,
    /// As if worn out.
    Tired,
    /// Burning.
    Burning,
    /// Pins and needles.
    Tingling,
    /// No feeling.
    Numb,
    /// Sharp, stabbing.
    Sharp,
}

impl Quality {
    /// Every quality with its id in the contract.
    pub const ALL: [(Quality, &'static str); 7] = [
        (Quality::Ache, "ache"),
        (Quality::Tight, "tight"),
        (Quality::Tired, "tired"),
        (Quality::Burning, "burning"),
        (Quality::Tingling, "tingling"),
        (Quality::Numb, "numb"),
        (Quality::Sharp, "sharp"),
    ];

    /// Its id in the contract.
    pub fn id(self) -> &'static str {
        Quality::ALL[self as usize].1
    }
}

/// One zone that hurts (or, at intensity 0, that was said not to).
#[derive(Clone, Debug, PartialEq)]
pub struct Pain {
    /// Zone.
    pub zone: ZoneIx,
    /// Side; `Midline` for zones on the middle line.
    pub side: Side,
    /// 0 to 10, if said.
    pub intensity: Option<f64>,
    /// Painted share of the zone's area, 0 to 1, if painted.
    pub share: Option<f64>,
    /// How it feels there.
    pub quality: Vec<Quality>,
}

/// Answer to a question or an ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Asked, not known.
    Unknown,
}

/// An answered question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Answer {
    /// Question.
    pub question: QuestionIx,
    /// Side it was asked for; `Midline` where the question has no sides.
    pub side: Side,
    /// Reply.
    pub reply: Reply,
}

/// Is the pressed pain the person's own?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Familiar {
    /// Yes: that is my pain.
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
}

/// A press on a source's spot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// Source whose spot was pressed.
    pub source: SourceIx,
    /// Side.
    pub side: Side,
    /// 0 to 10.
    pub tenderness: f64,
    /// Own pain?
    pub familiar: Familiar,
}

/// Where a control press was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlPlace {
    /// The same spot on the side that does not hurt.
    OtherSide,
    /// A neutral spot.
    Neutral,
}

/// A press where nothing is expected.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Control {
    /// Where.
    pub place: ControlPlace,
    /// 0 to 10.
    pub tenderness: f64,
    /// Own pain?
    pub familiar: Familiar,
}

/// A release and what pain did.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Release {
    /// Source.
    pub source: SourceIx,
    /// Side.
    pub side: Side,
    /// 0 to 10.
    pub pain_before: f64,
    /// 0 to 10.
    pub pain_after: f64,
}

/// A clinician has checked a red flag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cleared {
    /// Flag.
    pub flag: FlagIx,
    /// When.
    pub checked_on: Date,
}

/// Everything known now. Order of the lists is the order of telling and changes no probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// Who.
    pub person: Person,
    /// Days since the pain began.
    pub onset_days: Option<u32>,
    /// How places were given.
    pub pain_by: PainBy,
    /// Where it hurts; never empty in a case from outside.
    pub pain: Vec<Pain>,
    /// Answers of the gate.
    pub gate: Vec<(AskIx, Reply)>,
    /// Cautions that hold for this person.
    pub cautions: Vec<CautionIx>,
    /// What a clinician has checked.
    pub clinician: Vec<Cleared>,
    /// Answered questions.
    pub answers: Vec<Answer>,
    /// Presses of this sitting.
    pub presses: Vec<Press>,
    /// Control presses.
    pub controls: Vec<Control>,
    /// Releases so far, in time order.
    pub releases: Vec<Release>,
    /// Earlier visits, oldest first. They teach how this person marks and feels, never what is active now.
    pub earlier: Vec<Visit>,
    /// May earlier visits teach anything? False answers as if there had been none.
    pub learn: bool,
}

impl Default for Case {
    /// Nothing is known; earlier visits may teach.
    fn default() -> Case {
        Case {
            person: Person::default(),
            onset_days: None,
            pain_by: PainBy::default(),
            pain: Vec::new(),
            gate: Vec::new(),
            cautions: Vec::new(),
            clinician: Vec::new(),
            answers: Vec::new(),
            presses: Vec::new(),
            controls: Vec::new(),
            releases: Vec::new(),
            earlier: Vec::new(),
            learn: true,
        }
    }
}
