//! Every event in every state, and what numbers mean while holding.
#![allow(clippy::unwrap_used, clippy::panic, reason = "only tests use it")]

mod common;
mod sessions;

use coach::session::*;
use guide::Id;
use sessions::*;

/// A session in which the first step of this kind is in this phase; one with a massage gun for a sweep.
fn at(task: &str, phase: &str) -> Run {
    let mut run = Run::of(&if task == "sweep" { gun() } else { usual() });
    for _ in 0..4000 {
        if name(&run) == format!("{task} {phase}") {
            // Past the first second, so that coming back to its start can be told apart.
            run.wait(1);
            return run;
        }
        run.wait(1);
    }
    panic!("{task} is never in {phase}");
}

/// Where a session is, in two words.
fn name(run: &Run) -> String {
    let shown = run.session.show();
    let task = match shown.task.unwrap() {
        Task::WarmUp { .. } => "warm-up",
        Task::Find { .. } => "find",
        Task::Hold { .. } => "hold",
        Task::Sweep { .. } => "sweep",
        Task::Retest { .. } => "retest",
        Task::Stretch { .. } => "stretch",
        Task::Strength { .. } => "strength",
    };
    match shown.phase {
        Phase::NotBegun => "not begun".to_owned(),
        Phase::GetReady { .. } => format!("{task} ready"),
        Phase::Running { .. } => format!("{task} runs"),
        Phase::Rest { .. } => format!("{task} rest"),
        Phase::EasedOff { .. } => format!("{task} eased"),
        Phase::Paused { .. } => format!("{task} paused"),
        Phase::WaitingForRetest { .. } => "retest waits".to_owned(),
        Phase::Finished { .. } => "finished".to_owned(),
        Phase::Stopped { may_go_on: true, .. } => "stopped, strength".to_owned(),
        Phase::Stopped { may_go_on: false, .. } => "stopped".to_owned(),
    }
}

/// Where a session can be, by name.
fn states() -> Vec<Run> {
    let mut not_begun = Run { session: Session::new(script(&usual())), ..Run::of(&usual()) };
    not_begun.take(Event::Tick);
    let after = |mut run: Run, event: Event| {
        run.take(event);
        run
    };
    vec![
        not_begun,
        at("warm-up", "ready"),
        at("warm-up", "runs"),
        at("find", "ready"),
        at("find", "runs"),
        at("hold", "ready"),
        at("hold", "runs"),
        at("hold", "rest"),
        at("sweep", "ready"),
        at("sweep", "runs"),
        at("sweep", "rest"),
        at("retest", "waits"),
        at("stretch", "ready"),
        at("stretch", "runs"),
        at("strength", "runs"),
        after(at("hold", "runs"), Event::EaseOff),
        after(at("sweep", "runs"), Event::EaseOff),
        after(at("hold", "runs"), Event::Pause),
        after(at("hold", "runs"), sign("numb")),
        after(at("hold", "runs"), sign("colour")),
        after(at("strength", "runs"), Event::End),
    ]
}

fn sign(id: &str) -> Event {
    Event::Sign(Id::from(id))
}

#[test]
fn every_event_in_every_state() {
    let events = [
        Event::Begin,
        Event::Tick,
        Event::Felt(4),
        Event::Felt(7),
        Event::EaseOff,
        Event::TooSore,
        sign("sharp_bone"),
        sign("numb"),
        sign("colour"),
        Event::Pause,
        Event::Resume,
        Event::Skip,
        Event::Back,
        Event::Done,
        Event::End,
    ];
    let mut table = String::new();
    for state in states() {
        table += &format!("{}\n", name(&state));
        for event in &events {
            let mut run = Run { session: state.session.clone(), at: state.at, cues: Vec::new(), events: Vec::new() };
            let log = run.session.log().len();
            run.take(event.clone());
            let written: Vec<String> = run.session.log()[log..].iter().map(short).collect();
            let to = name(&run);
            if to != name(&state) || !written.is_empty() || run.session != state.session {
                let same = if to == name(&state) { "same".to_owned() } else { to };
                table += format!("  {event:?} -> {same} {}", written.join(", ")).trim_end();
                table.push('\n');
            }
        }
    }
    let known = include_str!("sessions/transitions.txt");
    assert_eq!(table, known, "what changes is read line by line, then written into sessions/transitions.txt:\n{table}");
}

/// Seconds left of a running hold.
fn left(run: &Run) -> u64 {
    match run.phase() {
        Phase::Running { left_ms, .. } => left_ms / 1000,
        other => panic!("no hold but {other:?}"),
    }
}

#[test]
fn a_number_says_how_long() {
    for (felt, seconds) in [(2, 90), (3, 90), (4, 60), (5, 60), (6, 30)] {
        let mut run = Run::holding(&usual());
        assert_eq!(run.felt(felt), [Tell::Good]);
        assert_eq!((felt, left(&run)), (felt, seconds));
    }
    // In the first session half of it.
    let mut run = Run::holding(&first());
    run.felt(3);
    assert_eq!(left(&run), 45);
}

