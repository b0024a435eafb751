//! Writes paths, short: whole numbers, each point from the one before.

use crate::camera::P2;
use std::fmt::Write as _;

/// The `d` of a path, being written.
#[derive(Default)]
pub(crate) struct Pen {
    path: String,
    at: (i64, i64),
}

impl Pen {
    /// A path along points, open.
    pub(crate) fn along(points: impl IntoIterator<Item = P2>) -> Pen {
        let mut pen = Pen::default();
        for (at, point) in points.into_iter().enumerate() {
            if at == 0 { pen.go(point) } else { pen.line(point) }
        }
        pen
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.path.is_empty()
    }

    pub(crate) fn go(&mut self, to: P2) {
        self.at = whole(to);
        let _ = write!(self.path, "M{}", pair(self.at));
    }

    pub(crate) fn line(&mut self, to: P2) {
        let by = self.by(to);
        if by != (0, 0) {
            let _ = write!(self.path, "l{}", pair(by));
        }
    }

    pub(crate) fn curve(&mut self, control: P2, to: P2) {
        let control = whole(control);
        let control = (control.0 - self.at.0, control.1 - self.at.1);
        let by = self.by(to);
        let _ = write!(self.path, "q{} {}", pair(control), pair(by));
    }

    /// Clockwise along an ellipse.
    pub(crate) fn arc(&mut self, (rx, ry, slope): (f64, f64, f64), large: bool, to: P2) {
        let by = self.by(to);
        let slope = if rx - ry < 1.0 { 0.0 } else { slope };
        let (rx, ry) = (rx.round() as i64, ry.round() as i64);
        let _ = write!(self.path, "a{rx} {ry} {} {} 1{}", slope.round() as i64, u8::from(large), after(by));
    }

    pub(crate) fn close(mut self) -> String {
        self.path.push('z');
        self.path
    }

    pub(crate) fn open(self) -> String {
        self.path
    }

    /// How far it is to a point, which is where the pen is from now on.
    fn by(&mut self, to: P2) -> (i64, i64) {
        let to = whole(to);
        let by = (to.0 - self.at.0, to.1 - self.at.1);
        self.at = to;
        by
    }
}

fn whole(P2(x, y): P2) -> (i64, i64) {
    (x.round() as i64, y.round() as i64)
}

fn pair((x, y): (i64, i64)) -> String {
    if y < 0 { format!("{x}{y}") } else { format!("{x} {y}") }
}

/// A pair behind another number.
fn after(by: (i64, i64)) -> String {
    if by.0 < 0 { pair(by) } else { format!(" {}", pair(by)) }
}
