//! What a person did, as records in one log a device, and the case they add up to.
//!
//! A [`Vault`] is one person's data: one append-only log for each device. A record is never changed: a correction is
//! another record ([`Body::Undone`]). Pure: time and entropy come in with a [`Moment`], bytes are read and written by
//! the edges.

mod body;
mod copy;
mod file;
mod fold;
mod moment;
mod told;
mod vault;
mod wire;

pub use body::*;
pub use copy::{BATCH_BYTES, BATCH_RECORDS, Copied, Copying, Heads, Message, Parcel, Said, Step};
pub use file::{LARGEST_FILE, MOST_RECORDS, export, import};
pub use fold::{NO_HOLDS_AGAIN_MS, NO_HOLDS_MS, RELEASES_COUNT_MS, fold};
pub use moment::{Moment, Stamp};
pub use told::*;
pub use vault::{Broken, DeviceId, Record, RecordId, Vault};
pub use wire::{Fault, NOTE_BYTES, Unreadable, from_json, to_json};
