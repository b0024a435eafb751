//! Pressure so far, and what the caps leave. All in ms.

use crate::caps::Caps;
use crate::plan::Spot;
use guide::Guide;
use guide::shape::Style;

/// The press of a retest is at most this long.
pub(super) const RETEST_MS: u64 = 10_000;

/// Most pressure, ms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Limits {
    hold: u64,
    set: u64,
    spot: u64,
    muscle: u64,
    sweep_muscle: u64,
    session: u64,
    cap: u64,
    /// Massage gun: longest in one place.
    pub(super) place: u64,
}

impl Limits {
    /// The caps as the guide tightens them; a session is pressed no longer than its plan, `planned` seconds.
    pub(super) fn of(guide: &Guide, planned: u32) -> Limits {
        let caps = Caps::of(guide);
        let ms = |s: u32| u64::from(s) * 1000;
        Limits {
            hold: ms(caps.hold_s),
            set: ms(caps.sweep_muscle_s.min(caps.spot_s)),
            spot: ms(caps.spot_s),
            muscle: ms(caps.muscle_s),
            sweep_muscle: ms(caps.sweep_muscle_s),
            session: ms(caps.session_s.min(planned)),
            cap: ms(caps.session_s),
            place: ms(caps.sweep_place_s),
        }
    }

    pub(super) fn pressed_before(&mut self, seconds: u32) {
        self.session = self.session.min(self.cap.saturating_sub(u64::from(seconds) * 1000));
    }
}

/// What presses now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressing {
    /// A hold or sweep of this spot.
    Hold(usize),
    /// Finding this spot, or leaning in on it.
    Light(usize),
    /// The same press again.
    Retest,
}

/// Pressure so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pressure {
    /// In the session, finding and retests included.
    pub(super) session: u64,
    /// Holding or sweeping, by spot.
    held: Vec<u64>,
}

impl Pressure {
    pub(super) fn none(spots: usize) -> Pressure {
        Pressure { session: 0, held: vec![0; spots] }
    }

    pub(super) fn add(&mut self, pressing: Pressing, ms: u64) {
        self.session += ms;
        if let Pressing::Hold(spot) = pressing {
            self.held[spot] += ms;
        }
    }

    /// What the session's cap leaves.
    pub(super) fn session_left(&self, limits: &Limits) -> u64 {
        limits.session.saturating_sub(self.session)
    }

    /// How long this may go on; `now` is what the present hold has had.
    pub(super) fn left(&self, limits: &Limits, spots: &[Spot], pressing: Pressing, now: u64) -> u64 {
        let session = self.session_left(limits);
        match pressing {
            Pressing::Retest => session,
            // The same press again is kept for the end.
            Pressing::Light(_) => session.saturating_sub(RETEST_MS),
            Pressing::Hold(spot) => {
                let sweep = spots[spot].style == Style::Sweep;
                let one = if sweep { limits.set } else { limits.hold };
                let one = one.saturating_sub(now);
                let sweep = if sweep { self.on_muscle(spots, spot, true, limits.sweep_muscle) } else { u64::MAX };
                session
                    .saturating_sub(RETEST_MS)
                    .min(one)
                    .min(limits.spot.saturating_sub(self.on_spot(spots, spot)))
                    .min(self.on_muscle(spots, spot, false, limits.muscle))
                    .min(sweep)
            }
        }
    }

    /// Held on this spot of this side, whichever place in the plan it has.
    fn on_spot(&self, spots: &[Spot], spot: usize) -> u64 {
        let same = |s: &Spot| (s.source, s.side) == (spots[spot].source, spots[spot].side);
        self.sum(spots, same)
    }

    /// Left on the muscle of this spot on its side, with every style or by sweeping alone.
    fn on_muscle(&self, spots: &[Spot], spot: usize, sweep: bool, limit: u64) -> u64 {
        let of = &spots[spot];
        let same = |s: &Spot| s.muscle == of.muscle && s.side == of.side && (!sweep || s.style == Style::Sweep);
        limit.saturating_sub(self.sum(spots, same))
    }

    fn sum(&self, spots: &[Spot], same: impl Fn(&Spot) -> bool) -> u64 {
        spots.iter().zip(&self.held).filter(|(s, _)| same(s)).map(|(_, ms)| ms).sum()
    }
}
