//! A pair of axes: from values to places on a sheet.

use super::svg::{Anchor, Svg};

/// A square of the sheet and the values it spans.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) x: [f64; 2],
    pub(crate) y: [f64; 2],
}

impl Frame {
    pub(crate) fn at(&self, x: f64, y: f64) -> [f64; 2] {
        let part = |value: f64, [low, high]: [f64; 2]| ((value - low) / (high - low)).clamp(0.0, 1.0);
        [self.left + self.width * part(x, self.x), self.top + self.height * (1.0 - part(y, self.y))]
    }

    /// Grid, ticks with their words, and the frame.
    pub(crate) fn draw(&self, svg: &mut Svg, head: &str, across: &[(f64, String)], up: &[(f64, String)]) {
        for (value, words) in across {
            let [x, bottom] = self.at(*value, self.y[0]);
            svg.line([x, bottom], [x, self.top], "grid");
            svg.text([x, bottom + 16.0], Anchor::Middle, "small", words);
        }
        for (value, words) in up {
            let [left, y] = self.at(self.x[0], *value);
            svg.line([left, y], [left + self.width, y], "grid");
            svg.text([left - 6.0, y + 4.0], Anchor::End, "small", words);
        }
        svg.rect([self.left, self.top], [self.width, self.height], "frame");
        svg.text([self.left + self.width / 2.0, self.top - 8.0], Anchor::Middle, "head", head);
    }

    /// An upright interval at a place across.
    pub(crate) fn interval(&self, svg: &mut Svg, x: f64, low: f64, high: f64) {
        svg.line(self.at(x, low), self.at(x, high), "thin");
    }
}

/// Ticks at tenths of one that are whole numbers of `step` tenths, as percent.
pub(crate) fn tenths([low, high]: [f64; 2], step: usize) -> Vec<(f64, String)> {
    let ticks = (0..=10).step_by(step).map(|tenth| (tenth as f64 / 10.0, format!("{} %", tenth * 10)));
    ticks.filter(|(value, _)| *value >= low - 1e-9 && *value <= high + 1e-9).collect()
}

#[cfg(test)]
mod tests {
    use super::{Frame, tenths};

    #[test]
    fn values_find_their_place_and_nothing_leaves_the_frame() {
        let frame = Frame { left: 10.0, top: 20.0, width: 100.0, height: 50.0, x: [0.0, 1.0], y: [0.5, 1.0] };
        assert_eq!(frame.at(0.0, 1.0), [10.0, 20.0]);
        assert_eq!(frame.at(0.5, 0.75), [60.0, 45.0]);
        assert_eq!(frame.at(2.0, 0.0), [110.0, 70.0]);
        assert_eq!(
            tenths([0.4, 1.0], 2).iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(),
            ["40 %", "60 %", "80 %", "100 %"]
        );
    }
}
