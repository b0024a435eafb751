//! A field to type in.

use super::Act;
use leptos::prelude::*;
use leptos::{ev, html};
use screens::{Action, Field};

/// What a field shows.
pub(super) struct Shown {
    pub(super) label: String,
    pub(super) field: Field,
    pub(super) value: String,
    pub(super) digits: bool,
    pub(super) unit: String,
    pub(super) error: String,
}

pub(super) fn field(path: &str, shown: Shown, act: Act) -> AnyView {
    let Shown { label, field, value, digits, unit, error } = shown;
    let wrong = !error.is_empty();
    let error_id = format!("{path}-wrong");
    let described = wrong.then(|| error_id.clone());
    let input = if digits {
        html::input()
            .attr("type", "text")
            .attr("inputmode", "numeric")
            .attr("maxlength", "3")
            .attr("autocomplete", "off")
            .attr("id", path.to_owned())
            .attr("aria-invalid", wrong.then_some("true"))
            .attr("aria-describedby", described)
            .prop("value", value)
            .on(ev::input, move |event| act(Action::Typed(field, event_target_value(&event))))
            .into_any()
    } else {
        html::textarea()
            .attr("rows", "3")
            .attr("id", path.to_owned())
            .attr("aria-invalid", wrong.then_some("true"))
            .attr("aria-describedby", described)
            .prop("value", value)
            .on(ev::input, move |event| act(Action::Typed(field, event_target_value(&event))))
            .into_any()
    };
    let unit = (!unit.is_empty()).then(|| html::span().class("unit").child(unit));
    let error = wrong.then(|| html::p().class("wrong").attr("id", error_id).child(error));
    html::div()
        .class(if digits { "field digits" } else { "field" })
        .child((
            html::label().attr("for", path.to_owned()).child(label),
            html::div().class("typed").child((input, unit)),
            error,
        ))
        .into_any()
}
