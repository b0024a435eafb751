//! From files to checked pages.

use crate::facts::{Facts, Wrong};
use crate::markdown::{Written, written};
use crate::place::{mean, problem};
use crate::{Block, Inline, Link, Page, anchors, lines};
use figures::Figures;
use guide::{Guide, Problem, Problems};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(crate) mod made {
    include!(concat!(env!("OUT_DIR"), "/compiled.rs"));
}

/// The page that names all others, in the order in which they are read.
const INDEX: &str = "index";

/// The pages of a guide in its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The index first, then in its order.
    pub pages: Vec<Page>,
    /// The figures that stand on them.
    pub figures: Figures,
}

impl Library {
    /// A page by its topic.
    pub fn page(&self, topic: &str) -> Option<&Page> {
        self.pages.iter().find(|page| page.topic == topic)
    }

    /// Every topic besides the index, in its order.
    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.pages.iter().map(|page| page.topic.as_str()).filter(|topic| *topic != INDEX)
    }

    /// The page that names all others.
    pub fn index(&self) -> Option<&Page> {
        self.page(INDEX)
    }
}

/// The default guide's pages. `guide` is the embedded one.
///
/// # Errors
/// Everything that is wrong with them; a test keeps them free of it.
pub fn embedded(guide: &Guide) -> Result<Library, Problems> {
    let files = made::FILES.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
    with_figures(&files.collect::<Vec<_>>(), guide, figures::embedded(guide)?)
}

/// The files of the default guide's pages: path and text, sorted by path.
pub fn embedded_files() -> &'static [(&'static str, &'static str)] {
    made::FILES
}

/// Reads and checks the pages among the files of a guide: path and text of each; paths are relative to the guide and
/// `/`-separated. A guide without pages has none, and neither has one without figures.
///
/// # Errors
/// Everything that is wrong with them, with file and line.
pub fn read(files: &[(String, String)], guide: &Guide) -> Result<Library, Problems> {
    with_figures(files, guide, figures::read(files, guide)?)
}

fn with_figures(files: &[(String, String)], guide: &Guide, figures: Figures) -> Result<Library, Problems> {
    let facts = Facts::of(guide, &figures);
    let dir = format!("text/{}/pages/", guide.language);
    let topic = |path: &str| path.strip_prefix(&dir)?.strip_suffix(".md").map(str::to_owned);
    let files = files.iter().filter_map(|(path, text)| Some((topic(path)?, path.as_str(), text.as_str())));
    let files: Vec<(String, &str, &str)> = files.collect();
    let drafts: BTreeMap<&str, Written> =
        files.iter().map(|(topic, _, text)| (topic.as_str(), written(text, &facts))).collect();
    let mut errors = Vec::new();
    for (topic, path, text) in &files {
        let Some(draft) = drafts.get(topic.as_str()) else { continue };
        let slips = draft.slips.iter().map(|(at, wrong)| (at.clone(), &*wrong.message, &*wrong.hint));
        let wrong = links(topic, draft, &drafts);
        let twice = twice(draft);
        let all =
            slips.chain(wrong.iter().chain(&twice).map(|(at, wrong)| (at.clone(), &*wrong.message, &*wrong.hint)));
        errors.extend(all.map(|(at, message, hint)| problem(path, text, at, message, hint)));
    }
    let order = order(&files, &drafts, &dir, &mut errors);
    if errors.is_empty() {
        return Ok(Library {
            pages: order.into_iter().filter_map(|topic| Some(page(topic, drafts.get(topic)?))).collect(),
            figures,
        });
    }
    errors.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    Err(Problems { errors, warnings: Vec::new() })
}

/// The index, and what it names, in its order. Every page is named there.
fn order<'d>(
    files: &[(String, &str, &str)],
    drafts: &'d BTreeMap<&str, Written>,
    dir: &str,
    errors: &mut Vec<Problem>,
) -> Vec<&'d str> {
    let Some((index, draft)) = drafts.get_key_value(INDEX) else {
        if !files.is_empty() {
            let file = format!("{dir}{INDEX}.md");
            errors.push(problem(&file, "", 0..0, "the page that names all others is missing", "write it"));
        }
        return Vec::new();
    };
    let mut order = vec![*index];
    for (_, link) in &draft.links {
        let Link::Page { topic, .. } = link else { continue };
        if let Some((topic, _)) = drafts.get_key_value(topic.as_str()).filter(|(topic, _)| !order.contains(topic)) {
            order.push(topic);
        }
    }
    for (topic, path, text) in files.iter().filter(|(topic, ..)| !order.contains(&topic.as_str())) {
        let message = format!("no line of {INDEX}.md leads to this page");
        errors.push(problem(path, text, 0..0, message, format!("add [Title]({topic}) there")));
    }
    order
}

/// Links that lead nowhere: those that were written. Those that facts make are held by a test.
fn links(topic: &str, draft: &Written, drafts: &BTreeMap<&str, Written>) -> Vec<(Range<usize>, Wrong)> {
    let wrong = |(at, link): &(Range<usize>, Link)| {
        let Link::Page { topic: to, anchor } = link else { return None };
        let to = if to.is_empty() { topic } else { to };
        let Some(page) = drafts.get(to) else {
            return Some((
                at.clone(),
                Wrong::new(format!("there is no page {to:?}"), mean(to, drafts.keys().copied())),
            ));
        };
        let anchors = anchors(&page.blocks);
        (!anchor.is_empty() && !anchors.contains(&anchor.as_str()))
            .then(|| (at.clone(), Wrong::new(format!("page {to:?} has no place {anchor:?}"), mean(anchor, anchors))))
    };
    draft.links.iter().filter_map(wrong).collect()
}

/// Anchors that stand twice on a page.
fn twice(draft: &Written) -> Vec<(Range<usize>, Wrong)> {
    let mut seen = BTreeSet::new();
    let again = anchors(&draft.blocks).into_iter().filter(|anchor| !seen.insert(*anchor));
    again
        .map(|anchor| (0..0, Wrong::new(format!("place {anchor:?} is there twice"), "name one heading otherwise")))
        .collect()
}

fn page(topic: &str, draft: &Written) -> Page {
    Page {
        topic: topic.to_owned(),
        title: draft.title.clone(),
        lead: draft.lead.clone(),
        blocks: draft.blocks.clone(),
        references: references(&draft.blocks),
    }
}

/// What the marks of blocks name, by first use.
fn references(blocks: &[Block]) -> Vec<String> {
    let mut named: Vec<String> = Vec::new();
    lines(blocks, &mut |line| {
        for piece in line {
            let Inline::Mark(mark) = piece else { continue };
            for id in &mark.references {
                if !named.contains(id) {
                    named.push(id.clone());
                }
            }
        }
    });
    named
}
