//! Writes a record.

use super::VERSION;
use super::names::Named;
use crate::{Body, Place, Record};
use json::Json;

/// The record as one line of JSON.
pub fn to_json(record: &Record) -> String {
    let object = Object::default()
        .whole("v", VERSION)
        .with("id", record.id.0.to_string())
        .with("device", record.device.0.to_string())
        .whole("number", record.number.cast_signed())
        .whole("at_ms", record.at.at_ms)
        .whole("offset_min", record.at.offset_min);
    Json::from(body(object, &record.body)).to_string()
}

/// An object that is being written.
#[derive(Default)]
struct Object(Vec<(String, Json)>);

impl Object {
    fn with(mut self, key: &str, value: impl Into<Json>) -> Object {
        self.0.push((key.to_owned(), value.into()));
        self
    }

    fn whole(self, key: &str, number: impl Into<i64>) -> Object {
        self.with(key, number.into())
    }

    fn maybe(self, key: &str, number: Option<u8>) -> Object {
        match number {
            Some(number) => self.whole(key, number),
            None => self,
        }
    }

    fn named<T: Named>(self, key: &str, it: T) -> Object {
        self.with(key, it.name())
    }

    fn all_named<T: Named>(self, key: &str, all: &[T]) -> Object {
        self.list(key, all, |it| it.name().into())
    }

    fn list<T>(self, key: &str, all: &[T], each: impl Fn(&T) -> Json) -> Object {
        self.with(key, Json::List(all.iter().map(each).collect()))
    }
}

impl From<Object> for Json {
    fn from(object: Object) -> Json {
        Json::Object(object.0)
    }
}

fn body(object: Object, body: &Body) -> Object {
    match body {
        Body::Visit => object.with("kind", "visit"),
        Body::Person { age, sex } => {
            let object = object.with("kind", "person").maybe("age", *age);
            match sex {
                Some(sex) => object.named("sex", *sex),
                None => object,
            }
        }
        Body::Began { days } => object.with("kind", "began").whole("days", *days),
        Body::Drawing { by, places } => object.with("kind", "drawing").named("by", *by).list("places", places, place),
        Body::Ask { ask, reply } => object.with("kind", "ask").with("ask", ask.as_str()).named("reply", *reply),
        Body::Cautions { asked, held } => {
            let id = |id: &String| id.as_str().into();
            object.with("kind", "cautions").list("asked", asked, id).list("held", held, id)
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
            .whole("tenderness", *tenderness)
            .named("familiar", *familiar),
        Body::Control { place, tenderness, familiar } => object
            .with("kind", "control")
            .named("place", *place)
            .whole("tenderness", *tenderness)
            .named("familiar", *familiar),
        Body::Kit { minutes, tools, surfaces, experienced } => object
            .with("kind", "kit")
            .whole("minutes", *minutes)
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
            .whole("seconds", *seconds)
            .maybe("felt", *felt)
            .named("ended", *ended),
        Body::StopSign { sign, at } => {
            let object = object.with("kind", "stop_sign").with("sign", sign.as_str());
            match at {
                Some((source, side)) => {
                    object.with("at", Object::default().with("source", source.as_str()).named("side", *side))
                }
                None => object,
            }
        }
        Body::Retested { source, side, before, after } => object
            .with("kind", "retested")
            .with("source", source.as_str())
            .named("side", *side)
            .maybe("before", *before)
            .whole("after", *after),
        Body::Exercised { exercise, seconds, felt, ended } => object
            .with("kind", "exercised")
            .with("exercise", exercise.as_str())
            .whole("seconds", *seconds)
            .maybe("felt", *felt)
            .named("ended", *ended),
        Body::Movement { pain } => object.with("kind", "movement").whole("pain", *pain),
        Body::Released { source, side, pain_before, pain_after } => object
            .with("kind", "released")
            .with("source", source.as_str())
            .named("side", *side)
            .whole("pain_before", *pain_before)
            .whole("pain_after", *pain_after),
        Body::SessionEnded { pain, complete } => {
            object.with("kind", "session_ended").maybe("pain", *pain).with("complete", *complete)
        }
        Body::Rated { pain, note } => object.with("kind", "rated").whole("pain", *pain).with("note", note.as_str()),
        Body::Checked { flag, on } => {
            object.with("kind", "checked").with("flag", flag.as_str()).with("on", on.to_string())
        }
        Body::Undone { record } => object.with("kind", "undone").with("record", record.0.to_string()),
        // all others are written above
        _ => object,
    }
}

fn place(place: &Place) -> Json {
    let object = Object::default()
        .with("zone", place.zone.as_str())
        .named("side", place.side)
        .maybe("intensity", place.intensity)
        .maybe("share", place.share)
        .all_named("quality", &place.quality);
    object.into()
}
