//! The ring of a hold.

use super::{Element, element};

pub(super) fn ring(share: f64, number: &str, words: &str) -> Element {
    let left = words::decimals(100.0 - share.clamp(0.0, 1.0) * 100.0, 2);
    let picture = element("svg")
        .with("viewBox", "0 0 120 120")
        .with("aria-hidden", "true")
        .child(circle("ring-track", "0"))
        .child(circle("ring-done", &left));
    let said = element("p")
        .class("ring-said")
        .child(element("span").class("ring-number").says(number))
        .child(element("span").class("ring-words").says(words));
    element("div").class("ring").with("role", "timer").child(picture).child(said)
}

fn circle(class: &str, left: &str) -> Element {
    element("circle")
        .class(class)
        .with("cx", "60")
        .with("cy", "60")
        .with("r", "54")
        .with("pathLength", "100")
        .with("stroke-dashoffset", left)
}
