//! The table over the open variables, and what one step does to it.
//!
//! Every step is linear with coefficients of at least 0; each `_back` is the transpose of its namesake. Large
//! tables are worked on block by block, as reaching far memory takes longer than the sums.

use super::block::{BLOCK, Met, Weighed, explain_far, explain_near, far_factor, multiply, near_factor};
use super::exact::Impossible;
use super::plan::{Edge, Plan};
use super::problem::Problem;
use super::tables::{explain_back, merge, scaled, split, sum, unite, weigh_and_blend};
use std::mem::{replace, swap};

/// Buffers, kept from one run to the next; as large as the largest plan run so far. Holds no results.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// Forward tables, each source's after the one from before it, which the backward run needs. Without a
    /// backward run, the two ends take turns.
    tables: Vec<f64>,
    /// Where the present table begins.
    at: usize,
    /// Numbers in it.
    len: usize,
    /// The backward table.
    back: Vec<f64>,
    /// The half, or the copy, in which a source is active.
    active: Vec<f64>,
    /// The next backward table.
    other: Vec<f64>,
    /// A bit's `stay` by the state of its open parents, those of the first slots.
    factor: Vec<f64>,
    /// Both members of some pairs.
    low: Vec<f64>,
    high: Vec<f64>,
    /// `stay` of every edge of every bit.
    stays: Vec<f64>,
}

/// Makes a buffer at least so long. Nothing is copied or cleared if it is.
fn reserve(buffer: &mut Vec<f64>, len: usize) {
    if buffer.len() < len {
        *buffer = vec![0.0; len];
    }
}

impl Scratch {
    pub(super) fn begin(&mut self, problem: &Problem, plan: &Plan, keep: bool) {
        let table = plan.table_len();
        reserve(&mut self.tables, if keep { plan.kept_len() + table } else { 2 * table });
        reserve(&mut self.active, table);
        if keep {
            reserve(&mut self.back, table);
            reserve(&mut self.other, table);
        }
        for block in [&mut self.factor, &mut self.low, &mut self.high] {
            reserve(block, BLOCK);
        }
        self.at = 0;
        self.tables[0] = 1.0;
        self.len = 1;
        self.stays.clear();
        for bit in &problem.bits {
            self.stays.extend(bit.parents.iter().map(|parent| parent.1));
        }
    }

    /// With nothing open: the one number of the table, which becomes 1.
    pub(super) fn take_total(&mut self) -> f64 {
        replace(&mut self.tables[self.at], 1.0)
    }

    pub(super) fn rescale(&mut self) -> Result<i32, Impossible> {
        rescale(&mut self.tables[self.at..self.at + self.len])
    }

    /// The present table, and room for the next one besides, which it becomes.
    fn step_aside<const KEEP: bool>(&mut self, len: usize) -> (&[f64], &mut [f64], &mut [f64]) {
        let (from, n) = (self.at, self.len);
        self.len = len;
        let tables = if KEEP || from == 0 {
            self.at = if KEEP { from + n } else { self.tables.len() / 2 };
            let (before, after) = self.tables.split_at_mut(self.at);
            (&before[from..from + n], &mut after[..len])
        } else {
            self.at = 0;
            let (after, before) = self.tables.split_at_mut(from);
            (&before[..n], &mut after[..len])
        };
        (tables.0, tables.1, &mut self.active)
    }

    /// T becomes [a0 T, a1 T].
    pub(super) fn open_source<const KEEP: bool>(&mut self, (a0, a1): (f64, f64)) {
        let n = self.len;
        let (before, after, _) = self.step_aside::<KEEP>(2 * n);
        scaled(before, a0, &mut after[..n]);
        scaled(before, a1, &mut after[n..]);
    }

    /// T becomes a0 T + a1 B(T), where B lets the source explain its bits.
    pub(super) fn sum_source<const KEEP: bool>(&mut self, (a0, a1): (f64, f64), met: Met) {
        let n = self.len;
        let stays = std::mem::take(&mut self.stays);
        let (before, after, active) = self.step_aside::<KEEP>(met.widen(n));
        let active = &mut active[..n];
        for (active, before) in active.chunks_mut(BLOCK).zip(before.chunks(BLOCK)) {
            scaled(before, a1, active);
            explain_near(active, met, &stays);
        }
        explain_far(active, after, met, &stays);
        for ((x, before), active) in after.iter_mut().zip(before).zip(active) {
            *x = a0 * before + *active;
        }
        self.stays = stays;
    }

    /// T becomes T0 + B(T1), where T0, T1 are its halves by the source's slot.
    pub(super) fn close_source(&mut self, slot: u32, met: Met) {
        let n = self.len / 2;
        self.len = met.widen(n);
        let table = &mut self.tables[self.at..self.at + self.len.max(2 * n)];
        let block = n.min(BLOCK);
        let low = &mut self.low[..block];
        for (at, active) in (0..n).step_by(block).zip(self.active[..n].chunks_mut(block)) {
            split(table, slot, at, low, active);
            explain_near(active, met, &self.stays);
            table[at..at + block].copy_from_slice(low);
        }
        let active = &mut self.active[..n];
        explain_far(active, &mut table[..self.len], met, &self.stays);
        for (x, active) in table.iter_mut().zip(active) {
            *x += *active;
        }
    }

