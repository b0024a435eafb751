//! The safety table: red flags with their asks, and cautions.

use super::{Area, Confidence};
use crate::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How fast to get help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Within days to two weeks.
    Soon,
    /// The same day.
    Today,
    /// Now.
    Emergency,
}

/// Whether one yes is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// One yes closes the gate.
    Hard,
    /// Closes together with another yes named by the flag (see [`Flag::together`]); alone it is a caution.
    Combine,
}

/// Sex, as far as it matters for an ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// For whom and where an ask matters. Every given condition must hold; an unknown fact counts as holding.
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Relevance {
    /// Some pain lies in one of these areas; empty means anywhere.
    #[serde(default)]
    pub areas: Vec<Area>,
    /// Some pain lies in one of these zones (in addition to `areas`).
    #[serde(default)]
    pub zones: Vec<Id>,
    /// Pain in both legs (thigh or below, left and right) is needed.
    #[serde(default)]
    pub both_legs: bool,
    /// At least this old, years. Above `age_to` it leaves out the ages between them.
    pub age_from: Option<u8>,
    /// At most this old, years.
    pub age_to: Option<u8>,
    /// Only this sex.
    pub sex: Option<Sex>,
    /// Only when the pain is at least this old, days.
    pub onset_from_days: Option<u32>,
    /// Only when the pain is at most this old, days.
    pub onset_to_days: Option<u32>,
    /// Only after a session with Unknot (presses or releases on record).
    #[serde(default)]
    pub after_session: bool,
}

/// One question of the gate. Text: `ask`, `short` (the same in a few words).
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Ask {
    /// `flag.word`, part of the command line's contract.
    pub id: Id,
    /// Is one yes enough?
    pub weight: Weight,
    /// Urgency where it differs from the flag's.
    pub urgency: Option<Urgency>,
    /// For whom and where.
    #[serde(default)]
    pub relevant: Relevance,
    /// May a known fact answer it? (`age_over_70`, `age_under_18`)
    pub known_from: Option<KnownFrom>,
    /// Can the answer have changed since the last session?
    #[serde(default)]
    pub ask_again: bool,
}

/// Facts that answer an ask by themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum KnownFrom {
    /// Yes when older than 70 years.
    #[serde(rename = "age_over_70")]
    AgeOver70,
    /// Yes when younger than 18 years.
    #[serde(rename = "age_under_18")]
    AgeUnder18,
}

/// `guide/safety.toml`: `[[flag]]` with `[[flag.ask]]`. Text: `name`, `action`, `reason`; asks under `[asks]`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// Id, part of the command line's contract.
    pub id: Id,
    /// How fast to get help.
    pub urgency: Urgency,
    /// Its asks, in order.
    pub ask: Vec<Ask>,
    /// How many `combine` yeses of this flag together close the gate; at least 2 unless `together` or `alone` is given.
    pub combine_needs: Option<u8>,
    /// Asks of other flags: one `combine` yes here and one of these close the gate too.
    #[serde(default)]
    pub together: Vec<Id>,
    /// Cautions that a lone `combine` yes brings about.
    #[serde(default)]
    pub cautions: Vec<Id>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// What a caution does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CautionLevel {
    /// Keep away from a place.
    LocalAvoid,
    /// Hand or soft ball only, half dose, ceiling 3/10.
    LightOnly,
    /// Not before a doctor has said yes.
    AskDoctor,
    /// Not at all.
    Forbid,
}

/// What a caution is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CautionScope {
    /// Hand, ball, roller, cane.
    Pressure,
    /// Massage gun.
    Gun,
    /// Both.
    Both,
}

/// `guide/cautions.toml`: `[[caution]]`. Text: `name`, `ask`, `short` (the same in a few words), `rule`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// Id (`cx_…`), part of the command line's contract.
    pub id: Id,
    /// What it is about.
    pub scope: CautionScope,
    /// What it does.
    pub level: CautionLevel,
    /// Does it hold for everybody (bone points, dose, neck, belly) rather than being asked?
    #[serde(default)]
    pub everybody: bool,
    /// Release regions it blocks; empty means all within its scope.
    #[serde(default)]
    pub regions: Vec<Id>,
    /// Stretches and exercises it blocks.
    #[serde(default)]
    pub blocks: Vec<Id>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}
