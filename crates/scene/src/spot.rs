//! The way to a spot: where it is pressed, what lies on the way, how a ball rolls over it, what to find first and where to
//! keep away from.

use crate::vector::{V3, mul, place, v3};
use crate::{Camera, SkinMesh};
use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;
use anatomy::{Anatomy, Press, Side};

/// How far a ball rolls to either side of the spot, metres.
const REACH: f64 = 0.045;
/// Word of `data-spot` for a gun.
const GUN: &str = "+gun";
/// How far over the skin lines lie, metres.
const OVER: f32 = 0.003;
/// Over how much of the skin the edge of a place to keep away from fades, metres.
const FADE: f64 = 0.03;

/// A spot on one side of a body.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// Where the hand meets the skin.
    pub at: V3,
    /// Which way it presses, length 1.
    pub towards: V3,
    /// The point itself.
    pub point: V3,
    /// The muscle it lies in.
    pub muscle: String,
    /// Along its fibres, on the skin.
    pub along: Vec<V3>,
    /// Across them.
    pub across: Vec<V3>,
    /// What a press goes through after skin and fat, in order: muscles down to the one that is meant.
    pub through: Vec<Layer>,
    /// How far it is along the press from the skin to the point, metres.
    pub deep: f32,
    /// Is it the head of a massage gun that goes over it, and not a ball?
    pub gun: bool,
    /// What the hand finds first, in order.
    pub steps: Vec<Step>,
    /// How deep inside a place to keep away from each place of the skin lies: 128 at its edge.
    pub keep_off: Vec<u8>,
    /// Side.
    pub side: Side,
}

/// A muscle on the way of a press, in metres from the skin. Depths are those of the drawn body, never of a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Its name in `anatomy`.
    pub name: String,
    /// Where the press enters it.
    pub enters: f32,
    /// Where it leaves it, or the point is reached.
    pub leaves: f32,
}

/// A bone that a hand finds on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The guide's id.
    pub landmark: String,
    /// Where, on the skin: one place, or several along an edge.
    pub places: Vec<V3>,
}

impl Spot {
    /// Reads `data-spot` and finds the spot; nothing if the body has none of that name, or it cannot be pressed.
    #[must_use]
    pub fn told(anatomy: &Anatomy, skin: &SkinMesh, body: usize, told: &str) -> Option<Spot> {
        let mut words = told.split(' ');
        let (source, side) = words.next()?.split_once('.')?;
        let side = if side == "left" { Side::Left } else { Side::Right };
        let (off, landmarks): (Vec<&str>, Vec<&str>) = words.partition(|word| word.starts_with('!'));
        let mut points: Vec<_> = anatomy.skin.points().iter().filter(|point| point.source == source).collect();
        // of several the middle one
        let point = if points.is_empty() { return None } else { points.swap_remove(points.len() / 2) };
        let roll = anatomy.roll(body, &point.muscle, point.place, REACH)?.on(side);
        let over = |line: &[anatomy::Place]| -> Vec<V3> {
            let out = mul(v3(roll.press.towards), -OVER);
            line.iter().map(|at| crate::vector::add(v3(*at), out)).collect()
        };
        let mut steps = Vec::new();
        for id in landmarks {
            let Some(mark) = anatomy.marks.landmarks().iter().find(|mark| mark.id == id) else { continue };
            let Some(places) = mark.skin.get(body) else { continue };
            let places = places.iter().map(|at| v3(at.on(side))).collect();
            steps.push(Step { landmark: mark.id.clone(), places });
        }
        Some(Spot {
            at: v3(roll.press.at),
            towards: v3(roll.press.towards),
            point: v3(point.place.on(side)),
            muscle: point.muscle.clone(),
            along: over(&roll.along),
            across: over(&roll.across),
            through: through(anatomy, &roll.press),
            deep: roll.press.deep as f32,
            gun: told.split(' ').any(|word| word == GUN),
            steps,
            keep_off: keep_off(anatomy, skin, body, &off, side),
            side,
        })
    }

