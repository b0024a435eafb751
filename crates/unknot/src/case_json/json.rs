//! JSON values that know where they stand.
//!
//! `serde_json` reads the text, one level at a time: it hands back each value as a slice of the text ([`RawValue`]), and
//! where a slice lies in the text is where the value stands. So there is no second JSON parser to keep, depth costs no
//! stack (raw values are skipped by a loop), and a case, four levels deep, is read four times at most.
//! `json-spanned-value` and `spanned_json_parser` would do it in one pass but are not kept up.

use super::bad::{Bad, nearest, quoted};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;
use std::ops::RangeInclusive;

/// A value and the text it stands in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value<'a> {
    doc: &'a str,
    raw: &'a str,
}

impl<'a> Value<'a> {
    /// The value that `doc` is. Checks the syntax of all of it.
    pub(super) fn parse(doc: &'a str) -> Result<Value<'a>, Bad> {
        match serde_json::from_str::<&RawValue>(doc) {
            Ok(raw) => Ok(Value { doc, raw: raw.get() }),
            Err(error) => Err(syntax(doc, &error)),
        }
    }

    /// Where it begins, in bytes.
    pub(super) fn at(&self) -> usize {
        // Both slices are parts of one text.
        (self.raw.as_ptr() as usize).saturating_sub(self.doc.as_ptr() as usize)
    }

    fn inside(&self, raw: &'a RawValue) -> Value<'a> {
        Value { doc: self.doc, raw: raw.get() }
    }

    /// What it is, for "found …". What the person wrote is shown only where it is a number or a word.
    fn found(&self) -> String {
        match self.raw.as_bytes().first() {
            Some(b'{') => "an object".to_owned(),
            Some(b'[') => "a list".to_owned(),
            Some(b'"') => match serde_json::from_str::<String>(self.raw) {
                Ok(text) => format!("the text {}", quoted(&text)),
                Err(_) => "a text".to_owned(),
            },
            Some(b'n') => "null".to_owned(),
            _ if self.raw.len() <= 24 => self.raw.to_owned(),
            _ => "a very long number".to_owned(),
        }
    }

    /// `expected …, found …` here.
    pub(super) fn unexpected(&self, what: &str, expected: &str) -> Bad {
        let hint = match self.raw.as_bytes().first() {
            Some(b'n') => format!("leave `{what}` out if it is not known"),
            Some(b'"') if expected.contains("number") => "write numbers without quotes".to_owned(),
            _ => String::new(),
        };
        Bad::new(self.at(), format!("`{what}` must be {expected}; found {}", self.found()), hint)
    }

    /// Its members as an object, each key once.
    pub(super) fn members(&self, what: &str) -> Result<Vec<(Key<'a>, Value<'a>)>, Bad> {
        if !self.raw.starts_with('{') {
            return Err(self.unexpected(what, "an object in braces"));
        }
        let raw: Members<'a> = serde_json::from_str(self.raw).map_err(|error| self.broken(&error))?;
        let mut members: Vec<(Key<'a>, Value<'a>)> = Vec::with_capacity(raw.0.len());
        for (key, value) in raw.0 {
            let key = self.inside(key);
            members.push((Key { name: key.text("a key")?, at: key.at() }, self.inside(value)));
        }
        once_each(&members)?;
        Ok(members)
    }

    /// As an object that may have these keys and no others. `what` is the key it stands under.
    pub(super) fn object(&self, what: &str, keys: &[&'static str]) -> Result<Object<'a>, Bad> {
        let mut fields = Vec::new();
        for (key, value) in self.members(what)? {
            match keys.iter().find(|known| **known == key.name) {
                Some(known) => fields.push((*known, value)),
                None => return Err(unknown_key(&key, what, keys)),
            }
        }
        Ok(Object { at: self.at(), what: what.to_owned(), fields })
    }

    /// As a list.
    pub(super) fn list(&self, what: &str) -> Result<Vec<Value<'a>>, Bad> {
        if !self.raw.starts_with('[') {
            return Err(self.unexpected(what, "a list in square brackets"));
        }
        let raw: Vec<&'a RawValue> = serde_json::from_str(self.raw).map_err(|error| self.broken(&error))?;
        Ok(raw.into_iter().map(|value| self.inside(value)).collect())
    }

    /// As a text.
    pub(super) fn text(&self, what: &str) -> Result<Cow<'a, str>, Bad> {
        if !self.raw.starts_with('"') {
            return Err(self.unexpected(what, "a text in double quotes"));
        }
        // Raw slices have balanced quotes, but `\ud800` alone is no text.
        let text: String = serde_json::from_str(self.raw).map_err(|error| self.broken(&error))?;
        Ok(Cow::Owned(text))
    }

    /// As a number within a range.
    pub(super) fn number(&self, what: &str, range: RangeInclusive<f64>) -> Result<f64, Bad> {
        let expected = format!("a number from {} to {}", range.start(), range.end());
        let number = self.raw.parse::<f64>().ok().filter(|_| self.is_number());
        number.filter(|number| range.contains(number)).ok_or_else(|| self.unexpected(what, &expected))
    }

    /// As a whole number within a range.
    pub(super) fn whole(&self, what: &str, range: RangeInclusive<u32>) -> Result<u32, Bad> {
        let expected = format!("a whole number from {} to {}", range.start(), range.end());
        let number = self.raw.parse::<f64>().ok().filter(|number| self.is_number() && number.fract() == 0.0);
        let within = number.filter(|n| (f64::from(*range.start())..=f64::from(*range.end())).contains(n));
        within.map(|number| number as u32).ok_or_else(|| self.unexpected(what, &expected))
    }

    /// As true or false.
    pub(super) fn flag(&self, what: &str) -> Result<bool, Bad> {
        match self.raw {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(self.unexpected(what, "true or false, without quotes")),
        }
    }

    fn is_number(&self) -> bool {
        self.raw.starts_with(|first: char| first == '-' || first.is_ascii_digit())
    }

    /// As one of a few words.
    pub(super) fn choice<T: Copy>(&self, what: &str, choices: &[(T, &'static str)]) -> Result<T, Bad> {
        let text = self.text(what)?;
        if let Some((choice, _)) = choices.iter().find(|(_, name)| *name == text) {
            return Ok(*choice);
        }
        let names: Vec<&str> = choices.iter().map(|(_, name)| *name).collect();
        let message = format!("`{what}` must be one of {}; found {}", names.join(", "), quoted(&text));
        Err(Bad::new(self.at(), message, did_you_mean(&text, names)))
    }

    /// A slice that was well-formed as a whole and is not in itself.
    fn broken(&self, error: &serde_json::Error) -> Bad {
        syntax(self.raw, error).moved(self.at())
    }
}

/// A key of an object.
#[derive(Debug)]
pub(super) struct Key<'a> {
    pub(super) name: Cow<'a, str>,
    /// Where it stands, in bytes.
    pub(super) at: usize,
}

/// An object whose keys are known.
#[derive(Debug)]
pub(super) struct Object<'a> {
    pub(super) at: usize,
    what: String,
    fields: Vec<(&'static str, Value<'a>)>,
}

impl<'a> Object<'a> {
    /// The value of a key that may be left out.
    pub(super) fn get(&self, key: &str) -> Option<Value<'a>> {
        self.fields.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
    }

    /// The value of a key that must be there.
    pub(super) fn need(&self, key: &str, hint: &str) -> Result<Value<'a>, Bad> {
        self.get(key).ok_or_else(|| Bad::new(self.at, format!("`{key}` is missing in {}", self.what), hint))
    }
}

