//! One moment of a figure: every angle said, and what lies between two moments.

use crate::pose::{Reach, Said};

/// Angles and reach of a leg or an arm.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Limb {
    /// Flexion, abduction, outward rotation at hip or shoulder.
    pub(crate) root: [f64; 3],
    /// Bend of knee or elbow.
    pub(crate) mid: f64,
    /// Toes up.
    pub(crate) end: f64,
    pub(crate) reach: Option<Reach>,
}

/// A moment, complete.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Frame {
    pub(crate) tip: f64,
    pub(crate) lean: f64,
    pub(crate) spin: f64,
    pub(crate) yaw: f64,
    pub(crate) rest: Option<String>,
    pub(crate) at: [f64; 3],
    pub(crate) spine: [f64; 3],
    pub(crate) neck: [f64; 3],
    /// Left, right.
    pub(crate) legs: [Limb; 2],
    pub(crate) arms: [Limb; 2],
}

impl Frame {
    /// This moment with what is said of it.
    pub(crate) fn with(mut self, said: &Said) -> Frame {
        let set = |to: &mut f64, from: Option<f64>| *to = from.unwrap_or(*to);
        set(&mut self.tip, said.tip);
        set(&mut self.lean, said.lean);
        set(&mut self.spin, said.spin);
        set(&mut self.yaw, said.yaw);
        self.rest = said.rest.clone().or(self.rest);
        self.at = said.at.unwrap_or(self.at);
        self.spine = said.spine.unwrap_or(self.spine);
        self.neck = said.neck.unwrap_or(self.neck);
        let legs = [
            (said.hip_l, said.knee_l, said.ankle_l, &said.foot_l),
            (said.hip_r, said.knee_r, said.ankle_r, &said.foot_r),
        ];
        for (leg, (hip, knee, ankle, foot)) in self.legs.iter_mut().zip(legs) {
            // An angle that is said takes the place of a reach that was.
            if hip.or(said.hips).is_some() {
                leg.reach = None;
            }
            leg.root = hip.or(said.hips).unwrap_or(leg.root);
            set(&mut leg.mid, knee.or(said.knees));
            set(&mut leg.end, ankle.or(said.ankles));
            leg.reach = foot.clone().or(leg.reach.take());
        }
        let arms = [(said.shoulder_l, said.elbow_l, &said.hand_l), (said.shoulder_r, said.elbow_r, &said.hand_r)];
        for (arm, (shoulder, elbow, hand)) in self.arms.iter_mut().zip(arms) {
            if shoulder.or(said.shoulders).is_some() {
                arm.reach = None;
            }
            arm.root = shoulder.or(said.shoulders).unwrap_or(arm.root);
            set(&mut arm.mid, elbow.or(said.elbows));
            arm.reach = hand.clone().or(arm.reach.take());
        }
        self
    }

    /// What lies between two moments, as a share of the way.
    pub(crate) fn towards(&self, end: &Frame, share: f64) -> Frame {
        let one = |a: f64, b: f64| a + (b - a) * share;
        let three = |a: [f64; 3], b: [f64; 3]| [one(a[0], b[0]), one(a[1], b[1]), one(a[2], b[2])];
        let reach = |a: &Option<Reach>, b: &Option<Reach>| match (a, b) {
            (Some(a), Some(b)) => Some(Reach {
                on: a.on.clone(),
                at: three(a.at, b.at),
                bend: a.bend.zip(b.bend).map(|(a, b)| three(a, b)).or(a.bend),
                sole: Some(one(a.sole.unwrap_or(0.0), b.sole.unwrap_or(0.0))),
                point: a.point.zip(b.point).map(|(a, b)| three(a, b)).or(a.point),
            }),
            _ => None,
        };
        let limb = |a: &Limb, b: &Limb| Limb {
            root: three(a.root, b.root),
            mid: one(a.mid, b.mid),
            end: one(a.end, b.end),
            reach: reach(&a.reach, &b.reach),
        };
        Frame {
            tip: one(self.tip, end.tip),
            lean: one(self.lean, end.lean),
            spin: one(self.spin, end.spin),
            yaw: one(self.yaw, end.yaw),
            rest: self.rest.clone(),
            at: three(self.at, end.at),
            spine: three(self.spine, end.spine),
            neck: three(self.neck, end.neck),
            legs: [limb(&self.legs[0], &end.legs[0]), limb(&self.legs[1], &end.legs[1])],
            arms: [limb(&self.arms[0], &end.arms[0]), limb(&self.arms[1], &end.arms[1])],
        }
    }
}
