//! The machine: where it is, and how time moves it on.

use super::done::Done;
use super::event::{Cue, Event, Tell};
use super::pressure::{Pressing, Pressure, RETEST_MS};
use super::run::{Mark, Run, Shape};
use super::script::{RETEST_S, Script, Step, Task, other};
use super::signs::Sign;
use guide::Id;
use guide::shape::Side;

/// The whole wait of a retest, ms; the press itself comes first.
pub(super) const RETEST_WAIT_MS: u64 = RETEST_S as u64 * 1000;
/// The same without the press.
const RETEST_REST_MS: u64 = RETEST_WAIT_MS - RETEST_MS;
/// A massage gun is told to move this long before its longest stay in one place is over.
const MOVE_EARLY_MS: u64 = 3_000;

/// A session under way. Pure: time comes with each event.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    pub(super) script: Script,
    pub(super) now: Now,
    /// Time of the last event.
    at_ms: u64,
    /// Time since it began, pauses left out.
    pub(super) active_ms: u64,
    pub(super) step: usize,
    pub(super) round: u8,
    pub(super) run: Run,
    /// Earlier rounds of this move, ms.
    pub(super) moved_ms: u64,
    /// Highest number of earlier rounds of this move.
    pub(super) moved_top: Option<u8>,
    /// Lowest number counted down to while getting ready.
    pub(super) counted: u8,
    pub(super) pressure: Pressure,
    /// By spot: the first number before it was held.
    pub(super) before: Vec<Option<u8>>,
    /// By spot: was one hold done to its end?
    pub(super) held: Vec<bool>,
    /// No more pressing and stretching.
    pub(super) banned: bool,
    /// Was anything left out or cut short?
    pub(super) cut: bool,
    /// Last side worked on.
    pub(super) side: Option<Side>,
    pub(super) log: Vec<Done>,
    cues: Vec<Cue>,
}

/// What goes on. Times are what is left, ms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Now {
    NotBegun,
    Ready {
        left: u64,
    },
    Running,
    Rest {
        left: u64,
    },
    Retest {
        left: u64,
    },
    Eased {
        left: u64,
        why: Why,
        from: Box<Now>,
    },
    Paused {
        left: u64,
        from: Box<Now>,
    },
    /// `left` while the person may go on.
    Stopped {
        sign: Id,
        left: Option<u64>,
    },
    Finished {
        complete: bool,
    },
}

/// Why one eases off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Why {
    Felt,
    Asked,
    Sign(Sign),
}

/// Why one eases off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Eased {
    /// The number is above what is allowed.
    Felt,
    /// The person asked for it.
    Asked,
    /// This stop sign.
    Sign(Id),
}

impl Session {
    /// A session that has not begun.
    pub fn new(script: Script) -> Session {
        let spots = script.spots().len();
        Session {
            script,
            now: Now::NotBegun,
            at_ms: 0,
            active_ms: 0,
            step: 0,
            round: 0,
            run: Run::default(),
            moved_ms: 0,
            moved_top: None,
            counted: 0,
            pressure: Pressure::none(spots),
            before: vec![None; spots],
            held: vec![false; spots],
            banned: false,
            cut: false,
            side: None,
            log: Vec::new(),
            cues: Vec::new(),
        }
    }

    /// What it follows.
    pub fn into_script(self) -> Script {
        self.script
    }

    /// The session after these events (ticks may be left out), as after a reload.
    pub fn replay(script: Script, events: &[(Event, u64)]) -> Session {
        let mut session = Session::new(script);
        for (event, at_ms) in events {
            session.take(event.clone(), *at_ms);
        }
        session
    }

    /// Moves on to `at_ms` and takes the event. Returns every cue since the last event, in order. A clock that runs
    /// backwards stands still.
    pub fn take(&mut self, event: Event, at_ms: u64) -> Vec<Cue> {
        if self.now == Now::NotBegun {
            self.at_ms = at_ms;
        }
        self.advance(at_ms);
        self.answer(event);
        // What the event makes due at this very moment.
        self.advance(at_ms);
        std::mem::take(&mut self.cues)
    }

    /// The cues of the next `ms` if nobody touches anything, for sounds that have to be made ahead.
    pub fn ahead(&self, ms: u64) -> Vec<Cue> {
        let mut later = self.clone();
        later.take(Event::Tick, self.at_ms.saturating_add(ms))
    }

    /// What was done so far, append-only.
    pub fn log(&self) -> &[Done] {
        &self.log
    }

    /// Its script.
    pub fn script(&self) -> &Script {
        &self.script
    }

    /// Finished, or stopped with nothing that may follow?
    pub fn is_over(&self) -> bool {
        matches!(self.now, Now::Finished { .. } | Now::Stopped { left: None, .. })
    }

    /// The present step; none in a script without steps.
    pub(super) fn here(&self) -> Option<&Step> {
        self.script.steps().get(self.step)
    }

    pub(super) fn tell(&mut self, tell: Tell) {
        self.cues.push(Cue { at_ms: self.at_ms, step: self.step, round: self.round, tell });
    }

    /// Walks from one moment at which something falls due to the next.
    fn advance(&mut self, to_ms: u64) {
        loop {
            let left = to_ms.saturating_sub(self.at_ms);
            match self.wait() {
                Some(wait) if wait <= left => {
                    self.pass(wait);
                    self.due();
                }
                _ => return self.pass(left),
            }
        }
    }

