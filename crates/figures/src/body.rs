//! The jointed person: lengths, and where every joint is for given angles.
//!
//! Lengths are shares of the height after Drillis and Contini (`drillis1966` in Winter, Biomechanics and Motor Control of Human
//! Movement, table 4.1), for 170 cm. At rest the person stands upright and looks along x, the right side towards z.

use crate::flesh::spot;
use crate::frame::{Frame, Limb};
use crate::pose::{Reach, Side};
use crate::space::{Turn, V3, angle, arc_cos};

pub(crate) const THIGH: f64 = 41.5;
pub(crate) const SHIN: f64 = 41.0;
/// The ankle over the sole.
pub(crate) const HEEL: f64 = 7.0;
pub(crate) const ARM: f64 = 30.0;
pub(crate) const FOREARM: f64 = 25.0;
/// From the wrist to the middle of the palm, where a hand touches.
pub(crate) const PALM: f64 = 7.0;
const HIP_OUT: f64 = 8.5;
const SHOULDER: V3 = V3(0.0, 19.5, 16.0);
const LUMBAR: V3 = V3(-1.0, 11.0, 0.0);
const THORAX: V3 = V3(0.0, 13.0, 0.0);
const NECK: V3 = V3(0.0, 23.0, 0.0);
const HEAD: V3 = V3(1.0, 7.0, 0.0);

/// A joint with the turn of what lies beyond it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Joint {
    pub(crate) at: V3,
    pub(crate) turn: Turn,
}

impl Joint {
    pub(crate) fn out(self, by: V3) -> V3 {
        self.at + self.turn.of(by)
    }

    fn next(self, by: V3, turn: Turn) -> Joint {
        Joint { at: self.out(by), turn: self.turn.after(turn) }
    }
}

/// Leg or arm: hip, knee, ankle; or shoulder, elbow, wrist.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Chain {
    pub(crate) root: Joint,
    pub(crate) mid: Joint,
    pub(crate) end: Joint,
}

impl Chain {
    /// Puts the foot flat, as it is where somebody stands on it.
    fn stand(&mut self) {
        let toes = self.end.turn.0[0];
        let x = V3(toes.0, 0.0, toes.2).unit();
        let y = V3(0.0, 1.0, 0.0);
        self.end.turn = Turn([x, y, x.cross(y)]);
    }
}

/// Every joint in space.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Body {
    pub(crate) pelvis: Joint,
    pub(crate) lumbar: Joint,
    pub(crate) thorax: Joint,
    pub(crate) neck: Joint,
    pub(crate) head: Joint,
    /// Left, right.
    pub(crate) legs: [Chain; 2],
    pub(crate) arms: [Chain; 2],
}

impl Body {
    /// The person with the pelvis at the origin, moved by `by`. What `reach` names is in the picture's own coordinates.
    pub(crate) fn of(frame: &Frame, by: V3) -> Body {
        let root = Turn::y(frame.yaw).after(Turn::z(frame.tip)).after(Turn::x(frame.lean)).after(Turn::y(frame.spin));
        let pelvis = Joint { at: by, turn: root };
        let half =
            |[bend, side, turn]: [f64; 3]| Turn::z(-bend / 2.0).after(Turn::x(side / 2.0)).after(Turn::y(turn / 2.0));
        let lumbar = pelvis.next(LUMBAR, half(frame.spine));
        let thorax = lumbar.next(THORAX, half(frame.spine));
        let neck = thorax.next(NECK, half(frame.neck));
        let head = neck.next(HEAD, half(frame.neck));
        let leg = |side: Side| {
            let hip = pelvis.next(V3(0.0, 0.0, HIP_OUT * side.sign()), Turn::NONE);
            bent(hip, &frame.legs[side.at()], side, [THIGH, SHIN], -1.0)
        };
        let arm = |side: Side| {
            let shoulder = thorax.next(SHOULDER.times(V3(1.0, 1.0, side.sign())), Turn::NONE);
            bent(shoulder, &frame.arms[side.at()], side, [ARM, FOREARM], 1.0)
        };
        let mut body =
            Body { pelvis, lumbar, thorax, neck, head, legs: Side::BOTH.map(leg), arms: Side::BOTH.map(arm) };
        for side in Side::BOTH {
            if frame.rest.as_deref() == Some(["foot_l", "foot_r"][side.at()]) {
                body.legs[side.at()].stand();
            }
        }
        body.reach(frame);
        body
    }

