//! One of several, or any number of them: real radio buttons and checkboxes under their looks.

use super::{Element, On, element};
use crate::edge;
use screens::{Action, Look, Opt};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// `legend` with whether it is only heard.
pub(super) fn choice(path: &str, legend: (&str, bool), many: bool, look: Look, options: &[Opt]) -> Element {
    let look = match look {
        Look::Bar => "options bar",
        Look::Chips => "options chips",
        Look::List => "options list",
    };
    let (legend, hidden) = legend;
    element("fieldset")
        .class("choice")
        .child(element("legend").class(if hidden { "heard" } else { "legend" }).says(legend))
        .child(element("div").class(look).children(options.iter().map(|one| option(path, many, one)).collect()))
}

fn option(path: &str, many: bool, opt: &Opt) -> Element {
    let input = element("input")
        .with("type", if many { "checkbox" } else { "radio" })
        .with("name", path)
        .marked("checked", opt.chosen)
        .on(On::Choose { action: opt.action.clone(), radio: !many });
    let note = (!opt.note.is_empty()).then(|| element("span").class("opt-note").says(&opt.note));
    let label = element("span").class("opt-label").says(&opt.label);
    element("label").class("opt").child(input).child(element("span").class("opt-words").child(label).maybe(note))
}

/// Acts, with the boxes put back to what was drawn: what is chosen is said by the next view, not by the browser.
pub(super) fn chosen(event: &Event, action: Action) {
    for input in input(event).map(|changed| group(&changed)).unwrap_or_default() {
        let drawn = input.default_checked();
        if input.checked() != drawn {
            input.set_checked(drawn);
        }
    }
    edge::act(action);
}

/// Arrows only go from one radio button to the next: choosing may lead on at once, so it wants a key of its own.
pub(super) fn step(event: &KeyboardEvent) {
    let by = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => 1,
        "ArrowLeft" | "ArrowUp" => -1,
        "Enter" => 0,
        _ => return,
    };
    event.prevent_default();
    let Some(here) = input(event) else { return };
    if by == 0 {
        return here.click();
    }
    let all = group(&here);
    let Some(at) = all.iter().position(|input| *input == here) else { return };
    let next = (at as i64 + by).rem_euclid(all.len() as i64) as usize;
    let _ = all[next].focus();
}

/// The box or field that an event is about.
pub(super) fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

/// All boxes of the group one belongs to.
fn group(one: &HtmlInputElement) -> Vec<HtmlInputElement> {
    let Ok(Some(group)) = one.closest("fieldset, table") else { return Vec::new() };
    let Ok(found) = group.query_selector_all("input") else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
