//! Fields are taken out of an object one by one; what is left in the end is too much.

use super::names::Named;
use super::unreadable::{Fault, Unreadable};
use json::Json;
use std::ops::RangeInclusive;
use uuid::Uuid;

/// No id is longer, bytes.
const ID_BYTES: usize = 64;
/// No list has more rows: there are not so many places on a body.
const ROWS: usize = 200;

/// An object, and where it stands in the record.
pub(super) struct Fields {
    left: Vec<(String, Json)>,
    path: String,
}

impl Fields {
    /// An object; `path` is empty or ends with a dot.
    pub(super) fn of(value: Json, path: &str) -> Result<Fields, Unreadable> {
        match value {
            Json::Object(left) => Ok(Fields { left, path: path.to_owned() }),
            _ => Err(Unreadable::new(path.trim_end_matches('.'), Fault::Expected("an object"))),
        }
    }

    /// Nothing may be left.
    pub(super) fn end(self) -> Result<(), Unreadable> {
        match self.left.first() {
            Some((key, _)) => {
                // not every key is fit to be shown
                let key: String = key.chars().filter(char::is_ascii_graphic).take(ID_BYTES).collect();
                Err(Unreadable::new(&format!("{}{key}", self.path), Fault::Stray))
            }
            None => Ok(()),
        }
    }

    /// The value of a field, if it is there and not null.
    pub(super) fn maybe(&mut self, key: &str) -> Option<Json> {
        let at = self.left.iter().position(|(known, _)| known == key)?;
        Some(self.left.remove(at).1).filter(|value| *value != Json::Null)
    }

    fn must(&mut self, key: &str) -> Result<Json, Unreadable> {
        self.maybe(key).ok_or_else(|| self.wrong(key, Fault::Missing))
    }

    pub(super) fn wrong(&self, key: &str, fault: Fault) -> Unreadable {
        Unreadable::new(&format!("{}{key}", self.path), fault)
    }

    pub(super) fn int(&mut self, key: &str, range: RangeInclusive<i64>) -> Result<i64, Unreadable> {
        self.maybe_int(key, range)?.ok_or_else(|| self.wrong(key, Fault::Missing))
    }

    pub(super) fn maybe_int(&mut self, key: &str, range: RangeInclusive<i64>) -> Result<Option<i64>, Unreadable> {
        let Some(value) = self.maybe(key) else { return Ok(None) };
        let fits = value.whole().filter(|number| range.contains(number));
        let fault = Fault::Range { least: *range.start(), most: *range.end() };
        fits.map(Some).ok_or_else(|| self.wrong(key, fault))
    }

    /// 0 to 10.
    pub(super) fn scale(&mut self, key: &str) -> Result<u8, Unreadable> {
        Ok(self.int(key, 0..=10)? as u8)
    }

    /// 0 to 10, if said.
    pub(super) fn maybe_scale(&mut self, key: &str) -> Result<Option<u8>, Unreadable> {
        Ok(self.maybe_int(key, 0..=10)?.map(|number| number as u8))
    }

    pub(super) fn bool(&mut self, key: &str) -> Result<bool, Unreadable> {
        match self.must(key)? {
            Json::Bool(yes) => Ok(yes),
            _ => Err(self.wrong(key, Fault::Expected("true or false"))),
        }
    }

    /// Text of at most so many bytes.
    pub(super) fn text(&mut self, key: &str, most: usize) -> Result<String, Unreadable> {
        let value = self.must(key)?;
        text(value, most).map_err(|fault| self.wrong(key, fault))
    }

    pub(super) fn id(&mut self, key: &str) -> Result<String, Unreadable> {
        let value = self.must(key)?;
        id(value).map_err(|fault| self.wrong(key, fault))
    }

    pub(super) fn uuid(&mut self, key: &str) -> Result<Uuid, Unreadable> {
        let text = self.text(key, ID_BYTES)?;
        // one spelling, the one with four dashes
        let uuid = Uuid::try_parse(&text).ok().filter(|_| text.len() == 36);
        uuid.ok_or_else(|| self.wrong(key, Fault::Expected("a UUID")))
    }

    pub(super) fn named<T: Named>(&mut self, key: &str) -> Result<T, Unreadable> {
        let value = self.must(key)?;
        named(&value).ok_or_else(|| self.wrong(key, Fault::Expected(T::EXPECTED)))
    }

    pub(super) fn maybe_named<T: Named>(&mut self, key: &str) -> Result<Option<T>, Unreadable> {
        let Some(value) = self.maybe(key) else { return Ok(None) };
        named(&value).map(Some).ok_or_else(|| self.wrong(key, Fault::Expected(T::EXPECTED)))
    }

    pub(super) fn all_named<T: Named>(&mut self, key: &str) -> Result<Vec<T>, Unreadable> {
        self.rows(key, |value, at| named(&value).ok_or_else(|| Unreadable::new(at, Fault::Expected(T::EXPECTED))))
    }

    pub(super) fn ids(&mut self, key: &str) -> Result<Vec<String>, Unreadable> {
        self.rows(key, |value, at| id(value).map_err(|fault| Unreadable::new(at, fault)))
    }

    /// Rows of a list, each read with its place.
    pub(super) fn rows<T>(
        &mut self,
        key: &str,
        read: impl Fn(Json, &str) -> Result<T, Unreadable>,
    ) -> Result<Vec<T>, Unreadable> {
        match self.must(key)? {
            Json::List(rows) if rows.len() > ROWS => Err(self.wrong(key, Fault::Long { most: ROWS })),
            Json::List(rows) => {
                let path = &self.path;
                let each = rows.into_iter().enumerate();
                each.map(|(at, value)| read(value, &format!("{path}{key}[{at}]"))).collect()
            }
            _ => Err(self.wrong(key, Fault::Expected("a list"))),
        }
    }
}

fn text(value: Json, most: usize) -> Result<String, Fault> {
    match value {
        Json::Text(text) if text.len() <= most => Ok(text),
        Json::Text(_) => Err(Fault::Long { most }),
        _ => Err(Fault::Expected("text")),
    }
}

fn id(value: Json) -> Result<String, Fault> {
    text(value, ID_BYTES).and_then(|id| if id.is_empty() { Err(Fault::Expected("a name")) } else { Ok(id) })
}

fn named<T: Named>(value: &Json) -> Option<T> {
    let name = value.text()?;
    T::NAMES.iter().find(|(known, _)| *known == name).map(|(_, it)| *it)
}
