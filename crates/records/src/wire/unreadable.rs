//! What is wrong with a text that should be records.

use std::fmt;

/// A text that cannot be read. Says where and what was expected, never what stands there: that is nobody's business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Line of the text, from 1.
    pub line: usize,
    /// Field of the record, like `places[2].zone`; empty if it is about the whole.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No JSON.
    Syntax {
        /// Where the line stops making sense, from 1.
        column: usize,
    },
    /// The text stops in the middle.
    CutOff,
    /// The field is not there.
    Missing,
    /// There is something else than this.
    Expected(&'static str),
    /// A number out of range.
    Range {
        /// Least.
        least: i64,
        /// Most.
        most: i64,
    },
    /// Longer than anything that Unknot writes: characters, or rows.
    Long {
        /// Most.
        most: usize,
    },
    /// A field that this version does not have.
    Stray,
    /// A newer Unknot wrote it; this one must be updated first.
    Newer,
    /// JSON, but not a copy that Unknot made.
    Foreign,
    /// A file larger than any copy.
    Large {
        /// Most, bytes.
        most: usize,
    },
}

impl Unreadable {
    /// About a field of a record that begins in the first line.
    pub(crate) fn new(field: &str, fault: Fault) -> Unreadable {
        Unreadable { line: 1, field: field.to_owned(), fault }
    }

    /// A text that stops being JSON.
    pub(crate) fn json(text: &str, wrong: json::Wrong) -> Unreadable {
        let before = text.get(..wrong.at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        let fault =
            if wrong.at == text.len() { Fault::CutOff } else { Fault::Syntax { column: line.chars().count() + 1 } };
        Unreadable::new("", fault).below(before)
    }

    /// The same in a text in which this comes before.
    pub(crate) fn below(mut self, before: &str) -> Unreadable {
        self.line += before.bytes().filter(|byte| *byte == b'\n').count();
        self
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: ", self.line)?;
        if !self.field.is_empty() {
            write!(f, "`{}` ", self.field)?;
        }
        match &self.fault {
            Fault::Syntax { column } => write!(f, "this is not JSON from column {column} on"),
            Fault::CutOff => write!(f, "the text stops in the middle; take the whole file"),
            Fault::Missing => write!(f, "is missing"),
            Fault::Expected(what) => write!(f, "must be {what}"),
            Fault::Range { least, most } => write!(f, "must be a whole number from {least} to {most}"),
            Fault::Long { most } => write!(f, "is too long; at most {most} are allowed"),
            Fault::Stray => write!(f, "is not known here; it was added by hand or by a newer Unknot"),
            Fault::Newer => write!(f, "was made by a newer Unknot; update this one first"),
            Fault::Foreign => write!(f, "this is not a copy made by Unknot"),
            Fault::Large { most } => write!(f, "the file is too large; at most {} MB are read", most / 1_000_000),
        }
    }
}

impl std::error::Error for Unreadable {}
