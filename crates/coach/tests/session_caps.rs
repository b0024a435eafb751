//! Whatever happens in a session, no cap is exceeded, every hold ends, and the same events give the same session.
#![allow(clippy::unwrap_used, clippy::panic, reason = "only tests use it")]

mod common;
mod sessions;

use coach::Plan;
use coach::caps::*;
use coach::session::*;
use guide::Id;
use guide::shape::{Side, Style};
use sessions::*;
use std::collections::BTreeMap;

/// Random sessions a plan. Each is walked in steps of 250 ms.
const SESSIONS: u64 = 40;
const TICK_MS: u64 = 250;

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn to(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }

    fn event(&mut self, wild: bool) -> Event {
        match self.to(if wild { 100 } else { 70 }) {
            0..35 => Event::Felt(self.to(7) as u8),
            35..40 => Event::Felt(self.to(12) as u8),
            40..46 => Event::EaseOff,
            46..52 => Event::Resume,
            52..58 => Event::Done,
            58..64 => Event::Back,
            64..67 => Event::Pause,
            67..69 => Event::Skip,
            69..71 => Event::TooSore,
            71..73 => Event::Begin,
            73..75 => Event::Tick,
            75..77 => Event::Sign(Id::from(["sharp_bone", "seven", "breath"][self.to(3) as usize])),
            77..78 => Event::Sign(Id::from(["numb", "colour", "swelling", "unheard_of"][self.to(4) as usize])),
            78..79 => Event::End,
            _ => Event::Back,
        }
    }

    /// A session: seconds to wait in quarter seconds, and what happens then.
    fn session(&mut self) -> Vec<(u64, Event)> {
        let wild = self.to(2) == 0;
        let rush = 1 + self.to(160);
        (0..10 + self.to(70)).map(|_| (self.to(rush), self.event(wild))).collect()
    }
}

/// A plan that asks for far too much, on one muscle and one spot twice.
fn far_too_much() -> Plan {
    let mut plan = usual();
    let again = plan.spots[0].clone();
    plan.spots.push(again);
    for spot in &mut plan.spots {
        (spot.holds, spot.hold_s, spot.find_s, spot.ceiling, spot.raises) = (9, [300, 600], 400, 10, [9, 9]);
        spot.felt.iter_mut().for_each(|f| f.hold_s = [300, 600]);
        spot.muscle = Id::from("gluteus_medius");
    }
    plan.warm_up.clear();
    plan
}

/// The same with a gun.
fn gun_far_too_much() -> Plan {
    let mut plan = gun();
    plan.spots.iter_mut().for_each(|s| (s.holds, s.hold_s, s.place_s) = (9, [300, 600], Some(200)));
    plan.warm_up.clear();
    plan
}

fn plans() -> Vec<Plan> {
    vec![usual(), first(), gun(), far_too_much(), gun_far_too_much()]
}

/// Pressure as somebody sees it who looks on, ms.
#[derive(Default)]
struct Seen {
    session: u64,
    spots: BTreeMap<(u16, Side), u64>,
    muscles: BTreeMap<(String, Side), u64>,
    swept: BTreeMap<(String, Side), u64>,
}

impl Seen {
    fn look(&mut self, session: &Session) {
        let shown = session.show();
        let Some(task) = shown.task else { return };
        let pressed = match shown.phase {
            Phase::Running { .. } => task.spot().is_some(),
            // Leaning in; finding has not begun while getting ready for it.
            Phase::GetReady { .. } => task.holds(),
            Phase::WaitingForRetest { left_ms } => left_ms > 20_000,
            _ => false,
        };
        self.session += if pressed { TICK_MS } else { 0 };
        if let (Phase::Running { .. }, true, Some(spot)) = (shown.phase, task.holds(), task.spot()) {
            let spot = &session.script().spots()[spot];
            *self.spots.entry((spot.source.0, spot.side)).or_default() += TICK_MS;
            let muscle = (spot.muscle.to_string(), spot.side);
            *self.muscles.entry(muscle.clone()).or_default() += TICK_MS;
            *self.swept.entry(muscle).or_default() += if spot.style == Style::Sweep { TICK_MS } else { 0 };
        }
    }

    fn keeps_caps(&self) {
        let at_most = |seen: &u64, cap: u32, what: &str| {
            assert!(*seen <= u64::from(cap) * 1000, "{what}: {seen} ms, more than {cap} s");
        };
        at_most(&self.session, SESSION_CAP_S, "session");
        self.spots.values().for_each(|ms| at_most(ms, SPOT_CAP_S, "spot"));
        self.muscles.values().for_each(|ms| at_most(ms, MUSCLE_CAP_S, "muscle"));
        self.swept.values().for_each(|ms| at_most(ms, SWEEP_MUSCLE_CAP_S, "sweep"));
    }
}

