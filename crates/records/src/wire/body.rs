//! Reads what a record says.

use super::fields::Fields;
use super::unreadable::{Fault, Unreadable};
use crate::{Body, Place, RecordId};
use case::{Date, Side};

/// No person is older, years.
const OLDEST: i64 = 130;
/// No pain is older, days.
const LONGEST_DAYS: i64 = 50_000;
/// Nobody has more minutes for a session than a day has.
const MINUTES: i64 = 24 * 60;
/// Nothing is held longer, seconds: a whole session is an hour.
const SECONDS: i64 = 3600;
/// No note is longer, bytes: a record must fit where it is copied to.
pub const NOTE_BYTES: usize = 10_000;

/// The kind and its fields.
pub(super) fn body(fields: &mut Fields) -> Result<Body, Unreadable> {
    let kind = fields.id("kind")?;
    Ok(match kind.as_str() {
        "visit" => Body::Visit,
        "person" => Body::Person {
            age: fields.maybe_int("age", 0..=OLDEST)?.map(|years| years as u8),
            sex: fields.maybe_named("sex")?,
        },
        "began" => Body::Began { days: fields.int("days", 0..=LONGEST_DAYS)? as u32 },
        "drawing" => Body::Drawing { by: fields.named("by")?, places: fields.rows("places", place)? },
        "ask" => Body::Ask { ask: fields.id("ask")?, reply: fields.named("reply")? },
        "cautions" => Body::Cautions { asked: fields.ids("asked")?, held: fields.ids("held")? },
        "answer" => Body::Answer {
            question: fields.id("question")?,
            side: fields.named("side")?,
            reply: fields.named("reply")?,
        },
        "press" => Body::Press {
            source: fields.id("source")?,
            side: fields.named("side")?,
            tenderness: fields.scale("tenderness")?,
            familiar: fields.named("familiar")?,
        },
        "control" => Body::Control {
            place: fields.named("place")?,
            tenderness: fields.scale("tenderness")?,
            familiar: fields.named("familiar")?,
        },
        "kit" => Body::Kit {
            minutes: fields.int("minutes", 1..=MINUTES)? as u16,
            tools: fields.all_named("tools")?,
            surfaces: fields.all_named("surfaces")?,
            experienced: fields.bool("experienced")?,
        },
        _ => return later(&kind, fields),
    })
}

/// What happens in and after a session.
fn later(kind: &str, fields: &mut Fields) -> Result<Body, Unreadable> {
    Ok(match kind {
        "session_began" => Body::SessionBegan { pain: fields.maybe_scale("pain")? },
        "held" => Body::Held {
            source: fields.id("source")?,
            side: fields.named("side")?,
            technique: fields.id("technique")?,
            seconds: fields.int("seconds", 0..=SECONDS)? as u16,
            felt: fields.maybe_scale("felt")?,
            ended: fields.named("ended")?,
        },
        "stop_sign" => Body::StopSign { sign: fields.id("sign")?, at: spot(fields, "at")? },
        "retested" => Body::Retested {
            source: fields.id("source")?,
            side: fields.named("side")?,
            before: fields.maybe_scale("before")?,
            after: fields.scale("after")?,
        },
        "exercised" => Body::Exercised {
            exercise: fields.id("exercise")?,
            seconds: fields.int("seconds", 0..=SECONDS)? as u16,
            felt: fields.maybe_scale("felt")?,
            ended: fields.named("ended")?,
        },
        "movement" => Body::Movement { pain: fields.scale("pain")? },
        "released" => Body::Released {
            source: fields.id("source")?,
            side: fields.named("side")?,
            pain_before: fields.scale("pain_before")?,
            pain_after: fields.scale("pain_after")?,
        },
        "session_ended" => Body::SessionEnded { pain: fields.maybe_scale("pain")?, complete: fields.bool("complete")? },
        "rated" => Body::Rated { pain: fields.scale("pain")?, note: fields.text("note", NOTE_BYTES)? },
        "checked" => Body::Checked { flag: fields.id("flag")?, on: date(fields, "on")? },
        "undone" => Body::Undone { record: RecordId(fields.uuid("record")?) },
        _ => return Err(Unreadable::new("kind", Fault::Newer)),
    })
}

fn place(value: json::Json, at: &str) -> Result<Place, Unreadable> {
    let mut fields = Fields::of(value, &format!("{at}."))?;
    let place = Place {
        zone: fields.id("zone")?,
        side: fields.named("side")?,
        intensity: fields.maybe_scale("intensity")?,
        share: fields.maybe_int("share", 0..=100)?.map(|percent| percent as u8),
        quality: fields.all_named("quality")?,
    };
    fields.end()?;
    Ok(place)
}

fn spot(fields: &mut Fields, key: &str) -> Result<Option<(String, Side)>, Unreadable> {
    let Some(value) = fields.maybe(key) else { return Ok(None) };
    let mut at = Fields::of(value, &format!("{key}."))?;
    let spot = (at.id("source")?, at.named("side")?);
    at.end()?;
    Ok(Some(spot))
}

fn date(fields: &mut Fields, key: &str) -> Result<Date, Unreadable> {
    let text = fields.text(key, 10)?;
    Date::parse(&text).ok_or_else(|| fields.wrong(key, Fault::Expected("a day like 2026-12-31")))
}
