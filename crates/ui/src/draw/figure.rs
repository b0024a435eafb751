//! The body as a picture, which `edge::plates` puts in flat, and the program `body` to turn and to paint: what it shall show
//! stands in attributes. What app and body say to each other is told in `crates/scene/src/told.rs`; this is the app's side.

use super::{Element, On, element};
use crate::edge;
use case::Side;
use screens::{Action, Figure, Move, Part, Region, Shade};
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
        .with("data-shades", &shades.join(" "))
        .with("data-spot", &figure.spot);
    let drawn = if figure.mirrored { drawn.with("data-mirrored", "yes") } else { drawn };
    let can = figure.regions.iter().any(|region| region.action.is_some());
    if can { drawn.on(On::Touch(figure.regions.clone())) } else { drawn }
}

/// How a move is done. The words beside it say the same.
pub(super) fn image(shown: &Move) -> Element {
    let class = if shown.mirrored { "move left" } else { "move" };
    element("img").class(class).with("alt", "").with("src", &edge::address(&shown.shows).unwrap_or_default())
}

/// Moves in order, each beside its words.
pub(super) fn moves(moves: &[(String, Option<Move>)]) -> Element {
    let one = |(said, shown): &(String, Option<Move>)| {
        element("li").child(element("span").says(said)).maybe(shown.as_ref().map(image))
    };
    element("ol").class("moves").children(moves.iter().map(one).collect())
}

/// "zone.side=class".
fn shade(region: &Region) -> Option<String> {
    let class = match region.shade {
        Shade::Bare => return None,
        Shade::Hurts(0..=3, _) => "hurts+low",
        Shade::Hurts(4..=6, _) => "hurts+mid",
        Shade::Hurts(..) => "hurts+high",
        Shade::Felt(true) => "essential",
        Shade::Felt(false) => "spillover",
    };
    let share = match region.shade {
        Shade::Hurts(_, Some(share)) => format!("+{share}"),
        _ => String::new(),
    };
    Some(format!("{}={class}{share}", place(region)))
}

fn place(region: &Region) -> String {
    format!("{}.{}", region.zone, word(region.side))
}

/// Takes in what was painted on the body: `data-painted` of the figure.
pub(super) fn painted(event: &Event, regions: &[Region]) {
    let figure = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let said = figure.and_then(|figure| figure.get_attribute("data-painted")).unwrap_or_default();
    let one = |said: &str| {
        let (at, share) = said.split_once('=')?;
        match regions.iter().find(|region| place(region) == at)?.action {
            Some(Action::Touch(zone, side)) => {
                Some((zone, side, (share != "whole").then(|| share.parse()).transpose().ok()?))
            }
            _ => None,
        }
    };
    edge::act(Action::Painted(said.split(' ').filter_map(one).collect()));
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
