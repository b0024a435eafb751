//! Settings: a copy of everything, taking a copy in, deleting everything.

use super::{page, today};
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Effect, Kind, Place, SettingsAction, Tone, View, Weight};
use records::{export, import};
use words::Say;

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Settings, app.say(Say::SettingsHeading), None);
    view.blocks.push(Block::new("where", Kind::Text(app.say(Say::WhereKept))));
    let saved = Block::new("saved", Kind::Soft(app.say(super::saved(app))));
    view.blocks.push(saved);
    view.blocks.push(Block::new("copy-heading", Kind::Heading(app.say(Say::CopyHeading))));
    view.blocks.push(Block::new("copy", Kind::Text(app.say(Say::CopyWhy))));
    let export = Button::new(app.say(Say::Export), Action::Settings(SettingsAction::Export), Weight::Main);
    view.blocks.push(Block::new("export", Kind::Buttons(vec![export])));
    view.blocks.push(Block::new("import", Kind::File { label: app.say(Say::Import) }));
    if let Some(wrong) = &app.drafts.import {
        view.blocks.push(today::notice(
            "wrong",
            Tone::Care,
            app.say(Say::ImportWrong),
            vec![wrong.clone()],
            Vec::new(),
        ));
    }
    view.blocks.push(Block::new("delete-heading", Kind::Heading(app.say(Say::DeleteHeading))));
    view.blocks.push(delete(app));
    view.blocks.push(about(app));
    view
}

fn delete(app: &App) -> Block {
    let button = |say, action, weight| Button::new(app.say(say), Action::Settings(action), weight);
    if app.drafts.deleting {
        let buttons = vec![
            button(Say::KeepAll, SettingsAction::KeepAll, Weight::Main),
            button(Say::DeleteForGood, SettingsAction::DeleteForGood, Weight::Stop),
        ];
        let lines = vec![app.say(Say::DeleteMeans)];
        return today::notice("delete", Tone::Alert, app.say(Say::DeleteSure), lines, buttons);
    }
    let ask = button(Say::Delete, SettingsAction::Delete, Weight::Quiet);
    Block::new("delete", Kind::Buttons(vec![ask]))
}

fn about(app: &App) -> Block {
    let about = &app.guide.about;
    let rows = vec![
        (app.say(Say::GuideVersion), about.version.clone()),
        (app.say(Say::Author), about.author.clone()),
        (app.say(Say::Day), about.date.clone()),
    ];
    let rows = rows.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    let blocks = vec![Block::new("rows", Kind::Rows(rows)), Block::new("banner", Kind::Soft(app.speaker().banner()))];
    Block::new("about", Kind::Fold { title: app.say(Say::AboutUnknot), open: false, blocks })
}

pub(super) fn act(app: &mut App, action: SettingsAction, turn: &mut Turn<'_>) {
    match action {
        SettingsAction::Export => {
            let name = app.say(Say::ExportName(app.now.day()));
            turn.effects.push(Effect::Save { name, text: export(&app.vault, app.now) });
        }
        SettingsAction::Import(text) => take_in(app, &text, turn),
        SettingsAction::Delete => app.drafts.deleting = true,
        SettingsAction::KeepAll => app.drafts.deleting = false,
        SettingsAction::DeleteForGood => {
            app.drafts.deleting = false;
            turn.effects.push(Effect::EraseAll);
        }
    }
}

/// Takes in a copy: all of it, or nothing with what is wrong.
fn take_in(app: &mut App, text: &str, turn: &mut Turn<'_>) {
    let taken = import(text)
        .map_err(|unreadable| unreadable.to_string())
        .and_then(|records| app.vault.take(records).map_err(|broken| broken.to_string()));
    match taken {
        Ok(new) => {
            app.drafts.import = None;
            app.said = app.say(Say::Imported(new.len()));
            turn.records.extend(new);
            app.refold();
        }
        Err(wrong) => app.drafts.import = Some(wrong),
    }
}
