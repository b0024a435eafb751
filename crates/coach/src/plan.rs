//! What a consultation says, as plain data with typed reasons. Sentences are made in `words`.

use crate::Rule;
use belief::{Assessment, Next};
use guide::shape::{Side, Stroke, Style};
use guide::{AskIx, CautionIx, FlagIx, Id, QuestionIx, SourceIx};
use safety::Gate;

/// One way round the loop: everything the program has to say about a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Consultation {
    /// May this person press at all?
    pub gate: Gate,
    /// What is likely, complete. `assessment.next` is not yet gated; show [`Consultation::next`].
    pub assessment: Assessment,
    /// What helps most to know next, best first. Empty when closed; no press when incomplete.
    pub next: Vec<Next>,
    /// Comfort advice, never empty; the first comes first.
    pub comfort: Vec<Comfort>,
    /// The plan, or why there is none.
    pub plan: Planned,
}

/// A plan, or why there is none.
#[derive(Clone, Debug, PartialEq)]
pub enum Planned {
    /// No kit was given, so no plan was asked for.
    NotAsked,
    /// The gate is closed: help comes first. Flags and urgency stand in the gate.
    Closed,
    /// The gate is incomplete: these asks come first, most urgent first.
    Unasked(Vec<AskIx>),
    /// Here it is.
    Ready(Plan),
}

/// Comfort advice: one position, one thing to stop doing.
#[derive(Clone, Debug, PartialEq)]
pub struct Comfort {
    /// Id in the guide's comforts.
    pub id: Id,
    /// Why this one.
    pub why: ComfortWhy,
}

/// Why this comfort advice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComfortWhy {
    /// The gate is closed.
    Closed,
    /// This source fits best, alone or tied.
    Fits(SourceIx, Side),
    /// Good for anyone with such pain: nothing fits well enough yet.
    Anyone,
}

/// A plan for one session.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Press or not, and why not.
    pub kind: Kind,
    /// Is this the first session (nothing released before)?
    pub first: bool,
    /// Is everything halved, and why? Empty if not.
    pub half: Vec<Half>,
    /// Warm-up in order; in a no-press plan the walk.
    pub warm_up: Vec<WarmUp>,
    /// Spots in order: find, then hold or sweep. Empty in a no-press plan.
    pub spots: Vec<Spot>,
    /// Stretches in order; each follows right after its own spot, begun within
    /// [`STRETCH_WITHIN_S`](crate::STRETCH_WITHIN_S) after the hold.
    pub stretches: Vec<StretchItem>,
    /// Strength items in order, at most [`STRENGTH_ITEMS_CAP`](crate::STRENGTH_ITEMS_CAP).
    pub exercises: Vec<ExerciseItem>,
    /// What is left out that one might expect, each once, and why.
    pub refused: Vec<Refused>,
    /// Whom to see or tell, most important first. Empty if nobody.
    pub see: Vec<See>,
    /// How the three gluteals stand, in the guide's order of muscles.
    pub coverage: Vec<Coverage>,
    /// Time by part.
    pub time: Time,
}

/// Press or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Find, hold, stretch, strengthen.
    Release,
    /// Positions, walking, allowed strength, whom to see.
    NoPress(NoPress),
}

/// Why nothing is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPress {
    /// This look-alike (nerve, narrowed canal, joint, tendon, artery) fits best.
    Leads(SourceIx, Side),
    /// This look-alike fits as well as this muscle source; ties are decided on the safe side.
    Tied {
        /// Nerve, spine or artery.
        look_alike: (SourceIx, Side),
        /// The muscle source that fits as well.
        muscle: (SourceIx, Side),
    },
    /// This look-alike is possible beside the muscle source that leads, and the answers do not speak against it.
    Open {
        /// Nerve, spine or artery.
        look_alike: (SourceIx, Side),
        /// The muscle source that leads.
        muscle: (SourceIx, Side),
    },
    /// This caution leaves nothing to press.
    Caution(CautionIx),
    /// This rule about the last session or the weeks.
    Course(Rule),
    /// No muscle source fits well enough.
    NothingFits,
    /// Whatever fits cannot be pressed here; each reason stands in [`Plan::refused`].
    NothingLeft,
}

