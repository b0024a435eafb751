//! The question board as text: what is asked is checked, and becomes pages, a feed and mails.
//!
//! Pure. It does not know who asked: no value here but [`Typed`], which lives as long as a form is looked at, has an address in it.
//! Every word of a person's goes through `pages::escaped`.

mod ask;
mod feed;
mod form;
mod letter;
mod list;
mod look;
mod shell;

pub use form::{Asked, Field, NAME_MOST, Slip, TEXT_LEAST, TEXT_MOST, Typed};
pub use letter::{Answered, Written};
pub use list::{Entry, List};
pub use look::{Board, Files, Sorry, Topic};

/// The board's own style, beside the app's.
pub const STYLE: &str = include_str!("../static/board.css");
