//! People one can picture: what the network must know of them, and what earlier visits teach.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod history;
mod knows;
mod world;
