//! Every ask of the safety table: one yes, everything else no, on a person for whom it is relevant.

mod common;

use case::{Sex, Side};
use common::{GUIDE, Someone, flags, hurts_at, mention};
use guide::shape::Urgency::{self, Emergency, Soon, Today};
use safety::State;

/// Written by hand from the safety table's sources: what a lone yes leads to (none: it does not close), on whom.
fn oracle() -> Vec<(&'static str, Option<Urgency>, Someone)> {
    let buttock = || hurts_at(&["buttock_mid_lat"]).age(48).days(90);
    let new_back = || hurts_at(&["lumbar_para"]).age(58).days(20);
    let new_hip = || hurts_at(&["hip_lateral"]).age(58).days(20);
    let groin = || hurts_at(&["groin"]).age(58).days(20);
    let calf = || hurts_at(&["calf_post"]).age(58).days(20);
    let both_legs = || hurts_at(&["thigh_post_up"]).and_at("calf_post", Side::Left).age(58).days(20);
    vec![
        ("cauda_equina.saddle", Some(Emergency), buttock()),
        ("cauda_equina.bladder", Some(Emergency), buttock()),
        ("cauda_equina.bowel", Some(Emergency), buttock()),
        ("cauda_equina.sex", Some(Emergency), buttock()),
        ("bilateral_leg.new", Some(Today), both_legs()),
        ("cord_or_severe_deficit.weak", Some(Emergency), buttock()),
        ("cord_or_severe_deficit.unsteady", Some(Emergency), buttock()),
        ("spinal_fracture.trauma", Some(Emergency), new_back()),
        ("spinal_fracture.knock", Some(Today), new_back()),
        ("spinal_fracture.age", None, hurts_at(&["lumbar_para"]).days(20)),
        ("spinal_fracture.steroids", Some(Soon), buttock()),
        ("spinal_fracture.spine", None, new_back()),
        ("hip_fracture.stand", Some(Emergency), new_hip()),
        ("hip_fracture.turned", Some(Emergency), new_hip()),
        ("hip_fracture.sudden", Some(Emergency), new_hip()),
        ("acute_tendon_tear.pop", Some(Today), hurts_at(&["sit_bone"]).age(30).days(3)),
        ("spinal_infection.fever", Some(Today), buttock()),
        ("spinal_infection.recent", None, new_back()),
        ("spinal_infection.immune", None, new_back()),
        ("septic_hip.hot", Some(Emergency), new_hip()),
        ("cancer.past", Some(Soon), buttock()),
        ("cancer.weight", Some(Soon), buttock()),
        ("cancer.night", Some(Soon), buttock()),
        ("cancer.first", Some(Soon), hurts_at(&["lumbar_para"]).age(58).days(40)),
        ("dvt.swollen", Some(Today), calf()),
        ("dvt.risk", Some(Today), calf()),
        ("pulmonary_embolism.breath", Some(Emergency), calf()),
        ("aaa.beat", Some(Emergency), new_back()),
        ("aaa.tearing", Some(Emergency), new_back()),
        ("acute_limb_ischaemia.cold", Some(Emergency), calf()),
        ("chronic_limb_ischaemia.forefoot", Some(Today), hurts_at(&["foot_dorsum"]).age(70).days(60)),
        ("claudication_new.distance", Some(Soon), calf()),
        ("avn.risk", Some(Soon), groin()),
        ("child_hip.age", Some(Today), hurts_at(&["groin"]).days(20)),
        ("axial_spa.pattern", Some(Soon), hurts_at(&["si_region"]).age(29).days(200)),
        ("shingles.stripe", Some(Today), new_back()),
        ("kidney.urine", Some(Today), hurts_at(&["flank"]).age(40).days(2)),
        ("pregnancy_pelvis.pregnant", Some(Emergency), hurts_at(&["abdomen_low"]).age(30).sex(Sex::Female).days(2)),
        ("psoas_bleed_or_abscess.groin", Some(Emergency), groin()),
        ("rhabdo_after_massage.urine", Some(Emergency), buttock().released()),
        ("not_improving.weeks", None, buttock()),
    ]
}

#[test]
fn the_oracle_names_every_ask_once_and_in_order() {
    let oracle: Vec<&str> = oracle().iter().map(|(ask, ..)| *ask).collect();
    let table: Vec<&str> = GUIDE.flags.iter().flat_map(|flag| &flag.ask).map(|ask| ask.id.as_str()).collect();
    assert_eq!((GUIDE.flags.len(), table.len()), (24, 41));
    assert_eq!(oracle, table);
}

#[test]
fn each_ask_is_asked_of_the_person_it_is_for() {
    for (ask, _, someone) in oracle() {
        assert!(someone.relevant().iter().any(|id| id == ask), "{ask} is not asked");
    }
}

#[test]
fn with_every_relevant_ask_answered_no_the_gate_is_open() {
    for (ask, _, someone) in oracle() {
        let gate = someone.else_no().gate();
        assert_eq!((gate.state, gate.urgency), (State::Open, None), "the person of {ask}");
    }
}

#[test]
fn a_lone_yes_leads_where_the_oracle_says() {
    for (ask, urgency, someone) in oracle() {
        let gate = someone.yes(ask).else_no().gate();
        let (flag, _) = ask.split_once('.').expect("flag.word");
        assert_eq!(gate.urgency, urgency, "{ask}");
        let expected = match urgency {
            Some(_) => (State::Closed, vec![flag], vec![]),
            None => (State::Caution, vec![], vec![flag]),
        };
        assert_eq!((gate.state, flags(&gate), mention(&gate)), expected, "{ask}");
    }
}

#[test]
fn a_yes_counts_even_where_it_would_not_have_been_asked() {
    // Given a calf clot sign told by somebody with low-back pain, when the gate is read, then it closes.
    let gate = hurts_at(&["lumbar_para"]).age(58).days(400).yes("dvt.swollen").else_no().gate();
    assert_eq!((gate.state, gate.urgency, flags(&gate)), (State::Closed, Some(Today), vec!["dvt"]));
}
