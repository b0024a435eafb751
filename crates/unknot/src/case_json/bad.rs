//! What is wrong with a case, and where.

use std::fmt::Write as _;

/// What is wrong, at a byte of the text. Becomes a [`BadCase`] once the text is at hand.
#[derive(Debug)]
pub(super) struct Bad {
    at: usize,
    first: Option<usize>,
    message: String,
    hint: String,
}

impl Bad {
    /// Something wrong at byte `at`; `hint` says how to get out.
    pub(super) fn new(at: usize, message: impl Into<String>, hint: impl Into<String>) -> Bad {
        Bad { at, first: None, message: message.into(), hint: hint.into() }
    }

    /// The same, where what stands at byte `first` matters too.
    pub(super) fn also_at(self, first: usize) -> Bad {
        Bad { first: Some(first), ..self }
    }

    /// The same with another way out.
    pub(super) fn hinting(self, hint: impl Into<String>) -> Bad {
        Bad { hint: hint.into(), ..self }
    }

    /// The same at another byte.
    pub(super) fn moved(self, at: usize) -> Bad {
        Bad { at, ..self }
    }

    /// With lines and columns of `text`, whose first line is line `first_line` of its file.
    pub(super) fn located(self, text: &str, first_line: usize) -> BadCase {
        let (line, column) = place(text, self.at);
        let mut message = self.message;
        if let Some(first) = self.first {
            let (line, column) = place(text, first);
            // Writing to a String cannot fail.
            let _ = write!(message, " (first at line {}, column {column})", line + first_line - 1);
        }
        BadCase { line: line + first_line - 1, column, message, hint: self.hint }
    }
}

/// What is wrong with a case, as people count lines and columns.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{line}:{column}: {message}")]
pub(crate) struct BadCase {
    /// Line in the file, from 1.
    pub(crate) line: usize,
    /// Column in characters, from 1.
    pub(crate) column: usize,
    /// What is wrong and what was expected. What the person wrote stands last.
    pub(crate) message: String,
    /// How to get out: the nearest id, or what is allowed.
    pub(crate) hint: String,
}

/// Line and column of a byte, both from 1; a byte inside a character counts as that character.
fn place(text: &str, at: usize) -> (usize, usize) {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

/// What a person wrote, short enough to show and with nothing in it that a terminal would obey.
pub(super) fn quoted(text: &str) -> String {
    const SHOWN: usize = 40;
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{:?}…", &text[..end]),
        None => format!("{text:?}"),
    }
}

/// The candidate nearest to a word, if one is near enough. Long words are no slip of any id.
pub(super) fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    const LONGEST_ID: usize = 64;
    (word.len() <= LONGEST_ID).then(|| guide::nearest(word, candidates)).flatten()
}

#[cfg(test)]
mod tests {
    use super::{place, quoted};

    #[test]
    fn columns_count_characters() {
        for (text, at, want) in
            [("", 0, (1, 1)), ("ab\ncd", 4, (2, 2)), ("é\"x", 2, (1, 2)), ("é", 1, (1, 1)), ("a", 9, (1, 2))]
        {
            assert_eq!(place(text, at), want, "{text:?} at {at}");
        }
    }

    #[test]
    fn what_is_shown_is_short_and_harmless() {
        assert_eq!(quoted("a\u{1b}[2J"), r#""a\u{1b}[2J""#);
        assert_eq!(quoted(&"é".repeat(50)).chars().count(), 43);
    }
}
