//! Find: press a spot with a knuckle, say how sore it is and whether it is the pain one knows.

use super::page;
use super::today::scale;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Look, Opt, Place, Scale, View, Weight};
use belief::{Next, Test};
use case::{Familiar, Side};
use coach::caps::PRESSES_A_SITTING;
use guide::SourceIx;
use guide::shape::Region;
use records::Body;
use words::Say;

/// Places that were skipped in this sitting.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    skipped: Vec<Test>,
}

pub(crate) fn view(app: &App) -> View {
    let Some(next) = now(app) else { return done(app) };
    let mut view = match next.test {
        Test::Press(source, side) => spot(app, source, side),
        _ => page(app, Place::Find, app.say(Say::Compare), Some(Place::Result)),
    };
    if let Test::Control(place) = next.test {
        view.blocks.push(Block::new("how", Kind::Text(app.say(Say::ControlHow(place)))));
        view.blocks.push(Block::new("why", Kind::Soft(app.speaker().why(&next))));
    }
    let pressed = app.case().presses.len();
    let at = app.say(Say::PlaceOf((pressed + 1).min(PRESSES_A_SITTING), PRESSES_A_SITTING));
    view.blocks.insert(0, Block::new("at", Kind::Soft(at)));
    view.corner = Some(Button::new(app.say(Say::WhatFits), Action::Go(Place::Result), Weight::Link));
    view.blocks.push(sore(app));
    view.blocks.push(known(app));
    if pressed > 0 {
        view.blocks.extend(super::locate::ranking(app));
    }
    view.foot.push(Button::new(app.say(Say::SkipSpot), Action::SkipSpot, Weight::Quiet));
    view
}

/// What to press now: the first of the proposals that was not skipped.
fn now(app: &App) -> Option<Next> {
    let next = app.seen.as_ref()?.next.iter();
    let mut presses = next.filter(|next| matches!(next.test, Test::Press(..) | Test::Control(_)));
    presses.find(|next| !app.drafts.find.skipped.contains(&next.test)).copied()
}

/// A spot: name, how the knuckle gets there; the way by landmarks, what to stay off and when to stop in folds.
fn spot(app: &App, source: SourceIx, side: Side) -> View {
    let fact = app.guide.source(source);
    let mut view = page(app, Place::Find, app.say(Say::SourceShort(source, side)), Some(Place::Result));
    let region = fact.region.as_ref().and_then(|id| app.guide.region(id));
    if let Some(region) = region {
        view.blocks.push(Block::new("body", super::figure::way(app, source, region, side)));
    }
    let steps = region.map(|region| hand(app, region)).unwrap_or_default();
    if steps.is_empty() {
        let location = app.guide.text("sources", &fact.id, "location").to_owned();
        view.blocks.push(Block::new("where", Kind::Text(location)));
    } else {
        view.blocks.push(Block::new("steps", Kind::Steps(steps)));
    }
    view.blocks.push(Block::new("how", Kind::Text(app.say(Say::PressHow))));
    if let Some(region) = region {
        view.blocks.push(way(app, region));
    }
    let stops = app.guide.stops.iter().filter(|stop| stop.during);
    let stops = stops.map(|stop| app.guide.text("stops", &stop.id, "sign").to_owned()).collect();
    view.blocks.push(fold("stops", app.say(Say::StopIf), vec![Block::new("signs", Kind::Items(stops))]));
    view
}

/// How a hand presses this region.
fn hand(app: &App, region: &Region) -> Vec<String> {
    let hand = app.guide.techniques.iter().find(|way| way.region == region.id && way.tool == case::Tool::Hand);
    hand.map(|way| app.guide.texts.steps("techniques", &way.id, "setup"))
        .into_iter()
        .flatten()
        .map(str::to_owned)
        .collect()
}

/// The way by landmarks, what to stay off, and what to do where flesh covers the bone.
fn way(app: &App, region: &Region) -> Block {
    let landmarks = app.guide.texts.steps("regions", &region.id, "landmarks");
    let landmarks = landmarks.into_iter().map(str::to_owned).collect();
    let off = region.no_go.iter().map(|id| (app.guide.text("no_go", id, "name"), app.guide.text("no_go", id, "rule")));
    let off = off.map(|(name, rule)| (name.to_owned(), rule.to_owned())).collect();
    let covered = app.guide.text("regions", &region.id, "covered").to_owned();
    let blocks = vec![
        Block::new("landmarks", Kind::Steps(landmarks)),
        Block::new("stay-off", Kind::Heading(app.say(Say::StayOff))),
        Block::new("no-go", Kind::Rows(off)),
        Block::new("covered", Kind::Text(covered)),
    ];
    fold("way", app.say(Say::WithYourHand), blocks)
}

fn fold(key: &str, title: String, blocks: Vec<Block>) -> Block {
    Block::new(key, Kind::Fold { title, open: false, blocks })
}

fn sore(app: &App) -> Block {
    let value = app.scale(Scale::Tenderness);
    let scale = scale(app, Scale::Tenderness, app.say(Say::HowSore), value);
    Block::new("sore", scale)
}

fn known(app: &App) -> Block {
    let options = [Familiar::Yes, Familiar::Partly, Familiar::No].map(|familiar| Opt {
        label: app.say(Say::Familiar(familiar)),
        note: String::new(),
        chosen: false,
        action: Action::Familiar(familiar),
    });
    let choice = Kind::Choice {
        legend: app.say(Say::YourPain),
        hidden: false,
        many: false,
        look: Look::Bar,
        options: options.to_vec(),
    };
    Block::new("known", choice)
}

fn done(app: &App) -> View {
    let mut view = page(app, Place::Find, app.say(Say::FindHeading), Some(Place::Result));
    view.blocks.push(Block::new("enough", Kind::Text(app.say(Say::FoundAll))));
    view.foot.push(Button::new(app.say(Say::ShowResult), Action::Go(Place::Result), Weight::Main));
    view
}

/// Keeps the press; how sore it was must be said first.
pub(super) fn familiar(app: &mut App, familiar: Familiar, turn: &mut Turn<'_>) {
    let Some(next) = now(app) else { return };
    let Some(tenderness) = app.scale(Scale::Tenderness) else {
        app.said = app.say(Say::SayHowSore);
        return;
    };
    let body = match next.test {
        Test::Press(source, side) => {
            let source = app.guide.source(source).id.as_str().to_owned();
            Body::Press { source, side, tenderness, familiar }
        }
        Test::Control(place) => Body::Control { place, tenderness, familiar },
        Test::Question(..) => return,
    };
    app.drafts.scales[Scale::Tenderness as usize] = None;
    app.keep(turn, body);
    if now(app).is_none() {
        app.go(Place::Result);
    }
}

pub(super) fn skip(app: &mut App) {
    if let Some(next) = now(app) {
        app.drafts.find.skipped.push(next.test);
        app.drafts.scales[Scale::Tenderness as usize] = None;
    }
}
