//! One of several, or any number of them: real radio buttons and checkboxes under their looks.

use super::Act;
use leptos::prelude::*;
use leptos::{ev, html};
use screens::{Look, Opt};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement, KeyboardEvent};

/// How to choose.
#[derive(Clone, Copy)]
pub(super) struct Ways {
    /// Any number of them?
    pub(super) many: bool,
    pub(super) look: Look,
}

pub(super) fn choice(path: &str, legend: String, hidden: bool, ways: Ways, options: Vec<Opt>, act: Act) -> AnyView {
    let options: Vec<_> = options.into_iter().map(|opt| option(path, ways, opt, act)).collect();
    let legend = html::legend().class(if hidden { "heard" } else { "legend" }).child(legend);
    let look = match ways.look {
        Look::Bar => "options bar",
        Look::Chips => "options chips",
        Look::List => "options list",
    };
    html::fieldset().class("choice").child((legend, html::div().class(look).child(options))).into_any()
}

fn option(path: &str, ways: Ways, opt: Opt, act: Act) -> AnyView {
    let action = opt.action;
    let input = html::input()
        .attr("type", if ways.many { "checkbox" } else { "radio" })
        .attr("name", path.to_owned())
        .attr("checked", opt.chosen)
        .prop("checked", opt.chosen)
        .on(ev::change, move |event| {
            as_drawn(&event);
            act(action.clone());
        })
        .on(ev::keydown, move |event| {
            if !ways.many {
                step(&event);
            }
        });
    let note = (!opt.note.is_empty()).then(|| html::span().class("opt-note").child(opt.note));
    let words = html::span().class("opt-words").child((html::span().class("opt-label").child(opt.label), note));
    html::label().class("opt").child((input, words)).into_any()
}

/// Arrows only go from one radio button to the next: choosing may lead on at once, so it wants a key of its own.
fn step(event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => 1,
        "ArrowLeft" | "ArrowUp" => -1,
        "Enter" => 0,
        _ => return,
    };
    event.prevent_default();
    let Some(here) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
    if by == 0 {
        return here.click();
    }
    let all = inputs(&here);
    let Some(at) = all.iter().position(|input| *input == here) else { return };
    let next = (at as i64 + by).rem_euclid(all.len() as i64) as usize;
    let _ = all[next].focus();
}

/// All boxes of the group one belongs to.
fn inputs(one: &Element) -> Vec<HtmlInputElement> {
    let Ok(Some(group)) = one.closest("fieldset, table") else { return Vec::new() };
    let Ok(found) = group.query_selector_all("input") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}

/// Puts the boxes back to what was drawn: what is chosen is said by the next view, not by the browser.
pub(super) fn as_drawn(event: &Event) {
    let Some(changed) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    for input in inputs(&changed) {
        let drawn = input.default_checked();
        if input.checked() != drawn {
            input.set_checked(drawn);
        }
    }
}
