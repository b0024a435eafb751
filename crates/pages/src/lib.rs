//! The guide's pages to read: Markdown with references and facts, checked, as HTML, as text, and to search.
//!
//! Pure: files come in as (path, text) pairs. A page is `guide/text/LANGUAGE/pages/TOPIC.md`; how one is written stands in
//! `guide/README.md`. Statements name their references (`[@id]`); what the guide knows as data is put in by name
//! (`{{points gluteus_medius}}`), so that a page and an answer can never say different things.

mod drawn;
mod example;
mod facts;
mod html;
mod markdown;
mod place;
mod plate;
mod read;
mod search;
mod site;
mod text;
mod tree;

pub use drawn::{Look, Pattern, Shade, View};
pub use html::escaped;
pub use read::{Library, embedded, embedded_files, read};
pub use search::{Found, search};
pub use site::{FOLDER, QUESTIONS, files};
pub use text::text;
pub use tree::*;
