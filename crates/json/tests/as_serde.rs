//! It reads what `serde_json` reads, refuses what that refuses, and writes the same.

#![allow(clippy::panic, reason = "in a test a panic is the report")]

use json::{Json, read};
use proptest::prelude::*;
use serde_json::Value;

/// Is it the same value? A number that is not whole is only known to be one.
fn same(ours: &Json, theirs: &Value) -> bool {
    match (ours, theirs) {
        (Json::Null, Value::Null) => true,
        (Json::Bool(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::Whole(ours), Value::Number(theirs)) => theirs.as_i64() == Some(*ours),
        (Json::Number, Value::Number(theirs)) => theirs.as_i64().is_none(),
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(ours, theirs)| same(ours, theirs))
        }
        // they keep the last of a name
        (Json::Object(_), Value::Object(theirs)) => {
            theirs.iter().all(|(name, value)| same(ours.field(name), value))
                && ours.fields().into_iter().flatten().all(|(name, _)| theirs.contains_key(name))
        }
        _ => false,
    }
}

fn check(text: &str) {
    match (read(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}: {ours:?}, {theirs}"),
        // they look for four digits at once, and see the end before what is wrong with the third
        (Err(_), Err(_)) if text.contains("\\u") => {}
        (Err(wrong), Err(error)) => assert_eq!(wrong.at == text.len(), error.is_eof(), "{text}: {wrong:?}, {error}"),
        // beyond what a 64-bit float can hold
        (Ok(Json::Number), Err(error)) if error.to_string().starts_with("number out of range") => {}
        (ours, theirs) => panic!("{text}: {ours:?}, {theirs:?}"),
    }
}

#[test]
fn what_is_easily_read_wrongly() {
    let deep = |count: usize| "[".repeat(count) + &"]".repeat(count);
    for text in
        ["", " ", "nul", "nulx", "true", "falsey", "1 2", "[1,]", "{\"a\":1,}", "{,}", "{a:1}", "'a'", "\u{feff}1"]
    {
        check(text);
    }
    for text in ["0", "-0", "-", "01", "-01", "1.", "1.0", ".5", "1e", "1e+", "1E5", "+1", "0x1", "1_0", "NaN"] {
        check(text);
    }
    for text in ["9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "1e999"]
    {
        check(text);
    }
    for text in [r#""\u00e4""#, r#""\ud83d\ude00""#, r#""\ud83d""#, r#""\ude00""#, r#""\ud83dx""#, r#""\u12""#] {
        check(text);
    }
    for text in [r#""\ud83d\u0041""#, r#""\x""#, "\"\t\"", "\"\u{7f}\u{2028}\"", r#""\/\b\f\n\r\t\"\\""#, "\"\\u00E4"] {
        check(text);
    }
    for text in [&deep(127), &deep(128), r#"{"a":1,"a":2}"#, "\t\r\n 1 \n", "\u{a0}1", "\u{c}1"] {
        check(text);
    }
}

/// Something like JSON, out of its own pieces.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "{", "}", "[", "]", ":", ",", "\"", "\\", "null", "true", "-", "0", "12", ".5", "e3", " "
        ]),
        prop::sample::select(vec!["\"a\"", "\"b\":", "\\u", "d83d", "\\ude00", "\n", "ä", "😀", "[1,2]", "{\"a\":1}"]),
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn values() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::Bool),
        any::<i64>().prop_map(Json::Whole),
        any::<String>().prop_map(Json::Text),
        "[\\x00-\\x22\\\\]{0,8}".prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Json::List),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|fields| Json::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused_alike(text in pieces()) {
        check(&text);
    }

    #[test]
    fn any_value_is_written_alike_and_comes_back(value in values()) {
        let text = value.to_string();
        let theirs: Value = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
        prop_assert!(same(&value, &theirs));
        prop_assert_eq!(&theirs.to_string(), &text);
        prop_assert_eq!(read(&text), Ok(value));
    }
}
