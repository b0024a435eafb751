//! Where a label's line may end on something: where it is really seen, and not at its edge. A coarse picture of what is
//! nearest, made of a few places of each triangle, is enough for that.

use crate::vector::between;
use crate::{Camera, Item};
use alloc::vec;
use alloc::vec::Vec;

/// Width of a cell of the coarse picture, in pixels.
const CELL: f32 = 9.0;

/// A line that ends in the middle is worth so many pixels for each neighbour that is not the same thing.
const EDGE: f32 = 40.0;

/// Room for labels at either edge, in pixels.
const BESIDE: f32 = 120.0;

/// For each item, where it is seen best, in pixels; nothing where it is hidden. `side` is -1 for the left half, 1 for the right.
#[must_use]
pub fn anchors(items: &[&Item], camera: &Camera, size: [f32; 2]) -> Vec<[Option<[f32; 2]>; 2]> {
    let [wide, high] = size.map(|size| (size / CELL) as usize + 1);
    let mut nearest = vec![(f32::INFINITY, usize::MAX, [0.0_f32; 2]); wide * high];
    for owner in 0..2 * items.len() {
        let mesh = &items[owner / 2].mesh;
        let half = if owner % 2 == 0 { -1.0 } else { 1.0 };
        for face in mesh.corners.as_chunks::<3>().0 {
            let corners = face.map(|corner| mesh.places[corner as usize]);
            for [a, b] in [[0, 0], [1, 1], [2, 2], [0, 1], [1, 2], [2, 0]] {
                // the corners, and half way between them
                let [x, y, z] = between(corners[a], corners[b], 0.5);
                let seen = camera.seen([x, y, z * half], size);
                if seen.x < 0.0 || seen.y < 0.0 || seen.x >= size[0] || seen.y >= size[1] {
                    continue;
                }
                let cell = &mut nearest[(seen.y / CELL) as usize * wide + (seen.x / CELL) as usize];
                if seen.far < cell.0 {
                    *cell = (seen.far, owner, [seen.x, seen.y]);
                }
            }
        }
    }
    let mut sums = vec![[0.0_f32; 3]; 2 * items.len()];
    for (_, owner, [x, y]) in &nearest {
        // nothing is seen in a cell of nobody
        if let Some(sum) = sums.get_mut(*owner) {
            *sum = [sum[0] + x, sum[1] + y, sum[2] + 1.0];
        }
    }
    let mut best = vec![[None; 2]; items.len()];
    let mut least = vec![f32::INFINITY; sums.len()];
    for (cell, (_, owner, at)) in nearest.iter().enumerate() {
        let Some([x, y, count]) = sums.get(*owner) else { continue };
        let mut away = (at[0] - x / count).abs() + (at[1] - y / count).abs();
        for by in [1, wide, 1_usize.wrapping_neg(), wide.wrapping_neg()] {
            if nearest.get(cell.wrapping_add(by)).is_none_or(|near| near.1 != *owner) {
                away += EDGE;
            }
        }
        // beside the middle labels stand
        away += 2.0 * ((at[0] - size[0] / 2.0).abs() - size[0] / 2.0 + BESIDE).max(0.0);
        // a thing of which hardly anything is seen is not named
        if *count >= 4.0 && away < least[*owner] {
            least[*owner] = away;
            best[*owner / 2][*owner % 2] = Some(*at);
        }
    }
    best
}
