//! How a part gets from where it begins to where it ends: keyframes of CSS.
//!
//! A part is drawn where it ends. A keyframe says how it must be moved, turned round the joint it hangs on, and drawn out along its
//! bone, to lie where it did.

use crate::body::Body;
use crate::camera::{Camera, P2, whole_number};
use crate::flesh::{Part, groups};
use crate::scene::eased;
use crate::space::V3;
use std::fmt::Write as _;

/// Shares of the time at which the body is worked out; the ends rest a while.
pub(crate) const STEPS: [f64; 3] = [0.25, 0.5, 0.75];
/// When that is, in an animation that rests 8 of 100 at either end.
const TIMES: [&str; 4] = ["0%,8%", "29%", "50%", "71%"];
/// Less than this is no motion, units.
const STILL: f64 = 1.2;
/// This far a part may lie from where it belongs, units; a centimetre is about three.
const ASTRAY: f64 = 4.0;

/// The bodies that a figure goes through, besides the last.
pub(crate) struct Motion<'m> {
    pub(crate) start: &'m Body,
    pub(crate) steps: &'m [Body],
    pub(crate) camera: &'m Camera,
}

/// A bone as seen: from where to where.
type Bone = (P2, P2);

/// The way of a part: its bone at each moment and at the end.
pub(crate) struct Way {
    bones: Vec<Bone>,
    end: Bone,
    frames: Vec<Frame>,
}

/// Where a part lies at a moment, as seen from where it ends.
struct Frame {
    by: P2,
    /// Degrees.
    turn: f64,
    /// Of its own length.
    length: f64,
}

impl Motion<'_> {
    /// The way of a part; none if it stays.
    pub(crate) fn way(&self, group: &str, part: &Part) -> Option<Way> {
        let seen = |part: &Part| (self.camera.sees(part.from), self.camera.sees(part.to));
        let own = |body: &Body| {
            let group = groups(body).into_iter().find(|other| other.name == group)?;
            group.parts.iter().find(|other| other.name == part.name).map(seen)
        };
        self.followed(seen(part), own)
    }

    /// The way of a line between two points of the body, which is at `end` now.
    pub(crate) fn line(&self, from: &str, to: &str, end: (V3, V3)) -> Option<Way> {
        let seen = |(from, to): (V3, V3)| (self.camera.sees(from), self.camera.sees(to));
        self.followed(seen(end), |body| Some(seen((body.point(from)?, body.point(to)?))))
    }

    fn followed(&self, end: Bone, bone: impl Fn(&Body) -> Option<Bone>) -> Option<Way> {
        let bodies = std::iter::once(self.start).chain(self.steps);
        let bones = bodies.map(bone).collect::<Option<Vec<Bone>>>()?;
        let still = |bone: &Bone| gap(bone.0, end.0) < STILL && gap(bone.1, end.1) < STILL * 2.0;
        if bones.iter().all(still) {
            return None;
        }
        let mut frames: Vec<Frame> = bones.iter().map(|bone| Frame::of(*bone, end)).collect();
        let mut last = 0.0;
        // Backwards from the end, so that each turn is the nearest to the one after it.
        for frame in frames.iter_mut().rev() {
            frame.turn -= ((frame.turn - last) / 360.0).round() * 360.0;
            last = frame.turn;
        }
        Some(Way { bones, end, frames })
    }
}

impl Way {
    /// Does another part lie right if it goes along with this one?
    pub(crate) fn carries(&self, other: &Way) -> bool {
        self.stretch().is_none()
            && self.frames.iter().zip(&other.bones).all(|(frame, bone)| {
                let at = |point: P2| frame.carried(point, self.end.0);
                gap(at(other.end.0), bone.0) < ASTRAY && gap(at(other.end.1), bone.1) < ASTRAY
            })
    }

    /// Its keyframes, under a name.
    pub(crate) fn rule(&self, name: char) -> String {
        let straight = self.is_straight();
        let frames = if straight { &self.frames[..1] } else { &self.frames };
        let turned = frames.iter().any(|frame| frame.turn.abs() > 0.5);
        let pivot = self.end.0;
        let even = if straight { "" } else { ";animation-timing-function:linear" };
        let mut rule = format!(
            ".{name}{{transform-origin:{}px {}px;animation-name:{name}{even}}}@keyframes {name}{{",
            whole_number(pivot.0),
            whole_number(pivot.1)
        );
        for (time, frame) in TIMES.iter().zip(frames) {
            let (x, y) = (whole_number(frame.by.0), whole_number(frame.by.1));
            let _ = write!(rule, "{time}{{transform:translate({x}px,{y}px)");
            if turned {
                let _ = write!(rule, "rotate({}deg)", whole_number(frame.turn));
            }
            if let Some(slope) = self.stretch() {
                let length = frame.length.clamp(0.3, 3.0);
                let _ = write!(rule, "rotate({slope}deg)scaleX({length:.2})rotate({}deg)", -slope);
            }
            rule += "}";
        }
        rule + "92%,to{transform:none}}"
    }

    /// Would it go the same way with nothing in between?
    fn is_straight(&self) -> bool {
        let Some((first, rest)) = self.frames.split_first() else { return true };
        rest.iter().zip(STEPS).zip(&self.bones[1..]).all(|((_, share), bone)| {
            let frame = first.times(1.0 - eased(share));
            let at = |point: P2| frame.carried(point, self.end.0);
            gap(at(self.end.0), bone.0) < ASTRAY && (gap(at(self.end.1), bone.1) < ASTRAY || self.stretch().is_some())
        })
    }

    /// The slope along which it is drawn out, if it is.
    fn stretch(&self) -> Option<i64> {
        let (from, to) = self.end;
        let changes = self.frames.iter().any(|frame| (frame.length - 1.0).abs() > 0.08);
        (changes && gap(from, to) > 40.0).then(|| whole_number(slope(self.end)))
    }
}

impl Frame {
    fn of(bone: Bone, end: Bone) -> Frame {
        Frame {
            by: P2(bone.0.0 - end.0.0, bone.0.1 - end.0.1),
            turn: slope(bone) - slope(end),
            length: gap(bone.0, bone.1) / gap(end.0, end.1).max(1.0),
        }
    }

    fn times(&self, share: f64) -> Frame {
        let by = P2(self.by.0 * share, self.by.1 * share);
        Frame { by, turn: self.turn * share, length: 1.0 + (self.length - 1.0) * share }
    }

    /// Where a point comes to that is turned round a pivot and moved.
    fn carried(&self, point: P2, pivot: P2) -> P2 {
        let (s, c) = crate::space::sin_cos(self.turn);
        let (x, y) = (point.0 - pivot.0, point.1 - pivot.1);
        P2(pivot.0 + x * c - y * s + self.by.0, pivot.1 + x * s + y * c + self.by.1)
    }
}

fn gap(a: P2, b: P2) -> f64 {
    libm::hypot(b.0 - a.0, b.1 - a.1)
}

fn slope((from, to): Bone) -> f64 {
    libm::atan2(to.1 - from.1, to.0 - from.0).to_degrees()
}
