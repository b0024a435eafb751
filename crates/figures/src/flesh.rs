//! What is round the bones: rounded bodies, in parts that are drawn as one.

use crate::body::{ARM, Body, Chain, FOREARM, HEEL, Joint, SHIN, THIGH};
use crate::pose::Side;
use crate::space::{Turn, V3};

/// A ball drawn out along three axes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Blob {
    pub(crate) at: V3,
    pub(crate) axes: [V3; 3],
}

impl Blob {
    pub(crate) fn ball(at: V3, radius: f64) -> Blob {
        Blob { at, axes: Turn::NONE.0.map(|axis| axis * radius) }
    }

    fn long(at: V3, turn: Turn, radii: V3) -> Blob {
        let [x, y, z] = turn.0;
        Blob { at, axes: [x * radii.0, y * radii.1, z * radii.2] }
    }

    /// How far it reaches along a way.
    pub(crate) fn reach(&self, way: V3) -> f64 {
        self.at.dot(way) + self.axes.iter().map(|axis| axis.dot(way) * axis.dot(way)).sum::<f64>().sqrt()
    }

    /// Where a line from `from` along `way` leaves it: how far, if it meets it.
    fn exit(&self, from: V3, way: V3) -> Option<f64> {
        let local = |v: V3| {
            let [x, y, z] = self.axes.map(|axis| axis.dot(v) / axis.dot(axis));
            V3(x, y, z)
        };
        let (o, d) = (local(from - self.at), local(way));
        let (a, b, c) = (d.dot(d), o.dot(d), o.dot(o) - 1.0);
        let root = b * b - a * c;
        (root >= 0.0).then(|| (root.sqrt() - b) / a)
    }
}

/// What a part is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Cloth {
    Skin,
    Shirt,
    Shorts,
    Hair,
}

/// What moves as one: a bone with what is round it.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) cloth: Cloth,
    pub(crate) blobs: Vec<Blob>,
    /// The ends of its bone.
    pub(crate) from: V3,
    pub(crate) to: V3,
}

/// A limb, the trunk or the head: parts with one outline.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// `leg_l`, `arm_r`, `trunk`, `head`.
    pub(crate) name: &'static str,
    pub(crate) parts: Vec<Part>,
}

/// All groups.
pub(crate) fn groups(body: &Body) -> Vec<Group> {
    vec![
        Group { name: "leg_l", parts: leg(&body.legs[0]) },
        Group { name: "leg_r", parts: leg(&body.legs[1]) },
        Group { name: "arm_l", parts: arm(&body.arms[0]) },
        Group { name: "arm_r", parts: arm(&body.arms[1]) },
        Group { name: "trunk", parts: trunk(body) },
        Group { name: "head", parts: head(body) },
    ]
}

fn leg(leg: &Chain) -> Vec<Part> {
    let ball = |joint: Joint, at: V3, radius| Blob::ball(joint.out(at), radius);
    vec![
        Part {
            name: "foot",
            cloth: Cloth::Skin,
            blobs: vec![
                ball(leg.end, V3(-3.0, 3.4 - HEEL, 0.0), 3.4),
                ball(leg.end, V3(0.0, 0.0, 0.0), 3.7),
                ball(leg.end, V3(11.5, 2.2 - HEEL, 0.0), 2.2),
                ball(leg.end, V3(16.5, 1.5 - HEEL, 0.0), 1.5),
            ],
            from: leg.end.at,
            to: leg.end.out(V3(14.0, -5.0, 0.0)),
        },
        Part {
            name: "shin",
            cloth: Cloth::Skin,
            blobs: vec![
                ball(leg.mid, V3(0.3, 0.0, 0.0), 5.7),
                ball(leg.mid, V3(-0.9, -0.28 * SHIN, 0.0), 5.7),
                ball(leg.mid, V3(0.0, -SHIN, 0.0), 3.6),
            ],
            from: leg.mid.at,
            to: leg.end.at,
        },
        Part {
            name: "thigh",
            cloth: Cloth::Shorts,
            blobs: vec![
                ball(leg.root, V3(-0.5, -1.0, 0.0), 9.2),
                ball(leg.root, V3(0.4, -0.4 * THIGH, 0.0), 8.4),
                ball(leg.root, V3(0.2, -0.93 * THIGH, 0.0), 6.5),
            ],
            from: leg.root.at,
            to: leg.mid.at,
        },
    ]
}

fn arm(arm: &Chain) -> Vec<Part> {
    let ball = |joint: Joint, at: f64, radius| Blob::ball(joint.out(V3(0.0, -at, 0.0)), radius);
    vec![
        Part {
            name: "hand",
            cloth: Cloth::Skin,
            blobs: vec![ball(arm.end, 0.0, 2.7), ball(arm.end, 6.5, 3.4), ball(arm.end, 14.5, 2.1)],
            from: arm.end.at,
            to: arm.end.out(V3(0.0, -14.0, 0.0)),
        },
        Part {
            name: "forearm",
            cloth: Cloth::Skin,
            blobs: vec![ball(arm.mid, 0.0, 3.9), ball(arm.mid, 0.3 * FOREARM, 4.0), ball(arm.mid, FOREARM, 2.7)],
            from: arm.mid.at,
            to: arm.end.at,
        },
        Part {
            name: "sleeve",
            cloth: Cloth::Shirt,
            blobs: vec![ball(arm.root, 0.5, 5.7), ball(arm.root, 0.9 * ARM, 4.6)],
            from: arm.root.at,
            to: arm.mid.at,
        },
    ]
}

