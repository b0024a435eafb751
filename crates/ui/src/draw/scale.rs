//! A number from 0 to 10: one slider, with its numbers under it.

use super::Act;
use leptos::prelude::*;
use leptos::{ev, html};
use screens::{Action, Kind, Scale};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};

/// What a slider shows.
#[derive(Clone, PartialEq)]
struct Shown {
    legend: String,
    scale: Scale,
    value: Option<u8>,
    said: String,
}

pub(super) fn scale(kind: Memo<Option<Kind>>, path: String, act: Act) -> AnyView {
    // while it slides, only the number moves; what is let go of counts
    let sliding = RwSignal::new(None::<u8>);
    let view = move || shown(kind.get()).map(|shown| drawn(shown, &path, sliding, act));
    view.into_any()
}

fn shown(kind: Option<Kind>) -> Option<Shown> {
    match kind? {
        Kind::Scale { legend, scale, value, said } => Some(Shown { legend, scale, value, said }),
        _ => None,
    }
}

fn drawn(shown: Shown, path: &str, sliding: RwSignal<Option<u8>>, act: Act) -> AnyView {
    let Shown { legend, scale, value, said } = shown;
    let words = said.clone();
    let output = html::span()
        .class("scale-said")
        .attr("aria-hidden", "true")
        .child(move || sliding.get().map_or_else(|| words.clone(), |number| number.to_string()));
    let head =
        html::div().class("scale-head").child((html::label().attr("for", path.to_owned()).child(legend), output));
    let numbers: Vec<_> = (0..=10).map(|number: u8| html::span().child(number.to_string())).collect();
    let run = html::div().class("scale-run").child((
        slider(path, scale, value, said, sliding, act),
        html::div().class("scale-numbers").attr("aria-hidden", "true").child(numbers),
    ));
    html::div().class(if value.is_some() { "scale" } else { "scale unsaid" }).child((head, run)).into_any()
}

fn slider(
    path: &str,
    scale: Scale,
    value: Option<u8>,
    said: String,
    sliding: RwSignal<Option<u8>>,
    act: Act,
) -> impl IntoView + use<> {
    let chosen = move |number: u8| {
        sliding.set(None);
        act(Action::Scaled(scale, number));
    };
    html::input()
        .attr("type", "range")
        .attr("id", path.to_owned())
        .attr("min", "0")
        .attr("max", "10")
        .attr("step", "1")
        .attr("aria-valuetext", said)
        .prop("value", value.unwrap_or(0).to_string())
        .on(ev::input, move |event| match number(&event) {
            // in a hold the number leads at once
            Some(number) if scale == Scale::Felt => chosen(number),
            other => sliding.set(other),
        })
        .on(ev::change, move |event| {
            if let Some(number) = number(&event) {
                chosen(number);
            }
        })
        // a slider that stands at 0 does not change when 0 is tapped
        .on(ev::click, move |event| {
            if value.is_none() && number(&event) == Some(0) {
                chosen(0);
            }
        })
        .on(ev::keydown, move |event| {
            let key = event.key();
            let digit = key.parse::<u8>().ok().filter(|number| *number <= 9);
            let lowest = value.is_none() && matches!(key.as_str(), "Home" | "ArrowLeft" | "ArrowDown" | " " | "Enter");
            if let Some(number) = digit.or(lowest.then_some(0)) {
                event.prevent_default();
                chosen(number);
            }
        })
}

fn number(event: &Event) -> Option<u8> {
    event.target()?.dyn_into::<HtmlInputElement>().ok()?.value().parse().ok()
}
