//! What belief says, as plain data with typed reasons.

use crate::kernel::Method;
use crate::weights::Spot;
use case::ControlPlace;
use guide::shape::{PersonFact, Side, Word};
use guide::{QuestionIx, SourceIx, ZoneIx};

/// How likely, in words. Always shown with the banner that no clinician has checked this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likely {
    /// Below one in twenty.
    Unlikely,
    /// Below about one in eight.
    LessLikely,
    /// Worth looking at.
    Possible,
    /// Fits best, alone or tied.
    Leading,
}

/// A finding that speaks for or against a source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// A zone that hurts.
    Pain(ZoneIx, Side),
    /// A word that named several zones which hurt.
    Word(Word, Side),
    /// A zone that was left blank or denied.
    Blank(ZoneIx, Side),
    /// An answer: yes or no.
    Answer(QuestionIx, Side, bool),
    /// A press.
    Press(SourceIx, Side),
    /// A control press.
    Control(ControlPlace),
    /// A release and what pain did.
    Release(SourceIx, Side),
    /// A fact about the person.
    Person(PersonFact),
}

/// How much one finding changes a source: leave-one-out, under the likeliest style.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// The finding.
    pub finding: Finding,
    /// Log-odds with it minus log-odds without it; above 0 speaks for.
    pub log_odds: f64,
}

/// One source on one side.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Source.
    pub source: SourceIx,
    /// Side.
    pub side: Side,
    /// P(active now | everything said), 0 to 1. Sources co-exist: they do not add up to one.
    pub probability: f64,
    /// In words.
    pub word: Likely,
    /// Sources with the same number cannot be told apart; 0 if it stands alone.
    pub tie: u32,
    /// Strongest first, by size; at most [`REASONS`](crate::REASONS).
    pub reasons: Vec<Reason>,
}

/// The likeliest source, as [`Assessment::ranked`] has it first, without what takes longest to work out: reasons and ties.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Leader {
    /// Source.
    pub source: SourceIx,
    /// Side.
    pub side: Side,
    /// P(active now | everything said), 0 to 1.
    pub probability: f64,
    /// In words.
    pub word: Likely,
}

impl From<&Ranked> for Leader {
    fn from(ranked: &Ranked) -> Leader {
        Leader { source: ranked.source, side: ranked.side, probability: ranked.probability, word: ranked.word }
    }
}

/// Something that would help to know next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Test {
    /// Ask a question for a side (`Midline`: no side).
    Question(QuestionIx, Side),
    /// Press a source's spot.
    Press(SourceIx, Side),
    /// Press where nothing is expected.
    Control(ControlPlace),
}

/// Why a test is proposed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    /// Expected information, nats, about all sources together.
    Information(f64),
    /// The likeliest place not pressed yet; its probability.
    Likeliest(f64),
    /// To see whether everything is sore.
    Baseline,
    /// The three gluteals are all assessed when pain persists.
    Persisting,
}

/// A proposed test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Next {
    /// What.
    pub test: Test,
    /// Minutes it takes.
    pub minutes: f64,
    /// Why.
    pub why: Why,
    /// The source and side it would tell most about.
    pub about: (SourceIx, Side),
}

/// What earlier visits can teach about a person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Lesson {
    /// How surely the person paints more than hurts.
    PaintsOver,
    /// How surely the person paints less than hurts.
    PaintsUnder,
    /// How surely the person is sore wherever one presses.
    SoreEverywhere,
    /// How likely a source, while active, hurts in a zone of this person.
    Refers {
        /// Source.
        source: SourceIx,
        /// Its side.
        side: Side,
        /// Where it hurts.
        spot: Spot,
    },
}

/// A chance that earlier visits have moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned {
    /// Of what.
    pub lesson: Lesson,
    /// The guide's chance, for anybody; 0 to 1. 0 for a zone that the guide does not connect with the source.
    pub from: f64,
    /// This person's, before what is said today; 0 to 1.
    pub to: f64,
}

/// Everything belief says about a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Every source on every side it exists, most probable first; ties by the guide's order, right before left.
    pub ranked: Vec<Ranked>,
    /// Best first. Empty if nothing is worth doing. The gate decides what of it is shown.
    pub next: Vec<Next>,
    /// Chance that the person is sore everywhere, 0 to 1.
    pub sore_everywhere: f64,
    /// What earlier visits taught and is used here, largest change first; at most [`LESSONS`](crate::LESSONS). Empty
    /// without earlier visits, and where [`Case::learn`](case::Case::learn) is off.
    pub learned: Vec<Learned>,
    /// How it was computed.
    pub method: Method,
}
