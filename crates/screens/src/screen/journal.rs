//! Journal: one number and done; the course over days; what helped and what harmed; what was told and done, with a way to
//! take it back.

use super::{page, today};
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Field, JournalAction, Kind, Mark, Place, Scale, Tone, View, Weight};
use case::Side;
use guide::SourceIx;
use records::{Body, Day, Entry, NOTE_BYTES, What};
use words::Say;

/// Days shown in full; the rest stands in the table of the chart and in the export.
const DAYS: usize = 14;

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Journal, app.say(Say::JournalHeading), None);
    view.blocks.push(how_now(app));
    view.blocks.extend(super::weeks::rule(app, app.course.weeks));
    view.blocks.extend(courses(app));
    view.blocks.extend(helped(app));
    view.blocks.extend(harms(app));
    if app.told.days.is_empty() {
        view.blocks.push(Block::new("empty", Kind::Soft(app.say(Say::JournalEmpty))));
    }
    view.blocks.extend(app.told.days.iter().rev().take(DAYS).map(|day| one_day(app, day)));
    if app.told.strangers > 0 {
        let text = app.say(Say::Strangers(app.told.strangers));
        view.blocks.push(today::notice("strangers", Tone::Care, text, Vec::new(), Vec::new()));
    }
    view
}

/// How bad it is now, and a note if one likes.
fn how_now(app: &App) -> Block {
    let note = Kind::Field {
        label: app.say(Say::Note),
        field: Field::Note,
        value: app.drafts.note.clone(),
        digits: false,
        unit: String::new(),
        error: String::new(),
    };
    let keep = Button::new(app.say(Say::Keep), Action::Journal(JournalAction::Keep), Weight::Main);
    let blocks = vec![today::pain_now(app), Block::new("note", note), Block::new("keep", Kind::Buttons(vec![keep]))];
    let card = Kind::Card { mark: Mark::Next, title: String::new(), aside: String::new(), blocks };
    Block::new("now", card)
}

/// A note, no longer than a record takes.
pub(super) fn note(app: &mut App, mut text: String) {
    text.truncate(text.floor_char_boundary(NOTE_BYTES));
    app.drafts.note = text;
}

/// Keeps the number and the note.
pub(super) fn keep(app: &mut App, turn: &mut Turn<'_>) {
    let Some(pain) = app.scale(Scale::Pain) else {
        app.said = app.say(Say::SayHowBad);
        return;
    };
    let note = std::mem::take(&mut app.drafts.note);
    app.drafts.scales[Scale::Pain as usize] = None;
    app.keep(turn, Body::Rated { pain, note });
    app.said = app.say(Say::Kept);
}

/// What an entry says of a course; none if nothing.
type Value = fn(&App, &Entry) -> Option<f64>;

/// The worst pain of each day, the most skin that hurt, and the sorest spot, with the days of sessions marked.
fn courses(app: &App) -> Vec<Block> {
    let courses: [(Say, Value); 3] =
        [(Say::WorstOfDay, pain_of), (Say::SkinOfDay, skin_of), (Say::SorestOfDay, soreness_of)];
    courses.into_iter().filter_map(|(title, of)| course(app, title, of)).collect()
}

fn course(app: &App, title: Say, of: Value) -> Option<Block> {
    let most =
        |day: &Day| day.entries.iter().filter_map(|entry| of(app, entry)).reduce(f64::max).map(|most| (day.day, most));
    let points: Vec<(i64, f64)> = app.told.days.iter().filter_map(most).collect();
    let session = |day: &&Day| day.entries.iter().any(|entry| matches!(entry.what, What::SessionEnded { .. }));
    let marks: Vec<i64> = app.told.days.iter().filter(session).map(|day| day.day).collect();
    let heads = vec![app.say(Say::Day), app.say(title)];
    // whole numbers as they were told; skin is reckoned
    let told = |most: f64| words::decimals(most, u32::from(most.fract() > 0.0));
    let rows = points.iter().map(|(day, most)| vec![app.say(Say::Date(*day)), told(*most)]).collect();
    // ten is the end of a scale, and more than most drawings cover
    let high = points.iter().fold(10.0, |high, (_, most)| most.max(high));
    (points.len() > 1).then(|| {
        let chart = Kind::Chart {
            title: app.say(title),
            points,
            marks,
            mark_words: app.say(Say::Sessions),
            range: [0.0, high.ceil()],
            table: (heads, rows),
        };
        Block::new(app.say(title), chart)
    })
}

fn pain_of(_: &App, entry: &Entry) -> Option<f64> {
    let pain = match entry.what {
        What::Rated { pain, .. } => Some(pain),
        What::SessionBegan { pain } | What::SessionEnded { pain, .. } => pain,
        _ => None,
    };
    pain.map(f64::from)
}

/// Percent of the drawn skin that hurts; a zone that was tapped or named counts whole.
fn skin_of(app: &App, entry: &Entry) -> Option<f64> {
    let What::Drawn { places, .. } = &entry.what else { return None };
    let hurts = places.iter().filter(|place| place.intensity != Some(0.0));
    Some(hurts.map(|place| app.guide.zone(place.zone).skin * place.share.unwrap_or(1.0)).sum())
}

