//! The few tied numbers of the network.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Chance of the two levels of a finding: `[some, much]`, each 0 to 1, sum at most 1.
pub type Levels = [f64; 2];

/// A number with the spread within which its authors would not object.
#[derive(Clone, Copy, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// Used value.
    pub value: f64,
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

/// `guide/model.toml`.
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Chance that a source is active before any finding, by commonness, for each side.
    pub prior: PriorClasses,
    /// Chance that a zone hurts when a source is active, by class.
    pub referral: ReferralClasses,
    /// Chance of a yes.
    pub question: QuestionClasses,
    /// Presses.
    pub press: PressModel,
    /// Responses to release.
    pub response: ResponseModel,
    /// How people paint and feel.
    pub styles: StyleModel,
}

/// Prior by commonness, for each side.
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PriorClasses {
    /// Very rare.
    pub exceptional: Spread,
    /// Rare.
    pub rare: Spread,
    /// Uncommon.
    pub uncommon: Spread,
    /// Common.
    pub common: Spread,
    /// Very common.
    pub very_common: Spread,
}

/// Referral by class.
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralClasses {
    /// Main area.
    pub essential: Spread,
    /// Beside it.
    pub spillover: Spread,
    /// Mentioned by few.
    pub rare: Spread,
    /// Drawn by a chart though no text names it: what the charts' count is shrunk towards.
    pub unnamed: Spread,
    /// In a drawing: a zone that authorities, taken together, call a main one.
    pub main: Spread,
    /// In a drawing: one beside it. What they give less is left to the leak.
    pub beside: Spread,
    /// How many charts the class counts as when it is joined with the charts' count.
    pub class_weight: f64,
    /// How many charts a whole lineage that repeats one opinion counts as.
    pub lineage_weight: f64,
    /// A zone that a source reaches with less than this chance is left to the leak.
    pub least: f64,
    /// With more marked zones than this, each keeps only its surest causes: the cost of an answer doubles with each cause
    /// of each zone.
    pub many: usize,
    /// The chance from which a cause is kept then.
    pub least_of_many: f64,
    /// So many cells (sources on a side) each zone keeps then.
    pub most_of_many: usize,
    /// Of the chance that a zone hurts, the share that it hurts only some (level 1).
    pub some_share: f64,
    /// Chance that a zone is painted though no source reaches it.
    pub leak: Levels,
    /// Chance that a zone is told in words though no source reaches it: words stray less than a brush.
    pub leak_words: Levels,
    /// Low and high end of the factor on the leak.
    pub leak_spread: [f64; 2],
    /// How much a blank counts on a drawing (1 is a full denial).
    pub blank_drawing: f64,
    /// How much of that counts against a source that is patchy.
    pub blank_patchy: f64,
    /// How much a blank counts when places were told in words.
    pub blank_words: f64,
    /// Painted share of a zone below which it counts as hardly touched.
    pub share_some: f64,
    /// Painted share of a zone from which it counts as much.
    pub share_much: f64,
    /// Intensity (0 to 10) from which a zone told without a share counts as much.
    pub intensity_much: f64,
}

/// Questions by class.
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionClasses {
    /// Some say yes.
    pub weak: Spread,
    /// About half.
    pub medium: Spread,
    /// Most.
    pub strong: Spread,
    /// Background: rarely.
    pub rarely: f64,
    /// Background: sometimes.
    pub sometimes: f64,
    /// Background: often.
    pub often: f64,
    /// With more yeses than this, each question keeps only the causes that explain most of them: the cost of an answer
    /// doubles with each cause of each yes.
    pub many: usize,
    /// So many cells (sources on a side) it keeps then; the rest is left to the background.
    pub most: usize,
    /// How far a published share moves a chance from its class, on the log-odds scale: 0 not at all, 1 all the way.
    pub published_weight: f64,
}

/// Presses: levels are 0 nothing, 1 tender, 2 "that is my pain".
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PressModel {
    /// From the pressed source itself.
    pub own: Levels,
    /// From a source that lies over it.
    pub cover: Levels,
    /// From a source that makes gluteal points sore.
    pub sensitised: Levels,
    /// Without any of them.
    pub leak: Levels,
    /// Without any of them, in a person who is sore everywhere.
    pub leak_sore: Levels,
    /// Control press in a usual person.
    pub control: Levels,
    /// Control press in a person who is sore everywhere.
    pub control_sore: Levels,
    /// Tenderness (0 to 10) from which a press counts as tender.
    pub tender_from: f64,
    /// Minutes a press takes.
    pub minutes: f64,
    /// Minutes a control press takes.
    pub control_minutes: f64,
}

/// Responses to a release.
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ResponseModel {
    /// Chance that a release works on an active source.
    pub works: f64,
    /// Chance that pain drops when it worked.
    pub drop: f64,
    /// Chance that pain drops anyway (placebo, pressing elsewhere, time).
    pub drop_anyway: f64,
    /// Chance that a source which shares the painful zones keeps the pain going.
    pub feeds: f64,
    /// Chance that pain lingers though nothing feeds it.
    pub lingers: f64,
    /// Fall in points (0 to 10) that counts as a drop.
    pub drop_points: f64,
    /// Fall as a share of the pain before that counts as a drop.
    pub drop_share: f64,
    /// Pain after (0 to 10) up to which it counts as gone.
    pub gone_up_to: f64,
    /// Pain after (0 to 10) from which it counts as still there.
    pub left_from: f64,
    /// Treated sources whose released state is kept exactly; earlier ones count as single drops.
    pub exact_sources: usize,
}

/// How people paint and feel.
#[derive(Clone, Debug, Default, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StyleModel {
    /// Share of people who paint too much.
    pub over: f64,
    /// Share of people who paint too little.
    pub under: f64,
    /// Share of people who swap left and right.
    pub swapped: f64,
    /// Share of people who are sore everywhere.
    pub sore: f64,
    /// Over-painters: factor on the leak, and on the odds of every referral.
    pub over_leak: f64,
    /// See `over_leak`.
    pub over_odds: f64,
    /// Under-painters: factor on the leak, and on the odds of every referral.
    pub under_leak: f64,
    /// See `under_leak`.
    pub under_odds: f64,
}
