//! From step to step, and what is written down on the way.

use super::done::{Done, Ended, Move};
use super::event::Tell;
use super::pressure::{Pressing, RETEST_MS};
use super::run::Run;
use super::script::{Task, between};
use super::session::{Now, RETEST_WAIT_MS, Session, Why};
use super::signs::Effect;
use guide::SourceIx;
use guide::shape::Side;

/// No hold is begun with less pressure than this left, ms.
const WORTH_MS: u64 = 10_000;

impl Session {
    /// Goes to the first step from `from` on that may be done.
    pub(super) fn enter(&mut self, from: usize) {
        match (from..self.script.steps().len()).find(|at| self.open(*at)) {
            Some(step) => self.go_to(step),
            None => self.finish(!self.cut),
        }
    }

    /// May this step be done?
    pub(super) fn open(&self, at: usize) -> bool {
        let Some(step) = self.script.steps().get(at) else { return false };
        let left = |pressing| self.pressure.left(&self.script.limits, self.script.spots(), pressing, 0);
        match step.task {
            Task::WarmUp { .. } | Task::Strength { .. } => true,
            Task::Stretch { .. } => !self.banned,
            Task::Find { spot } | Task::Hold { spot } | Task::Sweep { spot } => {
                !self.banned && left(Pressing::Hold(spot)) >= WORTH_MS
            }
            Task::Retest { spot } => !self.banned && self.held[spot] && left(Pressing::Retest) >= RETEST_MS,
        }
    }

    pub(super) fn go_to(&mut self, at: usize) {
        (self.step, self.round, self.moved_ms, self.moved_top, self.run) = (at, 0, 0, None, Run::default());
        let Some(step) = self.here() else { return };
        let (side, ready_s, retest) = (step.side, step.ready_s, matches!(step.task, Task::Retest { .. }));
        if let Some(side) = side.filter(|s| *s != Side::Midline) {
            if self.side.is_some_and(|last| last != side) {
                self.tell(Tell::Switch(side));
            }
            self.side = Some(side);
        }
        if retest {
            self.now = Now::Retest { left: RETEST_WAIT_MS };
            self.tell(Tell::PressAgain);
        } else {
            self.get_ready(ready_s);
        }
    }

    pub(super) fn get_ready(&mut self, seconds: u32) {
        self.now = Now::Ready { left: u64::from(seconds) * 1000 };
        self.counted = 4;
        self.tell(Tell::GetReady);
    }

    /// Weight back on after a rest.
    pub(super) fn lean_in(&mut self) {
        let lean = self.here().and_then(|step| between(&step.task)).map_or(0, |[_, lean]| lean);
        self.get_ready(lean);
    }

    pub(super) fn start(&mut self) {
        self.now = Now::Running;
        self.tell(if self.run.elapsed == 0 { Tell::Start } else { Tell::GoOn });
    }

    /// The caps leave no more of what goes on.
    pub(super) fn pressed_enough(&mut self) {
        match &self.now {
            Now::Running => self.end_round(Ended::Done),
            Now::Eased { .. } => self.leave(Ended::TooSore),
            // Nothing was held in this round.
            _ => self.enter(self.step + 1),
        }
    }

    /// This round is over; the next of the step, or the next step.
    pub(super) fn end_round(&mut self, ended: Ended) {
        let Some(step) = self.here() else { return };
        let (task, more, ready_s) = (step.task.clone(), self.round + 1 < step.rounds, step.ready_s);
        match task {
            Task::Hold { spot } | Task::Sweep { spot } => {
                self.write_held(ended);
                self.held[spot] |= ended == Ended::Done;
                self.tell(Tell::LetGo);
                match between(&task) {
                    Some([rest, _]) if more && self.open(self.step) => {
                        (self.round, self.run) = (self.round + 1, Run::default());
                        self.now = Now::Rest { left: u64::from(rest) * 1000 };
                        return self.tell(Tell::Rest);
                    }
                    _ => {}
                }
            }
            Task::Find { .. } | Task::Retest { .. } => {}
            Task::WarmUp { .. } | Task::Stretch { .. } | Task::Strength { .. } if more => {
                self.moved_ms += self.run.elapsed;
                self.moved_top = self.moved_top.max(self.run.top);
                (self.round, self.run) = (self.round + 1, Run::default());
                return self.get_ready(ready_s);
            }
            Task::WarmUp { .. } | Task::Stretch { .. } | Task::Strength { .. } => self.write_moved(ended),
        }
        self.tell(Tell::Done);
        self.enter(self.step + 1);
    }

