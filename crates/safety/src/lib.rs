//! The gate before the first press, and the cautions that change what is allowed.
//!
//! Pure: guide and case in, typed verdict out. The table itself is data (`guide/safety.toml`, `guide/cautions.toml`);
//! what data may make stricter but never looser stands in [`caps`].

mod allowed;
mod answers;
pub mod caps;
mod cautions;
mod gate;
mod relevance;

pub use allowed::{Allowed, Refusal, allowed};
pub use gate::{Gate, State, gate};
pub use relevance::{by_urgency, relevant, urgency_of};
