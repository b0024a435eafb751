//! `earlier` and `learn`: what earlier visits teach, to see and to take back.

use crate::support::{complete, unknot};
use serde_json::{Value, json};

/// A visit at which half the body was painted, and every press was the own pain.
fn visit() -> Value {
    let zones = ["buttock_up_lat", "buttock_low_med", "thigh_ant_up", "thigh_lat_low", "knee_back", "calf_post"];
    let pain = zones.map(|zone| json!({"zone": zone, "side": "right", "intensity": 6}));
    let presses = ["gmed_trp1", "gmed_trp2", "gmin_ant", "gmin_post", "gmax_trp1", "gmax_trp2"];
    let presses = presses.map(|id| json!({"source": id, "side": "right", "tenderness": 7, "familiar": "yes"}));
    json!({"pain_by": "drawing", "pain": pain, "answers": [], "presses": presses, "releases": []})
}

fn answer(changes: &[(&str, Value)]) -> String {
    let ran = unknot(&["assess", "-", "--json"], complete(changes));
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    ran.out
}

#[test]
fn earlier_visits_teach_and_what_they_taught_is_told() {
    let answer: Value = serde_json::from_str(&answer(&[("earlier", json!([visit(), visit()]))])).expect("JSON");
    let learned = answer["learned"].as_array().expect("a list");
    assert!((1..=8).contains(&learned.len()), "{learned:?}");
    for lesson in learned {
        let keys: Vec<&str> = lesson.as_object().expect("object").keys().map(String::as_str).collect();
        match lesson["kind"].as_str() {
            Some("paints_over" | "paints_under" | "sore_everywhere") => assert_eq!(keys, ["kind", "from", "to"]),
            Some("refers") => assert_eq!(keys, ["kind", "source", "side", "zone", "zone_side", "from", "to"]),
            _ => panic!("{lesson}"),
        }
        let [from, to] = ["from", "to"].map(|key| lesson[key].as_f64().expect("a number"));
        assert!((0.0..1.0).contains(&from) && to > 0.0 && to < 1.0 && (to - from).abs() >= 0.1, "{lesson}");
    }
    assert!(learned.iter().any(|lesson| lesson["kind"] == "sore_everywhere"), "{learned:?}");
}

#[test]
fn learning_off_answers_as_if_there_had_been_no_visit() {
    let plain = answer(&[]);
    assert!(!plain.contains("\"learned\""), "{plain}");
    assert_eq!(answer(&[("earlier", json!([visit(), visit()])), ("learn", json!(false))]), plain);
    assert_eq!(answer(&[("earlier", json!([])), ("learn", json!(true))]), plain);
    assert_ne!(answer(&[("earlier", json!([visit(), visit()]))]), plain);
}

#[test]
fn a_page_says_what_was_learned_in_words_and_how_to_turn_it_off() {
    let case = complete(&[("earlier", json!([visit(), visit()]))]);
    let page = unknot(&["assess", "-"], &case).out;
    for said in ["WHAT YOUR EARLIER VISITS TAUGHT", "You may be sore in many places.", "[\"learn\": false]"] {
        assert!(page.contains(said), "{said}\n{page}");
    }
    assert!(!page.contains('%') && page.lines().all(|line| line.chars().count() <= 80), "{page}");
    assert!(unknot(&["assess", "-", "--details"], &case).out.contains("% for anybody"));
    assert!(!unknot(&["assess", "-"], complete(&[])).out.contains("EARLIER VISITS"));
}

#[test]
fn a_plan_may_be_made_of_a_case_with_earlier_visits() {
    let case = complete(&[("earlier", json!([visit()]))]);
    let ran = unknot(&["plan", "-", "--minutes", "15", "--tools", "tennis_ball", "--surfaces", "wall,floor"], case);
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
}
