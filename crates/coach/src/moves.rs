//! Warm-up, stretches and strength items that suit today.

use crate::plan::{ExerciseItem, Reason, Refused, StretchItem, WarmUp, What};
use crate::today::{Today, seconds};
use belief::Likely;
use guide::Id;
use guide::shape::{Exercise, Region, Side, Stretch, Warmup};

/// The walk: the warm-up of a no-press plan.
const WALK: &str = "walk_brisk";
/// Share of the minutes for the warm-up: one fifth.
const WARM_UP_SHARE: u32 = 5;
/// Shortest warm-up, seconds.
pub(crate) const WARM_UP_MIN_S: u32 = 60;
/// Most warm-up items.
const WARM_UPS: usize = 3;
/// Getting into a stretch, seconds a hold.
const STRETCH_SETUP_S: u32 = 10;
/// Highest rung on a bad day: holds without movement.
const BAD_DAY_RUNG: u8 = 1;
/// Highest rung in a no-press plan.
const NO_PRESS_RUNG: u8 = 3;

impl<'a> Today<'a> {
    /// Warm-up items that suit, in the guide's order, up to a fifth of the minutes; the first is cut if it is longer.
    pub(crate) fn warm_up(&self) -> Vec<WarmUp> {
        let share = (self.kit.seconds() / WARM_UP_SHARE).max(WARM_UP_MIN_S);
        let suits: Vec<&Warmup> = self.guide.warmups.iter().filter(|w| self.warms(w)).collect();
        let mut items: Vec<WarmUp> = Vec::new();
        let mut left = share;
        for item in &suits {
            let all = seconds(item.minutes);
            if all > 0 && all <= left && items.len() < WARM_UPS {
                items.push(WarmUp { warmup: item.id.clone(), seconds: all, shortened: false });
                left -= all;
            }
        }
        if let (true, Some(first)) = (items.is_empty(), suits.first()) {
            items.push(WarmUp { warmup: first.id.clone(), seconds: share, shortened: true });
        }
        items
    }

    /// The walk of a no-press plan, at most `most_s` seconds; another warm-up where walking is what hurts, and a gentle
    /// one on a bad day.
    pub(crate) fn walk(&self, most_s: u32) -> Vec<WarmUp> {
        let items = || self.guide.warmups.iter().filter(|w| self.warms(w));
        let item = items().find(|w| w.id == *WALK).or_else(|| items().next());
        let cut = |w: &Warmup| {
            let all = seconds(w.minutes);
            WarmUp { warmup: w.id.clone(), seconds: all.min(most_s), shortened: all > most_s }
        };
        item.map(cut).into_iter().filter(|w| w.seconds > 0).collect()
    }

    /// Does this warm-up suit? Rolling and the like is pressure, which belongs to the spots, so tools are left out;
    /// effort 0 (heat) warms nobody up within a session.
    fn warms(&self, item: &Warmup) -> bool {
        item.tool.is_none()
            && item.effort[1] > 0
            && (item.gentle || !self.bad_day)
            && self.kit.has_surface(item.surface)
            && self.with_leaders(item)
    }

    /// No leading source's group, rule or caution speaks against it.
    fn with_leaders(&self, item: &Warmup) -> bool {
        self.against_warm_up(item).is_none()
    }

    fn against_warm_up(&self, item: &Warmup) -> Option<Reason> {
        let mut leading = self.ranked.iter().filter(|r| r.word == Likely::Leading);
        let against = leading.find(|r| item.not_with.contains(&self.guide.source(r.source).group));
        against.map(|r| Reason::LookAlike(r.source, r.side)).or_else(|| self.rules.against_move(&item.id))
    }

    /// Warm-ups that a leading source, a rule or a caution takes out.
    pub(crate) fn warm_ups_out(&self) -> Vec<Refused> {
        let out = |w: &Warmup| Some(Refused { what: What::Warmup(w.id.clone()), why: self.against_warm_up(w)? });
        self.guide.warmups.iter().filter_map(out).collect()
    }

