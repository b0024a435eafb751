//! Sources of pain: trigger points and their look-alikes.

use super::{Claim, Confidence, Side};
use crate::Id;
use crate::Map;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of thing a source is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Trigger point in gluteus maximus, medius or minimus.
    Gluteal,
    /// Trigger point in another muscle.
    Muscle,
    /// Nerve root or nerve.
    Nerve,
    /// Disc, facet or narrowed canal.
    Spine,
    /// Hip or sacroiliac joint, or bone against bone.
    Joint,
    /// Tendon.
    Tendon,
    /// Artery.
    Artery,
}

/// How firmly the literature's words tie a zone to a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Referral {
    /// Mentioned by few.
    Rare,
    /// Often felt beside the main area.
    Spillover,
    /// The main area.
    Essential,
}

/// One zone of a source's referral.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ReferralRow {
    /// Zone; on the source's own side unless the zone lies on the middle line.
    pub zone: Id,
    /// The class in words.
    pub strength: Referral,
    /// Published share of people with this source who feel it here (0 to 1), where one exists;
    /// it then stands in place of the class.
    pub share: Option<f64>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// How common a source is in people who look for help with buttock, hip, back or leg pain.
/// Classes with one number each in `guide/model.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Commonness {
    /// Very rare.
    Exceptional,
    /// Rare.
    Rare,
    /// Uncommon.
    Uncommon,
    /// Common.
    Common,
    /// Very common.
    VeryCommon,
}

/// A fact about the person that shifts how likely a source is before any finding.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Shift {
    /// When it applies.
    pub when: PersonFact,
    /// Factor on the odds, above 0.
    pub odds: f64,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// Facts about the person that the model knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonFact {
    /// Younger than 40 years.
    #[serde(rename = "age_under_40")]
    AgeUnder40,
    /// 40 to 59 years.
    #[serde(rename = "age_40_to_59")]
    Age40To59,
    /// 60 to 69 years.
    #[serde(rename = "age_60_to_69")]
    Age60To69,
    /// 70 years or older.
    #[serde(rename = "age_70_up")]
    Age70Up,
    /// Sex female.
    Female,
    /// Sex male.
    Male,
    /// Pain began less than six weeks ago.
    #[serde(rename = "onset_6_weeks")]
    Onset6Weeks,
    /// Pain began more than three months ago.
    #[serde(rename = "onset_over_3_months")]
    OnsetOver3Months,
}

/// `guide/sources/ID.toml`, one file a source.
/// Text (`guide/text/LANG/sources/ID.toml`): `name`, `short`, `location`, `depth`, `fibres` (muscles), `complaint`,
/// `[claims]` by claim id.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Id, part of the command line's contract.
    pub id: Id,
    /// Kind.
    pub group: Group,
    /// Muscle, where it is a trigger point.
    pub muscle: Option<Id>,
    /// `left` and `right`, or `midline` alone.
    pub sides: Vec<Side>,
    /// How common.
    pub commonness: Commonness,
    /// May a person press it to find out? Only where that is safe and reachable.
    pub press: bool,
    /// Release region, where there is one.
    pub region: Option<Id>,
    /// Sources that a press on this one also presses, since they lie over it.
    #[serde(default)]
    pub covered_by: Vec<Id>,
    /// Does this source make the gluteal points sore to press (nerve roots do)?
    #[serde(default)]
    pub sensitises_gluteal: bool,
    /// Is it mostly felt in parts of its map only (nerve roots are)? Then a blank zone says less against it.
    #[serde(default)]
    pub patchy: bool,
    /// Zones where it is felt.
    pub referral: Vec<ReferralRow>,
    /// Shifts of the prior by facts about the person.
    #[serde(default)]
    pub shifts: Vec<Shift>,
    /// Why the commonness is what it is.
    pub prior_references: Vec<Id>,
    /// Comfort advice: id in `guide/comfort.toml`.
    pub comfort: Id,
    /// What makes it worse, what eases it, what tells it apart, in text.
    #[serde(default)]
    pub claims: Vec<Claim>,
}

/// One published drawing of a referral pattern, `guide/charts.toml`: `[[chart]]`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Id.
    pub id: Id,
    /// Sources it is drawn for; several where the chart does not say which point.
    pub sources: Vec<Id>,
    /// Where the drawing comes from: charts of one lineage repeat one opinion and count as one.
    pub lineage: String,
    /// Zone id to weight, 0 to 1 (1 is the main area).
    pub zones: Map<Id, f64>,
    /// Who drew it.
    pub author: String,
    /// Address, where public.
    pub url: Option<String>,
    /// Year, where known.
    pub year: Option<u16>,
}
