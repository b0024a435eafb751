//! The ordered steps of a session.

use super::event::Tell;
use super::pressure::Limits;
use super::signs::Sign;
use crate::caps::CEILING;
use crate::plan::{Plan, Spot, StretchItem, WarmUp};
use guide::shape::{Side, Stroke, Style};
use guide::{Guide, Id};

/// Getting ready for a warm-up, seconds.
const WARM_UP_READY_S: u32 = 5;
/// Getting ready for an exercise, seconds.
const STRENGTH_READY_S: u32 = 10;
/// Leaning in before a hold or set, seconds.
const LEAN_S: u32 = 10;
/// Weight off between two holds, seconds, besides leaning in again.
const REST_S: u32 = 20;
/// Waiting for the number of a retest, seconds: up, a few steps, and the same press again.
pub(super) const RETEST_S: u32 = 30;
/// A plan leaves so many seconds a spot for the same press again.
const RETEST_PRESS_S: u32 = 20;

/// A session, step by step.
#[derive(Clone, Debug, PartialEq)]
pub struct Script {
    steps: Vec<Step>,
    spots: Vec<Spot>,
    signs: Vec<Sign>,
    pub(super) limits: Limits,
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What to do.
    pub task: Task,
    /// Side, if it has one.
    pub side: Option<Side>,
    /// Does the side change with this step?
    pub turn: bool,
    /// Holds, sets or repeats, 1 or more.
    pub rounds: u8,
    /// Getting ready for the first round, seconds.
    pub ready_s: u32,
    /// One round, seconds, without getting ready.
    pub round_s: u32,
    /// Seconds planned in all.
    pub seconds: u32,
}

/// What a step is. Spots are indices into [`Script::spots`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Warm up (in a plan without pressing: walk).
    WarmUp {
        /// Id in the guide's warm-ups.
        warmup: Id,
    },
    /// Get into position and find the spot.
    Find {
        /// Spot.
        spot: usize,
    },
    /// Hold it, still.
    Hold {
        /// Spot.
        spot: usize,
    },
    /// Sweep it, always moving.
    Sweep {
        /// Spot.
        spot: usize,
    },
    /// Press the same spot again and say the number.
    Retest {
        /// Spot.
        spot: usize,
    },
    /// Stretch.
    Stretch {
        /// Id in the guide's stretches.
        stretch: Id,
    },
    /// Strengthen.
    Strength {
        /// Id in the guide's exercises.
        exercise: Id,
        /// Id in the guide's strength doses.
        dose: Id,
        /// Sets: lowest and highest.
        sets: [u8; 2],
    },
}

impl Task {
    /// Spot of a find, hold, sweep or retest.
    pub fn spot(&self) -> Option<usize> {
        match self {
            Task::Find { spot } | Task::Hold { spot } | Task::Sweep { spot } | Task::Retest { spot } => Some(*spot),
            Task::WarmUp { .. } | Task::Stretch { .. } | Task::Strength { .. } => None,
        }
    }

    /// A hold or sweep?
    pub fn holds(&self) -> bool {
        matches!(self, Task::Hold { .. } | Task::Sweep { .. })
    }
}

impl Script {
    /// The steps of a plan: warm-ups; for each spot find, hold or sweep, the same press again, its stretches; strength.
    pub fn of(guide: &Guide, plan: &Plan) -> Script {
        let warm_up = |w: &WarmUp| once(Task::WarmUp { warmup: w.warmup.clone() }, None, w.seconds, WARM_UP_READY_S);
        let mut steps: Vec<Step> = plan.warm_up.iter().map(warm_up).collect();
        for (at, spot) in plan.spots.iter().enumerate() {
            steps.extend(press(at, spot));
            steps.extend(plan.stretches.iter().filter(|s| s.after == at).map(stretch));
        }
        // One without a spot stands alone.
        steps.extend(plan.stretches.iter().filter(|s| s.after >= plan.spots.len()).map(stretch));
        steps.extend(plan.exercises.iter().map(|e| {
            let task = Task::Strength { exercise: e.exercise.clone(), dose: e.dose.clone(), sets: e.sets };
            once(task, None, e.seconds, STRENGTH_READY_S)
        }));
        mark_turns(&mut steps);
        let planned = plan.spots.iter().map(|s| s.find_s + s.press_s() + RETEST_PRESS_S).sum();
        Script {
            steps,
            spots: plan.spots.clone(),
            signs: guide.stops.iter().map(Sign::of).collect(),
            limits: Limits::of(guide, planned),
        }
    }

    /// The same for someone who was pressed before in this sitting (test presses): they count towards the session's cap.
    pub fn pressed_before(mut self, seconds: u32) -> Script {
        self.limits.pressed_before(seconds);
        self
    }

    /// The steps, in order.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The plan's spots.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    /// The spot of a step, with its source, side and technique; none if it presses nothing.
    pub fn spot(&self, step: &Step) -> Option<&Spot> {
        self.spots.get(step.task.spot()?)
    }