/// Walks through a session in small steps; looks on all the time.
fn walk(plan: &Plan, events: &[(u64, Event)]) -> (Run, Seen) {
    let mut run = Run::of(plan);
    let mut seen = Seen::default();
    let tick = |run: &mut Run, seen: &mut Seen| {
        seen.look(&run.session);
        run.at += TICK_MS;
        run.cues.extend(run.session.take(Event::Tick, run.at));
    };
    for (wait, event) in events {
        let before = run.session.log().to_vec();
        (0..*wait).for_each(|_| tick(&mut run, &mut seen));
        run.take(event.clone());
        assert!(run.session.log().starts_with(&before), "the log only grows");
    }
    // Then nobody touches it any more: longer than the longest session and pause.
    let mut left = 4 * 3600 * 2;
    while !run.session.is_over() && left > 0 {
        tick(&mut run, &mut seen);
        left -= 1;
    }
    (run, seen)
}

#[test]
fn no_cap_is_exceeded_and_every_hold_ends_whatever_happens() {
    for (at, plan) in plans().iter().enumerate() {
        for seed in 0..SESSIONS {
            let mut dice = Dice(seed * 31 + at as u64);
            let (run, seen) = walk(plan, &dice.session());
            seen.keeps_caps();
            assert!(run.session.is_over(), "seed {seed}: it goes on for ever: {:?}", run.session.show());
            assert!(run.session.log().iter().filter(|d| matches!(d, Done::Ended { .. })).count() == 1);
            let script = run.session.script();
            for done in run.session.log() {
                let Done::Held { source, side, seconds, .. } = done else { continue };
                let sweep = script.spots().iter().any(|s| s.source == *source && s.style == Style::Sweep);
                let cap = if sweep { SWEEP_MUSCLE_CAP_S } else { HOLD_CAP_S };
                assert!(u32::from(*seconds) <= cap, "one hold: {seconds} s at {source:?} {side:?}");
            }
            for cue in &run.cues {
                let known = script.steps().get(cue.step).is_some_and(|step| script.cues(step).contains(&cue.tell));
                assert!(known || Tell::ANYWHERE.contains(&cue.tell), "{cue:?}");
            }
            let shown = run.session.show();
            assert!((0.0..=1.0).contains(&shown.fraction));
            assert!(shown.totals.pressed_s <= SESSION_CAP_S);
        }
    }
}

#[test]
fn ticks_make_no_difference_and_a_replay_is_the_same_session() {
    for (at, plan) in plans().iter().enumerate() {
        for seed in 0..SESSIONS {
            let mut dice = Dice(seed * 37 + at as u64);
            let (walked, _) = walk(plan, &dice.session());
            let mut replayed = Session::replay(script(plan), &walked.events);
            replayed.take(Event::Tick, walked.at);
            assert_eq!(replayed, walked.session, "seed {seed}");
            assert_eq!(replayed.show(), walked.session.show());
            // Every cue comes once with its time, whether looked at every 250 ms or not.
            let mut bare = Session::new(script(plan));
            let mut cues: Vec<Cue> = Vec::new();
            for (event, at_ms) in &walked.events {
                cues.extend(bare.take(event.clone(), *at_ms));
            }
            cues.extend(bare.take(Event::Tick, walked.at));
            assert_eq!(cues, walked.cues, "seed {seed}");
        }
    }
}

#[test]
fn test_presses_of_this_sitting_count() {
    // Given eleven and a half minutes of test presses, then there is no time to press: warm-up, stretches and strength.
    let plan = usual();
    let script = Script::of(&common::GUIDE, &plan).pressed_before(SESSION_CAP_S - 15);
    let mut session = Session::new(script);
    session.take(Event::Begin, 0);
    session.take(Event::Tick, 4 * 3_600_000);
    assert!(session.is_over());
    assert!(!session.log().iter().any(|d| matches!(d, Done::Held { .. })), "{:?}", session.log());
    assert!(session.log().iter().any(|d| matches!(d, Done::Moved { what: Move::Stretch(_), .. })));
}

#[test]
fn nothing_is_held_at_7_whatever_a_plan_allows() {
    let mut run = Run::holding(&far_too_much());
    assert_eq!(run.felt(7), [Tell::Ease(4)]);
    assert!(matches!(run.phase(), Phase::EasedOff { .. }));
}
