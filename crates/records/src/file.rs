//! All records as one file that a person can keep, read and bring back.

use crate::wire::{self, Fault, Unreadable, to_json};
use crate::{Record, Stamp, Vault};
use json::Json;

/// Most records that are read from one file: decades of daily sessions.
pub const MOST_RECORDS: usize = 200_000;
/// Largest file that is read, bytes: so many records fit, drawings among them.
pub const LARGEST_FILE: usize = 64_000_000;
/// Version of the file.
const VERSION: i64 = 1;

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
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    File { text, json: json::Reader::new(text) }.records()
}

/// Goes through a file record by record, so that each error has its line and no tree of the whole is built.
struct File<'t> {
    text: &'t str,
    json: json::Reader<'t>,
}

impl File<'_> {
    fn records(&mut self) -> Result<Vec<Record>, Unreadable> {
        let mut version = None;
        let mut records = None;
        if self.peek()? != b'{' {
            return Err(self.here(Fault::Foreign));
        }
        self.skip(b'{')?;
        loop {
            let key = self.value()?;
            self.skip(b':')?;
            match key.text() {
                Some("unknot") => version = Some(self.version()?),
                Some("records") => records = Some(self.rows()?),
                Some("exported") => drop(self.value()?),
                _ => return Err(self.here(Fault::Foreign)),
            }
            if !self.another(b'}')? {
                break;
            }
        }
        let end = self.json.at();
        if self.json.rest().is_some() {
            return Err(self.wrong(self.json.wrong()));
        }
        version.and(records).ok_or_else(|| self.place(end, Unreadable::new("", Fault::Foreign)))
    }

    fn version(&mut self) -> Result<i64, Unreadable> {
        self.peek()?;
        let before = self.json.at();
        let version = self.value()?.whole();
        let fault = if version > Some(VERSION) { Fault::Newer } else { Fault::Foreign };
        version
            .filter(|version| *version == VERSION)
            .ok_or_else(|| self.place(before, Unreadable::new("unknot", fault)))
    }

    fn rows(&mut self) -> Result<Vec<Record>, Unreadable> {
        let mut records = Vec::new();
        self.skip(b'[')?;
        if self.peek()? == b']' {
            self.skip(b']')?;
            return Ok(records);
        }
        loop {
            self.peek()?;
            let before = self.json.at();
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

    fn value(&mut self) -> Result<Json, Unreadable> {
        self.json.value().map_err(|wrong| self.wrong(wrong))
    }

    fn another(&mut self, close: u8) -> Result<bool, Unreadable> {
        self.json.another(close).map_err(|wrong| self.wrong(wrong))
    }

    fn skip(&mut self, wanted: u8) -> Result<(), Unreadable> {
        self.json.skip(wanted).map_err(|wrong| self.wrong(wrong))
    }

    fn peek(&mut self) -> Result<u8, Unreadable> {
        self.json.peek().map_err(|wrong| self.wrong(wrong))
    }

    fn wrong(&self, wrong: json::Wrong) -> Unreadable {
        Unreadable::json(self.text, wrong)
    }

    fn here(&self, fault: Fault) -> Unreadable {
        self.place(self.json.at(), Unreadable::new("", fault))
    }

    /// Something wrong in the value that begins at this byte.
    fn place(&self, begin: usize, wrong: Unreadable) -> Unreadable {
        wrong.below(self.text.get(..begin).unwrap_or_default())
    }
}
