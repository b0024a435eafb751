//! How the move of a step looks.

use crate::{Block, Kind};
use case::Side;
use coach::session::{Script, Step, Task};

/// The figure of a step's technique, stretch, exercise or warm-up.
pub(super) fn image(script: &Script, step: &Step) -> Option<Block> {
    let shows = match &step.task {
        Task::WarmUp { warmup } => warmup,
        Task::Stretch { stretch } => stretch,
        Task::Strength { exercise, .. } => exercise,
        _ => &script.spot(step)?.technique,
    };
    let kind = Kind::Image { shows: shows.as_str().to_owned(), mirrored: step.side == Some(Side::Left) };
    Some(Block::new(format!("image-{shows}"), kind))
}
