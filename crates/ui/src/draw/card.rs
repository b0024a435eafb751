//! What belongs together, and what opens.

use super::{Element, element};
use screens::Mark;

/// A card with blocks on it.
pub(super) fn card(mark: Mark, title: &str, aside: &str, blocks: Vec<Element>) -> Element {
    let head = (!title.is_empty() || !aside.is_empty()).then(|| {
        let aside = (!aside.is_empty()).then(|| element("span").class("aside").says(aside));
        element("div").class("card-head").child(element("h2").says(title)).maybe(aside)
    });
    element("section").class(class(mark)).maybe(head).children(blocks)
}

/// Something that opens; whether it is open is the person's from then on.
pub(super) fn fold(title: &str, open: bool, inner: Vec<Element>) -> Element {
    element("details")
        .class("fold")
        .marked("open", open)
        .child(element("summary").says(title))
        .child(element("div").class("folded").children(inner))
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Plain => "card",
        Mark::Tied => "card tied",
        Mark::Next => "card next",
    }
}
