//! A session by the clock alone: what is done when nobody touches anything.
#![allow(clippy::unwrap_used, clippy::panic, reason = "only tests use it")]

mod common;
mod sessions;

use coach::session::*;
use coach::{Plan, STRETCH_WITHIN_S};
use guide::shape::{Side, Stroke, Style};
use sessions::*;

/// Every plan there is to walk through.
fn plans() -> [Plan; 4] {
    [usual(), first(), gun(), no_press()]
}

#[test]
fn steps_come_in_the_order_of_the_method() {
    let plan = usual();
    let script = script(&plan);
    let letters: String = script.steps().iter().map(|step| letter(&step.task)).collect();
    // Warm up; find, hold, press again, stretch, for each spot; strengthen.
    assert!(letters.starts_with('w') && letters.contains("fhrs") && letters.ends_with('x'), "{letters}");
    assert_eq!(letters.matches("fhr").count(), plan.spots.len());
    let gun: String = Script::of(&common::GUIDE, &gun()).steps().iter().map(|step| letter(&step.task)).collect();
    assert!(gun.contains("fmrs") && !gun.contains('h'), "{gun}");
    // A step knows its source, side and technique by its spot; a stretch is on the side of its spot.
    for step in script.steps() {
        let spot = script.spot(step);
        assert_eq!(spot.is_some(), step.task.spot().is_some());
        assert!(spot.is_none_or(|s| step.side == Some(s.side)));
        // Ready, rounds and rests fit into what is planned.
        assert!(step.ready_s + u32::from(step.rounds) * step.round_s <= step.seconds, "{step:?}");
    }
}

fn letter(task: &Task) -> char {
    match task {
        Task::WarmUp { .. } => 'w',
        Task::Find { .. } => 'f',
        Task::Hold { .. } => 'h',
        Task::Sweep { .. } => 'm',
        Task::Retest { .. } => 'r',
        Task::Stretch { .. } => 's',
        Task::Strength { .. } => 'x',
    }
}

#[test]
fn a_script_takes_as_long_as_its_plan() {
    for plan in plans() {
        // The number of the same press again is waited for ten seconds longer than planned.
        let more = script(&plan).seconds() - plan.time.total_s();
        assert!(more <= 10 * plan.spots.len() as u32, "{more} s more");
    }
}

#[test]
fn with_no_touch_at_all_everything_is_done() {
    for plan in plans() {
        let mut run = Run::of(&plan);
        let most = u64::from(run.session.script().seconds());
        run.wait(most);
        assert_eq!(run.phase(), Phase::Finished { complete: true });
        let log = run.session.log();
        let held = log.iter().filter(|d| matches!(d, Done::Held { ended: Ended::Done, seconds: 15.., .. })).count();
        assert_eq!(held, plan.spots.iter().map(|s| usize::from(s.holds)).sum::<usize>());
        let moves = plan.warm_up.len() + plan.stretches.len() + plan.exercises.len();
        assert_eq!(log.iter().filter(|d| matches!(d, Done::Moved { ended: Ended::Done, .. })).count(), moves);
        assert_eq!(log.last(), Some(&Done::Ended { complete: true }));
        assert_eq!(log.len(), held + moves + 1, "nothing else: {log:?}");
    }
}

#[test]
fn a_locked_screen_makes_no_difference() {
    for plan in plans() {
        let [mut slow, mut fast] = [Run::of(&plan), Run::of(&plan)];
        slow.wait(700);
        for _ in 0..2800 {
            fast.at += 250;
            fast.take(Event::Tick);
        }
        assert_eq!(slow.session, fast.session);
        assert_eq!(slow.cues, fast.cues, "each cue once, with its own time");
    }
}

#[test]
fn what_comes_can_be_known_ahead() {
    let mut run = Run::holding(&usual());
    let ahead = run.session.ahead(60_000);
    let shown = run.session.show();
    assert!(ahead.iter().any(|cue| cue.tell == Tell::TenLeft));
    let before = run.cues.len();
    (0..60).for_each(|_| drop(run.wait(1)));
    assert_eq!(run.cues[before..], ahead);
    assert_ne!(run.session.show(), shown);
}

