//! Words: headings, paragraphs, points, steps, rows.

use leptos::html;
use leptos::prelude::*;

pub(super) fn heading(words: String) -> AnyView {
    html::h2().child(words).into_any()
}

pub(super) fn paragraph(class: &'static str, words: String) -> AnyView {
    html::p().class(class).child(words).into_any()
}

pub(super) fn items(items: Vec<String>) -> AnyView {
    html::ul().child(points(items)).into_any()
}

pub(super) fn steps(items: Vec<String>) -> AnyView {
    html::ol().child(points(items)).into_any()
}

fn points(items: Vec<String>) -> Vec<AnyView> {
    items.into_iter().map(|item| html::li().child(item).into_any()).collect()
}

/// A list of terms; a term with what it says stays together.
pub(super) fn rows(rows: Vec<(String, String)>) -> AnyView {
    let class = row_class(rows.iter().map(|(_, says)| says.chars().count()).max().unwrap_or(0));
    let row = |(term, says): (String, String)| html::div().child((html::dt().child(term), html::dd().child(says)));
    html::dl().class(class).child(rows.into_iter().map(row).collect::<Vec<_>>()).into_any()
}

/// How terms and what they say stand, by the most characters one says: numbers at the end of the line, some words beside
/// the term, sentences under it.
fn row_class(longest: usize) -> &'static str {
    match longest {
        0..=8 => "rows numbers",
        9..=90 => "rows",
        _ => "rows long",
    }
}
