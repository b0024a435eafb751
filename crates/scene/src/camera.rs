//! From where the body is seen: turned round it, nearer or farther, never upside down.

use crate::vector::{Matrix, V3, add, angle, circle, cross, dot, mul, root, round, sub, unit};
use crate::{Part, Wish};
use core::f32::consts::{FRAC_PI_2, PI};

/// Half of the angle that the picture covers from top to bottom, as a tangent: narrow, so that near parts do not swell.
const OPEN: f32 = 0.2;
/// Steepest look down or up, radians.
const STEEPEST: f32 = 1.2;
/// Nearest and farthest, metres.
const NEAREST: f32 = 0.6;
const FARTHEST: f32 = 5.0;

/// A side of the body to look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum From {
    /// The back.
    Back,
    /// The person's left.
    Left,
    /// The person's right.
    Right,
    /// The front.
    Front,
}

/// Where one looks from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Round the body, radians: 0 from the front, a quarter turn from the person's right.
    pub yaw: f32,
    /// Up, radians.
    pub pitch: f32,
    /// To what is looked at, metres.
    pub far: f32,
    /// What is looked at.
    pub target: V3,
}

/// A place on the screen, in pixels from the top left, and how far it is from the eye, metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seen {
    /// To the right.
    pub x: f32,
    /// Down.
    pub y: f32,
    /// Away.
    pub far: f32,
}

impl Camera {
    /// A side of the body, with all of a part in a picture of `aspect` (width by height).
    #[must_use]
    pub fn of(from: From, part: Part, aspect: f32) -> Camera {
        let yaw = match from {
            From::Front => 0.0,
            From::Right => FRAC_PI_2,
            From::Back => PI,
            From::Left => -FRAC_PI_2,
        };
        // half of the height and width that must be seen
        let (target, high, wide) = match part {
            Part::Hips => ([0.0, 0.01, 0.0], 0.235, 0.215),
            Part::Legs => ([-0.01, -0.44, 0.0], 0.50, 0.24),
        };
        let far = f32::max(high, wide / aspect.max(0.1)) / OPEN;
        Camera { yaw, pitch: 0.04, far: far.clamp(NEAREST, FARTHEST), target }
    }

    /// Straight at a place from where `out` points, with `wide` metres around it.
    #[must_use]
    pub fn at(place: V3, out: V3, wide: f32, aspect: f32) -> Camera {
        let flat = root(out[0] * out[0] + out[2] * out[2]);
        let far = (wide / OPEN / aspect.clamp(0.1, 1.0)).clamp(NEAREST, FARTHEST);
        let pitch = angle(flat, out[1]).clamp(-0.9, 0.9);
        Camera { yaw: wrapped(angle(out[0], out[2])), pitch, far, target: place }
    }

    /// Far enough off to see all heights between two as well.
    #[must_use]
    pub fn with(self, [low, high]: [f32; 2]) -> Camera {
        let [x, y, z] = self.target;
        let half = OPEN * self.far;
        let (low, high) = (low.min(y - half), high.max(y + half));
        Camera { far: (high - low) / 2.0 / OPEN, target: [x, (low + high) / 2.0, z], ..self }
    }

    /// Turned by a drag of so many radians to the right and down: what is under the finger comes along.
    pub fn turn(&mut self, right: f32, down: f32) {
        self.yaw = wrapped(self.yaw + right);
        self.pitch = (self.pitch + down).clamp(-STEEPEST, STEEPEST);
    }

    /// Nearer (below 1) or farther.
    pub fn zoom(&mut self, by: f32) {
        self.far = (self.far * by).clamp(NEAREST, FARTHEST);
    }

    /// Moved in the plane of the picture by parts of its height, within reach of the body.
    pub fn shift(&mut self, right: f32, down: f32) {
        let [x, y, _] = self.axes();
        let by = 2.0 * OPEN * self.far;
        let moved = add(self.target, add(mul(x, -right * by), mul(y, down * by)));
        self.target = [moved[0].clamp(-0.25, 0.25), moved[1].clamp(-0.95, 0.35), moved[2].clamp(-0.3, 0.3)];
    }

