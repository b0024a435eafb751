//! A field to type in.

use super::{Element, On, element};
use crate::edge;
use screens::{Action, Field};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement};

/// What a field shows.
pub(super) struct Shown<'v> {
    pub(super) label: &'v str,
    pub(super) field: Field,
    pub(super) value: &'v str,
    pub(super) digits: bool,
    pub(super) unit: &'v str,
    pub(super) error: &'v str,
}

pub(super) fn field(path: &str, shown: &Shown<'_>) -> Element {
    let wrong = (!shown.error.is_empty()).then(|| format!("{path}-wrong"));
    let input = input(shown.digits).with("id", path).on(On::Type(shown.field));
    let input = match &wrong {
        Some(id) => input.with("aria-invalid", "true").with("aria-describedby", id),
        None => input,
    };
    let unit = (!shown.unit.is_empty()).then(|| element("span").class("unit").says(shown.unit));
    let error = wrong.map(|id| element("p").class("wrong").with("id", &id).says(shown.error));
    element("div")
        .class(if shown.digits { "field digits" } else { "field" })
        .child(element("label").with("for", path).says(shown.label))
        .child(element("div").class("typed").child(input.with("value", shown.value)).maybe(unit))
        .maybe(error)
}

fn input(digits: bool) -> Element {
    if !digits {
        return element("textarea").with("rows", "3");
    }
    element("input")
        .with("type", "text")
        .with("inputmode", "numeric")
        .with("maxlength", "3")
        .with("autocomplete", "off")
}

pub(super) fn typed(event: &Event, into: Field) {
    let Some(target) = event.target() else { return };
    let text = match target.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => target.unchecked_ref::<HtmlTextAreaElement>().value(),
    };
    edge::act(Action::Typed(into, text));
}
