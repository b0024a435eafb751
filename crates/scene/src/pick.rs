//! What a finger on the picture touches. As `anatomy::Skin::picked`, which is its judge in the tests, but from the front only
//! and over the places as they are drawn: fast enough for every move of a finger.

use crate::SkinMesh;
use crate::vector::{V3, add, cross, dot, mul, sub};

/// Where a line of sight meets the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The place.
    pub place: V3,
    /// Outwards there, length 1.
    pub out: V3,
    /// The nearest corner: a number in [`SkinMesh::places`].
    pub at: usize,
}

impl SkinMesh {
    /// The first place on the way from `from` along `towards`.
    #[must_use]
    pub fn picked(&self, from: V3, towards: V3) -> Option<Hit> {
        let mut first: Option<(f32, [u32; 3])> = None;
        for face in self.corners.as_chunks::<3>().0 {
            let far = met(face.map(|corner| self.places[corner as usize]), from, towards);
            if let Some(far) = far.filter(|far| first.is_none_or(|(nearest, _)| *far < nearest)) {
                first = Some((far, *face));
            }
        }
        let (far, face) = first?;
        let place = add(from, mul(towards, far));
        let off = |corner: &u32| {
            let away = sub(self.places[*corner as usize], place);
            dot(away, away)
        };
        let at = face.into_iter().min_by(|a, b| off(a).total_cmp(&off(b)))? as usize;
        Some(Hit { place, out: self.normals[at], at })
    }
}

/// How far along the line the front of a triangle is met (Möller and Trumbore 1997).
fn met([a, b, c]: [V3; 3], from: V3, towards: V3) -> Option<f32> {
    let (ab, ac) = (sub(b, a), sub(c, a));
    let across = cross(towards, ac);
    let flat = dot(ab, across);
    if flat <= 0.0 {
        return None;
    }
    let to = sub(from, a);
    let u = dot(to, across);
    if u < 0.0 || u > flat {
        return None;
    }
    let over = cross(to, ab);
    let v = dot(towards, over);
    if v < 0.0 || u + v > flat {
        return None;
    }
    let far = dot(ac, over) / flat;
    (far >= 0.0).then_some(far)
}
