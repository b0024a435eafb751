//! After a session: what is usual, what to look out for tonight and tomorrow.

use super::page;
use super::today::notice;
use crate::app::App;
use crate::{Action, Block, Button, Kind, Place, Tone, View, Weight};
use words::Say;

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::After, app.say(Say::AfterHeading), Some(Place::Today));
    if let Some(last) = app.told.sessions.last()
        && let (Some(before), Some(after)) = (last.pain_before, last.pain_after)
    {
        view.blocks.push(Block::new("went", Kind::Big(app.say(Say::Session(before, after)))));
    }
    view.blocks.push(Block::new("usual", Kind::Text(app.say(Say::AfterUsual))));
    view.blocks.push(notice("tonight", Tone::Alert, app.say(Say::TonightIf), signs(app, true), Vec::new()));
    view.blocks.push(notice("tomorrow", Tone::Care, app.say(Say::TomorrowIf), signs(app, false), Vec::new()));
    view.foot.push(Button::new(app.say(Say::ToToday), Action::Go(Place::Today), Weight::Main));
    view
}

/// Signs that come up after a session, with what to do: those for the same hours, or those for the next days.
fn signs(app: &App, tonight: bool) -> Vec<String> {
    let later = app.guide.stops.iter().filter(|stop| !stop.during && stop.tonight == tonight);
    later
        .map(|stop| {
            format!("{}. {}", app.guide.text("stops", &stop.id, "sign"), app.guide.text("stops", &stop.id, "advice"))
        })
        .collect()
}
