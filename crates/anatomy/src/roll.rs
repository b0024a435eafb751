//! Which way a ball rolls over a place: along its fibres and across them, on the skin.

use crate::half::mirrored;
use crate::muscle::{Located, to_f64};
use crate::{Anatomy, Muscle, Place, Press, Side};
use alloc::vec;
use alloc::vec::Vec;

/// Places of the line across, to either side.
const STEPS: i8 = 5;

/// Two lines on the skin through the place that is pressed.
#[derive(Clone, Debug, PartialEq)]
pub struct Roll {
    /// The press that it is about.
    pub press: Press,
    /// Over the fibre that runs through the place, from where it begins; shorter where it ends.
    pub along: Vec<Place>,
    /// Square to that fibre.
    pub across: Vec<Place>,
}

impl Anatomy {
    /// How to roll over a place in a muscle on a body, `reach` metres to either side of it.
    ///
    /// The lines inside the muscle are put on the skin along the way of the press. Nothing if the place cannot be pressed, or
    /// there is no such muscle or body. What must be kept free is for the caller to leave out (`too_near`).
    #[must_use]
    pub fn roll(&self, body: usize, muscle: &str, place: Place, reach: f64) -> Option<Roll> {
        mirrored(place, |place| self.roll_right(body, muscle, place, reach), |roll: Roll| roll.on(Side::Left))
    }

    fn roll_right(&self, body: usize, muscle: &str, place: Place, reach: f64) -> Option<Roll> {
        let press = self.way_in(body, place)?;
        let muscle = self.muscles.named(muscle)?;
        let out = press.towards.scaled(-1.0);
        let on_skin = |line: Vec<Place>| {
            let mut on_skin = Vec::new();
            for at in line {
                on_skin.extend(self.skin.picked(body, at, out).map(|hit| hit.place));
            }
            on_skin
        };
        let along = within(&muscle.fibre_line(place), place, reach);
        let aside = muscle.fibre(place)?.cross(out).unit()?;
        let across =
            (-STEPS..=STEPS).map(|step| place.along(aside, reach * f64::from(step) / f64::from(STEPS))).collect();
        Some(Roll { press, along: on_skin(along), across: on_skin(across) })
    }
}

impl Roll {
    /// The same on the given side, if this is one of the right half.
    #[must_use]
    pub fn on(self, side: Side) -> Self {
        let on = |line: Vec<Place>| line.into_iter().map(|at| at.on(side)).collect();
        Self { press: self.press.on(side), along: on(self.along), across: on(self.across) }
    }
}

impl Muscle {
    /// The fibre through a place, from where it begins to where it ends, as deep in the muscle as the place.
    #[must_use]
    pub fn fibre_line(&self, near: Place) -> Vec<Place> {
        let Some(at) = self.located(near) else { return Vec::new() };
        (0..self.places()).map(|place| self.blended(Located { place: to_f64(place), ..at })).collect()
    }
}

/// The part of a line that lies within `reach` of a place, measured along the line from where it comes nearest.
fn within(line: &[Place], place: Place, reach: f64) -> Vec<Place> {
    let mut far = vec![0.0];
    for pair in line.windows(2) {
        far.push(far[far.len() - 1] + crate::root(pair[1].minus(pair[0]).squared()));
    }
    // Where the line comes nearest, between two of its places.
    let mut nearest = (f64::INFINITY, 0.0);
    for (pair, from) in line.windows(2).zip(&far) {
        let way = pair[1].minus(pair[0]);
        let long = way.squared();
        let at = if long > 0.0 { (place.minus(pair[0]).dot(way) / long).clamp(0.0, 1.0) } else { 0.0 };
        let off = place.minus(pair[0].along(way, at)).squared();
        if off < nearest.0 {
            nearest = (off, from + at * crate::root(long));
        }
    }
    let [first, last] = [nearest.1 - reach, nearest.1 + reach];
    let mut out = Vec::new();
    for ((pair, from), to) in line.windows(2).zip(&far).zip(far.iter().skip(1)) {
        let at =
            |far: f64| pair[0].along(pair[1].minus(pair[0]), if to > from { (far - from) / (to - from) } else { 0.0 });
        if out.is_empty() && *to >= first && *from <= last {
            out.push(at(from.max(first)));
        }
        if !out.is_empty() && *from < last {
            out.push(at(to.min(last)));
        }
    }
    out
}
