//! How this person marks and feels: shares of the styles, and what a visit makes of them.
//!
//! A hidden Markov chain with one step a visit: mostly a habit stays, and now and then the person is drawn anew from the
//! guide's people. Swapped sides are an accident of one visit, so they are summed out and never learned.

use crate::mixture::Mixture;
use crate::setting::{Painting, Style};
use guide::shape::StyleModel;

/// Chance that from one visit to the next the habits are anybody's again, 0 to 1. Our estimate: a habit can change, and
/// nothing is ever certain.
const ANEW: f64 = 0.1;
/// What a drawing says about how somebody paints counts so much, 0 to 1. The network takes its eighty-odd zones for
/// independent once the sources are known, but a drawing is a handful of strokes; and its leak is careful about sources
/// rather than true to how people paint, so that a plain drawing looks like an under-painter's. At 1 three ordinary drawings
/// all but settle how somebody paints, often wrongly, and simulated people gain nothing by it; at a tenth they gain a little
/// in every scenario (`proof history`).
const DRAWING: f64 = 0.1;

/// Shares of the styles that last. Painting and soreness may depend on each other once a visit was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Habits {
    /// P(painting), in the order of [`Painting::ALL`].
    painting: [f64; 3],
    /// P(sore everywhere | painting), in the same order.
    sore: [f64; 3],
}

impl Habits {
    /// Of people of whom nothing is known.
    pub(crate) fn of(model: &StyleModel) -> Habits {
        Habits { painting: [1.0 - model.over - model.under, model.over, model.under], sore: [model.sore; 3] }
    }

    /// Share of people with this style; without presses soreness is not told apart.
    pub(crate) fn share(&self, style: Style, model: &StyleModel, pressed: bool) -> f64 {
        let painting = self.painting[style.painting as usize];
        let swapped = if style.swapped { model.swapped } else { 1.0 - model.swapped };
        let sore = match (pressed, style.sore) {
            (false, _) => 1.0,
            (true, true) => self.sore[style.painting as usize],
            (true, false) => 1.0 - self.sore[style.painting as usize],
        };
        painting * swapped * sore
    }

    /// P(painting).
    pub(crate) fn painting(&self, painting: Painting) -> f64 {
        self.painting[painting as usize]
    }

    /// P(sore everywhere).
    pub(crate) fn sore(&self) -> f64 {
        self.painting.iter().zip(&self.sore).map(|(painting, sore)| painting * sore).sum()
    }

    /// As they are at the next visit, `mixture` being the one before it and `anybody` the guide's.
    pub(crate) fn after(&self, mixture: &Mixture, pressed: bool, anybody: &Habits) -> Habits {
        let seen = self.seen(mixture, pressed, anybody);
        let stays = |now: f64, anybody: f64| (1.0 - ANEW) * now + ANEW * anybody;
        let mut next = *self;
        for (at, [usual, sore]) in seen.into_iter().enumerate() {
            next.painting[at] = stays(usual + sore, anybody.painting[at]);
            let both = stays(sore, anybody.painting[at] * anybody.sore[at]);
            // A style that the guide gives no share has nobody who could be sore.
            next.sore[at] = if next.painting[at] > 0.0 { both / next.painting[at] } else { anybody.sore[at] };
        }
        next
    }

    /// P(painting; not sore, sore | what was told), the drawing counting as [`DRAWING`] says. Without presses soreness is as
    /// it was.
    fn seen(&self, mixture: &Mixture, pressed: bool, anybody: &Habits) -> [[f64; 2]; 3] {
        let mut seen = [[0.0; 2]; 3];
        for component in &mixture.components {
            let Style { painting, sore, .. } = component.setting.style;
            seen[painting as usize][usize::from(sore)] += component.weight;
        }
        for (at, row) in seen.iter_mut().enumerate() {
            let shares = [1.0 - self.sore[at], self.sore[at]];
            if !pressed {
                *row = shares.map(|share| row[0] * share);
            }
            // How likely what was told is under this painting, soreness summed out as in anybody; up to a common factor.
            let likelihood = |sore: usize| ratio(row[sore], self.painting[at] * shares[sore]);
            let drawing = likelihood(0) * (1.0 - anybody.sore[at]) + likelihood(1) * anybody.sore[at];
            if drawing > 0.0 {
                *row = row.map(|weight| weight * crate::kernel::power(drawing, DRAWING - 1.0));
            }
        }
        let total: f64 = seen.iter().flatten().sum();
        seen.map(|row| row.map(|weight| weight / total))
    }
}

/// A weight over the share it came from; 0 for a share of nobody.
fn ratio(weight: f64, share: f64) -> f64 {
    if share > 0.0 { weight / share } else { 0.0 }
}
