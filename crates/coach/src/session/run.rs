//! One round: how long it goes on, and what falls due within it. All in ms of its own time.

use crate::plan::Spot;

/// Sinks are at least so far apart, and sinking takes so long.
const SINK_MS: u64 = 8_000;
/// A number said so long ago still counts: no sink falls due while it has not faded.
const FRESH_MS: u64 = 15_000;
/// Shorter rounds are not told that half is over or that ten seconds are left.
const TELL_FROM_MS: u64 = 40_000;
const TEN_MS: u64 = 10_000;

/// How far a round is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Run {
    /// Time that counts towards its length.
    pub(super) elapsed: u64,
    /// Time under pressure: the time that counts, and easing off.
    pub(super) pressed: u64,
    /// Last number.
    pub(super) felt: Option<u8>,
    /// Highest number.
    pub(super) top: Option<u8>,
    /// The number to sink back to; none while nobody has said one.
    pub(super) base: Option<u8>,
    /// Sinks so far.
    pub(super) sinks: u8,
    /// When the last sink was told.
    pub(super) sunk_at: Option<u64>,
    /// When the last number was said.
    said_at: Option<u64>,
    /// It has faded by half and there is nothing left to sink.
    let_go: bool,
    /// Sinks that fell due by time.
    timed: u8,
    half: bool,
    ten: bool,
    /// When the tool was last told to move.
    moved_at: u64,
    /// Times of easing off.
    pub(super) eased: u8,
}

/// What falls due within a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    End,
    Sink(u8),
    Move,
    Half,
    Ten,
}

/// What a number means for a hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Hardly anything.
    TooLittle,
    /// Right.
    Good,
    /// Faded by half: sink in.
    Faded,
    /// Faded by half, with nothing left to sink.
    LetGo,
}

/// What the length and the marks of a round follow.
#[derive(Clone, Copy, Debug)]
pub(super) enum Shape<'a> {
    /// So long.
    Fixed(u64),
    /// A hold of this spot.
    Hold(&'a Spot),
    /// A sweep of this length, told to move every so often.
    Sweep { length: u64, every: u64 },
}

impl Run {
    /// Notes a number.
    pub(super) fn feel(&mut self, felt: u8) {
        self.felt = Some(felt);
        self.top = self.top.max(Some(felt));
        self.said_at = Some(self.elapsed);
    }

    /// What the last number means for a hold of this spot, and what follows from it. The first number, and any higher one, is
    /// the one to sink back to.
    pub(super) fn read(&mut self, spot: &Spot) -> Reading {
        let Some(felt) = self.felt else { return Reading::Good };
        let holdable = spot.felt.iter().any(|f| (f.from..=f.to).contains(&felt));
        let base = self.base.unwrap_or(0).max(if holdable { felt } else { 0 });
        if base == 0 {
            return Reading::TooLittle;
        }
        self.base = Some(base);
        self.let_go = false;
        if felt * 2 > base {
            return Reading::Good;
        }
        let sinking = self.sinking();
        match (self.sinks < spot.raises[1], sinking) {
            (true, false) => {
                self.sink();
                Reading::Faded
            }
            (true, true) => Reading::Good,
            (false, sinking) => {
                self.let_go = !sinking;
                if sinking { Reading::Good } else { Reading::LetGo }
            }
        }
    }

    fn sink(&mut self) {
        self.sinks += 1;
        self.sunk_at = Some(self.elapsed);
    }

    /// Was a sink told just now?
    pub(super) fn sinking(&self) -> bool {
        self.sunk_at.is_some_and(|at| self.elapsed - at < SINK_MS)
    }

    /// After easing off: the old number no longer holds.
    pub(super) fn start_anew(&mut self) {
        (self.base, self.felt, self.let_go) = (None, None, false);
        self.moved_at = self.elapsed;
    }

    /// How long it goes on.
    pub(super) fn length(&self, shape: Shape<'_>) -> u64 {
        match shape {
            Shape::Fixed(length) | Shape::Sweep { length, .. } => length,
            Shape::Hold(spot) => {
                let [short, long] = hold_s(spot, self.base).map(|s| u64::from(s) * 1000);
                if self.let_go { short.max(self.elapsed).min(long) } else { long }
            }
        }
    }

    /// What falls due next: how long until then, and what.
    pub(super) fn next(&self, shape: Shape<'_>) -> (u64, Mark) {
        let length = self.length(shape);
        let mut marks = vec![(length, Mark::End)];
        match shape {
            Shape::Hold(spot) => marks.extend(self.next_sink(length, spot.raises[0])),
            Shape::Sweep { every, .. } => marks.push((self.moved_at + every, Mark::Move)),
            Shape::Fixed(_) => {}
        }
        if length >= TELL_FROM_MS {
            marks.extend((!self.half).then_some((length / 2, Mark::Half)));
            marks.extend((!self.ten).then_some((length - TEN_MS, Mark::Ten)));
        }
        let due = |(at, mark): (u64, Mark)| {
            let passed = at < self.elapsed && mark != Mark::End;
            (!passed).then(|| (at.saturating_sub(self.elapsed), mark))
        };
        // There is always an end.
        marks.into_iter().filter_map(due).min().unwrap_or((0, Mark::End))
    }

    /// Sinks by time: at even parts of the hold.
    fn next_sink(&self, length: u64, sinks: u8) -> Option<(u64, Mark)> {
        let parts = u64::from(sinks) + 1;
        let mut open = (self.timed + 1..=sinks).map(|k| (u64::from(k) * length / parts, Mark::Sink(k)));
        open.find(|(at, _)| *at >= self.elapsed)
    }

    /// Notes that a mark is passed; is there something to tell?
    pub(super) fn passed(&mut self, mark: Mark, most_sinks: u8) -> bool {
        match mark {
            Mark::End => {}
            Mark::Half => self.half = true,
            Mark::Ten => self.ten = true,
            Mark::Move => self.moved_at = self.elapsed,
            Mark::Sink(k) => {
                self.timed = k;
                let fresh = self.said_at.is_some_and(|at| self.elapsed - at < FRESH_MS);
                let lasts = self.felt.zip(self.base).is_some_and(|(felt, base)| felt * 2 > base);
                let too_little = self.felt.is_some() && self.base.is_none();
                if self.sinks >= k || self.sinks >= most_sinks || too_little || fresh && lasts {
                    return false;
                }
                self.sink();
            }
        }
        true
    }
}

/// Shortest and longest hold at this number, seconds; the middle of the target while nobody has said one.
pub(super) fn hold_s(spot: &Spot, base: Option<u8>) -> [u16; 2] {
    let [low, high] = spot.target;
    let felt = base.unwrap_or(low.midpoint(high));
    let band = spot.felt.iter().find(|f| (f.from..=f.to).contains(&felt));
    band.map_or(spot.hold_s, |f| f.hold_s)
}
