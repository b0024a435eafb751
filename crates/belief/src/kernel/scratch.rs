//! The table over the open variables, and what one step does to it.
//!
//! Every step is linear with coefficients of at least 0; each `_back` is the transpose of its namesake.

use super::exact::Impossible;
use super::plan::{Edge, Meets, Plan};
use super::problem::{Bit, Problem};
use super::tables::{
    add_explained, explain, explain_back, explain_fresh, explain_fresh_back, merge, multiply, scaled, split, sum,
    weigh_and_blend,
};
use std::mem::{replace, swap};

/// Buffers, kept from one run to the next; as large as the largest plan run so far. Holds no results.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    /// Numbers in the table now; buffers are longer and hold leftovers beyond.
    len: usize,
    /// The table over the open variables.
    table: Vec<f64>,
    /// The half, or the copy, in which a source is active or a bit is explained.
    active: Vec<f64>,
    /// The other half while splitting and merging.
    other: Vec<f64>,
    /// A bit's weight by the state of its open parents; repeats along the table.
    factor: Vec<f64>,
    /// Tables from before each source came in, one after the other.
    kept: Vec<f64>,
    /// Numbers in `kept` now.
    kept_len: usize,
    /// `stay` of every edge of every bit.
    stays: Vec<f64>,
}

/// The bits a source meets when it is summed out.
#[derive(Clone, Copy)]
pub(super) struct Met<'a> {
    held: &'a [Edge],
    fresh: &'a [Edge],
}

impl<'a> Met<'a> {
    pub(super) fn of(plan: &'a Plan, meets: &Meets) -> Self {
        let edges = &plan.edges[meets.begin as usize..meets.end as usize];
        let (held, fresh) = edges.split_at((meets.fresh - meets.begin) as usize);
        Met { held, fresh }
    }

    /// A table of `n` doubles with every fresh bit.
    fn widen(self, n: usize) -> usize {
        n << self.fresh.len()
    }
}

/// A bit and those of its parents that are open.
#[derive(Clone, Copy)]
pub(super) struct Weighed<'a> {
    pub(super) bit: &'a Bit,
    pub(super) parents: &'a [Edge],
}

/// Makes a buffer at least so long. Nothing is copied or cleared if it is.
fn reserve(buffer: &mut Vec<f64>, len: usize) {
    if buffer.len() < len {
        *buffer = vec![0.0; len];
    }
}

impl Scratch {
    pub(super) fn begin(&mut self, problem: &Problem, plan: &Plan, keep: bool) {
        for buffer in [&mut self.table, &mut self.active, &mut self.other, &mut self.factor] {
            reserve(buffer, plan.table_len());
        }
        if keep {
            reserve(&mut self.kept, plan.kept_len());
        }
        self.kept_len = 0;
        self.table[0] = 1.0;
        self.len = 1;
        self.stays.clear();
        for bit in &problem.bits {
            self.stays.extend(bit.parents.iter().map(|parent| parent.1));
        }
    }

    pub(super) fn keep<const KEEP: bool>(&mut self) {
        if KEEP {
            let end = self.kept_len + self.len;
            self.kept[self.kept_len..end].copy_from_slice(&self.table[..self.len]);
            self.kept_len = end;
        }
    }

    /// With nothing open: the one number of the table, which becomes 1.
    pub(super) fn take_total(&mut self) -> f64 {
        replace(&mut self.table[0], 1.0)
    }

