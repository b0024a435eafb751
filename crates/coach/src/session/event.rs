//! What comes in, and what goes out.

use guide::Id;
use guide::shape::{Side, Stroke};

/// What happens to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// Start.
    Begin,
    /// Time has passed. How often this comes makes no difference to what follows.
    Tick,
    /// How it feels, 0 to 10; in a retest, how the spot feels now. More than 10 counts as 10.
    Felt(u8),
    /// Too strong: ease off now.
    EaseOff,
    /// Too sore: this spot, stretch or exercise ends.
    TooSore,
    /// A stop sign, by its id in the guide's stops. One that is not known ends everything.
    Sign(Id),
    /// Weight off, wait.
    Pause,
    /// Go on: after a pause, after easing off, or with what is left after a nerve sign.
    Resume,
    /// Leave this step out. While finding, that is the whole spot.
    Skip,
    /// This step again from its start; while getting ready for it, the step before.
    Back,
    /// Ready, found, or enough: on to what comes next.
    Done,
    /// End the session now.
    End,
}

/// Something to say, sound or vibrate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// When it was due, ms, on the clock of the events. One long past (the screen was locked) is better left out.
    pub at_ms: u64,
    /// Step it belongs to: index into [`Script::steps`](super::Script::steps).
    pub step: usize,
    /// Round of the step, from 0.
    pub round: u8,
    /// What.
    pub tell: Tell,
}

/// What a cue tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tell {
    /// Get ready for the step of the cue.
    GetReady,
    /// The other side now.
    Switch(Side),
    /// Seconds until it starts: 3, 2, 1.
    Count(u8),
    /// It starts.
    Start,
    /// Hardly anything is felt: lean in a little, or move a finger-width.
    LeanMore,
    /// The number is right: stay.
    Good,
    /// If it has faded by half, sink in until the old number is back.
    Sink,
    /// Ease off: the number has to be this or less.
    Ease(u8),
    /// Gone on after easing off.
    GoOn,
    /// Sweep: keep moving, leave this place.
    Move,
    /// Sweep: stroke this way from now on.
    Stroke(Stroke),
    /// Half of it is done.
    Halfway,
    /// Ten seconds are left.
    TenLeft,
    /// Let go slowly.
    LetGo,
    /// Rest between two holds.
    Rest,
    /// Press the same place in the same way and say the number.
    PressAgain,
    /// This step is done.
    Done,
    /// Paused.
    Pause,
    /// A stop sign: weight off now. Which one stands in [`Shown`](super::Shown).
    Stop,
    /// The session is over.
    Finished,
}

impl Tell {
    /// May come in any step.
    pub const ANYWHERE: [Tell; 4] = [Tell::GoOn, Tell::Pause, Tell::Stop, Tell::Finished];
}
