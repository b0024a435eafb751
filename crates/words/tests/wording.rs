//! No promise, no diagnosis, no false precision: every sentence of `words` and of the guide, read as it stands in its file.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

use std::fs;
use std::path::{Path, PathBuf};

/// What promises, in small letters.
const PROMISES: [&str; 14] = [
    "will heal",
    "will go away",
    "will disappear",
    "will fix",
    "will cure",
    "heals you",
    "fixes",
    "always works",
    "always helps",
    "get rid of",
    "pain-free",
    "once and for all",
    "scientifically",
    "clinically",
];
/// What claims to know what somebody has, in small letters.
const VERDICTS: [&str; 7] = [
    "you are suffering",
    "you suffer from",
    "your diagnosis",
    "we diagnose",
    "unknot diagnoses",
    "you have a trigger point",
    "your condition is",
];

/// What is wrong with a sentence; nothing if it is fine.
fn wrong(sentence: &str) -> Option<String> {
    let small = sentence.to_lowercase();
    let has = |list: &[&str]| list.iter().find(|words| small.contains(**words)).map(|words| (*words).to_owned());
    let names = small.contains("diagnos")
        && !["not a diagnosis", "no diagnosis", "not diagnose"].iter().any(|no| small.contains(no));
    guide::never_said(sentence)
        .map(|(word, _)| word.to_owned())
        .or_else(|| has(&PROMISES))
        .or_else(|| has(&VERDICTS))
        .or_else(|| names.then(|| "a diagnosis".to_owned()))
        .or_else(|| precise(&small))
}

/// A share, number of ten or percentage that is told finer than anybody knows it.
fn precise(small: &str) -> Option<String> {
    let words: Vec<&str> = small.split_whitespace().collect();
    let fine = |word: &str| {
        let (whole, rest) = word.split_once('.')?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        (digits(whole) && digits(rest.trim_end_matches(['.', ',', ';', ')', '%']))).then_some(())
    };
    let bare = |word: &str| word.trim_end_matches(['.', ',', ';', ')']).to_owned();
    let unit = |at: usize| words.get(at + 1).map(|word| bare(word)).unwrap_or_default();
    let told = |at: usize| {
        matches!(unit(at).as_str(), "of" | "out" | "percent" | "points" | "%" | "times") || words[at].ends_with('%')
    };
    let formatted = small.contains(":.1}") || small.contains(":.2}");
    let at = (0..words.len()).find(|at| fine(words[*at]).is_some() && told(*at));
    at.map(|at| format!("{} {}", words[at], unit(at)))
        .or_else(|| formatted.then(|| "a format with decimals".to_owned()))
}

#[test]
fn what_must_not_be_said_is_found() {
    for bad in [
        "This will cure you.",
        "The pain will go away.",
        "Guaranteed relief.",
        "Your diagnosis: gluteus medius.",
        "This tool is for diagnosis.",
        "You suffer from sciatica.",
        "It was better in 41.3 percent.",
        "Pain is down to 3.4 of 10.",
        "{share:.1} of 10",
    ] {
        assert!(wrong(bad).is_some(), "{bad}");
    }
    for good in [
        "Not a diagnosis.",
        "Mostly 1 to 1.5 cm to the inner side.",
        "{low} to {high} of 10 would fit too",
        "A secure place to lie.",
        "Sitting fixed in one place.",
    ] {
        assert_eq!(wrong(good), None, "{good}");
    }
}

#[test]
fn every_sentence_promises_nothing_and_claims_no_more_than_is_known() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    collect(&root.join("crates/words/src"), "rs", &mut files);
    collect(&root.join("crates/legend/src"), "rs", &mut files);
    collect(&root.join("guide/text"), "toml", &mut files);
    collect(&root.join("guide/text"), "md", &mut files);
    let mut found = Vec::new();
    let mut sentences = 0;
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let is_page = file.extension().is_some_and(|end| end == "md");
        let said = if is_page { text.lines().map(str::to_owned).collect() } else { literals(shipped(&text)) };
        sentences += said.len();
        let of = |said: &String| {
            wrong(&without_addresses(said)).map(|what| format!("{}: {what:?} in {said:?}", file.display()))
        };
        found.extend(said.iter().filter_map(of));
    }
    assert!(sentences > 3_000, "only {sentences} sentences were read");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A line of a page without where its links lead.
fn without_addresses(line: &str) -> String {
    let mut parts = line.split("](");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |line, part| line + part.split_once(')').map_or(part, |(_, rest)| rest))
}

fn collect(at: &Path, end: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(at).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, end, files);
        } else if path.extension().is_some_and(|found| found == end) {
            files.push(path);
        }
    }
}

/// Without the tests of a file of code.
fn shipped(text: &str) -> &str {
    text.split_once("#[cfg(test)]").map_or(text, |(shipped, _)| shipped)
}

/// What stands between quotes, in Rust and in TOML; comments are left out.
fn literals(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in joined(text).lines() {
        let line = line.trim_start();
        if line.starts_with("//") || line.starts_with('#') {
            continue;
        }
        let mut open: Option<String> = None;
        let mut signs = line.chars().peekable();
        while let Some(sign) = signs.next() {
            match (&mut open, sign) {
                (Some(said), '\\') => said.extend(signs.next()),
                (Some(_), '"') => found.extend(open.take()),
                (Some(said), sign) => said.push(sign),
                // a quote as a single letter
                (None, '\'') if signs.peek() == Some(&'"') => drop(signs.next()),
                (None, '"') => open = Some(String::new()),
                (None, '/') if signs.peek() == Some(&'/') => break,
                (None, _) => {}
            }
        }
    }
    found
}

/// A line that goes on after a backslash becomes one.
fn joined(text: &str) -> String {
    let mut lines = String::new();
    for line in text.lines() {
        match line.strip_suffix('\\') {
            Some(line) => lines += line,
            None => {
                lines += line;
                lines.push('\n');
            }
        }
    }
    lines
}

#[test]
fn sentences_are_found_in_files() {
    let text = "let a = \"one \\\n  two\"; // \"not this\"\nlet b = ['\"', 'x']; \"three\";\n# \"nor this\"\nsaid = \"fo\\\"ur\"\n";
    assert_eq!(literals(text), ["one   two", "three", "fo\"ur"]);
}
