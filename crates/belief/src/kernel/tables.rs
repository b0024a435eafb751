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

/// [`explain`] for a finding that nothing could explain so far: the second half of `table` is new.
pub(super) fn explain_fresh(table: &mut [f64], stay: f64) {
    let go = 1.0 - stay;
    let (unexplained, explained) = table.split_at_mut(table.len() / 2);
    for (x, y) in unexplained.iter_mut().zip(explained) {
        *y = go * *x;
        *x *= stay;
    }
}

/// The transpose of [`explain_fresh`]: the first half is the result.
pub(super) fn explain_fresh_back(table: &mut [f64], stay: f64) {
    let go = 1.0 - stay;
    let (unexplained, explained) = table.split_at_mut(table.len() / 2);
    for (x, y) in unexplained.iter_mut().zip(explained) {
        *x = stay * *x + go * *y;
    }
}

/// Deals every pair out to `low` and `high`, each half as long as `table`.
pub(super) fn split(table: &[f64], slot: u32, low: &mut [f64], high: &mut [f64]) {
    #[inline(always)]
    fn blocks(table: &[f64], half: usize, low: &mut [f64], high: &mut [f64]) {
        let halves = low.chunks_exact_mut(half).zip(high.chunks_exact_mut(half));
        for (block, (low, high)) in table.chunks_exact(2 * half).zip(halves) {
            low.copy_from_slice(&block[..half]);
            high.copy_from_slice(&block[half..]);
        }
    }
    match slot {
        0 => blocks(table, 1, low, high),
        1 => blocks(table, 2, low, high),
        2 => blocks(table, 4, low, high),
        _ => blocks(table, 1 << slot, low, high),
    }
}

/// The inverse of [`split`].
pub(super) fn merge(low: &[f64], high: &[f64], slot: u32, table: &mut [f64]) {
    #[inline(always)]
    fn blocks(low: &[f64], high: &[f64], half: usize, table: &mut [f64]) {
        let halves = low.chunks_exact(half).zip(high.chunks_exact(half));
        for (block, (low, high)) in table.chunks_exact_mut(2 * half).zip(halves) {
            block[..half].copy_from_slice(low);
            block[half..].copy_from_slice(high);
        }
    }
    match slot {
        0 => blocks(low, high, 1, table),
        1 => blocks(low, high, 2, table),
        2 => blocks(low, high, 4, table),
        _ => blocks(low, high, 1 << slot, table),
    }
}

/// Multiplies `table` by `factor`, which repeats if it is shorter. Both lengths are powers of two.
pub(super) fn multiply(table: &mut [f64], factor: &[f64]) {
    for chunk in table.chunks_exact_mut(factor.len()) {
        for (x, f) in chunk.iter_mut().zip(factor) {
            *x *= f;
        }
    }
}

/// `table = scale * explained + factor * table`, where `factor` repeats.
pub(super) fn add_explained(table: &mut [f64], explained: &[f64], scale: f64, factor: &[f64]) {
    let chunks = table.chunks_exact_mut(factor.len()).zip(explained.chunks_exact(factor.len()));
    for (chunk, explained) in chunks {
        for ((x, e), f) in chunk.iter_mut().zip(explained).zip(factor) {
            *x = scale * e + *x * f;
        }
    }
}
