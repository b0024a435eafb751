//! A figure as SVG: the end in full, the way to it as an animation, and for those who want no motion the beginning as a trace.

use crate::body::Body;
use crate::camera::{Camera, P2, SIZE, pair, whole_number};
use crate::flesh::{Blob, Cloth, Group, Part, groups};
use crate::scene::Scene;
use crate::settle::Tool;
use crate::space::V3;
use crate::things;
use std::fmt::Write as _;

/// Colours: light, dark. A near limb and a far one differ in tone; what is told by colour is told by form too.
const STYLE: &str = include_str!("figure.css");
/// For those figures that move.
const MOTION: &str = include_str!("motion.css");

/// Shares of the way at which the body is worked out; the ends rest a while.
const STEPS: [f64; 3] = [0.25, 0.5, 0.75];
/// Less than this is no motion, units.
const STILL: f64 = 1.2;

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
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"><title>{}</title><desc>{}</desc><style>{}",
        SIZE[0],
        SIZE[1],
        escaped(title),
        escaped(words),
        STYLE.trim()
    );
    if moves {
        let _ = write!(svg, "{}{rules}", MOTION.trim().replace("SECONDS", &scene.seconds().to_string()));
    }
    svg += "</style>";
    svg += &shadow(scene, end, &camera);
    let things = |over: bool| {
        let list = scene.figure.things.iter().flatten().filter(|thing| thing.over == over);
        list.map(|thing| things::drawn(thing, end, &camera)).collect::<String>()
    };
    svg += &things(false);
    svg += &trace(scene, motion.as_ref(), &camera);
    let tool = scene.tool.as_ref();
    let behind = tool.is_some_and(|tool| hidden(tool, end, &camera));
    let mark = tool.map(|tool| marked(tool, end, motion.as_ref(), &mut ids, &camera));
    if behind {
        svg.push_str(mark.as_deref().unwrap_or_default());
    }
    svg += &figure;
    svg += &things(true);
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
    svg + "</svg>\n"
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

