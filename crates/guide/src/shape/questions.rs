//! Questions that tell sources apart.

use super::Confidence;
use crate::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuestionKind {
    /// What makes it worse.
    Worse,
    /// What eases it.
    Eases,
    /// How it feels.
    Feels,
    /// How it began.
    Began,
    /// What is known from before: scans, treatments, illnesses.
    Known,
    /// A movement or posture to try now.
    Test,
}

/// How strongly a source makes people say yes. One number a class, in `guide/model.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Some.
    Weak,
    /// About half.
    Medium,
    /// Most.
    Strong,
}

/// How often people with none of the causes say yes. One number a class, in `guide/model.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Background {
    /// Rarely.
    Rarely,
    /// Sometimes.
    Sometimes,
    /// Often.
    Often,
}

/// A source that makes people say yes.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionCause {
    /// Source; on the asked side where question and source have sides.
    pub source: Id,
    /// How strongly.
    pub strength: Strength,
    /// Published share of people with this source who say yes or test positive (0 to 1), where one
    /// exists and the study was large enough; it then stands in place of the class.
    pub share: Option<f64>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// A quality of pain in a zone that answers a question with yes before it is asked.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SaidBy {
    /// Qualities: `ache`, `tight`, `tired`, `burning`, `tingling`, `numb`, `sharp`.
    pub quality: Vec<String>,
    /// Zones.
    pub zones: Vec<Id>,
}

/// `guide/questions.toml`: `[[question]]`. Text: `ask` (with `{side}` where sided), `help`, `yes` and `no`
/// (what each answer means, a few words), `said_yes` and `said_no` (the answer as a statement, for lists of reasons).
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Id, part of the command line's contract.
    pub id: Id,
    /// What it is about.
    pub kind: QuestionKind,
    /// Asked for each side apart?
    pub sided: bool,
    /// Is it about a scan or a treatment? Most people have had none: it is never asked, but whoever knows may say it.
    #[serde(default)]
    pub few_know: bool,
    /// Time to answer, minutes; 0.25 is one plain question.
    pub minutes: f64,
    /// How often people with none of the causes say yes.
    pub background: Background,
    /// Published share of yes without any of the causes (0 to 1), in place of the class.
    pub background_share: Option<f64>,
    /// Only worth asking when pain lies in one of these zones; empty means always.
    #[serde(default)]
    pub zones: Vec<Id>,
    /// Qualities of pain that already say yes, where they stand in one of these zones.
    pub said_by: Option<SaidBy>,
    /// Sources that make people say yes.
    pub causes: Vec<QuestionCause>,
    /// Reference for the background share.
    #[serde(default)]
    pub references: Vec<Id>,
}
