//! The browser: what of it is asked at more than one place.

use alloc::string::String;
use alloc::string::ToString as _;
use js_sys::Function;
use spin::Mutex;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, EventTarget, Window};

/// The page's window: handed in, as to find out where a program runs takes a kilobyte.
static WINDOW: Mutex<Option<Window>> = Mutex::new(None);

pub(crate) fn begin(window: Window) {
    *WINDOW.lock() = Some(window);
}

pub(crate) fn window() -> Option<Window> {
    WINDOW.lock().clone()
}

pub(crate) fn document() -> Option<Document> {
    window()?.document()
}

/// Milliseconds since the page was opened.
pub(crate) fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |performance| performance.now())
}

/// Marks a moment for whoever measures.
pub(crate) fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}

pub(crate) fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok().flatten()).is_some_and(|list| list.matches())
}

/// Does the person want nothing to move by itself?
pub(crate) fn still() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Light on dark?
pub(crate) fn dark() -> bool {
    let night = document().and_then(|document| document.query_selector("html.night").ok().flatten()).is_some();
    night || matches("(prefers-color-scheme: dark)")
}

/// Is an element what a selector says?
pub(crate) fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

/// What elements of a page are.
pub(crate) const HTML: &str = "http://www.w3.org/1999/xhtml";

/// Makes an element at the end of another.
pub(crate) fn made(parent: &Element, tag: &str, class: &str) -> Option<Element> {
    let class = [("class", class)];
    within(parent, HTML, tag, if class[0].1.is_empty() { &[] } else { &class })
}

/// The same for a drawing.
pub(crate) fn drawn(parent: &Element, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    within(parent, "http://www.w3.org/2000/svg", tag, attributes)
}

fn within(parent: &Element, space: &str, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = alone(space, tag, attributes)?;
    parent.append_child(&element).ok()?;
    Some(element)
}

/// Makes an element that is on no page yet.
pub(crate) fn alone(space: &str, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document()?.create_element_ns(Some(space), tag).ok()?;
    for (name, value) in attributes {
        set(&element, name, value);
    }
    Some(element)
}

pub(crate) fn set(element: &Element, name: &str, value: &str) {
    if element.get_attribute(name).as_deref() != Some(value) {
        let _ = element.set_attribute(name, value);
    }
}

/// There, or not there.
pub(crate) fn toggle(element: &Element, name: &str, on: bool) {
    // what stays as it is costs the page nothing
    if element.has_attribute(name) != on {
        let _ = if on { element.set_attribute(name, "") } else { element.remove_attribute(name) };
    }
}

/// Hears an event, for as long as the page is open, and before anything within hears it.
pub(crate) fn on(target: &EventTarget, name: &str, then: fn(&Event)) {
    let options = web_sys::AddEventListenerOptions::new();
    // so that a finger on the body can keep the page from moving
    options.set_passive(false);
    options.set_capture(true);
    let _ = target.add_event_listener_with_callback_and_add_event_listener_options(name, &heard(then), &options);
}

/// A function for the browser to call, with an event or whatever else it says. One kind of closure, for one piece of code.
pub(crate) fn heard(then: fn(&Event)) -> Function {
    Closure::<dyn Fn(Event)>::new(move |event: Event| then(&event)).into_js_value().unchecked_into()
}

/// Whole numbers as text; half a pixel does not matter.
pub(crate) fn text(number: f32) -> String {
    (number as i32).to_string()
}
