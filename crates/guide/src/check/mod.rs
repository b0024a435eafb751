//! Checks what the shape alone cannot: ids resolve, numbers are in range, nothing that a person needs is missing.

mod body;
mod claims;
mod model;
mod numbers;
mod release;
mod rows;
mod safety;
mod sources;
mod spots;
mod strengthen;
mod texts;
mod wording;

pub use wording::never_said;

use crate::Guide;
use crate::kinds::{self, Kind};
use crate::read::{At, Draft, Notes, Step};
use spots::{Part, Spot};
use std::collections::{BTreeMap, BTreeSet};

/// Notes everything that is wrong with what could be read.
pub(crate) fn check(draft: &Draft, notes: &mut Notes) {
    let ids = rows::ids(&draft.guide);
    let mut check = Check { draft, guide: &draft.guide, ids, used: BTreeSet::new(), notes };
    check.about();
    check.rows();
    check.body();
    check.sources();
    check.safety();
    check.model();
    check.release();
    check.strengthen();
    check.claims();
    if draft.has_texts {
        check.texts();
    }
}

/// The checks' common ground.
struct Check<'g, 'n> {
    draft: &'g Draft,
    guide: &'g Guide,
    /// Ids by kind.
    ids: BTreeMap<&'static str, BTreeSet<&'g str>>,
    /// References that something rests on.
    used: BTreeSet<&'g str>,
    notes: &'n mut Notes,
}

impl<'g> Check<'g, '_> {
    fn error(&mut self, spot: &Spot<'_>, message: impl Into<String>, hint: impl Into<String>) {
        let (file, path) = self.find(spot);
        self.notes.error(&file, At::Path(path), message, hint);
    }

    fn warn(&mut self, spot: &Spot<'_>, message: impl Into<String>, hint: impl Into<String>) {
        let (file, path) = self.find(spot);
        self.notes.warning(&file, At::Path(path), message, hint);
    }

    fn find(&self, spot: &Spot<'_>) -> (String, Vec<Step>) {
        let (file, mut path) = match spot.row {
            Some(row) => self.draft.row(spot.kind, row),
            None => (spot.kind.file.to_owned(), Vec::new()),
        };
        path.extend(spot.rest.iter().map(|part| match *part {
            Part::Key(key) => key.into(),
            Part::At(at) => at.into(),
        }));
        (file, path)
    }

    /// Is there a thing of this kind with this id? True as well where things of the kind could not be read.
    fn exists(&self, kind: &Kind, id: &str) -> bool {
        self.draft.partial.contains(kind.name) || self.ids.get(kind.name).is_some_and(|ids| ids.contains(id))
    }

    /// An id of a kind that must exist.
    fn refer(&mut self, spot: &Spot<'_>, kind: &Kind, id: &str) {
        self.refer_any(spot, &[*kind], id);
    }

    /// An id that must exist as one of several kinds.
    fn refer_any(&mut self, spot: &Spot<'_>, kinds: &[Kind], id: &str) {
        if kinds.iter().any(|kind| self.exists(kind, id)) {
            return;
        }
        let names: Vec<&str> = kinds.iter().map(|kind| kind.one).collect();
        let all = kinds.iter().filter_map(|kind| self.ids.get(kind.name)).flatten().copied();
        let hint = mean(id, all);
        self.error(spot, format!("{} {id:?} does not exist", names.join(" or ")), hint);
    }

    /// A list of ids of a kind: each must exist, none may stand twice.
    fn refer_all(&mut self, spot: &Spot<'_>, kind: &Kind, ids: &'g [crate::Id]) {
        for (at, id) in ids.iter().enumerate() {
            if self.exists(kind, id) && !ids[..at].contains(id) {
                continue;
            }
            let rest = [spot.rest, &[Part::At(at)]].concat();
            let spot = Spot { rest: &rest, ..*spot };
            self.refer(&spot, kind, id);
            if ids[..at].contains(id) {
                self.error(&spot, format!("{} {id:?} stands here twice", kind.one), "leave one out");
            }
        }
    }

    fn about(&mut self) {
        let about = &self.guide.about;
        let spot = |key: &'static str| At::Path(vec![key.into()]);
        if !about.version.is_empty() && !dated(&about.version, "dddd.dd") {
            self.notes.error("guide.toml", spot("version"), "the version is not YYYY.MM", "e.g. \"2026.11\"");
        }
        if !about.date.is_empty() && !dated(&about.date, "dddd-dd-dd") {
            self.notes.error("guide.toml", spot("date"), "the date is not YYYY-MM-DD", "e.g. \"2026-11-20\"");
        }
    }
}

/// "did you mean" as a hint; empty if nothing is near.
fn mean<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    crate::nearest(word, known).map_or_else(String::new, |near| format!("did you mean {near:?}?"))
}

/// Does a text look like a pattern of digits (`d`) and signs, with a month and a day that exist?
fn dated(text: &str, pattern: &str) -> bool {
    let same = |(t, p): (u8, u8)| if p == b'd' { t.is_ascii_digit() } else { t == p };
    let within =
        |at: usize, most: u8| text.get(at..at + 2).is_none_or(|n| n.parse().is_ok_and(|n| (1..=most).contains(&n)));
    text.len() == pattern.len() && text.bytes().zip(pattern.bytes()).all(same) && within(5, 12) && within(8, 31)
}

/// The kinds whose things are moves.
const MOVES: [Kind; 2] = [kinds::STRETCHES, kinds::EXERCISES];