struct Motion<'m> {
    start: &'m Body,
    steps: &'m [Body],
    camera: &'m Camera,
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
        let far = order.iter().find(|other| other.name.starts_with("leg") || other.name.starts_with("arm"));
        let _ = far;
        let side = if camera.near.dot(scene.end().pelvis.turn.0[2]) > 0.0 { "_l" } else { "_r" };
        group.name.ends_with(side) && camera.near.dot(scene.end().pelvis.turn.0[2]).abs() > 0.3
    };
    let mut drawn: Vec<(String, String)> = Vec::new();
    for group in order {
        let name = format!("g{}", drawn.len());
        let mut parts = String::new();
        for part in &group.parts {
            let class = match part.cloth {
                Cloth::Skin => "s",
                Cloth::Shirt => "t",
                Cloth::Shorts => "p",
                Cloth::Hair => "h",
            };
            let path = camera.hull(&part.blobs);
            let moved = motion.and_then(|motion| rule(motion, group.name, part));
            match moved {
                Some(frames) => {
                    let id = ids.next();
                    let _ = write!(rules, "{}", frames.replace('~', &id.to_string()));
                    let _ = write!(parts, "<path class=\"{class} m {id}\" d=\"{path}\"/>");
                }
                None => {
                    let _ = write!(parts, "<path class=\"{class}\" d=\"{path}\"/>");
                }
            }
        }
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

/// The keyframes of a part, if it moves: how it must be moved, turned and drawn out to lie where it did.
fn rule(motion: &Motion<'_>, group: &str, part: &Part) -> Option<String> {
    let camera = motion.camera;
    let own = |body: &Body| {
        let groups = groups(body);
        let group = groups.into_iter().find(|other| other.name == group)?;
        group.parts.into_iter().find(|other| other.name == part.name)
    };
    let seen = |part: &Part| (camera.sees(part.from), camera.sees(part.to));
    let (from, to) = seen(part);
    let bodies = std::iter::once(motion.start).chain(motion.steps);
    let mut last = 0.0;
    let mut frames = Vec::new();
    for body in bodies {
        let (f, t) = seen(&own(body)?);
        let turned = |a: P2, b: P2| libm::atan2(b.1 - a.1, b.0 - a.0).to_degrees();
        let length = |a: P2, b: P2| libm::hypot(b.0 - a.0, b.1 - a.1);
        frames.push((
            f.0 - from.0,
            f.1 - from.1,
            turned(f, t) - turned(from, to),
            length(f, t) / length(from, to).max(1.0),
        ));
    }
    // Backwards from the end, so that each turn is the nearest to the one after it.
    for frame in frames.iter_mut().rev() {
        while frame.2 - last > 180.0 {
            frame.2 -= 360.0;
        }
        while frame.2 - last < -180.0 {
            frame.2 += 360.0;
        }
        last = frame.2;
    }
    let short = libm::hypot(to.0 - from.0, to.1 - from.1) < 40.0;
    let own_length = libm::hypot(to.0 - from.0, to.1 - from.1);
    if frames
        .iter()
        .all(|f| f.0.abs() < STILL && f.1.abs() < STILL && (f.2.to_radians() * own_length).abs() < STILL * 2.0)
    {
        return None;
    }
    let slope = whole_number(libm::atan2(to.1 - from.1, to.0 - from.0).to_degrees());
    let stretched = !short && frames.iter().any(|frame| (frame.3 - 1.0).abs() > 0.06);
    let mut rule = format!(
        ".~{{transform-origin:{}px {}px;animation-name:~}}@keyframes ~{{",
        whole_number(from.0),
        whole_number(from.1)
    );
    for (at, frame) in ["0%,8%", "29%", "50%", "71%"].iter().zip(&frames) {
        let _ = write!(rule, "{at}{{transform:translate({}px,{}px)", whole_number(frame.0), whole_number(frame.1));
        if frames.iter().any(|frame| frame.2.abs() > 0.5) {
            let _ = write!(rule, "rotate({}deg)", whole_number(frame.2));
        }
        if stretched {
            // Along its own length only.
            let _ = write!(rule, "rotate({slope}deg)scaleX({:.2})rotate({}deg)", frame.3.clamp(0.3, 3.0), -slope);
        }
        rule += "}";
    }
    Some(rule + "92%,to{transform:none}}")
}

/// Where what moves has been: one soft form, seen where nothing moves.
fn trace(scene: &Scene, motion: Option<&Motion<'_>>, camera: &Camera) -> String {
    if motion.is_none() {
        return String::new();
    }
    let mut path = String::new();
    for (begin, end) in groups(scene.start()).iter().zip(groups(scene.end())) {
        for (part, there) in begin.parts.iter().zip(&end.parts) {
            let far = |a: V3, b: V3| {
                let (a, b) = (camera.sees(a), camera.sees(b));
                libm::hypot(a.0 - b.0, a.1 - b.1)
            };
            let small = part.name == "nose";
            if !small && (far(part.from, there.from) > 5.0 || far(part.to, there.to) > 5.0) {
                path += &camera.hull(&part.blobs);
            }
        }
    }
    if path.is_empty() { String::new() } else { format!("<path class=\"g\" d=\"{path}\"/>") }
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
fn marked(tool: &Tool, body: &Body, motion: Option<&Motion<'_>>, _: &mut Ids, camera: &Camera) -> String {
    let _ = motion;
    let Some((spot, _)) = tool.spot(body) else { return String::new() };
    let middle = tool.middle(body).unwrap_or(spot);
    let ring = camera.hull(&[Blob::ball(if tool.radius() > 0.0 && tool.radius() < 5.0 { middle } else { spot }, 7.5)]);
    format!("{}<path class=\"l\" d=\"{ring}\"/>", things::tool(tool, body, camera))
}

/// An arrow from the body to the tool: which way the weight goes.
fn press(tool: &Tool, body: &Body, camera: &Camera) -> String {
    let Some((spot, out)) = tool.spot(body) else { return String::new() };
    let hand = tool.radius() < 3.0;
    let (from, to) = if hand { (spot + out * 26.0, spot + out * 9.0) } else { (spot - out * 21.0, spot - out * 4.0) };
    headed(camera.sees(from), None, camera.sees(to))
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
    let line = match control {
        Some(control) => format!("M{}Q{} {}", pair(from), pair(control), pair(base)),
        None => format!("M{}L{}", pair(from), pair(base)),
    };
    let path = format!("{line}M{}L{}L{}", pair(wing(1.0)), pair(to), pair(wing(-1.0)));
    format!("<path class=\"x i\" d=\"{path}\"/><path class=\"x\" d=\"{path}\"/>")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
