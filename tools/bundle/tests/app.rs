//! The app's files name each other rightly and are the same each time.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]
#![allow(clippy::panic, reason = "a test")]

use bundle::{Bindings, Files, Problem, bundle, with_anatomy, write};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

fn folder(path: &str) -> Files {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path);
    let paths = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    paths.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), fs::read(path).unwrap())).collect()
}

fn fixed() -> Files {
    with_anatomy(folder("crates/ui/static"), folder("anatomy/plates"), folder("anatomy"))
}

fn bindings() -> Bindings {
    let js = b"export default () => '{{not ours}}';".to_vec();
    let snippets = Files::from([("snippets/crate-0123/inline0.js".to_owned(), b"export {}".to_vec())]);
    Bindings { js, wasm: b"\0asm".repeat(99), snippets }
}

/// A page to read, and what it names.
fn learn() -> Files {
    let page = "<link href=\"../{{app.css}}\"><script src=\"../{{learn/search.js}}\"></script>";
    let files = [
        ("learn/a.html", page),
        ("learn/search.js", "fetch('../{{learn/index.json}}')"),
        ("learn/index.json", "[]"),
        ("figures/clam.svg", "<svg/>"),
        ("figures.json", "{\"clam\":\"{{figures/clam.svg}}\"}"),
    ];
    files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())).into()
}

fn made() -> Files {
    bundle(fixed(), bindings(), bindings(), b"a guide".to_vec(), learn()).unwrap_or_else(|problem| panic!("{problem}"))
}

fn text<'f>(files: &'f Files, name: &str) -> &'f str {
    std::str::from_utf8(&files[name]).unwrap()
}

/// The only file whose name begins and ends so.
fn one<'f>(files: &'f Files, start: &str, end: &str) -> &'f str {
    let found: Vec<_> = files.keys().filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
    assert_eq!(found.len(), 1, "{start}*{end}");
    found[0]
}

#[test]
fn names_tell_the_content_and_are_put_in() {
    let files = made();
    let (js, wasm, boot) = (one(&files, "app-", ".js"), one(&files, "app-", ".wasm"), one(&files, "boot-", ".js"));
    let guide = one(&files, "guide-", ".bin");
    for name in [js, wasm, guide] {
        assert!(text(&files, boot).contains(name), "boot.js does not name {name}");
    }
    let body = one(&files, "body-", ".js");
    assert!(text(&files, boot).contains(body));
    for (start, end) in [("scene-", ".js"), ("scene-", ".wasm"), ("skin-", ".anat"), ("spine-", ".anat")] {
        assert!(text(&files, body).contains(one(&files, start, end)), "body.js does not name {start}*{end}");
    }
    assert!(text(&files, "index.html").contains(boot));
    let figures = one(&files, "figures-", ".json");
    assert!(text(&files, boot).contains(figures), "boot.js does not name {figures}");
    assert!(text(&files, figures).contains(one(&files, "figures/clam-", ".svg")));
    assert!(text(&files, js).contains("{{not ours}}"));
    assert!(!files.contains_key("csp.txt"));

    let other = bundle(fixed(), bindings(), bindings(), b"another guide".to_vec(), learn()).unwrap();
    assert_ne!(one(&other, "guide-", ".bin"), guide);
    assert_ne!(one(&other, "boot-", ".js"), boot, "what names a changed file changes too");
    assert_eq!(one(&other, "app-", ".js"), js);
}

#[test]
fn pages_to_read_keep_their_names_and_name_the_files_as_they_are() {
    let files = made();
    let page = text(&files, "learn/a.html");
    for file in [one(&files, "app-", ".css"), one(&files, "learn/search-", ".js")] {
        assert!(page.contains(&format!("\"../{file}\"")), "{file}: {page}");
    }
    // What only they load is no code that the app waits for.
    let code = |files: &Files| {
        let build: serde_json::Value = serde_json::from_str(text(files, "build.json")).unwrap();
        build["code_br"].as_u64().unwrap()
    };
    let figures = learn().into_iter().filter(|(name, _)| !name.starts_with(pages::FOLDER)).collect();
    let without = bundle(fixed(), bindings(), bindings(), b"a guide".to_vec(), figures).unwrap();
    assert_eq!(code(&files) - (files["sw.js.br"].len() as u64), code(&without) - (without["sw.js.br"].len() as u64));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(made(), made());
}

