//! Records as JSON.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod common;

use common::{BEGIN, body, device};
use proptest::prelude::*;
use records::{Body, Fault, Record, RecordId, from_json, to_json};
use uuid::Uuid;

const HEAD: &str = r#"{"v":1,"id":"00000000-0000-0000-0000-000000000009","device":"00000000-0000-0000-0000-000000000001","number":3,"at_ms":1796112000000,"offset_min":60"#;

fn record(body: Body) -> Record {
    Record { id: RecordId(Uuid::from_u128(9)), device: device(1), number: 3, at: BEGIN, body }
}

/// The format is a promise: files that people keep are read for years.
#[test]
fn each_kind_is_written_like_this() {
    for (text, json) in [
        ("visit", r#""kind":"visit""#),
        ("age 48", r#""kind":"person","age":48,"sex":"female""#),
        ("began 90", r#""kind":"began","days":90"#),
        (
            "draw sacrum midline 5",
            r#""kind":"drawing","by":"drawing","places":[{"zone":"sacrum","side":"midline","intensity":5,"share":45,"quality":[]}]"#,
        ),
        ("no cancer.past", r#""kind":"ask","ask":"cancer.past","reply":"no""#),
        ("cautions cx_dvt,cx_wound cx_dvt", r#""kind":"cautions","asked":["cx_dvt","cx_wound"],"held":["cx_dvt"]"#),
        ("answer worse_sitting left", r#""kind":"answer","question":"worse_sitting","side":"left","reply":"yes""#),
        (
            "press gmed_trp1 right 6",
            r#""kind":"press","source":"gmed_trp1","side":"right","tenderness":6,"familiar":"yes""#,
        ),
        ("control 1", r#""kind":"control","place":"neutral","tenderness":1,"familiar":"no""#),
        (
            "kit 15",
            r#""kind":"kit","minutes":15,"tools":["tennis_ball","hand","tennis_ball"],"surfaces":["floor"],"experienced":false"#,
        ),
        ("begin", r#""kind":"session_began""#),
        (
            "hold gmed_trp1 right a.b 60 5",
            r#""kind":"held","source":"gmed_trp1","side":"right","technique":"a.b","seconds":60,"felt":5,"ended":"done""#,
        ),
        ("stop numb", r#""kind":"stop_sign","sign":"numb""#),
        ("stop numb gmed_trp1 right", r#""kind":"stop_sign","sign":"numb","at":{"source":"gmed_trp1","side":"right"}"#),
        ("again gmed_trp1 left 5 2", r#""kind":"retested","source":"gmed_trp1","side":"left","before":5,"after":2"#),
        ("move 4", r#""kind":"movement","pain":4"#),
        ("drill clam 120 2", r#""kind":"exercised","exercise":"clam","seconds":120,"felt":2,"ended":"done""#),
        (
            "release gmed_trp1 left 6 3",
            r#""kind":"released","source":"gmed_trp1","side":"left","pain_before":6,"pain_after":3"#,
        ),
        ("end 2", r#""kind":"session_ended","pain":2,"complete":true"#),
        ("rate 4 slept well", r#""kind":"rated","pain":4,"note":"slept well""#),
        ("checked cancer", r#""kind":"checked","flag":"cancer","on":"2026-12-01""#),
    ] {
        let (record, json) = (record(body(text)), format!("{HEAD},{json}}}"));
        assert_eq!(to_json(&record), json);
        assert_eq!(from_json(&json), Ok(record));
    }
    let undone = record(Body::Undone { record: RecordId(Uuid::from_u128(10)) });
    let json = format!(r#"{HEAD},"kind":"undone","record":"00000000-0000-0000-0000-00000000000a"}}"#);
    assert_eq!((to_json(&undone), from_json(&json)), (json.clone(), Ok(undone)));
}

#[test]
fn what_is_wrong_is_said_with_its_field() {
    use Fault::{CutOff, Expected, Long, Missing, Newer, Range, Stray, Syntax};
    let scale = || Range { least: 0, most: 10 };
    let yes = "yes, no or unknown";
    let place =
        |rest: &str| format!(r#""kind":"drawing","by":"words","places":[{{"zone":"sacrum","side":"midline",{rest}}}]"#);
    for (tail, field, fault) in [
        (place(r#""quality":[],"intensity":11"#), "places[0].intensity", scale()),
        (place(r#""quality":[],"share":101"#), "places[0].share", Range { least: 0, most: 100 }),
        (
            place(r#""quality":["itch"]"#),
            "places[0].quality[0]",
            Expected("ache, tight, tired, burning, tingling, numb or sharp"),
        ),
        (place(r#""quality":[],"depth":1"#), "places[0].depth", Stray),
        (place(r#""intensity":1"#), "places[0].quality", Missing),
        (r#""kind":"rated","pain":4.5,"note":"""#.to_owned(), "pain", scale()),
        (r#""kind":"rated","pain":-1,"note":"""#.to_owned(), "pain", scale()),
        (r#""kind":"rated","pain":"4","note":"""#.to_owned(), "pain", scale()),
        (r#""kind":"rated","pain":4,"note":7"#.to_owned(), "note", Expected("text")),
        (format!(r#""kind":"rated","pain":4,"note":"{}""#, "a".repeat(10_001)), "note", Long { most: 10_000 }),
        (r#""kind":"ask","ask":"cancer.past","reply":"maybe""#.to_owned(), "reply", Expected(yes)),
        (r#""kind":"ask","ask":"","reply":"no""#.to_owned(), "ask", Expected("a name")),
        (
            r#""kind":"kit","minutes":9999,"tools":[],"surfaces":[],"experienced":true"#.to_owned(),
            "minutes",
            Range { least: 1, most: 1440 },
        ),
        (
            r#""kind":"kit","minutes":9,"tools":{},"surfaces":[],"experienced":true"#.to_owned(),
            "tools",
            Expected("a list"),
        ),
        (
            r#""kind":"kit","minutes":9,"tools":[],"surfaces":[],"experienced":1"#.to_owned(),
            "experienced",
            Expected("true or false"),
        ),
        (r#""kind":"checked","flag":"cancer","on":"2026-02-30""#.to_owned(), "on", Expected("a day like 2026-12-31")),
        (r#""kind":"undone","record":"9""#.to_owned(), "record", Expected("a UUID")),
        (r#""kind":"stop_sign","sign":"numb","at":{"source":"gmed_trp1"}"#.to_owned(), "at.side", Missing),
        (r#""kind":"visit","mood":"good""#.to_owned(), "mood", Stray),
        (r#""kind":"dreamt""#.to_owned(), "kind", Newer),
        (r#""mood":1"#.to_owned(), "kind", Missing),
        (r#""kind":"visit"#.to_owned(), "", Syntax { column: 0 }),
        (r#""kind""#.to_owned(), "", Syntax { column: 0 }),
    ] {
        let wrong = from_json(&format!("{HEAD},{tail}}}")).expect_err(&tail);
        let same = matches!((&wrong.fault, &fault), (Syntax { .. } | CutOff, Syntax { .. })) || wrong.fault == fault;
        assert!(wrong.field == field && same, "{tail}: {wrong:?}");
        assert!(!wrong.to_string().contains("cancer.past"), "no error repeats what was told");
    }
}

#[test]
fn the_head_is_checked_too() {
    let good = to_json(&record(Body::Visit));
    for (from, to, field, fault) in [
        ("\"v\":1", "\"v\":2", "v", Fault::Newer),
        ("\"v\":1,", "", "v", Fault::Missing),
        ("\"number\":3", "\"number\":0", "number", Fault::Range { least: 1, most: (1 << 53) - 1 }),
        ("\"at_ms\":1796112000000", "\"at_ms\":-5", "at_ms", Fault::Range { least: 0, most: 7_258_118_399_999 }),
        ("\"offset_min\":60", "\"offset_min\":6000", "offset_min", Fault::Range { least: -1440, most: 1440 }),
        ("0000-000000000009", "0000-00000000000g", "id", Fault::Expected("a UUID")),
    ] {
        let wrong = from_json(&good.replace(from, to)).expect_err(to);
        assert_eq!((wrong.field.as_str(), wrong.fault), (field, fault));
    }
    for text in ["", "null", "[]", "7", "{", "{}", "\u{0}"] {
        assert!(from_json(text).is_err(), "{text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_record_comes_back_as_it_was(record in common::any::record(device(7), 12)) {
        let json = to_json(&record);
        prop_assert!(!json.contains('\n'));
        prop_assert_eq!(from_json(&json), Ok(record));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", record in common::any::record(device(7), 12), cut in 0..400_usize) {
        let mut json = to_json(&record);
        if json.is_char_boundary(cut) && cut < json.len() {
            json.insert_str(cut, &text);
        }
        if let Err(wrong) = from_json(&json) {
            prop_assert!(!wrong.to_string().is_empty());
        }
    }
}
