//! The screens, one file each: what it shows, and what its actions do.

mod about;
mod after;
mod cautions;
mod comfort;
mod figure;
mod find;
mod gate;
mod help;
mod image;
mod journal;
mod kit;
mod locate;
mod plan;
mod questions;
mod result;
mod session;
mod settings;
mod share;
mod today;
mod walk;
mod weeks;

use crate::app::{App, Turn};
use crate::{Action, Button, Effect, Field, JournalAction, Place, Scale, Tab, View, Weight};
use belief::{Likely, Test};
use guide::shape::Group;
use records::Body;
use words::Say;

pub(crate) use cautions::{Before, asked as cautions_asked};
pub(crate) use kit::{USUAL_MINUTES, USUAL_SURFACES};

/// What is tapped or typed but not kept yet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drafts {
    pub(crate) scales: [Option<u8>; Scale::ALL.len()],
    pub(crate) locate: locate::Draft,
    pub(crate) about: about::Draft,
    pub(crate) gate: gate::Draft,
    pub(crate) cautions: cautions::Draft,
    pub(crate) questions: questions::Draft,
    pub(crate) find: find::Draft,
    pub(crate) kit: kit::Draft,
    pub(crate) session: session::Draft,
    /// The source whose area the result shows.
    pub(crate) shown: Option<(guide::SourceIx, case::Side)>,
    /// A note in the journal.
    pub(crate) note: String,
    /// What is wrong with the file that was chosen.
    pub(crate) import: Option<String>,
    /// Is deleting everything asked about?
    pub(crate) deleting: bool,
}

pub(crate) use session::{cues_ahead, resume};
pub(crate) use weeks::past;

/// What a place shows.
pub(crate) fn view(app: &App) -> View {
    let mut view = match app.place {
        Place::Today => today::view(app),
        Place::Locate => locate::view(app),
        Place::About => about::view(app),
        Place::Gate => gate::view(app),
        Place::Help => help::view(app),
        Place::Cautions => cautions::view(app),
        Place::Questions => questions::view(app),
        Place::Result => result::view(app),
        Place::Find => find::view(app),
        Place::Comfort => comfort::view(app),
        Place::Kit => kit::view(app),
        Place::Plan => plan::view(app),
        Place::After => after::view(app),
        Place::Journal => journal::view(app),
        Place::Session => session::view(app),
        Place::Settings => settings::view(app),
    };
    view.said = app.said.clone();
    view
}

/// Does an action; the place it belongs to is where one is.
pub(crate) fn act(app: &mut App, action: Action, turn: &mut Turn<'_>) {
    match action {
        Action::Go(place) => app.go(place),
        Action::On => on(app, turn),
        Action::Tick => session::tick(app, turn),
        Action::Scaled(scale, number) => scaled(app, scale, number, turn),
        Action::Typed(Field::Age, text) => about::typed(app, text),
        Action::Typed(Field::Note, text) => journal::note(app, text),
        Action::LookAgain => {
            app.keep(turn, Body::Visit);
            app.drafts = Drafts::default();
            app.go(Place::Locate);
        }
        Action::Turn(seen) => locate::turn(app, seen),
        Action::Part(part) => app.drafts.locate.part = part,
        Action::Turned(left) => app.drafts.locate.left = left,
        Action::Zone(zone, side) => {
            app.drafts.locate.touched = false;
            locate::zone(app, zone, side, turn);
        }
        Action::Touch(zone, side) => {
            app.drafts.locate.touched = true;
            locate::zone(app, zone, side, turn);
        }
        Action::Painted(zones) => locate::painted(app, &zones, turn),
        Action::MirrorDrawing => locate::mirror(app, turn),
        Action::Describe(zone, side) => locate::describe(app, zone, side),
        Action::Quality(quality) => locate::quality(app, quality, turn),
        Action::UndoDrawing => locate::step(app, false, turn),
        Action::RedoDrawing => locate::step(app, true, turn),
        Action::ShowSource(source, side) => app.drafts.shown = Some((source, side)),
        Action::Sex(sex) => about::sex(app, sex),
        Action::Began(days) => about::began(app, days),
        Action::Flag(flag) => gate::flag(app, flag),
        Action::Ask(ask) => gate::ask(app, ask),
        Action::Checked => help::checked(app, turn),
        Action::Caution(caution) => cautions::caution(app, caution),
        Action::Answer(question, side, reply) => questions::answer(app, question, side, reply, turn),
        Action::MoreQuestions => questions::more(app),
        Action::Familiar(familiar) => find::familiar(app, familiar, turn),
        Action::SkipSpot => find::skip(app),
        Action::Minutes(minutes) => kit::minutes(app, minutes),
        Action::Tool(tool) => kit::tool(app, tool),
        Action::Surface(surface) => kit::surface(app, surface),
        Action::Experienced => kit::experienced(app),
        Action::Journal(JournalAction::Keep) => journal::keep(app, turn),
        Action::Journal(JournalAction::Sign(sign)) => after::sign(app, sign, turn),
        Action::Journal(JournalAction::Remind) => after::remind(app, turn),
        Action::Journal(JournalAction::Undo(record)) => journal::undo(app, record, turn),
        Action::Session(action) => session::act(app, action, turn),
        Action::Settings(action) => settings::act(app, action, turn),
        Action::CopyResult => {
            turn.effects.push(Effect::Copy(share::text(app)));
            app.said = app.say(Say::CopiedResult);
        }
        Action::Update => turn.effects.push(Effect::Update),
    }
}

