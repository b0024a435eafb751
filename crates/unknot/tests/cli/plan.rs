//! `plan`.

use crate::support::{CASE, complete, unknot};
use serde_json::{Value, json};

const KIT: &[&str] = &["plan", "-", "--minutes", "20", "--tools", "hand,tennis_ball", "--surfaces", "wall,bed"];

fn plan(case: &str) -> Value {
    let args: Vec<&str> = KIT.iter().copied().chain(["--json"]).collect();
    let ran = unknot(&args, case);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.json()
}

/// Beside the sacrum, where pressing brought the known pain: a case for pressing, with the gate complete.
fn muscle() -> String {
    complete(&[
        (
            "pain",
            ["si_region", "buttock_mid_med", "buttock_low_med"]
                .map(|zone| json!({"zone": zone, "side": "right"}))
                .into(),
        ),
        ("answers", json!([])),
        (
            "presses",
            json!([
                {"source": "gmax_trp1", "side": "right", "tenderness": 6, "familiar": "yes"},
                {"control": "neutral", "tenderness": 0, "familiar": "no"},
            ]),
        ),
        ("releases", json!([])),
    ])
}

#[test]
fn an_incomplete_gate_names_the_asks_and_exits_2() {
    for json in [&[][..], &["--json"]] {
        let args: Vec<&str> = KIT.iter().chain(json).copied().collect();
        let ran = unknot(&args, CASE);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""));
        assert!(ran.err.contains("[cauda_equina.bowel]"), "{}", ran.err);
        assert!(ran.err.contains("lost control of your bowel"), "with its text: {}", ran.err);
        assert!(ran.err.contains("\"gate\": {"), "and a way out: {}", ran.err);
    }
}

#[test]
fn a_closed_gate_says_what_to_do_and_exits_0() {
    let case = complete(&[("gate", json!({"cauda_equina.saddle": "yes"}))]);
    let ran = unknot(KIT, &case);
    assert_eq!(ran.code, Some(0));
    assert!(ran.out.contains("*** GET EMERGENCY HELP NOW. ***"), "{}", ran.out);
    let answer = plan(&case);
    assert_eq!((&answer["gate"]["state"], &answer["plan"]), (&json!("closed"), &Value::Null));
    assert_eq!(answer["comfort"], json!(["closed"]));
}

#[test]
fn a_plan_fits_the_minutes_and_the_tools() {
    let answer = plan(&muscle());
    let plan = &answer["plan"];
    assert_eq!(plan["kind"], "release", "{plan}");
    assert!(plan["time"]["total_s"].as_u64() <= Some(20 * 60), "{}", plan["time"]);
    for spot in plan["spots"].as_array().expect("spots") {
        let technique = spot["technique"].as_str().expect("a technique");
        assert!(technique.contains(".hand") || technique.contains(".tennis_ball"), "{technique}");
        assert!(!technique.contains("floor"), "{technique}");
        assert!(spot["hold_s"][1].as_u64() <= Some(90), "{spot}");
    }
}

#[test]
fn a_plan_says_once_what_its_times_rest_on() {
    let said = unknot(KIT, muscle()).out;
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let answer = plan(&muscle());
    let spots = answer["plan"]["spots"].as_array().expect("spots");
    assert!(spots.len() > 1, "{spots:?}");
    for spot in spots {
        let (rests, gentle) = (&spot["rests_on"], spot["target"][1].as_u64() <= Some(3));
        assert_eq!(rests["dose"], if gentle { "hold_gentle" } else { "hold_firm" }, "{spot}");
        assert_eq!(rests["confidence"], "medium", "{spot}");
        let text = rests["text"].as_str().expect("a text");
        assert!(text.contains("shoulder") && text.contains("assume"), "not tried on a buttock: {text}");
        assert_eq!(said.matches(text).count(), 1, "{text}");
    }
}

#[test]
fn a_nerve_in_front_means_no_pressing() {
    let zones = ["thigh_lat_low", "leg_lat", "foot_dorsum", "big_toe"];
    let pain: Vec<Value> = zones.iter().map(|zone| json!({"zone": zone, "side": "right"})).collect();
    let answers = json!([{"question": "numb_or_tingling_leg", "side": "right", "answer": "yes"}]);
    let case =
        complete(&[("pain", pain.into()), ("answers", answers), ("presses", json!([])), ("releases", json!([]))]);
    let answer = plan(&case);
    assert_eq!(answer["plan"]["kind"], "no_press", "{answer}");
    assert_eq!(answer["plan"]["spots"], json!([]));
    let page = unknot(KIT, &case).out;
    assert!(page.contains("NO PRESSING TODAY") && page.contains("WHOM TO SEE"), "{page}");
}

#[test]
fn a_plan_reads_in_the_order_it_is_done() {
    let page = unknot(KIT, muscle()).out;
    let parts = [
        "COMFORT NOW",
        "WARM UP",
        "STOP AT ONCE IF",
        "SPOT 1 OF",
        "Hold at",
        "Stretch within",
        "STRENGTHEN",
        "TONIGHT AND TOMORROW",
    ];
    let places: Vec<Option<usize>> = parts.iter().map(|part| page.find(part)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}\n{page}");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
}

#[test]
fn a_kit_that_cannot_be_is_told() {
    for (args, message) in [
        (&["--minutes", "4"][..], "4 is not in 5..=60"),
        (&["--minutes", "61"], "61 is not in 5..=60"),
        (&["--minutes", "ten"], "invalid digit"),
        (&["--minutes", "10", "--tools", "tenis_ball"], "tennis_ball"),
        (&["--minutes", "10", "--surfaces", "sofa"], "wall, bed, floor"),
        (&[], "--minutes"),
    ] {
        let args: Vec<&str> = ["plan", "-"].iter().chain(args).copied().collect();
        let ran = unknot(&args, CASE);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
    }
}