/// Why everything is halved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// The first session.
    FirstSession,
    /// This caution allows only light pressing.
    Light(CautionIx),
    /// The last session made it worse.
    Worse,
}

/// A warm-up item.
#[derive(Clone, Debug, PartialEq)]
pub struct WarmUp {
    /// Id in the guide's warm-ups.
    pub warmup: Id,
    /// Seconds, possibly shorter than the guide's.
    pub seconds: u32,
    /// Was it shortened to fit the minutes?
    pub shortened: bool,
}

/// Find a spot, then hold or sweep.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Source whose spot it is.
    pub source: SourceIx,
    /// Side.
    pub side: Side,
    /// P(active now), 0 to 1.
    pub probability: f64,
    /// Why this spot.
    pub why: SpotWhy,
    /// Release region.
    pub region: Id,
    /// Muscle.
    pub muscle: Id,
    /// Technique.
    pub technique: Id,
    /// Hold still, or sweep with a gun.
    pub style: Style,
    /// Stroke to begin with; the other follows on the hotspot.
    pub stroke: Stroke,
    /// Holds (sweep: sets), 1 or more.
    pub holds: u8,
    /// One hold (sweep: one set), seconds: shortest and longest. Planned with the longest.
    pub hold_s: [u16; 2],
    /// How long to hold by what one feels, easiest first: only what is allowed today. Empty for a sweep.
    pub felt: Vec<Felt>,
    /// Sweep: longest stay in one place, seconds.
    pub place_s: Option<u16>,
    /// What to feel for, 0 to 10: lowest and highest.
    pub target: [u8; 2],
    /// Never above this, 0 to 10.
    pub ceiling: u8,
    /// How often to sink deeper within one hold as the feeling fades: least and most. Zero for a sweep.
    pub raises: [u8; 2],
    /// Seconds to find the spot by hand; zero if found in this sitting already.
    pub find_s: u32,
    /// Seconds for rests between holds and the same press again at the end.
    pub rest_s: u32,
}

/// How long to hold while it feels like `from` to `to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Felt {
    /// From, 0 to 10.
    pub from: u8,
    /// To, 0 to 10.
    pub to: u8,
    /// Seconds: shortest and longest.
    pub hold_s: [u16; 2],
}

impl Spot {
    /// Seconds held or swept.
    pub fn press_s(&self) -> u32 {
        u32::from(self.holds) * u32::from(self.hold_s[1])
    }
    /// Seconds in all.
    pub fn seconds(&self) -> u32 {
        self.find_s + self.press_s() + self.rest_s
    }
    /// The guide's dose (its id) that says what the time rests on: hardly any of it was tried on a buttock.
    pub fn dose(&self) -> &'static str {
        match (self.style, self.target) {
            (Style::Sweep, _) => "sweep_cap",
            (Style::Hold, [_, 0..=3]) => "hold_gentle",
            (Style::Hold, _) => "hold_firm",
        }
    }
}

/// Why a spot is in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpotWhy {
    /// It fits best, alone or tied.
    Leading,
    /// It is worth looking at.
    Possible,
    /// None of its muscle was looked at yet: all three gluteals are assessed within three sessions.
    Coverage,
}

/// A stretch for one side.
#[derive(Clone, Debug, PartialEq)]
pub struct StretchItem {
    /// Id in the guide's stretches.
    pub stretch: Id,
    /// Side.
    pub side: Side,
    /// It follows this spot: index into [`Plan::spots`].
    pub after: usize,
    /// Holds.
    pub repeats: u8,
    /// One hold, seconds.
    pub hold_s: u16,
    /// Seconds in all, getting into place included.
    pub seconds: u32,
}