    /// Puts feet and hands where they shall be: those on the ground first, since others may lie on them.
    fn reach(&mut self, frame: &Frame) {
        for own in [false, true] {
            for side in Side::BOTH {
                let wanted = frame.legs[side.at()].reach.as_ref().filter(|reach| reach.on.is_some() == own);
                if let Some(reach) = wanted {
                    self.legs[side.at()] = self.stepped(self.legs[side.at()], reach);
                }
            }
        }
        for side in Side::BOTH {
            if let Some(reach) = &frame.arms[side.at()].reach {
                self.arms[side.at()] = self.grasped(self.arms[side.at()], reach, side);
            }
        }
    }

    pub(crate) fn target(&self, reach: &Reach) -> V3 {
        let from = reach.on.as_deref().and_then(|name| self.point(name)).unwrap_or_default();
        from + V3::from(reach.at)
    }

    /// Where a sole under its ankle, or a palm, has come to.
    pub(crate) fn reached(&self, chain: &Chain, foot: bool) -> V3 {
        chain.end.out(V3(0.0, if foot { -HEEL } else { -PALM }, 0.0))
    }

    fn stepped(&self, leg: Chain, reach: &Reach) -> Chain {
        let front = self.pelvis.turn.of(V3(1.0, 0.0, 0.0));
        let up = self.pelvis.turn.of(V3(0.0, 1.0, 0.0));
        // Lying, the knee points up; the toes, where the body's length points.
        let bend = reach.bend.map_or(front, V3::from);
        let level = |v: V3| V3(v.0, 0.0, v.2);
        let ahead = if level(front).len() > 0.5 { level(front) } else { level(-up) };
        let heading = reach.point.map_or(ahead, V3::from).unit();
        let (s, c) = crate::space::sin_cos(reach.sole.unwrap_or(0.0));
        let x = level(heading).unit() * c + V3(0.0, s, 0.0);
        let z = level(heading).unit().cross(V3(0.0, 1.0, 0.0));
        let foot = Turn([x, z.cross(x), z]);
        let ankle = self.target(reach) + foot.0[1] * HEEL;
        let mut leg = solved(leg.root, ankle, bend, [THIGH, SHIN], -1.0);
        leg.end.turn = foot;
        leg
    }

    fn grasped(&self, arm: Chain, reach: &Reach, side: Side) -> Chain {
        let target = self.target(reach);
        let back = self.thorax.turn.of(V3(-1.0, -0.6, 0.5 * side.sign()));
        let bend = reach.bend.map_or(back, V3::from);
        let mut fingers = reach.point.map_or(target - arm.root.at, V3::from).unit();
        let root = arm.root;
        let mut arm = solved(root, target - fingers * PALM, bend, [ARM, FOREARM], 1.0);
        // A hand of which nothing is said goes on as its forearm does.
        for _ in 0..if reach.point.is_some() { 0 } else { 12 } {
            fingers = -arm.mid.turn.0[1];
            arm = solved(root, target - fingers * PALM, bend, [ARM, FOREARM], 1.0);
        }
        if reach.point.is_some() {
            let y = -fingers;
            let x = arm.mid.turn.0[0];
            let x = (x - y * x.dot(y)).unit();
            arm.end.turn = Turn([x, y, x.cross(y)]);
        }
        arm
    }

    /// A point by its name: a joint, the middle of a bone, or a region's spot.
    pub(crate) fn point(&self, name: &str) -> Option<V3> {
        let (part, side) = match name.rsplit_once('_') {
            Some((part, "l")) => (part, 0),
            Some((part, "r")) => (part, 1),
            _ => (name, 1),
        };
        let (leg, arm) = (&self.legs[side], &self.arms[side]);
        let out = if side == 1 { 1.0 } else { -1.0 };
        Some(match part {
            "pelvis" => self.pelvis.at,
            "belly" => self.lumbar.out(V3(9.0, 4.0, 0.0)),
            "loin" => self.lumbar.out(V3(-9.0, 4.0, 0.0)),
            "waist" => self.lumbar.out(V3(-3.0, 3.0, 13.0 * out)),
            "rim" => self.pelvis.out(V3(0.0, 10.0, 13.0 * out)),
            "flank" => self.pelvis.out(V3(0.0, 2.0, 17.0 * out)),
            "buttock" => self.pelvis.out(V3(-12.0, 0.0, 8.0 * out)),
            "front" => self.pelvis.out(V3(9.5, 5.0, 11.0 * out)),
            "chest" => self.thorax.out(V3(11.0, 10.0, 0.0)),
            "back" => self.thorax.out(V3(-10.0, 12.0, 0.0)),
            "neck" => self.neck.at,
            "head" => self.head.out(V3(0.0, 10.0, 0.0)),
            "hip" => leg.root.at,
            "thigh" => leg.root.at.towards(leg.mid.at, 0.5),
            "hamstring" => leg.root.out(V3(-7.5, -0.55 * THIGH, 0.0)),
            "band" => leg.root.out(V3(0.0, -0.86 * THIGH, 0.0)),
            "lap" => leg.root.out(V3(8.0, -0.6 * THIGH, 0.0)),
            "knee" => leg.mid.at,
            "shin" => leg.mid.at.towards(leg.end.at, 0.5),
            "calf" => leg.mid.out(V3(-6.0, -0.4 * SHIN, 0.0)),
            "ankle" => leg.end.at,
            "heel" => leg.end.out(V3(-3.0, -HEEL, 0.0)),
            "sole" => leg.end.out(V3(8.0, -HEEL, 0.0)),
            "foot" => leg.end.out(V3(5.0, -4.0, 0.0)),
            "toes" => leg.end.out(V3(16.0, -5.0, 0.0)),
            "shoulder" => arm.root.at,
            "upper_arm" => arm.root.at.towards(arm.mid.at, 0.5),
            "elbow" => arm.mid.at,
            "forearm" => arm.mid.at.towards(arm.end.at, 0.5),
            "wrist" => arm.end.at,
            "hand" => arm.end.out(V3(0.0, -PALM, 0.0)),
            "fingers" => arm.end.out(V3(0.0, -14.0, 0.0)),
            region => return spot(self, region, if side == 1 { Side::Right } else { Side::Left }).map(|(at, _)| at),
        })
    }

