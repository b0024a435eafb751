//! All records as a file.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod common;

use common::{BEGIN, after, device, story};
use proptest::prelude::*;
use records::{Fault, LARGEST_FILE, MOST_RECORDS, Vault, export, import};

fn example() -> Vault {
    story(
        "0d visit; 0d draw sacrum midline 5; 0d no cancer.past; 1h press gmed_trp1 right 6; 1h begin 5; \
         1h hold gmed_trp1 right gmax_upper.hand 60 5; 2h end 3; 1d rate 4 slept “well” – at last",
    )
}

#[test]
fn a_person_can_read_it() {
    let text = export(&story("0d visit; 2h rate 4 slept well"), BEGIN);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..4], ["{", "\"unknot\": 1,", "\"exported\": \"2026-12-01T09:00:00+01:00\",", "\"records\": ["]);
    assert!(lines[5].ends_with(r#""kind":"rated","pain":4,"note":"slept well"}"#), "{}", lines[5]);
    assert_eq!((lines.len(), lines[6..].join("")), (8, "]}".to_owned()));
}

#[test]
fn an_empty_vault_is_a_file_too() {
    assert_eq!(import(&export(&Vault::new(device(1)), BEGIN)), Ok(Vec::new()));
}

#[test]
fn another_layout_is_read_as_well() {
    let vault = example();
    let text = export(&vault, BEGIN);
    let records: Vec<_> = vault.records().into_iter().cloned().collect();
    let rest = text.strip_prefix("{\n\"unknot\": 1,").expect("its head").trim_end().trim_end_matches('}');
    for text in [
        format!("\u{feff}{text}"),
        text.replace('\n', "\r\n"),
        text.replace('\n', ""),
        text.replace(',', ", ").replace('{', "{\n\t"),
        format!("{{{rest}, \"unknot\": 1}}"),
    ] {
        assert_eq!(import(&text).as_ref(), Ok(&records), "{text}");
    }
}

#[test]
fn a_file_that_was_cut_off_gives_nothing_and_says_where() {
    let text = export(&example(), BEGIN);
    let whole = text.trim_end().len();
    for cut in (0..whole).step_by(50).chain([whole - 1]).filter(|cut| text.is_char_boundary(*cut)) {
        let wrong = import(&text[..cut]).expect_err("cut off");
        let lines = text[..cut].matches('\n').count() + 1;
        assert_eq!((wrong.line, &wrong.fault), (lines, &Fault::CutOff), "after {cut} bytes: {wrong}");
    }
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    let good = export(&example(), BEGIN);
    for (from, to, line, field, fault) in [
        ("\"tenderness\":6", "\"tenderness\":60", 8, "tenderness", Fault::Range { least: 0, most: 10 }),
        ("\"kind\":\"held\"", "\"kind\":\"hummed\"", 10, "kind", Fault::Newer),
        ("\"unknot\": 1", "\"unknot\": 2", 2, "unknot", Fault::Newer),
        ("\"unknot\": 1", "\"unknot\": \"1\"", 2, "unknot", Fault::Foreign),
        ("\"unknot\": 1,\n", "", 13, "", Fault::Foreign),
        ("\"records\"", "\"recipes\"", 4, "", Fault::Foreign),
        ("\n]\n}", "\n]\n}\nand more", 15, "", Fault::Syntax { column: 1 }),
        ("\"kind\":\"ask\"", "\"kind\" \"ask\"", 7, "", Fault::Syntax { column: 156 }),
        ("},\n{", "}\n{", 6, "", Fault::Syntax { column: 1 }),
    ] {
        let bad = good.replacen(from, to, 1);
        let wrong = import(&bad).expect_err(to);
        assert_eq!((wrong.line, wrong.field.as_str(), &wrong.fault), (line, field, &fault), "{to}: {wrong}");
    }
    for text in ["", "  \n", "hello", "[1, 2]", "{\"pain\": []}", "\"unknot\""] {
        import(text).expect_err(text);
    }
}

#[test]
fn a_file_larger_than_any_is_not_read() {
    let wrong = import(&" ".repeat(LARGEST_FILE + 1)).expect_err("too large");
    assert_eq!(wrong.fault, Fault::Large { most: LARGEST_FILE });
    let row = export(&story("0d visit"), BEGIN).lines().nth(4).expect("a record").to_owned();
    let rows = |count| format!("{{\"unknot\":1,\"records\":[\n{}]}}", vec![row.as_str(); count].join(",\n"));
    let wrong = import(&rows(MOST_RECORDS + 1)).expect_err("too many");
    assert_eq!((wrong.line, wrong.fault), (MOST_RECORDS + 2, Fault::Long { most: MOST_RECORDS }));
}

#[test]
fn what_was_exported_can_be_taken_in_once_or_twice() {
    let vault = example();
    let records = import(&export(&vault, after("2d"))).expect("a file");
    let mut other = Vault::new(device(2));
    assert_eq!(other.take(records.clone()).map(|new| new.len()), Ok(8));
    assert_eq!(other.take(records).map(|new| new.len()), Ok(0));
    assert_eq!(other.records(), vault.records());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_vault_comes_back_as_it_was(
        one in common::any::log(device(1), 12),
        two in common::any::log(device(2), 12),
    ) {
        let mut vault = Vault::new(device(1));
        vault.take(one.into_iter().chain(two)).expect("whole logs");
        let mut back = Vault::new(device(1));
        back.take(import(&export(&vault, BEGIN)).expect("a file")).expect("whole logs");
        prop_assert_eq!(back.records(), vault.records());
        prop_assert_eq!(back.have(), vault.have());
    }
}
