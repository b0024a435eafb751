//! Every set-up, stretch, exercise and warm-up of the guide as a figure: SVG from joint angles.
//!
//! Pure: files come in as (path, text) pairs. A figure is a table in `guide/figures/*.toml`; how one is written stands in
//! `guide/README.md`. A person of fixed lengths (`body`) gets the angles of a moment (`frame`), rests where the figure says
//! (`settle`), is clothed in flesh (`flesh`), seen (`camera`) and drawn (`draw`). What no body does is told (`range`).

mod arrows;
mod body;
mod camera;
mod cane;
mod draw;
mod flesh;
mod frame;
mod motion;
mod pen;
mod person;
mod pose;
mod range;
mod read;
mod scene;
mod settle;
mod space;
mod style;
mod things;

pub use read::{Figures, draft, embedded, read};

/// The folder of the figures, beside the app.
pub const FOLDER: &str = "figures/";