#[test]
fn a_higher_number_makes_a_hold_shorter_and_one_that_has_lasted_ends() {
    let mut run = Run::holding(&usual());
    run.felt(3);
    run.wait(20);
    run.felt(5);
    assert_eq!(left(&run), 40);
    run.wait(15);
    assert_eq!(run.felt(6)[1..], [Tell::LetGo, Tell::Rest], "35 seconds at 6 are enough");
}

#[test]
fn above_what_is_allowed_the_timer_stands_until_it_has_settled() {
    for (plan, too_much, settled) in [(usual(), 7, 4), (usual(), 10, 4), (first(), 5, 4), (gun(), 4, 3)] {
        let mut run = Run::holding(&plan);
        run.wait(10);
        let before = left(&run);
        assert_eq!(run.felt(too_much), [Tell::Ease(settled)]);
        assert_eq!(run.session.show().todo, Todo::Ease(settled));
        run.wait(10);
        assert_eq!(run.felt(settled + 1), [Tell::Ease(settled)], "not yet");
        let mut said = Run { session: run.session.clone(), at: run.at, cues: Vec::new(), events: Vec::new() };
        assert_eq!(said.felt(settled), [Tell::GoOn, Tell::Good]);
        // Without a number it goes on as before.
        assert_eq!(run.take(Event::Resume), [Tell::GoOn]);
        assert_eq!(left(&run), before);
    }
}

#[test]
fn whoever_does_not_settle_is_done_with_the_spot() {
    let mut run = Run::holding(&usual());
    run.wait(10);
    run.felt(8);
    run.wait(29);
    assert!(matches!(run.phase(), Phase::EasedOff { left_ms: 1000, to: 4, why: Eased::Felt }));
    run.wait(1);
    assert_eq!(name(&run), "stretch ready");
    // There was weight on it all the time.
    let Some(Done::Held { seconds: 40, felt: Some(8), ended: Ended::TooSore, .. }) = run.session.log().last() else {
        panic!("{:?}", run.session.log());
    };
    // So is who has to ease off a third time.
    let mut run = Run::holding(&usual());
    for _ in 0..2 {
        run.take(Event::EaseOff);
        run.take(Event::Resume);
    }
    run.take(Event::EaseOff);
    assert_eq!(name(&run), "stretch ready");
}

#[test]
fn fading_by_half_sinks_up_to_three_times_then_lets_go_early() {
    let mut run = Run::holding(&usual());
    run.felt(5);
    run.wait(4);
    assert_eq!(run.felt(2), [Tell::Sink]);
    assert_eq!(run.session.show().todo, Todo::Sink);
    assert_eq!(run.felt(2), [Tell::Good], "it takes a while to sink in");
    run.wait(8);
    assert_eq!(run.session.show().todo, Todo::Stay);
    assert_eq!(run.felt(4), [Tell::Good], "back to nearly the old number");
    assert_eq!(run.felt(2), [Tell::Sink]);
    run.wait(8);
    assert_eq!(run.session.script().spots()[0].raises[1], 3);
    assert_eq!(run.felt(1), [Tell::Sink]);
    run.wait(8);
    // Nothing left to sink: half a minute, the shortest at 5, is enough.
    assert_eq!(run.felt(1), [Tell::Good]);
    assert_eq!(left(&run), 2);
    assert_eq!(run.wait(2), [Tell::LetGo, Tell::Rest]);
}

#[test]
fn a_number_that_has_not_faded_puts_off_a_sink() {
    let mut run = Run::holding(&usual());
    run.wait(15);
    run.felt(4);
    assert!(!run.wait(10).contains(&Tell::Sink), "it was said five seconds before that it is still 4");
    assert!(run.wait(20).contains(&Tell::Sink), "the next one comes");
}

#[test]
fn hardly_anything_means_lean_in_or_move() {
    let mut run = Run::holding(&usual());
    assert_eq!(run.felt(1), [Tell::LeanMore]);
    assert_eq!(run.session.show().todo, Todo::LeanMore);
    assert!(!run.wait(25).contains(&Tell::Sink), "nothing to sink back to");
    assert_eq!(run.felt(4), [Tell::Good]);
    assert_eq!(run.session.show().todo, Todo::Stay);
}

#[test]
fn signs_that_may_pass_give_time_and_then_end_what_they_must() {
    let mut run = Run::holding(&usual());
    run.wait(10);
    run.take(sign("sharp_bone"));
    run.wait(59);
    assert_eq!(name(&run), "hold eased");
    run.wait(1);
    assert_eq!(name(&run), "stretch ready");
    // Moved off the bone: ten seconds of pressing, and no more.
    let held = run.session.log().last().map(short);
    assert!(
        matches!(run.session.log().last(), Some(Done::Held { seconds: 10, ended: Ended::Stopped, .. })),
        "{held:?}"
    );

    let mut run = Run::holding(&usual());
    run.take(sign("breath"));
    run.wait(119);
    assert_eq!(name(&run), "hold eased");
    run.wait(1);
    assert_eq!(run.phase(), Phase::Stopped { sign: Id::from("breath"), may_go_on: false });

    let mut run = Run::holding(&usual());
    run.take(sign("breath"));
    run.wait(20);
    run.take(Event::Resume);
    assert_eq!(name(&run), "hold runs");

    // Seven is a number.
    let mut run = Run::holding(&usual());
    run.take(sign("seven"));
    assert!(matches!(run.phase(), Phase::EasedOff { why: Eased::Felt, .. }));
}

