//! Kit: minutes, tools and surfaces for one session.

use super::page;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Look, Opt, Place, View, Weight};
use case::{Surface, Tool};
use records::Body;
use words::Say;

/// Minutes to choose from.
const MINUTES: [u16; 4] = [5, 10, 15, 30];
/// Minutes if nothing was said.
pub(crate) const USUAL_MINUTES: u16 = 10;
/// Surfaces if nothing was said.
pub(crate) const USUAL_SURFACES: [Surface; 2] = [Surface::Wall, Surface::Bed];
/// Tools to choose from; the hand is always there.
const TOOLS: [Tool; 7] = [
    Tool::TennisBall,
    Tool::LacrosseBall,
    Tool::FirmBall,
    Tool::Peanut,
    Tool::FoamRoller,
    Tool::MassageGun,
    Tool::Cane,
];

/// What is chosen and not confirmed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    chosen: Option<Chosen>,
}

#[derive(Clone, Debug)]
struct Chosen {
    minutes: u16,
    tools: Vec<Tool>,
    surfaces: Vec<Surface>,
    experienced: bool,
}

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Kit, app.say(Say::KitHeading), Some(Place::Result));
    let chosen = chosen(app);
    let minutes =
        MINUTES.map(|minutes| opt(app.say(Say::Minutes(minutes)), chosen.minutes == minutes, Action::Minutes(minutes)));
    let tools = TOOLS.map(|tool| opt(app.say(Say::Tool(tool)), chosen.tools.contains(&tool), Action::Tool(tool)));
    let surfaces = [Surface::Wall, Surface::Bed, Surface::Floor].map(|surface| {
        opt(app.say(Say::Surface(surface)), chosen.surfaces.contains(&surface), Action::Surface(surface))
    });
    let used = vec![opt(app.say(Say::UsedToPressure), chosen.experienced, Action::Experienced)];
    view.blocks = vec![
        Block::new("minutes", choice(app.say(Say::MinutesHave), false, Look::Bar, minutes.to_vec())),
        Block::new("tools", choice(app.say(Say::ToolsHave), true, Look::Chips, tools.to_vec())),
        Block::new("hand", Kind::Soft(app.say(Say::HandIsEnough))),
        Block::new("surfaces", choice(app.say(Say::SurfacesHave), true, Look::Chips, surfaces.to_vec())),
        Block::new("used", choice(app.say(Say::Pressure), true, Look::Chips, used)),
    ];
    view.foot.push(Button::new(app.say(Say::ShowPlan), Action::On, Weight::Main));
    view
}

fn opt(label: String, chosen: bool, action: Action) -> Opt {
    Opt { label, note: String::new(), chosen, action }
}

fn choice(legend: String, many: bool, look: Look, options: Vec<Opt>) -> Kind {
    Kind::Choice { legend, hidden: false, many, look, options }
}

/// What is chosen now: the draft, else the last kit, else what most people have.
fn chosen(app: &App) -> Chosen {
    let last = || {
        app.told.kit.as_ref().map(|kit| Chosen {
            minutes: kit.minutes,
            tools: kit.tools.clone(),
            surfaces: kit.surfaces.clone(),
            experienced: kit.experienced,
        })
    };
    let usual =
        Chosen { minutes: USUAL_MINUTES, tools: Vec::new(), surfaces: USUAL_SURFACES.to_vec(), experienced: false };
    app.drafts.kit.chosen.clone().or_else(last).unwrap_or(usual)
}

fn change(app: &mut App, change: impl FnOnce(&mut Chosen)) {
    let mut chosen = chosen(app);
    change(&mut chosen);
    app.drafts.kit.chosen = Some(chosen);
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, item: T) {
    match list.iter().position(|known| *known == item) {
        Some(at) => drop(list.remove(at)),
        None => list.push(item),
    }
}

pub(super) fn minutes(app: &mut App, minutes: u16) {
    change(app, |chosen| chosen.minutes = minutes);
}

pub(super) fn tool(app: &mut App, tool: Tool) {
    change(app, |chosen| toggle(&mut chosen.tools, tool));
}

pub(super) fn surface(app: &mut App, surface: Surface) {
    change(app, |chosen| toggle(&mut chosen.surfaces, surface));
}

pub(super) fn experienced(app: &mut App) {
    change(app, |chosen| chosen.experienced = !chosen.experienced);
}

pub(super) fn confirm(app: &mut App, turn: &mut Turn<'_>) {
    let Chosen { minutes, tools, surfaces, experienced } = chosen(app);
    app.drafts.kit = Draft::default();
    app.keep(turn, Body::Kit { minutes, tools, surfaces, experienced });
}
