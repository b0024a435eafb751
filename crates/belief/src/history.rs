//! What earlier visits teach: they are gone through in order, each worked out anew with what those before it taught.
//!
//! They teach how this person paints and feels (`habits`) and where this person's sources hurt (`reached`); never what is
//! active now. The result is a person's own copy of the weights, so whatever is built on weights follows by itself.

use crate::assessment::{Learned, Lesson};
use crate::compose::Composer;
use crate::kernel::Impossible;
use crate::mixture::{Mixture, Solver};
use crate::reached::Reached;
use crate::setting::Painting;
use crate::told::Told;
use crate::weights::Weights;
use case::{Case, Familiar, PainBy, Visit};
use guide::Guide;

/// At most so many earlier visits are looked at, the latest: by then a habit has shown, and work stays bounded.
pub const LATEST: usize = 8;
/// At most so many lessons are told.
pub const LESSONS: usize = 8;
/// A chance that moved less than this is not told.
const MATTERS: f64 = 0.1;
/// Released states are not kept exactly in earlier visits: what worked then says hardly anything about how somebody paints
/// or where a source hurts, and would make each visit eight times as dear.
const EXACT: usize = 0;

impl Weights {
    /// These weights as earlier visits of this person have changed them; nothing if there is nothing to learn from.
    pub(crate) fn of_person(&self, guide: &Guide, case: &Case) -> Result<Option<Weights>, Impossible> {
        if !case.learn || case.earlier.is_empty() {
            return Ok(None);
        }
        let mut own = self.clone();
        let mut reached = Reached::default();
        for visit in &case.earlier[case.earlier.len().saturating_sub(LATEST)..] {
            let then = visit.as_case(case.person);
            let told = Told::of(guide, &own, &then, EXACT);
            let composer = Composer { guide, weights: &own, told: &told };
            // A visit wider than can be waited for teaches nothing.
            let Some(mixture) = Mixture::of(composer, &mut Solver::for_settings(), false)? else { continue };
            reached.count(self, composer, &mixture, &found(&own, visit));
            own.habits = own.habits.after(&mixture, told.pressed(), &self.habits);
            reached.write(self, &mut own);
        }
        Ok(Some(own))
    }

    /// What of a person's own weights differs enough to be told, largest change first.
    pub(crate) fn learned(&self, own: &Weights) -> Vec<Learned> {
        let painting = |lesson, painting| Learned {
            lesson,
            from: self.habits.painting(painting),
            to: own.habits.painting(painting),
        };
        let mut learned = vec![
            painting(Lesson::PaintsOver, Painting::Over),
            painting(Lesson::PaintsUnder, Painting::Under),
            Learned { lesson: Lesson::SoreEverywhere, from: self.habits.sore(), to: own.habits.sore() },
        ];
        for (at, &spot) in self.spots.iter().enumerate() {
            let chance = |weights: &Weights, cell: usize| {
                let edge = weights.reach(PainBy::Drawing).all[at].iter().find(|edge| edge.cell as usize == cell);
                edge.map_or(0.0, |edge| edge.chance.spread.value)
            };
            learned.extend(self.cells.iter().enumerate().map(|(cell, known)| Learned {
                lesson: Lesson::Refers { source: known.source, side: known.side, spot },
                from: chance(self, cell),
                to: chance(own, cell),
            }));
        }
        let by = |learned: &Learned| (learned.to - learned.from).abs();
        learned.retain(|learned| by(learned) >= MATTERS);
        sorted::by(&mut learned, |a, b| by(b).total_cmp(&by(a)));
        learned.truncate(LESSONS);
        learned
    }
}

/// Cells whose press was the person's own pain; sorted, each once.
fn found(weights: &Weights, visit: &Visit) -> Vec<u32> {
    let own = visit.presses.iter().filter(|press| press.familiar == Familiar::Yes);
    let mut found: Vec<u32> = own.filter_map(|press| weights.cell(press.source, press.side)).collect();
    sorted::by(&mut found, Ord::cmp);
    found.dedup();
    found
}
