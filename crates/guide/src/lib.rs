//! The knowledge of Unknot: reads and checks the guide, and hands it out typed and indexed.
//!
//! Pure: files come in as (path, text) pairs. Errors name file, line and column and give a hint.

mod check;
mod export;
mod id;
mod kinds;
mod knowledge;
mod map;
mod nearest;
mod pack;
mod problem;
mod read;
mod schema;
pub mod shape;
mod sure;
mod text;

pub use check::never_said;
pub use id::Id;
pub use knowledge::*;
pub use map::{Map, Pairs};
pub use nearest::nearest;
pub use pack::Unpackable;
pub use problem::{Problem, Problems};
pub use read::LARGEST_FILE;
pub use schema::schema;
pub use text::{Entry, Texts, Words};
