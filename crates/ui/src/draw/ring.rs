//! The ring of a hold.

use leptos::prelude::*;
use leptos::{html, svg};

pub(super) fn ring(share: f64, number: String, words: String) -> AnyView {
    let circle = |class: &'static str, left: String| {
        svg::circle()
            .attr("class", class)
            .attr("cx", "60")
            .attr("cy", "60")
            .attr("r", "54")
            .attr("pathLength", "100")
            .attr("stroke-dashoffset", left)
    };
    let left = format!("{:.2}", 100.0 - share.clamp(0.0, 1.0) * 100.0);
    let picture = svg::svg()
        .attr("viewBox", "0 0 120 120")
        .attr("aria-hidden", "true")
        .child((circle("ring-track", "0".to_owned()), circle("ring-done", left)));
    let said = html::p()
        .class("ring-said")
        .child((html::span().class("ring-number").child(number), html::span().class("ring-words").child(words)));
    html::div().class("ring").attr("role", "timer").child((picture, said)).into_any()
}
