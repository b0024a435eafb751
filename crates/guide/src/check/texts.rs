//! Texts: there for every thing, for nothing else, short, and in the words a person knows.

use super::{Check, mean, wording};
use crate::kinds::{self, Field, Kind};
use crate::read::{At, Step};
use crate::shape::{Group, Source};
use crate::text::{Entry, Words};
use std::collections::BTreeSet;

impl Check<'_, '_> {
    pub(super) fn texts(&mut self) {
        for kind in kinds::ALL.iter().filter(|kind| !kind.texts.is_empty()) {
            self.all_there(kind);
            self.nothing_else(kind);
        }
        self.nothing_else(&kinds::STEPS);
        for style in ["hold", "sweep"] {
            self.there(&kinds::STEPS, style);
        }
        self.kinds_known();
        self.for_some();
    }

    /// The file of a thing's texts, and the path in it.
    fn text_at(&self, kind: &Kind, id: &str, rest: &[Step]) -> (String, At) {
        let file = kind.text_file(&self.guide.language);
        if kind.texts == kinds::SOURCES.texts {
            return (format!("{file}{id}.toml"), At::Path(rest.to_vec()));
        }
        (file, At::Path([&[Step::from(id)], rest].concat()))
    }

    fn text_error(
        &mut self,
        kind: &Kind,
        id: &str,
        rest: &[Step],
        message: impl Into<String>,
        hint: impl Into<String>,
    ) {
        let (file, at) = self.text_at(kind, id, rest);
        self.notes.error(&file, at, message, hint);
    }

    /// Each thing has each text it needs.
    fn all_there(&mut self, kind: &'static Kind) {
        if !self.guide.texts.kinds.contains_key(kind.texts) {
            return;
        }
        let ids: Vec<&str> = self.ids.get(kind.name).into_iter().flatten().copied().collect();
        for id in ids {
            self.there(kind, id);
        }
    }

    fn there(&mut self, kind: &Kind, id: &str) {
        if !self.guide.texts.kinds.contains_key(kind.texts) {
            return;
        }
        let Some(entry) = self.guide.texts.entry(kind.texts, id) else {
            let missing = if kind.texts == kinds::SOURCES.texts { "file" } else { "table" };
            let (file, at) = self.text_at(kind, id, &[]);
            let name = if missing == "file" { file.clone() } else { format!("[{id}]") };
            self.notes.error(
                &file,
                at,
                format!("{} {id:?} has no texts", kind.one),
                format!("{missing} {name} is missing"),
            );
            return;
        };
        for field in kind.fields.iter().filter(|field| field.needed && !entry.contains_key(field.name)) {
            self.lacks(kind, id, field.name);
        }
    }

    fn lacks(&mut self, kind: &Kind, id: &str, field: &str) {
        self.text_error(kind, id, &[], format!("{} {id:?} has no {field:?}", kind.one), format!("add {field} = \"…\""));
    }

    /// No text without a thing, no field that nobody shows; and every text reads well.
    fn nothing_else(&mut self, kind: &Kind) {
        let Some(entries) = self.guide.texts.kinds.get(kind.texts) else { return };
        for (id, entry) in entries {
            // The steps belong to styles and have no list of their own.
            if kind.texts != kinds::STEPS.texts && !self.exists(kind, id) {
                let hint = mean(id, self.ids.get(kind.name).into_iter().flatten().copied());
                self.text_error(kind, id, &[], format!("{} {id:?} does not exist", kind.one), hint);
                continue;
            }
            self.fields(kind, id, entry);
        }
    }

