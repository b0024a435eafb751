//! What the TOML reader says, in words for people who edit a guide.

use crate::nearest;

/// A message and a hint from a message of the TOML reader.
pub(crate) fn explain(said: &str) -> (String, String) {
    let said = said.trim();
    let names: Vec<&str> = said.split('`').skip(1).step_by(2).collect();
    match names.split_first() {
        Some((key, known)) if said.starts_with("unknown field") => {
            (format!("key {key:?} does not exist here"), choice(key, known))
        }
        Some((word, known)) if said.starts_with("unknown variant") => {
            (format!("{word:?} is not allowed here"), choice(word, known))
        }
        Some((key, _)) if said.starts_with("missing field") => (format!("key {key:?} is missing"), String::new()),
        _ if said.starts_with("invalid") => (kind_of_value(said), String::new()),
        _ => (said.replace('\n', ", "), String::new()),
    }
}

fn choice(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean {near:?}?"),
        None => format!("it may be {}", known.join(", ")),
    }
}

/// "invalid type: string "x", expected f64" and its like, without Rust's type names.
fn kind_of_value(said: &str) -> String {
    let Some((found, expected)) = said.split_once(", expected ") else { return said.to_owned() };
    let found = found.split_once(": ").map_or(found, |(_, found)| found).replace('`', "");
    let found = found.replace("invalid length", "a list of length").replace("map", "a table");
    let expected = match expected {
        "f64" => "a number",
        "a boolean" | "bool" => "true or false",
        "u8" => "a whole number from 0 to 255",
        "u16" | "u32" | "usize" => "a whole number, 0 or more",
        "a string" | "a borrowed string" => "a text in quotes",
        "a sequence" => "a list",
        "a map" => "a table",
        other if other.starts_with("struct ") => "a table",
        other => other,
    };
    format!("expected {expected}, found {found}")
}
