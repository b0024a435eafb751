//! A number from 0 to 10: one slider, with its numbers under it.

use super::choice::input;
use super::{Element, On, element};
use crate::edge;
use screens::{Action, Scale};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

pub(super) fn scale(path: &str, legend: &str, scale: Scale, value: Option<u8>, said: &str) -> Element {
    let head = element("div")
        .class("scale-head")
        .child(element("label").with("for", path).says(legend))
        .child(element("span").class("scale-said").with("aria-hidden", "true").says(said));
    let slider = element("input")
        .with("type", "range")
        .with("id", path)
        .with("min", "0")
        .with("max", "10")
        .with("step", "1")
        .with("aria-valuetext", said)
        .with("data-said", said)
        .with("value", &value.unwrap_or(0).to_string())
        .on(On::Slide { scale, said: value.is_some() });
    let numbers = (0..=10).map(|number: u8| element("span").says(&number.to_string())).collect();
    let numbers = element("div").class("scale-numbers").with("aria-hidden", "true").children(numbers);
    element("div")
        .class(if value.is_some() { "scale" } else { "scale unsaid" })
        .child(head)
        .child(element("div").class("scale-run").child(slider).child(numbers))
}

thread_local! {
    /// Was a slider last moved by a key, and not let go of yet?
    static BY_KEY: Cell<bool> = const { Cell::new(false) };
}

/// What is done to a slider, by the event's name. While it slides, only the number moves; what is let go of counts: by
/// a finger lifted, and for keys, each step of which is a change to the browser, by Enter or by going on.
pub(super) fn moved(event: &Event, name: &str, scale: Scale, said: bool) {
    let Some(slider) = input(event) else { return };
    let number = slider.value().parse().ok();
    let chosen = match name {
        // in a hold the number leads at once
        "input" if scale == Scale::Felt => number,
        "input" => {
            // the bare number is read meanwhile
            let _ = slider.remove_attribute("aria-valuetext");
            return show(&slider, &slider.value());
        }
        "change" if BY_KEY.get() && scale != Scale::Felt => return,
        "change" => number,
        "focusout" => number.filter(|_| BY_KEY.take()),
        // a slider that stands at 0 does not change when 0 is tapped
        "click" => number.filter(|number| BY_KEY.take() || !said && *number == 0),
        _ => typed(event.unchecked_ref(), said, number),
    };
    if let Some(number) = chosen {
        // as it was drawn, so that what is drawn next differs where it should
        let drawn = slider.get_attribute("data-said").unwrap_or_default();
        let _ = slider.set_attribute("aria-valuetext", &drawn);
        show(&slider, &drawn);
        edge::act(Action::Scaled(scale, number));
    }
}

/// The number a key says; one that moves the slider says none yet.
fn typed(event: &KeyboardEvent, said: bool, shown: Option<u8>) -> Option<u8> {
    let key = event.key();
    let digit = key.parse::<u8>().ok().filter(|number| *number <= 9);
    let lowest = !said && matches!(key.as_str(), "Home" | "ArrowLeft" | "ArrowDown" | " " | "Enter");
    let moves = matches!(&key[..], "Home" | "End" | "PageUp" | "PageDown") || key.starts_with("Arrow");
    let moved = BY_KEY.get();
    let number = digit.or(shown.filter(|_| moved && key == "Enter")).or((lowest && !moved).then_some(0));
    if number.is_some() {
        event.prevent_default();
    }
    BY_KEY.set(number.is_none() && (moved || moves));
    number
}

/// Writes above a slider, into the words that were drawn there.
fn show(slider: &HtmlInputElement, words: &str) {
    let output = slider.closest(".scale").ok().flatten().and_then(|scale| scale.query_selector(".scale-said").ok());
    if let Some(drawn) = output.flatten().and_then(|output| output.first_child()) {
        drawn.set_node_value(Some(words));
    }
}
