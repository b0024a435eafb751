//! What the program says, with the texts of the built-in guide.

#![expect(clippy::panic, reason = "in a test a panic is the report")]

use belief::{Finding, Learned, Lesson, Next, Spot, Test, Why};
use case::{Case, Control, ControlPlace, Familiar, Press, Release};
use coach::{Because, NoPress, Part, Reason, Refused, What};
use guide::shape::{PersonFact, Side};
use guide::{AskIx, CautionIx, FlagIx, Guide};
use safety::{Gate, State};
use words::{Block, Speaker};

/// The built-in guide.
fn guide() -> Guide {
    Guide::embedded("en").unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn findings_are_said_as_people_say_them() {
    let guide = guide();
    let zone = guide.find_zone("calf_post").unwrap();
    let source = guide.find_source("gmin_post").unwrap();
    let question = guide.find_question("worse_sitting").unwrap();
    let case = Case {
        presses: vec![Press { source, side: Side::Right, tenderness: 6.0, familiar: Familiar::Yes }],
        controls: vec![Control { place: ControlPlace::Neutral, tenderness: 5.0, familiar: Familiar::No }],
        releases: vec![Release { source, side: Side::Right, pain_before: 6.0, pain_after: 3.0 }],
        ..Case::default()
    };
    let speaker = Speaker::new(&guide, &case);
    for (finding, said) in [
        (Finding::Pain(zone, Side::Right), "pain: calf, right"),
        (Finding::Blank(zone, Side::Left), "no pain: calf, left"),
        (Finding::Answer(question, Side::Right, true), "sitting makes it worse, right"),
        (Finding::Answer(question, Side::Left, false), "sitting does not make it worse, left"),
        (Finding::Press(source, Side::Right), "pressing gluteus minimus, back part, right: that is your pain"),
        (
            Finding::Control(ControlPlace::Neutral),
            "pressing a place that never hurts: sore (5 of 10), but not your pain",
        ),
        (Finding::Release(source, Side::Right), "releasing gluteus minimus, back part, right: pain went from 6 to 3"),
        (Finding::Person(PersonFact::Age40To59), "age 40 to 59"),
    ] {
        let sentence = speaker.finding(finding);
        assert!(sentence.starts_with(said), "{sentence}");
    }
}

#[test]
fn a_closed_gate_says_how_fast_and_what_to_do() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    for flag in (0..guide.flags.len()).map(|at| FlagIx(at as u16)) {
        let urgency = guide.flag(flag).urgency;
        let gate = Gate {
            state: State::Closed,
            urgency: Some(urgency),
            flags: vec![flag],
            mention: Vec::new(),
            unasked: Vec::new(),
            cautions: Vec::new(),
        };
        let advice = speaker.advice(&gate);
        let action = guide.text("flags", &guide.flag(flag).id, "action");
        assert!(!action.is_empty() && advice.ends_with(action), "{advice}");
        plain(&advice);
    }
}

#[test]
fn every_ask_and_every_test_has_its_words() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    let asks: Vec<AskIx> = (0..guide.asks.len()).map(|at| AskIx(at as u16)).collect();
    let page = speaker.unasked(&asks);
    let Some(Block::Items(items)) = page.blocks.last() else { panic!("{page:?}") };
    assert_eq!(items.len(), asks.len());
    items.iter().for_each(|item| plain(&item.text));

    let about = (guide.find_source("gmin_post").unwrap(), Side::Right);
    let next = |test| Next { test, minutes: 1.0, why: Why::Information(0.1), about };
    for at in 0..guide.questions.len() {
        let question = guide::QuestionIx(at as u16);
        let side = if guide.question(question).sided { Side::Left } else { Side::Midline };
        plain(&speaker.test(&next(Test::Question(question, side))));
    }
    for at in 0..guide.sources.len() {
        let source = guide::SourceIx(at as u16);
        plain(&speaker.test(&next(Test::Press(source, guide.source(source).sides[0]))));
    }
    for place in [ControlPlace::OtherSide, ControlPlace::Neutral] {
        plain(&speaker.test(&next(Test::Control(place))));
    }
    for why in [Why::Information(0.1), Why::Likeliest(0.4), Why::Baseline, Why::Persisting] {
        plain(&speaker.why(&Next { why, ..next(Test::Control(ControlPlace::Neutral)) }));
    }
}

