//! A picture, written by hand: lines, marks and words on a light sheet of its own, so that it reads on any page.

use std::fmt::Write as _;

/// Shapes of marks: what tells series apart, besides dashes.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Shape {
    Dot,
    Square,
    Triangle,
    Diamond,
}

/// Where words stand to their point.
#[derive(Clone, Copy)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

const STYLE: &str = "<style>text{font:12px sans-serif;fill:#222}.head{font-weight:bold}.small{font-size:11px}\
    .frame{fill:none;stroke:#555}.grid{stroke:#ddd}.thin{stroke:#555;stroke-width:1}.same{stroke:#777;stroke-dasharray:3 3}\
    .series{fill:none;stroke:#0b4f8a;stroke-width:2}.mark{fill:#0b4f8a;stroke:#fff}.open{fill:#fff;stroke:#0b4f8a;stroke-width:1.5}\
    .full{fill:#0b4f8a;stroke:#0b4f8a}.empty{fill:#fff;stroke:#555}.goal{stroke:#222;stroke-width:2;stroke-dasharray:2 2}\
    </style>\n";

/// A picture that is being drawn; lengths are pixels.
pub(crate) struct Svg {
    head: String,
    body: String,
}

impl Svg {
    /// An empty sheet; `title` and `about` are for those who hear it read out.
    pub(crate) fn new([width, height]: [f64; 2], title: &str, about: &str) -> Svg {
        let (width, height) = (short(width), short(height));
        let head = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             role=\"img\" aria-labelledby=\"title about\">\n<title id=\"title\">{}</title>\n<desc id=\"about\">{}</desc>\n{STYLE}\
             <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"#fafafa\"/>\n",
            escaped(title),
            escaped(about)
        );
        Svg { head, body: String::new() }
    }

    pub(crate) fn line(&mut self, [x1, y1]: [f64; 2], [x2, y2]: [f64; 2], class: &str) {
        let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(short);
        let _ = writeln!(self.body, "<line class=\"{class}\" x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"/>");
    }

    /// A line through points; `dashes` as SVG has them, empty for none.
    pub(crate) fn path(&mut self, points: &[[f64; 2]], dashes: &str) {
        let points: Vec<String> = points.iter().map(|[x, y]| format!("{},{}", short(*x), short(*y))).collect();
        let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
        let _ = writeln!(self.body, "<polyline class=\"series\"{dashes} points=\"{}\"/>", points.join(" "));
    }

    pub(crate) fn rect(&mut self, [x, y]: [f64; 2], [width, height]: [f64; 2], class: &str) {
        let [x, y, width, height] = [x, y, width, height].map(short);
        let _ =
            writeln!(self.body, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>");
    }

    /// A mark of radius `r`.
    pub(crate) fn mark(&mut self, shape: Shape, [x, y]: [f64; 2], r: f64) {
        let corners: &[[f64; 2]] = match shape {
            Shape::Dot => {
                let [x, y, r] = [x, y, r].map(short);
                let _ = writeln!(self.body, "<circle class=\"mark\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/>");
                return;
            }
            Shape::Square => &[[-0.9, -0.9], [0.9, -0.9], [0.9, 0.9], [-0.9, 0.9]],
            Shape::Triangle => &[[0.0, -1.2], [1.1, 0.9], [-1.1, 0.9]],
            Shape::Diamond => &[[0.0, -1.3], [1.3, 0.0], [0.0, 1.3], [-1.3, 0.0]],
        };
        let points = corners.iter().map(|[dx, dy]| format!("{},{}", short(x + r * dx), short(y + r * dy)));
        let _ = writeln!(self.body, "<polygon class=\"open\" points=\"{}\"/>", points.collect::<Vec<_>>().join(" "));
    }

    pub(crate) fn text(&mut self, [x, y]: [f64; 2], anchor: Anchor, class: &str, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let (x, y, words) = (short(x), short(y), escaped(words));
        let _ =
            writeln!(self.body, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{words}</text>");
    }

    /// The file.
    pub(crate) fn done(self) -> String {
        format!("{}{}</svg>\n", self.head, self.body)
    }
}

/// A tenth of a pixel is seen by nobody.
fn short(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{Anchor, Shape, Svg};
    use crate::docs::wellformed;

    #[test]
    fn whatever_is_drawn_is_well_formed() {
        let mut svg = Svg::new([100.0, 50.0], "a < b", "and & so on");
        svg.line([0.0, 0.0], [10.26, 5.0], "grid");
        svg.path(&[[0.0, 0.0], [1.0, 1.0]], "4 2");
        svg.rect([0.0, 0.0], [5.0, 5.0], "frame");
        for shape in [Shape::Dot, Shape::Square, Shape::Triangle, Shape::Diamond] {
            svg.mark(shape, [20.0, 20.0], 3.0);
        }
        svg.text([5.0, 5.0], Anchor::Middle, "small", "\"quoted\" <b>");
        let text = svg.done();
        wellformed::check(&text).unwrap();
        assert!(text.contains("10.3") && text.contains("&lt;b&gt;"));
    }
}
