//! What a finger on the picture touches: the first triangle that a line meets.

use crate::{Place, Skin, Vertex};

/// Where a line meets the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The place.
    pub place: Place,
    /// The corner nearest to it, which tells zone and side.
    pub vertex: Vertex,
}

impl Skin {
    /// The first place of a body's skin on the way from `from` along `towards` (of any length), or nothing if the line
    /// misses. Every triangle is tried, from either face.
    ///
    /// Method: Möller and Trumbore 1997.
    #[must_use]
    pub fn picked(&self, body: usize, from: Place, towards: Place) -> Option<Hit> {
        let mut first: Option<(f64, [Vertex; 3])> = None;
        for face in self.faces() {
            let [Some(a), Some(b), Some(c)] = face.map(|vertex| self.place(body, vertex)) else { continue };
            let Some(far) = met([a, b, c], from, towards) else { continue };
            if first.is_none_or(|(nearest, _)| far < nearest) {
                first = Some((far, face));
            }
        }
        let (far, face) = first?;
        let place = from.along(towards, far);
        let off = |vertex: &Vertex| self.place(body, *vertex).map_or(f64::INFINITY, |at| at.minus(place).squared());
        let vertex = face.into_iter().min_by(|a, b| off(a).total_cmp(&off(b)))?;
        Some(Hit { place, vertex })
    }
}

/// How far along the line a triangle is met, in lengths of `towards`.
pub(crate) fn met([a, b, c]: [Place; 3], from: Place, towards: Place) -> Option<f64> {
    let (ab, ac, to) = (b.minus(a), c.minus(a), from.minus(a));
    let across = towards.cross(ac);
    let flat = ab.dot(across);
    if flat == 0.0 {
        return None;
    }
    let u = to.dot(across) / flat;
    let over = to.cross(ab);
    let v = towards.dot(over) / flat;
    let far = ac.dot(over) / flat;
    (u >= 0.0 && v >= 0.0 && u + v <= 1.0 && far >= 0.0).then_some(far)
}
