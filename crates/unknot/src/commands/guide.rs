//! `guide check`, `schema`, `export`.

use super::{json, print};
use crate::args::Guide as Asked;
use crate::failure::Failure;
use crate::input;
use crate::wire::network;
use belief::Weights;
use guide::Guide;
use serde_json::Value;
use std::path::Path;

pub(super) fn guide(command: &Asked, dir: Option<&Path>) -> Result<(), Failure> {
    match command {
        Asked::Check { dir: own } => check(own.as_deref().or(dir)),
        Asked::Schema => print(&json(&guide::schema())?),
        Asked::Export => print(&json(&export(&input::guide(dir)?))?),
    }
}

/// Everything that is wrong with a guide, as a compiler would tell it.
fn check(dir: Option<&Path>) -> Result<(), Failure> {
    let (files, under) = match dir {
        Some(dir) => (input::guide_files(dir)?, dir.display().to_string()),
        None => {
            let files = Guide::embedded_files().iter();
            (files.map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect(), "guide".to_owned())
        }
    };
    let problems = Guide::check(&files, "en").under(&under);
    if !problems.errors.is_empty() {
        return Err(Failure::input(problems.to_string(), ""));
    }
    // Pages are read with the guide whose facts stand on them, so that must be right first.
    let guide = input::guide(dir)?;
    input::pages(&guide, dir)?;
    if problems.is_empty() {
        return print(&format!("{under}: {} files, no errors\n", files.len()));
    }
    print(&format!("{problems}\n"))
}

/// The guide with its compiled network.
fn export(guide: &Guide) -> Value {
    let mut export = guide.export();
    if let Value::Object(keys) = &mut export {
        keys.insert("network".to_owned(), network(guide, &Weights::of(guide)));
    }
    export
}
