//! A session to follow, eyes closed if one likes: a [`Script`] made from a plan, and a [`Session`] that takes events with
//! their time and answers with cues.
//!
//! Time is wall time, handed in: an event first moves the session on to its moment, through every cue that fell due, so that
//! a minute without ticks ends in the same state as a minute of them. With no touch at all every hold still ends in time.
//! Whatever comes in, no cap of [`caps`](crate::caps) is exceeded.
//!
//! Read in this order: `script` (what is to be done), `event` (what comes in and goes out), `session` (time), `answer`
//! (events), `flow` (from step to step), `run` (one hold), `pressure` (caps), `show` (what a screen needs), `done` (records).

mod answer;
mod done;
mod event;
mod flow;
mod pressure;
mod run;
mod script;
#[expect(clippy::module_inception, reason = "the machine itself is what this room is for")]
mod session;
mod show;
mod signs;

pub use done::{Done, Ended, Move};
pub use event::{Cue, Event, Tell};
pub use script::{Script, Step, Task};
pub use session::{Eased, Session};
pub use show::{Phase, Shown, Todo, Totals};
pub use signs::{Effect, Sign};