    /// The angles that a leg has at hip, knee and ankle, however it came there: flexion, abduction, outward rotation; knee; ankle.
    pub(crate) fn leg_angles(&self, side: Side) -> ([f64; 3], f64, f64) {
        let leg = &self.legs[side.at()];
        let hip = parted(self.pelvis.turn.back().after(leg.root.turn), side);
        let shin = leg.root.turn.back().of(leg.mid.turn.0[1]);
        let knee = angle(shin.0, shin.1);
        let foot = leg.mid.turn.back().of(leg.end.turn.0[0]);
        (hip, knee, angle(foot.1, V3(foot.0, 0.0, foot.2).len()))
    }

    /// How far an arm is lifted from the trunk, and its elbow's bend.
    pub(crate) fn arm_angles(&self, side: Side) -> (f64, f64) {
        let arm = &self.arms[side.at()];
        let lifted = arc_cos(self.thorax.turn.0[1].dot(arm.root.turn.0[1]));
        (lifted, arc_cos(arm.root.turn.0[1].dot(arm.mid.turn.0[1])))
    }
}

/// A chain with given angles. `way` is which way its middle joint bends.
fn bent(root: Joint, limb: &Limb, side: Side, [first, second]: [f64; 2], way: f64) -> Chain {
    let [flex, out, turned] = limb.root;
    let turn = Turn::z(flex).after(Turn::x(-out * side.sign())).after(Turn::y(-turned * side.sign()));
    let root = Joint { at: root.at, turn: root.turn.after(turn) };
    let mid = root.next(V3(0.0, -first, 0.0), Turn::z(way * limb.mid));
    let end = mid.next(V3(0.0, -second, 0.0), Turn::z(limb.end));
    Chain { root, mid, end }
}

/// A chain whose end is at `to` and whose middle joint points to `bend`.
fn solved(root: Joint, to: V3, bend: V3, [first, second]: [f64; 2], way: f64) -> Chain {
    let all = to - root.at;
    let far = all.len().clamp((first - second).abs() + 0.01, first + second - 0.01);
    let along = all.unit();
    let aside = (bend - along * bend.dot(along)).unit();
    let share = (first * first + far * far - second * second) / (2.0 * far * first);
    let high = (1.0 - share * share).max(0.0).sqrt();
    let mid = root.at + along * (share * first) + aside * (high * first);
    let end = root.at + along * far;
    let framed = |at: V3, next: V3| {
        let y = (at - next).unit();
        let x = aside * -way;
        let x = (x - y * x.dot(y)).unit();
        Joint { at, turn: Turn([x, y, x.cross(y)]) }
    };
    let (upper, lower) = (framed(root.at, mid), framed(mid, end));
    Chain { root: upper, mid: lower, end: Joint { at: end, turn: lower.turn } }
}

/// Flexion, abduction and outward rotation of a turn.
fn parted(turn: Turn, side: Side) -> [f64; 3] {
    let [x, y, z] = turn.0;
    // turn = z(flex) x(-out) y(-turned): the y axis has lost nothing to the last of them.
    let out = libm::asin(y.2.clamp(-1.0, 1.0)).to_degrees();
    let flex = angle(-y.0, y.1);
    let turned = angle(-x.2, z.2);
    [flex, -out * side.sign(), -turned * side.sign()]
}
