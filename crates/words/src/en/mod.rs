//! English.

mod app;
mod assessment;
mod finding;
mod five_lines;
mod gate;
mod hold;
mod learned;
mod names;
mod next;
mod plan;
mod refused;
mod session;

pub(crate) use names::lower;

use case::Case;
use guide::Guide;

/// Speaks English about one case.
#[derive(Clone, Copy)]
pub(crate) struct English<'a> {
    pub(crate) guide: &'a Guide,
    pub(crate) case: &'a Case,
}

impl English<'_> {
    /// How far to trust all this.
    pub(crate) fn banner(&self) -> String {
        let reviewer = &self.guide.about.reviewer;
        if reviewer.is_empty() {
            "Not yet checked by a clinician. This is not a diagnosis.".to_owned()
        } else {
            format!("Checked by {reviewer}. This is not a diagnosis.")
        }
    }
}
