//! Which spot to press next: the likeliest, a fixed order, or any.

use super::crowd::Bench;
use super::seeded::Seeded;
use crate::people::worse_side;
use case::Case;
use guide::shape::{Group, Side};

/// Cells that may be pressed, in the guide's order.
fn pressable(bench: &Bench) -> Vec<usize> {
    let cells = bench.weights.cells();
    (0..cells.len()).filter(|at| bench.guide.source(cells[*at].source).press).collect()
}

/// Cells that may be pressed and were not, likeliest first.
pub(crate) fn likeliest(bench: &Bench, chances: &[f64], case: &Case) -> Vec<usize> {
    let cells = bench.weights.cells();
    let done = |at: &usize| {
        let cell = cells[*at];
        case.presses.iter().any(|press| press.source == cell.source && press.side == cell.side)
    };
    let mut open: Vec<usize> = pressable(bench).into_iter().filter(|at| !done(at)).collect();
    open.sort_by(|a, b| chances[*b].total_cmp(&chances[*a]));
    open
}

/// The same order for everybody: gluteus maximus, medius, minimus, then all others, on the side with more paint; then
/// the other side.
pub(crate) fn fixed(bench: &Bench, case: &Case) -> Vec<usize> {
    let first = worse_side(case);
    let rank = |at: &usize| {
        let cell = bench.weights.cells()[*at];
        let source = bench.guide.source(cell.source);
        let muscle = source.muscle.as_ref().map(guide::Id::as_str);
        let order = match (source.group, muscle) {
            (Group::Gluteal, Some("gluteus_maximus")) => 0,
            (Group::Gluteal, Some("gluteus_medius")) => 1,
            (Group::Gluteal, _) => 2,
            _ => 3,
        };
        (cell.side != first && cell.side != Side::Midline, order, *at)
    };
    let mut order = pressable(bench);
    order.sort_by_key(rank);
    order
}

/// Any order.
pub(crate) fn random(bench: &Bench, seed: u64) -> Vec<usize> {
    let mut order = pressable(bench);
    Seeded::at(seed).shuffle(&mut order);
    order
}

#[cfg(test)]
mod tests {
    use super::{Bench, fixed, likeliest};
    use case::Case;

    #[test]
    fn the_fixed_order_begins_with_the_three_gluteals_of_one_side() {
        let bench = Bench::new().unwrap();
        let order = fixed(&bench, &Case::default());
        let name = |at: usize| bench.guide.source(bench.weights.cells()[order[at]].source).id.to_string();
        let names: Vec<String> = (0..8).map(name).collect();
        let muscles: Vec<&str> = names.iter().map(|id| &id[..4]).collect();
        assert_eq!(muscles, ["gmax", "gmax", "gmax", "gmed", "gmed", "gmed", "gmin", "gmin"]);
    }

    #[test]
    fn the_likeliest_may_be_pressed() {
        let bench = Bench::new().unwrap();
        let chances: Vec<f64> = (0..bench.weights.cells().len()).map(|at| at as f64).collect();
        let first = likeliest(&bench, &chances, &Case::default())[0];
        assert!(bench.guide.source(bench.weights.cells()[first].source).press);
    }
}