fn soreness_of(_: &App, entry: &Entry) -> Option<f64> {
    match entry.what {
        What::Pressed(press) => Some(press.tenderness),
        What::Retested { after, .. } => Some(f64::from(after)),
        _ => None,
    }
}

/// By spot, in how many of the sessions that tell it helped by what counts, and how little few sessions prove.
fn helped(app: &App) -> Option<Block> {
    // a spot; sessions in which it helped; sessions that tell, the last of them
    let mut spots: Vec<(SourceIx, Side, usize, usize, usize, bool)> = Vec::new();
    for (at, session) in app.told.sessions.iter().enumerate() {
        let mut told = |source, side, before: f64, after: f64| {
            let yes = coach::change_counts(before, after);
            match spots.iter_mut().find(|spot| (spot.0, spot.1) == (source, side)) {
                // told before in this session: once is enough
                Some(spot) if spot.4 == at => {
                    spot.2 += usize::from(yes && !spot.5);
                    spot.5 |= yes;
                }
                Some(spot) => *spot = (source, side, spot.2 + usize::from(yes), spot.3 + 1, at, yes),
                None => spots.push((source, side, usize::from(yes), 1, at, yes)),
            }
        };
        for (source, side, before, after) in &session.again {
            if let Some(before) = before {
                told(*source, *side, f64::from(*before), f64::from(*after));
            }
        }
        for release in &session.releases {
            told(release.source, release.side, release.pain_before, release.pain_after);
        }
    }
    let mut rows = Vec::new();
    for (source, side, helped, of, ..) in spots {
        let says = app.say(Say::Helped(helped, of, coach::plausible(helped, of)));
        rows.push((app.say(Say::SourceShort(source, side)), says));
    }
    (!rows.is_empty()).then(|| {
        let blocks =
            vec![Block::new("rows", Kind::Rows(rows)), Block::new("why", Kind::Soft(app.say(Say::WhatCounts)))];
        let title = app.say(Say::WhatHelped);
        Block::new("helped", Kind::Card { mark: Mark::Plain, title, aside: String::new(), blocks })
    })
}

/// Every sign that spoke against going on, latest first.
fn harms(app: &App) -> Option<Block> {
    let mut rows = Vec::new();
    for day in app.told.days.iter().rev() {
        for entry in day.entries.iter().rev() {
            if let What::Stopped(_) = entry.what {
                rows.push((app.say(Say::Date(day.day)), what(app, &entry.what)));
            }
        }
    }
    (!rows.is_empty()).then(|| {
        let blocks = vec![Block::new("rows", Kind::Rows(rows))];
        Block::new("harms", Kind::Fold { title: app.say(Say::Harms), open: false, blocks })
    })
}

fn one_day(app: &App, day: &Day) -> Block {
    let entries = day.entries.iter().rev().map(|entry| line(app, entry)).collect();
    let open = day.day == app.now.day();
    Block::new(format!("day-{}", day.day), Kind::Fold { title: app.say(Say::Date(day.day)), open, blocks: entries })
}

/// An entry with its time, and a way to take it back where that is safe.
fn line(app: &App, entry: &Entry) -> Block {
    let local = entry.at.at_ms + i64::from(entry.at.offset_min) * 60_000;
    let minutes = local.div_euclid(60_000).rem_euclid(24 * 60);
    let time = app.say(Say::Clock(minutes as u16));
    let undo = Button::new(app.say(Say::TakeBack), Action::Journal(JournalAction::Undo(entry.record)), Weight::Link);
    let buttons = if matches!(entry.what, What::Checked(_)) { Vec::new() } else { vec![undo] };
    let key = format!("entry-{}", entry.record.0.simple());
    today::notice(&key, Tone::Calm, format!("{time} {}", what(app, &entry.what)), Vec::new(), buttons)
}

fn what(app: &App, what: &What) -> String {
    match what {
        What::Rated { pain, note } if note.is_empty() => app.say(Say::Rated(*pain)),
        What::Rated { pain, note } => format!("{} {note}", app.say(Say::Rated(*pain))),
        What::Drawn { places, .. } => app.say(Say::Drew(places.len())),
        What::Pressed(press) => app.say(Say::Pressed(press.source, press.side, press.tenderness as u8, press.familiar)),
        What::Held(hold) => app.say(Say::HeldFor(hold.source, hold.side, hold.seconds)),
        What::Movement(pain) => format!("{} {}", app.say(Say::Movement), app.say(Say::OfTen(*pain))),
        What::Exercised(drill) => app.guide.text("exercises", &drill.exercise, "name").to_owned(),
        What::Released(release) => {
            app.say(Say::PainWent(release.source, release.side, release.pain_before as u8, release.pain_after as u8))
        }
        What::Retested { source, side, before, after } => app.say(Say::PressedAgain(*source, *side, *before, *after)),
        What::Stopped(stop) => app.guide.text("stops", &stop.sign, "sign").to_owned(),
        What::SessionBegan { pain } => app.say(Say::SessionBegan(*pain)),
        What::SessionEnded { pain, complete } => app.say(Say::SessionEnded(*pain, *complete)),
        What::Checked(cleared) => app.say(Say::CheckedFlag(cleared.flag)),
    }
}

pub(super) fn undo(app: &mut App, record: records::RecordId, turn: &mut Turn<'_>) {
    app.keep(turn, Body::Undone { record });
    app.said = app.say(Say::TakenBack);
}
