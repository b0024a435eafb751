//! The default guide is whole.
#![allow(clippy::panic, reason = "a test")]

mod common;

use guide::{Guide, schema};
use serde_json::Value;
use std::collections::BTreeSet;

fn guide() -> Guide {
    Guide::embedded("en").unwrap_or_else(|problems| panic!("{problems}"))
}

#[test]
fn it_has_no_errors() {
    let problems = Guide::check(&common::files(), "en");
    assert!(problems.errors.is_empty(), "{problems}");
}

#[test]
fn read_fast_or_from_its_files_it_is_the_same() {
    let read = Guide::read(&common::files(), "en").unwrap();
    assert_eq!(guide().export(), read.export());
    assert_eq!(guide().asks, read.asks);
}

#[test]
fn it_has_what_the_contract_names() {
    let guide = guide();
    let counts = [
        ("zones", guide.zones.len(), 45),
        ("sources", guide.sources.len(), 39),
        ("flags", guide.flags.len(), 24),
        ("asks", guide.asks.len(), 41),
        ("cautions", guide.cautions.len(), 27),
    ];
    for (what, count, wanted) in counts {
        assert_eq!(count, wanted, "{what}");
    }
    assert!(guide.questions.len() >= 40, "{} questions", guide.questions.len());
}

#[test]
fn every_id_is_found_by_its_text() {
    let guide = guide();
    for (zone, at) in guide.zones.iter().zip(0..) {
        assert_eq!(guide.find_zone(&zone.id), Some(guide::ZoneIx(at)));
    }
    for (at, (flag, ask)) in guide.asks.iter().enumerate() {
        let ix = guide.find_ask(&guide.flag(*flag).ask[*ask].id).unwrap();
        assert_eq!((ix.ix(), guide.flag_of(ix)), (at, *flag));
    }
    assert_eq!(guide.find_zone("nowhere"), None);
    assert!(!guide.text("zones", "flank", "name").is_empty());
    assert_eq!(guide.text("zones", "flank", "nothing"), "");
}

#[test]
fn the_export_has_every_id_with_its_texts() {
    let guide = guide();
    let export = guide.export();
    let ids = |key: &str| -> Vec<String> {
        let list = export[key].as_array().unwrap_or_else(|| panic!("no list {key}"));
        list.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("zones"), guide.zones.iter().map(|zone| zone.id.to_string()).collect::<Vec<_>>());
    assert_eq!(ids("sources"), guide.sources.iter().map(|source| source.id.to_string()).collect::<Vec<_>>());
    assert_eq!(ids("asks").len(), guide.asks.len());
    let keys = "zones landmarks no_go muscles sources charts questions flags asks cautions regions tools techniques doses \
        bands stops warmups comforts stretches blocks exercises strength_doses strength_rules ladders decisions";
    for key in keys.split_whitespace() {
        let unique: BTreeSet<_> = ids(key).into_iter().collect();
        assert_eq!(unique.len(), ids(key).len(), "{key}");
        let with_text =
            export[key].as_array().unwrap().iter().all(|item| item["text"].as_object().is_some_and(|t| !t.is_empty()));
        assert_eq!(with_text, !["charts", "ladders"].contains(&key), "{key}");
    }
    for key in ["about", "model", "references", "steps"] {
        assert!(export[key].as_object().is_some_and(|object| !object.is_empty()), "{key}");
    }
}

#[test]
fn an_exported_ask_tells_its_flag_and_urgency() {
    let export = guide().export();
    let asks = export["asks"].as_array().unwrap();
    let saddle = asks.iter().find(|ask| ask["id"] == "cauda_equina.saddle").unwrap();
    assert_eq!([&saddle["flag"], &saddle["weight"], &saddle["urgency"]], ["cauda_equina", "hard", "emergency"]);
    assert_eq!(export["flags"][0]["ask"][0], export["asks"][0]["id"]);
}

#[test]
fn the_export_explains_every_key() {
    let told = include_str!("../../../guide/EXPORT.md");
    for key in guide().export().as_object().unwrap().keys() {
        assert!(told.contains(&format!("`{key}`")), "EXPORT.md says nothing about {key}");
    }
}

#[test]
fn there_is_a_schema_for_every_file() {
    let schemas = schema();
    let schemas = schemas.as_object().unwrap();
    // the figures are read by their own room, whose errors name each key
    for (path, _) in Guide::embedded_files().iter().filter(|(path, _)| !path.starts_with("figures/")) {
        let pattern = match path.rsplit_once('/') {
            Some((dir, _)) if dir.ends_with("sources") => format!("{}/*.toml", dir.replace("/en/", "/*/")),
            _ => path.replace("/en/", "/*/"),
        };
        let schema = schemas.get(&pattern).unwrap_or_else(|| panic!("no schema for {pattern}"));
        assert!(schema.get("$ref").is_some() || schema["type"] == "object", "{pattern}: {schema:#}");
    }
}

#[test]
fn the_schemas_know_every_key_that_the_guide_uses() {
    // Given each list of the guide's files, every key of every item is a property in the schema of that file.
    let schemas = schema();
    for (path, text) in Guide::embedded_files().iter().filter(|(path, _)| !path.contains('/')) {
        let file: Value = toml::from_str(text).unwrap();
        let schema = &schemas[*path];
        for (key, list) in file.as_object().unwrap() {
            let Some(items) = list.as_array() else { continue };
            let Some(name) = schema["properties"][key]["items"]["$ref"].as_str() else { continue };
            let properties = &schema["$defs"][name.trim_start_matches("#/$defs/")]["properties"];
            for property in items.iter().filter_map(Value::as_object).flat_map(|item| item.keys()) {
                assert!(properties.get(property).is_some(), "{path}: {key}.{property}");
            }
        }
    }
}
