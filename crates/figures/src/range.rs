//! What joints can do, and whether a body is where a body can be.

use crate::body::Body;
use crate::flesh::{Blob, groups};
use crate::frame::Frame;
use crate::pose::{Side, Thing, ThingKind};
use crate::scene::Scene;
use crate::settle::part;
use crate::space::V3;

/// Least and most, degrees. Normal ranges of the American Academy of Orthopaedic Surgeons as given by Norkin and White
/// (Measurement of Joint Motion, 5th edition, appendix B). Where the body's weight or a hand pushes further, what is reached
/// passively is allowed: hip flexion and rotation with a bent knee, knee flexion and pointed toes in kneeling.
const RANGES: &[(&str, f64, f64)] = &[
    ("hip flexion", -30.0, 140.0),
    ("hip abduction", -40.0, 50.0),
    ("hip rotation outward", -45.0, 72.0),
    ("knee flexion", 0.0, 158.0),
    ("ankle, toes up", -72.0, 30.0),
    ("trunk forward", -30.0, 80.0),
    ("trunk sideways", -35.0, 35.0),
    ("trunk turn", -45.0, 45.0),
    ("neck forward", -50.0, 50.0),
    ("neck sideways", -45.0, 45.0),
    ("neck turn", -60.0, 60.0),
    ("arm lift", 0.0, 180.0),
    ("elbow flexion", 0.0, 150.0),
];

/// How far flesh and mats give way, cm.
const GIVES: f64 = 3.0;
/// How far a hand, foot or tool may be from where it shall be, cm.
const MISSED: f64 = 1.5;

/// Everything that is not as a body can be, in words.
pub(crate) fn slips(scene: &Scene) -> Vec<String> {
    let mut slips = Vec::new();
    for (when, frame, body) in scene.moments() {
        let mut say = |what: String| slips.push(format!("{when}: {what}"));
        for (joint, angle) in angles(&frame, &body) {
            let Some((_, least, most)) = RANGES.iter().find(|(name, ..)| *name == joint.0) else { continue };
            if angle < least - 0.5 || angle > most + 0.5 {
                say(format!("{}{} is {angle:.0}, outside {least:.0} to {most:.0}", joint.0, joint.1));
            }
        }
        for group in groups(&body) {
            for part in &group.parts {
                let deep = part.blobs.iter().map(|blob| sunk(scene, blob)).fold(f64::NEG_INFINITY, f64::max);
                if deep > GIVES {
                    say(format!("{} of {} is {deep:.1} cm inside what is round it", part.name, group.name));
                }
            }
        }
        for side in Side::BOTH {
            let limbs = [(&frame.legs, &body.legs, "foot"), (&frame.arms, &body.arms, "hand")];
            for (limbs, chains, name) in limbs {
                let Some(reach) = &limbs[side.at()].reach else { continue };
                let chain = &chains[side.at()];
                let there = body.reached(chain, name == "foot");
                let gap = (there - body.target(reach)).len();
                if gap > MISSED {
                    say(format!("{name} {side:?} is {gap:.1} cm short of where it shall be"));
                }
            }
        }
        if let Some(off) = toppled(scene, &frame, &body) {
            say(format!("the weight is {off:.0} cm beyond what carries it"));
        }
        if let Some((at, radius)) = scene.lain_on(&body) {
            let gap = things(scene).map(|thing| away(thing, at)).fold(at.1 - scene.ground(), f64::min) - radius;
            if gap.abs() > MISSED {
                say(format!("the tool is {gap:.1} cm off what it lies on"));
            }
        }
    }
    slips
}

fn things(scene: &Scene) -> impl Iterator<Item = &Thing> {
    let solid = |thing: &&Thing| {
        matches!(thing.is, ThingKind::Mat | ThingKind::Bed | ThingKind::Wall | ThingKind::Chair | ThingKind::Step)
    };
    scene.figure.things.iter().flatten().filter(solid)
}

/// Shares of the body's weight (Winter, table 4.1), by part.
const MASSES: &[(&str, f64)] = &[
    ("pelvis", 0.142),
    ("belly", 0.139),
    ("chest", 0.216),
    ("face", 0.081),
    ("thigh", 0.1),
    ("shin", 0.061),
    ("sleeve", 0.028),
    ("forearm", 0.022),
];
/// How far beyond what carries it the weight may be, cm: a body has some width everywhere.
const SWAY: f64 = 7.0;

