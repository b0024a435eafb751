//! The browser's edge: what the pure rooms may not do.

mod address;
mod base64;
mod clock;
mod cue;
mod desk;
mod disk;
mod door;
mod files;
mod http;
mod lock;
mod page;
mod peer;
mod plates;
mod ticks;
mod track;
mod wait;

pub(crate) use desk::{act, chosen};
pub(crate) use door::knock;
pub(crate) use plates::{address, know, zone_of};
