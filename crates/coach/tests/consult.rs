//! The whole way round the loop for a few plain stories.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use belief::{Test, Weights};
use case::{Case, Familiar, Press};
use coach::{Consultation, Kind, NoPress, Planned, SpotWhy, consult};
use common::*;
use guide::shape::{Group, Referral, Side};

fn say(case: &Case) -> Consultation {
    consult(&GUIDE, &Weights::of(&GUIDE), case, Some(&full_kit(20))).unwrap()
}

/// Pain of 5 in every zone that is this source's main area, on the right.
fn painted(source: &str) -> Case {
    let rows = &GUIDE.source(GUIDE.find_source(source).unwrap()).referral;
    let mut main = rows.iter().filter(|r| r.strength == Referral::Essential);
    let mut case = case(&main.next().unwrap().zone);
    case.pain.extend(main.map(|r| pain(&r.zone, 5.0)));
    case
}

#[test]
fn a_gluteal_spot_that_is_my_pain_is_released() {
    for source in ["gmax_trp1", "gmed_trp1", "gmed_trp2", "gmin_post"] {
        // Given its drawing, no sign of a nerve, and a press that gives the person's own pain.
        let mut case = painted(source);
        for question in ["numb_or_tingling_leg", "thin_shooting_line", "hurts_straight_leg_raise"] {
            no(&mut case, question);
        }
        let pressed = GUIDE.find_source(source).unwrap();
        case.presses.push(Press { source: pressed, side: Side::Right, tenderness: 7.0, familiar: Familiar::Yes });
        let Planned::Ready(plan) = say(&case).plan else { panic!("no plan for {source}") };
        // Then it is among the spots, found already.
        assert_eq!(plan.kind, Kind::Release, "{source}");
        let spot = plan.spots.iter().find(|s| s.source == pressed);
        assert!(spot.is_some_and(|s| s.why == SpotWhy::Leading), "{source}: {:?}", plan.spots);
    }
}

#[test]
fn a_deep_spot_that_a_nerve_root_could_mimic_waits_for_the_questions() {
    // Given pain down the leg and a press that gives the person's own pain, but nobody asked about nerve signs.
    let mut case = painted("gmin_post");
    let source = GUIDE.find_source("gmin_post").unwrap();
    case.presses.push(Press { source, side: Side::Right, tenderness: 7.0, familiar: Familiar::Yes });
    let said = say(&case);
    // Then the root is still open, nothing is pressed, and there are questions to ask.
    let Planned::Ready(plan) = said.plan else { panic!("no plan") };
    assert!(matches!(plan.kind, Kind::NoPress(NoPress::Open { .. })), "{:?}", plan.kind);
    assert!(said.next.iter().any(|n| matches!(n.test, Test::Question(..))));
    // Nor does a scan without a pressed nerve, or treatment of the spine that did nothing, stand in for them.
    ["scan_shows_nerve", "spine_treatment_helped"].iter().for_each(|question| no(&mut case, question));
    let Planned::Ready(plan) = say(&case).plan else { panic!("no plan") };
    assert!(matches!(plan.kind, Kind::NoPress(NoPress::Open { .. })), "{:?}", plan.kind);
}

#[test]
fn a_nerve_root_in_the_leg_is_not_pressed() {
    for source in ["radic_l5", "radic_s1"] {
        let mut case = painted(source);
        for question in ["numb_or_tingling_leg", "thin_shooting_line", "hurts_straight_leg_raise"] {
            yes(&mut case, question);
        }
        let said = say(&case);
        let Planned::Ready(plan) = said.plan else { panic!("no plan for {source}") };
        let Kind::NoPress(NoPress::Leads(leads, _)) = plan.kind else { panic!("{source}: {:?}", plan.kind) };
        assert_eq!(GUIDE.source(leads).group, Group::Nerve);
        assert!(!plan.warm_up.is_empty() && !plan.see.is_empty() && !said.comfort.is_empty());
    }
}

#[test]
fn what_comes_next_is_questions_and_presses_within_the_caps() {
    let next = say(&painted("gmed_trp1")).next;
    let presses = next.iter().filter(|n| matches!(n.test, Test::Press(..))).count();
    assert!(presses > 0 && presses <= 4 && next.len() - presses <= 6, "{next:?}");
}
