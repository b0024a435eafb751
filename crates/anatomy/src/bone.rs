//! The bones: what a press ends on, and what must not be in its way.

use crate::bytes::{Bytes, opened};
use crate::half::{both, centred, triangles};
use crate::pick::met;
use crate::{Place, Side, Unreadable, Vertex};
use alloc::string::String;
use alloc::vec::Vec;

/// A bone, or a row of discs, as a closed surface.
#[derive(Clone, Debug)]
pub struct Bone {
    name: String,
    /// Right half, the midline first.
    places: Vec<Place>,
    seam: usize,
    faces: Vec<[usize; 3]>,
    /// Lowest and highest corner of the right half.
    within: [Place; 2],
}

/// Some bones.
#[derive(Clone, Debug)]
pub struct Bones(Vec<Bone>);

/// Where a line first meets a bone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Struck<'a> {
    /// The bone's name.
    pub bone: &'a str,
    /// How far along the line, in lengths of its direction.
    pub far: f64,
}

impl Bones {
    /// Reads a file of bones (`bones.anat`, `spine.anat`).
    ///
    /// # Errors
    /// If it is another kind of file, another version, cut off, altered, or says something that cannot be.
    pub fn read(file: &[u8]) -> Result<Self, Unreadable> {
        opened(file, b"UNKNOTBO", 1, |bytes| {
            let count = bytes.count(WHAT);
            let low = bytes.place(WHAT);
            let step = bytes.f32(WHAT);
            Self((0..count).map(|_| Bone::read(bytes, low, step)).collect())
        })
    }

    /// These bones and others, as one skeleton.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// Every bone, in the order of its file.
    #[must_use]
    pub fn all(&self) -> &[Bone] {
        &self.0
    }

    /// The first bone of either side on the way from `from` along `towards` (of any length), or nothing if the line misses.
    #[must_use]
    pub fn struck(&self, from: Place, towards: Place) -> Option<Struck<'_>> {
        let sides = [(Side::Right, from, towards), (Side::Left, from.on(Side::Left), towards.on(Side::Left))];
        let mut first: Option<Struck<'_>> = None;
        for bone in &self.0 {
            // The left half is met where the mirrored line meets the right one.
            for (_, from, towards) in sides {
                if let Some(far) = bone.struck(from, towards)
                    && first.is_none_or(|nearest| far < nearest.far)
                {
                    first = Some(Struck { bone: &bone.name, far });
                }
            }
        }
        first
    }
}

impl Bone {
    /// Its name: a bone of `tools/anatomy`, in Latin or nearly so.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether there is one on each side, and not one in the middle.
    #[must_use]
    pub fn paired(&self) -> bool {
        self.seam == 0
    }

    /// Places and triangles of the right half.
    #[must_use]
    pub fn right(&self) -> (&[Place], &[[usize; 3]]) {
        (&self.places, &self.faces)
    }

    /// Every place of its surface once: the right half, then the left half without the midline.
    pub fn vertices(&self) -> impl Iterator<Item = Vertex> {
        let right = (0..self.places.len()).map(|number| Vertex { number, side: Side::Right });
        right.chain((self.seam..self.places.len()).map(|number| Vertex { number, side: Side::Left }))
    }

    /// Every triangle of both halves, anticlockwise from outside.
    pub fn faces(&self) -> impl Iterator<Item = [Vertex; 3]> {
        both(&self.faces, self.seam).into_iter()
    }

    /// Where a vertex lies, or nothing if there is none of that number.
    #[must_use]
    pub fn place(&self, vertex: Vertex) -> Option<Place> {
        Some(self.places.get(vertex.number)?.on(vertex.side))
    }

    /// How far along a line the right half is first met.
    fn struck(&self, from: Place, towards: Place) -> Option<f64> {
        if !self.in_reach(from, towards) {
            return None;
        }
        let corners = |face: &[usize; 3]| face.map(|corner| self.places[corner]);
        let mut first: Option<f64> = None;
        for face in &self.faces {
            if let Some(far) = met(corners(face), from, towards) {
                first = Some(first.map_or(far, |first| first.min(far)));
            }
        }
        first
    }

    /// Whether a line comes through the box round the right half.
    fn in_reach(&self, from: Place, towards: Place) -> bool {
        let [low, high] = self.within;
        let axes = [
            (from.x, towards.x, low.x, high.x),
            (from.y, towards.y, low.y, high.y),
            (from.z, towards.z, low.z, high.z),
        ];
        let (mut enters, mut leaves) = (0.0_f64, f64::INFINITY);
        for (at, way, low, high) in axes {
            if way == 0.0 {
                if at < low || at > high {
                    return false;
                }
                continue;
            }
            let (a, b) = ((low - at) / way, (high - at) / way);
            enters = enters.max(a.min(b));
            leaves = leaves.min(a.max(b));
        }
        enters <= leaves
    }

    fn read(bytes: &mut Bytes<'_>, low: Place, step: f64) -> Self {
        let name = bytes.text("the name of a bone");
        let [vertices, seam, faces] = [bytes.count(WHAT), bytes.count(WHAT), bytes.count(WHAT)];
        let mut places = bytes.places(vertices, low, step, WHAT);
        centred(bytes, &mut places, seam, step);
        let faces = triangles(bytes, faces, vertices);
        let Some(first) = places.first() else {
            bytes.unsound("a bone has no surface");
            return Self { name, places, seam, faces, within: [low; 2] };
        };
        let mut within = [*first; 2];
        for at in &places {
            within = [within[0].least(*at), within[1].most(*at)];
        }
        Self { name, places, seam, faces, within }
    }
}

const WHAT: &str = "the surface of a bone";
