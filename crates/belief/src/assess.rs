//! Puts it together: told, composed, solved, ranked.

use crate::assessment::{Assessment, Ranked};
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
        let told = Told::of(guide, self, case);
        let composer = Composer { guide, weights: self, told: &told };
        let mut solver = Solver::default();
        let mixture = Mixture::of(composer, &mut solver)?;
        let marginals = &mixture.marginals;
        let mut order: Vec<usize> = (0..marginals.len()).collect();
        order.sort_by(|a, b| marginals[*b].total_cmp(&marginals[*a]));
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
        Ok(Assessment { ranked, next, sore_everywhere: mixture.sore_everywhere(), method: mixture.method })
    }

    /// The ranking alone, without reasons and tests: each cell's P(active | told), in the order of [`Weights::cells`].
    ///
    /// # Errors
    /// As [`Weights::assess`].
    pub fn probabilities(&self, guide: &Guide, case: &Case) -> Result<Vec<f64>, Impossible> {
        let told = Told::of(guide, self, case);
        let composer = Composer { guide, weights: self, told: &told };
        Ok(Mixture::of(composer, &mut Solver::default())?.marginals)
    }
}
