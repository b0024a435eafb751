//! Fits a session into the minutes and under the caps: what helps most is put in first, and nothing is put in that does
//! not fit. So what is dropped first is what stands last here: strength, second stretches, further spots, second holds.

use crate::caps::STRENGTH_ITEMS_CAP;
use crate::choose::{Candidate, Wanted};
use crate::moves::WARM_UP_MIN_S;
use crate::plan::{ExerciseItem, Part, Reason, Refused, Spot, SpotWhy, StretchItem, Time, WarmUp, What};
use crate::today::{Today, places, seconds};
use belief::Likely;
use guide::Id;
use guide::shape::{Side, Style};

/// Pause between two holds, seconds.
const PAUSE_S: u32 = 30;
/// Pressing once more at the end to compare, seconds; it is light and short.
const RETEST_S: u32 = 20;
/// Finding a spot again that was pressed in this sitting, seconds.
const FIND_AGAIN_S: u32 = 20;
/// Strength items in the first session.
const STRENGTH_FIRST: usize = 1;

/// A spot with the stretches that follow it.
#[derive(Clone, Debug)]
pub(crate) struct Slot<'a> {
    candidate: Candidate<'a>,
    pub(crate) spot: Spot,
    /// Most holds its dose allows.
    most: u8,
    pub(crate) stretches: Vec<StretchItem>,
}

/// A session that always fits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft<'a> {
    pub(crate) warm_up: Vec<WarmUp>,
    pub(crate) slots: Vec<Slot<'a>>,
    pub(crate) exercises: Vec<ExerciseItem>,
    pub(crate) refused: Vec<Refused>,
}

impl<'a> Today<'a> {
    /// The fullest session that fits.
    pub(crate) fn session(&self, wanted: &Wanted<'a>) -> Draft<'a> {
        let mut draft = Draft { warm_up: self.warm_up(), ..Draft::default() };
        for candidate in &wanted.must {
            self.add_spot(&mut draft, candidate);
        }
        self.add_stretches(&mut draft, 1);
        self.add_holds(&mut draft);
        for candidate in &wanted.may {
            self.add_spot(&mut draft, candidate);
            self.add_stretches(&mut draft, 1);
        }
        self.add_holds(&mut draft);
        self.add_stretches(&mut draft, 2);
        self.add_strength(&mut draft);
        draft
    }

    /// One more spot with one hold, or why it is refused.
    fn add_spot(&self, draft: &mut Draft<'a>, candidate: &Candidate<'a>) {
        match self.with_spot(draft, candidate) {
            Ok(room) => *draft = room,
            Err(why) => {
                let what = What::Spot(candidate.ranked.source, candidate.ranked.side);
                draft.refused.push(Refused { what, why });
            }
        }
    }

    /// The session with one more spot, if it fits. Without any spot yet, the warm-up makes room.
    pub(crate) fn with_spot(&self, draft: &Draft<'a>, candidate: &Candidate<'a>) -> Result<Draft<'a>, Reason> {
        let mut room = draft.clone();
        room.slots.push(self.slot(draft, candidate)?);
        if draft.slots.is_empty() && room.time().total_s() > self.kit.seconds() {
            room.warm_up = shortest(&room.warm_up);
        }
        self.check(&room).map(|()| room)
    }

