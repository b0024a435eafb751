//! What holds for the things of every kind: ids are well formed and none stands twice.

use super::Check;
use super::spots::spot;
use crate::Guide;
use crate::kinds::{self, Kind};
use crate::shape::*;
use std::collections::{BTreeMap, BTreeSet};

/// A thing with an id, and how sure it is where that is said.
pub(super) trait Row {
    /// Its kind.
    const KIND: Kind;
    /// Its id.
    fn id(&self) -> &str;
    /// How sure, and what it rests on.
    fn claim(&self) -> Option<(Confidence, &[crate::Id])> {
        None
    }
}

macro_rules! rows {
    ($($type:ident $kind:ident $($claim:ident)?;)*) => {
        $(impl Row for $type {
            const KIND: Kind = kinds::$kind;
            fn id(&self) -> &str {
                &self.id
            }
            $(fn $claim(&self) -> Option<(Confidence, &[crate::Id])> {
                Some((self.confidence, &self.references))
            })?
        })*
    };
}
rows! {
    Zone ZONES; Landmark LANDMARKS; NoGo NO_GO claim; Muscle MUSCLES claim; Source SOURCES; Chart CHARTS;
    Question QUESTIONS; Flag FLAGS claim; Caution CAUTIONS claim; Region REGIONS claim; Technique TECHNIQUES claim;
    Dose DOSES claim; Band BANDS claim; StopSign STOPS claim; Warmup WARMUPS claim; Comfort COMFORTS claim;
    Stretch STRETCHES claim; Block BLOCKS claim; Exercise EXERCISES claim; StrengthDose STRENGTH_DOSES claim;
    StrengthRule STRENGTH_RULES claim; Ladder LADDERS; Decision DECISIONS claim;
}

impl Row for ToolFact {
    const KIND: Kind = kinds::TOOLS;
    fn id(&self) -> &str {
        self.id.name()
    }
    fn claim(&self) -> Option<(Confidence, &[crate::Id])> {
        Some((self.confidence, &self.references))
    }
}

/// Does something with every list of a guide.
macro_rules! each_list {
    ($guide:expr, $list:ident => $do:expr) => {{
        each_list!(@ $guide, $list, $do, zones landmarks no_go muscles sources charts questions flags cautions regions
            tools techniques doses bands stops warmups comforts stretches blocks exercises strength_doses strength_rules
            ladders decisions);
    }};
    (@ $guide:expr, $list:ident, $do:expr, $($name:ident)*) => { $({ let $list = &$guide.$name; $do; })* };
}
pub(super) use each_list;

/// The ids of each kind.
pub(super) fn ids(guide: &Guide) -> BTreeMap<&'static str, BTreeSet<&str>> {
    let mut ids = BTreeMap::new();
    each_list!(guide, list => ids.insert(kind_of(list).name, list.iter().map(Row::id).collect()));
    ids.insert(kinds::ASKS.name, guide.flags.iter().flat_map(|flag| &flag.ask).map(|ask| ask.id.as_str()).collect());
    ids.insert(kinds::REFERENCES.name, guide.references.keys().map(String::as_str).collect());
    ids
}

fn kind_of<T: Row>(_: &[T]) -> Kind {
    T::KIND
}

impl<'g> Check<'g, '_> {
    pub(super) fn rows(&mut self) {
        each_list!(self.guide, list => self.list(list));
        for id in self.guide.references.keys() {
            if !well_formed(id, '.') {
                self.error(&spot!(kinds::REFERENCES; id.as_str()), malformed(id), "");
            }
        }
    }

    fn list<T: Row>(&mut self, list: &'g [T]) {
        let mut seen = BTreeSet::new();
        for (at, row) in list.iter().enumerate() {
            let id = row.id();
            if !seen.insert(id) {
                self.error(
                    &spot!(T::KIND, at, "id"),
                    format!("{} {id:?} stands here twice", T::KIND.one),
                    "ids are unique",
                );
            }
            let joined = if T::KIND.name == kinds::TECHNIQUES.name { '.' } else { '_' };
            if !well_formed(id, joined) {
                self.error(&spot!(T::KIND, at, "id"), malformed(id), "ids are lower-case words joined by _");
            }
        }
    }
}

fn malformed(id: &str) -> String {
    format!("{id:?} is no id")
}

/// Lower-case letters, digits, `_`, and one more sign that joins.
pub(super) fn well_formed(id: &str, joins: char) -> bool {
    id.starts_with(|c: char| c.is_ascii_alphanumeric())
        && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_' || c == joins)
}
