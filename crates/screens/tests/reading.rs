//! Can somebody of 12 to 14 read what a screen shows?

mod grade;

use grade::{grade, sentence, syllables};
use guide::{Guide, Words};

/// Highest grade of a kind of text taken together.
const GRADE: f64 = 7.0;

/// Texts that a person meets on a screen: kind and fields.
const SHOWN: &[(&str, &[&str])] = &[
    ("asks", &["ask"]),
    ("cautions", &["ask", "rule"]),
    ("comfort", &["position", "stop", "note", "see"]),
    ("exercises", &["steps", "stop"]),
    ("flags", &["action", "reason"]),
    ("no_go", &["rule", "reason"]),
    ("questions", &["ask", "help"]),
    ("regions", &["location", "landmarks", "along", "across", "covered"]),
    ("sources", &["location", "complaint"]),
    ("steps", &["search", "press", "wait", "hold", "finish", "retest"]),
    ("stops", &["sign", "advice"]),
    ("stretches", &["steps"]),
    ("techniques", &["setup"]),
    ("warmups", &["steps"]),
    ("zones", &["borders"]),
];

#[test]
fn every_kind_of_text_is_read_at_12() {
    let guide = Guide::embedded("en").expect("the guide is right");
    for (kind, fields) in SHOWN {
        let texts = texts(&guide, kind, fields);
        assert!(texts.len() > 1, "no texts of {kind}");
        let grade = grade(&texts.join(" "));
        assert!(grade <= GRADE, "{kind}: grade {grade:.1}");
    }
}

fn texts(guide: &Guide, kind: &str, fields: &[&str]) -> Vec<String> {
    let ids = guide.texts.ids(kind);
    let entries = ids.filter_map(|id| guide.texts.entry(kind, id));
    let words = entries.flat_map(|entry| fields.iter().filter_map(|field| entry.get(*field)));
    words
        .flat_map(|words| match words {
            Words::One(text) => vec![sentence(text)],
            Words::Steps(steps) => steps.iter().map(|step| sentence(step)).collect(),
            Words::Keyed(texts) => texts.values().map(|text| sentence(text)).collect(),
        })
        .collect()
}

#[test]
fn the_grade_is_that_of_known_texts() {
    for (text, from, to) in [
        ("The cat sat on the mat.", -2.0, 1.0),
        ("Put a pillow between your knees. Lie on the side that does not hurt.", 0.0, 4.0),
        (
            "Myofascial dysfunction precipitates heterogeneous neuromuscular presentations requiring interdisciplinary evaluation.",
            20.0,
            50.0,
        ),
    ] {
        let grade = grade(text);
        assert!((from..=to).contains(&grade), "{grade:.1}: {text}");
    }
    for (word, count) in [("pillow", 2), ("knee", 1), ("side", 1), ("muscle", 2), ("emergency", 4)] {
        assert_eq!(syllables(word), count, "{word}");
    }
}
