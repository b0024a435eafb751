//! Search over all pages, without a server: every section with its words. `static/search.js` does the same in a browser.

use crate::{Block, Library, Page, lines, plain};
use std::collections::BTreeSet;

/// Hits that are told.
const MOST: usize = 12;
/// Points for a word in the title of the page.
const TITLE: u32 = 4;
/// In the heading of the section.
const HEADING: u32 = 8;
/// In the label of something that is told there.
const LABEL: u32 = 3;
/// In its text.
const BODY: u32 = 1;
/// Characters of a section that are shown.
const SHOWN: usize = 150;

/// A section that answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Page.
    pub topic: String,
    /// Its title.
    pub title: String,
    /// Heading of the section; empty at the top of a page.
    pub heading: String,
    /// Its anchor; empty at the top of a page.
    pub anchor: String,
    /// How the section begins.
    pub begins: String,
    score: u32,
}

/// A section: a page from one heading to the next.
#[derive(Clone, Debug, Default)]
pub(crate) struct Section {
    pub(crate) heading: String,
    pub(crate) anchor: String,
    /// Labels of what is told in it.
    pub(crate) labels: String,
    pub(crate) text: String,
}

impl Section {
    /// How it begins.
    pub(crate) fn begins(&self) -> String {
        let mut shown = String::new();
        for word in self.text.split_whitespace() {
            if shown.chars().count() + word.chars().count() > SHOWN {
                return shown + "…";
            }
            if !shown.is_empty() {
                shown.push(' ');
            }
            shown += word;
        }
        shown
    }

    /// Its words, each once, sorted.
    pub(crate) fn words(&self) -> BTreeSet<String> {
        words(&self.text).collect()
    }
}

/// The sections of a page. Headings below the third level belong to what they stand in.
pub(crate) fn sections(page: &Page) -> Vec<Section> {
    let mut sections = vec![Section { text: page.lead.clone(), ..Section::default() }];
    for block in &page.blocks {
        if let Block::Heading { id, text, .. } = block {
            sections.push(Section { heading: text.clone(), anchor: id.clone(), ..Section::default() });
            continue;
        }
        let Some(section) = sections.last_mut() else { continue };
        put(block, &mut section.text);
        if let Block::Rows(rows) = block {
            rows.iter().for_each(|row| section.labels += &format!("{} ", row.label));
        }
    }
    sections
}

fn put(block: &Block, text: &mut String) {
    let mut add = |words: &str| {
        text.push(' ');
        text.push_str(words);
    };
    match block {
        Block::Rows(rows) => rows.iter().for_each(|row| add(&format!("{}: {}", row.label, plain(&row.text)))),
        Block::Fold(title, inner) => {
            add(title);
            inner.iter().for_each(|block| put(block, text));
        }
        Block::Table { rows, .. } => rows.iter().for_each(|row| add(&row[0])),
        Block::Care(inner) | Block::Alert(inner) => inner.iter().for_each(|block| put(block, text)),
        block => lines(std::slice::from_ref(block), &mut |line| add(&plain(line))),
    }
}

/// Words of two letters and more, lower case.
pub(crate) fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 1);
    parts.map(str::to_lowercase)
}

/// The sections that have every word of a query, or a word that begins with it; best first.
pub fn search(library: &Library, query: &str) -> Vec<Found> {
    let wanted: Vec<String> = words(query).collect();
    let mut found = Vec::new();
    for page in library.pages.iter().filter(|_| !wanted.is_empty()) {
        let title: BTreeSet<String> = words(&page.title).collect();
        for section in sections(page) {
            let (heading, labels) = (words(&section.heading).collect(), words(&section.labels).collect());
            let places = [(TITLE, &title), (HEADING, &heading), (LABEL, &labels), (BODY, &section.words())];
            let score = score(&wanted, &places);
            if let Some(score) = score {
                let (topic, title, begins) = (page.topic.clone(), page.title.clone(), section.begins());
                found.push(Found { topic, title, begins, heading: section.heading, anchor: section.anchor, score });
            }
        }
    }
    // Pages keep their order among equals.
    found.sort_by_key(|found| std::cmp::Reverse(found.score));
    found.truncate(MOST);
    found
}

/// Points of all wanted words together; none if one of them is nowhere. A word alone counts twice what it begins.
fn score(wanted: &[String], places: &[(u32, &BTreeSet<String>)]) -> Option<u32> {
    let mut score = 0;
    for word in wanted {
        let points = |(points, words): &(u32, &BTreeSet<String>)| match words.contains(word) {
            true => points * 2,
            false if words.iter().any(|known| known.starts_with(word.as_str())) => *points,
            false => 0,
        };
        let points: u32 = places.iter().map(points).sum();
        score += if points > 0 { points } else { return None };
    }
    Some(score)
}