    /// T becomes fired E + f U: halves by the bit's slot, f the factor of its open parents.
    pub(super) fn close_bit(&mut self, slot: u32, it: Weighed) {
        self.len /= 2;
        let n = self.len;
        let block = n.min(BLOCK);
        near_factor(&mut self.factor[..block], it, &self.stays);
        let table = &mut self.tables[self.at..self.at + 2 * n];
        let (low, high) = (&mut self.low[..block], &mut self.high[..block]);
        for at in (0..n).step_by(block) {
            split(table, slot, at, low, high);
            let far = far_factor(at, it, &self.stays);
            let parts = table[at..at + block].iter_mut().zip(&self.factor).zip(low.iter().zip(high.iter()));
            for ((x, near), (unexplained, explained)) in parts {
                *x = it.bit.fired * explained + it.weight(near * far) * unexplained;
            }
        }
    }

    /// T becomes f T.
    pub(super) fn apply_bit(&mut self, it: Weighed) {
        let block = self.len.min(BLOCK);
        near_factor(&mut self.factor[..block], it, &self.stays);
        multiply(&mut self.tables[self.at..self.at + self.len], &self.factor[..block], it, &self.stays);
    }
}

/// Backward: each is the transpose of its namesake.
impl Scratch {
    /// The last forward table is the number 1, and so is the first backward one.
    pub(super) fn turn(&mut self) {
        self.len = 1;
        self.back[0] = 1.0;
    }

    pub(super) fn reset_back(&mut self) {
        self.back[0] = 1.0;
    }

    pub(super) fn rescale_back(&mut self) -> Result<i32, Impossible> {
        rescale(&mut self.back[..self.len])
    }

    /// Returns the weights of the source being inactive and active.
    pub(super) fn open_source_back(&mut self, weights: (f64, f64)) -> (f64, f64) {
        self.len /= 2;
        self.at -= self.len;
        let before = &self.tables[self.at..self.at + self.len];
        let (inactive, active) = self.back[..2 * self.len].split_at_mut(self.len);
        weigh_and_blend(before, inactive, active, weights)
    }

    /// Returns the weights of the source being inactive and active.
    pub(super) fn sum_source_back(&mut self, weights: (f64, f64), met: Met) -> (f64, f64) {
        let n = self.explain_back(met);
        self.len = n;
        self.at -= n;
        let before = &self.tables[self.at..self.at + n];
        weigh_and_blend(before, &mut self.back[..n], &self.active[..n], weights)
    }

    pub(super) fn close_source_back(&mut self, slot: u32, met: Met) {
        let n = self.explain_back(met);
        let block = n.min(BLOCK);
        let table = &mut self.other[..2 * n];
        let halves = self.back[..n].chunks(block).zip(self.active[..n].chunks(block));
        for (at, (low, high)) in (0..n).step_by(block).zip(halves) {
            merge(low, high, slot, at, table);
        }
        swap(&mut self.back, &mut self.other);
        self.len = 2 * n;
    }

    pub(super) fn close_bit_back(&mut self, slot: u32, it: Weighed) {
        let n = self.len;
        let block = n.min(BLOCK);
        near_factor(&mut self.factor[..block], it, &self.stays);
        let (low, high) = (&mut self.low[..block], &mut self.high[..block]);
        for (at, back) in (0..n).step_by(block).zip(self.back[..n].chunks(block)) {
            let far = far_factor(at, it, &self.stays);
            for (((low, high), back), near) in low.iter_mut().zip(high.iter_mut()).zip(back).zip(&self.factor) {
                *low = it.weight(near * far) * back;
                *high = it.bit.fired * back;
            }
            merge(low, high, slot, at, &mut self.other[..2 * n]);
        }
        swap(&mut self.back, &mut self.other);
        self.len = 2 * n;
    }

    pub(super) fn apply_bit_back(&mut self, it: Weighed) {
        let block = self.len.min(BLOCK);
        near_factor(&mut self.factor[..block], it, &self.stays);
        multiply(&mut self.back[..self.len], &self.factor[..block], it, &self.stays);
    }

    /// From the whole table to the first numbers of `active`; returns how many.
    fn explain_back(&mut self, met: Met) -> usize {
        let mut n = self.len;
        let stay = |edge: &Edge| self.stays[edge.stay as usize];
        let mut fresh = met.fresh.iter().rev();
        if let Some(edge) = fresh.next() {
            n /= 2;
            let (unexplained, explained) = self.back[..2 * n].split_at(n);
            unite(unexplained, explained, stay(edge), &mut self.active[..n]);
        } else {
            self.active[..n].copy_from_slice(&self.back[..n]);
        }
        for edge in fresh {
            explain_back(&mut self.active[..n], n.trailing_zeros() - 1, stay(edge));
            n /= 2;
        }
        for active in self.active[..n].chunks_mut(BLOCK) {
            for edge in met.near() {
                explain_back(active, edge.slot, stay(edge));
            }
        }
        for edge in met.far() {
            explain_back(&mut self.active[..n], edge.slot, stay(edge));
        }
        n
    }
}

/// Scales a table to a sum between 1 and 2, exactly; returns the power of two taken out.
fn rescale(table: &mut [f64]) -> Result<i32, Impossible> {
    let sum = sum(table);
    if !sum.is_finite() || sum <= 0.0 {
        return Err(Impossible);
    }
    let biased = ((sum.to_bits() >> 52) as i32).clamp(1, 2045);
    let scale = f64::from_bits(((2046 - biased) as u64) << 52);
    for x in table {
        *x *= scale;
    }
    Ok(biased - 1023)
}