    /// Until something falls due; none if only an event leads on.
    fn wait(&self) -> Option<u64> {
        let wait = match &self.now {
            Now::NotBegun | Now::Finished { .. } => return None,
            Now::Stopped { left, .. } => return *left,
            Now::Ready { left } => left - self.count_at(*left).unwrap_or(0),
            Now::Running => self.next_mark().0,
            Now::Retest { left } if *left > RETEST_REST_MS => left - RETEST_REST_MS,
            Now::Rest { left } | Now::Retest { left } | Now::Eased { left, .. } | Now::Paused { left, .. } => *left,
        };
        let pressed = self.pressing().map_or(u64::MAX, |p| self.pressure_left(p));
        Some(wait.min(pressed))
    }

    /// Lets time pass in which nothing falls due.
    fn pass(&mut self, ms: u64) {
        if let Some(pressing) = self.pressing() {
            self.pressure.add(pressing, ms);
            if matches!(pressing, Pressing::Hold(_)) {
                self.run.pressed += ms;
            }
        }
        self.at_ms += ms;
        if !matches!(self.now, Now::NotBegun | Now::Paused { .. } | Now::Stopped { .. } | Now::Finished { .. }) {
            self.active_ms += ms;
        }
        match &mut self.now {
            Now::NotBegun | Now::Finished { .. } | Now::Stopped { left: None, .. } => {}
            Now::Running => self.run.elapsed += ms,
            Now::Ready { left }
            | Now::Rest { left }
            | Now::Retest { left }
            | Now::Eased { left, .. }
            | Now::Paused { left, .. }
            | Now::Stopped { left: Some(left), .. } => *left -= ms,
        }
    }

    /// What falls due now. Each arm changes what `wait` waits for.
    fn due(&mut self) {
        if self.pressing().is_some_and(|p| self.pressure_left(p) == 0) {
            return self.pressed_enough();
        }
        match self.now.clone() {
            Now::NotBegun | Now::Finished { .. } | Now::Stopped { left: None, .. } => {}
            Now::Ready { left: 0 } => self.start(),
            Now::Ready { left } => {
                self.counted = (left / 1000) as u8;
                self.tell(Tell::Count(self.counted));
            }
            Now::Running => self.mark(),
            Now::Rest { .. } => self.lean_in(),
            Now::Retest { left: 0 } => self.enter(self.step + 1),
            // The press itself is over; the number is still waited for.
            Now::Retest { .. } => {}
            Now::Eased { why, .. } => self.did_not_settle(why),
            Now::Paused { .. } | Now::Stopped { .. } => self.end(),
        }
    }

    fn mark(&mut self) {
        let (_, mark) = self.next_mark();
        let spot = self.here().and_then(|step| self.script.spot(step));
        let (sinks, stroke) = spot.map_or((0, None), |s| (s.raises[1], other(s.stroke)));
        if !self.run.passed(mark, sinks) {
            return;
        }
        match mark {
            Mark::End => self.end_round(super::done::Ended::Done),
            Mark::Sink(_) => self.tell(Tell::Sink),
            Mark::Move => self.tell(Tell::Move),
            Mark::Ten => self.tell(Tell::TenLeft),
            Mark::Half => {
                self.tell(Tell::Halfway);
                let sweeps = matches!(self.here(), Some(Step { task: Task::Sweep { .. }, .. }));
                if let (true, Some(stroke)) = (sweeps, stroke) {
                    self.tell(Tell::Stroke(stroke));
                }
            }
        }
    }

    /// Left while getting ready when 3, 2 or 1 is counted next.
    fn count_at(&self, left: u64) -> Option<u64> {
        (1..self.counted.min(4)).rev().map(|n| u64::from(n) * 1000).find(|at| *at <= left)
    }

    pub(super) fn next_mark(&self) -> (u64, Mark) {
        self.run.next(self.shape())
    }

    /// What the length of a round follows.
    pub(super) fn shape(&self) -> Shape<'_> {
        let Some(step) = self.here() else { return Shape::Fixed(0) };
        let length = u64::from(step.round_s) * 1000;
        match (&step.task, self.script.spot(step)) {
            (Task::Hold { .. }, Some(spot)) => Shape::Hold(spot),
            (Task::Sweep { .. }, Some(spot)) => {
                let place = self.script.limits.place.min(spot.place_s.map_or(u64::MAX, |s| u64::from(s) * 1000));
                Shape::Sweep { length, every: place.saturating_sub(MOVE_EARLY_MS).max(1000) }
            }
            _ => Shape::Fixed(length),
        }
    }

    /// What presses now, for the caps. Easing off counts as pressing, for there is still weight on it.
    pub(super) fn pressing(&self) -> Option<Pressing> {
        let task = &self.here()?.task;
        let spot = task.spot()?;
        let now = match &self.now {
            Now::Eased { why: Why::Felt | Why::Asked, from, .. } => from.as_ref(),
            now => now,
        };
        match (now, task) {
            (Now::Running, Task::Find { .. }) => Some(Pressing::Light(spot)),
            (Now::Running, _) => Some(Pressing::Hold(spot)),
            (Now::Ready { .. }, Task::Hold { .. } | Task::Sweep { .. }) => Some(Pressing::Light(spot)),
            (Now::Retest { left }, _) if *left > RETEST_REST_MS => Some(Pressing::Retest),
            _ => None,
        }
    }

    pub(super) fn pressure_left(&self, pressing: Pressing) -> u64 {
        self.pressure.left(&self.script.limits, self.script.spots(), pressing, self.run.pressed)
    }
}
