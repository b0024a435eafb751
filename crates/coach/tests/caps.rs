//! Each cap: what it is, that the longest plan keeps it, that a looser guide does not loosen it, and that a stricter one
//! tightens it.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use case::Case;
use coach::caps::*;
use coach::{Plan, Spot};
use common::*;
use guide::Guide;
use guide::shape::{Side, Style, Tool};

/// A later session of an hour with everything at hand, medius, maximus and piriformis likely.
fn longest(guide: &Guide) -> Plan {
    let likely = assessment(&[("gmed_trp1", 0.7)], &[("gmed_trp2", 0.6), ("gmed_trp3", 0.5), ("gmax_trp1", 0.3)]);
    plan_by(guide, &experienced_case(), &likely, &full_kit(60).experienced())
}

fn experienced_case() -> Case {
    let mut case = case("buttock_up_lat");
    for source in ["gmed_trp1", "gmax_trp1", "gmin_post"] {
        released(&mut case, source);
    }
    case
}

/// A later session with a massage gun as the only way of pressing.
fn sweep(guide: &Guide) -> Plan {
    let mut guide = guide.clone();
    guide.techniques.retain(|t| t.tool == Tool::MassageGun);
    let likely = assessment(&[("gmed_trp1", 0.7)], &[("gmed_trp2", 0.6), ("gmed_trp3", 0.5)]);
    let plan = plan_by(&guide, &experienced_case(), &likely, &full_kit(60));
    assert!(plan.spots.iter().all(|s| s.style == Style::Sweep) && !plan.spots.is_empty());
    plan
}

/// The guide with one dose changed.
fn with(dose: &str, value: f64) -> Guide {
    let mut guide = GUIDE.clone();
    let dose = guide.doses.iter_mut().find(|d| d.id == *dose).unwrap();
    (dose.value, dose.range) = (value, [value, value]);
    guide
}

/// `measure` of the plan is at most `cap`, with the guide as it is and with a loose one; at most `strict` with a strict.
fn holds(dose: &str, unit: f64, cap: u32, strict: u32, plan: fn(&Guide) -> Plan, measure: fn(&Plan) -> u32) {
    assert!(measure(&plan(&GUIDE)) <= cap, "{dose} of this guide: {}", measure(&plan(&GUIDE)));
    let loose = plan(&with(dose, f64::from(cap) * 10.0 / unit));
    assert!(measure(&loose) <= cap, "{dose} loosened by a guide: {}", measure(&loose));
    let tight = measure(&plan(&with(dose, f64::from(strict) / unit)));
    assert!(tight > 0 && tight <= strict, "{dose} not tightened by a guide: {tight}");
}

fn sum(plan: &Plan, of: fn(&Spot) -> u32) -> u32 {
    plan.spots.iter().map(of).sum()
}

fn medius(plan: &Plan) -> u32 {
    let spots = plan.spots.iter().filter(|s| s.muscle == "gluteus_medius" && s.side == Side::Right);
    spots.map(Spot::press_s).sum()
}

#[test]
fn a_hold_is_at_most_90_seconds() {
    assert_eq!(HOLD_CAP_S, 90);
    let longest_hold = |plan: &Plan| plan.spots.iter().map(|s| u32::from(s.hold_s[1])).max().unwrap();
    holds("hold_cap", 1.0, HOLD_CAP_S, 45, longest, longest_hold);
    // A guide whose bands hold longer does not pass either.
    let mut guide = GUIDE.clone();
    guide.bands.iter_mut().filter(|b| b.hold_s[1] > 0).for_each(|b| b.hold_s = [200, 400]);
    assert_eq!(longest_hold(&longest(&guide)), HOLD_CAP_S);
}

#[test]
fn a_spot_is_held_at_most_3_minutes() {
    assert_eq!(SPOT_CAP_S, 180);
    let mut guide = GUIDE.clone();
    guide.doses.iter_mut().filter(|d| d.id == *"presses_per_spot").for_each(|d| d.value = 9.0);
    let spot = |plan: &Plan| plan.spots.iter().map(Spot::press_s).max().unwrap();
    assert_eq!(spot(&longest(&guide)), SPOT_CAP_S);
    holds("spot_cap", 60.0, SPOT_CAP_S, 100, longest, spot);
}

#[test]
fn a_muscle_is_held_at_most_5_minutes() {
    assert_eq!(MUSCLE_CAP_S, 300);
    holds("muscle_cap", 60.0, MUSCLE_CAP_S, 120, longest, medius);
}

#[test]
fn a_session_presses_at_most_12_minutes() {
    assert_eq!(SESSION_CAP_S, 720);
    holds("session_cap", 60.0, SESSION_CAP_S, 240, longest, |plan| sum(plan, |s| s.find_s + s.press_s()));
}

