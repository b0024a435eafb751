//! How the move of a step looks.

use crate::Move;
use case::Side;
use coach::session::{Script, Step, Task};

/// The figure of a step's technique, stretch, exercise or warm-up.
pub(super) fn image(script: &Script, step: &Step) -> Option<Move> {
    let shows = match &step.task {
        Task::WarmUp { warmup } => warmup,
        Task::Stretch { stretch } => stretch,
        Task::Strength { exercise, .. } => exercise,
        _ => &script.spot(step)?.technique,
    };
    Some(Move { shows: shows.as_str().to_owned(), mirrored: step.side == Some(Side::Left) })
}
