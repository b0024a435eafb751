//! One record as one JSON object, and back. Version 1 of the format.
//!
//! ```json
//! {"v":1,"id":"…","device":"…","number":3,"at_ms":1796112000000,"offset_min":60,"kind":"press",
//!  "source":"gmed_trp1","side":"right","tenderness":6,"familiar":"yes"}
//! ```
//!
//! `id` and `device` are UUIDs as text, `kind` is the name of a [`Body`](crate::Body) in snake case, the rest are its
//! fields; what was not said is left out. A field more or less is a new version. By hand and
//! not derived, because the app that is sent to a browser carries it.

mod body;
mod fields;
mod names;
mod unreadable;
mod write;

pub use body::NOTE_BYTES;
pub use unreadable::{Fault, Unreadable};
pub use write::to_json;

use crate::{DeviceId, Record, RecordId, Stamp};
use fields::Fields;
use json::Json;

/// Version of the format.
const VERSION: i64 = 1;
/// Numbers above this are not exact in every program that reads JSON.
const MOST: i64 = (1 << 53) - 1;
/// The end of the year 2199.
const LATEST_MS: i64 = 7_258_118_399_999;
/// No clock is further from UTC than this, minutes.
const FURTHEST_MIN: i64 = 24 * 60;

/// Reads a record.
///
/// # Errors
/// What is wrong, in which field and line of the text. [`Fault::Newer`] if a newer version wrote it.
pub fn from_json(text: &str) -> Result<Record, Unreadable> {
    record(json::read(text).map_err(|wrong| Unreadable::json(text, wrong))?)
}

/// Reads a record from JSON that is parsed.
pub(crate) fn record(value: Json) -> Result<Record, Unreadable> {
    let mut fields = Fields::of(value, "")?;
    if fields.int("v", 1..=MOST)? > VERSION {
        return Err(Unreadable::new("v", Fault::Newer));
    }
    let record = Record {
        id: RecordId(fields.uuid("id")?),
        device: DeviceId(fields.uuid("device")?),
        number: fields.int("number", 1..=MOST)?.unsigned_abs(),
        at: Stamp {
            at_ms: fields.int("at_ms", 0..=LATEST_MS)?,
            offset_min: fields.int("offset_min", -FURTHEST_MIN..=FURTHEST_MIN)? as i16,
        },
        body: body::body(&mut fields)?,
    };
    fields.end()?;
    Ok(record)
}
