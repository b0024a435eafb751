//! How much light of the sky reaches a place: made once, when the body is read, from a grid of what stands in the way.

use crate::Mesh;
use crate::vector::{V3, add, aside, circle, mul, sub};
use alloc::vec;
use alloc::vec::Vec;

/// Width of a cell, metres.
const CELL: f32 = 0.006;
/// How far things throw their shadow: steps out from the surface, metres, and how much one in the way there takes.
const STEPS: [(f32, f32); 4] = [(0.011, 1.0), (0.018, 0.8), (0.03, 0.55), (0.046, 0.35)];
/// Directions round the normal, and how far they lean: cosine and sine.
const LEANS: [(usize, f32, f32); 3] = [(1, 1.0, 0.0), (6, 0.78, 0.626), (9, 0.34, 0.94)];

/// What stands in the way, as cells of a grid around both halves of the body.
#[derive(Clone, Debug)]
pub struct Shadows {
    low: V3,
    count: [usize; 3],
    full: Vec<bool>,
}

impl Shadows {
    /// Nothing yet, between two corners.
    #[must_use]
    pub fn new(low: V3, high: V3) -> Shadows {
        let low = sub(low, [0.06; 3]);
        let span = sub(add(high, [0.06; 3]), low);
        let count = span.map(|span| (span / CELL) as usize + 1);
        Shadows { low, count, full: vec![false; count[0] * count[1] * count[2]] }
    }

    /// With a surface in it, and its mirror image if there is one.
    pub fn put(&mut self, places: &[V3], corners: &[u32], mirrored: bool) {
        for face in corners.as_chunks::<3>().0 {
            let [a, b, c] = face.map(|corner| places[corner as usize]);
            let (ab, ac) = (sub(b, a), sub(c, a));
            let span = ab.iter().chain(&ac).fold(0.0_f32, |most, one| most.max(one.abs()));
            let steps = (span / CELL * 1.5) as usize + 1;
            for i in 0..=steps {
                for j in 0..=steps - i {
                    let [u, v] = [i, j].map(|at| at as f32 / steps as f32);
                    let place = add(a, add(mul(ab, u), mul(ac, v)));
                    self.fill(place);
                    if mirrored {
                        self.fill([place[0], place[1], -place[2]]);
                    }
                }
            }
        }
    }

    /// Writes into a mesh how much light reaches its places.
    pub fn onto(&self, mesh: &mut Mesh) {
        for at in 0..mesh.places.len() {
            mesh.light[at] = self.light(mesh.places[at], mesh.normals[at], 1.0);
        }
    }

    /// Light at a place of a surface, 0 to 1. Shadows fall `reach` times as far as under the skin.
    #[must_use]
    pub fn light(&self, place: V3, out: V3, reach: f32) -> f32 {
        let [a, b] = aside(out);
        let (mut dark, mut all) = (0.0, 0.0);
        for (round, up, flat) in LEANS {
            for at in 0..round {
                let angle = (at as f32 + 0.5 * flat) / round as f32 * core::f32::consts::TAU;
                let [cos, sin] = circle(angle);
                let side = add(mul(a, flat * cos), mul(b, flat * sin));
                let way = add(mul(out, up), side);
                // what leans far is farther off the surface before it counts: the surface must not shade itself
                let met = STEPS
                    .iter()
                    .find(|(far, _)| self.is_full(add(add(place, mul(out, 0.007)), mul(way, *far * reach))));
                dark += up * met.map_or(0.0, |(_, takes)| *takes);
                all += up;
            }
        }
        1.0 - dark / all
    }

    fn cell(&self, place: V3) -> Option<usize> {
        let at = sub(place, self.low).map(|off| off / CELL);
        let inside = (0..3).all(|axis| at[axis] >= 0.0 && (at[axis] as usize) < self.count[axis]);
        let [x, y, z] = at.map(|off| off as usize);
        inside.then(|| (x * self.count[1] + y) * self.count[2] + z)
    }

    fn fill(&mut self, place: V3) {
        if let Some(cell) = self.cell(place) {
            self.full[cell] = true;
        }
    }

    fn is_full(&self, place: V3) -> bool {
        self.cell(place).is_some_and(|cell| self.full[cell])
    }
}
