//! What a screen needs, as plain data.

use super::script::{Step, Task, between, other};
use super::session::{Eased, Now, RETEST_WAIT_MS, Session, Why};
use guide::Id;
use guide::shape::{Side, Stroke};

/// A session at a moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Step, from 0: index into [`Script::steps`](super::Script::steps).
    pub step: usize,
    /// Steps in all.
    pub of: usize,
    /// What the step is; none in a script without steps.
    pub task: Option<Task>,
    /// Its side.
    pub side: Option<Side>,
    /// Round (hold, set, repeat), from 0.
    pub round: u8,
    /// Rounds of the step.
    pub rounds: u8,
    /// The step that comes next if nothing is left out; none if this is the last.
    pub next: Option<usize>,
    /// What goes on.
    pub phase: Phase,
    /// Seconds left of what goes on, rounded up.
    pub left_s: u32,
    /// How much of the work at hand is done, 0 to 1; it stands while easing off and in a pause.
    pub fraction: f64,
    /// The number, 0 to 10: the last said, while pressing.
    pub felt: Option<u8>,
    /// What to do.
    pub todo: Todo,
    /// Sums.
    pub totals: Totals,
}

/// What goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Not begun.
    NotBegun,
    /// Getting ready.
    GetReady {
        /// Left, ms.
        left_ms: u64,
    },
    /// Under way.
    Running {
        /// Left, ms.
        left_ms: u64,
        /// The last number said, 0 to 10.
        felt: Option<u8>,
    },
    /// Resting between two rounds.
    Rest {
        /// Left, ms.
        left_ms: u64,
    },
    /// Easing off; the timer stands.
    EasedOff {
        /// Left until the spot (or step, or session) ends, ms.
        left_ms: u64,
        /// One goes on from this number down, 0 to 10.
        to: u8,
        /// Why.
        why: Eased,
    },
    /// Paused.
    Paused {
        /// Left until the session counts as left, ms.
        left_ms: u64,
    },
    /// The number of the same press again is waited for.
    WaitingForRetest {
        /// Left until it goes on without, ms.
        left_ms: u64,
    },
    /// Over.
    Finished {
        /// Was every step done?
        complete: bool,
    },
    /// Ended by a stop sign.
    Stopped {
        /// Id in the guide's stops (or as it was said).
        sign: Id,
        /// May the person go on with strength?
        may_go_on: bool,
    },
}

/// What to do now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Todo {
    /// Begin.
    Begin,
    /// Get into position.
    SetUp,
    /// Feel around for the spot.
    Search,
    /// Lean in slowly.
    LeanIn,
    /// Hardly anything is felt: lean in a little, or move a finger-width.
    LeanMore,
    /// Stay still and breathe.
    Stay,
    /// If it has faded by half, sink in until the old number is back.
    Sink,
    /// Ease off to this number or less.
    Ease(u8),
    /// Sweep: keep moving this way.
    KeepMoving(Stroke),
    /// Weight off, rest.
    Rest,
    /// Press the same place in the same way and say the number.
    PressAgain,
    /// Warm up.
    WarmUp,
    /// Stretch.
    Stretch,
    /// Strengthen.
    Strengthen,
    /// Go on when ready.
    Resume,
    /// Stop: do what the sign's advice says.
    Stop,
    /// Nothing more.
    Finished,
}

/// Sums of a session, whole seconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Since it began, pauses left out.
    pub active_s: u32,
    /// Planned for what is left.
    pub left_s: u32,
    /// Under pressure, finding included.
    pub pressed_s: u32,
    /// Pressure that the caps leave.
    pub pressure_left_s: u32,
}

impl Session {
    /// The session as it stands at its last event.
    pub fn show(&self) -> Shown {
        let left = self.left();
        let (work, whole) = self.progress(&self.now);
        let step = self.here();
        Shown {
            step: self.step,
            of: self.script.steps().len(),
            task: step.map(|s| s.task.clone()),
            side: step.and_then(|s| s.side),
            round: self.round,
            rounds: step.map_or(0, |s| s.rounds),
            next: (self.step + 1..self.script.steps().len()).find(|at| self.comes(*at)),
            phase: self.phase(left),
            left_s: left.div_ceil(1000) as u32,
            fraction: if whole == 0 { 1.0 } else { (whole - work.min(whole)) as f64 / whole as f64 },
            felt: self.run.felt,
            todo: self.todo(),
            totals: self.totals(work),
        }
    }

    /// Will this step come, as things stand? A retest opens only once its spot was held.
    fn comes(&self, at: usize) -> bool {
        let retest = self.script.steps().get(at).is_some_and(|s| matches!(s.task, Task::Retest { .. }));
        self.open(at) || retest && !self.banned
    }

    /// Left of what goes on, ms.
    fn left(&self) -> u64 {
        match &self.now {
            Now::Eased { left, .. } | Now::Paused { left, .. } => *left,
            now => self.progress(now).0,
        }
    }

