//! What earlier visits teach, each with a person one can picture. Directions, not numbers: the numbers are the guide's.

use crate::world::World;
use belief::{LATEST, LESSONS, Lesson};
use case::{Case, Familiar, Visit};
use guide::shape::Side;

#[test]
fn who_over_paints_at_three_visits_counts_paint_less_at_the_fourth() {
    let world = World::new();
    let brushed = world.brushed();
    let three = [&brushed; 3];
    let over = world.lesson(&three, Lesson::PaintsOver).unwrap();
    assert!(over.to > over.from + 0.2, "{over:?}");
    // Given calf pain besides, when somebody and when this person paints it, then it says less of this person.
    let buttock = world.visit(&["buttock_mid_lat"], &[]);
    let calf = world.visit(&["buttock_mid_lat", "calf_post"], &[]);
    let says =
        |earlier: &[&Visit]| world.odds(&calf, earlier, "gmin_post") / world.odds(&buttock, earlier, "gmin_post");
    assert!(says(&three) < says(&[]), "{} {}", says(&three), says(&[]));
}

#[test]
fn a_press_weighs_less_in_who_was_sore_everywhere_without_a_new_control() {
    let world = World::new();
    let sore = world.sore();
    let quiet = world.visit(&["buttock_up_lat"], &[]);
    let pressed = world.visit(&["buttock_up_lat"], &[("gmed_trp2", 7.0, Familiar::Yes)]);
    let says =
        |earlier: &[&Visit]| world.odds(&pressed, earlier, "gmed_trp2") / world.odds(&quiet, earlier, "gmed_trp2");
    assert!(says(&[&sore; 2]) < says(&[]), "{} {}", says(&[&sore; 2]), says(&[]));
    let lesson = world.lesson(&[&sore; 2], Lesson::SoreEverywhere).unwrap();
    assert!(lesson.to > 0.5, "{lesson:?}");
    // A visit without a press teaches nothing of it.
    assert_eq!(world.lesson(&[&quiet; 3], Lesson::SoreEverywhere), None);
}

#[test]
fn a_source_whose_pain_twice_went_to_the_calf_is_likelier_when_the_calf_hurts_again() {
    let world = World::new();
    let own = ("hamstrings_medial", 7.0, Familiar::Yes);
    let there = world.visit(&["thigh_post_up", "thigh_post_low", "calf_post"], &[own]);
    let not_there = world.visit(&["thigh_post_up", "thigh_post_low"], &[own]);
    let again = world.visit(&["thigh_post_up", "calf_post"], &[]);
    let [calf, no_calf] = [&there, &not_there].map(|visit| world.odds(&again, &[visit; 2], own.0));
    let anybody = world.odds(&again, &[], own.0);
    assert!(calf > anybody && calf > no_calf, "{calf} {anybody} {no_calf}");
    // And it is told once it is plain enough, as at the inner knee, where few others are felt.
    let there = world.visit(&["thigh_post_up", "thigh_post_low", "knee_med"], &[own]);
    let spot = belief::Spot { zone: world.guide.find_zone("knee_med").unwrap(), side: Side::Right };
    let source = world.guide.find_source(own.0).unwrap();
    let learned = world.lesson(&[&there; LATEST], Lesson::Refers { source, side: Side::Right, spot });
    assert!(learned.is_some_and(|lesson| lesson.from < lesson.to && lesson.to < 1.0), "{learned:?}");
}

#[test]
fn without_earlier_visits_or_with_learning_off_nothing_changes_bit_for_bit() {
    let world = World::new();
    let today = world.visit(&["buttock_mid_lat", "calf_post"], &[("gmin_post", 6.0, Familiar::Yes)]);
    let (brushed, sore) = (world.brushed(), world.sore());
    let plain = world.case(&today, &[]);
    let learning = world.case(&today, &[&brushed, &sore]);
    let off = Case { learn: false, ..learning.clone() };
    assert_ne!(world.assess(&learning), world.assess(&plain));
    assert_eq!(world.assess(&off), world.assess(&plain));
    let bits = |case: &Case| {
        let p = world.weights.probabilities(&world.guide, case).unwrap();
        p.into_iter().map(f64::to_bits).collect::<Vec<u64>>()
    };
    assert_eq!(bits(&off), bits(&plain));
}

#[test]
fn the_order_of_telling_inside_a_visit_changes_nothing() {
    let world = World::new();
    let told = [("gmed_trp2", 7.0, Familiar::Yes), ("gmin_post", 6.0, Familiar::Yes), ("gmax_trp1", 1.0, Familiar::No)];
    let visit = world.visit(&["buttock_mid_lat", "thigh_post_up", "calf_post"], &told);
    let mut turned = visit.clone();
    turned.pain.reverse();
    turned.presses.reverse();
    let today = world.visit(&["buttock_mid_lat", "calf_post"], &[]);
    let p = |visit: &Visit| world.weights.probabilities(&world.guide, &world.case(&today, &[visit; 3])).unwrap();
    for (a, b) in p(&visit).into_iter().zip(p(&turned)) {
        assert!((a - b).abs() < 1e-12, "{a} {b}");
    }
}

#[test]
fn fifty_equal_visits_make_nothing_certain_and_only_the_latest_count() {
    let world = World::new();
    let (brushed, sore) = (world.brushed(), world.sore());
    for (visit, lesson) in [(&brushed, Lesson::PaintsOver), (&sore, Lesson::SoreEverywhere)] {
        let fifty = world.lesson(&[visit; 50], lesson).unwrap();
        assert!(fifty.to > fifty.from && fifty.to < 0.95, "{fifty:?}");
        assert_eq!(world.lesson(&[visit; LATEST], lesson), Some(fifty));
    }
    let today = world.visit(&["buttock_up_lat"], &[]);
    let learned = world.assess(&world.case(&today, &[&sore; 50])).learned;
    assert!(learned.len() <= LESSONS);
    assert!(learned.iter().all(|l| l.to > 0.0 && l.to < 1.0 && (l.to - l.from).abs() >= 0.1), "{learned:?}");
}

#[test]
fn a_habit_can_change_and_a_visit_left_out_is_forgotten() {
    let world = World::new();
    let brushed = world.brushed();
    let neat = world.visit(&["buttock_up_lat", "buttock_mid_lat"], &[]);
    let to = |earlier: &[&Visit]| world.lesson(earlier, Lesson::PaintsOver).map_or(0.3, |lesson| lesson.to);
    assert!(to(&[&brushed, &brushed, &neat, &neat, &neat]) < to(&[&brushed, &brushed]));
    let [with, without] = [&[&neat, &brushed][..], &[&neat][..]].map(to);
    assert!(with > without, "{with} {without}");
}
