//! What a session says: short, whole, for every step of every plan.

#![expect(clippy::panic, clippy::unwrap_used, reason = "in a test a panic is the report")]

use case::{Case, Pain, Release, Reply};
use coach::session::{Cue, Done, Event, Script, Session, Tell, Todo};
use coach::{Kit, Planned, conclude};
use guide::shape::{Side, Stroke, Surface, Tool};
use guide::{AskIx, Guide, Id};
use words::Speaker;

/// The built-in guide.
fn guide() -> Guide {
    Guide::embedded("en").unwrap_or_else(|problems| panic!("{problems}"))
}

/// A later session for a sore side of the hip, by this tool.
fn script(guide: &Guide, tool: Tool) -> Script {
    let zone = guide.find_zone("buttock_up_lat").unwrap();
    let source = guide.find_source("gmed_trp1").unwrap();
    let mut case = Case {
        pain: vec![Pain { zone, side: Side::Right, intensity: Some(4.0), share: Some(0.5), quality: Vec::new() }],
        releases: vec![Release { source, side: Side::Right, pain_before: 5.0, pain_after: 4.0 }],
        gate: (0..guide.asks.len()).map(|at| (AskIx(at as u16), Reply::No)).collect(),
        ..Case::default()
    };
    case.person.age = Some(45);
    let assessment = belief::Weights::of(guide).assess(guide, &case).unwrap();
    let kit = Kit::new(30, &[tool], &[Surface::Wall, Surface::Bed, Surface::Floor]).unwrap();
    match conclude(guide, &case, safety::gate(guide, &case), assessment, Some(&kit)).plan {
        Planned::Ready(plan) if !plan.spots.is_empty() => Script::of(guide, &plan),
        other => panic!("no plan to press by: {other:?}"),
    }
}

/// A sentence for people.
fn plain(sentence: &str) {
    assert!(!sentence.trim().is_empty(), "nothing is said");
    assert!(!sentence.contains(['{', '}', '!', '_']), "{sentence}");
    assert!(!sentence.contains("  ") && !sentence.contains(": .") && !sentence.contains(".."), "{sentence}");
    assert!(sentence.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric()), "{sentence}");
}

/// The same, short enough to be read from the floor or heard.
fn short(sentence: &str) {
    plain(sentence);
    assert!(sentence.split_whitespace().count() <= 12, "more than 12 words: {sentence}");
}

#[test]
fn every_step_says_what_it_is_and_how() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    for tool in [Tool::TennisBall, Tool::MassageGun, Tool::Hand] {
        let script = script(&guide, tool);
        for step in script.steps() {
            plain(&speaker.session_step(&script, step));
            let how = speaker.session_how(&script, step);
            assert!(!how.is_empty(), "{step:?}");
            how.iter().for_each(|line| plain(line));
            assert_eq!(speaker.session_not_if(step).is_none(), step.task.spot().is_some(), "{step:?}");
            for tell in script.cues(step).into_iter().chain(Tell::ANYWHERE) {
                for (at, round) in [(0, 0), (0, 1)] {
                    let place = script.steps().iter().position(|s| s == step).unwrap_or(at);
                    plain(&speaker.session_cue(&script, &Cue { at_ms: 0, step: place, round, tell }));
                }
            }
        }
    }
}

#[test]
fn what_to_do_now_has_at_most_twelve_words() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    for tool in [Tool::TennisBall, Tool::MassageGun] {
        let mut session = Session::new(script(&guide, tool));
        short(&speaker.session_now(&session.show()));
        session.take(Event::Begin, 0);
        let events = [Event::Felt(8), Event::Sign(Id::from("breath")), Event::Resume, Event::Felt(1), Event::Tick];
        for second in 0..2000_u64 {
            let event = if second % 37 == 0 { events[(second / 37 % 5) as usize].clone() } else { Event::Tick };
            session.take(event, second * 1000);
            short(&speaker.session_now(&session.show()));
        }
        session.log().iter().for_each(|done| plain(&speaker.session_done(done)));
    }
    // What a session of two thousand seconds may not have come to.
    let shown = Session::new(script(&guide, Tool::Hand)).show();
    for todo in [
        Todo::LeanMore,
        Todo::Sink,
        Todo::Ease(3),
        Todo::KeepMoving(Stroke::Along),
        Todo::KeepMoving(Stroke::Across),
        Todo::KeepMoving(Stroke::None),
        Todo::PressAgain,
        Todo::Resume,
        Todo::Stop,
        Todo::Finished,
    ] {
        short(&speaker.session_now(&coach::session::Shown { todo, ..shown.clone() }));
    }
}

#[test]
fn stop_signs_come_with_advice() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    let [during, after] = [true, false].map(|during| speaker.stop_signs(during));
    assert_eq!(during.len() + after.len(), guide.stops.len());
    for sign in during.iter().chain(&after) {
        plain(&sign.sign);
        plain(&sign.advice);
        assert_eq!(speaker.stop_sign(&sign.id), *sign);
    }
    // A record may name a sign that this guide no longer has.
    plain(&speaker.stop_sign("of_an_older_guide").advice);
    plain(&speaker.session_done(&Done::Sign { sign: Id::from("of_an_older_guide"), at: None }));
}

#[test]
fn a_voice_says_it_like_this() {
    let (guide, case) = (guide(), Case::default());
    let speaker = Speaker::new(&guide, &case);
    let script = script(&guide, Tool::TennisBall);
    let hold = script.steps().iter().position(|step| step.task.holds()).unwrap();
    for (step, tell, said) in [
        (hold, Tell::GetReady, "Lean in slowly."),
        (hold, Tell::TenLeft, "Ten seconds left. Breathe out."),
        (hold, Tell::Count(3), "Three."),
        (hold, Tell::Sink, "If it has faded by half, sink in until it is back."),
        (hold, Tell::Ease(4), "Ease off until it is 4 or less."),
        (hold + 1, Tell::PressAgain, "Up, ten steps, then press the same place. Which number now?"),
        (hold, Tell::Switch(Side::Left), "Other side now: left."),
        (hold, Tell::Stroke(Stroke::Across), "Now across the fibres."),
    ] {
        assert_eq!(speaker.session_cue(&script, &Cue { at_ms: 0, step, round: 0, tell }), said);
    }
    let find = speaker.session_cue(&script, &Cue { at_ms: 0, step: hold - 1, round: 0, tell: Tell::GetReady });
    assert!(find.starts_with("Next: Medius") && find.ends_with("right. Get into position."), "{find}");
}
