//! Buttons.

use super::Act;
use leptos::prelude::*;
use leptos::{ev, html};
use screens::{Button, Weight};

pub(super) fn button(button: &Button, act: Act) -> AnyView {
    made(button, class(button.weight), act)
}

/// Buttons side by side, wrapping.
pub(super) fn row(class: &'static str, buttons: &[Button], act: Act) -> AnyView {
    let buttons: Vec<AnyView> = buttons.iter().map(|one| button(one, act)).collect();
    html::div().class(class).child(buttons).into_any()
}

/// A large area to tap.
pub(super) fn area(button: &Button, act: Act) -> AnyView {
    made(button, "area", act)
}

fn made(button: &Button, class: &'static str, act: Act) -> AnyView {
    let action = button.action.clone();
    html::button()
        .attr("type", "button")
        .class(class)
        .on(ev::click, move |_| act(action.clone()))
        .child(button.label.clone())
        .into_any()
}

fn class(weight: Weight) -> &'static str {
    match weight {
        Weight::Main => "btn main",
        Weight::Quiet => "btn quiet",
        Weight::Link => "btn link",
        Weight::Stop => "btn stop",
    }
}
