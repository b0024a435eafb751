//! The skin of one body with both halves, as a graphics card takes it, and what belongs to its places.

use crate::mesh::normals;
use crate::vector::{V3, cross, long, sub, v3};
use alloc::vec;
use alloc::vec::Vec;
use anatomy::{Side, Skin, Vertex};

/// The skin of one body.
#[derive(Clone, Debug)]
pub struct SkinMesh {
    /// Places: the right half, then the left without the midline.
    pub places: Vec<V3>,
    /// Outwards, length 1.
    pub normals: Vec<V3>,
    /// How much light of the sky gets there, 0 to 1.
    pub light: Vec<f32>,
    /// Corners, three a triangle.
    pub corners: Vec<u32>,
    /// Corners of fewer triangles over the same places, for while the picture moves.
    pub(crate) coarse: Vec<u32>,
    /// Zone of each place, by its number in `anatomy::Skin::zones`.
    pub zones: Vec<Option<usize>>,
    /// Side of each place; the midline is the right's.
    pub sides: Vec<Side>,
    /// The place at the other side of the body.
    pub mirror: Vec<usize>,
    /// Area of zone and side that belongs to a place, square metres, and the side: a place on the midline has two.
    pub(crate) areas: Vec<Area>,
    /// Places next to each, by ranges in one list.
    near: (Vec<usize>, Vec<usize>),
}

/// A part of a zone's area that is covered when a place is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) at: usize,
    pub(crate) zone: usize,
    pub(crate) side: Side,
    pub(crate) size: f32,
}

impl SkinMesh {
    /// The skin of the body of that number.
    #[must_use]
    pub fn new(skin: &Skin, body: usize) -> SkinMesh {
        let all: Vec<Vertex> = skin.vertices().collect();
        let halves = all.iter().filter(|vertex| vertex.side == Side::Right).count();
        let seam = 2 * halves - all.len();
        let number = |vertex: Vertex| match vertex.side {
            Side::Right => vertex.number,
            Side::Left => halves + vertex.number - seam,
        };
        let mut places: Vec<V3> = Vec::new();
        for vertex in &all {
            places.extend(skin.place(body, *vertex).map(v3));
        }
        let faces: Vec<[usize; 3]> = skin.faces().map(|face| face.map(number)).collect();
        let corners: Vec<u32> = faces.iter().flatten().map(|corner| *corner as u32).collect();
        let mirror = |vertex: &Vertex| match vertex.side {
            Side::Left => vertex.number,
            Side::Right if vertex.number < seam => vertex.number,
            Side::Right => halves + vertex.number - seam,
        };
        let zones = all.iter().map(|vertex| skin.zone(*vertex)).collect();
        let normals = normals(&places, &corners);
        let mut mesh = SkinMesh {
            coarse: crate::face::coarse(&places, &normals, &corners, crate::face::SKIN),
            normals,
            light: vec![1.0; places.len()],
            zones,
            sides: all.iter().map(|vertex| vertex.side).collect(),
            mirror: all.iter().map(mirror).collect(),
            areas: Vec::new(),
            near: near(places.len(), &faces),
            places,
            corners,
        };
        for face in &faces {
            mesh.share_out(*face, seam);
        }
        mesh
    }

    /// How many triangles.
    #[must_use]
    pub fn triangles(&self) -> usize {
        self.corners.len() / 3
    }

    /// How far inside a set of places each place lies: 0 far out, 255 deep inside, 128 at its edge, evened out so that the edge
    /// is a smooth line between the places.
    #[must_use]
    pub fn smooth(&self, inside: &dyn Fn(usize) -> bool) -> Vec<u8> {
        let now: Vec<f32> = (0..self.places.len()).map(|at| if inside(at) { 1.0 } else { 0.0 }).collect();
        if now.iter().all(|one| *one == 0.0) {
            return vec![0; now.len()];
        }
        self.even(now, 3).into_iter().map(|value| crate::vector::round(value * 255.0) as u8).collect()
    }

    /// Each value drawn towards those around it, so many times.
    pub(crate) fn even(&self, mut now: Vec<f32>, times: usize) -> Vec<f32> {
        for _ in 0..times {
            let before = now.clone();
            for (at, value) in now.iter_mut().enumerate() {
                let near = self.near(at);
                let sum: f32 = near.iter().map(|next| before[*next]).sum();
                *value = 0.5 * before[at] + 0.5 * sum / near.len().max(1) as f32;
            }
        }
        now
    }

    fn near(&self, at: usize) -> &[usize] {
        &self.near.1[self.near.0[at]..self.near.0[at + 1]]
    }

    /// A third of a triangle's area for each of its corners.
    fn share_out(&mut self, face: [usize; 3], seam: usize) {
        let [a, b, c] = face.map(|corner| self.places[corner]);
        let size = long(cross(sub(b, a), sub(c, a))) / 6.0;
        // one that is not on the midline tells the half
        let side = face.iter().find(|corner| **corner >= seam).map_or(Side::Right, |corner| self.sides[*corner]);
        for at in face {
            let Some(zone) = self.zones[at] else { continue };
            match self.areas.iter_mut().rev().take(64).find(|area| area.at == at && area.side == side) {
                Some(area) => area.size += size,
                None => self.areas.push(Area { at, zone, side, size }),
            }
        }
    }
}

/// Which places share an edge with each: where its list begins, and all lists.
fn near(count: usize, faces: &[[usize; 3]]) -> (Vec<usize>, Vec<usize>) {
    let mut starts = vec![0; count + 1];
    for face in faces {
        for corner in face {
            starts[corner + 1] += 2;
        }
    }
    for at in 0..count {
        starts[at + 1] += starts[at];
    }
    let mut free = starts.clone();
    let mut list = vec![0; starts[count]];
    for [a, b, c] in faces {
        for (at, next) in [(a, [b, c]), (b, [a, c]), (c, [a, b])] {
            for one in next {
                list[free[*at]] = *one;
                free[*at] += 1;
            }
        }
    }
    (starts, list)
}
