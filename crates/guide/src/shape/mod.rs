//! The shape of the guide's files: what may stand in each, with its unit and range.
//!
//! Every id that another place refers to is an [`Id`](crate::Id).

mod body;
mod claims;
mod model;
mod questions;
mod release;
mod safety;
mod sources;
mod strengthen;

pub use body::*;
pub use claims::*;
pub use model::*;
pub use questions::*;
pub use release::*;
pub use safety::*;
pub use sources::*;
pub use strengthen::*;
