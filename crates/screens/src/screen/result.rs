//! Result: what fits so far, ties as ties, for and against, what would help most, how sure.

use super::page;
use super::today::notice;
use crate::app::App;
use crate::{Action, Block, Button, Kind, Look, Mark, Opt, Place, Tone, View, Weight};
use belief::{Likely, Ranked, Test};
use coach::{Kind as Sort, What};
use guide::shape::Group;
use words::Say;

/// Sources told with their reasons.
const TOLD: usize = 4;
/// Things left out that are told.
const NOT_TODAY: usize = 2;
/// Sources named without reasons.
const NAMED: usize = 4;

pub(crate) fn view(app: &App) -> View {
    let Some(seen) = &app.seen else { return page(app, Place::Result, app.say(Say::NothingFits), Some(Place::Locate)) };
    let ranked = &seen.assessment.ranked;
    let told = told(ranked);
    let mut view = page(app, Place::Result, title(app, &told), Some(Place::Locate));
    view.corner = Some(Button::new(app.say(Say::Share), Action::CopyResult, Weight::Link));
    view.blocks.extend(told.iter().map(|ranked| source(app, ranked)));
    view.blocks.extend(area(app, &told));
    view.blocks.extend(less_likely(app, ranked, told.len()));
    view.blocks.extend(help_most(app));
    view.blocks.extend(today(app));
    if seen.assessment.sore_everywhere > 0.5 {
        view.blocks.push(notice("sore", Tone::Care, app.say(Say::SoreEverywhere), Vec::new(), Vec::new()));
    }
    view.blocks.extend(care(app));
    view.blocks.push(how_sure(app));
    view.blocks.push(super::comfort::card(app));
    view.blocks.push(details(app, ranked));
    view.foot = ways_on(app);
    view
}

/// Leading ones, with all that cannot be told apart from them; else those that are possible.
fn told(ranked: &[Ranked]) -> Vec<&Ranked> {
    let best = ranked.first();
    let near = |ranked: &&Ranked| {
        let tied = best.is_some_and(|best| best.tie != 0 && best.tie == ranked.tie);
        ranked.word == Likely::Leading || (tied && ranked.word >= Likely::Possible)
    };
    let leading: Vec<&Ranked> = ranked.iter().filter(near).take(TOLD).collect();
    if leading.is_empty() {
        return ranked.iter().filter(|ranked| ranked.word == Likely::Possible).take(TOLD).collect();
    }
    leading
}

fn title(app: &App, told: &[&Ranked]) -> String {
    let tied = told.iter().filter(|one| told[0].tie != 0 && one.tie == told[0].tie).count();
    app.say(match told.len() {
        0 => Say::NothingFits,
        _ if tied > 1 => Say::CannotTell(tied),
        _ => Say::FitsBest,
    })
}

fn source(app: &App, ranked: &Ranked) -> Block {
    let speaker = app.speaker();
    let (speaks_for, against) = speaker.for_and_against(ranked);
    let none = || app.say(Say::NothingForNow);
    let rows = vec![
        (app.say(Say::For), speaks_for.unwrap_or_else(none)),
        (app.say(Say::Against), against.unwrap_or_else(none)),
    ];
    let blocks = vec![
        Block::new("kind", Kind::Soft(app.say(Say::KindOf(app.guide.source(ranked.source).group)))),
        Block::new("rows", Kind::Rows(rows)),
        Block::new("learn", Kind::Link { label: app.say(Say::Learn), to: page_of(app, ranked) }),
    ];
    let card = Kind::Card {
        mark: if ranked.tie == 0 { Mark::Plain } else { Mark::Tied },
        title: app.say(Say::Source(ranked.source, ranked.side)),
        aside: speaker.likely(ranked.word).to_owned(),
        blocks,
    };
    Block::new(format!("source-{}-{:?}", ranked.source.ix(), ranked.side), card)
}

/// Where a source is told: on its muscle's page, or on that of the look-alikes.
fn page_of(app: &App, ranked: &Ranked) -> String {
    let source = app.guide.source(ranked.source);
    let topic = source.muscle.as_ref().map_or_else(|| "look-alikes".to_owned(), |muscle| muscle.replace('_', "-"));
    ["learn/", &topic, ".html#", &source.id].concat()
}

/// Where one of them is felt, and which.
fn area(app: &App, told: &[&Ranked]) -> Vec<Block> {
    let shown = |ranked: &&&Ranked| Some((ranked.source, ranked.side)) == app.drafts.shown;
    let Some(chosen) = told.iter().find(shown).or(told.first()) else { return Vec::new() };
    let options = told.iter().map(|ranked| Opt {
        label: app.say(Say::SourceShort(ranked.source, ranked.side)),
        note: String::new(),
        chosen: ranked.source == chosen.source && ranked.side == chosen.side,
        action: Action::ShowSource(ranked.source, ranked.side),
    });
    let legend = app.say(Say::WhereFelt);
    let which = if told.len() < 2 {
        Kind::Heading(legend)
    } else {
        Kind::Choice { legend, hidden: false, many: false, look: Look::Chips, options: options.collect() }
    };
    vec![Block::new("which", which), Block::new("body", super::figure::felt(app, chosen.source, chosen.side))]
}

