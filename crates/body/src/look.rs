//! What of the body is drawn now, and in which colours.

use crate::edge;
use crate::gl::{Card, Dots, Look, Picture, aspect, look};
use crate::stage::{Mode, Stage};
use alloc::vec;
use alloc::vec::Vec;
use scene::{Depth, Mark, Mesh, V3, visible};

const POINT: Look = Look { tint: [0.957, 0.612, 0.043, 0.0], glow: 0.45 };
const ROLL: Look = Look { tint: [1.0, 1.0, 1.0, 0.0], glow: 0.35 };
const ARROW: Look = Look { tint: [0.004, 0.2, 0.16, 0.0], glow: 0.25 };
const BALL: Look = Look { tint: [0.852, 0.237, 0.018, 0.0], glow: 0.15 };
const FOUND: Look = Look { tint: [0.001, 0.148, 0.119, 0.0], glow: 0.3 };

impl Stage {
    /// Draws it.
    pub(crate) fn draw(&mut self, size: [i32; 2]) {
        let Some(card) = &mut self.card else { return };
        card.face(&self.skin, &self.camera, aspect(size), self.moved);
        let Some(card) = &self.card else { return };
        let night = edge::dark();
        let mut picture = Picture {
            camera: &self.camera,
            size,
            inside: Vec::new(),
            points: Vec::new(),
            solid: self.solid,
            night,
            skin: if night { [0.516, 0.349, 0.247] } else { [0.852, 0.612, 0.456] },
            marks: Vec::new(),
            balls: Vec::new(),
        };
        if self.solid < 1.0 {
            for (at, item) in self.built.items.iter().enumerate() {
                if visible(item, &self.wish) {
                    picture.inside.push((at, self.lit(&item.name, look(item.material))));
                }
            }
            for at in &self.points {
                picture.points.push((self.nearer(*at), 0.0055, POINT));
            }
        }
        if let (Mode::Find, Some(spot)) = (self.mode, &self.spot) {
            if let Some(step) = spot.steps.get(self.step) {
                // one place, or an edge of bone
                if let [at] = *step.places {
                    picture.balls.push((at, 0.011, FOUND));
                }
                picture.marks.push(([0.0; 3], FOUND));
            } else {
                let there = spot.ball(self.rolled());
                for look in [ROLL, ROLL, ARROW] {
                    picture.marks.push(([0.0; 3], look));
                }
                picture.points.push((self.nearer(spot.point), 0.007, POINT));
                if spot.gun {
                    picture.marks.push((there, BALL));
                } else {
                    picture.balls.push((there, 0.012, BALL));
                }
            }
        }
        card.draw(&picture);
    }

    /// A point lies within its muscle: drawn a little nearer to the eye it is seen, and one behind the bone still is not.
    fn nearer(&self, at: V3) -> V3 {
        let towards = self.camera.axes()[2];
        [0, 1, 2].map(|axis| at[axis] + 0.02 * towards[axis])
    }

    /// In the way to a spot its muscle stands out.
    fn lit(&self, name: &str, mut look: Look) -> Look {
        let meant = self.spot.as_ref().filter(|_| self.mode == Mode::Find).is_none_or(|spot| spot.muscle == *name);
        if !meant && look.tint[3] > 0.9 {
            look.tint = [0.579, 0.268, 0.208, 0.7];
        }
        look
    }

    /// The edge of bone that is to be found; at the spot lines along and across, the arrow, and the head of a gun if it goes
    /// over it.
    pub(crate) fn marks(&self) -> Vec<Mesh> {
        let Some(spot) = &self.spot else { return Vec::new() };
        if let Some(step) = spot.steps.get(self.step) {
            return vec![Mesh::tube(&step.places, 0.005)];
        }
        // the stem of a gun is pushed from behind
        let near = if spot.gun { 0.062 } else { 0.016 };
        let back = |far: f32| [0, 1, 2].map(|axis| spot.at[axis] - spot.towards[axis] * far);
        let mut marks = vec![
            Mesh::tube(&spot.along, 0.0024),
            Mesh::tube(&spot.across, 0.0014),
            Mesh::arrow(back(near + 0.059), back(near), 0.0035),
        ];
        if spot.gun {
            marks.push(Mesh::head(spot.towards.map(|along| -along)));
        }
        marks
    }

    /// What stands at each place of the skin.
    pub(crate) fn dots(&self) -> Dots {
        let count = self.skin.places.len();
        let (hurts, grade) = match self.mode {
            Mode::Paint => self.painting.shown(&self.skin),
            Mode::Look | Mode::Find => (vec![0; count], vec![0; count]),
        };
        let area = |main: bool| {
            // at the spot itself its muscle is to be seen, not the area
            let there = self.mode == Mode::Find && self.wish.depth != Depth::Skin;
            let is = |mark| mark == Mark::Essential || (!main && mark == Mark::Spillover);
            let told: Vec<_> = self.told.iter().filter(|told| is(told.mark) && !there).collect();
            if told.is_empty() {
                return vec![0; count];
            }
            self.skin.smooth(&|at| {
                let zone = self.skin.zones[at].and_then(|zone| self.anatomy.skin.zones().get(zone));
                told.iter().any(|told| {
                    // the midline belongs to both sides
                    let here = told.sides.contains(&self.skin.sides[at]) || self.skin.mirror[at] == at;
                    here && zone == Some(&told.zone)
                })
            })
        };
        let (main, beside) = (area(true), area(false));
        let off = self.spot.as_ref().filter(|_| self.mode == Mode::Find).map(|spot| &spot.keep_off);
        let mut bytes = Vec::with_capacity(hurts.len() * 8);
        for at in 0..hurts.len() {
            let off = off.map_or(0, |off| off[at]);
            bytes.extend([hurts[at], grade[at], main[at], beside[at], off, 0, 0, 0]);
        }
        Dots(bytes)
    }

    /// Lowest and highest height at which a source is felt, with a little room.
    pub(crate) fn felt(&self) -> [f32; 2] {
        let (Dots(bytes), mut span) = (self.dots(), [0.0_f32; 2]);
        for (dot, place) in bytes.as_chunks::<8>().0.iter().zip(&self.skin.places) {
            if dot[2] | dot[3] > 127 {
                span = [span[0].min(place[1] - 0.03), span[1].max(place[1] + 0.03)];
            }
        }
        span
    }

    /// Trigger points of what is seen.
    pub(crate) fn shown_points(&self) -> Vec<V3> {
        let muscle = match self.wish.depth {
            Depth::Skin | Depth::Bones => return Vec::new(),
            Depth::Maximus => "gluteus_maximus",
            Depth::Medius => "gluteus_medius",
            Depth::Minimus => "gluteus_minimus",
        };
        let mut both = Vec::new();
        for point in self.anatomy.skin.points() {
            if point.muscle == muscle {
                let [x, y, z] = [point.place.x, point.place.y, point.place.z].map(|along| along as f32);
                both.push([x, y, z]);
                both.push([x, y, -z]);
            }
        }
        both
    }

    /// Puts on the card what only changes now and then.
    pub(crate) fn dress(&mut self) {
        let (dots, marks) = (self.dots(), self.marks());
        if let Some(card) = &mut self.card {
            Card::tell(card, &dots);
            card.mark(&marks);
        }
    }
}
