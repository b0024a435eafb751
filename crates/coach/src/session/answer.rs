//! What each event does.

use super::done::{Done, Ended};
use super::event::{Event, Tell};
use super::run::{Reading, hold_s};
use super::script::{EASE_FROM, Task};
use super::session::{Now, Session, Why};
use super::signs::{Effect, Sign};
use guide::Id;

/// Easing off after a number or a wish is given so long, ms.
const EASE_MS: u64 = 30_000;
/// After a sign such as pain on bone: time to move off it, ms.
const EASE_SIGN_MS: u64 = 60_000;
/// After a sign that ends the session if it lasts, ms.
const EASE_OR_END_MS: u64 = 120_000;
/// Easing off more often than this in one hold ends the spot.
const EASES: u8 = 2;
/// Whoever pauses longer has left, ms.
const PAUSE_MS: u64 = 15 * 60_000;
/// Getting ready again after a pause, seconds.
const READY_AGAIN_S: u32 = 5;
/// The sign that is a number.
const SEVEN: &str = "seven";
/// While finding, less than this is nothing yet, 0 to 10.
const FIND_FROM: u8 = 2;

impl Session {
    pub(super) fn answer(&mut self, event: Event) {
        match event {
            Event::Tick => {}
            Event::Begin if self.now == Now::NotBegun => self.enter(0),
            Event::Begin => {}
            Event::Felt(felt) => self.felt(felt.min(10)),
            Event::EaseOff => self.ease_off(),
            Event::TooSore if self.is_under_way() => self.leave(Ended::TooSore),
            Event::TooSore => {}
            Event::Sign(id) => self.sign(id),
            Event::Pause => self.pause(),
            Event::Resume => self.resume(),
            Event::Skip => self.skip(),
            Event::Back if self.is_under_way() => self.back(),
            Event::Back => {}
            Event::Done => self.done(),
            Event::End if self.is_over() => {}
            Event::End => self.end(),
        }
    }

    /// Under way, neither paused nor over?
    fn is_active(&self) -> bool {
        matches!(self.now, Now::Ready { .. } | Now::Running | Now::Rest { .. } | Now::Retest { .. } | Now::Eased { .. })
    }

    /// Active or paused?
    pub(super) fn is_under_way(&self) -> bool {
        self.is_active() || matches!(self.now, Now::Paused { .. })
    }

    fn felt(&mut self, felt: u8) {
        let Some(step) = self.here() else { return };
        let (ceiling, ease_to) = (self.script.ceiling(step), self.script.ease_to(step));
        match self.now {
            Now::Retest { .. } => self.retested(felt),
            Now::Eased { .. } if felt <= ease_to => self.go_on(Some(felt)),
            Now::Eased { .. } => {
                self.run.feel(felt);
                self.tell(Tell::Ease(ease_to));
            }
            Now::Ready { .. } | Now::Running if felt > ceiling => {
                self.note(felt);
                self.ease(Why::Felt);
            }
            Now::Running => {
                self.note(felt);
                self.read(felt);
            }
            // Leaning in: the last number counts.
            Now::Ready { .. } if step.task.holds() => {
                self.run.start_anew();
                self.note(felt);
                self.read(felt);
            }
            Now::Ready { .. }
            | Now::NotBegun
            | Now::Rest { .. }
            | Now::Paused { .. }
            | Now::Stopped { .. }
            | Now::Finished { .. } => {}
        }
    }

    /// Notes a number, and the first of a spot as the one before its holds.
    fn note(&mut self, felt: u8) {
        self.run.feel(felt);
        let Some(step) = self.here() else { return };
        let finding = matches!(step.task, Task::Find { .. });
        if let Some(spot) = step.task.spot() {
            let before = &mut self.before[spot];
            // While finding, the last number is the one of the spot that was found.
            *before = if finding { Some(felt) } else { before.or(Some(felt)) };
        }
    }

    /// What a number within bounds means.
    fn read(&mut self, felt: u8) {
        let Some(step) = self.here() else { return };
        let Some(spot) = self.script.spot(step) else { return };
        let tell = match step.task {
            Task::Hold { .. } => match self.run.read(spot) {
                Reading::TooLittle => Tell::LeanMore,
                Reading::Good | Reading::LetGo => Tell::Good,
                Reading::Faded => Tell::Sink,
            },
            Task::Sweep { .. } if felt < spot.target[0] => Tell::LeanMore,
            Task::Find { .. } if felt < FIND_FROM.min(spot.ceiling) => Tell::LeanMore,
            _ => Tell::Good,
        };
        self.tell(tell);
    }

    fn retested(&mut self, after: u8) {
        if let (Some((source, side)), Some(spot)) = (self.at_spot(), self.here().and_then(|s| s.task.spot())) {
            self.log.push(Done::Retested { source, side, before: self.before[spot], after });
        }
        self.tell(Tell::Done);
        self.enter(self.step + 1);
    }

    fn ease_off(&mut self) {
        match self.now {
            Now::Ready { .. } | Now::Running => self.ease(Why::Asked),
            Now::Eased { .. } => self.tell_ease(),
            // It is a short press; whoever finds it too much lets it be.
            Now::Retest { .. } => self.skip(),
            _ => {}
        }
    }

    fn tell_ease(&mut self) {
        let to = self.here().map_or(0, |step| self.script.ease_to(step));
        self.tell(Tell::Ease(to));
    }

