//! Which triangles of the skin are drawn: those that can be seen, and larger ones while the picture moves. Without a good
//! graphics card most of the work is with triangles, not with pixels.

use crate::vector::{V3, cross, dot, sub};
use crate::{Camera, Mesh, SkinMesh};
use alloc::vec;
use alloc::vec::Vec;

/// While the picture moves, places that are nearer than this and face the same way are one, metres: of the skin, and of what
/// is smaller and lies under it.
pub(crate) const SKIN: f32 = 0.021;
const INSIDE: f32 = 0.009;
/// What has fewer triangles keeps them: lines, arrows, nerves.
const FEW: usize = 500;

impl Mesh {
    /// Corners of fewer triangles over the same places, for while the picture moves; none if there are few anyway.
    #[must_use]
    pub fn coarse(&self) -> Vec<u32> {
        if self.triangles() < FEW {
            return Vec::new();
        }
        coarse(&self.places, &self.normals, &self.corners, INSIDE)
    }
}

impl SkinMesh {
    /// Corners of the triangles that face the eye and lie in a picture of `aspect` (width by height), at least in part.
    #[must_use]
    pub fn faced(&self, camera: &Camera, aspect: f32, coarse: bool) -> Vec<u32> {
        let (eye, matrix) = (camera.eye(), camera.matrix(aspect));
        let row = |at: usize, [x, y, z]: V3| matrix[at] * x + matrix[4 + at] * y + matrix[8 + at] * z + matrix[12 + at];
        // beyond which edges of the picture a place lies, a bit each
        let beyond = |place: &V3| {
            let [x, y, w] = [0, 1, 3].map(|at| row(at, *place));
            u8::from(x < -w) | u8::from(x > w) << 1 | u8::from(y < -w) << 2 | u8::from(y > w) << 3
        };
        let beyond: Vec<u8> = self.places.iter().map(beyond).collect();
        let all = if coarse { &self.coarse } else { &self.corners };
        let mut corners = Vec::with_capacity(all.len() / 2);
        for face in all.as_chunks::<3>().0 {
            let [a, b, c] = face.map(|corner| corner as usize);
            let places = [a, b, c].map(|at| self.places[at]);
            let out = cross(sub(places[1], places[0]), sub(places[2], places[0]));
            if beyond[a] & beyond[b] & beyond[c] == 0 && dot(out, sub(eye, places[0])) > 0.0 {
                corners.extend(face);
            }
        }
        corners
    }
}

/// The same surface in fewer triangles: what lies in one cell of a grid, and faces the same way, is its first place.
pub(crate) fn coarse(places: &[V3], normals: &[V3], corners: &[u32], size: f32) -> Vec<u32> {
    let cell = |at: usize| {
        let [x, y, z] = places[at].map(|along| (along / size + 4096.0) as u64);
        // the walls of a cleft lie near each other, and are two
        let [ahead, _, aside] = normals[at].map(|along| u64::from(along > 0.0));
        ((x << 13 | y) << 13 | z) << 2 | ahead << 1 | aside
    };
    let mut cells: Vec<(u64, u32)> = (0..places.len()).map(|at| (cell(at), at as u32)).collect();
    sorted::by_key(&mut cells, |(cell, _)| *cell);
    let mut first = vec![0; places.len()];
    let mut begun = (u64::MAX, 0);
    for (cell, at) in cells {
        if cell != begun.0 {
            begun = (cell, at);
        }
        first[at as usize] = begun.1;
    }
    let mut fewer = Vec::new();
    for face in corners.as_chunks::<3>().0 {
        let [a, b, c] = face.map(|corner| first[corner as usize]);
        if a != b && b != c && c != a {
            fewer.extend([a, b, c]);
        }
    }
    fewer
}