/// On from a screen that is confirmed as a whole.
fn on(app: &mut App, turn: &mut Turn<'_>) {
    let here = app.place;
    let planning = here == Place::Cautions && cautions::asked(app, Before::Press) && app.told.kit.is_some();
    match here {
        Place::About if !about::confirm(app, turn) => return,
        Place::Gate => gate::confirm(app, turn),
        Place::Cautions => cautions::confirm(app, turn),
        Place::Kit => kit::confirm(app, turn),
        _ => {}
    }
    let next = if here == Place::Kit || planning { Place::Plan } else { app.onward() };
    let next = if next == Place::Result && here != Place::Result { landing(app) } else { next };
    app.go(next);
}

/// Where one lands once all is told that comes first: at the first press, if a muscle may be behind it; else at the
/// result.
fn landing(app: &App) -> Place {
    let Some(seen) = &app.seen else { return Place::Result };
    let leads = seen.assessment.ranked.first().filter(|ranked| ranked.word >= Likely::Possible);
    let muscle = |source| matches!(app.guide.source(source).group, Group::Gluteal | Group::Muscle);
    let first = app.case().presses.is_empty() && seen.next.iter().any(|next| matches!(next.test, Test::Press(..)));
    if first && leads.is_none_or(|ranked| muscle(ranked.source)) { Place::Find } else { Place::Result }
}

fn scaled(app: &mut App, scale: Scale, number: u8, turn: &mut Turn<'_>) {
    let number = number.min(10);
    match scale {
        Scale::Intensity => locate::intensity(app, number, turn),
        Scale::Felt => session::felt(app, number, turn),
        Scale::Pain if app.place == Place::Session && session::goes_on(app) => session::pain(app, number, turn),
        Scale::Pain if app.place == Place::Today => today::rated(app, number, turn),
        scale => app.drafts.scales[scale as usize] = Some(number),
    }
}

/// What a screen forgets when it is left.
pub(crate) fn leave(app: &mut App, to: Place) {
    match app.place {
        Place::Gate => app.drafts.gate = gate::Draft::default(),
        Place::Questions => app.drafts.questions = questions::Draft::default(),
        Place::Find => app.drafts.find = find::Draft::default(),
        Place::Settings => (app.drafts.deleting, app.drafts.import) = (false, None),
        _ => {}
    }
    if to == Place::Questions {
        questions::more(app);
    }
}

/// A screen without anything on it yet.
pub(crate) fn page(app: &App, place: Place, title: String, parent: Option<Place>) -> View {
    let back = parent.map(|parent| Button::new(app.say(Say::Back), Action::Go(parent), Weight::Link));
    View {
        place,
        title,
        back,
        corner: None,
        blocks: Vec::new(),
        foot: Vec::new(),
        tabs: tabs(app, place),
        saved: app.say(saved(app)),
        dark: false,
        ticking: false,
        said: String::new(),
    }
}

fn tabs(app: &App, here: Place) -> Vec<Tab> {
    let tab = |say, place| Tab { label: app.say(say), place, here: place == here };
    vec![
        tab(Say::TabToday, Place::Today),
        tab(Say::TabLocate, Place::Locate),
        tab(Say::TabRelease, Place::Plan),
        tab(Say::TabJournal, Place::Journal),
        tab(Say::TabSettings, Place::Settings),
    ]
}

fn saved(app: &App) -> Say {
    let saved = app.saved;
    match saved.copied {
        _ if saved.refused => Say::NotSaved,
        _ if saved.pending > 0 => Say::Saving,
        _ if app.vault.is_empty() => Say::Private,
        Some(true) => Say::SavedAndCopied,
        Some(false) => Say::SavedNotCopied,
        None => Say::SavedHere,
    }
}
