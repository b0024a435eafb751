//! A figure as SVG: the end in full, the way to it as an animation, and for those who want no motion the beginning as a trace.

use crate::body::Body;
use crate::camera::{Camera, P2, SIZE};
use crate::flesh::{Blob, Cloth, Group, Part, groups};
use crate::motion::{Motion, STEPS, Way};
use crate::pen::Pen;
use crate::pose::ThingKind;
use crate::scene::Scene;
use crate::settle::Tool;
use crate::space::V3;
use crate::things;
use std::fmt::Write as _;

/// Colours: light, dark. A near limb and a far one differ in tone; what is told by colour is told by form too.
const STYLE: &str = include_str!("figure.css");
/// For those figures that move.
const MOTION: &str = include_str!("motion.css");

/// The figure with its title and what it shows.
pub(crate) fn drawn(scene: &Scene, title: &str, words: &str) -> String {
    let camera = scene.camera();
    let end = scene.end();
    let mut ids = Ids::default();
    let moves = scene.moves();
    let ways: Vec<Vec<Body>> = if moves { vec![scene.way(&STEPS)] } else { Vec::new() };
    let motion = ways.first().map(|steps| Motion { start: scene.start(), steps, camera: &camera });
    let order = ordered(scene, end, &camera);
    let mut rules = String::new();
    let figure = person(&order, motion.as_ref(), &mut ids, &mut rules, &camera, scene);
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"><title>{}</title><desc>{}</desc><style>",
        SIZE[0],
        SIZE[1],
        escaped(title),
        escaped(words),
    );
    let head = svg;
    let mut svg = shadow(scene, end, &camera);
    let things = |over: bool| {
        let list = scene.figure.things.iter().flatten().filter(|thing| thing.over == over);
        list.map(|thing| things::drawn(thing, end, &camera)).collect::<String>()
    };
    let lines = lines(scene, motion.as_ref(), &mut ids, &mut rules, &camera);
    svg += &things(false);
    if moves {
        svg += &trace(&order);
    }
    let tool = scene.tool.as_ref();
    let behind = tool.is_some_and(|tool| hidden(tool, end, &camera));
    let mark = tool.map(|tool| marked(tool, end, &camera));
    if behind {
        svg.push_str(mark.as_deref().unwrap_or_default());
    }
    svg += &figure;
    svg += &things(true);
    svg += &lines;
    if !behind {
        svg.push_str(mark.as_deref().unwrap_or_default());
    }
    if let (Some(tool), true) = (tool, scene.figure.press.unwrap_or(false)) {
        svg += &press(tool, end, &camera);
    }
    for push in scene.figure.push.iter().flatten() {
        if let Some(at) = end.point(&push.at) {
            svg += &headed(camera.sees(at + V3::from(push.from)), None, camera.sees(at + V3::from(push.to)));
        }
    }
    for name in scene.figure.arrows.iter().flatten() {
        svg += &arrow(scene, name, &camera);
    }
    let mut style = worn(STYLE, &svg);
    if moves {
        let _ = write!(style, "{}{rules}", MOTION.trim().replace("SECONDS", &scene.seconds().to_string()));
    }
    format!("{head}{style}</style>{svg}</svg>\n")
}

/// The lines of a style whose class is in the drawing; a line that begins with no class is always wanted.
fn worn(style: &str, svg: &str) -> String {
    let classes: Vec<&str> = svg.split("class=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let used = |name: &str| classes.iter().any(|list| list.split(' ').any(|class| class == name));
    let wanted = |line: &&str| line.strip_prefix('.').is_none_or(|rest| used(&rest[..1]));
    let style: String = style.lines().filter(wanted).collect();
    // Colours that nothing has are left out.
    let (mut out, mut rest) = (String::new(), style.as_str());
    while let Some(at) = rest.find("--") {
        let (before, here) = rest.split_at(at);
        let end = here.find([';', '}', ')']).unwrap_or(here.len());
        let named = here.get(..3).is_some_and(|name| style.contains(&format!("var({name})")));
        let (own, after) = here.split_at(end);
        out += before;
        if named || before.ends_with("var(") {
            out += own;
            rest = after;
        } else {
            rest = after.strip_prefix(';').unwrap_or(after);
        }
    }
    out + rest
}

/// Short ids for what moves: capitals, which no class of the style has.
#[derive(Default)]
struct Ids(u8);

impl Ids {
    fn next(&mut self) -> char {
        self.0 += 1;
        char::from(b'@' + self.0)
    }
}

/// Groups from the furthest to the nearest.
fn ordered(scene: &Scene, body: &Body, camera: &Camera) -> Vec<Group> {
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
fn person(
    order: &[Group],
    motion: Option<&Motion<'_>>,
    ids: &mut Ids,
    rules: &mut String,
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
        let parts = limb(group, motion, ids, rules, camera);
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
fn limb(group: &Group, motion: Option<&Motion<'_>>, ids: &mut Ids, rules: &mut String, camera: &Camera) -> String {
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
                let id = ids.next();
                rules.push_str(&way.rule(id));
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
fn lines(scene: &Scene, motion: Option<&Motion<'_>>, ids: &mut Ids, rules: &mut String, camera: &Camera) -> String {
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
                let id = ids.next();
                rules.push_str(&way.rule(id));
                format!(" m {id}")
            });
            let path = Pen::along([camera.sees(from), camera.sees(to)]).open();
            let _ = write!(out, "<path class=\"{class}{}\" d=\"{path}\"/>", moved.unwrap_or_default());
        }
    }
    out
}

