//! Draws a [`View`]: one small file for each kind of block.
//!
//! Every block has a memo of its own, looked up by its key. What did not change is not drawn again; what did is patched
//! in place, so that focus, open folds and scrolling stay. Nothing is made from a string of markup.

mod bar;
mod block;
mod button;
mod card;
mod chart;
mod choice;
mod field;
mod file;
mod notice;
mod ring;
mod scale;
mod shell;
mod sides;
mod text;

pub(crate) use shell::shell;

/// What a drawing does when something is tapped.
pub(crate) type Act = fn(screens::Action);
