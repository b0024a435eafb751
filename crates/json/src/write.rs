//! Writes.

use crate::Json;
use std::fmt::{self, Display, Formatter, Write};

/// On one line, without spaces. A [`Json::Number`], of which nothing is known, is written as `0`.
impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Json::Null => f.write_str("null"),
            Json::Bool(yes) => f.write_str(if *yes { "true" } else { "false" }),
            Json::Whole(number) => number.fmt(f),
            Json::Number => f.write_str("0"),
            Json::Text(words) => text(words, f),
            Json::List(rows) => {
                f.write_char('[')?;
                for (at, row) in rows.iter().enumerate() {
                    comma(at, f)?;
                    row.fmt(f)?;
                }
                f.write_char(']')
            }
            Json::Object(fields) => {
                f.write_char('{')?;
                for (at, (name, value)) in fields.iter().enumerate() {
                    comma(at, f)?;
                    text(name, f)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn comma(at: usize, f: &mut Formatter<'_>) -> fmt::Result {
    if at > 0 { f.write_char(',') } else { Ok(()) }
}

fn text(words: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_char('"')?;
    for letter in words.chars() {
        match letter {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            '\u{8}' => f.write_str("\\b")?,
            '\u{c}' => f.write_str("\\f")?,
            '\0'..='\u{1f}' => write!(f, "\\u{:04x}", letter as u32)?,
            _ => f.write_char(letter)?,
        }
    }
    f.write_char('"')
}
