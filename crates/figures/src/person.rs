//! The person, limb by limb from the furthest to the nearest, each with one outline; with bands and straps.

use crate::camera::Camera;
use crate::flesh::{Cloth, Group, Part, groups};
use crate::motion::{Motion, Way};
use crate::pen::Pen;
use crate::pose::ThingKind;
use crate::scene::Scene;
use std::fmt::Write as _;

/// What moves, as it is drawn: the rules so far. Each has a capital for a name, which no class of the style is.
#[derive(Default)]
pub(crate) struct Moving {
    pub(crate) rules: String,
    named: u8,
}

impl Moving {
    fn add(&mut self, way: &Way) -> char {
        self.named += 1;
        let name = char::from(b'@' + self.named);
        self.rules.push_str(&way.rule(name));
        name
    }
}

/// Groups from the furthest to the nearest.
pub(crate) fn ordered(scene: &Scene, camera: &Camera) -> Vec<Group> {
    let body = scene.end();
    let mut all = groups(body);
    let listed = |list: &Option<Vec<String>>, name: &str| list.iter().flatten().any(|listed| listed == name);
    let depth = |group: &Group| {
        let blobs = group.parts.iter().flat_map(|part| &part.blobs);
        let (sum, count) = blobs.fold((0.0, 0.0), |(sum, count), blob| (sum + blob.at.dot(camera.near), count + 1.0));
        let order = if listed(&scene.figure.front, group.name) {
            500.0
        } else if listed(&scene.figure.behind, group.name) {
            -500.0
        } else {
            0.0
        };
        sum / f64::max(count, 1.0) + order
    };
    all.sort_by(|a, b| depth(a).total_cmp(&depth(b)));
    for group in &mut all {
        if group.name == "head" && body.head.turn.0[0].dot(camera.near) > 0.25 {
            // Who looks this way has the hair behind the face.
            group.parts.sort_by_key(|part| part.name != "hair");
        }
        if group.name == "trunk" || group.name == "head" {
            continue;
        }
        // The shin before the thigh, or after it, as it lies; foot with the shin.
        let near = |part: &Part| (part.from + part.to).dot(camera.near);
        let outer = near(&group.parts[1]) > near(&group.parts[2]) + 4.0;
        if outer {
            group.parts.rotate_right(1);
        }
    }
    all
}

/// The person, group by group. The trunk and the first leg in front of it share an outline.
pub(crate) fn person(
    order: &[Group],
    motion: Option<&Motion<'_>>,
    moving: &mut Moving,
    camera: &Camera,
    scene: &Scene,
) -> String {
    let mut out = String::new();
    let trunk = order.iter().position(|group| group.name == "trunk").unwrap_or(0);
    let near_leg = order.iter().enumerate().skip(trunk).find(|(_, group)| group.name.starts_with("leg"));
    let far_side = |group: &Group| {
        // Seen from in front or behind, no side is the far one.
        let aside = camera.near.dot(scene.end().pelvis.turn.0[2]);
        group.name.ends_with(if aside > 0.0 { "_l" } else { "_r" }) && aside.abs() > 0.65
    };
    let mut drawn: Vec<(String, String)> = Vec::new();
    for group in order {
        let name = format!("g{}", drawn.len());
        let parts = limb(group, motion, moving, camera);
        let far = if far_side(group) { " class=\"f\"" } else { "" };
        let outline = format!("<use href=\"#{name}\" class=\"o\"/>");
        drawn.push((outline, format!("<g id=\"{name}\"{far}>{parts}</g>")));
    }
    for (at, (outline, fill)) in drawn.iter().enumerate() {
        let shared = near_leg.as_ref().map(|(leg, _)| *leg);
        if Some(at) != shared {
            out += outline;
        }
        if at == trunk
            && let Some(leg) = shared
        {
            out += &drawn[leg].0;
        }
        out += fill;
    }
    out
}

/// The parts of a group. Those that move as one are put together.
fn limb(group: &Group, motion: Option<&Motion<'_>>, moving: &mut Moving, camera: &Camera) -> String {
    let mut out = String::new();
    let mut lead: Option<Way> = None;
    for part in &group.parts {
        let class = match part.cloth {
            Cloth::Skin => "s",
            Cloth::Shirt => "t",
            Cloth::Shorts => "p",
            Cloth::Hair => "h",
        };
        let way = motion.and_then(|motion| motion.way(group.name, part));
        let same = match (&lead, &way) {
            (Some(lead), Some(way)) => lead.carries(way),
            (None, None) => true,
            _ => false,
        };
        if !same {
            if lead.is_some() {
                out += "</g>";
            }
            if let Some(way) = &way {
                let id = moving.add(way);
                let _ = write!(out, "<g class=\"m {id}\">");
            }
            lead = way;
        }
        let _ = write!(out, "<path class=\"{class}\" d=\"{}\"/>", camera.hull(&part.blobs));
    }
    if lead.is_some() {
        out += "</g>";
    }
    out
}

/// Bands and straps, which go along with what they are tied to.
pub(crate) fn lines(scene: &Scene, motion: Option<&Motion<'_>>, moving: &mut Moving, camera: &Camera) -> String {
    let mut out = String::new();
    for thing in scene.figure.things.iter().flatten() {
        let class = match thing.is {
            ThingKind::Band => "n",
            ThingKind::Strap => "r",
            _ => continue,
        };
        for pair in thing.at.windows(2) {
            let (Some(from), Some(to)) = (scene.end().point(&pair[0]), scene.end().point(&pair[1])) else { continue };
            let moved = motion.and_then(|motion| motion.line(&pair[0], &pair[1], (from, to))).map(|way| {
                let id = moving.add(&way);
                format!(" m {id}")
            });
            let path = Pen::along([camera.sees(from), camera.sees(to)]).open();
            let _ = write!(out, "<path class=\"{class}{}\" d=\"{path}\"/>", moved.unwrap_or_default());
        }
    }
    out
}

/// Where the person has been: the same groups, held at the beginning. Seen only where nothing moves.
pub(crate) fn trace(order: &[Group]) -> String {
    let uses: String = (0..order.len()).map(|at| format!("<use href=\"#g{at}\"/>")).collect();
    format!("<g class=\"g\">{uses}</g>")
}
