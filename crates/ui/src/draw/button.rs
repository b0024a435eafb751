//! Buttons.

use super::{Element, On, element};
use screens::{Button, Weight};

pub(super) fn button(button: &Button) -> Element {
    made(button, class(button.weight))
}

/// Buttons side by side, wrapping.
pub(super) fn row(class: &str, buttons: &[Button]) -> Element {
    element("div").class(class).children(buttons.iter().map(button).collect())
}

/// A large area to tap.
pub(super) fn area(button: &Button) -> Element {
    made(button, "area")
}

fn made(button: &Button, class: &str) -> Element {
    element("button").with("type", "button").class(class).on(On::Tap(button.action.clone())).says(&button.label)
}

fn class(weight: Weight) -> &'static str {
    match weight {
        Weight::Main => "btn main",
        Weight::Quiet => "btn quiet",
        Weight::Link => "btn link",
        Weight::Stop => "btn stop",
    }
}
