//! Cautions: what in a person's health changes how to press.

use super::page;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Look, Opt, Place, View, Weight};
use guide::CautionIx;
use records::Body;
use words::Say;

/// What is ticked and not confirmed; none until something is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    held: Option<Vec<CautionIx>>,
}

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Cautions, app.say(Say::AnyApply), Some(Place::Locate));
    let held = held(app);
    let options = shown(app).into_iter().map(|caution| Opt {
        label: app.say(Say::Caution(caution)),
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

/// Cautions that are asked, without the twins that go with another.
fn shown(app: &App) -> Vec<CautionIx> {
    let all = (0..app.guide.cautions.len()).map(|at| CautionIx(at as u16));
    all.filter(|caution| {
        let fact = app.guide.caution(*caution);
        !fact.everybody && !fact.id.as_str().ends_with("_gun")
    })
    .collect()
}

/// Were all of them asked?
pub(crate) fn asked(app: &App) -> bool {
    shown(app).iter().all(|caution| app.told.asked.contains(caution))
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
