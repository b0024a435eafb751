//! Reads the texts of one language.

use super::files::parse;
use super::notes::{At, Notes};
use crate::kinds::{self, Kind};
use crate::text::{Entry, Texts, Words};
use crate::{About, Map};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The texts, and whether there are any in the language.
pub(super) fn read(files: &[(&str, &str)], about: &About, language: &str, notes: &mut Notes) -> (Texts, bool) {
    let mut texts = Texts::default();
    let dir = format!("text/{language}/");
    let listed = about.languages.is_empty() || about.languages.iter().any(|known| known == language);
    if !listed || !files.iter().any(|(path, _)| path.starts_with(&dir)) {
        let hint = format!("it has {}", about.languages.join(", "));
        let at = At::Path(vec!["languages".into()]);
        notes.error("guide.toml", at, format!("the guide has no texts in language {language:?}"), hint);
        return (texts, false);
    }
    for (path, text) in files {
        let Some(name) = path.strip_prefix(&dir).and_then(|name| name.strip_suffix(".toml")) else { continue };
        let Some(table) = parse(path, text, notes) else { continue };
        let table = table.into_inner();
        match name.split_once('/') {
            Some(("sources", id)) => {
                let entry = entry(path, table, notes);
                texts.kinds.or_default(kinds::SOURCES.texts.to_owned()).insert(id.to_owned(), entry);
            }
            _ => drop(texts.kinds.insert(name.to_owned(), entries(path, table, notes))),
        }
    }
    for kind in kinds::ALL.iter().filter(|kind| !kind.texts.is_empty()) {
        if !texts.kinds.contains_key(kind.texts) {
            missing(kind, language, notes);
        }
    }
    (texts, true)
}

fn missing(kind: &Kind, language: &str, notes: &mut Notes) {
    let path = kind.text_file(language);
    notes.error(&path, At::File, format!("file {path:?} is missing"), "");
}

/// A file of `[id]` tables.
fn entries(path: &str, table: DeTable<'_>, notes: &mut Notes) -> Map<String, Entry> {
    let mut entries = Map::default();
    for (id, value) in table {
        let span = value.span();
        match value.into_inner() {
            DeValue::Table(fields) => {
                entries.insert(id.into_inner().into_owned(), entry(path, fields, notes));
            }
            other => {
                let message = format!("expected a table [{}], found {}", id.get_ref(), other.type_str());
                notes.error(path, At::Span(span), message, "texts stand under the id they belong to");
            }
        }
    }
    entries
}

fn entry(path: &str, table: DeTable<'_>, notes: &mut Notes) -> Entry {
    let mut entry = Entry::default();
    for (field, value) in table {
        let span = value.span();
        let words = match value.into_inner() {
            DeValue::String(text) => Some(Words::One(text.into_owned())),
            DeValue::Array(steps) => all(steps.into_iter().map(text)).map(Words::Steps),
            DeValue::Table(texts) => {
                all(texts.into_iter().map(|(key, value)| Some((key.into_inner().into_owned(), text(value)?))))
                    .map(Words::Keyed)
            }
            _ => None,
        };
        match words {
            Some(words) => drop(entry.insert(field.into_inner().into_owned(), words)),
            None => {
                let message = format!("{:?} is neither a text, nor a list or table of texts", field.get_ref());
                notes.error(path, At::Span(span), message, "");
            }
        }
    }
    entry
}

fn text(value: Spanned<DeValue<'_>>) -> Option<String> {
    match value.into_inner() {
        DeValue::String(text) => Some(text.into_owned()),
        _ => None,
    }
}

/// All of them, or nothing.
fn all<T, C: FromIterator<T>>(items: impl Iterator<Item = Option<T>>) -> Option<C> {
    items.collect()
}
