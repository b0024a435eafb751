//! Help first: what a closed gate says.

use super::page;
use super::today::notice;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Place, Tone, View, Weight};
use records::Body;
use words::Say;

pub(crate) fn view(app: &App) -> View {
    let Some(gate) = app.seen.as_ref().map(|seen| &seen.gate) else {
        return page(app, Place::Help, String::new(), Some(Place::Today));
    };
    let mut view = page(app, Place::Help, app.say(Say::HelpFirst(gate.urgency)), Some(Place::Today));
    if gate.flags.is_empty() {
        view.blocks.push(notice("minor", Tone::Alert, app.say(Say::Minor), Vec::new(), Vec::new()));
    }
    for flag in &gate.flags {
        let lines = vec![app.say(Say::FlagAction(*flag)), app.say(Say::FlagReason(*flag))];
        let key = format!("flag-{}", flag.ix());
        view.blocks.push(notice(&key, Tone::Alert, app.say(Say::FlagName(*flag)), lines, Vec::new()));
    }
    view.blocks.push(super::comfort::card(app));
    view.blocks.push(Block::new(
        "copy",
        Kind::Buttons(vec![Button::new(app.say(Say::CopyResult), Action::CopyResult, Weight::Quiet)]),
    ));
    if !gate.flags.is_empty() {
        view.blocks.push(checked_fold(app));
    }
    view
}

fn checked_fold(app: &App) -> Block {
    let yes = Button::new(app.say(Say::ClinicianYes), Action::Checked, Weight::Quiet);
    let blocks = vec![
        Block::new("means", Kind::Text(app.say(Say::ClinicianMeans))),
        Block::new("yes", Kind::Buttons(vec![yes])),
    ];
    Block::new("checked", Kind::Fold { title: app.say(Say::ClinicianChecked), open: false, blocks })
}

/// Keeps that a clinician has looked at every flag that closes the gate, today; if none does, at why it does not improve.
pub(super) fn checked(app: &mut App, turn: &mut Turn<'_>) {
    let Some(seen) = &app.seen else { return };
    let Some(on) = app.now.date() else { return };
    let mut flags: Vec<&str> = seen.gate.flags.iter().map(|flag| app.guide.flag(*flag).id.as_str()).collect();
    if flags.is_empty() {
        flags.push(coach::NOT_IMPROVING);
    }
    let bodies: Vec<Body> = flags.into_iter().map(|flag| Body::Checked { flag: flag.to_owned(), on }).collect();
    app.keep_all(turn, bodies);
    let next = app.onward();
    app.go(next);
}
