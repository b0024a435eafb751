//! What each caution leaves.

mod common;

use common::{GUIDE, cautions, flags, typical};
use guide::shape::{Technique, Tool, Urgency};
use safety::State::{Caution, Closed, Open};
use safety::{Allowed, Refusal, allowed};

fn left(caution: &str) -> Allowed {
    allowed(&GUIDE, &typical().has(caution).else_no().gate())
}

/// The best technique still allowed with a tool in a region, if any.
fn some(allowed: &Allowed, region: &str, tool: Tool) -> bool {
    let fits = |technique: &&Technique| technique.region == *region && technique.tool == tool;
    GUIDE.techniques.iter().filter(fits).any(|technique| allowed.technique(technique).is_ok())
}

/// Why the hand is refused in a region, by the id of the caution.
fn why(allowed: &Allowed, region: &str) -> String {
    match allowed.hand(region) {
        Ok(()) => "-".to_owned(),
        Err(Refusal::Caution(ix)) => format!("no: {}", GUIDE.caution(ix).id),
        Err(Refusal::AskDoctor(ix)) => format!("ask: {}", GUIDE.caution(ix).id),
        Err(other) => format!("{other:?}"),
    }
}

/// Caution; hand on the buttock; hand on the waist; ball on floor; gun; light only.
#[rustfmt::skip]
const TABLE: [(&str, &str, &str, bool, bool, bool); 27] = [
    ("cx_dvt",                 "no: cx_dvt",            "no: cx_dvt",            false, false, false),
    ("cx_fracture",            "no: cx_fracture",       "no: cx_fracture",       false, false, false),
    ("cx_wound",               "-",                     "-",                     true,  true,  false),
    ("cx_inflammation",        "no: cx_inflammation",   "no: cx_inflammation",   false, false, false),
    ("cx_bone_infection",      "no: cx_bone_infection", "no: cx_bone_infection", false, false, false),
    ("cx_myositis_ossificans", "-",                     "-",                     true,  true,  false),
    ("cx_fresh_injury",        "-",                     "-",                     true,  true,  false),
    ("cx_anticoagulant",       "-",                     "-",                     false, false, true),
    ("cx_anticoagulant_gun",   "-",                     "-",                     false, false, true),
    ("cx_osteoporosis",        "-",                     "-",                     false, false, true),
    ("cx_osteoporosis_gun",    "-",                     "-",                     false, false, true),
    ("cx_cancer",              "ask: cx_cancer",        "ask: cx_cancer",        false, false, false),
    ("cx_pregnancy",           "ask: cx_pregnancy",     "ask: cx_pregnancy",     false, false, false),
    ("cx_neuropathy",          "-",                     "-",                     false, false, true),
    ("cx_sedation",            "-",                     "-",                     false, false, true),
    ("cx_surgery",             "ask: cx_surgery",       "ask: cx_surgery",       false, false, false),
    ("cx_pacemaker",           "-",                     "-",                     true,  false, false),
    ("cx_varicose",            "-",                     "-",                     true,  true,  false),
    ("cx_aneurysm",            "-",                     "no: cx_aneurysm",       true,  true,  false),
    ("cx_hypertension",        "ask: cx_hypertension",  "ask: cx_hypertension",  false, false, false),
    ("cx_bony",                "-",                     "-",                     true,  true,  false),
    ("cx_nerve",               "-",                     "-",                     true,  true,  false),
    ("cx_dose",                "-",                     "-",                     true,  true,  false),
    ("cx_exhausted",           "-",                     "-",                     true,  false, false),
    ("cx_widespread",          "-",                     "-",                     false, false, true),
    ("cx_abdomen",             "-",                     "-",                     true,  true,  false),
    ("cx_neck",                "-",                     "-",                     true,  true,  false),
];

#[test]
fn every_caution_leaves_what_the_table_says() {
    let ids: Vec<&str> = GUIDE.cautions.iter().map(|caution| caution.id.as_str()).collect();
    assert_eq!(TABLE.map(|(id, ..)| id).to_vec(), ids);
    for (id, buttock, waist, floor, gun, light) in TABLE.into_iter().filter(|(id, ..)| *id != "cx_dvt") {
        let left = left(id);
        assert_eq!((why(&left, "gmed_middle").as_str(), why(&left, "ql").as_str()), (buttock, waist), "{id}");
        assert_eq!(some(&left, "gmed_middle", Tool::FirmBall), floor, "{id}, firm ball");
        assert_eq!(some(&left, "gmed_middle", Tool::MassageGun), gun, "{id}, gun");
        assert_eq!(left.light_only().is_some(), light, "{id}, light");
    }
}

