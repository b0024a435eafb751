//! The looks at the body that the plates hold: outlines, folds and zones of each.

use super::curve::{Ring, Spot, area, bounds, rings};
use anatomy::Place;
use guide::shape::Side;

/// The body that is drawn: one stands for all, as the zones are the same.
const BODY: &str = "female";
/// Units of a plate a metre, how far down the hip joints are, and how far right what lies in the body's middle is
/// (`SCALE`, `HIPS` and the cameras in `tools/anatomy/anatomy/plates.py`).
const SCALE: f64 = 900.0;
const HIPS: f64 = 264.0;
const MIDDLE: f64 = 180.0;
const MIDDLE_OF_SIDE: f64 = 140.0;
/// Crumbs of a zone that are smaller are not drawn, in square units.
const CRUMB: f64 = 20.0;

/// From where the body is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// From behind.
    Behind,
    /// From the right.
    Right,
    /// From the front.
    Front,
    /// The soles.
    Soles,
    /// The inner side of the right leg.
    Inside,
    /// The tops of the feet.
    Toes,
}

/// Each look with its plate and its drawing there: the whole body first, then what stands beside it.
const ALL: [(View, &str, &str); 6] = [
    (View::Behind, "back", "body"),
    (View::Right, "side", "body"),
    (View::Front, "front", "body"),
    (View::Soles, "back", "soles"),
    (View::Inside, "side", "inner"),
    (View::Toes, "front", "toes"),
];

impl View {
    /// A word for it, for ids.
    pub fn word(self) -> &'static str {
        match self {
            View::Behind => "back",
            View::Right => "side",
            View::Front => "front",
            View::Soles => "soles",
            View::Inside => "inner",
            View::Toes => "toes",
        }
    }

    /// Where a place of the body comes to lie, and how much of a direction points at the eye; nothing where only a part is seen.
    pub(crate) fn sees(self, place: Place, way: Place) -> Option<(Spot, f64)> {
        let (x, towards) = match self {
            View::Behind => (MIDDLE + SCALE * place.z, -way.x),
            View::Right => (MIDDLE_OF_SIDE + SCALE * place.x, way.z),
            View::Front => (MIDDLE - SCALE * place.z, way.x),
            _ => return None,
        };
        Some(([x, HIPS - SCALE * place.y], towards))
    }

    /// Is its left half the mirror image of its right?
    fn halved(self) -> bool {
        !matches!(self, View::Right | View::Inside)
    }
}

/// One look at the body, or at a part of it.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    pub(crate) view: View,
    pub(crate) outline: Vec<Ring>,
    pub(crate) folds: Vec<Ring>,
    zones: Vec<(String, Side, Vec<Ring>)>,
}

impl Figure {
    /// What is seen of a zone of the right side or the midline.
    pub(crate) fn zone(&self, id: &str) -> &[Ring] {
        let right = |side| matches!(side, Side::Right | Side::Midline);
        self.zones.iter().find(|(zone, side, _)| zone == id && right(*side)).map_or(&[], |(.., rings)| rings)
    }
}

/// Every look, or what is missing.
pub(crate) fn figures() -> Result<Vec<Figure>, String> {
    ALL.into_iter().map(|(view, plate, part)| figure(view, plate, part)).collect()
}

fn figure(view: View, plate: &str, part: &str) -> Result<Figure, String> {
    let name = format!("{plate}-{BODY}");
    let text = crate::plate::svg(&name).ok_or_else(|| format!("there is no plate {name}"))?;
    let missing = |what: &str| format!("{what} of plate {name} cannot be read");
    let parts: Vec<&str> = ALL.iter().filter(|(_, of, _)| *of == plate).map(|(.., part)| *part).collect();
    let outline = |part: &str| {
        between(text, &format!("<path id=\"{name}-{part}\" d=\""), "\"").and_then(rings).ok_or_else(|| missing(part))
    };
    let number = parts.iter().position(|known| *known == part).unwrap_or_default();
    // one path of folds a drawing, in their order
    let folds = text.split("fill-opacity=\".3\" d=\"").nth(number + 1).and_then(|rest| rest.split('"').next());
    let mut folds = folds.and_then(rings).ok_or_else(|| missing("folds"))?;
    if view.halved() {
        let other = |ring: &Ring| ring.iter().map(|[x, y]| [2.0 * MIDDLE - x, *y]).collect();
        folds.extend(folds.iter().map(other).collect::<Vec<Ring>>());
    }
    // A piece of a zone belongs to the part round whose middle it lies, or else to the body.
    let beside = bounds(outline(parts.last().copied().unwrap_or_default())?.iter().flatten());
    let here = |ring: &Ring| {
        let [left, top, right, bottom] = bounds(ring);
        let middle = [f64::midpoint(left, right), f64::midpoint(top, bottom)];
        inside(middle, beside) == (number > 0) && area(ring) >= CRUMB
    };
    let mut zones = Vec::new();
    for piece in text.split("data-zone=\"").skip(1) {
        let id = piece.split('"').next().unwrap_or_default();
        let side = between(piece, "data-side=\"", "\"").and_then(side).ok_or_else(|| missing(id))?;
        let mut rings = between(piece, " d=\"", "\"").and_then(rings).ok_or_else(|| missing(id))?;
        rings.retain(here);
        zones.push((id.to_owned(), side, rings));
    }
    Ok(Figure { view, outline: outline(part)?, folds, zones })
}

fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    text.split_once(before)?.1.split_once(after).map(|(found, _)| found)
}

fn inside([x, y]: Spot, [left, top, right, bottom]: [f64; 4]) -> bool {
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

fn side(word: &str) -> Option<Side> {
    match word {
        "left" => Some(Side::Left),
        "right" => Some(Side::Right),
        "midline" => Some(Side::Midline),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{View, bounds, figures};
    use anatomy::{SKIN, Side, Skin};

    /// The skin of the body, seen as the plates are said to be, comes to lie where the plates have it.
    #[test]
    fn zones_of_the_skin_lie_where_the_plates_draw_them() {
        let (skin, figures) = (Skin::read(SKIN).expect("the skin"), figures().expect("the plates"));
        let body = skin.bodies().position(|name| name == super::BODY).expect("the body");
        for (view, zone) in [
            (View::Behind, "si_region"),
            (View::Behind, "buttock_mid_med"),
            (View::Behind, "calf_post"),
            (View::Right, "hip_lateral"),
            (View::Right, "leg_lat"),
            (View::Front, "thigh_ant_up"),
            (View::Front, "shin_front"),
        ] {
            let figure = figures.iter().find(|figure| figure.view == view).expect("a figure");
            let places = skin.vertices().filter(|vertex| vertex.side == Side::Right).filter_map(|vertex| {
                let known = skin.zone(vertex).is_some_and(|at| skin.zones()[at] == zone);
                skin.place(body, vertex).filter(|_| known)
            });
            let seen: Vec<_> = places.filter_map(|place| view.sees(place, place)).map(|(spot, _)| spot).collect();
            let (skin, plate) = (bounds(&seen), bounds(figure.zone(zone).iter().flatten()));
            // the skin's triangles are up to some twenty units wide
            let off = skin.iter().zip(plate).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
            assert!(off < 25.0, "{zone} {view:?}: {skin:?} and {plate:?}");
        }
    }
}
