//! Places and sides.

/// Left or right, as the person says it of their own body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// Their left: z is negative.
    Left,
    /// Their right: z is positive.
    Right,
}

/// A place or a direction in the world frame; places in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Forwards.
    pub x: f64,
    /// Upwards.
    pub y: f64,
    /// To the person's right.
    pub z: f64,
}

impl Place {
    /// The same place on the given side, if this is one of the right half.
    #[must_use]
    pub fn on(self, side: Side) -> Self {
        match side {
            Side::Left => Self { z: -self.z, ..self },
            Side::Right => self,
        }
    }

    /// From `other` to here.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self { x: self.x - other.x, y: self.y - other.y, z: self.z - other.z }
    }

    /// Square of the length, in square metres for places.
    #[must_use]
    pub fn squared(self) -> f64 {
        self.dot(self)
    }

    /// Length of one times the length of the other along it.
    #[must_use]
    pub fn dot(self, other: Self) -> f64 {
        self.x * other.x + self.y * other.y + self.z * other.z
    }

    /// From here, `far` times `direction` on.
    #[must_use]
    pub fn along(self, direction: Self, far: f64) -> Self {
        Self { x: self.x + far * direction.x, y: self.y + far * direction.y, z: self.z + far * direction.z }
    }

    /// Across both directions, by the right hand.
    #[must_use]
    pub fn cross(self, other: Self) -> Self {
        Self {
            x: self.y * other.z - self.z * other.y,
            y: self.z * other.x - self.x * other.z,
            z: self.x * other.y - self.y * other.x,
        }
    }

    /// So many times as long.
    pub(crate) fn scaled(self, by: f64) -> Self {
        Self { x: self.x * by, y: self.y * by, z: self.z * by }
    }

    /// A direction of length 1, or nothing if it has no length.
    pub(crate) fn unit(self) -> Option<Self> {
        let length = root(self.squared());
        (length > 0.0).then(|| self.scaled(1.0 / length))
    }

    /// The lowest of both along each axis.
    pub(crate) fn least(self, other: Self) -> Self {
        Self { x: self.x.min(other.x), y: self.y.min(other.y), z: self.z.min(other.z) }
    }

    /// The highest of both along each axis.
    pub(crate) fn most(self, other: Self) -> Self {
        Self { x: self.x.max(other.x), y: self.y.max(other.y), z: self.z.max(other.z) }
    }
}

/// Square root of a length: to the last digit or the one before it, the same on every machine, and without `std`, whose
/// machinery for panics would be a tenth of what the body on screen is to load.
#[must_use]
pub fn root(square: f64) -> f64 {
    if square <= 0.0 {
        return 0.0;
    }
    // half the exponent is right to a few percent; each step doubles the digits
    let mut root = f64::from_bits((square.to_bits() >> 1) + (0x3ff << 51));
    for _ in 0..4 {
        root = 0.5 * (root + square / root);
    }
    root
}