    /// The person, or a stop sign, ends this step; too sore ends the whole spot.
    pub(super) fn leave(&mut self, ended: Ended) {
        self.cut = true;
        self.write(ended);
        let Some(step) = self.here() else { return };
        let spot = step.task.spot();
        let whole = spot.is_some() && (ended != Ended::Skipped || matches!(step.task, Task::Find { .. }));
        let after = |at: usize| self.script.steps().get(at).is_some_and(|s| whole && s.task.spot() == spot);
        let mut next = self.step + 1;
        while after(next) {
            next += 1;
        }
        if self.here().is_some_and(|step| step.task.holds()) {
            self.tell(Tell::LetGo);
        }
        self.enter(next);
    }

    /// Easing off did not help in time.
    pub(super) fn did_not_settle(&mut self, why: Why) {
        match why {
            Why::Sign(sign) if sign.effect == Effect::EaseOrEnd => self.stop(sign, false),
            Why::Sign(_) => self.leave(Ended::Stopped),
            Why::Felt | Why::Asked => self.leave(Ended::TooSore),
        }
    }

    /// The person ends the session, or has left it.
    pub(super) fn end(&mut self) {
        self.write_begun(Ended::Skipped);
        self.finish(false);
    }

    fn finish(&mut self, complete: bool) {
        self.now = Now::Finished { complete };
        self.write_end(complete);
        self.tell(Tell::Finished);
    }

    /// Once.
    pub(super) fn write_end(&mut self, complete: bool) {
        if !self.log.iter().any(|done| matches!(done, Done::Ended { .. })) {
            self.log.push(Done::Ended { complete });
        }
    }

    /// Writes down how far the present step came.
    pub(super) fn write(&mut self, ended: Ended) {
        match self.here().map(|step| &step.task) {
            Some(Task::Find { .. } | Task::Hold { .. } | Task::Sweep { .. }) => self.write_held(ended),
            Some(Task::WarmUp { .. } | Task::Stretch { .. } | Task::Strength { .. }) => self.write_moved(ended),
            Some(Task::Retest { .. }) | None => {}
        }
    }

    /// The same, if it came to anything.
    pub(super) fn write_begun(&mut self, ended: Ended) {
        let presses = self.here().is_some_and(|step| step.task.spot().is_some());
        let done = if presses { self.run.pressed } else { self.moved_ms + self.run.elapsed };
        if self.is_under_way() && done > 0 {
            self.write(ended);
        }
    }

    fn write_held(&mut self, ended: Ended) {
        let Some(spot) = self.here().and_then(|step| self.script.spot(step)) else { return };
        self.log.push(Done::Held {
            source: spot.source,
            side: spot.side,
            technique: spot.technique.clone(),
            seconds: whole_seconds(self.run.pressed),
            felt: self.run.top,
            ended,
        });
    }

    fn write_moved(&mut self, ended: Ended) {
        let Some(step) = self.here() else { return };
        let what = match &step.task {
            Task::WarmUp { warmup } => Move::WarmUp(warmup.clone()),
            Task::Stretch { stretch } => Move::Stretch(stretch.clone()),
            Task::Strength { exercise, .. } => Move::Exercise(exercise.clone()),
            Task::Find { .. } | Task::Hold { .. } | Task::Sweep { .. } | Task::Retest { .. } => return,
        };
        let seconds = whole_seconds(self.moved_ms + self.run.elapsed);
        let felt = self.moved_top.max(self.run.top);
        self.log.push(Done::Moved { what, side: step.side, seconds, felt, ended });
    }

    /// The source and side at work, if any.
    pub(super) fn at_spot(&self) -> Option<(SourceIx, Side)> {
        let spot = self.script.spot(self.here()?)?;
        Some((spot.source, spot.side))
    }
}

fn whole_seconds(ms: u64) -> u16 {
    u16::try_from(ms / 1000).unwrap_or(u16::MAX)
}
