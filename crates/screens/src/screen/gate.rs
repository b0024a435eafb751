//! The gate: "any of these?", one screen for each urgency, only what matters here.

use super::page;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Look, Mark, Opt, Place, View, Weight};
use case::Reply;
use guide::shape::Urgency;
use guide::{AskIx, FlagIx};
use records::Body;
use safety::by_urgency;
use words::Say;

/// What is ticked and not confirmed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// Lines that are ticked.
    lines: Vec<FlagIx>,
    /// Signs that are ticked.
    yes: Vec<AskIx>,
}

pub(crate) fn view(app: &App) -> View {
    let Some((urgency, asks)) = now(app) else { return page(app, Place::Gate, String::new(), Some(Place::About)) };
    let mut view = page(app, Place::Gate, app.say(Say::AnyOfThese), Some(Place::About));
    let draft = &app.drafts.gate;
    let lines = flags(app, &asks).into_iter().map(|flag| Opt {
        label: line(app, flag, &asks),
        note: String::new(),
        chosen: draft.lines.contains(&flag),
        action: Action::Flag(flag),
    });
    let lines = Kind::Choice {
        legend: app.say(Say::HowUrgent(urgency)),
        hidden: true,
        many: true,
        look: Look::List,
        options: lines.collect(),
    };
    view.blocks.push(Block::new(format!("lines-{urgency:?}"), lines));
    view.blocks.extend(draft.lines.iter().map(|flag| which(app, *flag, &asks)));
    let full = asks.iter().map(|ask| app.say(Say::Ask(*ask))).collect();
    let full = vec![Block::new("asks", Kind::Items(full))];
    view.blocks.push(Block::new("full", Kind::Fold { title: app.say(Say::InFull), open: false, blocks: full }));
    let on = if draft.lines.is_empty() { Say::NoneOfThese } else { Say::Next };
    view.foot.push(Button::new(app.say(on), Action::On, Weight::Main));
    view
}

/// The asks of the first urgency that is not answered.
fn now(app: &App) -> Option<(Urgency, Vec<AskIx>)> {
    let unasked = &app.seen.as_ref()?.gate.unasked;
    by_urgency(&app.guide, unasked).into_iter().next()
}

pub(super) fn flags(app: &App, asks: &[AskIx]) -> Vec<FlagIx> {
    let mut flags: Vec<FlagIx> = asks.iter().map(|ask| app.guide.flag_of(*ask)).collect();
    flags.dedup();
    flags
}

/// A flag's signs that matter here, in a line.
pub(super) fn line(app: &App, flag: FlagIx, asks: &[AskIx]) -> String {
    let signs = asks.iter().filter(|ask| app.guide.flag_of(**ask) == flag);
    let mut line = signs.map(|ask| app.say(Say::AskShort(*ask))).collect::<Vec<_>>().join("; ");
    if let Some(first) = line.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    line
}

/// The signs of a ticked line, in full.
fn which(app: &App, flag: FlagIx, asks: &[AskIx]) -> Block {
    let options = asks.iter().filter(|ask| app.guide.flag_of(**ask) == flag).map(|ask| Opt {
        label: app.say(Say::Ask(*ask)),
        note: String::new(),
        chosen: app.drafts.gate.yes.contains(ask),
        action: Action::Ask(*ask),
    });
    let choice = Kind::Choice {
        legend: app.say(Say::WhichOfThem),
        hidden: false,
        many: true,
        look: Look::List,
        options: options.collect(),
    };
    let card = Kind::Card {
        mark: Mark::Next,
        title: line(app, flag, asks),
        aside: String::new(),
        blocks: vec![Block::new("which", choice)],
    };
    Block::new(format!("which-{}", flag.ix()), card)
}

/// Ticks a line; its only sign is ticked with it.
pub(super) fn flag(app: &mut App, flag: FlagIx) {
    let Some((_, asks)) = now(app) else { return };
    let signs: Vec<AskIx> = asks.into_iter().filter(|ask| app.guide.flag_of(*ask) == flag).collect();
    let draft = &mut app.drafts.gate;
    if let Some(at) = draft.lines.iter().position(|line| *line == flag) {
        draft.lines.remove(at);
        draft.yes.retain(|ask| !signs.contains(ask));
    } else {
        draft.lines.push(flag);
        if let [only] = signs.as_slice() {
            draft.yes.push(*only);
        }
    }
}

pub(super) fn ask(app: &mut App, ask: AskIx) {
    let yes = &mut app.drafts.gate.yes;
    match yes.iter().position(|known| *known == ask) {
        Some(at) => drop(yes.remove(at)),
        None => yes.push(ask),
    }
}

/// Keeps the answers of this screen; a ticked line without a sign is asked about again.
pub(super) fn confirm(app: &mut App, turn: &mut Turn<'_>) {
    let Some((_, asks)) = now(app) else { return };
    let draft = &app.drafts.gate;
    let empty = |flag: &FlagIx| !draft.yes.iter().any(|ask| app.guide.flag_of(*ask) == *flag);
    if draft.lines.iter().any(empty) {
        app.said = app.say(Say::TickWhich);
        return;
    }
    let replies: Vec<Body> = asks
        .iter()
        .map(|ask| Body::Ask {
            ask: app.guide.ask(*ask).id.as_str().to_owned(),
            reply: if draft.yes.contains(ask) { Reply::Yes } else { Reply::No },
        })
        .collect();
    app.drafts.gate = Draft::default();
    app.keep_all(turn, replies);
}
