//! Writes a record.

use super::VERSION;
use super::names::Named;
use crate::{Body, Place, Record};
use serde_json::{Map, Value};

/// The record as one line of JSON.
pub fn to_json(record: &Record) -> String {
    let object = Object::default()
        .with("v", VERSION)
        .with("id", record.id.0.to_string())
        .with("device", record.device.0.to_string())
        .with("number", record.number)
        .with("at_ms", record.at.at_ms)
        .with("offset_min", record.at.offset_min);
    Value::Object(body(object, &record.body).0).to_string()
}

/// An object that is being written.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn with(mut self, key: &str, value: impl Into<Value>) -> Object {
        self.0.insert(key.to_owned(), value.into());
        self
    }

    fn maybe(self, key: &str, value: Option<impl Into<Value>>) -> Object {
        match value {
            Some(value) => self.with(key, value),
            None => self,
        }
    }

    fn named<T: Named>(self, key: &str, it: T) -> Object {
        self.with(key, it.name())
    }

    fn all_named<T: Named>(self, key: &str, all: &[T]) -> Object {
        self.with(key, all.iter().map(|it| it.name()).collect::<Vec<_>>())
    }
}

fn body(object: Object, body: &Body) -> Object {
    match body {
        Body::Visit => object.with("kind", "visit"),
        Body::Person { age, sex } => {
            object.with("kind", "person").maybe("age", *age).maybe("sex", sex.map(Named::name))
        }
        Body::Began { days } => object.with("kind", "began").with("days", *days),
        Body::Drawing { by, places } => {
            object.with("kind", "drawing").named("by", *by).with("places", places.iter().map(place).collect::<Vec<_>>())
        }
        Body::Ask { ask, reply } => object.with("kind", "ask").with("ask", ask.as_str()).named("reply", *reply),
        Body::Cautions { asked, held } => {
            object.with("kind", "cautions").with("asked", asked.clone()).with("held", held.clone())
        }
        Body::Answer { question, side, reply } => object
            .with("kind", "answer")
            .with("question", question.as_str())
            .named("side", *side)
            .named("reply", *reply),
        Body::Press { source, side, tenderness, familiar } => object
            .with("kind", "press")
            .with("source", source.as_str())
            .named("side", *side)
            .with("tenderness", *tenderness)
            .named("familiar", *familiar),
        Body::Control { place, tenderness, familiar } => object
            .with("kind", "control")
            .named("place", *place)
            .with("tenderness", *tenderness)
            .named("familiar", *familiar),
        Body::Kit { minutes, tools, surfaces, experienced } => object
            .with("kind", "kit")
            .with("minutes", *minutes)
            .all_named("tools", tools)
            .all_named("surfaces", surfaces)
            .with("experienced", *experienced),
        one => later(object, one),
    }
}

/// What happens in and after a session.
fn later(object: Object, body: &Body) -> Object {
    match body {
        Body::SessionBegan { pain } => object.with("kind", "session_began").maybe("pain", *pain),
        Body::Held { source, side, technique, seconds, felt, ended } => object
            .with("kind", "held")
            .with("source", source.as_str())
            .named("side", *side)
            .with("technique", technique.as_str())
            .with("seconds", *seconds)
            .maybe("felt", *felt)
            .named("ended", *ended),
        Body::StopSign { sign, at } => {
            let at = at
                .as_ref()
                .map(|(source, side)| Object::default().with("source", source.as_str()).named("side", *side).0);
            object.with("kind", "stop_sign").with("sign", sign.as_str()).maybe("at", at)
        }
        Body::Retested { source, side, before, after } => object
            .with("kind", "retested")
            .with("source", source.as_str())
            .named("side", *side)
            .maybe("before", *before)
            .with("after", *after),
        Body::Released { source, side, pain_before, pain_after } => object
            .with("kind", "released")
            .with("source", source.as_str())
            .named("side", *side)
            .with("pain_before", *pain_before)
            .with("pain_after", *pain_after),
        Body::SessionEnded { pain, complete } => {
            object.with("kind", "session_ended").maybe("pain", *pain).with("complete", *complete)
        }
        Body::Rated { pain, note } => object.with("kind", "rated").with("pain", *pain).with("note", note.as_str()),
        Body::Checked { flag, on } => {
            object.with("kind", "checked").with("flag", flag.as_str()).with("on", on.to_string())
        }
        Body::Undone { record } => object.with("kind", "undone").with("record", record.0.to_string()),
        // all others are written above
        _ => object,
    }
}

fn place(place: &Place) -> Map<String, Value> {
    Object::default()
        .with("zone", place.zone.as_str())
        .named("side", place.side)
        .maybe("intensity", place.intensity)
        .maybe("share", place.share)
        .all_named("quality", &place.quality)
        .0
}