fn once_each(members: &[(Key<'_>, Value<'_>)]) -> Result<(), Bad> {
    let mut sorted: Vec<&Key<'_>> = members.iter().map(|(key, _)| key).collect();
    sorted.sort_by(|a, b| (&a.name, a.at).cmp(&(&b.name, b.at)));
    let twice = sorted.windows(2).filter(|pair| pair[0].name == pair[1].name).min_by_key(|pair| pair[1].at);
    match twice {
        Some(pair) => {
            let message = format!("key {} is given twice", quoted(&pair[1].name));
            Err(Bad::new(pair[1].at, message, "keep one of them").also_at(pair[0].at))
        }
        None => Ok(()),
    }
}

fn unknown_key(key: &Key<'_>, what: &str, keys: &[&'static str]) -> Bad {
    let message = format!("{what} has no key {}", quoted(&key.name));
    let hint = match nearest(&key.name, keys.iter().copied()) {
        Some(near) => format!("did you mean \"{near}\"? Otherwise leave it out"),
        None => format!("leave it out; the keys are {}", keys.join(", ")),
    };
    Bad::new(key.at, message, hint)
}

fn did_you_mean(word: &str, names: Vec<&str>) -> String {
    nearest(word, names).map(|near| format!("did you mean \"{near}\"?")).unwrap_or_default()
}

/// Where and how the text is no JSON, in plain words.
fn syntax(doc: &str, error: &serde_json::Error) -> Bad {
    if doc.trim().is_empty() {
        return Bad::new(0, "there is nothing in it; expected a case in JSON", "`unknot help assess` shows a case");
    }
    let at = offset(doc, error);
    let full = error.to_string();
    let message = full.split(" at line ").next().unwrap_or_default();
    let (message, hint) = match message {
        _ if error.is_eof() => {
            ("it ends in the middle of a value", "it may be cut off: is a bracket or a quote not closed?")
        }
        "trailing characters" => (
            "expected the end of the case, found more text",
            "one case a file; many cases, one a line: `assess --jsonl`",
        ),
        "key must be a string" if doc.as_bytes().get(at) == Some(&b'}') => {
            ("expected another key after the comma", "leave the last comma out")
        }
        "trailing comma" => ("expected another value after the comma", "leave the last comma out"),
        "key must be a string" => ("expected a key", "keys stand in double quotes"),
        "expected value" | "expected ident" => {
            ("expected a value in JSON", "a text in double quotes, a number (NaN is none), a list or an object")
        }
        other => (other, "this is not JSON"),
    };
    Bad::new(at, message, hint)
}

/// The byte an error of `serde_json` is about: it counts columns in bytes, from 1, and 0 for the end of a line.
fn offset(doc: &str, error: &serde_json::Error) -> usize {
    let before = error.line().saturating_sub(1);
    let line_start: usize = doc.split_inclusive('\n').take(before).map(str::len).sum();
    line_start + error.column().saturating_sub(1)
}

/// Keys and values of an object as slices of the text.
struct Members<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'de> Visitor<'de> for Collect {
            type Value = Members<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn values_know_where_they_stand() {
        let value = Value::parse(" {\"a\": [1,\n {\"b\": \"é\"}]}").unwrap();
        let list = value.object("case", &["a"]).unwrap().get("a").unwrap().list("a").unwrap();
        assert_eq!((value.at(), list[0].at(), list[1].at()), (1, 8, 12));
        let b = list[1].members("row").unwrap();
        assert_eq!((b[0].0.at, b[0].1.at(), b[0].1.text("b").unwrap().as_ref()), (13, 18, "é"));
    }

    #[test]
    fn depth_costs_no_stack() {
        let deep = format!("{}1{}", "[".repeat(200_000), "]".repeat(200_000));
        assert_eq!(Value::parse(&deep).unwrap().list("it").unwrap().len(), 1);
    }
}
