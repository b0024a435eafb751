//! What skin and bones have in common: the right half is stored, the left is its mirror image, and the midline is one.

use crate::bytes::Bytes;
use crate::{Place, Side, Vertex};
use alloc::vec::Vec;

/// Every triangle of both halves, anticlockwise from outside. The first `seam` vertices lie on the midline.
pub(crate) fn both(faces: &[[usize; 3]], seam: usize) -> Vec<[Vertex; 3]> {
    let mut all = Vec::with_capacity(2 * faces.len());
    for face in faces {
        all.push(face.map(|number| Vertex { number, side: Side::Right }));
    }
    let left = |number| Vertex { number, side: if number < seam { Side::Right } else { Side::Left } };
    for [a, b, c] in faces {
        all.push([left(*c), left(*b), left(*a)]);
    }
    all
}

/// Lays the midline's places exactly in the middle.
pub(crate) fn centred(bytes: &mut Bytes<'_>, places: &mut [Place], seam: usize, step: f64) {
    if seam > places.len() {
        bytes.unsound("more midline than vertices");
    }
    for place in places.iter_mut().take(seam) {
        if place.z.abs() > step {
            bytes.unsound("its midline is not in the middle");
        }
        place.z = 0.0;
    }
}

/// `count` triangles of the right half, by the numbers of their corners, of which there are `vertices`.
pub(crate) fn triangles(bytes: &mut Bytes<'_>, count: usize, vertices: usize) -> Vec<[usize; 3]> {
    let mut column = || bytes.steps(count, "its triangles");
    let (a, b, c) = (column(), column(), column());
    let mut faces = Vec::with_capacity(c.len());
    for ((a, b), c) in a.iter().zip(&b).zip(&c) {
        let face = [usize::from(*a), usize::from(*b), usize::from(*c)];
        if face.iter().any(|vertex| *vertex >= vertices) {
            bytes.unsound("a triangle names a vertex that is not there");
        }
        faces.push(face);
    }
    faces
}

/// Asks a question of the right half about a place of either; `back` turns the answer round if it was the left.
pub(crate) fn mirrored<T>(place: Place, ask: impl FnOnce(Place) -> Option<T>, back: impl FnOnce(T) -> T) -> Option<T> {
    if place.z < 0.0 { ask(place.on(Side::Left)).map(back) } else { ask(place) }
}

/// Places and directions turned onto the right half, if `about` lies on the left.
pub(crate) fn on_right<const N: usize>(about: Place, all: [Place; N]) -> [Place; N] {
    if about.z < 0.0 { all.map(|place| place.on(Side::Left)) } else { all }
}