fn trunk(body: &Body) -> Vec<Part> {
    let long = |joint: Joint, at: V3, radii: V3| Blob::long(joint.out(at), joint.turn, radii);
    vec![
        Part {
            name: "pelvis",
            cloth: Cloth::Shorts,
            blobs: pelvis(body).to_vec(),
            from: body.pelvis.at,
            to: body.lumbar.at,
        },
        Part {
            name: "belly",
            cloth: Cloth::Shirt,
            blobs: vec![
                long(body.pelvis, V3(-0.3, 9.0, 0.0), V3(9.7, 4.0, 14.2)),
                long(body.lumbar, V3(0.2, 6.0, 0.0), V3(9.2, 6.0, 12.6)),
                long(body.thorax, V3(0.5, 4.0, 0.0), V3(10.0, 6.0, 13.0)),
            ],
            from: body.lumbar.at,
            to: body.thorax.at,
        },
        Part {
            name: "chest",
            cloth: Cloth::Shirt,
            blobs: vec![
                long(body.thorax, V3(0.5, 5.0, 0.0), V3(10.2, 7.0, 13.0)),
                long(body.thorax, V3(0.7, 11.0, 0.0), V3(11.0, 8.0, 14.5)),
                long(body.thorax, V3(-0.8, 19.0, 0.0), V3(7.0, 4.2, 15.5)),
            ],
            from: body.thorax.at,
            to: body.neck.at,
        },
    ]
}

fn pelvis(body: &Body) -> [Blob; 4] {
    let long = |at: V3, radii: V3| Blob::long(body.pelvis.out(at), body.pelvis.turn, radii);
    [
        long(V3(0.0, 4.5, 0.0), V3(9.8, 7.5, 15.0)),
        long(V3(-0.8, -1.5, 0.0), V3(9.4, 8.0, 16.4)),
        long(V3(-4.0, -1.0, 7.5), V3(8.6, 8.8, 7.6)),
        long(V3(-4.0, -1.0, -7.5), V3(8.6, 8.8, 7.6)),
    ]
}

fn head(body: &Body) -> Vec<Part> {
    let long = |joint: Joint, at: V3, radii: V3| Blob::long(joint.out(at), joint.turn, radii);
    let part =
        |name, cloth, blobs| Part { name, cloth, blobs, from: body.head.at, to: body.head.out(V3(0.0, 12.0, 0.0)) };
    vec![
        Part {
            name: "neck",
            cloth: Cloth::Skin,
            blobs: vec![Blob::ball(body.neck.out(V3(-0.5, -2.0, 0.0)), 5.4), Blob::ball(body.head.at, 5.0)],
            from: body.neck.at,
            to: body.head.at,
        },
        part(
            "face",
            Cloth::Skin,
            vec![
                long(body.head, V3(0.8, 10.0, 0.0), V3(8.6, 9.6, 7.2)),
                long(body.head, V3(4.6, 3.6, 0.0), V3(3.8, 3.8, 4.2)),
            ],
        ),
        part("nose", Cloth::Skin, vec![Blob::ball(body.head.out(V3(9.0, 7.4, 0.0)), 1.5)]),
        part(
            "hair",
            Cloth::Hair,
            vec![
                long(body.head, V3(-1.6, 12.3, 0.0), V3(8.6, 8.6, 7.9)),
                long(body.head, V3(-5.6, 7.6, 0.0), V3(4.2, 6.0, 6.6)),
            ],
        ),
        part("fringe", Cloth::Hair, vec![long(body.head, V3(1.6, 17.2, 0.0), V3(6.6, 3.4, 6.6))]),
    ]
}

/// Where a region's spot lies on the skin, and which way is out there: seen from the middle of the pelvis (or of the waist or
/// thigh), for the right side. Places follow `guide/regions.toml`.
pub(crate) fn spot(body: &Body, region: &str, side: Side) -> Option<(V3, V3)> {
    let mirrored = |v: V3| v.times(V3(1.0, 1.0, side.sign()));
    let way = match region {
        "gmax_upper" => V3(-11.0, 5.0, 5.0),
        "gmax_middle" => V3(-10.5, 0.0, 9.5),
        "gmax_lower" => V3(-10.0, -7.5, 6.5),
        "piriformis" => V3(-10.5, 1.0, 9.0),
        "gmed_posterior" => V3(-8.0, 7.5, 10.0),
        "gmed_middle" => V3(-2.5, 6.0, 15.0),
        "gmed_anterior" => V3(5.0, 6.0, 13.0),
        "gmin_posterior" => V3(-5.5, 3.5, 14.0),
        "gmin_anterior" => V3(6.5, 3.0, 12.5),
        "tfl" => V3(9.0, 1.0, 11.5),
        "ql" => {
            let from = body.lumbar.out(V3(0.0, 2.5, 0.0));
            let way = body.lumbar.turn.of(mirrored(V3(-9.0, 0.0, 8.5))).unit();
            let trunk = trunk(body);
            let far = trunk[1].blobs.iter().filter_map(|blob| blob.exit(from, way)).fold(0.0, f64::max);
            return Some((from + way * far, way));
        }
        "hamstrings" => {
            let leg = &body.legs[side.at()];
            let way = leg.root.turn.of(mirrored(V3(-10.0, 0.0, 1.5))).unit();
            return Some((leg.root.out(V3(0.4, -0.5 * THIGH, 0.0)) + way * 8.0, way));
        }
        _ => return None,
    };
    let way = body.pelvis.turn.of(mirrored(way)).unit();
    let from = body.pelvis.out(V3(0.0, 2.0, 0.0));
    let far = pelvis(body).iter().filter_map(|blob| blob.exit(from, way)).fold(0.0, f64::max);
    Some((from + way * far, way))
}