#[test]
fn the_worker_keeps_every_file_once_and_no_other() {
    let files = made();
    let worker = text(&files, "sw.js");
    let list = worker.split_once("FILES = [").unwrap().1.split_once(']').unwrap().0;
    let mut kept: Vec<&str> = list.split(',').map(|name| name.trim().trim_matches('\'')).collect();
    // the figures by the list that the app has too
    let moves = one(&files, "figures-", ".json");
    assert!(worker.contains(&format!("MOVES = '{moves}'")));
    let moves: BTreeMap<&str, &str> = serde_json::from_str(text(&files, moves)).unwrap();
    kept.extend(moves.into_values().collect::<BTreeSet<_>>());
    kept.sort_unstable();
    let wanted = files
        .keys()
        .map(String::as_str)
        .filter(|name| !["sw.js", "build.json"].contains(name) && !name.ends_with(".br") && !name.ends_with(".gz"));
    let mut wanted: Vec<&str> = wanted.map(|name| if name == "index.html" { "./" } else { name }).collect();
    wanted.sort_unstable();
    assert_eq!(kept, wanted);
    let build: serde_json::Value = serde_json::from_str(text(&files, "build.json")).unwrap();
    assert!(worker.contains(&format!("'unknot-{}'", build["build"].as_str().unwrap())));
}

#[test]
fn the_page_brings_the_policy_and_no_script_of_its_own() {
    let files = made();
    let page = text(&files, "index.html");
    let policy = fixed().remove("csp.txt").unwrap();
    let policy = std::str::from_utf8(&policy).unwrap();
    assert!(policy.contains("frame-ancestors 'none'; require-trusted-types-for 'script'"));
    let in_page = policy.trim().replace(" frame-ancestors 'none';", "");
    assert!(page.contains(&format!("content=\"{in_page}\"")));
    assert!(page.find("Content-Security-Policy") < page.find("<link"), "a policy counts from where it stands");
    assert_eq!(page.matches("<script").count(), page.matches("<script type=\"module\" src=\"boot-").count());
    let handler = |word: &str| word.starts_with("on") && word.contains('=');
    let forbidden = page.contains("<style") || page.contains("style=") || page.split_whitespace().any(handler);
    assert!(!forbidden, "the policy forbids styles and handlers in the page");
}

#[test]
fn a_name_without_a_file_is_an_error() {
    let mut fixed = fixed();
    fixed.insert("boot.js".into(), b"import './{{ap.js}}'".to_vec());
    let error = bundle(fixed, bindings(), bindings(), Vec::new(), Files::new()).unwrap_err();
    assert!(
        matches!(&error, Problem::Unknown { file, name } if (file.as_str(), name.as_str()) == ("boot.js", "ap.js"))
    );
    let error = bundle(Files::new(), bindings(), bindings(), Vec::new(), Files::new()).unwrap_err();
    assert!(matches!(error, Problem::Missing("csp.txt")), "{error}");
}

#[test]
fn a_folder_holds_this_build_and_nothing_else() {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("dist");
    let files = made();
    fs::create_dir_all(dir.join("old/older")).unwrap();
    fs::write(dir.join("old/older/app.js"), "old").unwrap();
    fs::write(dir.join("sw.js"), "old").unwrap();
    write(&files, &dir).unwrap();
    let first = fs::metadata(dir.join("index.html")).unwrap().modified().unwrap();
    write(&files, &dir).unwrap();
    assert!(!dir.join("old").exists());
    assert_eq!(fs::read(dir.join("sw.js")).unwrap(), files["sw.js"]);
    assert_eq!(fs::metadata(dir.join("index.html")).unwrap().modified().unwrap(), first, "what is right is left alone");
}

#[test]
fn plates_come_without_colours_of_their_own_and_only_those_that_are_shown() {
    let fixed = fixed();
    let plates: Vec<&String> = fixed.keys().filter(|name| name.contains("male.svg")).collect();
    assert_eq!(plates.len(), 6, "{plates:?}");
    for name in plates {
        assert!(!text(&fixed, name).contains("<style"), "{name}");
        assert!(text(&fixed, name).contains("data-zone="), "{name}");
    }
    for other in ["gluteal-muscles.svg", "README.md", "skin.anat.license"] {
        assert!(!fixed.contains_key(other), "{other}");
    }
}
