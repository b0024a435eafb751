//! What a stop sign ends.

use guide::Id;
use guide::shape::StopSign;

/// A foot or leg that changes colour: blood or nerve; everything ends.
const COLOUR: &str = "colour";
/// Breath held, dizzy, sick: if it lasts, everything ends.
const BREATH: &str = "breath";

/// A stop sign as the session knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Id in the guide's stops.
    pub id: Id,
    /// What it ends.
    pub effect: Effect,
}

/// What a stop sign ends. The later one is the stricter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Ease off; go on once it is gone, else this spot ends.
    Ease,
    /// Ease off; go on once it is gone, else the session ends.
    EaseOrEnd,
    /// No more pressing and no more stretching in this session; the person may go on with strength.
    Pressing,
    /// Nothing more in this session.
    Everything,
}

impl Sign {
    pub(super) fn of(stop: &StopSign) -> Sign {
        let effect = match (stop.during, stop.nerve) {
            (false, _) => Effect::Everything,
            (true, true) if stop.id == *COLOUR => Effect::Everything,
            (true, true) => Effect::Pressing,
            (true, false) if stop.id == *BREATH => Effect::EaseOrEnd,
            (true, false) => Effect::Ease,
        };
        Sign { id: stop.id.clone(), effect }
    }
}
