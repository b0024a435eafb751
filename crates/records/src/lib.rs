//! What a person did, as records in one log a device, and the case they add up to.
//!
//! A [`Vault`] is one person's data: one append-only log for each device. A record is never changed: a correction is
//! another record ([`Body::Undone`]). Pure: time and entropy come in with a [`Moment`], bytes are read and written by
//! the edges.

mod body;
mod moment;
mod vault;

pub use body::*;
pub use moment::{Moment, Stamp};
pub use vault::{Broken, DeviceId, Record, RecordId, Vault};