#[test]
fn what_is_left_out_is_said_with_its_reason() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    let nerve = guide.find_source("radic_s1").unwrap();
    let block = guide.blocks[0].id.clone();
    let question = guide.find_question("worse_sitting").unwrap();
    let caution = CautionIx(0);
    for why in [
        Reason::Caution(caution),
        Reason::AskDoctor(caution),
        Reason::Block { block: block.clone(), because: Because::Source(nerve, Side::Left) },
        Reason::Block { block: block.clone(), because: Because::Caution(caution) },
        Reason::Block { block, because: Because::Answer(question, Side::Left) },
        Reason::LookAlike(nerve, Side::Left),
        Reason::NothingFits,
        Reason::NotPressable,
        Reason::Kit,
        Reason::Minutes,
        Reason::PlacesUsed,
        Reason::SpotsUsed,
        Reason::PressureUsed,
        Reason::Later,
        Reason::BadDay,
    ] {
        let said = speaker.refused(&Refused { what: What::Part(Part::Spots), why });
        plain(&said);
        assert!(said.starts_with("Pressing: ") && said.ends_with(['.', ')']), "{said}");
    }
    for why in
        [NoPress::Leads(nerve, Side::Left), NoPress::Caution(caution), NoPress::NothingFits, NoPress::NothingLeft]
    {
        plain(&speaker.no_press(why));
    }
}

#[test]
fn every_technique_stretch_and_exercise_has_a_name() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    let whats = guide.techniques.iter().map(|x| What::Technique(x.id.clone()));
    let whats = whats.chain(guide.stretches.iter().map(|x| What::Stretch(x.id.clone())));
    let whats = whats.chain(guide.exercises.iter().map(|x| What::Exercise(x.id.clone())));
    let whats = whats.chain(guide.warmups.iter().map(|x| What::Warmup(x.id.clone())));
    for what in whats.chain(guide.regions.iter().map(|x| What::Region(x.id.clone()))) {
        let name = speaker.what(&what);
        plain(&name);
        assert!(!name.contains('_'), "an id is no name: {name}");
    }
}

#[test]
fn what_was_learned_is_said_either_way_without_a_promise() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    let source = guide.find_source("gmin_post").unwrap();
    let spot = Spot { zone: guide.find_zone("calf_post").unwrap(), side: Side::Right };
    let refers = Lesson::Refers { source, side: Side::Right, spot };
    for lesson in [Lesson::PaintsOver, Lesson::PaintsUnder, Lesson::SoreEverywhere, refers] {
        let [more, less] = [(0.2, 0.6), (0.6, 0.2)].map(|(from, to)| speaker.learned(&Learned { lesson, from, to }));
        plain(&more);
        plain(&less);
        assert_ne!(more, less);
        assert!(more.contains(" may ") || more.contains(" seems "), "{more}");
    }
    let said = speaker.learned(&Learned { lesson: refers, from: 0.2, to: 0.6 });
    assert!(said.starts_with("Gluteus minimus, back part, right:") && said.ends_with("calf."), "{said}");
}

/// A sentence for people: something is there, nothing is left to fill in, nobody shouts.
fn plain(sentence: &str) {
    assert!(!sentence.trim().is_empty(), "nothing is said");
    assert!(!sentence.contains(['{', '}', '!']), "{sentence}");
    assert!(!sentence.contains("  ") && !sentence.contains(": ."), "a name is missing: {sentence}");
}
