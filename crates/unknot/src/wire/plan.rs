//! What `plan` answers.

use super::assessment::Gate;
use super::ids;
use coach::{Because, Consultation, Covered, Half, Kind, NoPress, Part, Planned, See, SpotWhy, What};
use guide::shape::{Confidence, Side, Stroke, Style};
use guide::{Guide, SourceIx};
use serde::Serialize;
use words::Speaker;

/// The answer: gate, comfort, and the plan. All ids are those of `unknot guide export`; times are seconds, feelings 0 to
/// 10, ranges `[lowest, highest]`. `why` is text to read, `because` (where it stands) the same for programs.
#[derive(Debug, Serialize)]
pub(crate) struct Answer<'a> {
    /// As in an assessment.
    gate: Gate<'a>,
    /// Comfort advice (`guide export`: `comforts`), never empty.
    comfort: Vec<&'a str>,
    /// The plan; null when the gate is closed: then `gate.advice` is the answer.
    plan: Option<Plan<'a>>,
}

#[derive(Debug, Serialize)]
struct Plan<'a> {
    /// `release`, or `no_press`: positions, walking, allowed strength, whom to see.
    kind: &'static str,
    /// Why nothing is pressed; null in a release plan.
    no_press: Option<Why<'a>>,
    /// Is this the first session?
    first: bool,
    /// Why everything is halved: `first_session`, or the id of a caution. Empty if it is not.
    half: Vec<&'a str>,
    warm_up: Vec<WarmUp<'a>>,
    /// Find, then hold or sweep, in this order.
    spots: Vec<Spot<'a>>,
    /// Each follows right after its spot.
    stretches: Vec<Stretch<'a>>,
    exercises: Vec<Exercise<'a>>,
    /// What is left out that one might expect.
    refused: Vec<Refused<'a>>,
    /// Whom to see or tell, most important first.
    see: Vec<SeeOut<'a>>,
    /// How the three gluteals stand.
    coverage: Vec<Coverage<'a>>,
    time: Time,
}

/// A reason: what kind, what it is about, and as text.
#[derive(Debug, Serialize)]
struct Why<'a> {
    /// `look_alike`, `tie`, `caution`, `nothing_fits`, `nothing_left`, `ask_doctor`, `block`, `not_pressable`, `kit`,
    /// `minutes`, `places_used`, `spots_used`, `pressure_used`, `later`, `bad_day`.
    kind: &'static str,
    /// The sources, caution or block that it is about; empty if none.
    about: Vec<About<'a>>,
    text: String,
}

#[derive(Debug, Serialize)]
struct About<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct WarmUp<'a> {
    id: &'a str,
    seconds: u32,
    /// Shorter than the guide says, to fit the minutes.
    shortened: bool,
}

#[derive(Debug, Serialize)]
struct Spot<'a> {
    source: &'a str,
    side: &'static str,
    probability: f64,
    /// `leading`, `possible`, `coverage` (none of its muscle was looked at yet).
    why: &'static str,
    region: &'a str,
    muscle: &'a str,
    technique: &'a str,
    /// `hold`, `sweep`.
    style: &'static str,
    /// Stroke to begin with: `along`, `across`, null for hold only.
    stroke: Option<&'static str>,
    /// Holds, or passes of a sweep.
    holds: u8,
    /// One hold or pass.
    hold_s: [u16; 2],
    /// How long to hold by what one feels. Empty for a sweep.
    felt: Vec<Felt>,
    /// Sweep: longest stay in one place.
    place_s: Option<u16>,
    target: [u8; 2],
    /// Never above this.
    ceiling: u8,
    /// How often to sink deeper within a hold.
    raises: [u8; 2],
    find_s: u32,
    rest_s: u32,
    /// What the time of a hold or pass rests on.
    rests_on: RestsOn<'a>,
    /// Find, press and rest together.
    seconds: u32,
}

#[derive(Debug, Serialize)]
struct RestsOn<'a> {
    /// Which of the guide's doses (`guide export`: `doses`).
    dose: &'static str,
    /// `high`, `medium`, `low`, `opinion`: how sure the guide is of it. Null if the guide has no such dose.
    confidence: Option<Confidence>,
    text: &'a str,
}

#[derive(Debug, Serialize)]
struct Felt {
    from: u8,
    to: u8,
    hold_s: [u16; 2],
}

#[derive(Debug, Serialize)]
struct Stretch<'a> {
    id: &'a str,
    side: &'static str,
    /// It follows this spot, counted from 0.
    after_spot: usize,
    repeats: u8,
    hold_s: u16,
    seconds: u32,
}

#[derive(Debug, Serialize)]
struct Exercise<'a> {
    id: &'a str,
    ladder: &'a str,
    dose: &'a str,
    sets: [u8; 2],
    seconds: u32,
}

