//! What no guide can loosen: one test a cap, on a guide made as loose as it gets.

mod common;

use common::{GUIDE, hurts_at, typical};
use guide::shape::{CautionLevel, CautionScope, Relevance, Tool, Urgency, Weight};
use guide::{Guide, Id};
use safety::State::Closed;
use safety::{Refusal, allowed, caps, gate, relevant, urgency_of};

/// The default guide with every ask weak, never urgent, never relevant, and every caution harmless.
fn loose() -> Guide {
    let mut guide = GUIDE.clone();
    for flag in &mut guide.flags {
        flag.urgency = Urgency::Soon;
        flag.combine_needs = Some(9);
        flag.together.clear();
        for ask in &mut flag.ask {
            ask.weight = Weight::Combine;
            ask.urgency = None;
            ask.relevant = Relevance { age_from: Some(120), ..Relevance::default() };
        }
    }
    for caution in &mut guide.cautions {
        caution.level = CautionLevel::LocalAvoid;
        caution.scope = CautionScope::Gun;
    }
    guide
}

#[test]
fn always_hard_asks_close_and_keep_their_urgency() {
    let guide = loose();
    for (id, least) in caps::ALWAYS_HARD {
        let gate = gate(&guide, &typical().yes(id).0);
        assert_eq!((gate.state, gate.urgency), (Closed, Some(least)), "{id}");
    }
}

#[test]
fn the_default_guide_is_at_least_as_strict_as_the_caps() {
    assert!(caps::missing_asks(&GUIDE).is_empty());
    for (id, least) in caps::ALWAYS_HARD {
        let ask = GUIDE.find_ask(id).expect("an ask");
        assert_eq!(GUIDE.ask(ask).weight, Weight::Hard, "{id}");
        assert!(urgency_of(&GUIDE, ask) >= least, "{id}");
    }
    for id in caps::ALWAYS_ASKED {
        assert!(GUIDE.find_ask(id).is_some(), "{id}");
    }
    for id in caps::NO_PRESSING.iter().chain(&caps::NO_MOVING) {
        assert!(GUIDE.find_caution(id).is_some(), "{id}");
    }
    for rule in caps::CLOSING_CAUTIONS {
        assert!(GUIDE.find_caution(rule.caution).is_some() && GUIDE.find_flag(rule.flag).is_some(), "{}", rule.caution);
    }
    for id in caps::NO_PRESS_ZONES {
        assert!(GUIDE.find_zone(id).is_some(), "{id}");
    }
}

#[test]
fn an_always_hard_ask_that_a_guide_leaves_out_is_named() {
    let mut guide = GUIDE.clone();
    guide.flags[0].ask[1].id = Id::from("cauda_equina.bladders");
    assert_eq!(caps::missing_asks(&guide), ["cauda_equina.bladder"]);
}

#[test]
fn always_asked_asks_are_asked() {
    let guide = loose();
    let asked: Vec<&str> = relevant(&guide, &typical().0).into_iter().map(|ask| guide.ask(ask).id.as_str()).collect();
    for id in caps::ALWAYS_ASKED {
        assert!(asked.contains(&id), "{id}");
    }
}

#[test]
fn two_weak_yeses_of_a_flag_close() {
    let someone = hurts_at(&["lumbar_para"]).age(60).yes("spinal_fracture.age").yes("spinal_fracture.spine");
    assert_eq!(gate(&loose(), &someone.0).state, Closed);
    assert_eq!(caps::COMBINE_NEEDS, 2);
}

#[test]
fn minimum_age_closes_even_in_a_guide_without_the_flag() {
    let mut guide = loose();
    let child = guide.find_flag("child_hip").expect("the flag");
    guide.flags[child.ix()].id = Id::from("gone");
    guide.flags[child.ix()].ask[0].known_from = None;
    let gate = gate(&guide, &typical().age(caps::MIN_AGE - 1).0);
    assert_eq!((gate.state, gate.urgency), (Closed, Some(Urgency::Today)));
}

#[test]
fn a_clot_closes_and_an_aneurysm_with_back_pain_closes() {
    let guide = loose();
    assert_eq!(gate(&guide, &typical().has("cx_dvt").0).state, Closed);
    let back = hurts_at(&["lumbar_para"]).has("cx_aneurysm");
    assert_eq!(gate(&guide, &back.0).state, Closed);
}

#[test]
fn with_some_cautions_nothing_is_pressed_or_moved() {
    let guide = loose();
    for id in caps::NO_PRESSING {
        let someone = typical().has(id).cleared("dvt").else_no();
        let left = allowed(&guide, &gate(&guide, &someone.0));
        assert!(matches!(left.pressing(), Err(Refusal::Caution(_))), "{id}");
        let still = caps::NO_MOVING.contains(&id);
        assert_eq!(left.movement("bridge_double").is_err(), still, "{id}");
    }
}

#[test]
fn nobody_presses_belly_groin_or_the_hollow_of_the_knee() {
    for zone in caps::NO_PRESS_ZONES {
        let mut guide = GUIDE.clone();
        guide.regions[0].zones.push(Id::from(zone));
        let left = allowed(&guide, &gate(&guide, &typical().else_no().0));
        assert_eq!(left.hand(&guide.regions[0].id), Err(Refusal::NoGo), "{zone}");
        assert_eq!(left.hand(&guide.regions[1].id), Ok(()), "{zone}");
    }
}

#[test]
fn pressing_stays_under_six_and_light_pressing_under_three() {
    let mut technique = GUIDE.techniques[0].clone();
    technique.target = [4, 10];
    let left = allowed(&GUIDE, &gate(&GUIDE, &typical().else_no().0));
    assert_eq!(left.target(&technique), [4, 6]);
    let left = allowed(&GUIDE, &gate(&GUIDE, &typical().has("cx_widespread").else_no().0));
    assert_eq!((left.target(&technique), left.dose()), ([3, 3], caps::LIGHT_DOSE));
    assert_eq!((caps::PRESS_CEILING, caps::LIGHT_CEILING, caps::LIGHT_DOSE), (6, 3, 0.5));
}

#[test]
fn light_tools_are_hand_and_tennis_ball_on_bed_or_wall() {
    assert_eq!((caps::LIGHT_TOOLS, caps::LIGHT_LEVEL), ([Tool::Hand, Tool::TennisBall], 1));
}
