//! Cautions: what in a person's health changes how to press.

use super::page;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Look, Opt, Place, View, Weight};
use case::{Sex, Tool};
use guide::CautionIx;
use guide::shape::{CautionLevel, CautionScope};
use records::Body;
use words::Say;

/// The caution that concerns no man.
const PREGNANCY: &str = "cx_pregnancy";

/// What is ticked and not confirmed; none until something is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    held: Option<Vec<CautionIx>>,
}

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Cautions, app.say(Say::AnyApply), Some(Place::Locate));
    let held = held(app);
    let options = shown(app).into_iter().map(|caution| Opt {
        label: app.say(Say::CautionShort(caution)),
        note: if held.contains(&caution) { app.say(Say::CautionAsk(caution)) } else { String::new() },
        chosen: held.contains(&caution),
        action: Action::Caution(caution),
    });
    let choice = Kind::Choice {
        legend: app.say(Say::AnyApply),
        hidden: true,
        many: true,
        look: Look::Chips,
        options: options.collect(),
    };
    view.blocks.push(Block::new("cautions", choice));
    let full = shown(app).into_iter().map(|caution| app.say(Say::CautionAsk(caution))).collect();
    let full = vec![Block::new("asks", Kind::Items(full))];
    view.blocks.push(Block::new("full", Kind::Fold { title: app.say(Say::InFull), open: false, blocks: full }));
    let on = if held.is_empty() { Say::NoneOfThese } else { Say::Next };
    view.foot.push(Button::new(app.say(on), Action::On, Weight::Main));
    view
}

/// What waits for the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// A light press with a knuckle: whatever could forbid even that.
    Press,
    /// A plan: also what makes it lighter, and what rules out the massage gun, if there is one.
    Plan,
}

/// Cautions to ask before that, answered or not; those that go with another (`_gun`) and those that hold for
/// everybody are not asked.
fn due(app: &App, before: Before) -> Vec<CautionIx> {
    let gun = app.told.kit.as_ref().is_some_and(|kit| kit.tools.contains(&Tool::MassageGun));
    let male = app.case().person.sex == Some(Sex::Male);
    let all = (0..app.guide.cautions.len()).map(|at| CautionIx(at as u16));
    all.filter(|caution| {
        let fact = app.guide.caution(*caution);
        let asked = !fact.everybody && !fact.id.as_str().ends_with("_gun");
        let later = fact.level == CautionLevel::LightOnly || fact.scope == CautionScope::Gun;
        let concerns = (fact.scope != CautionScope::Gun || gun) && !(male && fact.id == *PREGNANCY);
        asked && concerns && (before == Before::Plan || !later)
    })
    .collect()
}

/// Cautions on the screen: those due before a press if any is open, else those due before a plan.
fn shown(app: &App) -> Vec<CautionIx> {
    let open = |before| due(app, before).into_iter().filter(|caution| !app.told.asked.contains(caution)).collect();
    let press: Vec<CautionIx> = open(Before::Press);
    let plan = || -> Vec<CautionIx> { open(Before::Plan) };
    let shown = if press.is_empty() { plan() } else { press };
    // all are answered: whoever comes here wants to change something
    if shown.is_empty() { due(app, Before::Plan) } else { shown }
}

/// Were all of them asked that come before that?
pub(crate) fn asked(app: &App, before: Before) -> bool {
    due(app, before).iter().all(|caution| app.told.asked.contains(caution))
}

fn held(app: &App) -> Vec<CautionIx> {
    app.drafts.cautions.held.clone().unwrap_or_else(|| app.case().cautions.clone())
}

pub(super) fn caution(app: &mut App, caution: CautionIx) {
    let mut held = held(app);
    match held.iter().position(|known| *known == caution) {
        Some(at) => drop(held.remove(at)),
        None => held.push(caution),
    }
    app.drafts.cautions.held = Some(held);
}

pub(super) fn confirm(app: &mut App, turn: &mut Turn<'_>) {
    let id = |caution: &CautionIx| app.guide.caution(*caution).id.as_str().to_owned();
    let shown = shown(app);
    let held = held(app).iter().filter(|caution| shown.contains(caution)).map(id).collect();
    let asked = shown.iter().map(id).collect();
    app.drafts.cautions = Draft::default();
    app.keep(turn, Body::Cautions { asked, held });
}
