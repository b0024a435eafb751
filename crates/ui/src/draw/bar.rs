//! A share as a bar with a word.

use super::{Element, element};

pub(super) fn bar(label: &str, said: &str, share: f64, muscle: bool) -> Element {
    let words = element("p").class("share-words").child(element("span").says(label));
    let full = element("div").class("full").with("style", &format!("width: {}", percent(share)));
    element("div")
        .class(if muscle { "share muscle" } else { "share other" })
        .child(words.child(element("span").class("aside").says(said)))
        .child(element("div").class("track").with("aria-hidden", "true").child(full))
}

fn percent(share: f64) -> String {
    format!("{}%", words::decimals(share.clamp(0.0, 1.0) * 100.0, 1))
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
