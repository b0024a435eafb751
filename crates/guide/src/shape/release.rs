//! Regions, tools, techniques, doses and decisions.

use super::Confidence;
use crate::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What one presses with. The names are the command line's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tool {
    /// Thumb, knuckle or elbow tip.
    Hand,
    /// Tennis ball.
    TennisBall,
    /// Lacrosse ball.
    LacrosseBall,
    /// Any firm ball about the size of a tennis ball (massage ball, cork, field hockey).
    FirmBall,
    /// Two balls joined.
    Peanut,
    /// Foam roller.
    FoamRoller,
    /// Massage gun.
    MassageGun,
    /// Cane or hook.
    Cane,
}

impl Tool {
    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Tool::Hand => "hand",
            Tool::TennisBall => "tennis_ball",
            Tool::LacrosseBall => "lacrosse_ball",
            Tool::FirmBall => "firm_ball",
            Tool::Peanut => "peanut",
            Tool::FoamRoller => "foam_roller",
            Tool::MassageGun => "massage_gun",
            Tool::Cane => "cane",
        }
    }
}

/// What one leans or lies on. The names are the command line's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Surface {
    /// Wall.
    Wall,
    /// Bed.
    Bed,
    /// Floor.
    Floor,
}

impl Surface {
    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Surface::Wall => "wall",
            Surface::Bed => "bed",
            Surface::Floor => "floor",
        }
    }
}

/// `guide/tools.toml`: `[[tool]]`. Text: `name`, `what`, `advice`, `mistake`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ToolFact {
    /// Which.
    pub id: Tool,
    /// Load, 0 (lightest) to 5.
    pub hardness: u8,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// Which way to roll.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stroke {
    /// Along the fibres.
    Along,
    /// Across the fibres.
    Across,
    /// Hold only.
    None,
}

/// `guide/regions.toml`: `[[region]]`. Text: `name`, `location`, `landmarks` (how the hand gets there, step by step,
/// a list), `fibres`, `along`, `across`, `covered` (larger-body cue).
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Region {
    /// Id, e.g. `gmin_posterior`.
    pub id: Id,
    /// Muscle.
    pub muscle: Id,
    /// Landmarks it is found by, in order.
    pub landmarks: Vec<Id>,
    /// Zones its spot lies in.
    pub zones: Vec<Id>,
    /// No-go regions close by.
    pub no_go: Vec<Id>,
    /// Usual target while holding, 0 to 10: `[low, high]`.
    pub target: [u8; 2],
    /// Stroke to begin with; the other follows on the hotspot.
    pub stroke: Stroke,
    /// Stretches, best first.
    pub stretches: Vec<Id>,
    /// Stretches for those who need it easy.
    #[serde(default)]
    pub gentle_stretches: Vec<Id>,
    /// Strength ladder.
    pub ladder: Id,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// A way of releasing: hold still, or sweep with a gun.
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// Hold pressure on one spot.
    Hold,
    /// Always moving.
    Sweep,
}

/// `guide/techniques.toml`: `[[technique]]`. Text: `setup` (a list of steps that are particular to it); the steps common to
/// all of its style stand once in `guide/text/LANG/steps.toml`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Technique {
    /// `region.tool_surface`, e.g. `gmin_posterior.firm_ball_wall`; hand needs none: `region.hand`, `region.hand_bed`.
    pub id: Id,
    /// Region.
    pub region: Id,
    /// Tool.
    pub tool: Tool,
    /// Surface; none means standing or lying, as one likes.
    pub surface: Option<Surface>,
    /// Load, 0 (lightest) to 5.
    pub level: u8,
    /// Hold or sweep.
    pub style: Style,
    /// Target while pressing, 0 to 10.
    pub target: [u8; 2],
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// A dose fact, `guide/doses.toml`: `[[dose]]`. Text: `what`, `note`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// Id, e.g. `hold_gentle`, `spot_cap`.
    pub id: Id,
    /// Range, in `unit`.
    pub range: [f64; 2],
    /// Value used.
    pub value: f64,
    /// `s`, `min`, `count`, `days`, `weeks`, `hours`, `points`.
    pub unit: String,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// What one feels and what it means for a hold, `guide/doses.toml`: `[[band]]`. Text: `feels`, `advice`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Id.
    pub id: Id,
    /// From, 0 to 10.
    pub from: u8,
    /// To, 0 to 10.
    pub to: u8,
    /// Hold, seconds: `[low, high]`; `[0, 0]` means do not hold.
    pub hold_s: [u16; 2],
    /// Only for those used to it?
    #[serde(default)]
    pub experienced: bool,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// A reason to stop at once, `guide/doses.toml`: `[[stop]]`. Text: `sign`, `advice`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StopSign {
    /// Id.
    pub id: Id,
    /// During a session rather than after it?
    pub during: bool,
    /// Does it count as a nerve sign?
    #[serde(default)]
    pub nerve: bool,
    /// Does it come up within hours after a session, rather than days?
    #[serde(default)]
    pub tonight: bool,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// `guide/warmups.toml`: `[[warmup]]`. Text: `name`, `steps` (a list), `skip`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Warmup {
    /// Id.
    pub id: Id,
    /// Minutes.
    pub minutes: f64,
    /// Effort, 0 to 10.
    pub effort: [u8; 2],
    /// Surface it needs, if any.
    pub surface: Option<Surface>,
    /// Good on a bad day (pain 6 or more)?
    #[serde(default)]
    pub gentle: bool,
    /// Tool it needs, if any.
    pub tool: Option<Tool>,
    /// Groups of leading source with which it is left out.
    #[serde(default)]
    pub not_with: Vec<super::Group>,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// `guide/comfort.toml`: `[[comfort]]`. Text: `position`, `stop` (one thing to stop doing), `note`, and for sources that are
/// not a muscle `see` (whom to see, when).
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Comfort {
    /// Id.
    pub id: Id,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}

/// A rule for what to do after a session or over weeks, first match wins; `guide/decisions.toml`: `[[decision]]`.
/// Text: `when`, `then`.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Id.
    pub id: Id,
    /// Flags of the safety table it hands over to.
    #[serde(default)]
    pub flags: Vec<Id>,
    /// Stops pressing?
    pub stops_pressing: bool,
    /// How sure.
    pub confidence: Confidence,
    /// References.
    #[serde(default)]
    pub references: Vec<Id>,
}
