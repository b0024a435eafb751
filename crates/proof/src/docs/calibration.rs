//! The calibration curve: of what was stated with a chance, how much was so?

use super::found::{Bin, Curve, Found};
use super::frame::{Frame, tenths};
use super::svg::{Anchor, Shape, Svg};
use crate::cases::interval::wilson;

const SHOWN: [&str; 2] = ["default", "clean"];
const SIDE: f64 = 280.0;
/// Radius of the mark with the most statements.
const LARGEST: f64 = 5.5;

/// Default and clean side by side.
pub(crate) fn picture(found: &Found) -> Option<String> {
    let people = found.people.as_ref()?;
    let curves: Vec<&Curve> =
        SHOWN.iter().filter_map(|name| people.curves.iter().find(|curve| curve.scenario == *name)).collect();
    if curves.len() < SHOWN.len() {
        return None;
    }
    let about = format!(
        "Two panels, default and clean scenario, {} simulated people each, after a drawing and ten answers. Across: the chance \
         belief stated for a source; up: the share of those sources that were active. On the dashed diagonal what is stated is \
         so. A dot is a fifteenth of all statements above one in fifteen; its area is their number, its bar an interval of 95 \
         percent as if statements were independent. {}",
        people.people,
        curves.iter().map(|curve| in_words(curve)).collect::<Vec<_>>().join(" ")
    );
    let mut svg = Svg::new([716.0, 380.0], "Calibration: stated against so", &about);
    for (at, curve) in curves.into_iter().enumerate() {
        let left = 58.0 + at as f64 * (SIDE + 64.0);
        let frame = Frame { left, top: 34.0, width: SIDE, height: SIDE, x: [0.0, 1.0], y: [0.0, 1.0] };
        panel(&mut svg, &frame, curve);
    }
    svg.text([358.0, 364.0], Anchor::Middle, "", "across: chance stated; up: share that was so; dashed: stated is so");
    Some(svg.done())
}

fn panel(svg: &mut Svg, frame: &Frame, curve: &Curve) {
    let ticks = tenths([0.0, 1.0], 2);
    frame.draw(svg, &curve.scenario, &ticks, &ticks);
    svg.line(frame.at(0.0, 0.0), frame.at(1.0, 1.0), "same");
    let most = curve.bins.iter().map(|bin| bin.count).max().unwrap_or(1).max(1) as f64;
    for bin in curve.bins.iter().filter(|bin| bin.count > 0) {
        let range = wilson((bin.so * bin.count as f64).round() as usize, bin.count);
        frame.interval(svg, bin.stated, range.low, range.high);
    }
    for bin in curve.bins.iter().filter(|bin| bin.count > 0) {
        svg.mark(Shape::Dot, frame.at(bin.stated, bin.so), LARGEST * (bin.count as f64 / most).sqrt());
    }
}

/// The lowest, a middle and the highest bin.
fn in_words(curve: &Curve) -> String {
    let percent = |bin: &Bin| format!("stated {:.0} %, so {:.0} %", bin.stated * 100.0, bin.so * 100.0);
    let ends = [0, curve.bins.len() / 2, curve.bins.len().saturating_sub(1)];
    let bins: Vec<String> = ends.iter().filter_map(|at| curve.bins.get(*at)).map(percent).collect();
    format!("{}: {}.", curve.scenario, bins.join("; "))
}
