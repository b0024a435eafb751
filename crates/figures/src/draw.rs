//! A figure as SVG: the end in full, the way to it as an animation, and for those who want no motion the beginning as a trace.

use crate::arrows;
use crate::body::Body;
use crate::camera::{Camera, SIZE};
use crate::flesh::{Blob, groups};
use crate::motion::{Motion, STEPS};
use crate::person::{Moving, lines, ordered, person, trace};
use crate::scene::Scene;
use crate::space::V3;
use crate::style::style;
use crate::things;

/// The figure with its title and what it shows.
pub(crate) fn drawn(scene: &Scene, title: &str, words: &str) -> String {
    let camera = scene.camera();
    let steps = scene.way(&STEPS);
    let motion = scene.moves().then_some(Motion { start: scene.start(), steps: &steps, camera: &camera });
    let mut moving = Moving::default();
    let order = ordered(scene, &camera);
    let person = person(&order, motion.as_ref(), &mut moving, &camera, scene);
    let lines = lines(scene, motion.as_ref(), &mut moving, &camera);
    let mut svg = shadow(scene, scene.end(), &camera);
    svg += &around(scene, false, &camera);
    if motion.is_some() {
        svg += &trace(&order);
    }
    let (behind, before) = marked(scene, &camera);
    svg += &[behind, person, around(scene, true, &camera), lines, before, arrows(scene, &camera)].concat();
    let style = style(&svg, motion.map(|_| (moving.rules.as_str(), scene.seconds())));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\"><title>{}</title><desc>{}</desc><style>{style}</style>{svg}</svg>\n",
        SIZE[0],
        SIZE[1],
        escaped(title),
        escaped(words)
    )
}

/// What is round the person, behind or over.
fn around(scene: &Scene, over: bool, camera: &Camera) -> String {
    let list = scene.figure.things.iter().flatten().filter(|thing| thing.over == over);
    list.map(|thing| things::drawn(thing, scene.end(), camera)).collect()
}

fn arrows(scene: &Scene, camera: &Camera) -> String {
    let press = scene.tool.as_ref().filter(|_| scene.figure.press.unwrap_or(false));
    let mut out = press.map_or_else(String::new, |tool| arrows::press(tool, scene.end(), camera));
    out.extend(scene.figure.push.iter().flatten().map(|push| arrows::push(push, scene.end(), camera)));
    out.extend(scene.figure.arrows.iter().flatten().map(|name| arrows::arrow(scene, name, camera)));
    out
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

/// The tool with a ring round it, so that nobody overlooks it: behind the person, if it presses on the far side, or before.
fn marked(scene: &Scene, camera: &Camera) -> (String, String) {
    let body = scene.end();
    let found = scene.tool.as_ref().and_then(|tool| Some((tool, tool.spot(body)?, tool.middle(body)?)));
    let Some((tool, (spot, out), middle)) = found else { return Default::default() };
    let small = tool.radius() > 0.0 && tool.radius() < 5.0;
    let ring = camera.hull(&[Blob::ball(if small { middle } else { spot }, 7.5)]);
    let mark = format!("{}<path class=\"l\" d=\"{ring}\"/>", things::tool(tool, body, camera));
    if out.dot(camera.near) < -0.55 { (mark, String::new()) } else { (String::new(), mark) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
