//! A session as it goes on: what to do now, how, and what a voice says. Short, for someone who lies on a ball.

use super::English;
use super::names::{lower, number, side_word, sided, time, upper};
use crate::SignText;
use coach::Spot;
use coach::session::{Cue, Done, Eased, Ended, Move, Phase, Script, Shown, Step, Task, Tell, Todo};
use guide::shape::{Side, Stroke, Style};

impl English<'_> {
    pub(crate) fn session_now(&self, shown: &Shown) -> String {
        if let Phase::EasedOff { why: Eased::Sign(_), .. } = shown.phase {
            return "Weight off. Go on once it is gone.".to_owned();
        }
        match shown.todo {
            Todo::Begin => "Start when you are ready.".to_owned(),
            Todo::SetUp => "Get into position.".to_owned(),
            Todo::Search => "Search gently, at 2 to 3. Stop at the pain you know.".to_owned(),
            Todo::LeanIn => "Lean in slowly.".to_owned(),
            Todo::LeanMore => LEAN_MORE.to_owned(),
            Todo::Stay => "Stay still. Long breaths out.".to_owned(),
            Todo::Sink => SINK.to_owned(),
            Todo::Ease(to) => ease(to),
            Todo::KeepMoving(stroke) => format!("Keep moving, lightly{}.", way(stroke)),
            Todo::Rest => "Weight off. Rest.".to_owned(),
            Todo::PressAgain => PRESS_AGAIN.to_owned(),
            Todo::WarmUp => "Move with ease and breathe.".to_owned(),
            Todo::Stretch => "A mild pull, 1 to 3 out of 10. Breathe.".to_owned(),
            Todo::Strengthen => "Slow and steady. Keep breathing.".to_owned(),
            Todo::Resume => "Paused. Weight off. Go on when you are ready.".to_owned(),
            Todo::Stop => "Stop here for today. Weight off.".to_owned(),
            Todo::Finished => "That is all for today.".to_owned(),
        }
    }

    pub(crate) fn session_step(&self, script: &Script, step: &Step) -> String {
        match &step.task {
            Task::WarmUp { warmup } => self.guide.text("warmups", warmup, "name").to_owned(),
            Task::Stretch { stretch } => {
                sided(self.guide.text("stretches", stretch, "name"), step.side.unwrap_or(Side::Midline))
            }
            Task::Strength { exercise, .. } => self.guide.text("exercises", exercise, "name").to_owned(),
            task => {
                let verb = match task {
                    Task::Find { .. } => "Find",
                    Task::Sweep { .. } => "Sweep",
                    Task::Retest { .. } => "Press again",
                    _ => "Hold",
                };
                script.spot(step).map_or_else(|| verb.to_owned(), |spot| format!("{verb}: {}", self.spot_name(spot)))
            }
        }
    }

    /// A spot in few words, with its side.
    fn spot_name(&self, spot: &Spot) -> String {
        sided(self.guide.text("sources", &self.guide.source(spot.source).id, "short"), spot.side)
    }

    pub(crate) fn session_how(&self, script: &Script, step: &Step) -> Vec<String> {
        let steps = |kind, id: &str, field| -> Vec<String> {
            self.guide.texts.steps(kind, id, field).into_iter().map(str::to_owned).collect()
        };
        let common = |style, field| self.guide.text("steps", style, field).to_owned();
        match (&step.task, script.spot(step)) {
            (Task::WarmUp { warmup }, _) => steps("warmups", warmup, "steps"),
            (Task::Stretch { stretch }, _) => {
                let mut how = steps("stretches", stretch, "steps");
                how.push(format!("You should feel it here: {}", lower(self.guide.text("stretches", stretch, "feel"))));
                how
            }
            (Task::Strength { exercise, dose, sets }, _) => {
                let mut how = steps("exercises", exercise, "steps");
                how.push(self.dose(dose, *sets));
                how
            }
            (Task::Find { .. }, Some(spot)) => {
                let mut how = steps("techniques", &spot.technique, "setup");
                how.push(common(style(spot), "search"));
                how
            }
            (Task::Hold { .. } | Task::Sweep { .. }, Some(spot)) => {
                let mut how = vec![common(style(spot), "press"), common(style(spot), "wait")];
                if spot.stroke != Stroke::None {
                    how.extend(["along", "across"].map(|way| self.guide.text("regions", &spot.region, way).to_owned()));
                }
                how.push(self.guide.text("doses", spot.dose(), "note").to_owned());
                how
            }
            (Task::Retest { .. }, Some(spot)) => vec![common(style(spot), "retest")],
            (Task::Find { .. } | Task::Hold { .. } | Task::Sweep { .. } | Task::Retest { .. }, None) => Vec::new(),
        }
    }

    pub(crate) fn session_not_if(&self, step: &Step) -> Option<String> {
        let (kind, id, field) = match &step.task {
            Task::WarmUp { warmup } => ("warmups", warmup, "skip"),
            Task::Stretch { stretch } => ("stretches", stretch, "stop"),
            Task::Strength { exercise, .. } => ("exercises", exercise, "stop"),
            Task::Find { .. } | Task::Hold { .. } | Task::Sweep { .. } | Task::Retest { .. } => return None,
        };
        let text = self.guide.text(kind, id, field);
        (!text.is_empty()).then(|| text.to_owned())
    }

    pub(crate) fn session_cue(&self, script: &Script, cue: &Cue) -> String {
        match cue.tell {
            Tell::GetReady => self.get_ready(script, cue),
            Tell::Switch(side) => format!("Other side now: {}.", side_word(side)),
            Tell::Count(n) => format!("{}.", upper(&number(usize::from(n)))),
            Tell::Start => "Now.".to_owned(),
            Tell::LeanMore => LEAN_MORE.to_owned(),
            Tell::Good => "Good. Stay there.".to_owned(),
            Tell::Sink => SINK.to_owned(),
            Tell::Ease(to) => ease(to),
            Tell::GoOn => "Go on.".to_owned(),
            Tell::Move => "Move on. Do not stay in one place.".to_owned(),
            Tell::Stroke(stroke) => format!("Now{}.", way(stroke).trim_start_matches(',')),
            Tell::Halfway => "Half of it is done.".to_owned(),
            Tell::TenLeft => "Ten seconds left. Breathe out.".to_owned(),
            Tell::LetGo => "Let go slowly.".to_owned(),
            Tell::Rest => "Weight off. Rest.".to_owned(),
            Tell::PressAgain => PRESS_AGAIN.to_owned(),
            Tell::Done => "Done.".to_owned(),
            Tell::Pause => "Paused. Weight off.".to_owned(),
            Tell::Stop => "Stop. Weight off now.".to_owned(),
            Tell::Finished => "That is all for today.".to_owned(),
        }
    }

    fn get_ready(&self, script: &Script, cue: &Cue) -> String {
        match script.steps().get(cue.step) {
            Some(step) if step.task.holds() => "Lean in slowly.".to_owned(),
            Some(_) if cue.round > 0 => "Once more. Get into position.".to_owned(),
            Some(step) => {
                let name = script.spot(step).map(|spot| self.spot_name(spot));
                let name = name.unwrap_or_else(|| lower(&self.session_step(script, step)));
                format!("Next: {name}. Get into position.")
            }
            None => "Get into position.".to_owned(),
        }
    }

    pub(crate) fn session_done(&self, done: &Done) -> String {
        match done {
            Done::Held { source, side, seconds: 0, ended, .. } => {
                format!("{}: not pressed{}.", self.source(*source, *side), how(*ended))
            }
            Done::Held { source, side, seconds, felt, ended, .. } => {
                let felt = felt.map(|felt| format!(", {felt} out of 10 at the most")).unwrap_or_default();
                let source = self.source(*source, *side);
                format!("{source}: pressed for {}{felt}{}.", time(u32::from(*seconds)), how(*ended))
            }
            Done::Retested { source, side, before: Some(before), after } => {
                format!("{}: {before} out of 10 before, {after} after.", self.source(*source, *side))
            }
            Done::Retested { source, side, before: None, after } => {
                format!("{}: {after} out of 10 after.", self.source(*source, *side))
            }
            Done::Moved { what, side, seconds, felt: _, ended } => {
                let (kind, id) = match what {
                    Move::WarmUp(id) => ("warmups", id),
                    Move::Stretch(id) => ("stretches", id),
                    Move::Exercise(id) => ("exercises", id),
                };
                let name = sided(self.guide.text(kind, id, "name"), side.unwrap_or(Side::Midline));
                let long = if *seconds == 0 { "not done".to_owned() } else { time(u32::from(*seconds)) };
                format!("{name}: {long}{}.", how(*ended))
            }
            Done::Sign { sign, at } => {
                let sign = self.stop_sign(sign).sign;
                let at = at.map(|(source, side)| format!(" (at {})", self.within(source, side))).unwrap_or_default();
                format!("Stop sign: {}{at}.", lower(&sign))
            }
            Done::Ended { complete: true } => "The whole session was done.".to_owned(),
            Done::Ended { complete: false } => "The session was cut short.".to_owned(),
        }
    }

    pub(crate) fn stop_signs(&self, during: bool) -> Vec<SignText> {
        self.guide.stops.iter().filter(|stop| stop.during == during).map(|stop| self.stop_sign(&stop.id)).collect()
    }

    pub(crate) fn stop_sign(&self, id: &str) -> SignText {
        let text = |field| self.guide.text("stops", id, field).to_owned();
        let known = SignText { id: id.into(), sign: text("sign"), advice: text("advice") };
        if known.sign.is_empty() {
            let advice = "Stop here for today. If it lasts, ask a doctor.".to_owned();
            return SignText { sign: "Something felt wrong".to_owned(), advice, ..known };
        }
        known
    }
}

const LEAN_MORE: &str = "Lean in a little more, or move a finger-width.";
const SINK: &str = "If it has faded by half, sink in until it is back.";
const PRESS_AGAIN: &str = "Up, ten steps, then press the same place. Which number now?";

fn ease(to: u8) -> String {
    format!("Ease off until it is {to} or less.")
}

/// Which way to roll, as the end of a sentence.
fn way(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Along => ", along the fibres",
        Stroke::Across => ", across the fibres",
        Stroke::None => "",
    }
}

/// The steps of the guide that are common to a spot's style.
fn style(spot: &Spot) -> &'static str {
    match spot.style {
        Style::Hold => "hold",
        Style::Sweep => "sweep",
    }
}

/// How it ended, as the end of a sentence; nothing if it was done.
fn how(ended: Ended) -> &'static str {
    match ended {
        Ended::Done => "",
        Ended::TooSore => ", too sore",
        Ended::Skipped => ", cut short",
        Ended::Stopped => ", a stop sign",
    }
}
