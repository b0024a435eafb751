//! The muscles: sheets of fibres with a deep and a top side, what lies under a place, and which way fibres run.

use crate::bytes::{Bytes, opened};
use crate::{Place, Unreadable};
use alloc::string::String;
use alloc::vec::Vec;

/// One muscle of the right half: two grids, row by row along a fibre from where it begins to where it ends.
#[derive(Clone, Debug)]
pub struct Muscle {
    name: String,
    of: String,
    fibres: usize,
    places: usize,
    /// The top side, then the deep side.
    grid: Vec<Place>,
}

/// The muscles, from the deepest to the most superficial.
#[derive(Clone, Debug)]
pub struct Muscles(Vec<Muscle>);

/// A muscle on the way of a press, in metres from where the press begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer<'a> {
    /// The muscle's own name.
    pub muscle: &'a str,
    /// Where the press enters it.
    pub enters: f64,
    /// Where it would leave it.
    pub leaves: f64,
}

/// A place in a muscle's grid, in fibres, places along them, and depth from the top (0) to the deep side (1).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Located {
    pub(crate) fibre: f64,
    pub(crate) place: f64,
    pub(crate) depth: f64,
}

impl Muscles {
    /// Reads a file of the muscles (`muscles.anat`).
    ///
    /// # Errors
    /// If it is another kind of file, another version, cut off, altered, or says something that cannot be.
    pub fn read(file: &[u8]) -> Result<Self, Unreadable> {
        opened(file, b"UNKNOTMU", 2, |bytes| {
            let count = bytes.count("its head");
            let low = bytes.place("its head");
            let step = bytes.f32("its head");
            Self((0..count).map(|_| Muscle::read(bytes, low, step)).collect())
        })
    }

    /// The muscle of that name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Muscle> {
        self.0.iter().find(|muscle| muscle.name == name)
    }

    /// Every muscle, from the deepest to the most superficial where they lie over one another.
    #[must_use]
    pub fn all(&self) -> &[Muscle] {
        &self.0
    }

    /// What a press from `from` along `towards` (a direction of length 1) goes through, in the order it is met. A muscle
    /// that is met twice is there twice.
    #[must_use]
    pub fn under(&self, from: Place, towards: Place) -> Vec<Layer<'_>> {
        let mut layers = Vec::new();
        for muscle in &self.0 {
            muscle.crossed(from, towards, &mut layers);
        }
        sorted::by(&mut layers, |a, b| a.enters.total_cmp(&b.enters));
        layers
    }
}

impl Muscle {
    /// Its own name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The guide's muscle that it is, or is a part of; nothing if the guide does not speak of it.
    #[must_use]
    pub fn of(&self) -> Option<&str> {
        (!self.of.is_empty()).then_some(&*self.of)
    }

    /// Its fibres at its top side, each from where it begins to where it ends.
    pub fn fibres(&self) -> impl Iterator<Item = &[Place]> {
        self.grid.chunks_exact(self.places).take(self.fibres)
    }

    /// Which way the fibres run at a place: a direction of length 1.
    ///
    /// The fibres of the top and the deep side are blended by how far the place lies between the two.
    #[must_use]
    pub fn fibre(&self, near: Place) -> Option<Place> {
        let (nearest, depth) = self.nearest(near)?;
        let (top, deep) = (self.way(nearest), self.way(nearest + self.fibres * self.places));
        top.along(deep.minus(top), depth).unit()
    }

    /// Its closed surface as triangles, anticlockwise from one side throughout.
    pub fn faces(&self) -> impl Iterator<Item = [Place; 3]> {
        self.corners().into_iter().map(|face| face.map(|corner| self.grid[corner]))
    }

    /// The same as numbers of places: the top side's fibre by fibre, then the deep side's.
    #[must_use]
    pub fn corners(&self) -> Vec<[usize; 3]> {
        let under = self.fibres * self.places;
        let node = |fibre: usize, place: usize| fibre * self.places + place;
        let mut faces = Vec::new();
        for fibre in 1..self.fibres {
            for place in 1..self.places {
                let [a, b] = [node(fibre - 1, place - 1), node(fibre, place - 1)];
                let [c, d] = [node(fibre, place), node(fibre - 1, place)];
                faces.extend([
                    [a, b, c],
                    [a, c, d],
                    [c + under, b + under, a + under],
                    [d + under, c + under, a + under],
                ]);
            }
        }
        let (last, end) = (self.fibres - 1, self.places - 1);
        let mut edge =
            |from: usize, to: usize| faces.extend([[from, to + under, to], [from, from + under, to + under]]);
        for place in 1..self.places {
            edge(node(0, place), node(0, place - 1));
            edge(node(last, place - 1), node(last, place));
        }
        for fibre in 1..self.fibres {
            edge(node(fibre - 1, 0), node(fibre, 0));
            edge(node(fibre, end), node(fibre - 1, end));
        }
        faces
    }

    /// How many fibres, and how many places along each.
    #[must_use]
    pub fn size(&self) -> [usize; 2] {
        [self.fibres, self.places]
    }