    /// Every stop sign, in the guide's order.
    pub fn signs(&self) -> &[Sign] {
        &self.signs
    }

    /// Seconds planned in all.
    pub fn seconds(&self) -> u32 {
        self.steps.iter().map(|s| s.seconds).sum()
    }

    /// Cues that a step may give, besides [`Tell::ANYWHERE`].
    pub fn cues(&self, step: &Step) -> Vec<Tell> {
        let mut cues = vec![Tell::GetReady, Tell::Count(3), Tell::Count(2), Tell::Count(1), Tell::Start];
        cues.extend([Tell::Ease(self.ease_to(step)), Tell::Halfway, Tell::TenLeft, Tell::Done]);
        cues.extend(step.side.filter(|s| *s != Side::Midline).map(Tell::Switch));
        match step.task {
            Task::Find { .. } => cues.extend([Tell::LeanMore, Tell::Good]),
            Task::Hold { .. } => {
                cues.extend([Tell::LeanMore, Tell::Good, Tell::Sink, Tell::LetGo, Tell::Rest]);
            }
            Task::Sweep { .. } => {
                cues.extend([Tell::LeanMore, Tell::Good, Tell::Move, Tell::LetGo, Tell::Rest]);
                cues.extend(self.spot(step).and_then(|s| other(s.stroke)).map(Tell::Stroke));
            }
            Task::Retest { .. } => cues.push(Tell::PressAgain),
            Task::WarmUp { .. } | Task::Stretch { .. } | Task::Strength { .. } => {}
        }
        cues
    }

    /// Never above this in a step, 0 to 10.
    pub(super) fn ceiling(&self, step: &Step) -> u8 {
        self.spot(step).map_or(CEILING, |s| s.ceiling).min(EASE_FROM - 1)
    }

    /// Down to this before one goes on, 0 to 10.
    pub(super) fn ease_to(&self, step: &Step) -> u8 {
        self.ceiling(step).min(EASE_TO)
    }
}

/// From here one eases off, whatever the plan says, 0 to 10.
pub(super) const EASE_FROM: u8 = 7;
/// One goes on from here down, 0 to 10.
const EASE_TO: u8 = 4;

/// The stroke that follows on the hotspot.
pub(super) fn other(stroke: Stroke) -> Option<Stroke> {
    match stroke {
        Stroke::Along => Some(Stroke::Across),
        Stroke::Across => Some(Stroke::Along),
        Stroke::None => None,
    }
}

/// Leaning in before the first hold, taken out of the time to find it.
fn lean_s(spot: &Spot) -> u32 {
    LEAN_S.min(spot.find_s / 4)
}

/// Weight off, then leaning in: between two rounds, seconds.
pub(super) fn between(task: &Task) -> Option<[u32; 2]> {
    task.holds().then_some([REST_S, LEAN_S])
}

/// A step of one round; getting ready is part of its `seconds`.
fn once(task: Task, side: Option<Side>, seconds: u32, ready_s: u32) -> Step {
    let ready_s = ready_s.min(seconds / 2);
    Step { task, side, turn: false, rounds: 1, ready_s, round_s: seconds - ready_s, seconds }
}

fn press(at: usize, spot: &Spot) -> [Step; 3] {
    let side = Some(spot.side);
    let ready_s = lean_s(spot);
    let task = match spot.style {
        Style::Hold => Task::Hold { spot: at },
        Style::Sweep => Task::Sweep { spot: at },
    };
    let rounds = spot.holds.max(1);
    let round_s = u32::from(spot.hold_s[1]);
    let pauses = u32::from(rounds - 1) * (REST_S + LEAN_S);
    let seconds = ready_s + u32::from(rounds) * round_s + pauses;
    [
        once(Task::Find { spot: at }, side, spot.find_s - ready_s, spot.find_s / 3),
        Step { task, side, turn: false, rounds, ready_s, round_s, seconds },
        once(Task::Retest { spot: at }, side, RETEST_S, 0),
    ]
}

fn stretch(item: &StretchItem) -> Step {
    let rounds = item.repeats.max(1);
    let round_s = u32::from(item.hold_s);
    let ready_s = (item.seconds / u32::from(rounds)).saturating_sub(round_s);
    Step {
        task: Task::Stretch { stretch: item.stretch.clone() },
        side: Some(item.side),
        turn: false,
        rounds,
        ready_s,
        round_s,
        seconds: u32::from(rounds) * (ready_s + round_s),
    }
}

/// Marks where a sided step follows one of the other side.
fn mark_turns(steps: &mut [Step]) {
    let mut last = None;
    for step in steps {
        let side = step.side.filter(|s| *s != Side::Midline);
        step.turn = side.is_some() && last.is_some() && side != last;
        last = side.or(last);
    }
}
