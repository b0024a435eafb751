//! Which referral is theirs: where it hurt each time a press of a source was "that is my pain".
//!
//! The guide's chance counts as [`GUIDE`] visits. In each visit the source counts as far as it was likely active then, and
//! a zone as far as the source, rather than another one or nothing, made it hurt: expected counts, one step of expectation
//! maximisation a visit (Dempster, Laird & Rubin 1977). Other sources are taken at their probability, as if they were
//! independent of each other given what was told.

use crate::compose::Composer;
use crate::kernel::Evidence;
use crate::mixture::Mixture;
use crate::setting::{Bend, Painting, Setting, Style, scale_odds};
use crate::told::{About, Told};
use crate::weights::{Chance, Edge, Reach, Tied, Weights, meets};
use guide::shape::Spread;

/// The guide's chance counts as so many visits in which the source was surely active. Our estimate: about as many as it
/// takes to believe oneself rather than the book.
const GUIDE: f64 = 3.0;

/// What was counted for a cell and a spot.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Count {
    /// Expected visits in which the cell made the spot hurt.
    hurt: f64,
    /// Expected visits in which it could have.
    of: f64,
}

/// How a spot was told.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Mark {
    hurts: bool,
    /// How much it says, 0 to 1.
    strength: f64,
}

/// Counts for every cell that was ever found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reached {
    /// Cell, and a count for each spot. Sorted by cell.
    cells: Vec<(u32, Vec<Count>)>,
}

impl Reached {
    /// Counts a visit in which presses on the cells `found`, each once, were the person's own pain. `composer` is of that
    /// visit, `anybody` the guide's own weights.
    pub(crate) fn count(&mut self, anybody: &Weights, composer: Composer<'_>, mixture: &Mixture, found: &[u32]) {
        let weights = composer.weights;
        let marks = marks(composer.told, weights.spots.len());
        let guide = &anybody.reach(composer.told.by).all;
        for &cell in found {
            let mut counts = self.of(cell).map_or_else(|| vec![Count::default(); marks.len()], <[Count]>::to_vec);
            for (at, mark) in marks.iter().enumerate() {
                let Some(mark) = mark.filter(|_| meets(weights.cells[cell as usize].side, weights.spots[at].side))
                else {
                    continue;
                };
                let chance = self.chance(anybody, guide, cell, at).spread.value;
                for painting in Painting::ALL {
                    let style = Style { painting, swapped: false, sore: false };
                    let active = active(mixture, painting, cell);
                    let hurt = hurt(composer, style, &mixture.marginals, (cell, at, chance), mark.hurts);
                    counts[at].hurt += active * mark.strength * hurt;
                    counts[at].of += active * mark.strength;
                }
            }
            match self.cells.binary_search_by_key(&cell, |(known, _)| *known) {
                Ok(known) => self.cells[known].1 = counts,
                Err(new) => self.cells.insert(new, (cell, counts)),
            }
        }
    }

    /// Puts the person's own chances in the place of anybody's. An edge that falls below the guide's least goes, one that
    /// reaches it comes; for drawings of many zones the guide's choice of cells stays.
    pub(crate) fn write(&self, anybody: &Weights, own: &mut Weights) {
        for (own, guide) in own.reach.iter_mut().zip(&anybody.reach) {
            own.all = self.over(anybody, guide, true);
            own.surest = self.over(anybody, guide, false);
        }
        own.lopsided = !self.cells.is_empty();
    }

    fn over(&self, anybody: &Weights, guide: &Reach, coming: bool) -> Vec<Vec<Edge>> {
        let mut reach = if coming { guide.all.clone() } else { guide.surest.clone() };
        for (at, edges) in reach.iter_mut().enumerate() {
            for &(cell, _) in self.cells.iter().filter(|(_, counts)| counts[at].of > 0.0) {
                let known = edges.iter().any(|edge| edge.cell == cell);
                edges.retain(|edge| edge.cell != cell);
                let edge = Edge { cell, chance: self.chance(anybody, &guide.all, cell, at) };
                if (known || coming) && edge.chance.spread.value >= anybody.model.referral.least {
                    let before = edges.iter().position(|known| known.cell > cell).unwrap_or(edges.len());
                    edges.insert(before, edge);
                }
            }
        }
        reach
    }

