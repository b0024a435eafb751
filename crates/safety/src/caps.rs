//! What no guide can loosen. A guide may ask more, close more, allow less; these stay.

use guide::shape::{Tool, Urgency};
use guide::{CautionIx, FlagIx, Guide};

/// Youngest age, years. A person known to be younger is sent to a doctor, and no record opens the gate.
pub const MIN_AGE: u8 = 18;

/// Never press so hard that it feels stronger than this, 0 to 10.
pub const PRESS_CEILING: u8 = 6;

/// The same under a light-only caution, 0 to 10.
pub const LIGHT_CEILING: u8 = 3;

/// Share of the usual dose (seconds, holds, spots) under a light-only caution.
pub const LIGHT_DOSE: f64 = 0.5;

/// Tools under a light-only caution.
pub const LIGHT_TOOLS: [Tool; 2] = [Tool::Hand, Tool::TennisBall];

/// Highest load of a technique under a light-only caution, 0 to 5: bed or wall, not the whole weight on the floor.
pub const LIGHT_LEVEL: u8 = 1;

/// So many `combine` yeses of one flag always close; a guide may ask for fewer, not for more.
pub const COMBINE_NEEDS: u8 = 2;

/// Asks that everybody gets, wherever it hurts.
pub const ALWAYS_ASKED: [&str; 7] = [
    "cauda_equina.saddle",
    "cauda_equina.bladder",
    "cauda_equina.bowel",
    "cauda_equina.sex",
    "cord_or_severe_deficit.weak",
    "cord_or_severe_deficit.unsteady",
    "spinal_infection.fever",
];

/// Asks of which one yes closes whatever the guide says, with the least urgency.
pub const ALWAYS_HARD: [(&str, Urgency); 26] = {
    use Urgency::{Emergency, Soon, Today};
    [
        ("cauda_equina.saddle", Emergency),
        ("cauda_equina.bladder", Emergency),
        ("cauda_equina.bowel", Emergency),
        ("cauda_equina.sex", Emergency),
        ("bilateral_leg.new", Today),
        ("cord_or_severe_deficit.weak", Today),
        ("cord_or_severe_deficit.unsteady", Emergency),
        ("spinal_fracture.trauma", Today),
        ("spinal_fracture.knock", Today),
        ("hip_fracture.stand", Emergency),
        ("hip_fracture.turned", Emergency),
        ("hip_fracture.sudden", Today),
        ("acute_tendon_tear.pop", Today),
        ("spinal_infection.fever", Today),
        ("septic_hip.hot", Emergency),
        ("cancer.past", Soon),
        ("dvt.swollen", Today),
        ("pulmonary_embolism.breath", Emergency),
        ("aaa.beat", Today),
        ("aaa.tearing", Emergency),
        ("acute_limb_ischaemia.cold", Emergency),
        ("chronic_limb_ischaemia.forefoot", Today),
        ("child_hip.age", Today),
        ("pregnancy_pelvis.pregnant", Emergency),
        ("psoas_bleed_or_abscess.groin", Emergency),
        ("rhabdo_after_massage.urine", Emergency),
    ]
};

/// A caution that is itself a red flag.
pub struct ClosingCaution {
    /// The caution.
    pub caution: &'static str,
    /// The flag it raises.
    pub flag: &'static str,
    /// At least so fast.
    pub urgency: Urgency,
    /// Only when an ask of the flag is relevant to the person, that is, when it hurts in its place?
    pub where_asked: bool,
}

/// Cautions that close the gate: a clot, and pain where a known aneurysm would hurt.
pub const CLOSING_CAUTIONS: [ClosingCaution; 2] = [
    ClosingCaution { caution: "cx_dvt", flag: "dvt", urgency: Urgency::Today, where_asked: false },
    ClosingCaution { caution: "cx_aneurysm", flag: "aaa", urgency: Urgency::Today, where_asked: true },
];

/// The flag that a caution raises by itself, if it does.
pub fn raised_by(guide: &Guide, caution: CautionIx) -> Option<FlagIx> {
    let id = &guide.caution(caution).id;
    let rule = CLOSING_CAUTIONS.iter().find(|rule| *id == *rule.caution)?;
    guide.find_flag(rule.flag)
}

/// Cautions with which nothing is pressed, whatever scope, level or regions the guide gives them.
pub const NO_PRESSING: [&str; 4] = ["cx_dvt", "cx_fracture", "cx_inflammation", "cx_bone_infection"];

/// Cautions with which no stretch and no exercise is offered either.
pub const NO_MOVING: [&str; 2] = ["cx_fracture", "cx_bone_infection"];

/// Zones that nobody presses by themselves: belly, groin, inside the pelvis, between the sit bones, hollow of the knee.
pub const NO_PRESS_ZONES: [&str; 5] = ["abdomen_low", "groin", "pelvis_inner", "perineum", "knee_back"];

/// Asks of [`ALWAYS_HARD`] that a guide has left out; a guide with any is not safe to use. In the order of that list.
pub fn missing_asks(guide: &Guide) -> Vec<&'static str> {
    ALWAYS_HARD.iter().map(|(id, _)| *id).filter(|id| guide.find_ask(id).is_none()).collect()
}

/// Least urgency of an ask that always closes.
pub(crate) fn floor(ask: &str) -> Option<Urgency> {
    ALWAYS_HARD.iter().find(|(id, _)| *id == ask).map(|(_, urgency)| *urgency)
}
