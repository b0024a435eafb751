//! A packed guide is the guide, or an error.
#![allow(clippy::panic, reason = "a test")]

use guide::{Guide, Unpackable, schema};
use serde_json::Value;

fn guide() -> Guide {
    Guide::embedded("en").unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn what_was_packed_comes_back() {
    let guide = guide();
    let packed = guide.pack();
    let back = Guide::unpack(&packed).unwrap();
    assert_eq!(back.export(), guide.export());
    assert_eq!((&back.asks, &back.language), (&guide.asks, &guide.language));
    assert_eq!(back.pack(), packed);
}

#[test]
fn a_part_of_it_is_an_error() {
    let packed = guide().pack();
    for end in (0..packed.len()).step_by(97) {
        let error = Guide::unpack(&packed[..end]).unwrap_err();
        assert_eq!(error == Unpackable::Foreign, end < 8, "{end} bytes: {error}");
        assert_eq!(matches!(error, Unpackable::Length { .. }), end >= 8, "{end} bytes: {error}");
    }
    let longer = [packed.as_slice(), b"x"].concat();
    assert!(matches!(Guide::unpack(&longer), Err(Unpackable::Length { .. })));
}

#[test]
fn a_changed_byte_is_an_error() {
    let packed = guide().pack();
    let (head, body) = (0..24, (24..packed.len()).step_by(1013));
    for (at, bit) in head.chain(body).zip((0..8).cycle()) {
        let mut changed = packed.clone();
        changed[at] ^= 1 << bit;
        let error = Guide::unpack(&changed).unwrap_err();
        let wanted = match at {
            0..8 => error == Unpackable::Foreign,
            8..12 => matches!(error, Unpackable::Format { .. }),
            12..16 => matches!(error, Unpackable::Length { .. }),
            _ => error == Unpackable::Damaged,
        };
        assert!(wanted, "byte {at}: {error}");
    }
    assert_eq!(Guide::unpack(b"<!doctype html><title>Not found</title>").unwrap_err(), Unpackable::Foreign);
}

#[test]
fn other_shapes_are_another_format() {
    // When this fails, a shape of the guide has changed: raise `FORMAT` in src/pack.rs, then write both numbers here.
    let whole = serde_json::to_value(guide()).unwrap();
    let lists = whole.as_object().unwrap().keys().cloned().collect::<String>();
    let sum = (names(&schema()) + &lists).bytes().fold(5381, |sum: u32, byte| sum.wrapping_mul(33) ^ u32::from(byte));
    let format = u32::from_le_bytes(guide().pack()[8..12].try_into().unwrap());
    assert_eq!((format, sum), (4, 2_698_965_194), "the shapes of the guide have changed");
}

/// What is there, in order, without what is only told to a reader.
fn names(value: &Value) -> String {
    match value {
        Value::Object(map) => {
            let told = map.iter().filter(|(key, value)| *key != "description" || !value.is_string());
            told.map(|(key, value)| format!("{key}:{};", names(value))).collect()
        }
        Value::Array(list) => list.iter().map(|item| names(item) + ",").collect(),
        other => other.to_string(),
    }
}
