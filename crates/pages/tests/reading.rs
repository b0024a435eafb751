//! Can somebody of 12 to 14 read the pages?

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

#[path = "../../screens/tests/grade/mod.rs"]
mod grade;

use grade::{grade, sentence};
use guide::Guide;
use pages::{Block, embedded, lines, plain};

/// Highest grade of what was written for a page.
const WRITTEN: f64 = 7.0;
/// Highest grade of a page with the guide's facts on it: age 14.
const WHOLE: f64 = 8.0;

/// What was written: paragraphs and lists of the Markdown, without marks, headings, facts and examples.
fn written(markdown: &str) -> String {
    let mut said = Vec::new();
    let mut code = false;
    for line in markdown.lines() {
        code ^= line.starts_with("```");
        let line =
            line.trim_start_matches(['>', '-', ' ']).trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        if code || line.starts_with(['#', '{', '`', '[']) || line.trim().is_empty() {
            continue;
        }
        said.push(sentence(without_marks(line).replace(['*', '"'], "").trim()));
    }
    said.join(" ")
}

/// `[words](place)` as its words; `[@id]`, `[opinion]` and `[unknot]` as nothing.
fn without_marks(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, next) = after.split_once(']').unwrap_or((after, ""));
        out.push_str(before);
        rest = match next.strip_prefix('(').and_then(|place| place.split_once(')')) {
            Some((_, next)) => {
                out.push_str(inner);
                next
            }
            None => next,
        };
    }
    out + rest
}

#[test]
fn what_is_written_is_read_at_12() {
    let mut hard = Vec::new();
    for (path, markdown) in pages::embedded_files() {
        let grade = grade(&written(markdown));
        if grade > WRITTEN {
            hard.push(format!("{path}: grade {grade:.1}"));
        }
    }
    assert!(hard.is_empty(), "{hard:#?}");
}

#[test]
fn a_whole_page_is_read_at_14() {
    let guide = Guide::embedded("en").expect("the guide is right");
    let library = embedded(&guide).unwrap_or_else(|problems| panic!("{problems}"));
    let mut hard = Vec::new();
    for page in &library.pages {
        let mut said = Vec::new();
        lines(&page.blocks, &mut |line| said.push(sentence(&plain(line))));
        let grade = grade(&said.join(" "));
        if grade > WHOLE {
            hard.push(format!("{}: grade {grade:.1}", page.topic));
        }
        assert!(page.blocks.iter().any(|block| !matches!(block, Block::Ways(_))), "{} says nothing", page.topic);
    }
    assert!(hard.is_empty(), "{hard:#?}");
}
