//! A file to choose.

use super::choice::input;
use super::{Element, On, element};
use crate::edge;
use web_sys::Event;

pub(super) fn file(label: &str) -> Element {
    let input =
        element("input").with("type", "file").with("accept", ".json,application/json").class("heard").on(On::File);
    element("label").class("btn quiet file").child(input).says(label)
}

pub(super) fn chosen(event: &Event) {
    let Some(input) = input(event) else { return };
    if let Some(file) = input.files().and_then(|files| files.item(0)) {
        edge::chosen(file);
    }
    // the same file may be chosen again
    input.set_value("");
}
