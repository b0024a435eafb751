//! Three numbers, and four by four.

use anatomy::Place;

/// A place or a direction: forwards, up, to the person's right.
pub type V3 = [f32; 3];

/// Four by four, column by column, as WebGL takes it.
pub type Matrix = [f32; 16];

pub(crate) fn v3(place: Place) -> V3 {
    [place.x as f32, place.y as f32, place.z as f32]
}

pub(crate) fn place([x, y, z]: V3) -> Place {
    Place { x: f64::from(x), y: f64::from(y), z: f64::from(z) }
}

pub(crate) fn add(a: V3, b: V3) -> V3 {
    [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

pub(crate) fn sub(a: V3, b: V3) -> V3 {
    [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

pub(crate) fn mul(a: V3, by: f32) -> V3 {
    [a[0] * by, a[1] * by, a[2] * by]
}

pub(crate) fn dot(a: V3, b: V3) -> f32 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

pub(crate) fn cross(a: V3, b: V3) -> V3 {
    [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

pub(crate) fn long(a: V3) -> f32 {
    root(dot(a, a))
}

/// Square root of a length.
pub(crate) fn root(square: f32) -> f32 {
    anatomy::root(f64::from(square)) as f32
}

/// A direction of length 1; what has no length stays.
pub(crate) fn unit(a: V3) -> V3 {
    let long = long(a);
    if long > 0.0 { mul(a, 1.0 / long) } else { a }
}

/// Two directions square to `way` and to each other, of length 1.
pub(crate) fn aside(way: V3) -> [V3; 2] {
    let other = if way[1].abs() < 0.9 { [0.0, 1.0, 0.0] } else { [1.0, 0.0, 0.0] };
    let first = unit(cross(way, other));
    [first, unit(cross(way, first))]
}

/// Cosine and sine of an angle, radians, to a few millionths: a tenth of the code of a full one, which holds for any angle.
pub(crate) fn circle(angle: f32) -> [f32; 2] {
    use core::f32::consts::PI;
    let x = angle - 2.0 * PI * round(angle / (2.0 * PI));
    // a half at a time, as the series is short
    let h = x * 0.5;
    let s = h * h;
    let sin = h * (1.0 - s / 6.0 * (1.0 - s / 20.0 * (1.0 - s / 42.0 * (1.0 - s / 72.0 * (1.0 - s / 110.0)))));
    let cos =
        1.0 - s / 2.0 * (1.0 - s / 12.0 * (1.0 - s / 30.0 * (1.0 - s / 56.0 * (1.0 - s / 90.0 * (1.0 - s / 132.0)))));
    [cos * cos - sin * sin, 2.0 * sin * cos]
}

/// The angle whose [`circle`] points along `(x, y)`, radians; 0 if they have no length. Each step turns by the sine of what is
/// missing, and leaves the sixth part of its cube.
pub(crate) fn angle(x: f32, y: f32) -> f32 {
    let long = root(x * x + y * y);
    let mut at = if x < 0.0 { core::f32::consts::PI } else { 0.0 };
    if long > 0.0 {
        for _ in 0..4 {
            let [cos, sin] = circle(at);
            at += (y * cos - x * sin) / long;
        }
    }
    at
}

/// To the nearest whole number, halves away from 0.
pub(crate) fn round(number: f32) -> f32 {
    (number + if number < 0.0 { -0.5 } else { 0.5 }) as i32 as f32
}

/// From `a` to `b`, `share` of the way.
pub(crate) fn between(a: V3, b: V3, share: f32) -> V3 {
    add(a, mul(sub(b, a), share))
}

/// Square of the distance from a place to what lies between two others.
pub(crate) fn off(at: V3, from: V3, to: V3) -> f32 {
    let way = sub(to, from);
    let squared = dot(way, way);
    let share = if squared > 0.0 { (dot(sub(at, from), way) / squared).clamp(0.0, 1.0) } else { 0.0 };
    let away = sub(at, add(from, mul(way, share)));
    dot(away, away)
}
