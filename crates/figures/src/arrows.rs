//! Arrows: where the weight goes, which way a point moves, and which way somebody pushes.

use crate::body::Body;
use crate::camera::{Camera, P2};
use crate::pen::Pen;
use crate::pose::Push;
use crate::scene::Scene;
use crate::settle::Tool;
use crate::space::V3;

/// An arrow from the body to the tool: which way the weight goes.
pub(crate) fn press(tool: &Tool, body: &Body, camera: &Camera) -> String {
    let Some((spot, out)) = tool.spot(body) else { return String::new() };
    if tool.radius() >= 3.0 {
        return headed(camera.sees(spot - out * 30.0), None, camera.sees(spot - out * 9.0));
    }
    // A hand presses from outside; where that is towards the viewer, the arrow comes from above.
    let from = if out.dot(camera.near).abs() > 0.7 { (out + V3(0.0, 2.0, 0.0)).unit() } else { out };
    headed(camera.sees(spot + from * 34.0), None, camera.sees(spot + from * 13.0))
}

/// A straight arrow beside a point.
pub(crate) fn push(push: &Push, body: &Body, camera: &Camera) -> String {
    let Some(at) = body.point(&push.at) else { return String::new() };
    headed(camera.sees(at + V3::from(push.from)), None, camera.sees(at + V3::from(push.to)))
}

/// An arrow along the way of a point.
pub(crate) fn arrow(scene: &Scene, name: &str, camera: &Camera) -> String {
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
