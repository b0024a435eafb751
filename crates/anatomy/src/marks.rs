//! What a hand finds, where nerves run, and where not to press (`anatomy/marks.anat`). Right half; the left is its mirror.

use crate::bytes::{Bytes, opened};
use crate::{Place, Side, Unreadable};
use alloc::string::String;
use alloc::vec::Vec;

/// Landmarks, nerves and places to keep away from.
#[derive(Clone, Debug)]
pub struct Marks {
    bodies: Vec<String>,
    landmarks: Vec<Landmark>,
    nerves: Vec<Nerve>,
    no_go: Vec<NoGo>,
}

/// A bone that a hand can find: a place, or places in order along an edge.
#[derive(Clone, Debug)]
pub struct Landmark {
    /// The guide's id.
    pub id: String,
    /// Where it is on the bone.
    pub bone: Vec<Place>,
    /// Where the hand finds it on the skin of each body, as many places as on the bone.
    pub skin: Vec<Vec<Place>>,
}

/// A nerve's course.
#[derive(Clone, Debug)]
pub struct Nerve {
    /// Its name; that of the guide's no-go where it has one.
    pub id: String,
    /// Half of its thickness as it is drawn, in metres.
    pub radius: f64,
    /// Its middle line, downwards.
    pub course: Vec<Place>,
}

/// A place not to be pressed.
#[derive(Clone, Debug)]
pub struct NoGo {
    /// The guide's id.
    pub id: String,
    /// How far to stay from its middle, in metres on the skin.
    pub keep: f64,
    /// Its middle on the skin of each body: lines, some of one place only.
    pub middle: Vec<Vec<Vec<Place>>>,
}

impl Marks {
    /// Reads a file of the marks.
    ///
    /// # Errors
    /// If it is another kind of file, another version, cut off, altered, or says something that cannot be.
    pub fn read(file: &[u8]) -> Result<Self, Unreadable> {
        opened(file, b"UNKNOTMA", 1, parts)
    }

    /// Names of the bodies, in the order of their numbers; the same as the skin's.
    pub fn bodies(&self) -> impl Iterator<Item = &str> {
        self.bodies.iter().map(String::as_str)
    }

    /// The bones that a hand can find.
    #[must_use]
    pub fn landmarks(&self) -> &[Landmark] {
        &self.landmarks
    }

    /// The nerves.
    #[must_use]
    pub fn nerves(&self) -> &[Nerve] {
        &self.nerves
    }

    /// The places not to be pressed.
    #[must_use]
    pub fn no_go(&self) -> &[NoGo] {
        &self.no_go
    }
}

impl Nerve {
    /// Metres from a place of either side to the middle line of the nerve on that side.
    #[must_use]
    pub fn off(&self, place: Place) -> f64 {
        from_line(&self.course, right(place))
    }
}

impl NoGo {
    /// Metres from a place of a body's skin to the middle of this place on the same side, straight; nothing if there is no
    /// such body. Less than [`NoGo::keep`] is too near.
    #[must_use]
    pub fn off(&self, body: usize, place: Place) -> Option<f64> {
        let lines = self.middle.get(body)?;
        let off = lines.iter().fold(f64::INFINITY, |off, line| off.min(from_line(line, right(place))));
        (!lines.is_empty()).then_some(off)
    }
}

fn right(place: Place) -> Place {
    if place.z < 0.0 { place.on(Side::Left) } else { place }
}

/// Metres from a place to the nearest of a line.
pub(crate) fn from_line(line: &[Place], place: Place) -> f64 {
    let near = |a: Place, b: Place| {
        let way = b.minus(a);
        let long = way.squared();
        let at = if long > 0.0 { (place.minus(a).dot(way) / long).clamp(0.0, 1.0) } else { 0.0 };
        crate::root(place.minus(a.along(way, at)).squared())
    };
    match line {
        [] => f64::INFINITY,
        [only] => near(*only, *only),
        _ => line.windows(2).map(|pair| near(pair[0], pair[1])).fold(f64::INFINITY, f64::min),
    }
}

const WHAT: &str = "its marks";

fn parts(bytes: &mut Bytes<'_>) -> Marks {
    let count = bytes.count(WHAT);
    let bodies: Vec<String> = (0..count).map(|_| bytes.text(WHAT)).collect();
    let (low, step) = (bytes.place(WHAT), bytes.f32(WHAT));
    let mut from = Lines { bytes, bodies: bodies.len(), low, step };
    let landmarks = from.many(|from| {
        let id = from.bytes.text(WHAT);
        let count = from.count();
        Landmark { id, bone: from.line(count), skin: from.on_each(count) }
    });
    let nerves = from.many(|from| {
        let (id, radius, count) = (from.bytes.text(WHAT), from.length(), from.count());
        Nerve { id, radius, course: from.line(count) }
    });
    let no_go = from.many(|from| {
        let (id, keep) = (from.bytes.text(WHAT), from.length());
        let lines = from.many(|from| {
            let count = from.count();
            from.on_each(count)
        });
        // By line in the file, by body here.
        let middle = (0..from.bodies).map(|body| lines.iter().map(|line| line[body].clone()).collect()).collect();
        NoGo { id, keep, middle }
    });
    Marks { bodies, landmarks, nerves, no_go }
}

struct Lines<'a, 'b> {
    bytes: &'a mut Bytes<'b>,
    bodies: usize,
    low: Place,
    step: f64,
}

impl Lines<'_, '_> {
    /// A count, and then so many of something.
    fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count = self.bytes.count(WHAT);
        (0..count).map(|_| one(self)).collect()
    }

    fn length(&mut self) -> f64 {
        let length = self.bytes.f32(WHAT);
        if length <= 0.0 {
            self.bytes.unsound("a mark has no size");
        }
        length
    }

    /// How many places a line has.
    fn count(&mut self) -> usize {
        let count = self.bytes.count(WHAT);
        if count == 0 {
            self.bytes.unsound("a line has no place");
        }
        count
    }

    fn line(&mut self, count: usize) -> Vec<Place> {
        self.bytes.places(count, self.low, self.step, WHAT)
    }

    fn on_each(&mut self, count: usize) -> Vec<Vec<Place>> {
        (0..self.bodies).map(|_| self.line(count)).collect()
    }
}
