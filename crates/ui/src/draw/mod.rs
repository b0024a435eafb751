//! Draws a [`View`](screens::View): one small file for each kind of block.
//!
//! A view becomes a tree of plain values ([`Element`]), and `drawn` makes what stands on the page like it, in place: what
//! did not change is not touched, so that focus, open folds, words half typed and scrolling stay. The events of all
//! elements are heard at one place (`hear`). Nothing is made from a string of markup.

mod bar;
mod block;
mod button;
mod card;
mod chart;
mod choice;
mod drawn;
mod element;
mod field;
mod figure;
mod file;
mod hear;
mod notice;
mod ring;
mod scale;
mod shell;
mod sides;
mod text;

pub(crate) use drawn::show;
pub(crate) use element::{Element, element};
pub(crate) use hear::On;
pub(crate) use shell::shell;