    fn fields(&mut self, kind: &Kind, id: &str, entry: &Entry) {
        for (name, words) in entry {
            let path = [Step::from(name.as_str())];
            let Some(field) = kind.fields.iter().find(|field| field.name == name) else {
                let hint = mean(name, kind.fields.iter().map(|field| field.name));
                self.text_error(kind, id, &path, format!("text {name:?} does not exist here"), hint);
                continue;
            };
            if !fits(kind, field, words) {
                let hint = if field.list { "it is a list: [\"…\", \"…\"]" } else { "it is one text in quotes" };
                self.text_error(kind, id, &path, format!("{name:?} is not what it should be"), hint);
                continue;
            }
            match words {
                Words::One(text) => self.text(kind, id, field, &path, text),
                Words::Steps(steps) => {
                    if steps.is_empty() {
                        self.text_error(kind, id, &path, "this list is empty", "");
                    }
                    for (at, step) in steps.iter().enumerate() {
                        self.text(kind, id, field, &[path[0].clone(), at.into()], step);
                    }
                }
                Words::Keyed(texts) => {
                    for (key, text) in texts {
                        self.text(kind, id, field, &[path[0].clone(), key.as_str().into()], text);
                    }
                }
            }
        }
    }

    fn text(&mut self, kind: &Kind, id: &str, field: &Field, path: &[Step], text: &str) {
        let sided = (kind.name == kinds::QUESTIONS.name)
            .then(|| self.guide.questions.iter().find(|question| question.id == *id))
            .flatten()
            .map(|question| (question.sided, field.name == "ask"));
        let asks = field.name == "ask";
        for (message, hint) in wording::wrong(text, asks, sided) {
            self.text_error(kind, id, path, message, hint);
        }
    }

    /// Files of texts that belong to no kind.
    fn kinds_known(&mut self) {
        let known: BTreeSet<&str> = kinds::ALL
            .iter()
            .map(|kind| kind.texts)
            .chain([kinds::STEPS.texts])
            .filter(|name| !name.is_empty())
            .collect();
        for name in self.guide.texts.kinds.keys().filter(|name| !known.contains(name.as_str())) {
            let file = format!("text/{}/{name}.toml", self.guide.language);
            self.notes.error(
                &file,
                At::File,
                format!("no kind of thing is called {name:?}"),
                mean(name, known.iter().copied()),
            );
        }
    }

    /// Texts that only some things of a kind need.
    fn for_some(&mut self) {
        for source in &self.guide.sources {
            self.source_texts(source);
        }
        for caution in self.guide.cautions.iter().filter(|caution| !caution.everybody) {
            self.needs(&kinds::CAUTIONS, &caution.id, "ask");
        }
        for comfort in &self.guide.comforts {
            let outside = |source: &&Source| !matches!(source.group, Group::Gluteal | Group::Muscle);
            if self.guide.sources.iter().filter(outside).any(|source| source.comfort == comfort.id) {
                self.needs(&kinds::COMFORTS, &comfort.id, "see");
            }
        }
    }

    fn needs(&mut self, kind: &Kind, id: &str, field: &str) {
        if self.guide.texts.entry(kind.texts, id).is_some_and(|entry| !entry.contains_key(field)) {
            self.lacks(kind, id, field);
        }
    }

    fn source_texts(&mut self, source: &Source) {
        let kind = &kinds::SOURCES;
        if source.muscle.is_some() {
            self.needs(kind, &source.id, "fibres");
        }
        let Some(entry) = self.guide.texts.entry(kind.texts, &source.id) else { return };
        let none = Words::Keyed(Default::default());
        let Words::Keyed(texts) = entry.get("claims").unwrap_or(&none) else { return };
        for claim in source.claims.iter().filter(|claim| !texts.contains_key(claim.id.as_str())) {
            let id = claim.id.as_str();
            self.text_error(
                kind,
                &source.id,
                &["claims".into()],
                format!("claim {id:?} has no text"),
                "add it under [claims]",
            );
        }
        for id in texts.keys().filter(|id| !source.claims.iter().any(|claim| claim.id.as_str() == id.as_str())) {
            let path = ["claims".into(), id.as_str().into()];
            let hint = mean(id, source.claims.iter().map(|claim| claim.id.as_str()));
            self.text_error(kind, &source.id, &path, format!("claim {id:?} does not exist"), hint);
        }
    }
}

fn fits(kind: &Kind, field: &Field, words: &Words) -> bool {
    match words {
        Words::One(_) => field.name != "claims" || kind.texts != kinds::SOURCES.texts,
        Words::Steps(_) => field.list,
        Words::Keyed(_) => field.name == "claims" && kind.texts == kinds::SOURCES.texts,
    }
}