/// Where the person has been: the same groups, held at the beginning. Seen only where nothing moves.
fn trace(order: &[Group]) -> String {
    let uses: String = (0..order.len()).map(|at| format!("<use href=\"#g{at}\"/>")).collect();
    format!("<g class=\"g\">{uses}</g>")
}

/// A soft shadow under what is near the ground.
fn shadow(scene: &Scene, body: &Body, camera: &Camera) -> String {
    let ground = scene.ground();
    let blobs: Vec<Blob> =
        groups(body).iter().flat_map(|group| &group.parts).flat_map(|part| part.blobs.clone()).collect();
    let low = |blob: &&Blob| -blob.reach(V3(0.0, -1.0, 0.0)) < ground + 14.0;
    let near: Vec<&Blob> = blobs.iter().filter(low).collect();
    let reach = |way: V3| near.iter().map(|blob| blob.reach(way)).fold(f64::NEG_INFINITY, f64::max);
    if near.is_empty() {
        return String::new();
    }
    let (x0, x1) = (-reach(V3(-1.0, 0.0, 0.0)), reach(V3(1.0, 0.0, 0.0)));
    let (z0, z1) = (-reach(V3(0.0, 0.0, -1.0)), reach(V3(0.0, 0.0, 1.0)));
    let flat = Blob {
        at: V3((x0 + x1) / 2.0, ground, (z0 + z1) / 2.0),
        axes: [V3((x1 - x0) / 2.0 + 9.0, 0.0, 0.0), V3(0.0, 0.01, 0.0), V3(0.0, 0.0, (z1 - z0) / 2.0 + 9.0)],
    };
    format!("<path class=\"u\" d=\"{}\"/>", camera.hull(&[flat]))
}

/// Is the place that is pressed turned away from the viewer?
fn hidden(tool: &Tool, body: &Body, camera: &Camera) -> bool {
    tool.spot(body).is_some_and(|(_, out)| out.dot(camera.near) < -0.55)
}

/// The tool with a ring round it, so that nobody overlooks it.
fn marked(tool: &Tool, body: &Body, camera: &Camera) -> String {
    let Some((spot, _)) = tool.spot(body) else { return String::new() };
    let middle = tool.middle(body).unwrap_or(spot);
    let ring = camera.hull(&[Blob::ball(if tool.radius() > 0.0 && tool.radius() < 5.0 { middle } else { spot }, 7.5)]);
    format!("{}<path class=\"l\" d=\"{ring}\"/>", things::tool(tool, body, camera))
}

/// An arrow from the body to the tool: which way the weight goes.
fn press(tool: &Tool, body: &Body, camera: &Camera) -> String {
    let Some((spot, out)) = tool.spot(body) else { return String::new() };
    if tool.radius() >= 3.0 {
        return headed(camera.sees(spot - out * 30.0), None, camera.sees(spot - out * 9.0));
    }
    // A hand presses from outside; where that is towards the viewer, the arrow comes from above.
    let from = if out.dot(camera.near).abs() > 0.7 { (out + V3(0.0, 2.0, 0.0)).unit() } else { out };
    headed(camera.sees(spot + from * 34.0), None, camera.sees(spot + from * 13.0))
}

/// An arrow along the way of a point.
fn arrow(scene: &Scene, name: &str, camera: &Camera) -> String {
    let Some((start, middle, end)) = scene.course(name) else { return String::new() };
    let (a, m, b) = (camera.sees(start), camera.sees(middle), camera.sees(end));
    let control = P2(2.0 * m.0 - (a.0 + b.0) / 2.0, 2.0 * m.1 - (a.1 + b.1) / 2.0);
    headed(a, Some(control), b)
}

/// A line with a head, on a soft edge.
fn headed(from: P2, control: Option<P2>, to: P2) -> String {
    let before = control.unwrap_or(from);
    let (dx, dy) = (to.0 - before.0, to.1 - before.1);
    let length = libm::hypot(dx, dy).max(1.0);
    let (dx, dy) = (dx / length, dy / length);
    let base = P2(to.0 - dx * 10.0, to.1 - dy * 10.0);
    let wing = |side: f64| P2(to.0 - dx * 17.0 - dy * 11.0 * side, to.1 - dy * 17.0 + dx * 11.0 * side);
    let mut pen = Pen::along([from]);
    match control {
        Some(control) => pen.curve(control, base),
        None => pen.line(base),
    }
    pen.go(wing(1.0));
    pen.line(to);
    pen.line(wing(-1.0));
    let path = pen.open();
    format!("<path class=\"x i\" d=\"{path}\"/><path class=\"x\" d=\"{path}\"/>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
