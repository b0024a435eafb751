//! What `assess` answers.

use super::ids;
use super::learned::Learned;
use crate::case_json::BadCase;
use belief::kernel::Method as Computed;
use belief::{Next as Proposed, Ranked, Test};
use coach::Consultation;
use guide::Guide;
use serde::Serialize;
use words::Speaker;

/// The answer to a case.
#[derive(Debug, Serialize)]
pub(crate) struct Assessment<'a> {
    /// May this person press at all?
    gate: Gate<'a>,
    /// Every source on every side it exists, most probable first.
    sources: Vec<Source<'a>>,
    /// What helps most to know next, best first. Empty when the gate is closed; no press while it is incomplete.
    next: Vec<Next<'a>>,
    /// How the probabilities were computed.
    method: Method,
    /// What earlier visits taught, largest change first; left out where nothing was learned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    learned: Vec<Learned<'a>>,
}

/// The gate.
#[derive(Debug, Serialize)]
pub(super) struct Gate<'a> {
    /// `open`, `caution`, `closed`, `incomplete`.
    state: &'static str,
    /// `emergency`, `today`, `soon`; only when closed.
    urgency: Option<&'static str>,
    /// Flags that close it.
    flags: Vec<&'a str>,
    /// Asks that are relevant and not answered.
    unasked: Vec<&'a str>,
    /// Cautions that hold, without those that hold for everybody.
    cautions: Vec<&'a str>,
    /// What to do, as text; empty while open or incomplete.
    advice: String,
}

/// A source on a side.
#[derive(Debug, Serialize)]
struct Source<'a> {
    id: &'a str,
    side: &'static str,
    /// `gluteal`, `muscle`, `nerve`, `spine`, `joint`, `tendon`, `artery`.
    group: &'static str,
    /// P(active now | everything said), 0 to 1.
    probability: f64,
    /// `leading`, `possible`, `less likely`, `unlikely`.
    word: &'static str,
    /// Sources with the same number cannot be told apart; null if it stands alone.
    tie: Option<u32>,
    /// Strongest first.
    reasons: Vec<Reason>,
}

/// What speaks for (above 0) or against (below 0).
#[derive(Debug, Serialize)]
struct Reason {
    finding: String,
    log_odds: f64,
}

/// Something that would help to know.
#[derive(Debug, Serialize)]
struct Next<'a> {
    #[serde(flatten)]
    test: Asked<'a>,
    minutes: f64,
    why: String,
}

/// What to do.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Asked<'a> {
    Question { question: &'a str, side: &'static str },
    Press { source: &'a str, side: &'static str },
    Control { control: &'static str },
}

/// How it was computed.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Method {
    /// Exactly; `width` is the number of variables in the largest table.
    Exact { width: u32 },
    /// By sampling; `gap` is the largest difference between runs.
    Sampled { gap: f64 },
}

/// Stands in the place of an answer where a line is bad.
#[derive(Debug, Serialize)]
pub(crate) struct Trouble<'a> {
    error: Place<'a>,
}

#[derive(Debug, Serialize)]
struct Place<'a> {
    line: usize,
    column: usize,
    message: &'a str,
    hint: &'a str,
}

impl<'a> Trouble<'a> {
    pub(crate) fn of(bad: &'a BadCase) -> Self {
        let BadCase { line, column, message, hint } = bad;
        Trouble { error: Place { line: *line, column: *column, message, hint } }
    }
}

impl<'a> Assessment<'a> {
    pub(crate) fn of(guide: &'a Guide, consultation: &Consultation, speaker: &Speaker<'_>) -> Self {
        Assessment {
            gate: Gate::of(guide, &consultation.gate, speaker),
            sources: consultation.assessment.ranked.iter().map(|ranked| source(guide, ranked)).collect(),
            next: consultation.next.iter().map(|next| proposed(guide, next, speaker)).collect(),
            method: match consultation.assessment.method {
                Computed::Exact { width } => Method::Exact { width },
                Computed::Sampled { gap } => Method::Sampled { gap },
            },
            learned: consultation.assessment.learned.iter().map(|taught| Learned::of(guide, taught)).collect(),
        }
    }
}

impl<'a> Gate<'a> {
    pub(super) fn of(guide: &'a Guide, gate: &safety::Gate, speaker: &Speaker<'_>) -> Self {
        Gate {
            state: ids::state(gate.state),
            urgency: gate.urgency.map(ids::urgency),
            flags: gate.flags.iter().map(|flag| guide.flag(*flag).id.as_str()).collect(),
            unasked: gate.unasked.iter().map(|ask| guide.ask(*ask).id.as_str()).collect(),
            cautions: gate.cautions.iter().map(|caution| guide.caution(*caution).id.as_str()).collect(),
            advice: speaker.advice(gate),
        }
    }
}

fn source<'a>(guide: &'a Guide, ranked: &Ranked) -> Source<'a> {
    let known = guide.source(ranked.source);
    let reason =
        |reason: &belief::Reason| Reason { finding: ids::finding(guide, reason.finding), log_odds: reason.log_odds };
    Source {
        id: &known.id,
        side: ids::side(ranked.side),
        group: ids::group(known.group),
        probability: ranked.probability,
        word: ids::word(ranked.word),
        tie: (ranked.tie > 0).then_some(ranked.tie),
        reasons: ranked.reasons.iter().map(reason).collect(),
    }
}

fn proposed<'a>(guide: &'a Guide, next: &Proposed, speaker: &Speaker<'_>) -> Next<'a> {
    let test = match next.test {
        Test::Question(question, side) => {
            Asked::Question { question: &guide.question(question).id, side: ids::side(side) }
        }
        Test::Press(source, side) => Asked::Press { source: &guide.source(source).id, side: ids::side(side) },
        Test::Control(place) => Asked::Control { control: ids::control(place) },
    };
    Next { test, minutes: next.minutes, why: speaker.why(next) }
}