fn less_likely(app: &App, ranked: &[Ranked], told: usize) -> Option<Block> {
    let rest = ranked.iter().skip(told).filter(|ranked| ranked.word > Likely::Unlikely).take(NAMED);
    let names: Vec<String> = rest.map(|ranked| app.say(Say::SourceShort(ranked.source, ranked.side))).collect();
    let text = format!("{}: {}.", app.say(Say::LessLikely), names.join(", "));
    (!names.is_empty()).then(|| Block::new("less", Kind::Soft(text)))
}

/// What would help most to know, with what it takes.
fn help_most(app: &App) -> Option<Block> {
    let next = app.seen.as_ref()?.next.first()?;
    let speaker = app.speaker();
    let blocks = vec![
        Block::new("test", Kind::Text(speaker.test_short(next))),
        Block::new("why", Kind::Soft(speaker.why(next))),
    ];
    let card = Kind::Card { mark: Mark::Next, title: app.say(Say::HelpMost), aside: String::new(), blocks };
    Some(Block::new("most", card))
}

/// What can be done today, what not, and whom to see.
fn today(app: &App) -> Option<Block> {
    let plan = super::plan::ready(app)?;
    let speaker = app.speaker();
    let can = match plan.kind {
        Sort::NoPress(why) => speaker.no_press(why),
        Sort::Release => {
            let names = plan.spots.iter().map(|spot| app.say(Say::SourceShort(spot.source, spot.side)));
            format!("{}: {}.", app.say(Say::PressToday), names.collect::<Vec<_>>().join("; "))
        }
    };
    let row = |say, text: String| (!text.is_empty()).then(|| (app.say(say), text));
    let not = plan.refused.iter().filter(|refused| matches!(refused.what, What::Spot(..) | What::Muscle(_)));
    let not: Vec<String> = not.take(NOT_TODAY).map(|refused| speaker.refused(refused)).collect();
    let see: Vec<String> = plan.see.iter().map(|see| speaker.see(see)).collect();
    let rows = [row(Say::Today, can), row(Say::NotToday, not.join(" ")), row(Say::SeeSomeone, see.join(" "))];
    let rows = vec![Block::new("rows", Kind::Rows(rows.into_iter().flatten().collect()))];
    let card = Kind::Card { mark: Mark::Plain, title: String::new(), aside: String::new(), blocks: rows };
    Some(Block::new("today", card))
}

/// What the gate and the cautions ask for.
fn care(app: &App) -> Option<Block> {
    let gate = &app.seen.as_ref()?.gate;
    let lines: Vec<String> = gate
        .mention
        .iter()
        .map(|flag| app.speaker().see(&coach::See::Mention(*flag)))
        .chain(gate.cautions.iter().map(|caution| app.say(Say::CautionRule(*caution))))
        .collect();
    (!lines.is_empty()).then(|| notice("care", Tone::Care, app.say(Say::GoWithCare), lines, Vec::new()))
}

fn how_sure(app: &App) -> Block {
    let lines = vec![app.say(Say::HowSureWhy), app.speaker().banner()];
    notice("sure", Tone::Care, app.say(Say::HowSure), lines, Vec::new())
}

/// Every source with its number, folded.
fn details(app: &App, ranked: &[Ranked]) -> Block {
    let rows = ranked
        .iter()
        .map(|ranked| (app.say(Say::Source(ranked.source, ranked.side)), words::chance(ranked.probability)));
    let blocks = vec![
        Block::new("numbers", Kind::Soft(app.say(Say::NumbersMean))),
        Block::new("rows", Kind::Rows(rows.collect())),
    ];
    let title = app.say(Say::AllSources(ranked.len()));
    Block::new("all", Kind::Fold { title, open: false, blocks })
}

/// The press or the plan first; questions and comfort beside it.
fn ways_on(app: &App) -> Vec<Button> {
    let Some(seen) = &app.seen else { return Vec::new() };
    let mut ways = Vec::new();
    let press = seen.next.iter().any(|next| matches!(next.test, Test::Press(..) | Test::Control(_)));
    let muscle = seen
        .assessment
        .ranked
        .first()
        .is_some_and(|ranked| matches!(app.guide.source(ranked.source).group, Group::Gluteal | Group::Muscle));
    let pressed = !app.case().presses.is_empty();
    if press && !(pressed && muscle) {
        ways.push((Say::FindSpot, Place::Find));
    }
    ways.push((Say::MakePlan, Place::Kit));
    if press && pressed && muscle {
        ways.push((Say::FindSpot, Place::Find));
    }
    if super::questions::any(app) {
        ways.insert(1, (Say::AnswerQuestions, Place::Questions));
    }
    let weight = |at| if at == 0 { Weight::Main } else { Weight::Quiet };
    let button = |(at, (say, place)): (usize, (Say, Place))| Button::new(app.say(say), Action::Go(place), weight(at));
    ways.into_iter().enumerate().map(button).collect()
}
