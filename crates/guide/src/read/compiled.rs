//! The default guide, compiled in.

use super::{Draft, Notes};
use crate::{Guide, Problems, Texts, check};

mod made {
    include!(concat!(env!("OUT_DIR"), "/compiled.rs"));
}

impl Guide {
    /// The default guide, compiled in.
    ///
    /// # Errors
    /// If it has no texts in `language`; a test keeps it free of other errors.
    pub fn embedded(language: &str) -> Result<Guide, Problems> {
        if let Some(draft) = fast(language) {
            let mut notes = Notes::default();
            check::check(&draft, &mut notes);
            if !notes.has_errors() {
                return Ok(draft.guide);
            }
        }
        slow(language)
    }

    /// The files of the default guide: path and text, sorted by path.
    pub fn embedded_files() -> &'static [(&'static str, &'static str)] {
        made::FILES
    }
}

/// From JSON, a third of the time that TOML takes.
fn fast(language: &str) -> Option<Draft> {
    let (_, texts) = made::TEXTS.iter().find(|(known, _)| *known == language)?;
    let mut guide: Guide = serde_json::from_str(made::GUIDE).ok()?;
    guide.language = language.to_owned();
    guide.texts = serde_json::from_str::<Texts>(texts).ok()?;
    Some(Draft::whole(guide))
}

/// From the files, with all that is wrong. Only where the guide is being worked on: in a shipped program a test has
/// seen to it that the guide is right, and leaving out the files halves the size.
#[cfg(debug_assertions)]
fn slow(language: &str) -> Result<Guide, Problems> {
    super::read(made::FILES, language).0.map_err(|problems| problems.under("guide"))
}

#[cfg(not(debug_assertions))]
fn slow(language: &str) -> Result<Guide, Problems> {
    let known: Vec<&str> = made::TEXTS.iter().map(|(known, _)| *known).collect();
    let (message, hint) = if known.contains(&language) {
        ("the guide in this program is broken".to_owned(), "build it again after `unknot guide check guide`".to_owned())
    } else {
        (format!("the guide has no texts in language {language:?}"), format!("it has {}", known.join(", ")))
    };
    let file = "guide/guide.toml".to_owned();
    let problem = crate::Problem { file, line: 1, column: 1, message, hint, excerpt: String::new(), width: 1 };
    Err(Problems { errors: vec![problem], warnings: Vec::new() })
}