    fn of(&self, cell: u32) -> Option<&[Count]> {
        let known = self.cells.binary_search_by_key(&cell, |(known, _)| *known).ok()?;
        Some(&self.cells[known].1)
    }

    /// The person's own chance that a spot hurts from a cell, in the usual style.
    fn chance(&self, anybody: &Weights, guide: &[Vec<Edge>], cell: u32, at: usize) -> Chance {
        let Chance { spread, tied } = anybodys(anybody, guide, cell, at);
        let count = self.of(cell).map(|counts| counts[at]).unwrap_or_default();
        let own = |guide: f64| (GUIDE * guide + count.hurt) / (GUIDE + count.of);
        Chance { spread: Spread { value: own(spread.value), low: own(spread.low), high: own(spread.high) }, tied }
    }
}

/// The guide's chance; that of its class "unnamed" where it knows of no connection.
fn anybodys(weights: &Weights, guide: &[Vec<Edge>], cell: u32, at: usize) -> Chance {
    let edge = guide[at].iter().find(|edge| edge.cell == cell);
    edge.map_or(Chance { spread: weights.model.referral.unnamed, tied: Tied::Spillover }, |edge| edge.chance)
}

/// For each spot how it was told, if it was. Spots told in one word are one statement, so they share its strength.
fn marks(told: &Told, spots: usize) -> Vec<Option<Mark>> {
    let mut marks = vec![None; spots];
    for item in &told.items {
        let (hurts, strength) = match item.evidence {
            Evidence::Blank { strength } => (false, strength),
            Evidence::Level(0) => (false, 1.0),
            Evidence::Level(_) | Evidence::AtLeast(_) => (true, 1.0),
            Evidence::Unknown | Evidence::Step { .. } => continue,
        };
        match item.about {
            About::Spot(at) => marks[at] = Some(Mark { hurts, strength }),
            About::Place(place) => {
                let together = &told.places[place];
                let strength = strength / together.len() as f64;
                together.iter().for_each(|&at| marks[at] = Some(Mark { hurts, strength }));
            }
            _ => {}
        }
    }
    marks
}

/// P(the cell was active, the person painted so and did not swap sides | what was told).
fn active(mixture: &Mixture, painting: Painting, cell: u32) -> f64 {
    let here = mixture.components.iter().filter(|c| c.setting.style.painting == painting && !c.setting.style.swapped);
    here.map(|c| c.weight * c.marginals[cell as usize]).sum()
}

/// Chance that an active cell made a spot hurt, had the person painted as usual, given that it is marked or blank in this
/// style. A style only moves the threshold from which one paints: what hurts enough for an under-painter would for anybody,
/// and a blank of an under-painter may still have hurt.
fn hurt(
    composer: Composer<'_>,
    style: Style,
    marginals: &[f64],
    (cell, at, usual): (u32, usize, f64),
    marked: bool,
) -> f64 {
    let own = scale_odds(usual, style.odds(&composer.weights.model.styles));
    let fired = (usual / own).min(1.0);
    let not_fired = ((usual - own) / (1.0 - own)).max(0.0);
    if !marked {
        return not_fired;
    }
    let setting = Setting { style, worked: Vec::new(), bend: Bend::default() };
    let node = composer.node(&setting, About::Spot(at));
    let others = node.causes.iter().filter(|cause| cause.source != cell);
    let silent = others.map(|c| 1.0 - marginals[c.source as usize] * (c.rise[0] + c.rise[1])).product::<f64>()
        * (1.0 - node.leak[0] - node.leak[1]);
    let responsible = own / (1.0 - (1.0 - own) * silent);
    responsible * fired + (1.0 - responsible) * not_fired
}
