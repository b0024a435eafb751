//! Where in a file something is wrong.

use guide::Problem;
use std::ops::Range;

/// A problem at bytes of a file.
pub(crate) fn problem(
    file: &str,
    text: &str,
    at: Range<usize>,
    message: impl Into<String>,
    hint: impl Into<String>,
) -> Problem {
    let start = (0..=at.start.min(text.len())).rev().find(|start| text.is_char_boundary(*start)).unwrap_or(0);
    let before = &text[..start];
    let begin = before.rfind('\n').map_or(0, |end| end + 1);
    let excerpt = text[begin..].lines().next().unwrap_or_default();
    let column = text[begin..start].chars().count() + 1;
    let shown = text.get(start..at.end.max(start)).unwrap_or_default().lines().next().unwrap_or_default();
    Problem {
        file: file.to_owned(),
        line: before.matches('\n').count() + 1,
        column,
        message: message.into(),
        hint: hint.into(),
        excerpt: excerpt.to_owned(),
        width: shown.trim_end().chars().count().max(1),
    }
}

/// "did you mean" as a hint; empty if nothing is near.
pub(crate) fn mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    guide::nearest(word, known).map_or_else(String::new, |near| format!("did you mean {near:?}?"))
}
