//! Simulated people in pain: seeded, and made by rules of their own, not by the model that is tested on them.
//!
//! The model thinks in zones with two levels and in tied chances. These people feel hills of pain over the skin (`body`,
//! `sheet`, `field`), shifted, scaled and broken up for each person; they paint them with habits (`painting`), answer
//! with leanings and find the wrong spot (`told`), in a world (`world`) that follows the expert's table only in part.
//! Eight scenarios (`scenario`) say how far all that strays. This crate depends on no other of ours, so that the model's
//! weights cannot be reached from here; what exists is handed in as an [`Atlas`] of ids and words.
//!
//! ```text
//! Atlas, Scenario, seed -> World -> person(seed) -> drawing, answer, press, control, release; and the truth
//! ```

mod atlas;
mod body;
mod chance;
mod field;
mod later;
mod painting;
mod person;
mod scenario;
mod sheet;
mod told;
mod world;

pub use atlas::{Atlas, Background, Cell, Commonness, Question, Side, Source, Strength, Zone};
pub use later::Sources;
pub use painting::Mark;
pub use person::Person;
pub use scenario::Scenario;
pub use told::{Familiar, Rating, Reply, Touch};
pub use world::{UnknownZone, World};
