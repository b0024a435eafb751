//! Everything that shapes today's plan, gathered once.

use crate::Kit;
use crate::caps::{BAD_DAY_FROM, Caps, SPOTS_FIRST_CAP};
use crate::plan::{Half, Reason};
use crate::rules::Rules;
use belief::Ranked;
use case::Case;
use guide::shape::Side;
use guide::{Guide, Id, SourceIx};
use safety::{Allowed, Gate, Refusal};

/// Guide, case and kit with what follows from them for today.
pub(crate) struct Today<'a> {
    pub(crate) guide: &'a Guide,
    pub(crate) case: &'a Case,
    pub(crate) kit: &'a Kit,
    pub(crate) gate: &'a Gate,
    pub(crate) ranked: &'a [Ranked],
    pub(crate) allowed: &'a Allowed,
    pub(crate) rules: Rules<'a>,
    pub(crate) caps: Caps,
    /// Nothing was released before.
    pub(crate) first: bool,
    /// Some pain of 6 or more.
    pub(crate) bad_day: bool,
    /// Why everything is halved; empty if it is not.
    pub(crate) half: Vec<Half>,
}

impl<'a> Today<'a> {
    pub(crate) fn of(
        guide: &'a Guide,
        case: &'a Case,
        kit: &'a Kit,
        gate: &'a Gate,
        allowed: &'a Allowed,
        ranked: &'a [Ranked],
    ) -> Self {
        let stage = kit.stage();
        let first = case.releases.is_empty() && !stage.begun;
        let light = allowed.light_only().map(Half::Light);
        let worse = stage.half.then_some(Half::Worse);
        Today {
            guide,
            case,
            kit,
            gate,
            ranked,
            rules: Rules::of(guide, case, gate, allowed, ranked),
            caps: Caps::of(guide),
            first,
            bad_day: case.pain.iter().any(|p| p.intensity.is_some_and(|i| i >= BAD_DAY_FROM)),
            half: first.then_some(Half::FirstSession).into_iter().chain(light).chain(worse).collect(),
            allowed,
        }
    }

    /// Does it call for the softest: first session, light only, or a bad day?
    pub(crate) fn soft(&self) -> bool {
        self.bad_day || !self.half.is_empty()
    }

    /// Most spots today.
    pub(crate) fn spots_cap(&self) -> usize {
        if self.first { self.caps.spots.min(SPOTS_FIRST_CAP) } else { self.caps.spots }
    }

    /// Was this place pressed in this sitting?
    pub(crate) fn pressed(&self, source: SourceIx, side: Side) -> bool {
        self.case.presses.iter().any(|p| p.source == source && p.side == side)
    }

    /// Seconds of pressure left in this session after the test presses and controls of this sitting.
    pub(crate) fn pressure_left_s(&self) -> u32 {
        self.caps.session_s.saturating_sub(pressed_s(self.guide, self.case))
    }

    /// Was any source of this muscle pressed or released before? Pain that stayed opens them all again.
    pub(crate) fn looked_at(&self, muscle: &Id) -> bool {
        let of = |s: SourceIx| self.guide.source(s).muscle.as_ref() == Some(muscle);
        self.case.presses.iter().any(|p| of(p.source))
            || !self.kit.stage().again && self.case.releases.iter().any(|r| of(r.source))
    }
}

/// Seconds that the test presses and controls of this sitting took.
pub fn pressed_s(guide: &Guide, case: &Case) -> u32 {
    let press = &guide.model.press;
    seconds(press.minutes * case.presses.len() as f64 + press.control_minutes * case.controls.len() as f64)
}

/// Minutes as whole seconds, rounded up.
pub(crate) fn seconds(minutes: f64) -> u32 {
    (minutes * 60.0).ceil() as u32
}

/// What safety refuses, as a plan's reason.
pub(crate) fn reason(refusal: Refusal) -> Reason {
    match refusal {
        Refusal::Caution(c) => Reason::Caution(c),
        Refusal::AskDoctor(c) => Reason::AskDoctor(c),
        // A plan is only made when the gate lets one; a place nobody presses by themselves is left.
        Refusal::Gate | Refusal::NoGo => Reason::NotPressable,
    }
}

/// Places pressed in this sitting; controls do not count.
pub(crate) fn places(case: &Case) -> usize {
    let mut places: Vec<(SourceIx, Side)> = case.presses.iter().map(|p| (p.source, p.side)).collect();
    sorted::by(&mut places, Ord::cmp);
    places.dedup();
    places.len()
}
