//! Stories: what somebody did, a line each, as records.
//!
//! `2d3h yes cancer.past` is a yes two days and three hours after the beginning. Lines are numbered from 1 for `undo`.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]
#![allow(clippy::expect_used, clippy::panic, reason = "only tests use it")]

pub mod any;

use case::{ControlPlace, Date, Familiar, PainBy, Reply, Sex, Side, Surface, Tool};
use guide::Guide;
use records::{Body, DeviceId, Ended, Moment, Place, Record, Stamp, Vault};
use std::sync::LazyLock;
use uuid::Uuid;

/// The default guide.
pub static GUIDE: LazyLock<Guide> = LazyLock::new(|| match Guide::embedded("en") {
    Ok(guide) => guide,
    Err(problems) => panic!("{problems}"),
});

/// 1 December 2026, 08:00 UTC; the local clock is an hour ahead.
pub const BEGIN: Stamp = Stamp { at_ms: 1_796_112_000_000, offset_min: 60 };

/// Days and hours after [`BEGIN`]: `2d3h`, `2d`, `3h`.
pub fn after(text: &str) -> Stamp {
    let (days, hours) = text.split_once('d').unwrap_or(("0", text));
    let hours = if hours.is_empty() { 0 } else { hours.strip_suffix('h').expect("hours").parse().expect("a number") };
    let days: i64 = days.parse().expect("a number of days");
    Stamp { at_ms: BEGIN.at_ms + (days * 24 + hours) * 3_600_000, ..BEGIN }
}

/// A device.
pub fn device(number: u128) -> DeviceId {
    DeviceId(Uuid::from_u128(number))
}

/// One device's vault in which this happened.
pub fn story(text: &str) -> Vault {
    let mut vault = Vault::new(device(1));
    let mut records: Vec<Record> = Vec::new();
    for line in text.lines().flat_map(|line| line.split(';')).map(str::trim).filter(|line| !line.is_empty()) {
        let (when, what) = line.split_once(' ').expect("a time and what was done");
        let body = match what.strip_prefix("undo ") {
            Some(at) => Body::Undone { record: records[at.parse::<usize>().expect("a line") - 1].id },
            None => body(what),
        };
        records.push(vault.append(body, &Moment { stamp: after(when), entropy: [7; 10] }));
    }
    vault
}

/// What one line says.
pub fn body(text: &str) -> Body {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |at: usize| words[at].parse::<u8>().expect("a number");
    let maybe = |at: usize| words.get(at).map(|word| word.parse::<u8>().expect("a number"));
    let spot = || (words[1].to_owned(), side(words[2]));
    let ids = |at: usize| words.get(at).map_or(Vec::new(), |ids| ids.split(',').map(str::to_owned).collect());
    match words[0] {
        "visit" => Body::Visit,
        "age" => Body::Person { age: Some(number(1)), sex: Some(Sex::Female) },
        "began" => Body::Began { days: u32::from(number(1)) },
        "draw" => Body::Drawing { by: PainBy::Drawing, places: words[1..].chunks(3).map(place).collect() },
        "yes" => Body::Ask { ask: words[1].to_owned(), reply: Reply::Yes },
        "no" => Body::Ask { ask: words[1].to_owned(), reply: Reply::No },
        "unknown" => Body::Ask { ask: words[1].to_owned(), reply: Reply::Unknown },
        "cautions" => Body::Cautions { asked: ids(1), held: ids(2) },
        "answer" => Body::Answer { question: words[1].to_owned(), side: side(words[2]), reply: Reply::Yes },
        "deny" => Body::Answer { question: words[1].to_owned(), side: side(words[2]), reply: Reply::No },
        "press" => Body::Press { source: spot().0, side: spot().1, tenderness: number(3), familiar: Familiar::Yes },
        "control" => Body::Control { place: ControlPlace::Neutral, tenderness: number(1), familiar: Familiar::No },
        "kit" => Body::Kit {
            minutes: u16::from(number(1)),
            tools: vec![Tool::TennisBall, Tool::Hand, Tool::TennisBall],
            surfaces: vec![Surface::Floor],
            experienced: false,
        },
        "begin" => Body::SessionBegan { pain: maybe(1) },
        "hold" => Body::Held {
            source: spot().0,
            side: spot().1,
            technique: words[3].to_owned(),
            seconds: u16::from(number(4)),
            felt: Some(number(5)),
            ended: Ended::Done,
        },
        "stop" => {
            Body::StopSign { sign: words[1].to_owned(), at: words.get(2).map(|id| ((*id).to_owned(), side(words[3]))) }
        }
        "again" => Body::Retested { source: spot().0, side: spot().1, before: Some(number(3)), after: number(4) },
        "drill" => Body::Exercised {
            exercise: words[1].to_owned(),
            seconds: u16::from(number(2)),
            felt: maybe(3),
            ended: Ended::Done,
        },
        "move" => Body::Movement { pain: number(1) },
        "release" => Body::Released { source: spot().0, side: spot().1, pain_before: number(3), pain_after: number(4) },
        "end" => Body::SessionEnded { pain: maybe(1), complete: true },
        "rate" => Body::Rated { pain: number(1), note: words[2..].join(" ") },
        "checked" => Body::Checked { flag: words[1].to_owned(), on: Date::new(2026, 12, 1).expect("a date") },
        other => panic!("no such deed: {other}"),
    }
}

fn place(words: &[&str]) -> Place {
    let intensity = Some(words[2].parse().expect("a number"));
    Place { zone: words[0].to_owned(), side: side(words[1]), intensity, share: Some(45), quality: Vec::new() }
}

fn side(word: &str) -> Side {
    match word {
        "left" => Side::Left,
        "right" => Side::Right,
        _ => Side::Midline,
    }
}
