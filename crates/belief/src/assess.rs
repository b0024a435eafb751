//! Puts it together: told, composed, solved, ranked.

use crate::assessment::{Assessment, Leader, Ranked};
use crate::compose::Composer;
use crate::kernel::Impossible;
use crate::mixture::{Mixture, Solver};
use crate::next::next;
use crate::reasons::reasons;
use crate::ties::{bent, ties, words};
use crate::told::Told;
use crate::weights::Weights;
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
        self.weighed(guide, case, true)
    }

    /// What is likely; and, as a `whole`, why, how it ties, and what would help to know.
    fn weighed(&self, guide: &Guide, case: &Case, whole: bool) -> Result<Assessment, Impossible> {
        let own = self.of_person(guide, case)?;
        let weights = own.as_ref().unwrap_or(self);
        let mut solver = Solver::for_all();
        let (told, mixture) = weights.settle(guide, case, &mut solver)?;
        let composer = Composer { guide, weights, told: &told };
        let marginals = &mixture.marginals;
        let mut order: Vec<usize> = (0..marginals.len()).collect();
        sorted::by(&mut order, |a, b| marginals[*b].total_cmp(&marginals[*a]));
        let bent = if whole { bent(composer, &mixture, &mut solver)? } else { Vec::new() };
        let ties = ties(&order, marginals, &bent);
        let words = words(&order, marginals, &ties);
        let mut reasons = match whole {
            true => reasons(composer, case, mixture.likeliest(), &mut solver)?,
            false => vec![Vec::new(); marginals.len()],
        };
        let ranked = order.iter().enumerate().map(|(place, &cell)| Ranked {
            source: self.cells[cell].source,
            side: self.cells[cell].side,
            probability: marginals[cell],
            word: words[place],
            tie: ties[place],
            reasons: std::mem::take(&mut reasons[cell]),
        });
        let ranked = ranked.collect();
        let next = if whole { next(composer, case, &mixture, &mut solver)? } else { Vec::new() };
        let learned = own.as_ref().map(|own| self.learned(own)).unwrap_or_default();
        Ok(Assessment { ranked, next, sore_everywhere: mixture.sore_everywhere(), learned, method: mixture.method })
    }

    /// The likeliest source alone, to the same digits as [`Weights::assess`] has it, for while somebody paints: what is
    /// first is so whatever it is tied with. None only without any source.
    ///
    /// # Errors
    /// As [`Weights::assess`].
    pub fn leader(&self, guide: &Guide, case: &Case) -> Result<Option<Leader>, Impossible> {
        Ok(self.weighed(guide, case, false)?.ranked.first().map(Leader::from))
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
