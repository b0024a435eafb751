//! Puts it together: told, composed, solved, ranked.

use crate::assessment::{Assessment, Leader, Ranked};
use crate::compose::Composer;
use crate::kernel::Impossible;
use crate::mixture::{Mixture, Solver};
use crate::next::next;
use crate::reasons::reasons;
use crate::ties::{bent, ties, words};
use crate::told::Told;
use crate::weights::{Cell, Weights};
use case::Case;
use guide::Guide;

impl Weights {
    /// Which sources are active in this case, why, and what to ask or press next.
    ///
    /// `guide` is the one these weights were compiled from.
    ///
    /// # Errors
    /// [`Impossible`] if the guide's numbers give the findings no chance at all.
    pub fn assess(&self, guide: &Guide, case: &Case) -> Result<Assessment, Impossible> {
        let own = self.of_person(guide, case)?;
        let weights = own.as_ref().unwrap_or(self);
        let mut solver = Solver::for_all();
        let (told, mixture) = weights.settle(guide, case, &mut solver)?;
        let composer = Composer { guide, weights, told: &told };
        let marginals = &mixture.marginals;
        let mut order: Vec<usize> = (0..marginals.len()).collect();
        sorted::by(&mut order, |a, b| marginals[*b].total_cmp(&marginals[*a]));
        let bent = bent(composer, &mixture, &mut solver)?;
        let ties = ties(&order, marginals, &bent);
        let words = words(&order, marginals, &ties);
        let mut reasons = reasons(composer, case, mixture.likeliest(), &mut solver)?;
        let ranked = order.iter().enumerate().map(|(place, &cell)| Ranked {
            source: self.cells[cell].source,
            side: self.cells[cell].side,
            probability: marginals[cell],
            word: words[place],
            tie: ties[place],
            reasons: std::mem::take(&mut reasons[cell]),
        });
        let ranked = ranked.collect();
        let next = next(composer, case, &mixture, &mut solver)?;
        let learned = own.as_ref().map(|own| self.learned(own)).unwrap_or_default();
        Ok(Assessment { ranked, next, sore_everywhere: mixture.sore_everywhere(), learned, method: mixture.method })
    }

    /// The likeliest source alone, as [`Weights::assess`] has it but for rounding, for while somebody paints: what is
    /// first is so whatever it is tied with. None only without any source.
    ///
    /// # Errors
    /// As [`Weights::assess`].
    pub fn leader(&self, guide: &Guide, case: &Case) -> Result<Option<Leader>, Impossible> {
        let all = self.probabilities(guide, case)?;
        let Some(first) = (0..all.len()).reduce(|first, at| if all[at] > all[first] { at } else { first }) else {
            return Ok(None);
        };
        let Cell { source, side } = self.cells[first];
        // alone in its order, it is tied with nothing
        let word = words(&[first], &all, &[0])[0];
        Ok(Some(Leader { source, side, probability: all[first], word }))
    }

    /// The ranking alone, without reasons and tests: each cell's P(active | told), in the order of [`Weights::cells`].
    ///
    /// # Errors
    /// As [`Weights::assess`].
    pub fn probabilities(&self, guide: &Guide, case: &Case) -> Result<Vec<f64>, Impossible> {
        let own = self.of_person(guide, case)?;
        let weights = own.as_ref().unwrap_or(self);
        Ok(weights.settle(guide, case, &mut Solver::for_settings())?.1.marginals)
    }

    /// All settings if they can be waited for, else few.
    fn settle(&self, guide: &Guide, case: &Case, solver: &mut Solver) -> Result<(Told, Mixture), Impossible> {
        for (exact, anyway) in [(self.model.response.exact_sources, false), (0, true)] {
            let told = Told::of(guide, self, case, exact);
            let composer = Composer { guide, weights: self, told: &told };
            if let Some(mixture) = Mixture::of(composer, solver, anyway)? {
                return Ok((told, mixture));
            }
        }
        Err(Impossible)
    }
}
