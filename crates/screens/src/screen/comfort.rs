//! Comfort: one position, one thing to stop; for everyone, muscle or not.

use super::page;
use crate::app::App;
use crate::{Action, Block, Button, Kind, Mark, Place, View, Weight};
use coach::ComfortWhy;
use words::Say;

/// Comfort advice for whom nothing is known of yet.
const ANYONE: &str = "anyone";

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Comfort, app.say(Say::ComfortHeading), Some(Place::Today));
    match &app.seen {
        Some(seen) => view.blocks.extend(seen.comfort.iter().enumerate().map(|(at, comfort)| {
            let title = match comfort.why {
                ComfortWhy::Fits(source, side) => app.say(Say::Source(source, side)),
                ComfortWhy::Closed | ComfortWhy::Anyone => String::new(),
            };
            advice(app, &format!("comfort-{at}"), title, &comfort.id)
        })),
        None => view.blocks.push(advice(app, "comfort", String::new(), ANYONE)),
    }
    let look = Button::new(app.say(Say::LookForCause), Action::Go(Place::Locate), Weight::Main);
    view.foot.push(look);
    view
}

/// The first advice, as a card on another screen.
pub(super) fn card(app: &App) -> Block {
    let id = app.seen.as_ref().and_then(|seen| seen.comfort.first()).map_or(ANYONE, |comfort| comfort.id.as_str());
    advice(app, "comfort", app.say(Say::ComfortNow), id)
}

fn advice(app: &App, key: &str, title: String, id: &str) -> Block {
    let fields = [("position", Say::LieOrSit), ("stop", Say::StopForNow), ("note", Say::Also), ("see", Say::See)];
    let rows = fields
        .into_iter()
        .map(|(field, say)| (app.say(say), app.guide.text("comfort", id, field).to_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let blocks = vec![Block::new("rows", Kind::Rows(rows))];
    Block::new(key, Kind::Card { mark: Mark::Plain, title, aside: String::new(), blocks })
}
