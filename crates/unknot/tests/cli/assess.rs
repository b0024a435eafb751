//! `assess`: contract v1.

use crate::support::{CASE, complete, unknot};
use serde_json::{Value, json};

#[test]
fn an_assessment_has_the_contracts_shape() {
    let answer = unknot(&["assess", "-", "--json"], CASE).json();
    let keys = |value: &Value| value.as_object().expect("object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&answer), ["gate", "sources", "next", "method"]);
    assert_eq!(keys(&answer["gate"]), ["state", "urgency", "flags", "unasked", "cautions", "advice"]);
    assert_eq!(keys(&answer["sources"][0]), ["id", "side", "group", "probability", "word", "tie", "reasons"]);
    assert_eq!(keys(&answer["sources"][0]["reasons"][0]), ["finding", "log_odds"]);
    assert_eq!(keys(&answer["method"])[0], "kind");
}

#[test]
fn every_source_stands_once_on_every_side_it_exists_most_probable_first() {
    let answer = unknot(&["assess", "-", "--json"], CASE).json();
    let export = unknot(&["guide", "export"], "").json();
    let mut wanted: Vec<(Value, Value)> = Vec::new();
    for source in export["sources"].as_array().expect("sources") {
        wanted
            .extend(source["sides"].as_array().expect("sides").iter().map(|side| (source["id"].clone(), side.clone())));
    }
    let sources = answer["sources"].as_array().expect("sources");
    let mut got: Vec<(Value, Value)> = sources.iter().map(|s| (s["id"].clone(), s["side"].clone())).collect();
    let probability = |source: &Value| source["probability"].as_f64().expect("a number");
    assert!(sources.is_sorted_by(|a, b| probability(a) >= probability(b)));
    assert!(sources.iter().all(|s| (0.0..=1.0).contains(&probability(s))));
    for list in [&mut wanted, &mut got] {
        list.sort_by_key(|(id, side)| format!("{id}{side}"));
    }
    assert_eq!(got, wanted);
}

#[test]
fn words_ties_and_reasons_are_the_contracts() {
    let answer = unknot(&["assess", "-", "--json"], CASE).json();
    for source in answer["sources"].as_array().expect("sources") {
        let word = source["word"].as_str().expect("a word");
        assert!(["leading", "possible", "less likely", "unlikely"].contains(&word), "{word}");
        assert!(source["tie"].is_null() || source["tie"].as_u64() > Some(0), "{source}");
        for reason in source["reasons"].as_array().expect("reasons") {
            let finding = reason["finding"].as_str().expect("a finding");
            let kind = finding.split('.').next().unwrap_or_default();
            assert!(["pain", "blank", "answer", "press", "control", "release", "person"].contains(&kind), "{finding}");
            assert!(reason["log_odds"].is_f64());
        }
    }
    let findings = answer["sources"][0]["reasons"].to_string();
    assert!(findings.contains("press.gmin_post.right"), "{findings}");
}

#[test]
fn an_incomplete_gate_names_what_to_ask_and_proposes_no_press() {
    let answer = unknot(&["assess", "-", "--json"], CASE).json();
    assert_eq!(answer["gate"]["state"], "incomplete");
    assert_eq!(answer["gate"]["urgency"], Value::Null);
    assert_eq!(answer["gate"]["advice"], "");
    assert!(answer["gate"]["unasked"].as_array().expect("asks").contains(&json!("cauda_equina.bowel")));
    let kinds: Vec<&Value> = answer["next"].as_array().expect("next").iter().map(|next| &next["kind"]).collect();
    assert!(kinds.iter().all(|kind| **kind == "question"), "{kinds:?}");
}

#[test]
fn a_closed_gate_proposes_nothing_and_says_what_to_do() {
    let case = complete(&[("gate", json!({"cauda_equina.saddle": "yes"}))]);
    let answer = unknot(&["assess", "-", "--json"], &case).json();
    assert_eq!(answer["gate"]["state"], "closed");
    assert_eq!(answer["gate"]["urgency"], "emergency");
    assert_eq!(answer["gate"]["flags"], json!(["cauda_equina"]));
    assert_eq!(answer["next"], json!([]));
    assert!(answer["gate"]["advice"].as_str().expect("advice").starts_with("Get emergency help now."));

    let page = unknot(&["assess", "-"], &case).out;
    assert!(page.contains("*** GET EMERGENCY HELP NOW. ***"), "{page}");
    assert!(!page.contains("WHAT FITS SO FAR"), "an emergency is told alone: {page}");
}

#[test]
fn a_complete_gate_proposes_tests() {
    let answer = unknot(&["assess", "-", "--json"], complete(&[])).json();
    assert_eq!(answer["gate"]["state"], "open");
    let next = answer["next"].as_array().expect("next");
    assert!(!next.is_empty());
    for test in next {
        let key = test["kind"].as_str().expect("kind").replace("press", "source");
        assert!(test[key].is_string() && test["minutes"].is_f64() && test["why"].is_string(), "{test}");
    }
}

#[test]
fn a_page_says_how_far_to_trust_it_and_gives_numbers_only_on_demand() {
    let page = unknot(&["assess", "-"], complete(&[])).out;
    assert!(page.contains("Not yet checked by a clinician."), "{page}");
    assert!(page.contains("WHAT FITS SO FAR") && page.contains("COMFORT NOW"), "{page}");
    assert!(!page.contains('%'), "{page}");
    assert!(!page.contains('\u{1b}'), "no colour into a pipe");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    assert!(unknot(&["assess", "-", "--details"], complete(&[])).out.contains('%'));
}

#[test]
fn the_order_of_telling_changes_nothing() {
    let turned = r#"{"pain": [{"zone": "calf_post", "side": "right"}, {"zone": "sacrum"}]}"#;
    let told = r#"{"pain": [{"zone": "sacrum"}, {"zone": "calf_post", "side": "right"}]}"#;
    assert_eq!(unknot(&["assess", "-", "--json"], told).out, unknot(&["assess", "-", "--json"], turned).out);
}