    /// Left and whole, ms, of the work at hand. While easing off and in a pause it stands.
    fn progress(&self, now: &Now) -> (u64, u64) {
        let ms = |s: u32| u64::from(s) * 1000;
        let rest = |step: &Step| between(&step.task).map_or(0, |[rest, _]| rest);
        match now {
            Now::NotBegun => (0, 1),
            Now::Running => {
                let length = self.run.length(self.shape());
                (length.saturating_sub(self.run.elapsed), length)
            }
            Now::Ready { left } => (*left, self.here().map_or(0, |s| ms(s.ready_s)).max(*left)),
            Now::Rest { left } => (*left, self.here().map_or(0, |s| ms(rest(s))).max(*left)),
            Now::Retest { left } => (*left, RETEST_WAIT_MS),
            Now::Eased { from, .. } | Now::Paused { from, .. } => self.progress(from),
            Now::Stopped { .. } | Now::Finished { .. } => (0, 0),
        }
    }

    fn phase(&self, left_ms: u64) -> Phase {
        match &self.now {
            Now::NotBegun => Phase::NotBegun,
            Now::Ready { .. } => Phase::GetReady { left_ms },
            Now::Running => Phase::Running { left_ms, felt: self.run.felt },
            Now::Rest { .. } => Phase::Rest { left_ms },
            Now::Retest { .. } => Phase::WaitingForRetest { left_ms },
            Now::Eased { why, .. } => Phase::EasedOff {
                left_ms,
                to: self.here().map_or(0, |step| self.script.ease_to(step)),
                why: match why {
                    Why::Felt => Eased::Felt,
                    Why::Asked => Eased::Asked,
                    Why::Sign(sign) => Eased::Sign(sign.id.clone()),
                },
            },
            Now::Paused { .. } => Phase::Paused { left_ms },
            Now::Stopped { sign, left } => Phase::Stopped { sign: sign.clone(), may_go_on: left.is_some() },
            Now::Finished { complete } => Phase::Finished { complete: *complete },
        }
    }

    fn todo(&self) -> Todo {
        let Some(step) = self.here() else { return Todo::Finished };
        match &self.now {
            Now::NotBegun => Todo::Begin,
            Now::Ready { .. } if step.task.holds() => Todo::LeanIn,
            Now::Ready { .. } => Todo::SetUp,
            Now::Running => self.doing(&step.task),
            Now::Rest { .. } => Todo::Rest,
            Now::Retest { .. } => Todo::PressAgain,
            Now::Eased { .. } => Todo::Ease(self.script.ease_to(step)),
            Now::Paused { .. } => Todo::Resume,
            Now::Stopped { .. } => Todo::Stop,
            Now::Finished { .. } => Todo::Finished,
        }
    }

    fn doing(&self, task: &Task) -> Todo {
        let spot = task.spot().map(|at| &self.script.spots()[at]);
        match (task, spot) {
            (Task::WarmUp { .. }, _) => Todo::WarmUp,
            (Task::Stretch { .. }, _) => Todo::Stretch,
            (Task::Strength { .. }, _) => Todo::Strengthen,
            (Task::Find { .. }, _) => Todo::Search,
            (Task::Retest { .. }, _) => Todo::PressAgain,
            (Task::Sweep { .. }, Some(spot)) => Todo::KeepMoving(self.stroke(spot.stroke)),
            (Task::Sweep { .. }, None) => Todo::KeepMoving(Stroke::Along),
            (Task::Hold { .. }, _) if self.run.felt.is_some() && self.run.base.is_none() => Todo::LeanMore,
            (Task::Hold { .. }, _) if self.run.sinking() => Todo::Sink,
            (Task::Hold { .. }, _) => Todo::Stay,
        }
    }

    /// The stroke of a sweep: the other one from halfway on.
    fn stroke(&self, first: Stroke) -> Stroke {
        let half = self.run.elapsed * 2 >= self.run.length(self.shape());
        if half { other(first).unwrap_or(first) } else { first }
    }

    fn totals(&self, work_ms: u64) -> Totals {
        let seconds = |ms: u64| ms.div_ceil(1000) as u32;
        let later = || self.script.steps().iter().enumerate().skip(self.step + 1).filter(|(at, _)| self.comes(*at));
        let planned = match self.now {
            Now::NotBegun => self.script.seconds(),
            Now::Finished { .. } | Now::Stopped { .. } => 0,
            _ => seconds(work_ms) + self.rounds_left_s() + later().map(|(_, s)| s.seconds).sum::<u32>(),
        };
        Totals {
            active_s: (self.active_ms / 1000) as u32,
            left_s: planned,
            pressed_s: seconds(self.pressure.session),
            pressure_left_s: (self.pressure.session_left(&self.script.limits) / 1000) as u32,
        }
    }

    /// Planned seconds of this step after the present phase.
    fn rounds_left_s(&self) -> u32 {
        let Some(step) = self.here() else { return 0 };
        let rounds = u32::from(step.rounds.saturating_sub(self.round + 1));
        let between = between(&step.task).map_or(step.ready_s, |[rest, lean]| rest + lean);
        let now = match &self.now {
            Now::Eased { from, .. } | Now::Paused { from, .. } => from.as_ref(),
            now => now,
        };
        let ahead = matches!(now, Now::Ready { .. } | Now::Rest { .. });
        let round_ms = self.run.length(self.shape()).saturating_sub(self.run.elapsed);
        let this = if ahead { (round_ms / 1000) as u32 } else { 0 };
        this + rounds * (between + step.round_s)
    }
}