    /// Where it is best seen from.
    #[must_use]
    pub fn camera(&self, aspect: f32) -> Camera {
        let out = mul(self.towards, -1.0);
        // a little from the side, so that the depth shows
        let mut camera = Camera::at(self.at, out, 0.16, aspect);
        camera.pitch = camera.pitch.clamp(-0.3, 0.5);
        camera.turn(if self.side == Side::Left { -0.6 } else { 0.6 }, 0.0);
        camera
    }

    /// Where a step is best seen from: half way from the spot to its landmark, so that both are seen, and farther off.
    #[must_use]
    pub fn step_camera(&self, step: usize, aspect: f32) -> Camera {
        let places = self.steps.get(step).map_or(&[][..], |step| &step.places);
        let [x, y, z] = *places.get(places.len() / 2).unwrap_or(&self.at);
        let there = Camera::at([x, y, z], [x, 0.0, z], 0.24, aspect);
        let mut camera = Camera { far: there.far, ..self.camera(aspect) }.towards(&there, 0.5);
        // more of the body than of what is beside it
        camera.target[2] *= 0.7;
        camera
    }

    /// Where the ball is, `seconds` after it began: three times along, then three times across.
    #[must_use]
    pub fn ball(&self, seconds: f32) -> V3 {
        const ONE_WAY: f32 = 1.6;
        let turns = seconds / (12.0 * ONE_WAY);
        let turn = (turns - (turns as u32) as f32) * 12.0;
        let line = if turn < 6.0 { &self.along } else { &self.across };
        let there = turn - (turn as u32 / 2 * 2) as f32;
        let share = if there < 1.0 { there } else { 2.0 - there };
        // slows down at the ends, as a hand does
        let share = share * share * (3.0 - 2.0 * share);
        on_line(line, share).unwrap_or(self.at)
    }
}

/// The place at a share of a line's length.
fn on_line(line: &[V3], share: f32) -> Option<V3> {
    let length = |pair: &[V3]| crate::vector::long(crate::vector::sub(pair[1], pair[0]));
    let mut left = line.windows(2).map(length).sum::<f32>() * share.clamp(0.0, 1.0);
    for pair in line.windows(2) {
        let long = length(pair);
        if left <= long && long > 0.0 {
            return Some(crate::vector::between(pair[0], pair[1], left / long));
        }
        left -= long;
    }
    line.last().copied()
}

/// Muscles from the skin to the point; one that is met again at once is there once.
fn through(anatomy: &Anatomy, press: &Press) -> Vec<Layer> {
    let mut through: Vec<Layer> = Vec::new();
    for met in anatomy.muscles_under(press.at, press.towards, press.deep) {
        let (name, leaves) = (met.muscle, met.leaves.min(press.deep) as f32);
        match through.last_mut().filter(|last| last.name == name) {
            Some(last) => last.leaves = leaves,
            None => through.push(Layer { name: name.to_owned(), enters: met.enters as f32, leaves }),
        }
    }
    through
}

fn keep_off(anatomy: &Anatomy, skin: &SkinMesh, body: usize, off: &[&str], side: Side) -> Vec<u8> {
    let known = anatomy.marks.no_go().iter();
    let marks: Vec<_> = known.filter(|mark| off.iter().any(|id| id.strip_prefix('!') == Some(&mark.id))).collect();
    let inside = |at: usize| {
        let here = skin.sides[at] == side || skin.mirror[at] == at;
        let mut deep = f64::NEG_INFINITY;
        for mark in &marks {
            let off = mark.off(body, place(skin.places[at])).unwrap_or(f64::INFINITY);
            deep = deep.max(mark.keep - off);
        }
        if here { (128.0 + deep / FADE * 127.0).clamp(0.0, 255.0) as u8 } else { 0 }
    };
    (0..skin.places.len()).map(inside).collect()
}