#[derive(Debug, Serialize)]
struct Refused<'a> {
    /// `muscle`, `spot`, `region`, `technique`, `warmup`, `stretch`, `exercise`, `part`.
    kind: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    why: Why<'a>,
}

#[derive(Debug, Serialize)]
struct SeeOut<'a> {
    /// `about` a source, `mention` a flag, `ask_doctor` about a caution.
    kind: &'static str,
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    side: Option<&'static str>,
    text: String,
}

#[derive(Debug, Serialize)]
struct Coverage<'a> {
    muscle: &'a str,
    /// `before`, `today`, `later`, `refused`.
    state: &'static str,
    why: Option<Why<'a>>,
}

#[derive(Debug, Serialize)]
struct Time {
    warm_up_s: u32,
    spots_s: u32,
    stretches_s: u32,
    strength_s: u32,
    total_s: u32,
}

impl<'a> Answer<'a> {
    pub(crate) fn of(guide: &'a Guide, consultation: &'a Consultation, speaker: &Speaker<'_>) -> Self {
        let plan = match &consultation.plan {
            Planned::Ready(plan) => Some(Convert { guide, speaker }.plan(plan)),
            Planned::NotAsked | Planned::Closed | Planned::Unasked(_) => None,
        };
        Answer {
            gate: Gate::of(guide, &consultation.gate, speaker),
            comfort: consultation.comfort.iter().map(|comfort| comfort.id.as_str()).collect(),
            plan,
        }
    }
}

struct Convert<'a, 's> {
    guide: &'a Guide,
    speaker: &'s Speaker<'s>,
}

