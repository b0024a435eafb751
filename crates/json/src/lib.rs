//! Reads and writes JSON (RFC 8259) in little code: the app that is sent to a browser carries it.
//!
//! As strict as `serde_json`, and held against it in a test. No number here is more than whole, so one with a fraction or an
//! exponent, or beyond 64 bits, is known as a number and not read.

mod read;
mod write;

pub use read::{Reader, Wrong, read};

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// Any other number.
    Number,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Fields, in the order of the text. A name that comes twice is there twice.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// An object of these fields.
    pub fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
        Json::Object(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// The value of a field, the last of its name; null if this has none, or is no object.
    pub fn field(&self, name: &str) -> &Json {
        let fields = self.fields().unwrap_or_default();
        fields.iter().rev().find(|(known, _)| known == name).map_or(&Json::Null, |(_, value)| value)
    }

    /// Fields, if it is an object.
    pub fn fields(&self) -> Option<&[(String, Json)]> {
        if let Json::Object(fields) = self { Some(fields) } else { None }
    }

    /// Rows, if it is a list.
    pub fn list(&self) -> Option<&[Json]> {
        if let Json::List(rows) = self { Some(rows) } else { None }
    }

    /// Words, if it is a text.
    pub fn text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text) } else { None }
    }

    /// The number, if it is a whole one.
    pub fn whole(&self) -> Option<i64> {
        if let Json::Whole(number) = self { Some(*number) } else { None }
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Json {
        Json::Text(text)
    }
}

impl From<bool> for Json {
    fn from(yes: bool) -> Json {
        Json::Bool(yes)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Json {
        Json::Whole(number)
    }
}
