//! Pictures of the body (`anatomy/plates`): fetched once, put where a drawing wants one, and shaded as it says.

use super::wait;
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Element, XmlHttpRequest, XmlHttpRequestResponseType};

/// A plate that is here, or on its way.
struct Plate {
    name: String,
    svg: Option<Element>,
}

thread_local! {
    /// Addresses by name.
    static ADDRESSES: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
    static PLATES: RefCell<Vec<Plate>> = const { RefCell::new(Vec::new()) };
}

/// Where the plates are: an object of addresses by name.
pub(crate) fn know(addresses: JsValue) {
    ADDRESSES.set(addresses);
}

/// Puts plates where the page wants them. One that is still to be fetched comes later; one that cannot be had stays out.
pub(crate) fn dress() {
    let Some(found) = document().and_then(|document| document.query_selector_all("[data-plate]").ok()) else { return };
    for at in 0..found.length() {
        if let Some(place) = found.item(at).and_then(|node| node.dyn_into::<Element>().ok()) {
            dress_one(&place);
        }
    }
}

fn dress_one(place: &Element) {
    let name = place.get_attribute("data-plate").unwrap_or_default();
    let there = place.first_element_child().filter(|svg| svg.get_attribute("data-name").as_deref() == Some(&name));
    let Some(svg) = there.or_else(|| put(place, &name)) else { return };
    let set = |to: &str, from: &str| {
        let value = place.get_attribute(from).unwrap_or_default();
        if svg.get_attribute(to).as_deref() != Some(&value) {
            let _ = svg.set_attribute(to, &value);
        }
    };
    set("viewBox", "data-shown");
    let shades = place.get_attribute("data-shades").unwrap_or_default();
    let Ok(paths) = svg.query_selector_all("[data-zone]") else { return };
    for at in 0..paths.length() {
        let Some(path) = paths.item(at).and_then(|node| node.dyn_into::<Element>().ok()) else { continue };
        let shade = zone_of(&path).and_then(|(zone, side)| {
            let wanted = format!("{zone}.{side}=");
            shades.split(' ').find_map(|shade| shade.strip_prefix(&wanted)).map(|class| class.replace('+', " "))
        });
        let _ = path.set_attribute("class", &shade.unwrap_or_default());
    }
}

/// Puts a plate there, if it is here; else begins to fetch it.
fn put(place: &Element, name: &str) -> Option<Element> {
    let known =
        PLATES.with_borrow(|plates| plates.iter().find(|plate| plate.name == name).map(|plate| plate.svg.clone()));
    let Some(known) = known else {
        PLATES.with_borrow_mut(|plates| plates.push(Plate { name: name.to_owned(), svg: None }));
        spawn_local(fetch(name.to_owned()));
        return None;
    };
    let svg = known?.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok()?;
    // the program of the body may have put something there too
    if let Some(old) = place.first_element_child().filter(|old| old.has_attribute("data-name")) {
        old.remove();
    }
    place.insert_before(&svg, place.first_child().as_ref()).ok()?;
    Some(svg)
}

async fn fetch(name: String) {
    let svg = fetched(&name).await;
    PLATES.with_borrow_mut(|plates| match svg {
        Some(svg) => {
            plates.iter_mut().filter(|plate| plate.name == name).for_each(|plate| plate.svg = Some(svg.clone()));
        }
        // tried again with the next drawing
        None => plates.retain(|plate| plate.name != name),
    });
    if PLATES.with_borrow(|plates| plates.iter().any(|plate| plate.name == name)) {
        dress();
    }
}

/// The address of a picture by its name.
pub(crate) fn address(name: &str) -> Option<String> {
    ADDRESSES.with_borrow(|addresses| Reflect::get(addresses, &name.into()).ok())?.as_string()
}

async fn fetched(name: &str) -> Option<Element> {
    let address = address(name)?;
    let request = XmlHttpRequest::new().ok()?;
    request.open("GET", &address).ok()?;
    request.set_response_type(XmlHttpRequestResponseType::Document);
    request.send().ok()?;
    wait::either(&request, &["load"], &["error", "abort", "timeout"]).await.ok()?;
    let read = request.response_xml().ok()??;
    let svg = document()?.import_node_with_deep(&read.document_element()?.into(), true).ok()?;
    let svg = svg.dyn_into::<Element>().ok()?;
    svg.set_attribute("data-name", name).ok()?;
    Some(svg)
}

/// The zone that a piece of a plate belongs to, and the side of the person it is on.
pub(crate) fn zone_of(piece: &Element) -> Option<(String, String)> {
    let piece = piece.closest("[data-zone]").ok()??;
    let turned = piece.closest("[data-mirrored]").ok()?.is_some();
    let side = piece.get_attribute("data-side")?;
    let side = match (turned, side.as_str()) {
        (true, "right") => "left".to_owned(),
        (true, "left") => "right".to_owned(),
        _ => side,
    };
    Some((piece.get_attribute("data-zone")?, side))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
