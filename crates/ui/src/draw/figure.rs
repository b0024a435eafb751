//! The body as a picture, which `edge::plates` puts in: what it shall show stands in attributes.

use super::{Element, On, element};
use crate::edge;
use case::Side;
use screens::{Figure, Part, Region, Shade};
use wasm_bindgen::JsCast;
use web_sys::Event;

/// Heard by nobody: a list on the same screen says the same, and does.
pub(super) fn figure(figure: &Figure) -> Element {
    let (class, shown) = match figure.part {
        Part::Hips => ("figure hips", "0 0 360 440"),
        Part::Legs => ("figure legs", "0 330 360 850"),
    };
    let shades: Vec<String> = figure.regions.iter().filter_map(shade).collect();
    let drawn = element("div")
        .class(class)
        .with("aria-hidden", "true")
        .with("data-plate", &figure.plate)
        .with("data-shown", shown)
        .with("data-shades", &shades.join(" "));
    let drawn = if figure.mirrored { drawn.with("data-mirrored", "") } else { drawn };
    let can = figure.regions.iter().any(|region| region.action.is_some());
    if can { drawn.on(On::Touch(figure.regions.clone())) } else { drawn }
}

/// How a move is done. The words beside it say the same.
pub(super) fn image(shows: &str, mirrored: bool) -> Element {
    let class = if mirrored { "move left" } else { "move" };
    element("img").class(class).with("alt", "").with("src", &edge::address(shows).unwrap_or_default())
}

/// "zone.side=class".
fn shade(region: &Region) -> Option<String> {
    let class = match region.shade {
        Shade::Bare => return None,
        Shade::Hurts(0..=3) => "hurts low",
        Shade::Hurts(4..=6) => "hurts mid",
        Shade::Hurts(_) => "hurts high",
    };
    Some(format!("{}.{}={}", region.zone, word(region.side), class.replace(' ', "+")))
}

/// A side as the plates name it.
fn word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Midline => "midline",
    }
}

/// Does what a tap on a zone of the picture does.
pub(super) fn touched(event: &Event, regions: &[Region]) {
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let Some((zone, side)) = target.and_then(|target| edge::zone_of(&target)) else { return };
    let region = regions.iter().find(|region| region.zone == zone && word(region.side) == side);
    if let Some(action) = region.and_then(|region| region.action.clone()) {
        edge::act(action);
    }
}