/// A strength item.
#[derive(Clone, Debug, PartialEq)]
pub struct ExerciseItem {
    /// Id in the guide's exercises.
    pub exercise: Id,
    /// Ladder it was taken from.
    pub ladder: Id,
    /// Id in the guide's strength doses.
    pub dose: Id,
    /// Sets: lowest and highest. Planned with the highest.
    pub sets: [u8; 2],
    /// Seconds in all.
    pub seconds: u32,
}

/// Something left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// What.
    pub what: What,
    /// Why.
    pub why: Reason,
}

/// What is left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// One of the three gluteals could not be looked at.
    Muscle(Id),
    /// A spot.
    Spot(SourceIx, Side),
    /// A release region, every way of pressing it.
    Region(Id),
    /// One technique.
    Technique(Id),
    /// A warm-up.
    Warmup(Id),
    /// A stretch.
    Stretch(Id),
    /// A strength exercise.
    Exercise(Id),
    /// A whole part of the session.
    Part(Part),
}

/// A part of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Warm-up.
    WarmUp,
    /// Find and hold.
    Spots,
    /// Stretches.
    Stretches,
    /// Strength.
    Strength,
}

/// Why it is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A caution forbids it.
    Caution(CautionIx),
    /// A caution allows it only after a doctor's yes.
    AskDoctor(CautionIx),
    /// A rule of the guide rules it out (`block` has the reason and what to do instead).
    Block {
        /// Id in the guide's blocks.
        block: Id,
        /// What brought the rule about.
        because: Because,
    },
    /// This look-alike fits best, or as well.
    LookAlike(SourceIx, Side),
    /// This rule about the last session or the weeks.
    Course(Rule),
    /// Nothing that hurts points to it.
    NothingFits,
    /// This spot cannot be reached or pressed safely by oneself.
    NotPressable,
    /// No tool or surface at hand fits.
    Kit,
    /// It does not fit into the minutes.
    Minutes,
    /// Four places are pressed in this sitting already.
    PlacesUsed,
    /// Three spots are enough for a session.
    SpotsUsed,
    /// The 12 minutes of pressure, or the muscle's or spot's share of them, are used up.
    PressureUsed,
    /// The first session stays small; it follows in a later one.
    Later,
    /// It hurts too much today for it (pain of 6 or more).
    BadDay,
}

/// What brought a rule about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// A source that leads or stays possible.
    Source(SourceIx, Side),
    /// A caution.
    Caution(CautionIx),
    /// A question answered yes.
    Answer(QuestionIx, Side),
}

/// Whom to see or tell.
#[derive(Clone, Debug, PartialEq)]
pub enum See {
    /// Someone who can check this source; the comfort's text `see` says whom and when.
    About {
        /// Source.
        source: SourceIx,
        /// Side.
        side: Side,
        /// Id in the guide's comforts.
        comfort: Id,
    },
    /// Mention this flag to a doctor: one sign of it is there.
    Mention(FlagIx),
    /// Ask a doctor before pressing, because of this caution.
    AskDoctor(CautionIx),
}

/// How one of the three gluteals stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// Muscle.
    pub muscle: Id,
    /// How it stands.
    pub state: Covered,
}

/// How a muscle stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Covered {
    /// Pressed or released before.
    Before,
    /// A spot of this plan.
    Today,
    /// In a later session, the third at the latest.
    Later,
    /// Not at all, and why; it stands in [`Plan::refused`] too.
    Refused(Reason),
}

/// Seconds by part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// Warm-up (or walk).
    pub warm_up_s: u32,
    /// Finding, holding, rests.
    pub spots_s: u32,
    /// Stretches.
    pub stretches_s: u32,
    /// Strength.
    pub strength_s: u32,
}

impl Time {
    /// All parts, seconds.
    pub fn total_s(&self) -> u32 {
        self.warm_up_s + self.spots_s + self.stretches_s + self.strength_s
    }
}