/// How far the weight is to the left or right of everything that carries it, if it is. Who leans on a wall or holds on to something
/// does not topple.
fn toppled(scene: &Scene, frame: &Frame, body: &Body) -> Option<f64> {
    let (mut weight, mut moment) = (0.0, 0.0);
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for part in groups(body).iter().flat_map(|group| &group.parts) {
        let mass = MASSES.iter().find(|(name, _)| *name == part.name).map_or(0.0, |(_, mass)| *mass);
        weight += mass;
        moment += mass * (part.from.0 + part.to.0) / 2.0;
        for blob in part.blobs.iter().filter(|blob| sunk(scene, blob) > -GIVES - 1.0) {
            low = low.min(-blob.reach(V3(-1.0, 0.0, 0.0)));
            high = high.max(blob.reach(V3(1.0, 0.0, 0.0)));
        }
    }
    // Whatever it rests on may be soft, or a saddle.
    let carrier = frame.rest.as_deref().and_then(|name| part(body, name)).unwrap_or_default();
    for blob in &carrier.0 {
        low = low.min(-blob.reach(V3(-1.0, 0.0, 0.0)));
        high = high.max(blob.reach(V3(1.0, 0.0, 0.0)));
    }
    let held =
        frame.arms.iter().zip(&body.arms).filter(|(arm, _)| arm.reach.as_ref().is_some_and(|reach| reach.on.is_none()));
    let tool = scene.lain_on(body).map(|(at, _)| at.0);
    for x in held.map(|(_, arm)| arm.end.at.0).chain(tool) {
        (low, high) = (low.min(x), high.max(x));
    }
    let at = moment / weight;
    let off = (low - at).max(at - high);
    (off > SWAY).then_some(off)
}

/// The box of a thing: of a bed its mattress, of a chair its seat.
fn bounds(thing: &Thing) -> [[f64; 2]; 3] {
    let y = match thing.is {
        ThingKind::Bed => [-26.0, 0.0],
        ThingKind::Chair => [thing.y[1] - 4.0, thing.y[1]],
        _ => thing.y,
    };
    [thing.x, y, thing.z]
}

/// How far a point is from a thing; below 0 inside it.
fn away(thing: &Thing, at: V3) -> f64 {
    let outside = |[low, high]: [f64; 2], at: f64| (low.min(high) - at).max(at - low.max(high));
    let [x, y, z] = bounds(thing);
    let gaps = [outside(x, at.0), outside(y, at.1), outside(z, at.2)];
    let out = gaps.map(|gap| gap.max(0.0));
    let inside = gaps.into_iter().fold(f64::NEG_INFINITY, f64::max).min(0.0);
    V3(out[0], out[1], out[2]).len() + inside
}

/// How deep a blob is in the ground or in a thing.
fn sunk(scene: &Scene, blob: &Blob) -> f64 {
    let mut deep = scene.ground() + blob.reach(V3(0.0, -1.0, 0.0));
    for thing in things(scene) {
        let [x, y, z] = bounds(thing);
        let depth = |axis: V3, [low, high]: [f64; 2]| {
            let (low, high) = (low.min(high), low.max(high));
            // Out by the shorter way.
            (blob.reach(axis) - low).min(high + blob.reach(-axis))
        };
        let in_x = depth(V3(1.0, 0.0, 0.0), x);
        let in_y = depth(V3(0.0, 1.0, 0.0), y);
        let in_z = depth(V3(0.0, 0.0, 1.0), z);
        // Only a middle over the thing counts: edges are soft.
        let over = blob.at.0 > x[0].min(x[1]) && blob.at.0 < x[0].max(x[1]) && blob.at.2 > z[0] && blob.at.2 < z[1];
        let least = if over || thing.is == ThingKind::Wall { in_x.min(in_y).min(in_z) } else { f64::NEG_INFINITY };
        deep = deep.max(least);
    }
    deep
}

type Named = ((&'static str, &'static str), f64);

/// Every angle by name and side.
fn angles(frame: &Frame, body: &Body) -> Vec<Named> {
    let mut all: Vec<Named> = vec![
        (("trunk forward", ""), frame.spine[0]),
        (("trunk sideways", ""), frame.spine[1]),
        (("trunk turn", ""), frame.spine[2]),
        (("neck forward", ""), frame.neck[0]),
        (("neck sideways", ""), frame.neck[1]),
        (("neck turn", ""), frame.neck[2]),
    ];
    for side in Side::BOTH {
        let name = if side == Side::Left { ", left" } else { ", right" };
        let ([flexion, abduction, rotation], knee, ankle) = body.leg_angles(side);
        let (lift, elbow) = body.arm_angles(side);
        all.extend([
            (("hip flexion", name), flexion),
            (("hip abduction", name), abduction),
            (("hip rotation outward", name), rotation),
            (("knee flexion", name), knee),
            (("ankle, toes up", name), ankle),
            (("arm lift", name), lift),
            (("elbow flexion", name), elbow),
        ]);
    }
    all
}
