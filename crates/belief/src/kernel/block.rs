//! What a step does to one block of a table, and what it takes from far outside of it.

use super::plan::{Edge, Meets, Plan};
use super::problem::Bit;
use super::tables::{explain, explain_fresh, scaled};

/// Numbers that are worked on while they are near: two such blocks fit into the fastest memory.
pub(super) const BLOCK: usize = 1 << 10;

/// The bits a source meets when it is summed out.
#[derive(Clone, Copy)]
pub(super) struct Met<'a> {
    held: &'a [Edge],
    pub(super) fresh: &'a [Edge],
}

impl<'a> Met<'a> {
    pub(super) fn of(plan: &'a Plan, meets: &Meets) -> Self {
        let edges = &plan.edges[meets.begin as usize..meets.end as usize];
        let (held, fresh) = edges.split_at((meets.fresh - meets.begin) as usize);
        Met { held, fresh }
    }

    /// Edges to bits whose pairs lie within a block; slots grow.
    pub(super) fn near(self) -> impl Iterator<Item = &'a Edge> {
        self.held.iter().take_while(|edge| edge.slot < BLOCK.trailing_zeros())
    }

    /// The other edges to bits in the table.
    pub(super) fn far(self) -> impl Iterator<Item = &'a Edge> {
        self.held.iter().skip_while(|edge| edge.slot < BLOCK.trailing_zeros())
    }

    /// A table of `n` doubles with every fresh bit.
    pub(super) fn widen(self, n: usize) -> usize {
        n << self.fresh.len()
    }
}

/// A bit and those of its parents that are open.
#[derive(Clone, Copy)]
pub(super) struct Weighed<'a> {
    pub(super) bit: &'a Bit,
    pub(super) parents: &'a [Edge],
}

impl Weighed<'_> {
    /// Weight of the bit when nothing but these parents could explain it, which they do not with chance `stay`.
    #[inline(always)]
    pub(super) fn weight(&self, stay: f64) -> f64 {
        self.bit.fired * (1.0 - stay) + self.bit.unfired * stay
    }
}

/// Lets a source explain those of its bits whose pairs lie within a block.
pub(super) fn explain_near(block: &mut [f64], met: Met, stays: &[f64]) {
    for edge in met.near() {
        explain(block, edge.slot, stays[edge.stay as usize]);
    }
}

/// Lets it explain the others: those in the table, then the fresh ones, each of which doubles it. The first
/// numbers of the result stay in `active`; the rest is written to the rest of `after`.
pub(super) fn explain_far(active: &mut [f64], after: &mut [f64], met: Met, stays: &[f64]) {
    for edge in met.far() {
        explain(active, edge.slot, stays[edge.stay as usize]);
    }
    let mut n = active.len();
    for edge in met.fresh {
        let stay = stays[edge.stay as usize];
        let (so_far, fresh) = after[..2 * n].split_at_mut(n);
        explain_fresh(active, &mut fresh[..active.len()], stay);
        explain_fresh(&mut so_far[active.len()..], &mut fresh[active.len()..], stay);
        n *= 2;
    }
}

/// Fills a block with the product of `stay` of the active parents whose slots lie within it.
pub(super) fn near_factor(block: &mut [f64], it: Weighed, stays: &[f64]) {
    block[0] = 1.0;
    let mut parents = it.parents.iter().peekable();
    for slot in 0..block.len().trailing_zeros() {
        let (inactive, active) = block[..2 << slot].split_at_mut(1 << slot);
        let edge = parents.next_if(|edge| edge.slot == slot);
        scaled(inactive, edge.map_or(1.0, |edge| stays[edge.stay as usize]), active);
    }
}

/// The same product for the other parents, which are in one state all through the block at `at`.
pub(super) fn far_factor(at: usize, it: Weighed, stays: &[f64]) -> f64 {
    let active = |edge: &&Edge| edge.slot >= BLOCK.trailing_zeros() && at >> edge.slot & 1 == 1;
    it.parents.iter().filter(active).map(|edge| stays[edge.stay as usize]).product()
}

/// `table = f table`; `near` is the near factor, and as long as a block.
pub(super) fn multiply(table: &mut [f64], near: &[f64], it: Weighed, stays: &[f64]) {
    let block = near.len();
    for (at, table) in (0..).step_by(block).zip(table.chunks_mut(block)) {
        let far = far_factor(at, it, stays);
        for (x, near) in table.iter_mut().zip(near) {
            *x *= it.weight(near * far);
        }
    }
}
