//! From files to a [`Guide`].

mod compiled;
mod explain;
mod files;
mod notes;
mod place;
mod texts;

pub(crate) use files::Draft;
pub(crate) use notes::{At, Notes};
pub(crate) use place::Step;

use crate::{Guide, Problems, check};

/// No file of a guide may be larger, bytes.
pub const LARGEST_FILE: usize = 1_000_000;

impl Guide {
    /// Reads and checks a guide in one language.
    ///
    /// `files` are path and text of each file; paths are relative to the guide and `/`-separated. Files that are
    /// not a guide's are left alone.
    ///
    /// # Errors
    /// Everything that is wrong with it, not only the first thing. Warnings alone are no error: see [`Guide::check`].
    pub fn read(files: &[(String, String)], language: &str) -> Result<Guide, Problems> {
        read(&borrow(files), language).0.map_err(|problems| *problems)
    }

    /// Everything that is wrong with a guide in one language, warnings too. Takes what [`Guide::read`] takes.
    pub fn check(files: &[(String, String)], language: &str) -> Problems {
        let files = borrow(files);
        match read(&files, language) {
            (Err(problems), _) => *problems,
            (Ok(_), warnings) => warnings.resolve(&files),
        }
    }
}

fn borrow(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect()
}

/// The guide with its warnings, or its problems.
fn read(files: &[(&str, &str)], language: &str) -> (Result<Guide, Box<Problems>>, Notes) {
    let mut notes = Notes::default();
    let draft = files::read(files, language, &mut notes);
    check::check(&draft, &mut notes);
    if notes.has_errors() {
        return (Err(Box::new(notes.resolve(files))), Notes::default());
    }
    (Ok(draft.guide), notes)
}
