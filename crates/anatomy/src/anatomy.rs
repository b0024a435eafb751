//! Skin, muscles, bones and marks together: how a hand gets to a place inside.

use crate::half::mirrored;
use crate::{Bones, Marks, Muscles, Place, Side, Skin, Vertex};
use alloc::vec::Vec;

/// A press meets the skin within this angle of straight: the cosine of 35 degrees.
const STEEPEST: f64 = 0.819_152_044_288_991_8;
/// No press is longer, in metres.
const LONGEST: f64 = 0.12;
/// Nothing is pressed from nearer to the midline, where the cleft is, in metres.
const BESIDE_MIDLINE: f64 = 0.015;
/// Over how much of the skin straight in is evened out, in metres.
const SMOOTH: f64 = 0.02;
/// A press may end on bone: what is struck within this of its end is what it presses on, in metres.
const ON_BONE: f64 = 0.0005;

/// The whole body, to ask what lies where. Every question may be asked of either side.
#[derive(Clone, Debug)]
pub struct Anatomy {
    /// The skin.
    pub skin: Skin,
    /// The muscles.
    pub muscles: Muscles,
    /// The bones.
    pub bones: Bones,
    /// Landmarks, nerves and places to keep away from.
    pub marks: Marks,
    /// Outwards at each vertex of the right half, by body.
    normals: Vec<Vec<Place>>,
}

/// A straight press from the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// Where the hand meets the skin.
    pub at: Place,
    /// Which way it presses: a direction of length 1.
    pub towards: Place,
    /// How far it is to the place that is meant, in metres.
    pub deep: f64,
}

impl Anatomy {
    /// Puts the parts together.
    #[must_use]
    pub fn new(skin: Skin, muscles: Muscles, bones: Bones, marks: Marks) -> Self {
        let normals = (0..skin.bodies().count()).map(|body| skin.normals(body)).collect();
        Self { skin, muscles, bones, marks, normals }
    }

    /// The nearest way in to a place: from a corner of the skin's triangles from which a straight press crosses no bone and
    /// meets the skin within 35 degrees. Nothing if there is no such way, or no such body.
    #[must_use]
    pub fn way_in(&self, body: usize, place: Place) -> Option<Press> {
        mirrored(place, |place| self.way_in_right(body, place), |press: Press| press.on(Side::Left))
    }

    fn way_in_right(&self, body: usize, place: Place) -> Option<Press> {
        let mut near: Vec<(f64, Place)> = Vec::new();
        for (number, out) in self.normals.get(body)?.iter().enumerate() {
            let at = self.skin.place(body, Vertex { number, side: Side::Right })?;
            let far = crate::root(at.minus(place).squared());
            let straight = at.minus(place).dot(*out) > STEEPEST * far;
            if straight && far < LONGEST && at.z > BESIDE_MIDLINE {
                near.push((far, at));
            }
        }
        sorted::by(&mut near, |a, b| a.0.total_cmp(&b.0));
        let free = |(far, at): &(f64, Place)| {
            let struck = self.bones.struck(*at, place.minus(*at));
            struck.is_none_or(|struck| struck.far * far > far - ON_BONE)
        };
        let (deep, at) = near.into_iter().find(free)?;
        Some(Press { at, towards: place.minus(at).scaled(1.0 / deep), deep })
    }

    /// Straight into a body from a place of its skin: a direction of length 1, evened out over two centimetres. Nothing if no
    /// skin is near, or there is no such body.
    #[must_use]
    pub fn inwards(&self, body: usize, at: Place) -> Option<Place> {
        mirrored(at, |at| self.inwards_right(body, at), |way: Place| way.on(Side::Left))
    }

    fn inwards_right(&self, body: usize, at: Place) -> Option<Place> {
        let normals = self.normals.get(body)?;
        let mut out = Place { x: 0.0, y: 0.0, z: 0.0 };
        for vertex in self.skin.vertices() {
            let place = self.skin.place(body, vertex)?;
            let near = (1.0 - place.minus(at).squared() / (SMOOTH * SMOOTH)).max(0.0);
            out = out.along(normals.get(vertex.number)?.on(vertex.side), near * near);
        }
        out.scaled(-1.0).unit()
    }
}

impl Press {
    /// The same press on the given side, if this is one of the right half.
    #[must_use]
    pub fn on(self, side: Side) -> Self {
        Self { at: self.at.on(side), towards: self.towards.on(side), ..self }
    }
}