#[test]
fn a_hold_counts_in_sinks_twice_and_lets_go() {
    let mut run = Run::of(&usual());
    run.wait(u64::from(run.session.script().seconds()));
    let hold = run.cues.iter().position(|cue| run.session.script().steps()[cue.step].task.holds()).unwrap();
    let start = run.cues[hold].at_ms;
    let told: Vec<(Tell, u64)> =
        run.cues[hold..].iter().take(10).map(|cue| (cue.tell, (cue.at_ms - start) / 1000)).collect();
    // The middle of the target is 4: one minute.
    assert_eq!(run.session.script().spots()[0].target, [3, 5]);
    assert_eq!(
        told,
        [
            (Tell::GetReady, 0),
            (Tell::Count(3), 7),
            (Tell::Count(2), 8),
            (Tell::Count(1), 9),
            (Tell::Start, 10),
            (Tell::Sink, 30),
            (Tell::Halfway, 40),
            (Tell::Sink, 50),
            (Tell::TenLeft, 60),
            (Tell::LetGo, 70),
        ]
    );
}

#[test]
fn a_sweep_never_stays_15_seconds_in_one_place() {
    let mut run = Run::of(&gun());
    run.wait(u64::from(run.session.script().seconds()));
    let script = run.session.script();
    let mut last = 0;
    for cue in run.cues.iter().filter(|cue| matches!(script.steps()[cue.step].task, Task::Sweep { .. })) {
        match cue.tell {
            Tell::Start => last = cue.at_ms,
            Tell::Move | Tell::LetGo => {
                assert!(cue.at_ms - last < 15_000, "{} ms in one place", cue.at_ms - last);
                last = cue.at_ms;
            }
            _ => {}
        }
    }
    // Along first, across on the hotspot.
    assert!(run.cues.iter().any(|cue| cue.tell == Tell::Stroke(Stroke::Across)));
    assert!(run.cues.iter().filter(|cue| cue.tell == Tell::Move).count() >= 3);
}

#[test]
fn a_stretch_begins_within_three_minutes_after_its_hold() {
    for plan in [usual(), first(), gun()] {
        let mut run = Run::of(&plan);
        run.wait(u64::from(run.session.script().seconds()));
        let script = run.session.script();
        let mut let_go = 0;
        for cue in &run.cues {
            match (cue.tell, &script.steps()[cue.step].task) {
                (Tell::LetGo, _) => let_go = cue.at_ms,
                (Tell::GetReady, Task::Stretch { .. }) if cue.round == 0 => {
                    assert!(cue.at_ms - let_go <= u64::from(STRETCH_WITHIN_S) * 1000);
                }
                _ => {}
            }
        }
    }
}

#[test]
fn another_side_is_announced() {
    let mut plan = usual();
    plan.spots[1].side = Side::Left;
    plan.stretches.iter_mut().filter(|s| s.after == 1).for_each(|s| s.side = Side::Left);
    let script = script(&plan);
    let turns: Vec<usize> = (0..script.steps().len()).filter(|at| script.steps()[*at].turn).collect();
    assert_eq!(turns.len(), 1);
    let mut run = Run::of(&plan);
    run.wait(u64::from(script.seconds()));
    let switches: Vec<(usize, Tell)> =
        run.cues.iter().filter(|c| matches!(c.tell, Tell::Switch(_))).map(|c| (c.step, c.tell)).collect();
    assert_eq!(switches, [(turns[0], Tell::Switch(Side::Left))]);
}

#[test]
fn a_clock_that_runs_backwards_stands_still() {
    let mut run = Run::holding(&usual());
    run.wait(5);
    let before = run.session.clone();
    run.at -= 60_000;
    assert_eq!(run.take(Event::Tick), []);
    assert_eq!(run.session, before);
}

#[test]
fn a_plan_of_nothing_is_over_at_once() {
    let mut plan = no_press();
    (plan.warm_up, plan.exercises, plan.stretches) = (Vec::new(), Vec::new(), Vec::new());
    let run = Run::of(&plan);
    assert_eq!(run.phase(), Phase::Finished { complete: true });
    assert_eq!(run.session.show().todo, Todo::Finished);
}

#[test]
fn the_guides_signs_end_what_they_must() {
    let script = script(&usual());
    let of =
        |effect| -> Vec<&str> { script.signs().iter().filter(|s| s.effect == effect).map(|s| s.id.as_str()).collect() };
    assert_eq!(of(Effect::Pressing), ["numb", "shoot", "below_knee"]);
    assert_eq!(of(Effect::Everything), ["colour", "swelling", "numb_after", "dark_urine", "sore36", "night"]);
    assert_eq!(of(Effect::Ease), ["sharp_bone", "seven"]);
    assert_eq!(of(Effect::EaseOrEnd), ["breath"]);
    assert!(script.spots().iter().all(|s| s.style == Style::Hold));
}