    /// The candidate as a slot with one hold, if one more spot and place may be pressed at all.
    fn slot(&self, draft: &Draft<'a>, candidate: &Candidate<'a>) -> Result<Slot<'a>, Reason> {
        if draft.slots.len() >= self.spots_cap() {
            return Err(if self.first { Reason::Later } else { Reason::SpotsUsed });
        }
        let (source, side) = (candidate.ranked.source, candidate.ranked.side);
        let known = self.pressed(source, side);
        if !known && self.places(draft) >= self.caps.places {
            return Err(Reason::PlacesUsed);
        }
        let dose = self.dose(candidate.region, candidate.technique).ok_or(Reason::PressureUsed)?;
        let spot = Spot {
            source,
            side,
            probability: candidate.ranked.probability,
            why: candidate.why,
            region: candidate.region.id.clone(),
            muscle: candidate.region.muscle.clone(),
            technique: candidate.technique.id.clone(),
            style: candidate.technique.style,
            stroke: candidate.region.stroke,
            holds: 1,
            hold_s: dose.hold_s,
            felt: dose.felt,
            place_s: dose.place_s,
            target: dose.target,
            ceiling: dose.ceiling,
            raises: dose.raises,
            find_s: if known { FIND_AGAIN_S } else { seconds(self.guide.model.press.minutes) },
            rest_s: RETEST_S,
        };
        // A spot that is only there so that its place is looked at gets one hold.
        let search = candidate.why == SpotWhy::Coverage || candidate.ranked.word < Likely::Possible;
        let most = if search { 1 } else { dose.holds };
        Ok(Slot { candidate: *candidate, spot, most, stretches: Vec::new() })
    }

    /// Places pressed in this sitting: test presses and new spots.
    fn places(&self, draft: &Draft<'a>) -> usize {
        let new = draft.slots.iter().filter(|s| !self.pressed(s.spot.source, s.spot.side)).count();
        places(self.case) + new
    }

    /// More holds on the spots there are, round by round, where they fit.
    fn add_holds(&self, draft: &mut Draft<'a>) {
        let most = draft.slots.iter().map(|s| s.most).max().unwrap_or(1);
        for _ in 1..most {
            for at in 0..draft.slots.len() {
                let mut room = draft.clone();
                let slot = &mut room.slots[at];
                slot.spot.holds += 1;
                slot.spot.rest_s += PAUSE_S;
                if slot.spot.holds <= slot.most && self.check(&room).is_ok() {
                    *draft = room;
                }
            }
        }
    }

    /// Stretches after each spot, up to `upto` a spot, fewer holds where only they fit.
    fn add_stretches(&self, draft: &mut Draft<'a>, upto: usize) {
        for at in 0..draft.slots.len() {
            let side = draft.slots[at].spot.side;
            for stretch in self.stretches_for(draft.slots[at].candidate.region) {
                let slot = &draft.slots[at];
                let waits: u32 = slot.stretches.iter().map(|s| s.seconds).sum::<u32>() + RETEST_S;
                if slot.stretches.len() >= upto || waits > self.caps.stretch_within_s {
                    break;
                }
                if done(draft, &stretch.id, side) {
                    continue;
                }
                let fits = (1..=self.repeats(stretch)).rev().find_map(|repeats| {
                    let mut room = draft.clone();
                    room.slots[at].stretches.push(self.stretch(stretch, side, repeats));
                    self.check(&room).is_ok().then_some(room)
                });
                if let Some(room) = fits {
                    *draft = room;
                }
            }
        }
    }

    /// The first suitable rung of each spot's ladder, the likeliest spot's first.
    fn add_strength(&self, draft: &mut Draft<'a>) {
        let cap = if self.first { STRENGTH_FIRST } else { STRENGTH_ITEMS_CAP };
        let mut ladders: Vec<&Id> = draft.slots.iter().map(|s| &s.candidate.region.ladder).collect();
        ladders.dedup();
        let suits: Vec<ExerciseItem> = ladders.into_iter().filter_map(|l| self.first_rung(l)).collect();
        // Where rules took every rung, each says so itself.
        let why = match (suits.is_empty(), self.bad_day) {
            (true, true) => Some(Reason::BadDay),
            (true, false) => None,
            (false, _) => Some(Reason::Minutes),
        };
        for item in suits {
            let new = draft.exercises.iter().all(|e| e.exercise != item.exercise);
            if draft.exercises.len() < cap && new {
                let mut room = draft.clone();
                room.exercises.push(item);
                if self.check(&room).is_ok() {
                    *draft = room;
                }
            }
        }
        if let (true, false, Some(why)) = (draft.exercises.is_empty(), draft.slots.is_empty(), why) {
            draft.refused.push(Refused { what: What::Part(Part::Strength), why });
        }
    }

    /// Every cap and the minutes.
    ///
    /// # Errors
    /// What is used up.
    fn check(&self, draft: &Draft<'_>) -> Result<(), Reason> {
        let pressing: u32 = draft.slots.iter().map(|s| s.spot.find_s + s.spot.press_s()).sum();
        let spot = |s: &Slot<'_>| s.spot.press_s() <= self.caps.spot_s;
        let muscle = |s: &Slot<'_>| {
            on_muscle(draft, &s.spot, None) <= self.caps.muscle_s
                && on_muscle(draft, &s.spot, Some(Style::Sweep)) <= self.caps.sweep_muscle_s
        };
        if pressing > self.pressure_left_s() || !draft.slots.iter().all(|s| spot(s) && muscle(s)) {
            return Err(Reason::PressureUsed);
        }
        if draft.time().total_s() > self.kit.seconds() { Err(Reason::Minutes) } else { Ok(()) }
    }
}

impl Draft<'_> {
    /// Seconds by part.
    pub(crate) fn time(&self) -> Time {
        let stretches = self.slots.iter().flat_map(|s| &s.stretches);
        Time {
            warm_up_s: self.warm_up.iter().map(|w| w.seconds).sum(),
            spots_s: self.slots.iter().map(|s| s.spot.seconds()).sum(),
            stretches_s: stretches.map(|s| s.seconds).sum(),
            strength_s: self.exercises.iter().map(|e| e.seconds).sum(),
        }
    }
}

/// Seconds on the muscle of `spot` on its side, of one style or all.
fn on_muscle(draft: &Draft<'_>, spot: &Spot, style: Option<Style>) -> u32 {
    let same = |s: &&Slot<'_>| s.spot.muscle == spot.muscle && s.spot.side == spot.side;
    let of = |s: &&Slot<'_>| style.is_none_or(|style| s.spot.style == style);
    draft.slots.iter().filter(same).filter(of).map(|s| s.spot.press_s()).sum()
}

/// Is this stretch in the session for this side already?
fn done(draft: &Draft<'_>, stretch: &Id, side: Side) -> bool {
    draft.slots.iter().flat_map(|s| &s.stretches).any(|s| s.stretch == *stretch && s.side == side)
}

/// The first warm-up item, one minute of it.
fn shortest(items: &[WarmUp]) -> Vec<WarmUp> {
    let cut = |w: &WarmUp| WarmUp {
        seconds: w.seconds.min(WARM_UP_MIN_S),
        shortened: w.shortened || w.seconds > WARM_UP_MIN_S,
        warmup: w.warmup.clone(),
    };
    items.first().map(cut).into_iter().collect()
}