    /// Timer off, number down. What comes too often ends the spot.
    fn ease(&mut self, why: Why) {
        self.run.eased += 1;
        if self.run.eased > EASES && !matches!(why, Why::Sign(_)) {
            return self.leave(Ended::TooSore);
        }
        let left = match &why {
            Why::Felt | Why::Asked => EASE_MS,
            Why::Sign(sign) if sign.effect == Effect::EaseOrEnd => EASE_OR_END_MS,
            Why::Sign(_) => EASE_SIGN_MS,
        };
        let from = match std::mem::replace(&mut self.now, Now::Running) {
            // A sign while easing off already.
            Now::Eased { from, .. } => from,
            now => Box::new(now),
        };
        self.now = Now::Eased { left, why, from };
        self.tell_ease();
    }

    /// It has settled; the number, if one was said, is the new one to sink back to.
    fn go_on(&mut self, felt: Option<u8>) {
        let Now::Eased { from, .. } = &self.now else { return };
        self.now = from.as_ref().clone();
        self.run.start_anew();
        self.tell(Tell::GoOn);
        if let (Some(felt), Now::Running) = (felt, &self.now) {
            self.run.feel(felt);
            self.read(felt);
        }
    }

    fn pause(&mut self) {
        if self.is_active() {
            let from = Box::new(self.now.clone());
            self.now = Now::Paused { left: PAUSE_MS, from };
            self.tell(Tell::Pause);
        }
    }

    fn resume(&mut self) {
        match self.now.clone() {
            Now::Eased { .. } => self.go_on(None),
            Now::Stopped { left: Some(_), .. } => self.enter(self.step),
            Now::Paused { from, .. } if *from == Now::Running => self.get_ready(READY_AGAIN_S),
            Now::Paused { from, .. } => {
                self.now = *from;
                self.tell(Tell::GoOn);
            }
            _ => {}
        }
    }

    fn skip(&mut self) {
        match self.now {
            Now::Rest { .. } => self.lean_in(),
            Now::Retest { .. } => {
                self.cut = true;
                self.enter(self.step + 1);
            }
            _ if self.is_under_way() => self.leave(Ended::Skipped),
            _ => {}
        }
    }

    fn back(&mut self) {
        let fresh = matches!(self.now, Now::Ready { .. }) && self.round == 0 && self.run.elapsed == 0;
        let before = (0..self.step).rev().find(|at| self.open(*at));
        if self.run.pressed > 0 {
            self.write(Ended::Skipped);
        }
        let again = matches!(self.now, Now::Retest { .. }) || fresh;
        // A step that the caps have closed meanwhile is passed over.
        match before {
            Some(before) if again => self.go_to(before),
            _ => self.enter(self.step),
        }
    }

    fn done(&mut self) {
        match self.now {
            Now::NotBegun => self.enter(0),
            Now::Ready { .. } => self.start(),
            Now::Rest { .. } => self.lean_in(),
            Now::Retest { .. } => self.enter(self.step + 1),
            Now::Eased { .. } => self.leave(Ended::TooSore),
            Now::Running => {
                let ended = self.enough();
                self.cut |= ended != Ended::Done;
                self.end_round(ended);
            }
            Now::Stopped { left: Some(_), .. } => self.end(),
            Now::Paused { .. } => self.resume(),
            Now::Stopped { .. } | Now::Finished { .. } => {}
        }
    }

    /// How a round ends that the person calls enough: a hold before its shortest time is cut short.
    fn enough(&self) -> Ended {
        let step = self.here();
        let shortest = match step.map(|s| &s.task) {
            Some(Task::Hold { .. }) => {
                step.and_then(|s| self.script.spot(s)).map_or(0, |spot| hold_s(spot, self.run.base)[0])
            }
            Some(Task::Sweep { .. }) => step.and_then(|s| self.script.spot(s)).map_or(0, |spot| spot.hold_s[0]),
            _ => 0,
        };
        if self.run.elapsed < u64::from(shortest) * 1000 { Ended::Skipped } else { Ended::Done }
    }

    fn sign(&mut self, id: Id) {
        let known = self.script.signs().iter().find(|sign| sign.id == id).cloned();
        let sign = known.unwrap_or(Sign { id, effect: Effect::Everything });
        let at = if self.is_under_way() { self.at_spot() } else { None };
        self.log.push(Done::Sign { sign: sign.id.clone(), at });
        match sign.effect {
            Effect::Ease | Effect::EaseOrEnd if self.is_active() => {
                if sign.id == *SEVEN {
                    self.felt(EASE_FROM);
                } else {
                    self.ease(Why::Sign(sign));
                }
            }
            Effect::Ease | Effect::EaseOrEnd => {}
            Effect::Pressing => {
                // What strength needs is no nerve that was pressed; a sign that comes without pressing ends it all.
                let pressing =
                    at.is_some() || self.now == Now::NotBegun || matches!(self.now, Now::Stopped { left: Some(_), .. });
                self.stop(sign, pressing);
            }
            Effect::Everything => self.stop(sign, false),
        }
    }

    /// A stop sign. With `go_on`, strength that is left may follow if the person wants it.
    pub(super) fn stop(&mut self, sign: Sign, go_on: bool) {
        self.write_begun(Ended::Stopped);
        (self.cut, self.banned) = (true, true);
        let strength = |at: &usize| matches!(self.script.steps()[*at].task, Task::Strength { .. });
        let next = (self.step..self.script.steps().len()).find(strength);
        match next.filter(|_| go_on && !self.is_over()) {
            Some(next) => {
                self.step = next;
                self.now = Now::Stopped { sign: sign.id, left: Some(PAUSE_MS) };
            }
            None => {
                self.now = Now::Stopped { sign: sign.id, left: None };
                self.write_end(false);
            }
        }
        self.tell(Tell::Stop);
    }
}
