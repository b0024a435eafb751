//! From space to the picture: seen along parallel lines, round outlines stay exact.

use crate::flesh::Blob;
use crate::pen::Pen;
use crate::space::{V3, sin_cos};

/// Width and height of every figure, in its own units.
pub(crate) const SIZE: [f64; 2] = [640.0, 480.0];

/// A point of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct P2(pub(crate) f64, pub(crate) f64);

/// From where the person is seen, and how large.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Camera {
    right: V3,
    up: V3,
    /// Towards the viewer.
    pub(crate) near: V3,
    scale: f64,
    middle: P2,
}

impl Camera {
    /// Degrees round the person and from above; one unit a centimetre.
    pub(crate) fn new([round, above]: [f64; 2]) -> Camera {
        let ((sr, cr), (sa, ca)) = (sin_cos(round), sin_cos(above));
        Camera {
            right: V3(cr, 0.0, -sr),
            up: V3(-sr * sa, ca, -cr * sa),
            near: V3(sr * ca, sa, cr * ca),
            scale: 1.0,
            middle: P2(0.0, 0.0),
        }
    }

    /// The same, so that what reaches from `low` to `high` fills the picture.
    pub(crate) fn fitted(self, low: P2, high: P2) -> Camera {
        const MARGIN: f64 = 26.0;
        let fit = |size: f64, extent: f64| (size - 2.0 * MARGIN) / extent.max(1.0);
        // Never larger than somebody who sits: people are of one size.
        let scale = fit(SIZE[0], high.0 - low.0).min(fit(SIZE[1], high.1 - low.1)).min(3.9);
        Camera { scale, middle: P2((low.0 + high.0) / 2.0, (low.1 + high.1) / 2.0), ..self }
    }

    pub(crate) fn length(&self, cm: f64) -> f64 {
        cm * self.scale
    }

    pub(crate) fn sees(&self, v: V3) -> P2 {
        let flat = self.flat(v);
        P2(SIZE[0] / 2.0 + flat.0 - self.middle.0 * self.scale, SIZE[1] / 2.0 + flat.1 - self.middle.1 * self.scale)
    }

    fn flat(&self, v: V3) -> P2 {
        P2(v.dot(self.right) * self.scale, -v.dot(self.up) * self.scale)
    }

    /// An outline as it is seen.
    pub(crate) fn round(&self, blob: &Blob) -> Round {
        let axes = blob.axes.map(|axis| self.flat(axis));
        let sum = |of: &dyn Fn(&P2) -> f64| axes.iter().map(of).sum::<f64>();
        Round { at: self.sees(blob.at), xx: sum(&|a| a.0 * a.0), xy: sum(&|a| a.0 * a.1), yy: sum(&|a| a.1 * a.1) }
    }

    /// The outline round several blobs.
    pub(crate) fn hull(&self, blobs: &[Blob]) -> String {
        hull(&blobs.iter().map(|blob| self.round(blob)).collect::<Vec<_>>())
    }
}

/// An ellipse: its middle, and the matrix whose root is its reach.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Round {
    pub(crate) at: P2,
    xx: f64,
    xy: f64,
    yy: f64,
}

impl Round {
    fn radius(&self, (x, y): (f64, f64)) -> f64 {
        (self.xx * x * x + 2.0 * self.xy * x * y + self.yy * y * y).max(1e-9).sqrt()
    }

    fn reach(&self, way: (f64, f64)) -> f64 {
        self.at.0 * way.0 + self.at.1 * way.1 + self.radius(way)
    }

    /// The point that is furthest along a way.
    fn edge(&self, (x, y): (f64, f64)) -> P2 {
        let radius = self.radius((x, y));
        P2(self.at.0 + (self.xx * x + self.xy * y) / radius, self.at.1 + (self.xy * x + self.yy * y) / radius)
    }

    pub(crate) fn bounds(&self) -> [P2; 2] {
        let (x, y) = (self.xx.max(0.0).sqrt(), self.yy.max(0.0).sqrt());
        [P2(self.at.0 - x, self.at.1 - y), P2(self.at.0 + x, self.at.1 + y)]
    }

    /// Radii and slope as an arc wants them.
    fn radii(&self) -> (f64, f64, f64) {
        let (mean, half) = ((self.xx + self.yy) / 2.0, (self.xx - self.yy) / 2.0);
        let root = (half * half + self.xy * self.xy).sqrt();
        let slope = libm::atan2(self.xy, half).to_degrees() / 2.0;
        ((mean + root).max(0.0).sqrt(), (mean - root).max(0.0).sqrt(), slope)
    }
}

/// The tightest outline round ellipses: arcs, and straight lines from one to the next.
pub(crate) fn hull(rounds: &[Round]) -> String {
    const STEPS: usize = 720;
    let way = |at: usize| {
        let (s, c) = sin_cos(at as f64 * 360.0 / STEPS as f64);
        (c, s)
    };
    let furthest = |at: usize| {
        let way = way(at);
        (0..rounds.len()).max_by(|a, b| rounds[*a].reach(way).total_cmp(&rounds[*b].reach(way))).unwrap_or(0)
    };
    let all: Vec<usize> = (0..STEPS).map(furthest).collect();
    // Begin where the outline goes from one to another.
    let first = (0..STEPS).find(|at| all[*at] != all[(at + STEPS - 1) % STEPS]);
    let Some(first) = first else { return rounds.first().map(whole).unwrap_or_default() };
    let mut pen = Pen::default();
    let mut at = 0;
    while at < STEPS {
        let round = &rounds[all[(first + at) % STEPS]];
        let begin = at;
        while at < STEPS && all[(first + at) % STEPS] == all[(first + begin) % STEPS] {
            at += 1;
        }
        let (from, to) = (round.edge(way(first + begin)), round.edge(way(first + at - 1)));
        if pen.is_empty() {
            pen.go(from);
        } else if libm::hypot(to.0 - from.0, to.1 - from.1) < 6.0 {
            pen.line(to);
            continue;
        } else {
            pen.line(from);
        }
        if at - begin > 1 {
            pen.arc(round.radii(), at - begin > STEPS / 2, to);
        }
    }
    pen.close()
}

fn whole(round: &Round) -> String {
    let (a, b) = (round.edge((1.0, 0.0)), round.edge((-1.0, 0.0)));
    let mut pen = Pen::along([a]);
    pen.arc(round.radii(), false, b);
    pen.arc(round.radii(), false, a);
    pen.close()
}

/// The nearest whole number; half a unit is a sixth of a centimetre.
pub(crate) fn whole_number(value: f64) -> i64 {
    value.round() as i64
}
