//! What a brush stroke covers: how much of each zone.

use crate::{Place, Side, Skin, Vertex};
use alloc::vec;
use alloc::vec::Vec;

/// How much of one zone on one side is painted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// The zone, by its place in [`Skin::zones`].
    pub zone: usize,
    /// The half of the body. Midline zones have a share on each; the guide says which zones are one.
    pub side: Side,
    /// Painted part of the zone's area, above 0 and at most 1.
    pub share: f64,
}

impl Skin {
    /// How much of each zone a stroke covers: the area within `radius` metres of any of its places, on the given body.
    ///
    /// A triangle counts for the corners that are painted, a third of its area each, so the whole body painted gives 1 for
    /// every zone. Sorted by zone, then side; empty if nothing is touched or there is no such body.
    #[must_use]
    pub fn shares(&self, body: usize, stroke: &[Place], radius: f64) -> Vec<Share> {
        let near = radius * radius;
        let painted = |vertex| {
            self.place(body, vertex).is_some_and(|at| stroke.iter().any(|brush| at.minus(*brush).squared() <= near))
        };
        let mut areas = vec![[[0.0; 2]; 2]; self.zones.len()];
        for face in self.faces() {
            let Some(area) = self.area(body, face) else { continue };
            let side = half(face);
            for vertex in face {
                let Some(zone) = self.zone(vertex).and_then(|zone| areas.get_mut(zone)) else { continue };
                let [whole, covered] = &mut zone[usize::from(side == Side::Right)];
                *whole += area / 3.0;
                *covered += if painted(vertex) { area / 3.0 } else { 0.0 };
            }
        }
        let mut shares = Vec::new();
        for (zone, sides) in areas.into_iter().enumerate() {
            for (side, [whole, covered]) in [Side::Left, Side::Right].into_iter().zip(sides) {
                if covered > 0.0 {
                    shares.push(Share { zone, side, share: f64::min(covered / whole, 1.0) });
                }
            }
        }
        shares
    }

    fn area(&self, body: usize, [a, b, c]: [Vertex; 3]) -> Option<f64> {
        let (a, b, c) = (self.place(body, a)?, self.place(body, b)?, self.place(body, c)?);
        Some(crate::root(b.minus(a).cross(c.minus(a)).squared()) / 2.0)
    }
}

/// A triangle at the midline has corners that belong to both halves; one that does not tells where it lies.
fn half(face: [Vertex; 3]) -> Side {
    if face.iter().any(|vertex| vertex.side == Side::Left) { Side::Left } else { Side::Right }
}
