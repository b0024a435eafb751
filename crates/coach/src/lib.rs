//! Plans from belief, cautions and kit; and `consult`, the one way round the loop.
//!
//! Pure: guide, case and kit in, typed plan out. No clock, no entropy, no I/O, no sentences.

mod assemble;
pub mod caps;
mod choose;
mod comfort;
mod consult;
mod course;
mod dose;
mod fit;
mod kit;
mod lead;
mod moves;
mod next;
mod plan;
mod rules;
pub mod session;
mod today;
mod ways;

pub use caps::{STRENGTH_ITEMS_CAP, STRETCH_WITHIN_S};
pub use comfort::COMFORT_CAP;
pub use consult::{conclude, consult};
pub use course::*;
pub use kit::{Kit, MINUTES_MAX, MINUTES_MIN, MinutesOutOfRange};
pub use plan::*;
pub use today::pressed_s;
