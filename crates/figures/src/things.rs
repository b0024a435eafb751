//! What is round the person: mats, beds, walls, chairs, pillows, bands, and the tool.

use crate::body::Body;
use crate::camera::{Camera, P2};
use crate::cane::cane;
use crate::flesh::Blob;
use crate::pen::Pen;
use crate::pose::{Thing, ThingKind, ToolKind};
use crate::settle::Tool;
use crate::space::V3;

/// The corners of a block as seen: front, top, and the side that is seen.
fn block(camera: &Camera, [x0, x1]: [f64; 2], [y0, y1]: [f64; 2], [z0, z1]: [f64; 2], class: &str) -> String {
    let face = |corners: [V3; 4], shade: &str| {
        let path = Pen::along(corners.map(|corner| camera.sees(corner))).close();
        format!("<path class=\"{shade}\" d=\"{path}\"/>")
    };
    let side = if camera.near.0 < 0.0 { x0 } else { x1 };
    let mut out = face([V3(x0, y1, z0), V3(x1, y1, z0), V3(x1, y1, z1), V3(x0, y1, z1)], &format!("{class} b"));
    if camera.near.0.abs() > 0.02 {
        let corners = [V3(side, y0, z0), V3(side, y1, z0), V3(side, y1, z1), V3(side, y0, z1)];
        out += &face(corners, &format!("{class} d"));
    }
    out + &face([V3(x0, y0, z1), V3(x1, y0, z1), V3(x1, y1, z1), V3(x0, y1, z1)], class)
}

/// Every corner that must be seen.
pub(crate) fn corners(thing: &Thing, body: &Body) -> Vec<V3> {
    match thing.is {
        ThingKind::Pillow | ThingKind::Band | ThingKind::Strap | ThingKind::Shower => {
            thing.at.iter().filter_map(|name| body.point(name)).collect()
        }
        ThingKind::Wall => {
            // A wall may be cut off: only where it is touched must it be seen.
            vec![V3(thing.x[0], thing.y[0], 0.0), V3(thing.x[1], thing.y[0], 0.0)]
        }
        ThingKind::Mat | ThingKind::Floor => {
            thing.x.iter().flat_map(|x| thing.z.iter().map(|z| V3(*x, thing.y[1], *z))).collect()
        }
        _ => {
            let at = |x: &f64, y: &f64| thing.z.map(|z| V3(*x, *y, z));
            thing.x.iter().flat_map(|x| thing.y.iter().flat_map(move |y| at(x, y))).collect()
        }
    }
}

pub(crate) fn drawn(thing: &Thing, body: &Body, camera: &Camera) -> String {
    let named: Vec<V3> = thing.at.iter().filter_map(|name| body.point(name)).collect();
    match thing.is {
        ThingKind::Mat => block(camera, thing.x, [thing.y[1] - 1.5, thing.y[1]], thing.z, "v"),
        // Bands and straps go along with the body: see `draw`.
        ThingKind::Floor | ThingKind::Band | ThingKind::Strap => String::new(),
        ThingKind::Wall | ThingKind::Step => block(camera, thing.x, thing.y, thing.z, "w"),
        ThingKind::Bed => bed(thing, camera),
        ThingKind::Chair => chair(thing, camera),
        ThingKind::Pillow => pillow(&named, thing, camera),
        ThingKind::Shower => shower(&named, thing, camera),
        ThingKind::Bicycle => bicycle(thing, camera),
    }
}

fn bed(thing: &Thing, camera: &Camera) -> String {
    let [x0, x1] = thing.x;
    let leg = |x: f64| block(camera, [x, x + 5.0], [-42.0, -24.0], [thing.z[1] - 5.0, thing.z[1]], "w");
    leg(x0 + 3.0)
        + &leg(x1 - 8.0)
        + &block(camera, thing.x, [-26.0, -18.0], thing.z, "w")
        + &block(camera, thing.x, [-18.0, 0.0], thing.z, "v")
}

/// `x`, `y`, `z` are those of the seat; the back stands at its left end.
fn chair(thing: &Thing, camera: &Camera) -> String {
    let ([x0, x1], [y0, y1], [z0, z1]) = (thing.x, thing.y, thing.z);
    let leg = |x: f64, z: f64| block(camera, [x, x + 3.5], [y0, y1], [z, z + 3.5], "w");
    let back = |z: f64| block(camera, [x0, x0 + 3.0], [y1, y1 + 42.0], [z, z + 3.5], "w");
    let (far, near) = (z0, z1 - 3.5);
    [
        leg(x0, far),
        leg(x1 - 3.5, far),
        back(far),
        block(camera, [x0, x0 + 3.0], [y1 + 28.0, y1 + 42.0], thing.z, "w"),
        leg(x0, near),
        leg(x1 - 3.5, near),
        block(camera, thing.x, [y1 - 4.0, y1], thing.z, "w"),
        back(near),
    ]
    .concat()
}

fn pillow(named: &[V3], thing: &Thing, camera: &Camera) -> String {
    let (Some(first), Some(last)) = (named.first(), named.last()) else { return String::new() };
    let half = V3(thing.x[1] - thing.x[0], thing.y[1] - thing.y[0], thing.z[1] - thing.z[0]) * 0.5;
    let off = V3(thing.x[0] + thing.x[1], thing.y[0] + thing.y[1], thing.z[0] + thing.z[1]) * 0.5;
    let at =
        |joint: V3| Blob { at: joint + off, axes: [V3(half.0, 0.0, 0.0), V3(0.0, half.1, 0.0), V3(0.0, 0.0, half.2)] };
    format!("<path class=\"c\" d=\"{}\"/>", camera.hull(&[at(*first), at(*last)]))
}

