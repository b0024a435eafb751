//! Stretches, exercises and their ladders.

use super::{Confidence, Group, Surface};
use crate::Id;
use crate::Map;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `guide/stretches.toml`: `[[stretch]]`. Text: `name`, `steps` (a list), `feel`, `stop`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Stretch {
    /// Id.
    pub id: Id,
    /// Surface it needs, if any (a chair needs none).
    pub surface: Option<Surface>,
    /// One hold, seconds.
    pub hold_s: u16,
    /// Holds a side.
    pub repeats: u8,
    /// Days a week: `[low, high]`.
    pub days: [u8; 2],
    /// Easier one, if any.
    pub easier: Option<Id>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// Moves that a leading source or a caution rules out, `guide/stretches.toml`: `[[block]]`. Text: `reason`, `instead`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Id.
    pub id: Id,
    /// Sources that rule the moves out while they lead or stay possible.
    #[serde(default)]
    pub sources: Vec<Id>,
    /// Whole groups that do.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Cautions that do.
    #[serde(default)]
    pub cautions: Vec<Id>,
    /// Questions whose yes does.
    #[serde(default)]
    pub questions: Vec<Id>,
    /// Stretches and exercises ruled out.
    pub moves: Vec<Id>,
    /// Release regions ruled out.
    #[serde(default)]
    pub regions: Vec<Id>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// `guide/strength.toml`: `[[exercise]]`. Text: `name`, `steps` (a list), `stop`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Id.
    pub id: Id,
    /// Rung, 1 (easiest) to 9.
    pub rung: u8,
    /// Dose: id of a [`StrengthDose`].
    pub dose: Id,
    /// Minutes it takes with its dose.
    pub minutes: f64,
    /// Surface it needs, if any.
    pub surface: Option<Surface>,
    /// Things it needs besides (`band`, `step`, `chair`, `bench`).
    #[serde(default)]
    pub needs: Vec<String>,
    /// Measured muscle activity, percent of the largest (`gmax`, `gmed`, `gmin_posterior`, …).
    #[serde(default)]
    pub emg: Map<String, f64>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// `guide/strength.toml`: `[[dose]]`. Text: `name`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StrengthDose {
    /// Id.
    pub id: Id,
    /// Sets: `[low, high]`.
    pub sets: [u8; 2],
    /// Repeats a set: `[low, high]`.
    pub repeats: [u8; 2],
    /// Hold in each repeat, seconds, if it is a hold.
    pub hold_s: Option<[u8; 2]>,
    /// Days a week.
    pub days: u8,
    /// Effort, 0 to 10.
    pub effort: [u8; 2],
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// `guide/strength.toml`: `[[ladder]]`: exercises for a muscle, easiest first.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Id, a muscle's where it is one.
    pub id: Id,
    /// Exercises, easiest first.
    pub exercises: Vec<Id>,
}

/// `guide/strength.toml`: `[[rule]]`. Text: `rule`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StrengthRule {
    /// Id.
    pub id: Id,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}
