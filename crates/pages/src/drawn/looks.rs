//! Which looks at the body show a pattern: as few as show every zone, and the trigger point.

use super::curve::{Ring, area, bounds, whole, written};
use super::{Figure, Look, Shade, View};
use anatomy::Point;
use guide::shape::{Referral, Source};

/// A zone, or the point, is seen well where it looks at least this much of as large as it can.
const WELL: f64 = 0.5;
/// What is at least so large on the whole body needs no look at a part, in square units: a fingertip.
const ENOUGH: f64 = 576.0;
/// What is shown begins below where the body is cut, and goes at least so far down, and so far beyond the last zone. Units.
const TOP: f64 = 14.0;
const LEAST: f64 = 400.0;
const BEYOND: f64 = 28.0;
/// Room beside the body, and the width of every look, so that all are to one scale. Units.
const RIM: f64 = 8.0;
const WIDE: f64 = 344.0;

/// The looks that show what books say of a source. `point` is where it lies, if the body has it.
pub(crate) fn pattern(figures: &[Figure], source: &Source, point: Option<&Point>) -> Vec<Look> {
    let mut zones: Vec<(&str, Referral)> =
        source.referral.iter().map(|row| (row.zone.as_str(), row.strength)).collect();
    zones.sort_by_key(|(_, strength)| std::cmp::Reverse(*strength));
    let chosen = chosen(figures, &zones, point);
    let whole_body = |figure: &&Figure| !beside(figure.view);
    let rings = chosen
        .iter()
        .copied()
        .filter(whole_body)
        .flat_map(|figure| zones.iter().flat_map(|(zone, _)| figure.zone(zone)).flatten());
    let lowest = (bounds(rings)[3] + BEYOND).max(LEAST);
    let facing = point.into_iter().flat_map(|point| figures.iter().filter_map(|figure| facing(figure.view, point)));
    let clear = WELL * facing.fold(0.0, f64::max);
    chosen.iter().map(|figure| look(figure, &zones, point, clear, lowest)).collect()
}

fn beside(view: View) -> bool {
    matches!(view, View::Soles | View::Inside | View::Toes)
}

/// The fewest figures that show all well; of those, the ones that show most.
fn chosen<'f>(figures: &'f [Figure], zones: &[(&str, Referral)], point: Option<&Point>) -> Vec<&'f Figure> {
    // for each zone, and for the point, how large it looks in each figure
    let mut sizes: Vec<Vec<f64>> = zones
        .iter()
        .map(|(zone, _)| figures.iter().map(|figure| figure.zone(zone).iter().map(|ring| area(ring)).sum()).collect())
        .collect();
    if let Some(point) = point {
        sizes.push(figures.iter().map(|figure| facing(figure.view, point).unwrap_or(0.0)).collect());
    }
    let most: Vec<f64> = sizes.iter().map(|sizes| most(figures, sizes)).collect();
    let best = |set: u32, sizes: &[f64]| {
        let taken = sizes.iter().enumerate().filter(|(at, _)| set & (1 << at) != 0);
        taken.map(|(_, size)| *size).fold(0.0, f64::max)
    };
    let all_well = |set: &u32| sizes.iter().zip(&most).all(|(sizes, most)| best(*set, sizes) >= WELL * most);
    // how much of what there is to see is seen, for each thing alike
    let seen = |set: u32| {
        sizes.iter().zip(&most).filter(|(_, most)| **most > 0.0).map(|(s, most)| best(set, s) / most).sum::<f64>()
    };
    let sets = (1..1_u32 << figures.len()).filter(all_well);
    let set = sets.min_by(|a, b| a.count_ones().cmp(&b.count_ones()).then(seen(*b).total_cmp(&seen(*a))));
    let taken = |at: usize| set.is_some_and(|set| set & (1 << at) != 0);
    figures.iter().enumerate().filter(|(at, _)| taken(*at)).map(|(_, figure)| figure).collect()
}

/// How large a thing can look: on the whole body if that is enough, or else wherever it looks largest.
fn most(figures: &[Figure], sizes: &[f64]) -> f64 {
    let whole = figures.iter().zip(sizes).filter(|(figure, _)| !beside(figure.view)).map(|(_, size)| *size);
    match whole.fold(0.0, f64::max) {
        most if most >= ENOUGH => most,
        _ => sizes.iter().copied().fold(0.0, f64::max),
    }
}

/// How much of the way from the point out of the skin comes towards the eye, if it does.
fn facing(view: View, point: &Point) -> Option<f64> {
    let way = point.pressed_at.first()?.minus(point.place);
    let long = way.squared().sqrt();
    let (_, towards) = view.sees(point.place, way)?;
    (long > 0.0 && towards > 0.0).then(|| towards / long)
}

fn look(figure: &Figure, zones: &[(&str, Referral)], point: Option<&Point>, clear: f64, lowest: f64) -> Look {
    let shades = zones.iter().map(|(zone, strength)| Shade {
        zone: (*zone).to_owned(),
        strength: *strength,
        shape: written(figure.zone(zone)),
    });
    let well = |point: &&Point| facing(figure.view, point).is_some_and(|facing| facing >= clear);
    let cross = point.filter(well).and_then(|point| figure.view.sees(point.place, point.place));
    Look {
        view: figure.view,
        shown: shown(figure, lowest),
        outline: written(&figure.outline),
        folds: written(&figure.folds),
        shades: shades.filter(|shade| !shade.shape.is_empty()).collect(),
        cross: cross.map(|(at, _)| whole(at)),
    }
}

/// What is shown of a figure: the body from the cut down to `lowest`, or all of what stands beside it.
fn shown(figure: &Figure, lowest: f64) -> [i32; 4] {
    let beside = beside(figure.view);
    let within = |ring: &&Ring| beside || ring.iter().any(|spot| spot[1] < lowest);
    let spots = figure.outline.iter().filter(within).flatten().filter(|spot| beside || spot[1] < lowest);
    let [left, top, right, bottom] = bounds(spots);
    let (top, bottom) = if beside { (top - RIM, bottom + RIM) } else { (TOP, lowest.min(bottom + RIM)) };
    let middle = f64::midpoint(left, right);
    let [left, top] = whole([middle - WIDE / 2.0, top]);
    let [width, bottom] = whole([WIDE, bottom]);
    [left, top, width, bottom - top]
}
