//! Words: headings, paragraphs, points, steps, rows.

use super::element::each;
use super::{Element, element};

pub(super) fn heading(words: &str) -> Element {
    element("h2").says(words)
}

pub(super) fn paragraph(class: &str, words: &str) -> Element {
    element("p").class(class).says(words)
}

pub(super) fn items(items: &[String]) -> Element {
    element("ul").children(each("li", items))
}

pub(super) fn steps(items: &[String]) -> Element {
    element("ol").children(each("li", items))
}

/// A list of terms; a term with what it says stays together.
pub(super) fn rows(rows: &[(String, String)]) -> Element {
    let class = row_class(rows.iter().map(|(_, says)| says.chars().count()).max().unwrap_or(0));
    let row = |(term, says): &(String, String)| {
        element("div").child(element("dt").says(term)).child(element("dd").says(says))
    };
    element("dl").class(class).children(rows.iter().map(row).collect())
}

/// How terms and what they say stand, by the most characters one says: numbers at the end of the line, some words beside
/// the term, sentences under it.
fn row_class(longest: usize) -> &'static str {
    match longest {
        0..=9 => "rows numbers",
        10..=90 => "rows",
        _ => "rows long",
    }
}

pub(super) fn link(label: &str, to: &str) -> Element {
    element("div").class("buttons").child(element("a").class("btn quiet").with("href", to).says(label))
}
