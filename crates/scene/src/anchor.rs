//! Where a label's line may end on something: where it is really seen. A coarse picture of what is nearest, made of the places
//! alone, is enough for that.

use crate::{Camera, Item, V3};
use alloc::vec;
use alloc::vec::Vec;

/// Width of a cell of the coarse picture, in pixels.
const CELL: f32 = 9.0;

/// Room for labels at either edge, in pixels.
const BESIDE: f32 = 120.0;

/// For each item, where it is seen best, in pixels; nothing where it is hidden. `side` is -1 for the left half, 1 for the right.
#[must_use]
pub fn anchors(items: &[&Item], camera: &Camera, size: [f32; 2]) -> Vec<[Option<[f32; 2]>; 2]> {
    let [wide, high] = size.map(|size| (size / CELL) as usize + 1);
    let mut nearest: Vec<(f32, usize)> = vec![(f32::INFINITY, usize::MAX); wide * high];
    let half = |place: V3, side: usize| if side == 0 { [place[0], place[1], -place[2]] } else { place };
    let mut each = |number: usize, item: &Item, side: usize| {
        for place in &item.mesh.places {
            let seen = camera.seen(half(*place, side), size);
            if seen.x < 0.0 || seen.y < 0.0 || seen.x >= size[0] || seen.y >= size[1] {
                continue;
            }
            let cell = &mut nearest[(seen.y / CELL) as usize * wide + (seen.x / CELL) as usize];
            if seen.far < cell.0 {
                *cell = (seen.far, 2 * number + side);
            }
        }
    };
    for (number, item) in items.iter().enumerate() {
        each(number, item, 0);
        each(number, item, 1);
    }
    let mut sums = vec![[0.0_f32; 3]; 2 * items.len()];
    let middle = |cell: usize| [((cell % wide) as f32 + 0.5) * CELL, ((cell / wide) as f32 + 0.5) * CELL];
    for (cell, (_, owner)) in nearest.iter().enumerate().filter(|(_, (_, owner))| *owner != usize::MAX) {
        let [x, y] = middle(cell);
        let sum = &mut sums[*owner];
        *sum = [sum[0] + x, sum[1] + y, sum[2] + 1.0];
    }
    let mut best: Vec<(f32, Option<[f32; 2]>)> = vec![(f32::INFINITY, None); sums.len()];
    for (cell, (_, owner)) in nearest.iter().enumerate().filter(|(_, (_, owner))| *owner != usize::MAX) {
        let (at, [x, y, count]) = (middle(cell), sums[*owner]);
        let away = (at[0] - x / count).abs() + (at[1] - y / count).abs();
        // beside the middle labels stand
        let away = away + 2.0 * ((at[0] - size[0] / 2.0).abs() - size[0] / 2.0 + BESIDE).max(0.0);
        // a thing of which hardly anything is seen is not named
        if count >= 4.0 && away < best[*owner].0 {
            best[*owner] = (away, Some(at));
        }
    }
    best.as_chunks::<2>().0.iter().map(|[left, right]| [left.1, right.1]).collect()
}
