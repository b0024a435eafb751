//! Reads each file into what stands in it, and goes on after an error.

use super::explain::explain;
use super::notes::{At, Notes};
use super::{LARGEST_FILE, Step, texts};
use crate::kinds::{self, Kind};
use crate::shape::*;
use crate::{About, Guide, Map, Texts};
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A guide that may have gaps, with what the checks must know about its files.
pub(crate) struct Draft {
    /// What could be read.
    pub(crate) guide: Guide,
    /// Kinds of which something could not be read: an id of theirs that is not found may be fine.
    pub(crate) partial: BTreeSet<&'static str>,
    /// Where each thing of a partial kind stands in its list; the others stand where they do in the guide.
    rows: BTreeMap<&'static str, Vec<usize>>,
    /// The file of each source, in the guide's order.
    pub(crate) source_files: Vec<String>,
    /// Were there texts in the language?
    pub(crate) has_texts: bool,
}

impl Draft {
    /// A guide of which nothing is missing.
    pub(crate) fn whole(mut guide: Guide) -> Draft {
        guide.list_asks();
        let source_files = guide.sources.iter().map(|source| format!("sources/{}.toml", source.id)).collect();
        Draft { guide, partial: BTreeSet::new(), rows: BTreeMap::new(), source_files, has_texts: true }
    }

    /// The file and the path in it of the `at`-th thing of a kind.
    pub(crate) fn row(&self, kind: &Kind, at: usize) -> (String, Vec<Step>) {
        if kind.name == kinds::SOURCES.name {
            return (self.source_files[at].clone(), Vec::new());
        }
        let row = self.rows.get(kind.name).map_or(at, |rows| rows[at]);
        (kind.file.to_owned(), vec![kind.key.into(), row.into()])
    }
}

/// What stands for the model among the partial kinds.
pub(crate) const MODEL: &str = "model";

/// Reads all there is.
pub(crate) fn read(files: &[(&str, &str)], language: &str, notes: &mut Notes) -> Draft {
    let mut reader =
        Reader { files: files.iter().copied().collect(), notes, partial: BTreeSet::new(), rows: BTreeMap::new() };
    let about: Option<About> = reader.whole("guide.toml");
    let model: Option<Model> = reader.whole("model.toml");
    let has_model = model.is_some();
    let (sources, source_files) = reader.sources();
    let [tools, techniques] = [kinds::TOOLS, kinds::TECHNIQUES];
    let mut doses = reader.open("doses.toml");
    let mut stretches = reader.open("stretches.toml");
    let mut strength = reader.open("strength.toml");
    let guide = Guide {
        language: language.to_owned(),
        zones: reader.file(kinds::ZONES),
        landmarks: reader.file(kinds::LANDMARKS),
        no_go: reader.file(kinds::NO_GO),
        muscles: reader.file(kinds::MUSCLES),
        sources,
        charts: reader.file(kinds::CHARTS),
        questions: reader.file(kinds::QUESTIONS),
        flags: reader.file(kinds::FLAGS),
        asks: Vec::new(),
        cautions: reader.file(kinds::CAUTIONS),
        model: model.unwrap_or_default(),
        regions: reader.file(kinds::REGIONS),
        tools: reader.file(tools),
        techniques: reader.file(techniques),
        doses: reader.list(&mut doses, kinds::DOSES),
        bands: reader.list(&mut doses, kinds::BANDS),
        stops: reader.list(&mut doses, kinds::STOPS),
        warmups: reader.file(kinds::WARMUPS),
        comforts: reader.file(kinds::COMFORTS),
        stretches: reader.list(&mut stretches, kinds::STRETCHES),
        blocks: reader.list(&mut stretches, kinds::BLOCKS),
        exercises: reader.list(&mut strength, kinds::EXERCISES),
        strength_doses: reader.list(&mut strength, kinds::STRENGTH_DOSES),
        strength_rules: reader.list(&mut strength, kinds::STRENGTH_RULES),
        ladders: reader.list(&mut strength, kinds::LADDERS),
        decisions: reader.file(kinds::DECISIONS),
        references: reader.references(),
        texts: Texts::default(),
        about: about.unwrap_or_default(),
    };
    for opened in [doses, stretches, strength] {
        reader.close(opened);
    }
    let (mut partial, rows) = (reader.partial, reader.rows);
    if !has_model {
        partial.insert(MODEL);
    }
    strangers(files, notes);
    let mut draft = Draft { guide, partial, rows, source_files, has_texts: false };
    draft.guide.list_asks();
    (draft.guide.texts, draft.has_texts) = texts::read(files, &draft.guide.about, language, notes);
    draft
}

/// Files that nobody reads, most likely misnamed. Texts of other languages are read when their turn comes.
fn strangers(files: &[(&str, &str)], notes: &mut Notes) {
    let known = || kinds::ALL.iter().map(|kind| kind.file).chain(["guide.toml", "model.toml"]);
    for (path, _) in files.iter().filter(|(path, _)| path.ends_with(".toml")) {
        // figures have a room of their own that reads them
        let elsewhere = [kinds::SOURCES.file, "text/", "figures/"].iter().any(|dir| path.starts_with(dir));
        if !known().any(|file| file == *path) && !elsewhere {
            let hint = crate::nearest(path, known()).map_or_else(String::new, |near| format!("did you mean {near:?}?"));
            notes.warning(path, At::File, format!("file {path:?} is not read"), hint);
        }
    }
}

