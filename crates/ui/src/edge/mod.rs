//! The browser's edge: what the pure rooms may not do.

mod clock;
mod desk;

pub(crate) use desk::{chosen, open};
