//! Today: where one begins, and begins again.

use super::{page, weeks};
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Mark, Place, Scale, Tone, View, Weight};
use guide::AskIx;
use guide::shape::View as Seen;
use records::Body;
use safety::State;
use safety::caps::ALWAYS_ASKED;
use words::Say;

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Today, app.say(Say::WhereHurts), None);
    if app.update {
        let button = Button::new(app.say(Say::UpdateNow), Action::Update, Weight::Quiet);
        view.blocks.push(notice("update", Tone::Calm, app.say(Say::UpdateReady), Vec::new(), vec![button]));
    }
    view.blocks.extend(last_time(app));
    let sides = [Seen::Back, Seen::Side, Seen::Front].map(|seen| {
        let weight = if app.case().pain.is_empty() { Weight::Main } else { Weight::Quiet };
        Button::new(app.say(Say::Seen(seen)), Action::Turn(seen), weight)
    });
    view.blocks.push(Block::new("sides", Kind::Buttons(sides.to_vec())));
    view.blocks.push(Block::new("does", Kind::Soft(app.say(Say::WhatItDoes))));
    view.blocks.push(notice("help", Tone::Alert, app.say(Say::HelpIf), help_signs(app), Vec::new()));
    let to = "learn/safety.html".to_owned();
    view.blocks.push(Block::new("where", Kind::Link { label: app.say(Say::WhereToGo), to }));
    let comfort = Button::new(app.say(Say::BadDay), Action::Go(Place::Comfort), Weight::Quiet);
    view.blocks.push(Block::new("comfort", Kind::Buttons(vec![comfort])));
    view.blocks.push(Block::new("learn", learn(app)));
    view
}

/// The guide to read.
pub(super) fn learn(app: &App) -> Kind {
    Kind::Link { label: app.say(Say::Learn), to: "learn/".to_owned() }
}

/// The signs that everybody is asked about, whatever hurts.
fn help_signs(app: &App) -> Vec<String> {
    let asks: Vec<AskIx> = ALWAYS_ASKED.iter().filter_map(|ask| app.guide.find_ask(ask)).collect();
    super::gate::flags(app, &asks).into_iter().map(|flag| super::gate::line(app, flag, &asks)).collect()
}

/// For those who come back: how it is now, and where it hurt.
fn last_time(app: &App) -> Vec<Block> {
    if app.case().pain.is_empty() {
        return Vec::new();
    }
    let places = app.case().pain.iter().map(|pain| app.say(Say::ZoneSide(pain.zone, pain.side))).collect();
    let on = if app.gate() == State::Closed { Place::Help } else { Place::Result };
    let rule = app.course.weeks.or(app.course.session);
    let mut buttons = vec![Button::new(app.say(Say::GoOn), Action::Go(on), Weight::Main)];
    if !rule.is_some_and(weeks::looks_again) {
        buttons.push(Button::new(app.say(Say::LookAgain), Action::LookAgain, Weight::Quiet));
    }
    let card = Kind::Card {
        mark: Mark::Plain,
        title: app.say(Say::LastTime),
        aside: String::new(),
        blocks: vec![Block::new("places", Kind::Items(places)), Block::new("on", Kind::Buttons(buttons))],
    };
    let mut blocks = vec![pain_now(app)];
    blocks.extend(weeks::rule(app, rule));
    blocks.push(Block::new("last", card));
    let late = app.told.sessions.last().and_then(|last| last.ended).map(|ended| app.now.at_ms - ended.at_ms);
    if late.is_some_and(|late| late < coach::MORNING_MS[1]) {
        let (title, open) = (app.say(Say::AfterHeading), super::past(app).morning_due());
        blocks.push(Block::new("signs", Kind::Fold { title, open, blocks: super::after::signs(app) }));
    }
    blocks
}

/// How bad is it now?
pub(super) fn pain_now(app: &App) -> Block {
    let ask = if super::past(app).morning_due() { Say::HowThisMorning } else { Say::HowNow };
    Block::new("pain", scale(app, Scale::Pain, app.say(ask), app.scale(Scale::Pain)))
}

/// A scale of 0 to 10.
pub(super) fn scale(app: &App, scale: Scale, legend: String, value: Option<u8>) -> Kind {
    let said = value.map_or_else(|| app.say(Say::NotSaid), |number| app.say(Say::OfTen(number)));
    Kind::Scale { legend, scale, value, said }
}

/// Keeps how bad it is now.
pub(super) fn rated(app: &mut App, number: u8, turn: &mut Turn<'_>) {
    app.drafts.scales[Scale::Pain as usize] = Some(number);
    app.keep(turn, Body::Rated { pain: number, note: String::new() });
    app.said = app.say(Say::Kept);
}

pub(super) fn notice(key: &str, tone: Tone, title: String, lines: Vec<String>, buttons: Vec<Button>) -> Block {
    Block::new(key, Kind::Notice { tone, title, lines, buttons })
}
