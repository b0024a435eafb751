//! What a person has told: findings, and the case they add up to.
//!
//! Plain values, already checked against a guide: ids are indices, numbers are in range. Reading them from JSON or from
//! records is the business of the edges.

mod date;
mod findings;
mod visit;

pub use date::Date;
pub use findings::*;
pub use guide::shape::{Sex, Side, Surface, Tool};
pub use visit::Visit;
