//! A page as plain data, for a browser, paper or a terminal to lay out.

use crate::Pattern;
use guide::shape::Confidence;

/// A page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Its name: in the address, and after `unknot learn`.
    pub topic: String,
    /// Title.
    pub title: String,
    /// What it is about, in a line.
    pub lead: String,
    /// What stands on it, in order. The last one is the way on.
    pub blocks: Vec<Block>,
    /// Ids of the references it names, by first use: their numbers on this page are their places here, from 1.
    pub references: Vec<String>,
}

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Heading of level 2 to 4.
    Heading {
        /// Level: 2, 3 or 4.
        level: u8,
        /// Anchor.
        id: String,
        /// What it says.
        text: String,
    },
    /// A paragraph.
    Text(Vec<Inline>),
    /// Points, or steps in order.
    List {
        /// In order?
        ordered: bool,
        /// What they say.
        items: Vec<Vec<Inline>>,
    },
    /// Short labels and what they say.
    Rows(Vec<Row>),
    /// Set apart: take care.
    Care(Vec<Block>),
    /// Set apart: get help.
    Alert(Vec<Block>),
    /// Details under a line, folded where that is possible.
    Fold(String, Vec<Block>),
    /// A table; the first cell of each row names it.
    Table {
        /// What it shows.
        caption: String,
        /// Names of the columns, with that of the first.
        head: Vec<String>,
        /// Rows, each as long as the head.
        rows: Vec<Vec<String>>,
    },
    /// A drawing.
    Plate {
        /// Its file, without `.svg`.
        name: String,
        /// What it shows, for those who do not see it too.
        caption: String,
    },
    /// Where a trigger point is felt, on the body; a list beside it says the same in words.
    Pattern(Pattern),
    /// A release to watch and listen to; without a script, its scenes in order.
    Sequence(Vec<Scene>),
    /// Where to go from here: label and place.
    Ways(Vec<(String, Link)>),
}

/// A scene of a sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// The figure that shows it: its file, without `.svg`.
    pub figure: Option<String>,
    /// What is done, in a word.
    pub label: String,
    /// What is said.
    pub words: String,
    /// How long it is shown at least, seconds.
    pub seconds: usize,
}

/// A label and what it says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Anchor, if somebody points here.
    pub id: Option<String>,
    /// The label.
    pub label: String,
    /// What it says.
    pub text: Vec<Inline>,
    /// The figure that shows it: its file, without `.svg`.
    pub figure: Option<String>,
}

/// A piece of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Inline {
    /// Plain.
    Text(String),
    /// Weighty.
    Strong(String),
    /// Stressed.
    Stress(String),
    /// Somewhere to go.
    Link(Link, String),
    /// What the words before it rest on.
    Mark(Mark),
}

/// What a statement rests on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mark {
    /// Ids of references; without any it is opinion.
    pub references: Vec<String>,
    /// How sure it is, where the guide says so.
    pub confidence: Option<Confidence>,
}

/// Somewhere to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// A page, or a place on it.
    Page {
        /// Topic; empty for the page it stands on.
        topic: String,
        /// Anchor; empty for the top.
        anchor: String,
    },
    /// A place in the app, by its word in the address.
    App(String),
}

impl Link {
    /// The top of a page.
    pub fn page(topic: impl Into<String>) -> Link {
        Link::Page { topic: topic.into(), anchor: String::new() }
    }

    /// A place on a page.
    pub fn at(topic: impl Into<String>, anchor: impl Into<String>) -> Link {
        Link::Page { topic: topic.into(), anchor: anchor.into() }
    }
}

impl Inline {
    /// Plain words.
    pub fn text(text: impl Into<String>) -> Inline {
        Inline::Text(text.into())
    }
}

/// Calls `see` with every line of blocks, inner ones too, in order.
pub fn lines<'b>(blocks: &'b [Block], see: &mut impl FnMut(&'b [Inline])) {
    for block in blocks {
        match block {
            Block::Text(line) => see(line),
            Block::List { items, .. } => items.iter().for_each(|item| see(item)),
            Block::Rows(rows) => rows.iter().for_each(|row| see(&row.text)),
            Block::Care(inner) | Block::Alert(inner) | Block::Fold(_, inner) => lines(inner, see),
            Block::Heading { .. }
            | Block::Table { .. }
            | Block::Plate { .. }
            | Block::Pattern(_)
            | Block::Sequence(_)
            | Block::Ways(_) => {}
        }
    }
}

/// Every anchor of blocks, inner ones too, in order.
pub fn anchors(blocks: &[Block]) -> Vec<&str> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading { id, .. } => found.push(id.as_str()),
            Block::Rows(rows) => found.extend(rows.iter().filter_map(|row| row.id.as_deref())),
            Block::Care(inner) | Block::Alert(inner) | Block::Fold(_, inner) => found.extend(anchors(inner)),
            _ => {}
        }
    }
    found
}

/// A line without its marks.
pub fn plain(line: &[Inline]) -> String {
    let words = line.iter().map(|piece| match piece {
        Inline::Text(text) | Inline::Strong(text) | Inline::Stress(text) | Inline::Link(_, text) => text.as_str(),
        Inline::Mark(_) => "",
    });
    words.collect::<String>().trim().to_owned()
}

/// Words as an anchor: lower case, joined by `-`.
pub fn anchor(words: &str) -> String {
    let word = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' };
    let spaced: String = words.replace(['\'', '\u{2019}'], "").chars().map(word).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join("-")
}