/// A file that has been parsed but not yet used up.
struct Opened<'a> {
    path: &'static str,
    table: Option<DeTable<'a>>,
    /// Keys asked for.
    known: Vec<&'static str>,
}

struct Reader<'a, 'n> {
    files: BTreeMap<&'a str, &'a str>,
    notes: &'n mut Notes,
    partial: BTreeSet<&'static str>,
    rows: BTreeMap<&'static str, Vec<usize>>,
}

impl<'a> Reader<'a, '_> {
    fn parse(&mut self, path: &str) -> Option<Spanned<DeTable<'a>>> {
        let Some(text) = self.files.get(path) else {
            self.notes.error(path, At::File, format!("file {path:?} is missing"), "");
            return None;
        };
        parse(path, text, self.notes)
    }

    fn value<T: DeserializeOwned>(&mut self, path: &str, value: Spanned<DeValue<'a>>) -> Option<T> {
        let whole = value.span();
        match T::deserialize(ValueDeserializer::from(value)) {
            Ok(thing) => Some(thing),
            Err(error) => {
                let (message, hint) = explain(error.message());
                self.notes.error(path, At::Span(error.span().unwrap_or(whole)), message, hint);
                None
            }
        }
    }

    /// A file that is one thing.
    fn whole<T: DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        let table = self.parse(path)?;
        let span = table.span();
        self.value(path, Spanned::new(span, DeValue::Table(table.into_inner())))
    }

    /// A file that is one list.
    fn file<T: DeserializeOwned>(&mut self, kind: Kind) -> Vec<T> {
        let mut opened = self.open(kind.file);
        let list = self.list(&mut opened, kind);
        self.close(opened);
        list
    }

    fn open(&mut self, path: &'static str) -> Opened<'a> {
        Opened { path, table: self.parse(path).map(Spanned::into_inner), known: Vec::new() }
    }

    /// The list of a kind in its file; things that cannot be read are left out.
    fn list<T: DeserializeOwned>(&mut self, opened: &mut Opened<'a>, kind: Kind) -> Vec<T> {
        opened.known.push(kind.key);
        let Some(table) = &mut opened.table else {
            self.partial.insert(kind.name);
            return Vec::new();
        };
        let found = table.remove(kind.key);
        let span = found.as_ref().map(Spanned::span);
        let Some(DeValue::Array(array)) = found.map(Spanned::into_inner) else {
            let at = span.map_or(At::File, At::Span);
            self.notes.error(opened.path, at, format!("there is no list [[{}]]", kind.key), "");
            self.partial.insert(kind.name);
            return Vec::new();
        };
        let (mut things, mut rows) = (Vec::with_capacity(array.len()), Vec::new());
        let mut failed = false;
        for (row, value) in array.into_iter().enumerate() {
            match self.value(opened.path, value) {
                Some(thing) => {
                    things.push(thing);
                    rows.push(row);
                }
                None => failed = true,
            }
        }
        if failed {
            self.partial.insert(kind.name);
            self.rows.insert(kind.name, rows);
        }
        things
    }

    /// Keys of a file that nobody asked for do not belong there.
    fn close(&mut self, opened: Opened<'a>) {
        for (key, _) in opened.table.into_iter().flatten() {
            let name = key.get_ref();
            let hint = match crate::nearest(name, opened.known.iter().copied()) {
                Some(near) => format!("did you mean {near:?}?"),
                None => format!("it may be {}", opened.known.join(", ")),
            };
            self.notes.error(opened.path, At::Span(key.span()), format!("key {name:?} does not exist here"), hint);
        }
    }

    fn sources(&mut self) -> (Vec<Source>, Vec<String>) {
        let dir = kinds::SOURCES.file;
        let paths: Vec<&str> = self.files.keys().copied().filter(|path| path.starts_with(dir)).collect();
        if paths.is_empty() {
            self.notes.error(dir, At::File, "there are no sources", "each has a file: sources/ID.toml");
            self.partial.insert(kinds::SOURCES.name);
        }
        let (mut sources, mut files) = (Vec::new(), Vec::new());
        for path in paths.into_iter().filter(|path| path.ends_with(".toml")) {
            match self.whole(path) {
                Some(source) => {
                    sources.push(source);
                    files.push(path.to_owned());
                }
                None => drop(self.partial.insert(kinds::SOURCES.name)),
            }
        }
        (sources, files)
    }

    fn references(&mut self) -> Map<String, Reference> {
        let path = kinds::REFERENCES.file;
        let Some(table) = self.parse(path) else {
            self.partial.insert(kinds::REFERENCES.name);
            return Map::default();
        };
        let mut references = Map::default();
        for (key, value) in table.into_inner() {
            match self.value(path, value) {
                Some(reference) => drop(references.insert(key.into_inner().into_owned(), reference)),
                None => drop(self.partial.insert(kinds::REFERENCES.name)),
            }
        }
        references
    }
}

/// A file as a TOML table; what is not TOML is noted.
pub(super) fn parse<'a>(path: &str, text: &'a str, notes: &mut Notes) -> Option<Spanned<DeTable<'a>>> {
    if text.len() > LARGEST_FILE {
        let message = format!("file {path:?} is larger than {} kB", LARGEST_FILE / 1000);
        notes.error(path, At::File, message, "no file of a guide is");
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in &errors {
        let (message, hint) = explain(error.message());
        notes.error(path, error.span().map_or(At::File, At::Span), message, hint);
    }
    errors.is_empty().then_some(table)
}
