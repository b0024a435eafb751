//! Points and turns in space: x to the right of the picture, y up, z towards the viewer; centimetres and degrees.

use std::ops::{Add, Mul, Neg, Sub};

/// A point or a way, cm.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct V3(pub(crate) f64, pub(crate) f64, pub(crate) f64);

impl V3 {
    pub(crate) fn dot(self, o: V3) -> f64 {
        self.0 * o.0 + self.1 * o.1 + self.2 * o.2
    }

    pub(crate) fn cross(self, o: V3) -> V3 {
        V3(self.1 * o.2 - self.2 * o.1, self.2 * o.0 - self.0 * o.2, self.0 * o.1 - self.1 * o.0)
    }

    pub(crate) fn len(self) -> f64 {
        self.dot(self).sqrt()
    }

    /// Length 1; a way of no length stays.
    pub(crate) fn unit(self) -> V3 {
        let len = self.len();
        if len < 1e-9 { self } else { self * (1.0 / len) }
    }

    pub(crate) fn towards(self, o: V3, share: f64) -> V3 {
        self + (o - self) * share
    }

    /// Each number times that of the other.
    pub(crate) fn times(self, o: V3) -> V3 {
        V3(self.0 * o.0, self.1 * o.1, self.2 * o.2)
    }
}

impl From<[f64; 3]> for V3 {
    fn from([x, y, z]: [f64; 3]) -> V3 {
        V3(x, y, z)
    }
}

impl Add for V3 {
    type Output = V3;
    fn add(self, o: V3) -> V3 {
        V3(self.0 + o.0, self.1 + o.1, self.2 + o.2)
    }
}

impl Sub for V3 {
    type Output = V3;
    fn sub(self, o: V3) -> V3 {
        V3(self.0 - o.0, self.1 - o.1, self.2 - o.2)
    }
}

impl Neg for V3 {
    type Output = V3;
    fn neg(self) -> V3 {
        V3(-self.0, -self.1, -self.2)
    }
}

impl Mul<f64> for V3 {
    type Output = V3;
    fn mul(self, by: f64) -> V3 {
        V3(self.0 * by, self.1 * by, self.2 * by)
    }
}

/// A turn: where the axes x, y and z go.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn(pub(crate) [V3; 3]);

impl Turn {
    pub(crate) const NONE: Turn = Turn([V3(1.0, 0.0, 0.0), V3(0.0, 1.0, 0.0), V3(0.0, 0.0, 1.0)]);

    /// Round x: y goes towards z.
    pub(crate) fn x(degrees: f64) -> Turn {
        let (s, c) = sin_cos(degrees);
        Turn([V3(1.0, 0.0, 0.0), V3(0.0, c, s), V3(0.0, -s, c)])
    }

    /// Round y: z goes towards x.
    pub(crate) fn y(degrees: f64) -> Turn {
        let (s, c) = sin_cos(degrees);
        Turn([V3(c, 0.0, -s), V3(0.0, 1.0, 0.0), V3(s, 0.0, c)])
    }

    /// Round z: x goes towards y.
    pub(crate) fn z(degrees: f64) -> Turn {
        let (s, c) = sin_cos(degrees);
        Turn([V3(c, s, 0.0), V3(-s, c, 0.0), V3(0.0, 0.0, 1.0)])
    }

    pub(crate) fn of(self, v: V3) -> V3 {
        self.0[0] * v.0 + self.0[1] * v.1 + self.0[2] * v.2
    }

    /// The other turn first, then this one.
    pub(crate) fn after(self, first: Turn) -> Turn {
        Turn(first.0.map(|axis| self.of(axis)))
    }

    pub(crate) fn back(self) -> Turn {
        let [a, b, c] = self.0;
        Turn([V3(a.0, b.0, c.0), V3(a.1, b.1, c.1), V3(a.2, b.2, c.2)])
    }
}

/// Sine and cosine of degrees.
pub(crate) fn sin_cos(degrees: f64) -> (f64, f64) {
    let radians = degrees.to_radians();
    (libm::sin(radians), libm::cos(radians))
}

/// The angle of a way in a plane, degrees.
pub(crate) fn angle(y: f64, x: f64) -> f64 {
    libm::atan2(y, x).to_degrees()
}

/// The angle whose cosine this is, degrees.
pub(crate) fn arc_cos(cosine: f64) -> f64 {
    libm::acos(cosine.clamp(-1.0, 1.0)).to_degrees()
}
