//! How often the first named is active while minutes pass: belief's choice beside fixed orders.

use super::found::{Figure, Found, People};
use super::frame::{Frame, tenths};
use super::svg::{Anchor, Shape, Svg};
use crate::accuracy::minutes::{MARKS, PART, WAYS};

const SHOWN: [&str; 2] = ["default", "clean"];
/// How each way is drawn: its mark and dashes.
const LOOKS: [(Shape, &str); 4] =
    [(Shape::Dot, ""), (Shape::Square, "7 3"), (Shape::Triangle, "2 3"), (Shape::Diamond, "9 3 2 3")];
/// Minutes that the ways stand apart, so that their intervals do not hide each other.
const APART: f64 = 0.12;

/// Default and clean side by side, with a legend.
pub(crate) fn picture(found: &Found) -> Option<String> {
    let people = found.people.as_ref()?;
    let shown = |f: &&Figure| f.part == PART && !f.row.ends_with("next - fixed");
    let lowest = people.figures.iter().filter(shown).map(|f| f.low).reduce(f64::min)?;
    let floor = (lowest * 10.0).floor() / 10.0;
    let about = format!(
        "Two panels, default and clean scenario: gluteal people from their drawing alone. Across: minutes of questions and \
         presses; up: share of people whose first named source is active, with 95 percent intervals. {}",
        SHOWN.iter().map(|scenario| in_words(people, scenario)).collect::<Vec<_>>().join(" ")
    );
    let mut svg = Svg::new([716.0, 400.0], "Minutes against top-1", &about);
    for (at, scenario) in SHOWN.iter().enumerate() {
        let left = 58.0 + at as f64 * 344.0;
        let frame = Frame { left, top: 34.0, width: 280.0, height: 260.0, x: [-0.6, 12.6], y: [floor, 1.0] };
        let minutes: Vec<(f64, String)> = MARKS.iter().map(|m| (*m, format!("{m} min"))).collect();
        frame.draw(&mut svg, scenario, &minutes, &tenths([floor, 1.0], 1));
        for (way, look) in LOOKS.iter().enumerate() {
            series(&mut svg, &frame, people, (scenario, way), *look);
        }
    }
    legend(&mut svg);
    Some(svg.done())
}

fn at<'p>(people: &'p People, scenario: &str, way: usize, minutes: f64) -> Option<&'p Figure> {
    people.at(PART, &format!("{scenario}: {}", WAYS[way]), &format!("{minutes} min"))
}

fn series(
    svg: &mut Svg,
    frame: &Frame,
    people: &People,
    (scenario, way): (&str, usize),
    (shape, dashes): (Shape, &str),
) {
    let points = MARKS.iter().filter_map(|&minutes| {
        let figure = at(people, scenario, way, minutes)?;
        Some((minutes + (way as f64 - 1.5) * APART, figure.value?, figure))
    });
    let points: Vec<(f64, f64, &Figure)> = points.collect();
    svg.path(&points.iter().map(|(x, y, _)| frame.at(*x, *y)).collect::<Vec<_>>(), dashes);
    for (x, y, figure) in points {
        frame.interval(svg, x, figure.low, figure.high);
        svg.mark(shape, frame.at(x, y), 4.0);
    }
}

fn legend(svg: &mut Svg) {
    for (way, (shape, dashes)) in LOOKS.into_iter().enumerate() {
        let [x, y] = [90.0 + (way % 2) as f64 * 300.0, 344.0 + (way / 2) as f64 * 26.0];
        svg.path(&[[x, y], [x + 44.0, y]], dashes);
        svg.mark(shape, [x + 22.0, y], 4.0);
        svg.text([x + 54.0, y + 4.0], Anchor::Start, "", WAYS[way]);
    }
}

fn in_words(people: &People, scenario: &str) -> String {
    let way = |way: usize| {
        let shares = MARKS.iter().filter_map(|minutes| at(people, scenario, way, *minutes)?.value);
        let shares: Vec<String> = shares.map(|share| format!("{:.0}", share * 100.0)).collect();
        format!("{} {} percent", WAYS[way], shares.join(", "))
    };
    format!("{scenario}, at 0, 4, 8 and 12 minutes: {}.", (0..WAYS.len()).map(way).collect::<Vec<_>>().join("; "))
}
