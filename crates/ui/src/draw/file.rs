//! A file to choose.

use crate::edge;
use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

pub(super) fn file(label: String) -> AnyView {
    let input = html::input().attr("type", "file").attr("accept", ".json,application/json").class("heard").on(
        ev::change,
        |event| {
            let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
                return;
            };
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                edge::chosen(file);
            }
            // the same file may be chosen again
            input.set_value("");
        },
    );
    html::label().class("btn quiet file").child((input, label)).into_any()
}
