//! The default pages: whole, well-formed, linked, and readable without script.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod html;

use guide::Guide;
use html::{ids, links, tags};
use pages::{Block, Inline, Library, Link, embedded, files, lines, text};
use std::collections::{BTreeMap, BTreeSet};

fn guide() -> Guide {
    Guide::embedded("en").expect("the guide is right")
}

fn library(guide: &Guide) -> Library {
    embedded(guide).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The pages as files, by name within their folder.
fn written() -> BTreeMap<String, String> {
    let guide = guide();
    let files = files(&library(&guide), &guide).into_iter();
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    files.map(|(name, bytes)| (name.trim_start_matches(pages::FOLDER).to_owned(), text(bytes))).collect()
}

fn html() -> BTreeMap<String, String> {
    written().into_iter().filter(|(name, _)| name.ends_with(".html")).collect()
}

#[test]
fn every_topic_is_there_and_each_muscle_has_a_page() {
    let guide = guide();
    let library = library(&guide);
    let topics: BTreeSet<&str> = library.topics().collect();
    let wanted = [
        "overview",
        "hiding",
        "look-alikes",
        "areas",
        "tools",
        "places",
        "safety",
        "quarrel",
        "evidence",
        "glossary",
        "about",
        "questions",
    ];
    let muscles: Vec<String> = guide.muscles.iter().map(|muscle| muscle.id.replace('_', "-")).collect();
    for topic in wanted.into_iter().chain(muscles.iter().map(String::as_str)) {
        assert!(topics.contains(topic), "there is no page {topic}");
    }
    assert_eq!(topics.len(), wanted.len() + muscles.len());
}

#[test]
fn html_is_well_formed() {
    for (name, text) in html() {
        let mut open = Vec::new();
        for tag in tags(&text) {
            match tag.strip_prefix('/') {
                Some(end) => assert_eq!(open.pop().as_deref(), Some(end), "{name}: </{end}>"),
                None => open.push(tag),
            }
        }
        assert!(open.is_empty(), "{name}: {open:?} is not closed");
        let ids = ids(&text);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: an id stands twice");
        assert_eq!(text.matches("<h1").count(), 1, "{name}");
    }
}

#[test]
fn every_link_leads_somewhere() {
    let pages = html();
    let mut seen = 0;
    for (name, text) in &pages {
        for link in links(text) {
            seen += 1;
            if let Some(place) = link.strip_prefix("../#/") {
                assert!(
                    ["today", "locate", "plan", "journal", "settings", "comfort"].contains(&place),
                    "{name}: {link}"
                );
                continue;
            }
            // Files that the bundle names, and references elsewhere.
            if link.starts_with("../{{") || link.starts_with("http") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let file = if file.is_empty() { name } else { file };
            let page = pages.get(file).unwrap_or_else(|| panic!("{name}: {link} leads to no page"));
            assert!(anchor.is_empty() || ids(page).contains(&anchor), "{name}: {link} leads to no place");
        }
    }
    assert!(seen > 2_000, "only {seen} links");
}

#[test]
fn every_page_ends_in_a_way_to_locate_or_release() {
    let guide = guide();
    for page in &library(&guide).pages {
        let Some(Block::Ways(ways)) = page.blocks.last() else { panic!("{} has no way on", page.topic) };
        let app = |place: &str| ways.iter().any(|(_, link)| *link == Link::App(place.to_owned()));
        assert!(app("locate") || app("plan"), "{}: {ways:?}", page.topic);
    }
}

#[test]
fn nothing_needs_a_script_or_breaks_the_policy() {
    for (name, text) in html() {
        // one to search, one to play what stands there in order without it
        let scripts = usize::from(name == "search.html" || text.contains("class=\"sequence\""));
        assert_eq!(text.matches("<script").count(), scripts, "{name}");
        for forbidden in ["<style", " style=", " onclick", " onload", "javascript:"] {
            assert!(!text.contains(forbidden), "{name}: {forbidden}");
        }
        // Other hosts are named in references alone, to be followed by who wants to.
        let references = text.split_once("id=\"references\"").map_or("", |(_, after)| after);
        assert_eq!(
            references.matches("://").count(),
            text.matches("://").count(),
            "{name}: a host outside the references"
        );
        assert!(text.contains("Not yet checked by a clinician") || name == "search.html", "{name}: no banner");
    }
}

#[test]
fn every_reference_is_one_of_the_guide_and_stands_in_the_list() {
    let guide = guide();
    let mut marks = 0;
    for page in &library(&guide).pages {
        lines(&page.blocks, &mut |line| {
            for piece in line {
                let Inline::Mark(mark) = piece else { continue };
                marks += 1;
                for id in &mark.references {
                    assert!(guide.references.contains_key(id), "{}: {id}", page.topic);
                    assert!(page.references.contains(id), "{}: {id} is not listed", page.topic);
                }
            }
        });
    }
    assert!(marks > 1_000, "only {marks} marks");
}

#[test]
fn a_page_in_a_terminal_keeps_to_80_columns() {
    let guide = guide();
    let library = library(&guide);
    for page in &library.pages {
        for line in text(page, &guide, &library).lines() {
            let long = line.chars().count() > 80 && line.trim_start().contains(' ');
            assert!(!long, "{}: {line}", page.topic);
        }
    }
}

#[test]
fn the_worked_examples_read_as_they_did() {
    let guide = guide();
    let library = library(&guide);
    let page = library.page("hiding").expect("hiding");
    insta::assert_snapshot!(text(page, &guide, &library));
}

#[test]
fn no_page_grows_beyond_sense() {
    // Sent, they are a fifth of that: `cargo xtask app` shows it.
    for (name, text) in written() {
        let most = if name.ends_with(".json") { 250_000 } else { 110_000 };
        assert!(text.len() <= most, "{name}: {} bytes", text.len());
    }
}

#[test]
fn each_gluteal_muscle_has_a_release_of_30_to_60_seconds_to_watch() {
    let guide = guide();
    let library = library(&guide);
    for topic in ["gluteus-maximus", "gluteus-medius", "gluteus-minimus"] {
        let blocks = &library.page(topic).expect("a page").blocks;
        let scenes = blocks.iter().find_map(|block| match block {
            Block::Sequence(scenes) => Some(scenes),
            _ => None,
        });
        let scenes = scenes.expect("a sequence");
        let labels: Vec<&str> = scenes.iter().map(|scene| scene.label.as_str()).collect();
        assert_eq!(labels, ["Warm up", "Find", "Lean in", "Hold", "Roll", "Stretch", "Strengthen"], "{topic}");
        assert!(scenes.iter().all(|scene| scene.figure.is_some() && !scene.words.is_empty()), "{topic}: {scenes:?}");
        let seconds: usize = scenes.iter().map(|scene| scene.seconds).sum();
        assert!((30..=60).contains(&seconds), "{topic}: {seconds} s: {scenes:#?}");
    }
}