    /// Part of the way to another camera, the shorter way round.
    #[must_use]
    pub fn towards(&self, goal: &Camera, share: f32) -> Camera {
        let mix = |a: f32, b: f32| a + (b - a) * share;
        Camera {
            yaw: wrapped(self.yaw + wrapped(goal.yaw - self.yaw) * share),
            pitch: mix(self.pitch, goal.pitch),
            far: mix(self.far, goal.far),
            target: crate::vector::between(self.target, goal.target, share),
        }
    }

    /// Where the eye is.
    #[must_use]
    pub fn eye(&self) -> V3 {
        add(self.target, mul(self.axes()[2], self.far))
    }

    /// To the right, up, and towards the eye.
    #[must_use]
    pub fn axes(&self) -> [V3; 3] {
        let [cy, sy] = circle(self.yaw);
        let [cp, sp] = circle(self.pitch);
        let back = [cp * cy, sp, cp * sy];
        let right = unit(cross([0.0, 1.0, 0.0], back));
        [right, cross(back, right), back]
    }

    /// World to clip space, for a picture of `aspect`.
    #[must_use]
    pub fn matrix(&self, aspect: f32) -> Matrix {
        let [x, y, z] = self.axes();
        let eye = self.eye();
        let (near, end) = (f32::max(self.far - 1.3, 0.05), self.far + 1.3);
        let (sx, sy) = (1.0 / (OPEN * aspect), 1.0 / OPEN);
        let (a, b) = (-(end + near) / (end - near), -2.0 * end * near / (end - near));
        let mut out = [0.0; 16];
        for at in 0..3 {
            out[at * 4] = sx * x[at];
            out[at * 4 + 1] = sy * y[at];
            out[at * 4 + 2] = a * z[at];
            out[at * 4 + 3] = -z[at];
        }
        out[12] = -sx * dot(x, eye);
        out[13] = -sy * dot(y, eye);
        out[14] = -a * dot(z, eye) + b;
        out[15] = dot(z, eye);
        out
    }

    /// The line of sight through a pixel of a picture: from the eye, a direction of length 1.
    #[must_use]
    pub fn ray(&self, at: [f32; 2], size: [f32; 2]) -> (V3, V3) {
        let [x, y, z] = self.axes();
        let across = (2.0 * at[0] / size[0] - 1.0) * OPEN * size[0] / size[1];
        let up = (1.0 - 2.0 * at[1] / size[1]) * OPEN;
        (self.eye(), unit(sub(add(mul(x, across), mul(y, up)), z)))
    }

    /// Where a place is in a picture of so many pixels.
    #[must_use]
    pub fn seen(&self, place: V3, size: [f32; 2]) -> Seen {
        let [x, y, z] = self.axes();
        let to = sub(place, self.eye());
        let far = f32::max(-dot(to, z), 0.01);
        let half = size[1] / 2.0 / OPEN;
        Seen { x: size[0] / 2.0 + half * dot(to, x) / far, y: size[1] / 2.0 - half * dot(to, y) / far, far }
    }

    /// Is the person's left at the left edge of the picture? Nothing where neither is: seen from the side.
    #[must_use]
    pub fn left_is_left(&self) -> Option<bool> {
        let across = self.axes()[0][2];
        (across.abs() > 0.35).then_some(across > 0.0)
    }
}

/// The camera that a wish asks for when nothing else is meant.
impl Wish {
    /// Where this is best seen from.
    #[must_use]
    pub fn camera(&self, aspect: f32) -> Camera {
        Camera::of(self.from, self.part, aspect)
    }
}

/// The same angle between minus and plus half a turn.
fn wrapped(angle: f32) -> f32 {
    let turn = 2.0 * PI;
    angle - turn * round(angle / turn)
}
