//! All records as one file that a person can keep, read and bring back.

use crate::wire::{self, Fault, Unreadable, to_json};
use crate::{Record, Stamp, Vault};
use serde_json::Value;

/// Most records that are read from one file: decades of daily sessions.
pub const MOST_RECORDS: usize = 200_000;
/// Largest file that is read, bytes: so many records fit, drawings among them.
pub const LARGEST_FILE: usize = 64_000_000;
/// Version of the file.
const VERSION: u64 = 1;

/// All records in time order as JSON, one a line.
pub fn export(vault: &Vault, now: Stamp) -> String {
    let records: Vec<String> = vault.records().into_iter().map(to_json).collect();
    let exported = now.iso().unwrap_or_default();
    format!(
        "{{\n\"unknot\": {VERSION},\n\"exported\": \"{exported}\",\n\"records\": [\n{}\n]\n}}\n",
        records.join(",\n")
    )
}

/// The records of a file that [`export`] made, also if some program laid it out anew. They need not make whole logs:
/// [`Vault::take`] looks at that.
///
/// # Errors
/// The first thing that is wrong, with its line.
pub fn import(text: &str) -> Result<Vec<Record>, Unreadable> {
    if text.len() > LARGEST_FILE {
        return Err(Unreadable::new("", Fault::Large { most: LARGEST_FILE }));
    }
    // some editors put a mark of the encoding first
    let mut reader = Reader { text: text.strip_prefix('\u{feff}').unwrap_or(text), at: 0 };
    reader.file()
}

/// Goes through a file record by record, so that each error has its line and no tree of the whole is built.
struct Reader<'a> {
    text: &'a str,
    /// Byte that comes next.
    at: usize,
}

impl Reader<'_> {
    fn file(&mut self) -> Result<Vec<Record>, Unreadable> {
        let mut version = None;
        let mut records = None;
        if self.peek()? != b'{' {
            return Err(self.here(Fault::Foreign));
        }
        self.at += 1;
        loop {
            let key = self.value()?;
            self.skip(b':')?;
            match key.as_str() {
                Some("unknot") => version = Some(self.version()?),
                Some("records") => records = Some(self.records()?),
                Some("exported") => drop(self.value()?),
                _ => return Err(self.here(Fault::Foreign)),
            }
            if !self.another(b'}')? {
                break;
            }
        }
        if !self.text[self.at..].trim().is_empty() {
            self.peek()?;
            return Err(self.here(Fault::Syntax { column: 1 }));
        }
        version.and(records).ok_or_else(|| self.here(Fault::Foreign))
    }

    fn version(&mut self) -> Result<u64, Unreadable> {
        self.peek()?;
        let before = self.at;
        let version = self.value()?.as_u64();
        let fault = if version > Some(VERSION) { Fault::Newer } else { Fault::Foreign };
        version
            .filter(|version| *version == VERSION)
            .ok_or_else(|| self.place(before, Unreadable::new("unknot", fault)))
    }

    fn records(&mut self) -> Result<Vec<Record>, Unreadable> {
        let mut records = Vec::new();
        self.skip(b'[')?;
        if self.peek()? == b']' {
            self.at += 1;
            return Ok(records);
        }
        loop {
            self.peek()?;
            let before = self.at;
            let value = self.value()?;
            if records.len() == MOST_RECORDS {
                return Err(self.place(before, Unreadable::new("records", Fault::Long { most: MOST_RECORDS })));
            }
            records.push(wire::record(value).map_err(|wrong| self.place(before, wrong))?);
            if !self.another(b']')? {
                return Ok(records);
            }
        }
    }

    /// The next JSON value.
    fn value(&mut self) -> Result<Value, Unreadable> {
        self.peek()?;
        let before = self.at;
        let mut values = serde_json::Deserializer::from_str(&self.text[before..]).into_iter::<Value>();
        let value =
            values.next().unwrap_or(Ok(Value::Null)).map_err(|error| self.place(before, Unreadable::json(&error)))?;
        self.at += values.byte_offset();
        Ok(value)
    }

    /// A comma, or the end of what this closes?
    fn another(&mut self, close: u8) -> Result<bool, Unreadable> {
        let next = self.peek()?;
        if next != b',' && next != close {
            return Err(self.here(Fault::Syntax { column: self.column() }));
        }
        self.at += 1;
        Ok(next == b',')
    }

    fn skip(&mut self, wanted: u8) -> Result<(), Unreadable> {
        if self.peek()? != wanted {
            return Err(self.here(Fault::Syntax { column: self.column() }));
        }
        self.at += 1;
        Ok(())
    }

    /// The next byte that is no space.
    fn peek(&mut self) -> Result<u8, Unreadable> {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
        self.text.as_bytes().get(self.at).copied().ok_or_else(|| self.here(Fault::CutOff))
    }

    fn here(&self, fault: Fault) -> Unreadable {
        self.place(self.at, Unreadable::new("", fault))
    }

    /// Something wrong in the value that begins at this byte.
    fn place(&self, begin: usize, wrong: Unreadable) -> Unreadable {
        wrong.below(self.text.as_bytes()[..begin].iter().filter(|byte| **byte == b'\n').count())
    }

    fn column(&self) -> usize {
        let before = &self.text[..self.at];
        before.chars().rev().take_while(|c| *c != '\n').count() + 1
    }
}
