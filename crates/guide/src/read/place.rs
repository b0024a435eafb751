//! From bytes and key paths to lines and columns.

use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One step into a TOML value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// By key.
    Key(String),
    /// By place in a list, from 0.
    At(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Self {
        Step::Key(key.to_owned())
    }
}
impl From<usize> for Step {
    fn from(at: usize) -> Self {
        Step::At(at)
    }
}

/// A place in a text as people count it.
pub(crate) struct Place {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) excerpt: String,
    pub(crate) width: usize,
}

impl Default for Place {
    fn default() -> Self {
        Place { line: 1, column: 1, excerpt: String::new(), width: 1 }
    }
}

/// A line longer than this is not shown: it is no guide's line.
const LONGEST_LINE: usize = 1000;

impl Place {
    /// The first line of a span of bytes; bytes outside the text or inside a character are moved to the nearest inside.
    pub(crate) fn of(text: &str, span: Range<usize>) -> Place {
        let start = floor(text, span.start);
        let end = floor(text, span.end.max(start));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let line = &text[line_start..line_end];
        let shown = line.trim_end_matches('\r');
        let excerpt = if shown.len() > LONGEST_LINE { String::new() } else { shown.to_owned() };
        let stop = end.min(line_start + shown.len()).max(start);
        Place {
            line: text[..start].matches('\n').count() + 1,
            column: text[line_start..start].chars().count() + 1,
            excerpt,
            width: text[start..stop].chars().count().max(1),
        }
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The bytes of the value at `path` in a file, or of the nearest thing round it that is there.
pub(crate) fn locate(file: &DeTable<'_>, path: &[Step]) -> Range<usize> {
    let mut span = 0..0;
    let mut table = Some(file);
    let mut list: Option<&[Spanned<DeValue<'_>>]> = None;
    for step in path {
        let found = match (step, table, list) {
            (Step::Key(key), Some(table), _) => table.get(key.as_str()),
            (Step::At(at), _, Some(list)) => list.get(*at),
            _ => None,
        };
        let Some(found) = found else { break };
        // A list of tables has no place of its own.
        if found.span().start > 0 || span.start == 0 {
            span = found.span();
        }
        table = found.get_ref().as_table();
        list = found.get_ref().as_array().map(|array| &array[..]);
    }
    span
}