impl<'a> Convert<'a, '_> {
    fn plan(&self, plan: &'a coach::Plan) -> Plan<'a> {
        let (kind, no_press) = match plan.kind {
            Kind::Release => ("release", None),
            Kind::NoPress(why) => ("no_press", Some(self.no_press(why))),
        };
        Plan {
            kind,
            no_press,
            first: plan.first,
            half: plan.half.iter().map(|half| self.half(*half)).collect(),
            warm_up: plan.warm_up.iter().map(warm_up).collect(),
            spots: plan.spots.iter().map(|spot| self.spot(spot)).collect(),
            stretches: plan.stretches.iter().map(stretch).collect(),
            exercises: plan.exercises.iter().map(exercise).collect(),
            refused: plan.refused.iter().map(|refused| self.refused(refused)).collect(),
            see: plan.see.iter().map(|see| self.see(see)).collect(),
            coverage: plan.coverage.iter().map(|coverage| self.coverage(coverage)).collect(),
            time: Time {
                warm_up_s: plan.time.warm_up_s,
                spots_s: plan.time.spots_s,
                stretches_s: plan.time.stretches_s,
                strength_s: plan.time.strength_s,
                total_s: plan.time.total_s(),
            },
        }
    }

    fn half(&self, half: Half) -> &'a str {
        match half {
            Half::FirstSession => "first_session",
            Half::Light(caution) => &self.guide.caution(caution).id,
            Half::Worse => coach::Rule::WorseSession.id(),
        }
    }

    fn source(&self, source: SourceIx, side: Side) -> About<'a> {
        About { id: &self.guide.source(source).id, side: Some(ids::side(side)) }
    }

    fn no_press(&self, why: NoPress) -> Why<'a> {
        let (kind, about) = match why {
            NoPress::Leads(source, side) => ("look_alike", vec![self.source(source, side)]),
            NoPress::Tied { look_alike, muscle } => {
                ("tie", vec![self.source(look_alike.0, look_alike.1), self.source(muscle.0, muscle.1)])
            }
            NoPress::Open { look_alike, muscle } => {
                ("open", vec![self.source(look_alike.0, look_alike.1), self.source(muscle.0, muscle.1)])
            }
            NoPress::Caution(caution) => ("caution", vec![plain(&self.guide.caution(caution).id)]),
            NoPress::Course(rule) => ("course", vec![plain(rule.id())]),
            NoPress::NothingFits => ("nothing_fits", Vec::new()),
            NoPress::NothingLeft => ("nothing_left", Vec::new()),
        };
        Why { kind, about, text: self.speaker.no_press(why) }
    }

    fn why(&self, reason: &'a coach::Reason) -> Why<'a> {
        use coach::Reason as R;
        let (kind, about) = match reason {
            R::Caution(caution) => ("caution", vec![plain(&self.guide.caution(*caution).id)]),
            R::AskDoctor(caution) => ("ask_doctor", vec![plain(&self.guide.caution(*caution).id)]),
            R::Block { block, because } => ("block", vec![plain(block), self.because(*because)]),
            R::LookAlike(source, side) => ("look_alike", vec![self.source(*source, *side)]),
            R::Course(rule) => ("course", vec![plain(rule.id())]),
            R::NothingFits => ("nothing_fits", Vec::new()),
            R::NotPressable => ("not_pressable", Vec::new()),
            R::Kit => ("kit", Vec::new()),
            R::Minutes => ("minutes", Vec::new()),
            R::PlacesUsed => ("places_used", Vec::new()),
            R::SpotsUsed => ("spots_used", Vec::new()),
            R::PressureUsed => ("pressure_used", Vec::new()),
            R::Later => ("later", Vec::new()),
            R::BadDay => ("bad_day", Vec::new()),
        };
        Why { kind, about, text: self.speaker.reason(reason) }
    }

    fn because(&self, because: Because) -> About<'a> {
        match because {
            Because::Source(source, side) => self.source(source, side),
            Because::Caution(caution) => plain(&self.guide.caution(caution).id),
            Because::Answer(question, side) => {
                About { id: &self.guide.question(question).id, side: Some(ids::side(side)) }
            }
        }
    }

    fn spot(&self, spot: &'a coach::Spot) -> Spot<'a> {
        Spot {
            source: &self.guide.source(spot.source).id,
            side: ids::side(spot.side),
            probability: spot.probability,
            why: match spot.why {
                SpotWhy::Leading => "leading",
                SpotWhy::Possible => "possible",
                SpotWhy::Coverage => "coverage",
            },
            region: &spot.region,
            muscle: &spot.muscle,
            technique: &spot.technique,
            style: if spot.style == Style::Hold { "hold" } else { "sweep" },
            stroke: match spot.stroke {
                Stroke::Along => Some("along"),
                Stroke::Across => Some("across"),
                Stroke::None => None,
            },
            holds: spot.holds,
            hold_s: spot.hold_s,
            felt: spot.felt.iter().map(|felt| Felt { from: felt.from, to: felt.to, hold_s: felt.hold_s }).collect(),
            place_s: spot.place_s,
            target: spot.target,
            ceiling: spot.ceiling,
            raises: spot.raises,
            find_s: spot.find_s,
            rest_s: spot.rest_s,
            rests_on: self.rests_on(spot.dose()),
            seconds: spot.seconds(),
        }
    }

    fn rests_on(&self, dose: &'static str) -> RestsOn<'a> {
        let known = self.guide.doses.iter().find(|known| known.id == *dose);
        RestsOn { dose, confidence: known.map(|known| known.confidence), text: self.guide.text("doses", dose, "note") }
    }

    fn refused(&self, refused: &'a coach::Refused) -> Refused<'a> {
        let (kind, id, side): (_, &'a str, _) = match &refused.what {
            What::Muscle(id) => ("muscle", id, None),
            What::Spot(source, side) => ("spot", &self.guide.source(*source).id, Some(*side)),
            What::Region(id) => ("region", id, None),
            What::Technique(id) => ("technique", id, None),
            What::Warmup(id) => ("warmup", id, None),
            What::Stretch(id) => ("stretch", id, None),
            What::Exercise(id) => ("exercise", id, None),
            What::Part(part) => ("part", part_id(*part), None),
        };
        Refused { kind, id, side: side.map(ids::side), why: self.why(&refused.why) }
    }

    fn see(&self, see: &See) -> SeeOut<'a> {
        let (kind, id, side): (_, &'a str, _) = match see {
            See::About { source, side, .. } => ("about", &self.guide.source(*source).id, Some(*side)),
            See::Mention(flag) => ("mention", &self.guide.flag(*flag).id, None),
            See::AskDoctor(caution) => ("ask_doctor", &self.guide.caution(*caution).id, None),
        };
        SeeOut { kind, id, side: side.map(ids::side), text: self.speaker.see(see) }
    }

    fn coverage(&self, coverage: &'a coach::Coverage) -> Coverage<'a> {
        let (state, why) = match &coverage.state {
            Covered::Before => ("before", None),
            Covered::Today => ("today", None),
            Covered::Later => ("later", None),
            Covered::Refused(why) => ("refused", Some(self.why(why))),
        };
        Coverage { muscle: &coverage.muscle, state, why }
    }
}

fn plain(id: &str) -> About<'_> {
    About { id, side: None }
}

fn warm_up(item: &coach::WarmUp) -> WarmUp<'_> {
    WarmUp { id: &item.warmup, seconds: item.seconds, shortened: item.shortened }
}

fn stretch(item: &coach::StretchItem) -> Stretch<'_> {
    Stretch {
        id: &item.stretch,
        side: ids::side(item.side),
        after_spot: item.after,
        repeats: item.repeats,
        hold_s: item.hold_s,
        seconds: item.seconds,
    }
}

fn exercise(item: &coach::ExerciseItem) -> Exercise<'_> {
    Exercise { id: &item.exercise, ladder: &item.ladder, dose: &item.dose, sets: item.sets, seconds: item.seconds }
}

fn part_id(part: Part) -> &'static str {
    match part {
        Part::WarmUp => "warm_up",
        Part::Spots => "spots",
        Part::Stretches => "stretches",
        Part::Strength => "strength",
    }
}
