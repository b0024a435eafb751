//! The app as plain data: what each screen shows, and what happens when something is tapped.
//!
//! [`App::act`] takes what a person does and gives back what the edge must do; [`App::view`] says what is to be seen.
//! Pure: no clock, no entropy, no browser.

mod action;
mod app;
mod effect;
mod place;
mod screen;
mod view;

pub use action::*;
pub use app::App;
pub use effect::Effect;
pub use place::Place;
pub use view::*;
