//! How answers add up: pairs, records of a clinician, age, "not sure".

mod common;

use case::Reply::{No, Unknown, Yes};
use common::{GUIDE, cautions, flags, hurts_at, mention, typical, unasked};
use guide::shape::Urgency::{Emergency, Soon, Today};
use safety::State::{Caution, Closed, Incomplete, Open};

fn old_back() -> common::Someone {
    hurts_at(&["lumbar_para"]).age(60).days(100)
}

#[test]
fn pairs_of_weak_signs_close() {
    let cases: [(&[&str], Option<(&str, _)>); 8] = [
        (&["spinal_fracture.age", "spinal_fracture.spine"], Some(("spinal_fracture", Today))),
        (&["spinal_infection.recent", "spinal_infection.immune"], Some(("spinal_infection", Today))),
        (&["spinal_infection.recent", "spinal_fracture.spine"], Some(("spinal_infection", Today))),
        (&["spinal_infection.immune", "spinal_fracture.spine"], Some(("spinal_infection", Today))),
        (&["not_improving.weeks", "spinal_fracture.spine"], Some(("not_improving", Soon))),
        (&["not_improving.weeks", "spinal_infection.immune"], Some(("not_improving", Soon))),
        // Old and slow to heal is common, and no alarm by itself.
        (&["not_improving.weeks", "spinal_fracture.age"], None),
        (&["spinal_infection.recent", "spinal_fracture.age"], None),
    ];
    for (asks, expected) in cases {
        let gate = asks.iter().fold(old_back(), |someone, ask| someone.yes(ask)).else_no().gate();
        let found = gate.urgency.map(|urgency| (flags(&gate)[0], urgency));
        assert_eq!(found, expected, "{asks:?}");
        assert_eq!(gate.state, if expected.is_some() { Closed } else { Caution }, "{asks:?}");
    }
}

#[test]
fn the_most_urgent_flag_comes_first_and_sets_the_urgency() {
    let gate = typical().yes("cancer.weight").yes("spinal_infection.fever").yes("cauda_equina.saddle").else_no().gate();
    assert_eq!(gate.urgency, Some(Emergency));
    assert_eq!(flags(&gate), ["cauda_equina", "spinal_infection", "cancer"]);
}

#[test]
fn a_clinicians_record_opens_each_flag_but_it_stays_to_be_mentioned() {
    for flag in &GUIDE.flags {
        for ask in &flag.ask {
            let yes = old_back().yes(&ask.id);
            let gate = yes.clone().cleared(&flag.id).else_no().gate();
            assert_eq!((gate.state, gate.urgency), (Caution, None), "{}", ask.id);
            assert_eq!(mention(&gate), [flag.id.as_str()], "{}", ask.id);
        }
    }
}

#[test]
fn a_record_opens_only_its_own_flag() {
    let gate = old_back().yes("cancer.weight").yes("spinal_infection.fever").cleared("cancer").else_no().gate();
    assert_eq!((gate.state, gate.urgency), (Closed, Some(Today)));
    assert_eq!((flags(&gate), mention(&gate)), (vec!["spinal_infection"], vec!["cancer"]));
}

#[test]
fn under_eighteen_closes_whatever_is_answered_and_recorded() {
    for someone in [
        typical().age(17),
        typical().age(17).else_no(),
        typical().age(0).else_no(),
        typical().age(17).says("child_hip.age", No).else_no(),
        typical().age(17).cleared("child_hip").else_no(),
    ] {
        let gate = someone.gate();
        assert_eq!((gate.state, gate.urgency, flags(&gate)), (Closed, Some(Today), vec!["child_hip"]), "{someone:?}");
    }
    assert_eq!(typical().age(18).else_no().gate().state, Open);
}

#[test]
fn a_known_age_answers_by_itself_and_wins_over_a_no() {
    for (age, told, expected) in [
        (70, None, Open),
        (71, None, Caution),
        (71, Some(No), Caution),
        // A yes always counts, even against the age.
        (48, Some(Yes), Caution),
        (48, Some(Unknown), Open),
    ] {
        let someone = typical().age(age);
        let someone = told.map_or(someone.clone(), |reply| someone.says("spinal_fracture.age", reply)).else_no();
        assert_eq!(someone.gate().state, expected, "{age} {told:?}");
        assert!(!someone.relevant().contains(&"spinal_fracture.age".to_owned()), "a known age need not be asked");
    }
}

#[test]
fn over_seventy_is_pressed_lightly() {
    let gate = typical().age(74).else_no().gate();
    assert_eq!(cautions(&gate), ["cx_osteoporosis", "cx_osteoporosis_gun"]);
}

#[test]
fn not_sure_leaves_a_hard_ask_open_and_denies_a_weak_one() {
    let gate = typical().says("cauda_equina.saddle", Unknown).else_no().gate();
    assert_eq!((gate.state, unasked(&gate)), (Incomplete, vec!["cauda_equina.saddle"]));
    let gate = typical().says("not_improving.weeks", Unknown).else_no().gate();
    assert_eq!((gate.state, unasked(&gate)), (Open, vec![]));
}

#[test]
fn of_several_answers_to_one_ask_a_yes_wins_then_a_no() {
    for (replies, expected) in [
        ([Yes, No], Closed),
        ([No, Yes], Closed),
        ([Unknown, Yes], Closed),
        ([Unknown, No], Open),
        ([No, Unknown], Open),
        ([Unknown, Unknown], Incomplete),
    ] {
        let someone = replies.iter().fold(typical(), |someone, reply| someone.says("cauda_equina.bladder", *reply));
        assert_eq!(someone.else_no().gate().state, expected, "{replies:?}");
    }
}

#[test]
fn closed_comes_before_incomplete_before_caution_before_open() {
    assert_eq!(typical().gate().state, Incomplete);
    assert_eq!(typical().has("cx_sedation").gate().state, Incomplete);
    assert_eq!(typical().yes("cancer.weight").gate().state, Closed);
    assert_eq!(typical().has("cx_sedation").else_no().gate().state, Caution);
    assert_eq!(typical().else_no().gate().state, Open);
}

#[test]
fn the_order_of_answers_changes_nothing() {
    let one = old_back().yes("cancer.weight").yes("spinal_fracture.spine").has("cx_wound").has("cx_sedation").else_no();
    let mut other = one.clone();
    other.0.gate.reverse();
    other.0.cautions.reverse();
    assert_eq!(one.gate(), other.gate());
}

#[test]
fn unasked_are_most_urgent_first_then_in_the_tables_order() {
    let gate = typical().gate();
    let ranks: Vec<_> =
        gate.unasked.iter().map(|ask| (std::cmp::Reverse(safety::urgency_of(&GUIDE, *ask)), *ask)).collect();
    assert!(ranks.is_sorted(), "{:?}", unasked(&gate));
    assert_eq!(unasked(&gate)[0], "cauda_equina.saddle");
}

#[test]
fn harm_after_a_session_is_an_emergency() {
    // Given a release on record, the harm ask is asked; growing swelling is part of it and goes to the emergency department.
    let after = typical().released();
    assert!(after.relevant().contains(&"rhabdo_after_massage.urine".to_owned()));
    let gate = after.yes("rhabdo_after_massage.urine").else_no().gate();
    assert_eq!((gate.urgency, flags(&gate)), (Some(Emergency), vec!["rhabdo_after_massage"]));
    assert!(GUIDE.text("asks", "rhabdo_after_massage.urine", "ask").contains("growing swelling"));
}
