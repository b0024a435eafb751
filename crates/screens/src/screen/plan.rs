//! Plan: what to do today, in the order of the five layers; or why nothing is pressed.

use super::page;
use crate::app::App;
use crate::{Action, Block, Button, Kind, Mark, Place, View, Weight};
use coach::session::{Step, Task};
use coach::{Kind as Sort, Plan, Planned};
use words::Say;

pub(crate) fn view(app: &App) -> View {
    let Some(plan) = ready(app) else { return page(app, Place::Plan, app.say(Say::KitHeading), Some(Place::Kit)) };
    let mut view = page(app, Place::Plan, app.say(Say::PlanHeading(plan.time.total_s())), Some(Place::Kit));
    if let Sort::NoPress(why) = plan.kind {
        let title = app.say(Say::NoPressHeading);
        let lines = vec![app.speaker().no_press(why)];
        view.blocks.push(super::today::notice("no-press", crate::Tone::Care, title, lines, Vec::new()));
    }
    view.blocks.push(order(app, plan));
    view.blocks.push(Block::new("details", Kind::Heading(app.say(Say::PlanDetails))));
    view.blocks.extend(layers(app));
    view.foot.push(Button::new(app.say(Say::BeginSession), Action::Go(Place::Session), Weight::Main));
    view.foot.push(Button::new(app.say(Say::ChangeKit), Action::Go(Place::Kit), Weight::Quiet));
    view
}

/// The plan, if the kit is known and the gate lets it be.
pub(super) fn ready(app: &App) -> Option<&Plan> {
    match &app.seen.as_ref()?.plan {
        Planned::Ready(plan) => Some(plan),
        Planned::NotAsked | Planned::Closed | Planned::Unasked(_) => None,
    }
}

/// What comes after what, one line each: a spot is found, held and pressed again, and named once.
fn order(app: &App, plan: &Plan) -> Block {
    let script = super::session::script(app, plan);
    let named = |step: &&Step| !matches!(step.task, Task::Find { .. } | Task::Retest { .. });
    let shown = |step| (app.speaker().session_step(&script, step), super::image::image(&script, step));
    let moves = script.steps().iter().filter(named).map(shown).collect();
    let blocks = vec![Block::new("moves", Kind::Moves(moves))];
    let title = app.say(Say::PlanOrder);
    Block::new("order", Kind::Card { mark: Mark::Plain, title, aside: String::new(), blocks })
}

/// The page that the command line prints, each part under a fold of its own.
fn layers(app: &App) -> Vec<Block> {
    let Some(seen) = &app.seen else { return Vec::new() };
    let page = app.speaker().plan(seen);
    let mut layers: Vec<(String, Vec<words::Block>)> = Vec::new();
    for block in page.blocks {
        match block {
            words::Block::Title(_) | words::Block::Banner(_) => {}
            words::Block::Heading(title) => layers.push((title, Vec::new())),
            block => {
                if let Some((_, blocks)) = layers.last_mut() {
                    blocks.push(block);
                }
            }
        }
    }
    let fold = |(at, (title, blocks)): (usize, (String, Vec<words::Block>))| {
        let blocks = blocks.into_iter().enumerate().map(|(at, block)| shown(at, block)).collect();
        Block::new(format!("layer-{at}"), Kind::Fold { title, open: false, blocks })
    };
    layers.into_iter().enumerate().map(fold).collect()
}

/// A piece of a page as a block of a screen.
pub(super) fn shown(at: usize, block: words::Block) -> Block {
    let item = |item: words::Item| match item.note {
        Some(note) => format!("{} {note}", item.text),
        None => item.text,
    };
    let kind = match block {
        words::Block::Title(text) | words::Block::Heading(text) => Kind::Heading(text),
        words::Block::Banner(text) => Kind::Soft(text),
        words::Block::Text(text) => Kind::Text(text),
        words::Block::Alert(title) => {
            Kind::Notice { tone: crate::Tone::Alert, title, lines: Vec::new(), buttons: Vec::new() }
        }
        words::Block::Items(items) => Kind::Items(items.into_iter().map(item).collect()),
        words::Block::Steps(items) => Kind::Steps(items.into_iter().map(item).collect()),
        words::Block::Labelled(rows) => Kind::Rows(rows),
        words::Block::Bracket(title, blocks) => {
            let blocks = blocks.into_iter().enumerate().map(|(at, block)| shown(at, block)).collect();
            Kind::Card { mark: Mark::Plain, title, aside: String::new(), blocks }
        }
    };
    Block::new(format!("part-{at}"), kind)
}
