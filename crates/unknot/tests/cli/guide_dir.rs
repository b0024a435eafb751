//! `--guide DIR`: the guide can be changed without building anything.

use crate::support::{CASE, arg, copy, dir, guide_dir, unknot};
use std::fs;

/// A copy of the guide in which the first `from` in a file reads `to`.
fn edited(name: &str, file: &str, from: &str, to: &str) -> std::path::PathBuf {
    let dir = dir(name);
    copy(&guide_dir(), &dir);
    let path = dir.join(file);
    let text = fs::read_to_string(&path).expect("a file of the guide");
    assert!(text.contains(from), "{file} has no {from:?}");
    fs::write(path, text.replacen(from, to, 1)).expect("a file");
    dir
}

#[test]
fn a_copy_answers_as_the_built_in_guide_does() {
    let copy = edited("guide-same", "guide.toml", "version", "version");
    let ours = unknot(&["assess", "-", "--json"], CASE).out;
    assert_eq!(unknot(&["assess", "-", "--json", "--guide", arg(&copy)], CASE).out, ours);
    assert_eq!(unknot(&["--guide", arg(&copy), "assess", "-", "--json"], CASE).out, ours);
}

#[test]
fn an_edited_number_changes_the_answer() {
    let guide =
        edited("guide-number", "sources/gmin_post.toml", "commonness = \"", "commonness = \"exceptional\" # \"");
    let probability = |args: &[&str]| {
        let answer = unknot(args, CASE).json();
        let sources = answer["sources"].as_array().expect("sources").clone();
        let source = sources.into_iter().find(|source| source["id"] == "gmin_post" && source["side"] == "right");
        source.expect("gmin_post")["probability"].as_f64().expect("a number")
    };
    let before = probability(&["assess", "-", "--json"]);
    let after = probability(&["assess", "-", "--json", "--guide", arg(&guide)]);
    assert!(after < before, "{before} -> {after}");
}

#[test]
fn a_broken_guide_is_told_like_a_compiler_does() {
    let guide = edited("guide-broken", "sources/gmin_post.toml", "group = \"gluteal\"", "group = \"glutal\"");
    for args in [&["guide", "check", arg(&guide)][..], &["assess", "-", "--guide", arg(&guide)]] {
        let ran = unknot(args, CASE);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
        assert!(ran.err.contains("sources/gmin_post.toml:"), "{}", ran.err);
        assert!(ran.err.contains("gluteal"), "{}", ran.err);
    }
}

#[test]
fn a_directory_that_is_no_guide_is_told() {
    let empty = dir("guide-empty");
    for (path, message) in
        [("no/such/directory", "cannot read no/such/directory"), (arg(&empty), "there is no guide in")]
    {
        for args in
            [&["guide", "check", path][..], &["guide", "export", "--guide", path], &["assess", "-", "--guide", path]]
        {
            let ran = unknot(args, CASE);
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
            assert!(ran.err.contains(message) && ran.err.contains("hint:"), "{args:?}: {}", ran.err);
        }
    }
}

#[test]
fn the_built_in_guide_is_sound_and_exports_what_the_contract_names() {
    assert_eq!(unknot(&["guide", "check"], "").code, Some(0));
    let export = unknot(&["guide", "export"], "").json();
    for key in ["zones", "muscles", "sources", "questions", "asks", "cautions", "network"] {
        assert!(!export[key].is_null(), "{key}");
    }
    assert!(unknot(&["guide", "schema"], "").json().is_object());
}

#[test]
fn a_guide_that_leaves_out_an_ask_that_always_closes_is_refused() {
    // Given a guide, sound in itself, in which the bowel ask was turned into another one.
    let guide = edited("guide-looser", "safety.toml", "\"cauda_equina.bowel\"", "\"cauda_equina.other\"");
    let texts = guide.join("text/en/asks.toml");
    let asks = fs::read_to_string(&texts).expect("texts");
    fs::write(&texts, asks.replace("cauda_equina.bowel", "cauda_equina.other")).expect("a file");
    // Then neither the check nor an answer passes it.
    for args in [&["guide", "check", arg(&guide)][..], &["assess", "-", "--guide", arg(&guide)]] {
        let ran = unknot(args, CASE);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
        assert!(ran.err.contains("safety.toml: these asks may not be left out: cauda_equina.bowel"), "{}", ran.err);
    }
}
