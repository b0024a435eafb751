//! The skin: both halves of each body, as triangles, and what is known of their places.

use crate::{Place, Side};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

/// One body's places, right half.
#[derive(Clone, Debug)]
pub(crate) struct Body {
    pub(crate) name: String,
    pub(crate) places: Vec<Place>,
}

/// A place of the skin by its number in the right half and its side. On the midline both sides are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Vertex {
    /// Number in the right half.
    pub number: usize,
    /// Which half.
    pub side: Side,
}

/// A trigger point of the right half.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The guide's source.
    pub source: String,
    /// The muscle that it lies in, by its own name; `Muscle::of` tells the guide's.
    pub muscle: String,
    /// Where it lies.
    pub place: Place,
    /// Which way its fibres run: a direction of length 1.
    pub fibre: Place,
    /// From where a press would get there, on each body. Whether it may be pressed at all is for the guide to say.
    pub pressed_at: Vec<Place>,
}

/// The skin of every body; all share triangles and zones, so what is painted on one carries over to the other.
#[derive(Clone, Debug)]
pub struct Skin {
    pub(crate) bodies: Vec<Body>,
    pub(crate) seam: usize,
    /// Of both halves.
    pub(crate) faces: Vec<[Vertex; 3]>,
    pub(crate) zones: Vec<String>,
    pub(crate) zone_of: Vec<Option<usize>>,
    pub(crate) points: Vec<Point>,
}

impl Skin {
    /// Names of the bodies, in the order of their numbers.
    pub fn bodies(&self) -> impl Iterator<Item = &str> {
        self.bodies.iter().map(|body| &*body.name)
    }

    /// Ids of the zones, as in the guide.
    #[must_use]
    pub fn zones(&self) -> &[String] {
        &self.zones
    }

    /// The trigger points of the right half; [`Place::on`] gives the left ones.
    #[must_use]
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Every place of the skin once: the right half, then the left half without the midline.
    pub fn vertices(&self) -> impl Iterator<Item = Vertex> {
        let all = self.zone_of.len();
        (0..all)
            .map(|number| Vertex { number, side: Side::Right })
            .chain((self.seam..all).map(|number| Vertex { number, side: Side::Left }))
    }

    /// Every triangle of both halves, anticlockwise from outside.
    pub fn faces(&self) -> impl Iterator<Item = [Vertex; 3]> {
        self.faces.iter().copied()
    }

    /// Where a vertex lies on a body, or nothing if there is no such body or vertex.
    #[must_use]
    pub fn place(&self, body: usize, vertex: Vertex) -> Option<Place> {
        Some(self.bodies.get(body)?.places.get(vertex.number)?.on(vertex.side))
    }

    /// The zone a vertex belongs to, by its place in [`Skin::zones`].
    #[must_use]
    pub fn zone(&self, vertex: Vertex) -> Option<usize> {
        self.zone_of.get(vertex.number).copied().flatten()
    }

    /// Outwards at each vertex of the right half: directions of length 1.
    pub(crate) fn normals(&self, body: usize) -> Vec<Place> {
        let mut out = vec![Place { x: 0.0, y: 0.0, z: 0.0 }; self.zone_of.len()];
        for face in self.faces() {
            let [Some(a), Some(b), Some(c)] = face.map(|vertex| self.place(body, vertex)) else { continue };
            let up = b.minus(a).cross(c.minus(a));
            // The midline's vertices belong to the right, and face both halves.
            for vertex in face.into_iter().filter(|vertex| vertex.side == Side::Right) {
                out[vertex.number] = out[vertex.number].along(up, 1.0);
            }
        }
        out.into_iter().map(|up| up.unit().unwrap_or(up)).collect()
    }
}
