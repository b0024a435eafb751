//! About you: age, sex, since when. It shortens the gate.

use super::page;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Field, Kind, Look, Opt, Place, View, Weight};
use case::Sex;
use records::Body;
use words::Say;

/// Spans of time since the pain began, as days that stand for them.
const SPANS: [u32; 5] = [7, 28, 63, 130, 365];
/// Ages a person can have.
const AGES: std::ops::RangeInclusive<u8> = 1..=120;

/// What is filled in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    age: Option<String>,
    sex: Option<Sex>,
    began: Option<u32>,
    wrong: bool,
}

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::About, app.say(Say::AboutYou), Some(Place::Locate));
    let draft = &app.drafts.about;
    let age = Kind::Field {
        label: app.say(Say::Age),
        field: Field::Age,
        value: age_text(app),
        digits: true,
        unit: String::new(),
        error: if draft.wrong { app.say(Say::AgeWrong) } else { String::new() },
    };
    let sexes = [Sex::Female, Sex::Male].map(|sex| Opt {
        label: app.say(Say::SexIs(sex)),
        note: String::new(),
        chosen: draft.sex.or(app.case().person.sex) == Some(sex),
        action: Action::Sex(sex),
    });
    let began = draft.began.or_else(|| app.case().onset_days.map(span));
    let spans = SPANS.map(|days| Opt {
        label: app.say(Say::Since(days)),
        note: String::new(),
        chosen: began == Some(days),
        action: Action::Began(days),
    });
    view.blocks = vec![
        Block::new("age", age),
        Block::new("sex", bar(app.say(Say::Sex), sexes.to_vec())),
        Block::new("since", bar(app.say(Say::SinceWhen), spans.to_vec())),
    ];
    if began.is_some() {
        view.foot.push(Button::new(app.say(Say::Next), Action::On, Weight::Main));
    }
    view
}

fn bar(legend: String, options: Vec<Opt>) -> Kind {
    Kind::Choice { legend, hidden: false, many: false, look: Look::Bar, options }
}

fn age_text(app: &App) -> String {
    let known = || app.case().person.age.map(|age| age.to_string()).unwrap_or_default();
    app.drafts.about.age.clone().unwrap_or_else(known)
}

/// The span that a number of days lies in.
fn span(days: u32) -> u32 {
    const ENDS: [u32; 4] = [14, 42, 84, 183];
    SPANS[ENDS.iter().filter(|end| days >= **end).count()]
}

pub(super) fn typed(app: &mut App, text: String) {
    app.drafts.about.wrong = false;
    app.drafts.about.age = Some(text);
}

pub(super) fn sex(app: &mut App, sex: Sex) {
    app.drafts.about.sex = Some(sex);
}

pub(super) fn began(app: &mut App, days: u32) {
    app.drafts.about.began = Some(days);
}

/// Keeps what is filled in; an age that is none is asked for again. Was it kept?
pub(super) fn confirm(app: &mut App, turn: &mut Turn<'_>) -> bool {
    let text = age_text(app);
    let age = text.trim().parse().ok().filter(|age| AGES.contains(age));
    if age.is_none() && !text.trim().is_empty() {
        app.drafts.about.wrong = true;
        app.said = app.say(Say::AgeWrong);
        return false;
    }
    let person = (age, app.drafts.about.sex.or(app.case().person.sex));
    let known = (app.case().person.age, app.case().person.sex);
    let told = (person != known).then_some(Body::Person { age: person.0, sex: person.1 });
    let began = app.drafts.about.began.map(|days| Body::Began { days });
    app.keep_all(turn, told.into_iter().chain(began));
    app.drafts.about = Draft::default();
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_span_lies_in_itself() {
        for days in SPANS {
            assert_eq!(span(days), days);
        }
        assert_eq!((span(0), span(13), span(14), span(9999)), (7, 7, 28, 365));
    }
}
