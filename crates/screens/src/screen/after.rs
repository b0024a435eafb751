//! After a session: what follows from it, what is usual, what to look out for tonight and tomorrow.

use super::{page, weeks};
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Effect, JournalAction, Kind, Look, Opt, Place, View, Weight};
use case::{Reply, Side};
use records::{Body, Stamp};
use words::Say;

const HOUR_MS: i64 = 3_600_000;
/// So long after a session one looks and feels for the first time.
const TONIGHT_MS: i64 = 3 * HOUR_MS;
/// The next morning, after local midnight.
const MORNING_MS: i64 = 9 * HOUR_MS;

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::After, app.say(Say::AfterHeading), Some(Place::Today));
    let Some(last) = app.told.sessions.last() else { return view };
    if let (Some(before), Some(after)) = (last.pain_before, last.pain_after) {
        view.blocks.push(Block::new("went", Kind::Big(app.say(Say::Session(before, after)))));
    }
    view.blocks.extend(weeks::rule(app, app.course.session));
    view.blocks.push(Block::new("usual", Kind::Text(app.say(Say::AfterUsual))));
    view.blocks.extend(signs(app));
    let remind = Button::new(app.say(Say::Remind), Action::Journal(JournalAction::Remind), Weight::Quiet);
    view.blocks.push(Block::new("remind", Kind::Buttons(vec![remind])));
    if !last.drills.is_empty() {
        view.blocks.extend(tired(app));
    }
    view.foot.push(Button::new(app.say(Say::ToToday), Action::Go(Place::Today), Weight::Main));
    view
}

/// Signs that come up after a session, with what to do, to tick: those for the same hours, and those for the next days.
pub(super) fn signs(app: &App) -> Vec<Block> {
    let ticked = |id: &str| app.told.sessions.last().is_some_and(|last| last.stops.iter().any(|stop| stop.sign == id));
    let those = |tonight: bool| {
        let later = app.guide.stops.iter().filter(|stop| !stop.during && stop.tonight == tonight);
        let options = later.map(|stop| Opt {
            label: app.guide.text("stops", &stop.id, "sign").to_owned(),
            note: app.guide.text("stops", &stop.id, "advice").to_owned(),
            chosen: ticked(&stop.id),
            action: Action::Journal(JournalAction::Sign(stop.id.as_str().to_owned())),
        });
        let legend = app.say(if tonight { Say::TonightIf } else { Say::TomorrowIf });
        Kind::Choice { legend, hidden: false, many: true, look: Look::List, options: options.collect() }
    };
    vec![Block::new("tonight", those(true)), Block::new("tomorrow", those(false))]
}

/// Keeps a sign that came up after the last session, once. It is taken back in the journal.
pub(super) fn sign(app: &mut App, sign: String, turn: &mut Turn<'_>) {
    let told = app.told.sessions.last().is_some_and(|last| last.stops.iter().any(|stop| stop.sign == sign));
    if !told {
        app.keep(turn, Body::StopSign { sign, at: None });
    }
}

/// Did one leg tire first? A weak muscle lets others work for it.
fn tired(app: &App) -> Option<Block> {
    let question = app.guide.find_question("tired_leg")?;
    let yes = |side| app.case().answers.iter().any(|a| (a.question, a.side, a.reply) == (question, side, Reply::Yes));
    let options = [Side::Left, Side::Right].map(|side| Opt {
        label: app.say(Say::YourSide(side)),
        note: String::new(),
        chosen: yes(side),
        action: Action::Answer(question, side, if yes(side) { Reply::No } else { Reply::Yes }),
    });
    let legend = app.say(Say::TiredFirst);
    let choice = Kind::Choice { legend, hidden: false, many: true, look: Look::Chips, options: options.into() };
    let why = Kind::Soft(app.guide.text("strength_rules", "weak_side", "rule").to_owned());
    let blocks = vec![Block::new("tired", choice), Block::new("why", why)];
    Some(Block::new(
        "weak",
        Kind::Card { mark: crate::Mark::Plain, title: String::new(), aside: String::new(), blocks },
    ))
}

/// Offers a calendar file with a reminder for tonight and one for tomorrow.
pub(super) fn remind(app: &mut App, turn: &mut Turn<'_>) {
    let Some(ended) = app.told.sessions.last().and_then(|last| last.ended) else { return };
    turn.effects.push(Effect::Save { name: "unknot.ics".to_owned(), text: calendar(app, ended) });
}

/// Both reminders as iCalendar (RFC 5545).
fn calendar(app: &App, ended: Stamp) -> String {
    let next_day = (ended.day() + 1) * 24 * HOUR_MS - i64::from(ended.offset_min) * 60_000;
    let (now, title) = (utc(app.now.at_ms), app.say(Say::RemindTitle));
    let mut text = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Unknot//EN\n".to_owned();
    for (tonight, at_ms) in [(true, ended.at_ms + TONIGHT_MS), (false, next_day + MORNING_MS)] {
        let mut about = app.say(if tonight { Say::TonightIf } else { Say::TomorrowIf });
        for stop in app.guide.stops.iter().filter(|stop| !stop.during && stop.tonight == tonight) {
            about += "; ";
            about += app.guide.text("stops", &stop.id, "sign");
        }
        // a comma, a semicolon and a backslash are signs of the format
        let about = about.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,");
        text += &format!(
            "BEGIN:VEVENT\nUID:{at_ms}@unknot\nDTSTAMP:{now}\nDTSTART:{}\nDURATION:PT15M\nSUMMARY:{title}\n\
             DESCRIPTION:{about}\nBEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:{title}\nTRIGGER:PT0M\nEND:VALARM\n\
             END:VEVENT\n",
            utc(at_ms)
        );
    }
    folded(&(text + "END:VCALENDAR\n"))
}

/// A moment as the format writes it.
fn utc(at_ms: i64) -> String {
    let iso = Stamp { at_ms, offset_min: 0 }.iso().unwrap_or_default();
    let digits: String = iso.chars().filter(|sign| !matches!(sign, '-' | ':')).take(15).collect();
    digits + "Z"
}

/// Lines end as the format wants it; none is longer than 75 bytes: what follows stands in the next, after a space.
fn folded(lines: &str) -> String {
    let (mut text, mut room) = (String::new(), 75);
    for sign in lines.chars() {
        if sign == '\n' {
            text += "\r\n";
            room = 75;
            continue;
        }
        if sign.len_utf8() > room {
            text += "\r\n ";
            room = 74;
        }
        room -= sign.len_utf8();
        text.push(sign);
    }
    text
}
