//! Problems while they are being collected: places are worked out at the end, and only if there are any.

use super::place::{Place, Step, locate};
use crate::{Problem, Problems};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::DeTable;

/// Where in a file.
#[derive(Clone, Debug)]
pub(crate) enum At {
    /// The file as a whole.
    File,
    /// Bytes of it.
    Span(Range<usize>),
    /// The value at a path of keys and places in lists; if it is not there, the nearest thing round it.
    Path(Vec<Step>),
}

struct Note {
    error: bool,
    file: String,
    at: At,
    message: String,
    hint: String,
}

/// Collects problems.
#[derive(Default)]
pub(crate) struct Notes(Vec<Note>);

impl Notes {
    /// Something that must be put right.
    pub(crate) fn error(&mut self, file: &str, at: At, message: impl Into<String>, hint: impl Into<String>) {
        self.push(true, file, at, message.into(), hint.into());
    }
    /// Something to look at.
    pub(crate) fn warning(&mut self, file: &str, at: At, message: impl Into<String>, hint: impl Into<String>) {
        self.push(false, file, at, message.into(), hint.into());
    }
    fn push(&mut self, error: bool, file: &str, at: At, message: String, hint: String) {
        self.0.push(Note { error, file: file.to_owned(), at, message, hint });
    }

    /// Are there errors?
    pub(crate) fn has_errors(&self) -> bool {
        self.0.iter().any(|note| note.error)
    }

    /// With line and column, sorted by place.
    pub(crate) fn resolve(self, files: &[(&str, &str)]) -> Problems {
        let texts: BTreeMap<&str, &str> = files.iter().copied().collect();
        let mut tables = BTreeMap::new();
        let mut problems = Problems::default();
        for note in self.0 {
            let text = texts.get(note.file.as_str()).copied().unwrap_or_default();
            let place = match &note.at {
                At::File => Place::default(),
                At::Span(span) => Place::of(text, span.clone()),
                At::Path(path) => {
                    let table = tables.entry(note.file.clone()).or_insert_with(|| DeTable::parse_recoverable(text).0);
                    Place::of(text, locate(table.get_ref(), path))
                }
            };
            let Place { line, column, excerpt, width } = place;
            let Note { error, file, message, hint, .. } = note;
            let list = if error { &mut problems.errors } else { &mut problems.warnings };
            list.push(Problem { file, line, column, message, hint, excerpt, width });
        }
        for list in [&mut problems.errors, &mut problems.warnings] {
            list.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
            list.dedup();
        }
        problems
    }
}