#[test]
fn after_a_nerve_sign_nothing_is_pressed_or_stretched_again() {
    for sign_id in ["numb", "shoot", "below_knee"] {
        let mut run = Run::holding(&usual());
        run.wait(5);
        assert_eq!(run.take(sign(sign_id)), [Tell::Stop]);
        assert_eq!(run.phase(), Phase::Stopped { sign: Id::from(sign_id), may_go_on: true });
        run.take(Event::Resume);
        (0..50).for_each(|_| drop(run.take(Event::Back)));
        run.wait(4000);
        assert_eq!(run.phase(), Phase::Finished { complete: false });
        let log = run.session.log();
        let at = log.iter().position(|d| matches!(d, Done::Sign { at: Some(_), .. })).unwrap();
        let later = |d: &Done| {
            matches!(d, Done::Held { ended: Ended::Done, .. } | Done::Retested { .. })
                || matches!(d, Done::Moved { what: Move::Stretch(_), .. })
        };
        assert!(!log[at..].iter().any(later), "{log:?}");
    }
    // What nobody knows ends everything.
    let mut run = Run::holding(&usual());
    run.take(sign("something_else"));
    assert_eq!(run.phase(), Phase::Stopped { sign: Id::from("something_else"), may_go_on: false });
}

#[test]
fn the_same_press_again_says_before_and_after() {
    let mut run = at("find", "runs");
    run.felt(3);
    run.felt(5);
    while name(&run) != "retest waits" {
        run.wait(1);
    }
    run.felt(2);
    let Some(Done::Retested { before: Some(5), after: 2, .. }) = run.session.log().last() else {
        panic!("{:?}", run.session.log());
    };
    // Nobody says a number: it goes on, and nothing is written.
    let mut run = at("retest", "waits");
    run.wait(30);
    assert_eq!(name(&run), "stretch ready");
    assert!(!run.session.log().iter().any(|d| matches!(d, Done::Retested { .. })));
}

#[test]
fn a_pause_keeps_the_time_and_a_long_one_ends_the_session() {
    let mut run = Run::holding(&usual());
    run.wait(10);
    let before = left(&run);
    run.take(Event::Pause);
    let pressed = run.session.show().totals.pressed_s;
    run.wait(14 * 60);
    assert_eq!(run.take(Event::Resume), [Tell::GetReady]);
    assert_eq!(run.session.show().totals.pressed_s, pressed, "weight off");
    assert!(run.wait(5).ends_with(&[Tell::GoOn]));
    assert_eq!(left(&run), before);
    run.take(Event::Pause);
    run.wait(15 * 60);
    assert_eq!(run.phase(), Phase::Finished { complete: false });
    assert!(matches!(
        run.session.log(),
        [.., Done::Held { seconds: 10, ended: Ended::Skipped, .. }, Done::Ended { .. }]
    ));
}

#[test]
fn what_a_screen_needs_is_there() {
    let mut run = Run::holding(&usual());
    let begun = run.session.show();
    run.felt(4);
    run.wait(15);
    let shown = run.session.show();
    assert_eq!((shown.round, shown.rounds, shown.left_s, shown.felt), (0, 2, 45, Some(4)));
    assert!((shown.fraction - 0.25).abs() < 1e-9, "{}", shown.fraction);
    assert_eq!(shown.totals.active_s, begun.totals.active_s + 15);
    assert_eq!(shown.totals.pressed_s, begun.totals.pressed_s + 15);
    assert!(shown.totals.left_s < begun.totals.left_s);
    assert_eq!(shown.next, Some(shown.step + 1));
    assert_eq!(shown.of, run.session.script().steps().len());
}

/// A line of the log in a word or two.
fn short(done: &Done) -> String {
    match done {
        Done::Held { ended, .. } => format!("[held {ended:?}]"),
        Done::Retested { after, .. } => format!("[retested {after}]"),
        Done::Moved { ended, .. } => format!("[moved {ended:?}]"),
        Done::Sign { sign, .. } => format!("[sign {sign}]"),
        Done::Ended { complete } => format!("[ended, complete {complete}]"),
    }
}

#[test]
fn the_ring_stands_while_easing_off_and_in_a_pause() {
    for event in [Event::EaseOff, Event::Pause] {
        let mut run = Run::holding(&usual());
        run.wait(15);
        let running = run.session.show();
        run.take(event);
        run.wait(10);
        let shown = run.session.show();
        assert_eq!(shown.fraction, running.fraction);
        assert_eq!(shown.totals.left_s, running.totals.left_s);
    }
}
