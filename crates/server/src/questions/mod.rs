//! The question board, at an address of its own: nothing of the records can be reached there.

mod api;
mod form;
mod limits;
mod post;
mod settings;
mod view;

pub(crate) use api::{Context, router};
pub(crate) use post::send_letters;
pub use settings::{Board, UrlTrouble};