#[test]
fn a_gun_stays_at_most_15_seconds_in_a_place() {
    assert_eq!(SWEEP_PLACE_CAP_S, 15);
    holds("sweep_place", 1.0, SWEEP_PLACE_CAP_S, 10, sweep, |plan| u32::from(plan.spots[0].place_s.unwrap()));
}

#[test]
fn a_gun_stays_at_most_2_minutes_on_a_muscle() {
    assert_eq!(SWEEP_MUSCLE_CAP_S, 120);
    holds("sweep_cap", 60.0, SWEEP_MUSCLE_CAP_S, 60, sweep, medius);
}

#[test]
fn a_gun_is_felt_at_most_3() {
    assert_eq!(SWEEP_CEILING, 3);
    assert!(sweep(&GUIDE).spots.iter().all(|s| s.ceiling <= 3 && s.target[1] <= 3));
}

#[test]
fn a_session_has_at_most_3_spots_and_the_first_2() {
    assert_eq!((SPOTS_CAP, SPOTS_FIRST_CAP), (3, 2));
    holds("spots_per_session", 1.0, 3, 1, longest, |plan| plan.spots.len() as u32);
    let likely = assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp1", 0.6), ("gmin_post", 0.5)]);
    assert_eq!(plan(&case("buttock_up_lat"), &likely, &full_kit(60)).spots.len(), 2);
}

#[test]
fn a_sitting_has_at_most_4_places() {
    assert_eq!(PRESSES_A_SITTING, 4);
    // Given two other places pressed while searching, then two new ones are left.
    let mut case = experienced_case();
    pressed(&mut case, "tfl");
    pressed(&mut case, "gmin_ant");
    let likely = assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp1", 0.6), ("gmin_post", 0.5)]);
    assert_eq!(plan(&case, &likely, &full_kit(60)).spots.len(), 2);
}

#[test]
fn a_session_has_at_most_3_strength_items() {
    assert_eq!(STRENGTH_ITEMS_CAP, 3);
    let plan = longest(&GUIDE);
    assert!((1..=3).contains(&plan.exercises.len()), "{:?}", plan.exercises);
}

#[test]
fn a_stretch_begins_within_3_minutes_after_its_hold() {
    assert_eq!(STRETCH_WITHIN_S, 180);
    // Given stretches that take more than three minutes, then no second one follows a spot: it would begin too late.
    let mut guide = GUIDE.clone();
    guide.stretches.iter_mut().for_each(|s| (s.hold_s, s.repeats) = (200, 1));
    let plan = longest(&guide);
    let first = plan.stretches.iter().filter(|s| s.after == 0).count();
    assert_eq!(first, 1, "{:?}", plan.stretches);
}

#[test]
fn a_hold_sinks_at_most_3_times() {
    assert_eq!(RAISES_CAP, 3);
    holds("raises", 1.0, 3, 1, longest, |plan| plan.spots.iter().map(|s| u32::from(s.raises[1])).max().unwrap());
}

#[test]
fn ceilings_by_day_and_person() {
    assert_eq!((FIRST_CEILING, LIGHT_CEILING, CEILING, EXPERIENCED_CEILING), (4, 3, 5, 6));
    let likely = assessment(&[("gmed_trp1", 0.7)], &[]);
    let (mut bad, mut thinned) = (experienced_case(), experienced_case());
    bad.pain[0].intensity = Some(BAD_DAY_FROM);
    caution(&mut thinned, "cx_anticoagulant");
    let (usual, used_to_it) = (full_kit(30), full_kit(30).experienced());
    for (case, kit, ceiling) in [
        (&experienced_case(), &usual, CEILING),
        (&experienced_case(), &used_to_it, EXPERIENCED_CEILING),
        (&case("buttock_up_lat"), &used_to_it, FIRST_CEILING),
        (&bad, &used_to_it, LIGHT_CEILING),
        (&thinned, &used_to_it, LIGHT_CEILING),
    ] {
        let spot = &plan(case, &likely, kit).spots[0];
        assert_eq!(spot.ceiling, ceiling);
        // A hold at 6 takes 30 seconds, and only those used to it are told of it.
        let at_six: Vec<_> = spot.felt.iter().filter(|f| f.to >= 6).map(|f| f.hold_s).collect();
        assert_eq!(at_six, if ceiling == 6 { vec![[30, 30]] } else { vec![] });
    }
}

#[test]
fn seven_is_never_held() {
    // Given a guide that would hold at 7, then nobody is told to.
    let mut guide = GUIDE.clone();
    guide.bands.iter_mut().for_each(|b| b.hold_s = [30, 60]);
    assert!(longest(&guide).spots.iter().all(|s| s.felt.iter().all(|f| f.to < 7)));
}
