//! Texts of the guide, apart by language.

use crate::Map;
use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// One text, or a list of steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// One text.
    One(String),
    /// Steps, in order.
    Steps(Vec<String>),
    /// Texts by key, e.g. a source's claims.
    Keyed(Map<String, String>),
}

/// For formats that do not say what comes next, with a number before each.
#[derive(Deserialize, Serialize)]
#[serde(remote = "Words")]
enum Numbered {
    One(String),
    Steps(Vec<String>),
    Keyed(Map<String, String>),
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            _ if !s.is_human_readable() => Numbered::serialize(self, s),
            Words::One(text) => text.serialize(s),
            Words::Steps(steps) => steps.serialize(s),
            Words::Keyed(texts) => texts.serialize(s),
        }
    }
}

// By hand, since the derived one copies each text twice.
impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        if d.is_human_readable() { d.deserialize_any(WordsVisitor) } else { Numbered::deserialize(d) }
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or a list or table of texts")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
        Ok(Words::One(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut steps: A) -> Result<Words, A::Error> {
        let mut all = Vec::new();
        while let Some(step) = steps.next_element()? {
            all.push(step);
        }
        Ok(Words::Steps(all))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut texts: A) -> Result<Words, A::Error> {
        let mut all = Map::default();
        while let Some((key, text)) = texts.next_entry()? {
            all.insert(key, text);
        }
        Ok(Words::Keyed(all))
    }
}

/// Texts of one thing by field, e.g. `name`, `borders`.
pub type Entry = Map<String, Words>;

/// All texts of one language: kind (`zones`, `sources`, …), id, field.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Texts {
    pub(crate) kinds: Map<String, Map<String, Entry>>,
}

impl Texts {
    /// The text of `field` of thing `id` of `kind`; empty if there is none (a checked guide has all it needs).
    pub fn get(&self, kind: &str, id: &str, field: &str) -> &str {
        match self.entry(kind, id).and_then(|e| e.get(field)) {
            Some(Words::One(text)) => text,
            _ => "",
        }
    }
    /// The steps of `field`; a single text counts as one step.
    pub fn steps(&self, kind: &str, id: &str, field: &str) -> Vec<&str> {
        match self.entry(kind, id).and_then(|e| e.get(field)) {
            Some(Words::Steps(steps)) => steps.iter().map(String::as_str).collect(),
            Some(Words::One(text)) => vec![text],
            _ => Vec::new(),
        }
    }
    /// Ids of a kind that have texts, sorted.
    pub fn ids(&self, kind: &str) -> impl Iterator<Item = &str> {
        self.kinds.get(kind).into_iter().flat_map(|things| things.keys().map(String::as_str))
    }
    /// All texts of one thing.
    pub fn entry(&self, kind: &str, id: &str) -> Option<&Entry> {
        self.kinds.get(kind)?.get(id)
    }
}
