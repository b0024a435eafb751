//! A share as a bar with a word.

use leptos::html;
use leptos::prelude::*;

pub(super) fn bar(label: String, said: String, share: f64, muscle: bool) -> AnyView {
    let words = (html::span().child(label), html::span().class("aside").child(said));
    let full = html::div().class("full").style(("width", percent(share)));
    html::div()
        .class(if muscle { "share muscle" } else { "share other" })
        .child((
            html::p().class("share-words").child(words),
            html::div().class("track").attr("aria-hidden", "true").child(full),
        ))
        .into_any()
}

fn percent(share: f64) -> String {
    format!("{:.1}%", share.clamp(0.0, 1.0) * 100.0)
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn a_bar_is_never_wider_than_its_track() {
        for (share, want) in [(0.0, "0.0%"), (0.125, "12.5%"), (1.0, "100.0%"), (1.4, "100.0%"), (-1.0, "0.0%")] {
            assert_eq!(percent(share), want);
        }
    }
}