#[test]
fn a_caution_makes_the_gate_careful_unless_it_holds_for_everybody() {
    for caution in &GUIDE.cautions {
        let expected = match caution.id.as_str() {
            "cx_dvt" => Closed,
            "cx_bony" | "cx_nerve" | "cx_dose" | "cx_abdomen" | "cx_neck" => Open,
            _ => Caution,
        };
        let gate = typical().has(&caution.id).else_no().gate();
        assert_eq!(gate.state, expected, "{}", caution.id);
    }
}

#[test]
fn a_clot_closes_and_a_clinicians_record_opens_but_nothing_is_pressed() {
    let gate = typical().has("cx_dvt").else_no().gate();
    assert_eq!((gate.state, gate.urgency, flags(&gate)), (Closed, Some(Urgency::Today), vec!["dvt"]));
    assert_eq!(allowed(&GUIDE, &gate).pressing(), Err(Refusal::Gate));

    let gate = typical().has("cx_dvt").cleared("dvt").else_no().gate();
    assert_eq!(gate.state, Caution);
    assert_eq!(why(&allowed(&GUIDE, &gate), "gmed_middle"), "no: cx_dvt");
}

#[test]
fn a_known_aneurysm_closes_only_where_it_would_hurt() {
    let back = common::hurts_at(&["lumbar_para"]).age(66).days(100).has("cx_aneurysm").else_no().gate();
    assert_eq!((back.state, back.urgency, flags(&back)), (Closed, Some(Urgency::Today), vec!["aaa"]));
    assert_eq!(typical().age(66).has("cx_aneurysm").else_no().gate().state, Caution);
}

#[test]
fn cautions_are_sorted_without_doubles_and_bring_their_companion() {
    let gate =
        typical().has("cx_sedation").has("cx_anticoagulant_gun").has("cx_sedation").has("cx_dose").else_no().gate();
    assert_eq!(cautions(&gate), ["cx_anticoagulant", "cx_anticoagulant_gun", "cx_sedation"]);
}

#[test]
fn light_only_is_hand_or_tennis_ball_off_the_floor_at_half_dose() {
    let left = left("cx_anticoagulant");
    assert_eq!((left.ceiling(), left.dose()), (3, 0.5));
    for technique in &GUIDE.techniques {
        let ok = left.technique(technique).is_ok();
        let soft = matches!(technique.tool, Tool::Hand | Tool::TennisBall) && technique.level <= 1;
        assert_eq!(ok, soft, "{}", technique.id);
        assert!(left.target(technique)[1] <= 3, "{}", technique.id);
    }
    assert!(some(&left, "gmed_middle", Tool::Hand) && some(&left, "gmed_middle", Tool::TennisBall));
}

#[test]
fn without_cautions_everything_in_the_guide_may_be_used() {
    let left = allowed(&GUIDE, &typical().else_no().gate());
    assert!(GUIDE.techniques.iter().all(|technique| left.technique(technique).is_ok()));
    assert!(GUIDE.stretches.iter().all(|stretch| left.movement(&stretch.id).is_ok()));
    assert!(GUIDE.exercises.iter().all(|exercise| left.movement(&exercise.id).is_ok()));
    assert_eq!((left.ceiling(), left.dose(), left.light_only()), (6, 1.0, None));
}

#[test]
fn before_the_gate_is_answered_nothing_is_allowed() {
    let left = allowed(&GUIDE, &typical().gate());
    assert_eq!((left.pressing(), left.movement("bridge_double")), (Err(Refusal::Gate), Err(Refusal::Gate)));
    assert!(GUIDE.techniques.iter().all(|technique| left.technique(technique) == Err(Refusal::Gate)));
}

#[test]
fn moves_are_blocked_with_the_caution_that_blocks_them() {
    let ix = |id| GUIDE.find_caution(id).expect("a caution");
    for (caution, movement, expected) in [
        ("cx_surgery", "pigeon", Err(Refusal::AskDoctor(ix("cx_surgery")))),
        ("cx_surgery", "hamstring_strap", Ok(())),
        ("cx_osteoporosis", "child_reach", Err(Refusal::Caution(ix("cx_osteoporosis")))),
        ("cx_fracture", "bridge_double", Err(Refusal::Caution(ix("cx_fracture")))),
        ("cx_inflammation", "bridge_double", Ok(())),
        ("cx_anticoagulant", "bridge_double", Ok(())),
    ] {
        assert_eq!(left(caution).movement(movement), expected, "{caution}, {movement}");
    }
}

#[test]
fn every_move_and_region_a_caution_names_exists() {
    for caution in &GUIDE.cautions {
        assert!(caution.regions.iter().all(|id| GUIDE.region(id).is_some()), "{}", caution.id);
        for id in &caution.blocks {
            let stretch = GUIDE.stretches.iter().any(|stretch| stretch.id == *id);
            assert!(stretch || GUIDE.exercises.iter().any(|exercise| exercise.id == *id), "{}: {id}", caution.id);
        }
    }
}