fn shower(named: &[V3], thing: &Thing, camera: &Camera) -> String {
    let Some(at) = named.first() else { return String::new() };
    let head = *at + V3(thing.x[0], thing.y[1], 0.0);
    let mut pen = Pen::default();
    for drop in 0..5 {
        let from = head + V3(f64::from(drop) * 4.0 - 8.0, -4.0, 0.0);
        let fall =
            V3((thing.x[1] - thing.x[0]) * 0.7 + f64::from(drop) * 2.0 - 4.0, (thing.y[0] - thing.y[1]) * 0.7, 0.0);
        pen.go(camera.sees(from));
        pen.line(camera.sees(from + fall));
    }
    let path = pen.open();
    let rose = Blob { at: head, axes: [V3(11.0, 0.0, 0.0), V3(0.0, 2.5, 0.0), V3(0.0, 0.0, 11.0)] };
    format!("<path class=\"y\" d=\"{path}\"/><path class=\"w\" d=\"{}\"/>", camera.hull(&[rose]))
}

/// Wheels, frame, saddle and bar: `x` are the hubs, `y` the hub and the saddle.
fn bicycle(thing: &Thing, camera: &Camera) -> String {
    let ([x0, x1], [hub, saddle]) = (thing.x, thing.y);
    let at = |(x, y): (f64, f64)| camera.sees(V3(x, y, 0.0));
    let wheel = |x: f64| {
        let ring = |radius: f64| Blob {
            at: V3(x, hub, 0.0),
            axes: [V3(radius, 0.0, 0.0), V3(0.0, radius, 0.0), V3::default()],
        };
        format!("<path class=\"r\" d=\"{}\"/>", camera.hull(&[ring(hub)]))
    };
    let pedal = (x0 + 44.0, hub - 6.0);
    let seat = (x0 + 28.0, saddle - 3.0);
    let bar = (x1 - 14.0, saddle + 4.0);
    let under = |point: (f64, f64), by: f64| (point.0 + 3.0 * by.signum(), point.1 - by.abs());
    let lines: [&[(f64, f64)]; 5] = [
        &[(x0, hub), pedal, under(bar, 14.0), under(seat, 14.0), (x0, hub)],
        &[(x1, hub), bar, (bar.0 - 8.0, bar.1 + 3.0)],
        &[(seat.0 - 12.0, seat.1), (seat.0 + 12.0, seat.1)],
        &[seat, pedal],
        &[(pedal.0 - 2.0, pedal.1), (pedal.0 + 2.0, pedal.1)],
    ];
    let path: String = lines.iter().map(|line| Pen::along(line.iter().map(|point| at(*point))).open()).collect();
    format!("{}{}<path class=\"r\" d=\"{path}\"/>", wheel(x0), wheel(x1))
}

/// The tool at its place. Its form tells it apart, not only its colour.
pub(crate) fn tool(tool: &Tool, body: &Body, camera: &Camera) -> String {
    let (Some((spot, out)), Some(middle)) = (tool.spot(body), tool.middle(body)) else { return String::new() };
    let ball = |at: V3| camera.hull(&[Blob::ball(at, tool.radius())]);
    let radius = camera.length(tool.radius());
    match tool.kind {
        ToolKind::Ball => {
            // The seam of a tennis ball.
            let P2(x, y) = camera.sees(middle);
            let (reach, high) = (radius * 0.62, radius * 0.72);
            let seam = |side: f64| {
                let mut pen = Pen::along([P2(x + reach * side, y - high)]);
                pen.curve(P2(x, y), P2(x + reach * side, y + high));
                pen.open()
            };
            format!("<path class=\"k\" d=\"{}\"/><path class=\"z\" d=\"{}{}\"/>", ball(middle), seam(-1.0), seam(1.0))
        }
        ToolKind::Peanut => {
            let along = body.pelvis.turn.of(V3(0.0, tool.radius(), 0.0));
            format!(
                "<path class=\"k\" d=\"{}\"/><path class=\"k\" d=\"{}\"/>",
                ball(middle - along),
                ball(middle + along)
            )
        }
        ToolKind::Roller => {
            let side = body.pelvis.turn.of(V3(0.0, 0.0, 1.0));
            let level = V3(side.0, 0.0, side.2);
            let along = if level.len() > 0.6 { level.unit() } else { V3(0.0, 0.0, 1.0) } * 19.0;
            let disc = |at: V3| {
                let way = along.unit();
                let one = way.cross(V3(0.0, 1.0, 0.0)) * tool.radius();
                Blob { at, axes: [one, V3(0.0, tool.radius(), 0.0), V3::default()] }
            };
            let (a, b) = if along.dot(camera.near) > 0.0 { (-along, along) } else { (along, -along) };
            let end = middle + b;
            format!(
                "<path class=\"k\" d=\"{}\"/><path class=\"k e\" d=\"{}\"/>",
                camera.hull(&[disc(middle + a), disc(end)]),
                camera.hull(&[disc(end)])
            )
        }
        ToolKind::Gun => {
            let grip = out.cross(camera.near).unit();
            let grip = if grip.1 > 0.0 { -grip } else { grip };
            let hand = spot + out * 19.0;
            let line = |a: V3, b: V3| Pen::along([camera.sees(a), camera.sees(b)]).open();
            format!(
                "<path class=\"k\" d=\"{}\"/><path class=\"a\" d=\"{}{}\"/>",
                ball(middle),
                line(spot + out * 4.0, hand),
                line(spot + out * 16.0, spot + out * 16.0 + grip * 12.0),
            )
        }
        ToolKind::Cane => format!("{}<path class=\"k\" d=\"{}\"/>", cane(tool, body, camera), ball(middle)),
        ToolKind::Hand => String::new(),
    }
}
