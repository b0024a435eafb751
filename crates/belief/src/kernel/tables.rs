//! Passes over tables of `2^k` numbers. Digit `slot` of an index tells which half of a pair it is in.
//!
//! Sums use fixed lanes, so that they are fast and the same on every machine.

const LANES: usize = 8;

pub(super) fn sum(a: &[f64]) -> f64 {
    let (chunks, rest) = a.as_chunks::<LANES>();
    let mut lanes = [0.0; LANES];
    for chunk in chunks {
        for (lane, x) in lanes.iter_mut().zip(chunk) {
            *lane += x;
        }
    }
    add_up(lanes) + rest.iter().sum::<f64>()
}

/// Weighs and sums out a source, backward. `before` is the forward table without it; `inactive` and
/// `active` are the backward tables with it in either state. `inactive` becomes a0 inactive + a1 active.
/// Returns the total weights of inactive and of active.
pub(super) fn weigh_and_blend(
    before: &[f64],
    inactive: &mut [f64],
    active: &[f64],
    (a0, a1): (f64, f64),
) -> (f64, f64) {
    let (mut weight0, mut weight1) = ([0.0; LANES], [0.0; LANES]);
    let mut one = |lane: usize, t: f64, x: &mut f64, y: f64| {
        weight0[lane] += t * *x;
        weight1[lane] += t * y;
        *x = a0 * *x + a1 * y;
    };
    let (t_chunks, t_rest) = before.as_chunks::<LANES>();
    let (x_chunks, x_rest) = inactive.as_chunks_mut::<LANES>();
    let (y_chunks, y_rest) = active.as_chunks::<LANES>();
    for ((t, x), y) in t_chunks.iter().zip(x_chunks).zip(y_chunks) {
        for lane in 0..LANES {
            one(lane, t[lane], &mut x[lane], y[lane]);
        }
    }
    for (lane, ((t, x), y)) in t_rest.iter().zip(x_rest).zip(y_rest).enumerate() {
        one(lane, *t, x, *y);
    }
    (a0 * add_up(weight0), a1 * add_up(weight1))
}

/// `to = scale * from`.
pub(super) fn scaled(from: &[f64], scale: f64, to: &mut [f64]) {
    for (y, x) in to.iter_mut().zip(from) {
        *y = scale * x;
    }
}

fn add_up(l: [f64; LANES]) -> f64 {
    ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}

/// Calls `act` on both members of every pair.
#[inline(always)]
fn pairs(table: &mut [f64], slot: u32, act: impl Fn(&mut f64, &mut f64)) {
    #[inline(always)]
    fn blocks(table: &mut [f64], half: usize, act: impl Fn(&mut f64, &mut f64)) {
        for block in table.chunks_exact_mut(2 * half) {
            let (low, high) = block.split_at_mut(half);
            for (x, y) in low.iter_mut().zip(high) {
                act(x, y);
            }
        }
    }
    // short halves need a length known to the compiler to be fast
    match slot {
        0 => blocks(table, 1, act),
        1 => blocks(table, 2, act),
        2 => blocks(table, 4, act),
        _ => blocks(table, 1 << slot, act),
    }
}

/// An active parent leaves the finding unexplained with chance `stay`, else explains it:
/// (U, E) becomes (stay U, E + (1 - stay) U).
pub(super) fn explain(table: &mut [f64], slot: u32, stay: f64) {
    let go = 1.0 - stay;
    pairs(table, slot, |unexplained, explained| {
        *explained += go * *unexplained;
        *unexplained *= stay;
    });
}

/// The transpose of [`explain`].
pub(super) fn explain_back(table: &mut [f64], slot: u32, stay: f64) {
    let go = 1.0 - stay;
    pairs(table, slot, |unexplained, explained| *unexplained = stay * *unexplained + go * *explained);
}

/// [`explain`] for a finding that nothing could explain so far: `explained` is new.
pub(super) fn explain_fresh(unexplained: &mut [f64], explained: &mut [f64], stay: f64) {
    let go = 1.0 - stay;
    for (x, y) in unexplained.iter_mut().zip(explained) {
        *y = go * *x;
        *x *= stay;
    }
}

/// The transpose of [`explain_fresh`].
pub(super) fn unite(unexplained: &[f64], explained: &[f64], stay: f64, to: &mut [f64]) {
    let go = 1.0 - stay;
    for ((to, x), y) in to.iter_mut().zip(unexplained).zip(explained) {
        *to = stay * x + go * y;
    }
}

/// Where both members of pair `at` of slot `slot` are; from there on, as many pairs as `half` stand side by side.
fn place(slot: u32, at: usize) -> (usize, usize) {
    let half = 1 << slot;
    let low = 2 * at - at % half;
    (low, low + half)
}

/// Deals pairs from number `at` on out to `low` and `high`, which are as long, a power of two that divides `at`.
pub(super) fn split(table: &[f64], slot: u32, at: usize, low: &mut [f64], high: &mut [f64]) {
    #[inline(always)]
    fn blocks(table: &[f64], half: usize, low: &mut [f64], high: &mut [f64]) {
        let halves = low.chunks_exact_mut(half).zip(high.chunks_exact_mut(half));
        for (block, (low, high)) in table.chunks_exact(2 * half).zip(halves) {
            low.copy_from_slice(&block[..half]);
            high.copy_from_slice(&block[half..]);
        }
    }
    let count = low.len();
    if count <= 1 << slot {
        let (x, y) = place(slot, at);
        low.copy_from_slice(&table[x..x + count]);
        high.copy_from_slice(&table[y..y + count]);
        return;
    }
    let table = &table[2 * at..2 * (at + count)];
    match slot {
        0 => blocks(table, 1, low, high),
        1 => blocks(table, 2, low, high),
        2 => blocks(table, 4, low, high),
        _ => blocks(table, 1 << slot, low, high),
    }
}

/// The inverse of [`split`].
pub(super) fn merge(low: &[f64], high: &[f64], slot: u32, at: usize, table: &mut [f64]) {
    #[inline(always)]
    fn blocks(low: &[f64], high: &[f64], half: usize, table: &mut [f64]) {
        let halves = low.chunks_exact(half).zip(high.chunks_exact(half));
        for (block, (low, high)) in table.chunks_exact_mut(2 * half).zip(halves) {
            block[..half].copy_from_slice(low);
            block[half..].copy_from_slice(high);
        }
    }
    let count = low.len();
    if count <= 1 << slot {
        let (x, y) = place(slot, at);
        table[x..x + count].copy_from_slice(low);
        table[y..y + count].copy_from_slice(high);
        return;
    }
    let table = &mut table[2 * at..2 * (at + count)];
    match slot {
        0 => blocks(low, high, 1, table),
        1 => blocks(low, high, 2, table),
        2 => blocks(low, high, 4, table),
        _ => blocks(low, high, 1 << slot, table),
    }
}
