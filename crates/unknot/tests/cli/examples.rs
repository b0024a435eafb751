//! The worked examples of examples/: what they say, word by word.

use crate::support::run;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const KIT: &[&str] = &["--minutes", "15", "--tools", "tennis_ball", "--surfaces", "wall,floor"];

/// A story, what its gate says, what fits best, and what kind of plan it ends in (none: help first).
type Story = (&'static str, &'static str, Option<&'static str>, Option<&'static str>);

const STORIES: &[Story] = &[
    ("1-maximus-by-the-sacrum", "open", Some("gmax_trp1"), Some("release")),
    ("2-medius-below-the-rim", "open", Some("gmed_trp1"), Some("release")),
    ("3-minimus-down-the-leg", "open", Some("gmin_post"), Some("release")),
    ("4-nerve-root-that-fools", "open", Some("radic_s1"), Some("no_press")),
    ("5-tendon-at-the-side-knob", "open", Some("gtps"), Some("no_press")),
    ("6-emergency", "closed", None, None),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs a command on a story from the root, as the README does.
fn tell(command: &str, story: &str, more: &[&str]) -> String {
    let file = format!("examples/{story}.json");
    let ran =
        run(Command::new(env!("CARGO_BIN_EXE_unknot")).args([command, &file]).args(more).current_dir(root()), b"");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{command} {story}");
    ran.out
}

#[test]
fn stories_end_as_they_are_told() {
    for (story, gate, leads, plan) in STORIES {
        let assessment: Value = serde_json::from_str(&tell("assess", story, &["--json"])).expect("JSON");
        let kit: Vec<&str> = KIT.iter().copied().chain(["--json"]).collect();
        let planned: Value = serde_json::from_str(&tell("plan", story, &kit)).expect("JSON");
        let best = &assessment["sources"][0];
        assert_eq!(assessment["gate"]["state"], *gate, "{story}");
        if let Some(leads) = leads {
            assert_eq!((best["id"].as_str(), best["word"].as_str()), (Some(*leads), Some("leading")), "{story}");
        }
        assert_eq!(planned["plan"]["kind"].as_str(), *plan, "{story}");
    }
}

#[test]
fn stories_read_as_they_did() {
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        for (story, ..) in STORIES {
            insta::assert_snapshot!(format!("{story}.assess"), tell("assess", story, &[]));
            insta::assert_snapshot!(format!("{story}.plan"), tell("plan", story, KIT));
        }
    });
}

#[test]
fn every_example_is_a_story_that_is_told_and_tested() {
    let mut cases: Vec<String> = fs::read_dir(root().join("examples"))
        .expect("examples/")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .filter_map(|name| name.strip_suffix(".json").map(str::to_owned))
        .collect();
    cases.sort();
    assert_eq!(cases, STORIES.iter().map(|(story, ..)| *story).collect::<Vec<_>>());
    for story in cases {
        let text = fs::read_to_string(root().join(format!("examples/{story}.md"))).expect("a story");
        assert!(text.contains(&format!("{story}.json")), "{story}.md names its case");
    }
}
