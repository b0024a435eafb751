//! What of belief's proposals is shown.

mod common;

use belief::{Next, Test, Why};
use case::{Answer, Case, ControlPlace, Reply};
use coach::caps::*;
use coach::conclude;
use common::*;
use guide::QuestionIx;
use guide::shape::Side;

/// Belief would like to ask everything and press everything that can be pressed.
fn proposed() -> Vec<Next> {
    let questions = (0..GUIDE.questions.len()).map(|q| Test::Question(QuestionIx(q as u16), Side::Right));
    let presses = GUIDE.sources.iter().enumerate().filter(|(_, s)| s.press);
    let presses = presses.map(|(s, _)| Test::Press(guide::SourceIx(s as u16), Side::Right));
    let control = [Test::Control(ControlPlace::OtherSide)];
    let about = (guide::SourceIx(0), Side::Right);
    let next = |test| Next { test, minutes: 1.0, why: Why::Information(0.1), about };
    questions.chain(presses).chain(control).map(next).collect()
}

fn shown(case: &Case, leading: &str) -> Vec<Test> {
    let mut assessment = assessment(&[(leading, 0.7)], &[]);
    assessment.next = proposed();
    conclude(&GUIDE, case, safety::gate(&GUIDE, case), assessment, None).next.iter().map(|n| n.test).collect()
}

/// Questions, presses, controls.
fn count(tests: &[Test]) -> [usize; 3] {
    let of = |kind: fn(&Test) -> bool| tests.iter().filter(|t| kind(t)).count();
    [
        of(|t| matches!(t, Test::Question(..))),
        of(|t| matches!(t, Test::Press(..))),
        of(|t| matches!(t, Test::Control(_))),
    ]
}

#[test]
fn the_gate_and_the_cautions_decide_what_is_shown() {
    let open = case("buttock_up_lat");
    let (mut closed, mut incomplete) = (open.clone(), open.clone());
    let saddle = GUIDE.find_ask("cauda_equina.saddle").unwrap();
    closed.gate.iter_mut().find(|(ask, _)| *ask == saddle).unwrap().1 = Reply::Yes;
    incomplete.gate.retain(|(ask, _)| *ask != saddle);
    let with = |id: &str| {
        let mut case = open.clone();
        caution(&mut case, id);
        case
    };
    for (name, case, shows) in [
        ("open", open.clone(), [6, 4, 1]),
        ("closed", closed, [0, 0, 0]),
        ("incomplete", incomplete, [6, 0, 0]),
        ("inflamed", with("cx_inflammation"), [6, 0, 0]),
        ("pregnant", with("cx_pregnancy"), [6, 0, 0]),
        ("blood thinners", with("cx_anticoagulant"), [6, 4, 1]),
    ] {
        assert_eq!(count(&shown(&case, "gmed_trp1")), shows, "{name}");
    }
}

#[test]
fn at_most_six_questions_in_all_and_four_places_in_a_sitting() {
    assert_eq!((QUESTIONS_CAP, PRESSES_A_SITTING), (6, 4));
    let mut case = case("buttock_up_lat");
    for (answered, reply) in [Reply::Yes, Reply::No, Reply::Unknown].into_iter().cycle().take(8).enumerate() {
        assert_eq!(count(&shown(&case, "gmed_trp1"))[0], QUESTIONS_CAP.saturating_sub(answered));
        let question = QuestionIx(answered as u16);
        case.answers.push(Answer { question, side: Side::Midline, reply });
    }
    // What is told unasked, of a scan, takes nothing from them.
    case.answers.truncate(2);
    let scan = GUIDE.find_question("scan_shows_nerve").unwrap();
    case.answers.push(Answer { question: scan, side: Side::Midline, reply: Reply::Yes });
    assert_eq!(count(&shown(&case, "gmed_trp1"))[0], QUESTIONS_CAP - 2);
    // The same place twice is one place.
    for (source, left) in [("gmed_trp1", 3), ("gmed_trp1", 3), ("gmax_trp1", 2), ("gmin_post", 1), ("tfl", 0)] {
        pressed(&mut case, source);
        assert_eq!(count(&shown(&case, "gmed_trp1"))[1], left, "{source}");
    }
}

#[test]
fn regions_that_a_rule_names_are_not_pressed_to_find_out() {
    // Given numb patches in the leg, then the piriformis is left alone, and other places are not.
    let mut case = case("buttock_up_lat");
    let presses = |case: &Case, id: &str| {
        let source = GUIDE.find_source(id).unwrap();
        let mut assessment = assessment(&[("gmed_trp1", 0.7)], &[]);
        assessment.next = proposed().into_iter().filter(|n| n.test == Test::Press(source, Side::Right)).collect();
        !conclude(&GUIDE, case, safety::gate(&GUIDE, case), assessment, None).next.is_empty()
    };
    assert!(presses(&case, "piriformis"));
    yes(&mut case, "numb_or_tingling_leg");
    assert!(!presses(&case, "piriformis") && presses(&case, "gmed_trp1"));
}
