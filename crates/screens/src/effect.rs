//! What the edge is to do after an action.

use records::Record;

/// Something to do in the world outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Put these records on the disk; then say [`App::kept`](crate::App::kept), or
    /// [`App::not_kept`](crate::App::not_kept).
    Keep(Vec<Record>),
    /// Put this text on the clipboard.
    Copy(String),
    /// Offer this text as a file.
    Save {
        /// Name of the file.
        name: String,
        /// Its text.
        text: String,
    },
    /// Delete every record, here and where it was copied to, and start anew.
    EraseAll,
    /// Take the new version.
    Update,
    /// Keep this text about the session that goes on in place of the last one, for [`App::resume`](crate::App::resume);
    /// empty: it is over.
    Walk(String),
    /// Give this cue by voice, tone or vibration, where there are any.
    Cue(String),
}
