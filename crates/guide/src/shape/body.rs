//! Zones, landmarks, no-go regions and muscles.

use super::Confidence;
use crate::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A side of the body, always the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// On the middle line.
    Midline,
}

/// The large area a zone belongs to; asks and plans are relevant by area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// Low back, waist, rim of the hip bone.
    LowBack,
    /// Sacrum, dimple, tailbone, between the sit bones, inside the pelvis.
    Pelvis,
    /// Buttock, sit bone, crease.
    Buttock,
    /// Outer hip and front corner.
    Hip,
    /// Groin and lower belly.
    Groin,
    /// Thigh.
    Thigh,
    /// Knee.
    Knee,
    /// Calf and shin.
    LowerLeg,
    /// Ankle and foot.
    Foot,
}

/// A word of everyday speech that covers several zones: who says "buttock" need not hurt in all of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Word {
    /// Buttock.
    Buttock,
    /// Front of the thigh.
    ThighFront,
    /// Outer thigh.
    ThighOuter,
    /// Back of the thigh.
    ThighBack,
    /// Inner thigh.
    ThighInner,
}

impl Word {
    /// Every word with its id in the guide.
    pub const ALL: [(Word, &'static str); 5] = [
        (Word::Buttock, "buttock"),
        (Word::ThighFront, "thigh_front"),
        (Word::ThighOuter, "thigh_outer"),
        (Word::ThighBack, "thigh_back"),
        (Word::ThighInner, "thigh_inner"),
    ];

    /// Its id in the guide.
    pub fn id(self) -> &'static str {
        Word::ALL[self as usize].1
    }
}

/// From where a zone is best seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// From behind.
    Back,
    /// From the side.
    Side,
    /// From the front.
    Front,
    /// From below.
    Below,
}

/// `guide/zones.toml`: `[[zone]]`. Text: `name`, `borders`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Zone {
    /// Id, part of the command line's contract.
    pub id: Id,
    /// `left` and `right`, or `midline` alone.
    pub sides: Vec<Side>,
    /// From where it is seen.
    pub view: View,
    /// Large area.
    pub area: Area,
    /// The word that covers it and its neighbours, if there is one.
    pub word: Option<Word>,
    /// How much of the skin of the drawn body it covers on one side, percent; 0 where it has no place on the skin.
    #[serde(default)]
    pub skin: f64,
}

/// `guide/landmarks.toml`: `[[landmark]]`. Text: `name`, `find` (how the hand finds it), `covered`
/// (what to do where flesh covers the bone).
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Landmark {
    /// Id: `rim`, `side_knob`, `sit_bone`, `dimple`, `front_point`, `tailbone`.
    pub id: Id,
    /// Anatomical name.
    pub latin: String,
    /// Zones on or beside which it lies.
    pub zones: Vec<Id>,
}

/// `guide/no_go.toml`: `[[no_go]]`. Text: `name`, `location`, `reason`, `rule`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NoGo {
    /// Id.
    pub id: Id,
    /// Landmarks it is found by.
    pub landmarks: Vec<Id>,
    /// Zones it lies in.
    pub zones: Vec<Id>,
    /// Distance to keep from it, cm.
    pub keep_cm: f64,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// `guide/muscles.toml`: `[[muscle]]`. Text: `name`, `location`, `fibres`, `job`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Muscle {
    /// Id, e.g. `gluteus_medius`.
    pub id: Id,
    /// Latin name.
    pub latin: String,
    /// Foundational Model of Anatomy id, where verified.
    pub fma: Option<u32>,
    /// Layer from the skin: 1 is the outermost.
    pub layer: u8,
    /// Is it one of the three gluteals that are always assessed?
    #[serde(default)]
    pub gluteal: bool,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}
