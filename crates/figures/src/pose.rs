//! What stands in `guide/figures/*.toml`.

use serde::Deserialize;

/// A file of figures.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sheet {
    #[serde(default)]
    pub(crate) figure: Vec<Figure>,
}

/// A figure: what it shows, how it begins and how it ends.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Figure {
    /// Its name, and that of its file.
    pub(crate) id: String,
    /// Ids of techniques, stretches, exercises, warm-ups, comfort advice.
    pub(crate) shows: Vec<String>,
    /// The figure it is like: what is not said here is as there.
    #[serde(default)]
    pub(crate) like: Option<String>,
    /// From where it is seen: degrees round the person, and from above.
    #[serde(default)]
    pub(crate) view: Option<[f64; 2]>,
    /// What there is round the person.
    #[serde(default)]
    pub(crate) things: Option<Vec<Thing>>,
    /// The tool.
    #[serde(default)]
    pub(crate) tool: Option<ToolKind>,
    /// Where it presses: a region of the guide.
    #[serde(default)]
    pub(crate) spot: Option<String>,
    /// The side that hurts.
    #[serde(default)]
    pub(crate) side: Option<Side>,
    /// Points of the body whose way is shown by an arrow.
    #[serde(default)]
    pub(crate) arrows: Option<Vec<String>>,
    /// Straight arrows: a push that moves nothing.
    #[serde(default)]
    pub(crate) push: Option<Vec<Push>>,
    /// Does an arrow show the press?
    #[serde(default)]
    pub(crate) press: Option<bool>,
    /// Limbs that lie in front of the trunk whatever their middle says.
    #[serde(default)]
    pub(crate) front: Option<Vec<String>>,
    /// Limbs that lie behind it.
    #[serde(default)]
    pub(crate) behind: Option<Vec<String>>,
    /// Is the tool held in a hand, so that it lies on nothing?
    #[serde(default)]
    pub(crate) held: Option<bool>,
    /// Seconds one way takes.
    #[serde(default)]
    pub(crate) seconds: Option<f64>,
    /// How it begins.
    #[serde(default)]
    pub(crate) start: Said,
    /// What is otherwise at the end; nothing if nothing moves.
    #[serde(default)]
    pub(crate) end: Option<Said>,
}

/// An arrow beside a point of the body.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Push {
    pub(crate) at: String,
    /// From the point, cm.
    pub(crate) from: [f64; 3],
    pub(crate) to: [f64; 3],
}

/// A side of the person.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Side {
    Left,
    Right,
}

impl Side {
    pub(crate) const BOTH: [Side; 2] = [Side::Left, Side::Right];

    /// Which way along z, for somebody who looks along x.
    pub(crate) fn sign(self) -> f64 {
        match self {
            Side::Left => -1.0,
            Side::Right => 1.0,
        }
    }

    pub(crate) fn at(self) -> usize {
        match self {
            Side::Left => 0,
            Side::Right => 1,
        }
    }
}

/// What one presses with, as it is drawn.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ToolKind {
    Ball,
    Peanut,
    Roller,
    Gun,
    Cane,
    Hand,
}

/// Something besides the person.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Thing {
    pub(crate) is: ThingKind,
    /// From where to where, cm.
    #[serde(default)]
    pub(crate) x: [f64; 2],
    #[serde(default)]
    pub(crate) y: [f64; 2],
    #[serde(default)]
    pub(crate) z: [f64; 2],
    /// For bands, straps and pillows: the points of the body it goes to.
    #[serde(default)]
    pub(crate) at: Vec<String>,
    /// Is it drawn over the person?
    #[serde(default)]
    pub(crate) over: bool,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(crate) enum ThingKind {
    /// A mat on the floor.
    Mat,
    /// A bare floor under somebody who stands.
    Floor,
    Bed,
    Wall,
    /// A seat with legs and a back.
    Chair,
    /// A block: step, table, sofa.
    Step,
    Pillow,
    /// A band round limbs.
    Band,
    /// A line from one point to the other: strap, cane, stick.
    Strap,
    /// A shower's drops.
    Shower,
    /// A bicycle.
    Bicycle,
}

/// Joint angles and where the body rests, as far as they are said; degrees and cm.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Said {
    /// The whole body: tipped (90 = on the back, -90 = face down), leant to the right, turned to the left about its own length,
    /// turned to the left about the vertical.
    pub(crate) tip: Option<f64>,
    pub(crate) lean: Option<f64>,
    pub(crate) spin: Option<f64>,
    pub(crate) yaw: Option<f64>,
    /// The part that carries: its lowest point is at y = 0 and its joint at `at`.
    pub(crate) rest: Option<String>,
    /// x and z of that part, and how high it rests.
    pub(crate) at: Option<[f64; 3]>,
    /// Bend forward, bend to the right, turn to the left.
    pub(crate) spine: Option<[f64; 3]>,
    pub(crate) neck: Option<[f64; 3]>,
    /// Flexion, abduction, outward rotation: of both, or of one.
    pub(crate) hips: Option<[f64; 3]>,
    pub(crate) hip_l: Option<[f64; 3]>,
    pub(crate) hip_r: Option<[f64; 3]>,
    pub(crate) knees: Option<f64>,
    pub(crate) knee_l: Option<f64>,
    pub(crate) knee_r: Option<f64>,
    /// Toes up is more, pointed is less.
    pub(crate) ankles: Option<f64>,
    pub(crate) ankle_l: Option<f64>,
    pub(crate) ankle_r: Option<f64>,
    pub(crate) shoulders: Option<[f64; 3]>,
    pub(crate) shoulder_l: Option<[f64; 3]>,
    pub(crate) shoulder_r: Option<[f64; 3]>,
    pub(crate) elbows: Option<f64>,
    pub(crate) elbow_l: Option<f64>,
    pub(crate) elbow_r: Option<f64>,
    /// Where feet and hands are; the joints above follow.
    pub(crate) foot_l: Option<Reach>,
    pub(crate) foot_r: Option<Reach>,
    pub(crate) hand_l: Option<Reach>,
    pub(crate) hand_r: Option<Reach>,
}

/// Where the sole under the ankle, or the palm, is.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub(crate) struct Reach {
    /// A point of the body it lies on; else the picture's own origin.
    pub(crate) on: Option<String>,
    /// From there, cm.
    #[serde(default)]
    pub(crate) at: [f64; 3],
    /// Which way knee or elbow points.
    pub(crate) bend: Option<[f64; 3]>,
    /// A foot's slope: 0 is flat, 90 the toes straight up.
    pub(crate) sole: Option<f64>,
    /// Which way toes (seen from above) or fingers point.
    pub(crate) point: Option<[f64; 3]>,
}