    /// Stretches for a region that suit today, best first: gentle ones on a soft day, easier ones where the best cannot
    /// be done here.
    pub(crate) fn stretches_for(&self, region: &'a Region) -> Vec<&'a Stretch> {
        let gentle = self.that_fit(&region.gentle_stretches);
        if self.bad_day || self.soft() && !gentle.is_empty() {
            return gentle;
        }
        let mut fits = self.that_fit(&region.stretches);
        fits.extend(gentle.into_iter().filter(|g| fits.iter().all(|s| s.id != g.id)).collect::<Vec<_>>());
        fits
    }

    /// Each of these or the first easier one that can be done today, once.
    fn that_fit(&self, ids: &[Id]) -> Vec<&'a Stretch> {
        let mut fits: Vec<&Stretch> = Vec::new();
        for stretch in ids.iter().filter_map(|id| self.this_or_easier(id)) {
            if fits.iter().all(|s| s.id != stretch.id) {
                fits.push(stretch);
            }
        }
        fits
    }

    /// The stretch, or the first easier one that can be done today.
    fn this_or_easier(&self, id: &Id) -> Option<&'a Stretch> {
        let find = |id: &Id| self.guide.stretches.iter().find(|s| s.id == *id);
        let mut next = find(id);
        // A chain of easier ones is shorter than the list; the bound keeps a circle in a guide from turning for ever.
        for _ in 0..self.guide.stretches.len() {
            let stretch = next?;
            if self.kit.has_surface(stretch.surface) && self.rules.against_move(&stretch.id).is_none() {
                return Some(stretch);
            }
            next = stretch.easier.as_ref().and_then(find);
        }
        None
    }

    /// A stretch with its dose of today: half the holds on a half day.
    pub(crate) fn stretch(&self, stretch: &Stretch, side: Side, repeats: u8) -> StretchItem {
        StretchItem {
            stretch: stretch.id.clone(),
            side,
            after: 0,
            repeats,
            hold_s: stretch.hold_s,
            seconds: u32::from(repeats) * (u32::from(stretch.hold_s) + STRETCH_SETUP_S),
        }
    }

    /// Holds of a stretch today, 1 or more.
    pub(crate) fn repeats(&self, stretch: &Stretch) -> u8 {
        if self.half.is_empty() { stretch.repeats.max(1) } else { (stretch.repeats / 2).max(1) }
    }

    /// The exercise of a ladder that suits today: where the person stands on it, or else the first.
    pub(crate) fn first_rung(&self, ladder: &Id) -> Option<ExerciseItem> {
        let top = if self.bad_day { BAD_DAY_RUNG } else { u8::MAX };
        self.rung(ladder, top, !self.half.is_empty())
    }

    /// Strength for a no-press plan: the first easy rungs of the guide's ladders.
    pub(crate) fn easy_strength(&self) -> Vec<ExerciseItem> {
        let top = if self.bad_day { BAD_DAY_RUNG } else { NO_PRESS_RUNG };
        let mut items: Vec<ExerciseItem> = Vec::new();
        for item in self.guide.ladders.iter().filter_map(|l| self.rung(&l.id, top, false)) {
            if items.iter().all(|i| i.exercise != item.exercise) {
                items.push(item);
            }
        }
        items
    }

    fn rung(&self, ladder: &Id, top: u8, half: bool) -> Option<ExerciseItem> {
        let rungs = &self.guide.ladders.iter().find(|l| l.id == *ladder).filter(|l| !l.exercises.is_empty())?.exercises;
        let find = |id: &Id| self.guide.exercises.iter().find(|e| e.id == *id);
        let suits = |e: &&Exercise| {
            e.rung <= top
                && self.kit.has_surface(e.surface)
                && self.kit.has_things(&e.needs)
                && self.rules.against_move(&e.id).is_none()
        };
        let reached = self.kit.stage().reached(rungs).unwrap_or(0).min(rungs.len() - 1);
        // What is reached, or the next easier one that suits; else the first that does.
        let mut below = rungs[..=reached].iter().rev().filter_map(find);
        let exercise = below.find(suits).or_else(|| rungs.iter().filter_map(find).find(suits))?;
        let dose = self.guide.strength_doses.iter().find(|d| d.id == exercise.dose)?;
        let all = seconds(exercise.minutes);
        Some(ExerciseItem {
            exercise: exercise.id.clone(),
            ladder: ladder.clone(),
            dose: dose.id.clone(),
            sets: if half { dose.sets.map(|s| s.div_ceil(2)) } else { dose.sets },
            seconds: if half { all.div_ceil(2) } else { all },
        })
    }
}
