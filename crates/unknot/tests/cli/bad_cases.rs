//! Whatever is wrong with a case: exit code 2, the place, what was expected and how to get out; nothing on stdout.

use crate::support::unknot;

/// A case, where it is wrong, what the message and what the hint say.
type Bad = (&'static str, (usize, usize), &'static str, &'static str);

const SYNTAX: &[Bad] = &[
    ("", (1, 1), "nothing in it", "unknot help assess"),
    (" \n ", (1, 1), "nothing in it", ""),
    ("{", (1, 1), "ends in the middle", "cut off"),
    (r#"{"pain": ["#, (1, 10), "ends in the middle", "cut off"),
    (r#"{"pain": [{"zone": "cal"#, (1, 23), "ends in the middle", "quote"),
    ("{\"pain\": [],\n}", (2, 1), "after the comma", "leave the last comma out"),
    (r#"{"pain": NaN}"#, (1, 10), "expected a value", "NaN is none"),
    (r#"{pain: []}"#, (1, 2), "expected a key", "double quotes"),
    ("{\"pain\": []}\n{\"pain\": []}", (2, 1), "more text", "--jsonl"),
    ("hello", (1, 1), "expected a value", ""),
    ("\u{feff}{}", (1, 1), "byte order mark", "UTF-8 without BOM"),
    (r#"{"pain": "\ud800"}"#, (1, 10), "a list", ""),
];

const SHAPE: &[Bad] = &[
    ("[]", (1, 1), "`the case` must be an object", ""),
    ("{}", (1, 1), "`pain` is missing in the case", "\"zone\""),
    (r#"{"pain": []}"#, (1, 10), "`pain` is empty", "at least one place"),
    (r#"{"pain": {}}"#, (1, 10), "`pain` must be a list in square brackets; found an object", ""),
    (r#"{"pain": null}"#, (1, 10), "found null", "leave `pain` out"),
    (r#"{"pian": []}"#, (1, 2), "no key \"pian\"", "did you mean \"pain\"?"),
    (r#"{"pain": [], "pain": []}"#, (1, 14), "key \"pain\" is given twice (first at line 1, column 2)", "keep one"),
    (r#"{"pain": [{"zone": "calf_post", "sde": "left"}]}"#, (1, 33), "no key \"sde\"", "\"side\""),
    (r#"{"pain": [7]}"#, (1, 11), "must be an object in braces; found 7", ""),
    (r#"{"pain": [{"side": "left"}]}"#, (1, 11), "`zone` is missing", ""),
    (r#"{"pain": [{"zone": 3, "side": "left"}]}"#, (1, 20), "must be a text in double quotes; found 3", ""),
];

const VALUES: &[Bad] = &[
    (
        r#"{"pain": [{"zone": "calf_pst", "side": "left"}]}"#,
        (1, 20),
        "no zone \"calf_pst\"",
        "did you mean \"calf_post\"?",
    ),
    (r#"{"pain": [{"zone": "elbow", "side": "left"}]}"#, (1, 20), "no zone \"elbow\"", "guide export"),
    (r#"{"pain": [{"zone": "calf_post"}]}"#, (1, 11), "`side` is missing", "\"left\" or \"right\""),
    (
        r#"{"pain": [{"zone": "calf_post", "side": "midline"}]}"#,
        (1, 41),
        "no side \"midline\"",
        "\"left\" or \"right\"",
    ),
    (r#"{"pain": [{"zone": "sacrum", "side": "left"}]}"#, (1, 38), "no side \"left\"", "leave `side` out"),
    (r#"{"pain": [{"zone": "calf_post", "side": "rihgt"}]}"#, (1, 41), "one of left, right, midline", "\"right\""),
    (
        "{\"pain\": [{\"zone\": \"calf_post\", \"side\": \"left\"},\n  {\"zone\": \"calf_post\", \"side\": \"left\"}]}",
        (2, 3),
        "zone \"calf_post\" on side \"left\" is given twice (first at line 1, column 11)",
        "keep one",
    ),
];

/// Wrong values beside one good place; they stand on the second line.
const BESIDE: &[Bad] = &[
    (r#""pain": [{"zone": "sacrum", "intensity": 11}]"#, (2, 42), "a number from 0 to 10; found 11", ""),
    (r#""pain": [{"zone": "sacrum", "intensity": "6"}]"#, (2, 42), "found the text \"6\"", "without quotes"),
    (r#""pain": [{"zone": "sacrum", "intensity": -1}]"#, (2, 42), "from 0 to 10", ""),
    (r#""pain": [{"zone": "sacrum", "intensity": 1e999}]"#, (2, 42), "from 0 to 10", ""),
    (r#""pain": [{"zone": "sacrum", "share": 1.01}]"#, (2, 38), "from 0 to 1; found 1.01", ""),
    (r#""pain": [{"zone": "sacrum", "quality": ["akhe"]}]"#, (2, 41), "one of ache, tight", "\"ache\""),
    (r#""person": {"age": 121}"#, (2, 19), "a whole number from 0 to 120; found 121", ""),
    (r#""person": {"age": 48.5}"#, (2, 19), "a whole number", ""),
    (r#""person": {"age": null}"#, (2, 19), "found null", "leave `age` out"),
    (r#""person": {"sex": "f"}"#, (2, 19), "one of female, male; found \"f\"", ""),
    (r#""person": {"name": "Ann"}"#, (2, 12), "no key \"name\"", "age, sex"),
    (r#""onset_days": -3"#, (2, 15), "a whole number from 0", ""),
    (r#""pain_by": "voice""#, (2, 12), "one of drawing, words", ""),
    (r#""gate": {"cauda_equina.sadle": "no"}"#, (2, 10), "no ask \"cauda_equina.sadle\"", "\"cauda_equina.saddle\""),
    (r#""gate": {"cauda_equina.saddle": true}"#, (2, 33), "must be a text in double quotes; found true", ""),
    (r#""gate": {"cauda_equina.saddle": "nope"}"#, (2, 33), "one of yes, no, unknown", ""),
    (r#""gate": {"cauda_equina.saddle": "no", "cauda_equina.saddle": "no"}"#, (2, 39), "is given twice", ""),
    (r#""cautions": ["cx_antcoagulant"]"#, (2, 14), "no caution", "\"cx_anticoagulant\""),
    (r#""clinician": [{"flag": "fracture", "checked_on": "2026-11-20"}]"#, (2, 24), "no flag", "`flags`"),
    (r#""clinician": [{"flag": "cancer", "checked_on": "2026-02-30"}]"#, (2, 48), "a day that exists", ""),
    (r#""clinician": [{"flag": "cancer"}]"#, (2, 15), "`checked_on` is missing", "\"2026-11-20\""),
    (
        r#""answers": [{"question": "worse_siting", "side": "left", "answer": "yes"}]"#,
        (2, 26),
        "no question",
        "\"worse_sitting\"",
    ),
    (
        r#""answers": [{"question": "worse_sitting", "answer": "yes"}]"#,
        (2, 13),
        "`side` is missing",
        "\"left\" or \"right\"",
    ),
    (
        r#""answers": [{"question": "worse_walking", "side": "left", "answer": "yes"}]"#,
        (2, 51),
        "no side \"left\"",
        "without a side",
    ),
    (r#""answers": [{"question": "worse_walking"}]"#, (2, 13), "`answer` is missing", "\"yes\""),
    (
        r#""answers": [{"question": "worse_walking", "answer": "yes"}, {"question": "worse_walking", "answer": "no"}]"#,
        (2, 61),
        "question \"worse_walking\" is answered twice (first at line 2, column 13)",
        "keep the answer",
    ),
    (
        r#""presses": [{"source": "gmin_pst", "side": "left", "tenderness": 1, "familiar": "no"}]"#,
        (2, 24),
        "no source",
        "\"gmin_post\"",
    ),
    (
        r#""presses": [{"source": "gmin_post", "side": "left", "tenderness": 11, "familiar": "no"}]"#,
        (2, 67),
        "from 0 to 10",
        "",
    ),
    (
        r#""presses": [{"source": "gmin_post", "side": "left", "tenderness": 1}]"#,
        (2, 13),
        "`familiar` is missing",
        "known pain",
    ),
    (r#""presses": [{"tenderness": 1, "familiar": "no"}]"#, (2, 13), "`source` is missing", "or a control"),
    (
        r#""presses": [{"control": "neutral", "side": "left", "tenderness": 1, "familiar": "no"}]"#,
        (2, 44),
        "has no `side`",
        "",
    ),
    (
        r#""presses": [{"control": "netral", "tenderness": 1, "familiar": "no"}]"#,
        (2, 25),
        "one of other_side, neutral",
        "\"neutral\"",
    ),
    (
        r#""releases": [{"source": "gmin_post", "side": "left", "pain_before": 6}]"#,
        (2, 14),
        "`pain_after` is missing",
        "",
    ),
    (
        r#""releases": [{"source": "gmin_post", "side": "midline", "pain_before": 6, "pain_after": 3}]"#,
        (2, 46),
        "no side \"midline\"",
        "",
    ),
    (r#""learn": "no""#, (2, 10), "`learn` must be true or false", ""),
    (r#""learn": null"#, (2, 10), "found null", "leave `learn` out"),
    (r#""lern": false"#, (2, 1), "no key \"lern\"", "\"learn\""),
    (r#""earlier": {}"#, (2, 12), "`earlier` must be a list", ""),
    (r#""earlier": [{}]"#, (2, 13), "`pain` is missing in a row of `earlier`", "where it hurt then"),
    (r#""earlier": [{"pain": []}]"#, (2, 22), "`pain` is empty", ""),
    (r#""earlier": [{"pain": [{"zone": "calf_pst", "side": "left"}]}]"#, (2, 32), "no zone", "\"calf_post\""),
    (r#""earlier": [{"pain": [{"zone": "sacrum"}], "gate": {}}]"#, (2, 44), "no key \"gate\"", "pain_by, pain"),
    (
        r#""earlier": [{"pain": [{"zone": "sacrum"}], "presses": [{"source": "gmin_post", "side": "left", "tenderness": 1}]}]"#,
        (2, 56),
        "`familiar` is missing",
        "known pain",
    ),
];

#[test]
fn a_bad_case_is_told_with_its_place_and_a_way_out() {
    for (case, (line, column), message, hint) in SYNTAX.iter().chain(SHAPE).chain(VALUES) {
        check(case, *line, *column, message, hint);
    }
}

#[test]
fn a_bad_value_beside_good_ones_is_told_just_so() {
    for (value, (line, column), message, hint) in BESIDE {
        let pain = if value.starts_with("\"pain\"") { "" } else { "\"pain\": [{\"zone\": \"sacrum\"}]," };
        check(&format!("{{{pain}\n{value}}}"), *line, *column, message, hint);
    }
}

fn check(case: &str, line: usize, column: usize, message: &str, hint: &str) {
    let ran = unknot(&["assess", "-", "--json"], case);
    assert_eq!(ran.code, Some(2), "{case}\n{}", ran.err);
    assert_eq!(ran.out, "", "nothing is half-written: {case}");
    assert!(ran.err.starts_with(&format!("error: stdin:{line}:{column}: ")), "{case}\n{}", ran.err);
    let (said, way_out) = ran.err.split_once("\n  hint: ").unwrap_or((&ran.err, ""));
    assert!(said.contains(message), "{case}\n{}", ran.err);
    assert!(way_out.contains(hint), "{case}\n{}", ran.err);
}

#[test]
fn more_rows_than_anyone_has_are_told() {
    for (key, most, row) in [
        ("presses", 200, r#"{"control": "neutral", "tenderness": 1, "familiar": "no"}"#),
        ("earlier", 50, r#"{"pain": [{"zone": "sacrum"}]}"#),
        ("releases", 1_000, r#"{"source": "gmin_post", "side": "left", "pain_before": 6, "pain_after": 3}"#),
    ] {
        let rows = vec![row; most + 1].join(",\n");
        let case = format!("{{\"pain\": [{{\"zone\": \"sacrum\"}}], \"{key}\": [\n{rows}]}}");
        check(&case, most + 2, 1, &format!("at most {most} rows"), "the latest");
    }
}

#[test]
fn bytes_that_are_no_text_are_told() {
    for (bytes, line, column) in [(&b"\xff\xfe{"[..], 1, 1), (b"{\n\"p\xc3", 2, 3), (b"\x00\x01\x02", 1, 1)] {
        let ran = unknot(&["assess", "-"], bytes);
        assert_eq!(ran.code, Some(2));
        assert!(ran.err.starts_with(&format!("error: stdin:{line}:{column}: ")), "{}", ran.err);
    }
}

#[test]
fn what_is_allowed_is_taken() {
    for case in [
        r#"{"pain": [{"zone": "sacrum"}]}"#,
        r#"{"pain": [{"zone": "sacrum", "side": "midline", "intensity": 0, "share": 1, "quality": []}]}"#,
        r#"{"pain": [{"zone": "sacrum"}], "person": {}, "gate": {}, "cautions": [], "answers": [], "presses": []}"#,
        r#"{"pain": [{"zone": "sacrum"}], "answers": [{"question": "worse_walking", "side": "midline", "answer": "no"}]}"#,
        // A source that Unknot would not have pressed may have been pressed all the same.
        r#"{"pain": [{"zone": "sacrum"}], "presses": [{"source": "facet", "side": "left", "tenderness": 5, "familiar": "no"}]}"#,
        r#"{"pain": [{"zone": "sacrum"}], "clinician": [{"flag": "cancer", "checked_on": "2026-11-20"}]}"#,
    ] {
        let ran = unknot(&["assess", "-", "--json"], case);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{case}");
    }
}