    /// The places of the top side, fibre by fibre, then those of the deep side: what [`Muscle::corners`] counts.
    #[must_use]
    pub fn grid(&self) -> &[Place] {
        &self.grid
    }

    /// How many places each of them has.
    pub(crate) fn places(&self) -> usize {
        self.places
    }

    /// Where in the grid a place lies: between which fibres, how far along them, how deep.
    pub(crate) fn located(&self, near: Place) -> Option<Located> {
        let (node, depth) = self.nearest(near)?;
        let (fibre, place) = (node / self.places, node % self.places);
        let off = near.minus(self.between(node, depth));
        // From the nearest node, a step along the grid's own directions.
        let step = |at: usize, by: usize, last: usize| {
            let (before, after) = (at.saturating_sub(1), (at + 1).min(last));
            let way =
                self.between(node + (after - at) * by, depth).minus(self.between(node - (at - before) * by, depth));
            let long = way.squared();
            let span = to_f64(after - before);
            let moved = if long > 0.0 { (off.dot(way) / long * span).clamp(-1.0, 1.0) } else { 0.0 };
            (to_f64(at) + moved).max(0.0).min(to_f64(last))
        };
        Some(Located {
            fibre: step(fibre, self.places, self.fibres - 1),
            place: step(place, 1, self.places - 1),
            depth,
        })
    }

    /// The place at a fibre, a place along it and a depth, each between those of the grid.
    pub(crate) fn blended(&self, at: Located) -> Place {
        let (fibre, past) = part(at.fibre, self.fibres);
        let (place, on) = part(at.place, self.places);
        let node = |fibre: usize, place: usize| self.between(fibre * self.places + place, at.depth);
        let along = |fibre: usize| {
            let first = node(fibre, place);
            first.along(node(fibre, place + 1).minus(first), on)
        };
        let first = along(fibre);
        first.along(along(fibre + 1).minus(first), past)
    }

    /// The node of the top grid under or over which a place lies, and how deep from the top (0) to the deep side (1).
    fn nearest(&self, near: Place) -> Option<(usize, f64)> {
        let off = |node: usize| self.between(node, self.depth(node, near)).minus(near).squared();
        let nearest = (0..self.fibres * self.places).min_by(|a, b| off(*a).total_cmp(&off(*b)))?;
        Some((nearest, self.depth(nearest, near)))
    }

    /// The place at a node, so deep.
    fn between(&self, node: usize, depth: f64) -> Place {
        self.grid[node].along(self.grid[node + self.fibres * self.places].minus(self.grid[node]), depth)
    }

    /// How far down from the top (0) to the deep side (1) a place lies, at a node of the top grid.
    fn depth(&self, node: usize, near: Place) -> f64 {
        let down = self.grid[node + self.fibres * self.places].minus(self.grid[node]);
        let thick = down.squared();
        if thick > 0.0 { (near.minus(self.grid[node]).dot(down) / thick).clamp(0.0, 1.0) } else { 0.0 }
    }

    /// From the place before to the place after a node, along its fibre.
    fn way(&self, node: usize) -> Place {
        let (row, at) = (node / self.places * self.places, node % self.places);
        self.grid[row + (at + 1).min(self.places - 1)].minus(self.grid[row + at.saturating_sub(1)])
    }

    fn read(bytes: &mut Bytes<'_>, low: Place, step: f64) -> Self {
        let (name, of) = (bytes.text("the name of a muscle"), bytes.text("the name of a muscle"));
        let [fibres, places] = [bytes.count(WHAT), bytes.count(WHAT)];
        if fibres < 2 || places < 2 {
            bytes.unsound("a muscle has no surface");
        }
        let deep = bytes.places(fibres * places, low, step, WHAT);
        let mut grid = bytes.places(fibres * places, low, step, WHAT);
        grid.extend(deep);
        Self { name, of, fibres, places, grid }
    }

    fn crossed<'m>(&'m self, from: Place, towards: Place, layers: &mut Vec<Layer<'m>>) {
        let mut met: Vec<f64> = Vec::new();
        for face in self.corners() {
            met.extend(crate::pick::met(face.map(|corner| self.grid[corner]), from, towards));
        }
        sorted::by(&mut met, f64::total_cmp);
        // A line through a common edge meets both triangles at one place.
        met.dedup_by(|a, b| (*a - *b).abs() < 1e-9);
        for [enters, leaves] in met.as_chunks::<2>().0 {
            layers.push(Layer { muscle: &self.name, enters: *enters, leaves: *leaves });
        }
    }
}

const WHAT: &str = "the fibres of a muscle";

#[expect(clippy::cast_precision_loss, reason = "a muscle has at most 65535 fibres, and as many places")]
pub(crate) fn to_f64(number: usize) -> f64 {
    number as f64
}

/// The whole part of a number, at most the last but one of `count`, and what is left.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "above 0, and held to the count")]
fn part(at: f64, count: usize) -> (usize, f64) {
    let whole = (at.max(0.0) as usize).min(count - 2);
    (whole, at - to_f64(whole))
}
