//! Which sources cannot be told apart: the order flips somewhere within the authored spread of the numbers.

use crate::assessment::Likely;
use crate::compose::Composer;
use crate::kernel::{self, Impossible};
use crate::mixture::{Mixture, Solver};
use crate::reasons::logit;
use crate::setting::{Bend, Setting};

/// Closer than this in log-odds is a tie, whatever the spread.
const CLOSE: f64 = 0.1;
/// Below this probability sources are not called tied: nothing hangs on their order.
const WORTH_TELLING: f64 = 0.05;
/// From here a source may lead.
const LEADS: f64 = 0.2;
/// From here a source is possible.
const POSSIBLE: f64 = 0.12;

/// For each bend, the log-odds of every cell.
pub(crate) fn bent(
    composer: Composer<'_>,
    mixture: &Mixture,
    solver: &mut Solver,
) -> Result<Vec<Vec<f64>>, Impossible> {
    let base = mixture.likeliest();
    let mut rows = Vec::new();
    let bends = Bend::ends();
    let affordable = solver.afford(bends.len());
    for bend in bends.into_iter().take(affordable) {
        let setting = Setting { bend, ..base.setting.clone() };
        let (network, evidence) = composer.network(&setting);
        let problem = kernel::compile(&network, &evidence);
        let marginals = solver.vary(&problem)?.marginals;
        // The bend's effect under the likeliest setting, added to what all settings say.
        let moved = marginals.iter().zip(&base.marginals).zip(&mixture.marginals);
        rows.push(moved.map(|((bent, base), all)| logit(*all) + logit(*bent) - logit(*base)).collect());
    }
    Ok(rows)
}

/// Tie numbers for cells in order of probability: 0 stands alone. Each tie is with the first of its group, never by a
/// chain.
pub(crate) fn ties(order: &[usize], marginals: &[f64], bent: &[Vec<f64>]) -> Vec<u32> {
    let tied = |leader: usize, other: usize| {
        marginals[other] >= WORTH_TELLING
            && (logit(marginals[leader]) - logit(marginals[other]) < CLOSE
                || bent.iter().any(|row| row[other] >= row[leader]))
    };
    let mut numbers = vec![0; order.len()];
    let (mut start, mut number) = (0, 0);
    while start < order.len() {
        let group = order[start + 1..].iter().take_while(|&&other| tied(order[start], other)).count();
        if group > 0 {
            number += 1;
            numbers[start..=start + group].fill(number);
        }
        start += group + 1;
    }
    numbers
}

/// Words for cells in order of probability: only the first and what is tied with it may lead.
pub(crate) fn words(order: &[usize], marginals: &[f64], ties: &[u32]) -> Vec<Likely> {
    let lead = marginals.get(order.first().copied().unwrap_or(0)).copied().unwrap_or(0.0);
    let word = |(place, &cell): (usize, &usize)| {
        let p = marginals[cell];
        let first = place == 0 || ties[place] != 0 && ties[place] == ties[0];
        if first && lead >= LEADS && p >= POSSIBLE {
            Likely::Leading
        } else if p >= POSSIBLE {
            Likely::Possible
        } else if p >= WORTH_TELLING {
            Likely::LessLikely
        } else {
            Likely::Unlikely
        }
    };
    order.iter().enumerate().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::{Likely, ties, words};

    #[test]
    fn a_tie_is_an_order_that_flips_within_the_spread() {
        // Given four sources in order; a bend under which the second passes the first, none for the third.
        let marginals = [0.6, 0.4, 0.2, 0.01];
        let bent = [vec![0.0, 0.1, -2.0, -5.0], vec![1.0, -1.0, -2.0, 9.0]];
        // When ties are numbered, then the first two share a number, and what is unlikely is never tied.
        let numbers = ties(&[0, 1, 2, 3], &marginals, &bent);
        assert_eq!(numbers, [1, 1, 0, 0]);
        assert_eq!(
            words(&[0, 1, 2, 3], &marginals, &numbers),
            [Likely::Leading, Likely::Leading, Likely::Possible, Likely::Unlikely]
        );
    }

    #[test]
    fn close_numbers_are_tied_without_any_bend() {
        assert_eq!(ties(&[0, 1], &[0.50, 0.49], &[]), [1, 1]);
        assert_eq!(ties(&[0, 1], &[0.50, 0.40], &[]), [0, 0]);
    }

    #[test]
    fn nothing_leads_when_nothing_is_likely() {
        assert_eq!(words(&[0, 1], &[0.18, 0.1], &[0, 0]), [Likely::Possible, Likely::LessLikely]);
    }
}