    /// Scales the table to a sum between 1 and 2, exactly; returns the power of two taken out.
    pub(super) fn rescale(&mut self) -> Result<i32, Impossible> {
        let table = &mut self.table[..self.len];
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

    /// T becomes [a0 T, a1 T].
    pub(super) fn open_source(&mut self, (a0, a1): (f64, f64)) {
        let (inactive, active) = self.table[..2 * self.len].split_at_mut(self.len);
        for (x, y) in inactive.iter_mut().zip(active) {
            *y = a1 * *x;
            *x *= a0;
        }
        self.len *= 2;
    }

    /// Returns the weights of the source being inactive and active.
    pub(super) fn open_source_back(&mut self, weights: (f64, f64)) -> (f64, f64) {
        self.len /= 2;
        self.kept_len -= self.len;
        let before = &self.kept[self.kept_len..self.kept_len + self.len];
        let (inactive, active) = self.table[..2 * self.len].split_at_mut(self.len);
        weigh_and_blend(before, inactive, active, weights)
    }

    /// T becomes a0 T + a1 B(T), where B lets the source explain its bits.
    pub(super) fn sum_source(&mut self, (a0, a1): (f64, f64), met: Met) {
        let n = self.len;
        scaled(&self.table[..n], a1, &mut self.active[..n]);
        self.explain(met, n);
        for (y, x) in self.active[..n].iter_mut().zip(&self.table) {
            *y += a0 * x;
        }
        swap(&mut self.table, &mut self.active);
        self.len = met.widen(n);
    }

    /// Returns the weights of the source being inactive and active.
    pub(super) fn sum_source_back(&mut self, weights: (f64, f64), met: Met) -> (f64, f64) {
        let n = self.explain_back(met);
        self.len = n;
        self.kept_len -= n;
        let before = &self.kept[self.kept_len..self.kept_len + n];
        weigh_and_blend(before, &mut self.table[..n], &self.active[..n], weights)
    }

    /// T becomes T0 + B(T1), where T0, T1 are its halves by the source's slot.
    pub(super) fn close_source(&mut self, slot: u32, met: Met) {
        let n = self.len / 2;
        split(&self.table[..2 * n], slot, &mut self.other[..n], &mut self.active[..n]);
        self.explain(met, n);
        for (y, x) in self.active[..n].iter_mut().zip(&self.other) {
            *y += x;
        }
        swap(&mut self.table, &mut self.active);
        self.len = met.widen(n);
    }

    pub(super) fn close_source_back(&mut self, slot: u32, met: Met) {
        let n = self.explain_back(met);
        merge(&self.table[..n], &self.active[..n], slot, &mut self.other[..2 * n]);
        swap(&mut self.table, &mut self.other);
        self.len = 2 * n;
    }

    /// T becomes fired E + f U: halves by the bit's slot, f the factor of its open parents.
    pub(super) fn close_bit(&mut self, slot: u32, it: Weighed) {
        let n = self.len / 2;
        split(&self.table[..2 * n], slot, &mut self.other[..n], &mut self.active[..n]);
        swap(&mut self.table, &mut self.other);
        self.len = n;
        let factor = self.factor(it);
        add_explained(&mut self.table[..n], &self.active[..n], it.bit.fired, &self.factor[..factor]);
    }

    pub(super) fn close_bit_back(&mut self, slot: u32, it: Weighed) {
        let n = self.len;
        scaled(&self.table[..n], it.bit.fired, &mut self.active[..n]);
        self.apply_bit(it);
        merge(&self.table[..n], &self.active[..n], slot, &mut self.other[..2 * n]);
        swap(&mut self.table, &mut self.other);
        self.len = 2 * n;
    }

    /// T becomes f T. Its own transpose.
    pub(super) fn apply_bit(&mut self, it: Weighed) {
        let factor = self.factor(it);
        multiply(&mut self.table[..self.len], &self.factor[..factor]);
    }

    /// Lets the source explain its bits, in the first `n` numbers of `active`: those held in the table,
    /// then the fresh ones, each of which doubles it.
    fn explain(&mut self, met: Met, mut n: usize) {
        for edge in met.held {
            explain(&mut self.active[..n], edge.slot, self.stays[edge.stay as usize]);
        }
        for edge in met.fresh {
            explain_fresh(&mut self.active[..2 * n], self.stays[edge.stay as usize]);
            n *= 2;
        }
    }

    /// The transpose: from the whole table to the first numbers of `active`; returns how many.
    fn explain_back(&mut self, met: Met) -> usize {
        let mut n = self.len;
        self.active[..n].copy_from_slice(&self.table[..n]);
        for edge in met.fresh.iter().rev() {
            explain_fresh_back(&mut self.active[..n], self.stays[edge.stay as usize]);
            n /= 2;
        }
        for edge in met.held {
            explain_back(&mut self.active[..n], edge.slot, self.stays[edge.stay as usize]);
        }
        n
    }

    /// Fills `factor`; returns its length.
    fn factor(&mut self, it: Weighed) -> usize {
        // a few more slots than needed, as short factors multiply slowly
        let enough = self.len.trailing_zeros().min(3);
        let slots = it.parents.last().map_or(0, |edge| edge.slot + 1).max(enough);
        self.factor[0] = 1.0;
        let mut parents = it.parents.iter().peekable();
        for slot in 0..slots {
            let (inactive, active) = self.factor[..2 << slot].split_at_mut(1 << slot);
            let edge = parents.next_if(|edge| edge.slot == slot);
            let stay = edge.map_or(1.0, |edge| self.stays[edge.stay as usize]);
            scaled(inactive, stay, active);
        }
        for x in &mut self.factor[..1 << slots] {
            *x = it.bit.fired * (1.0 - *x) + it.bit.unfired * *x;
        }
        1 << slots
    }
}
