//! Questions: short statements, three at a time, those first that tell most a minute; at most six in all.

use super::page;
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Kind, Look, Opt, Place, View, Weight};
use belief::{QUESTIONS_CAP, Test, asked};
use case::{Reply, Side};
use guide::QuestionIx;
use records::Body;
use words::Say;

/// So many stand on a screen: few enough to read at once, and the next are chosen knowing these answers.
const AT_ONCE: usize = 3;

/// The questions on the screen: they stay where they are while they are answered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    shown: Vec<(QuestionIx, Side)>,
}

pub(crate) fn view(app: &App) -> View {
    let mut view = page(app, Place::Questions, app.say(Say::QuickOnes), Some(Place::Result));
    let shown = &app.drafts.questions.shown;
    for (question, side) in shown {
        let at = format!("{}-{side:?}", question.ix());
        view.blocks.push(Block::new(format!("question-{at}"), statement(app, *question, *side)));
        let full = vec![
            Block::new("ask", Kind::Text(app.say(Say::Question(*question, *side)))),
            Block::new("help", Kind::Soft(app.say(Say::QuestionHelp(*question)))),
        ];
        let fold = Kind::Fold { title: app.say(Say::InFull), open: false, blocks: full };
        view.blocks.push(Block::new(format!("full-{at}"), fold));
    }
    view.blocks.extend(scanned(app));
    let answered = shown.iter().all(|(question, side)| reply(app, *question, *side).is_some());
    let more = answered && !next(app).is_empty();
    if more {
        view.foot.push(Button::new(app.say(Say::MoreQuestions), Action::MoreQuestions, Weight::Main));
    }
    let weight = if more { Weight::Quiet } else { Weight::Main };
    view.foot.push(Button::new(app.say(Say::ShowResult), Action::Go(Place::Result), weight));
    view
}

/// What only few people know is seldom worth asking; who knows it can say so here.
fn scanned(app: &App) -> Option<Block> {
    let open = few_know(app).filter(|asked| !app.drafts.questions.shown.contains(asked));
    let blocks: Vec<Block> = open
        .flat_map(|(ix, side)| {
            let help = Kind::Soft(app.say(Say::QuestionHelp(ix)));
            [
                Block::new(format!("known-{}", ix.ix()), statement(app, ix, side)),
                Block::new(format!("known-help-{}", ix.ix()), help),
            ]
        })
        .collect();
    let some = !blocks.is_empty();
    let alone = app.drafts.questions.shown.is_empty();
    let fold = Kind::Fold { title: app.say(Say::ScannedBefore), open: alone, blocks };
    some.then(|| Block::new("known", fold))
}

fn few_know(app: &App) -> impl Iterator<Item = (QuestionIx, Side)> + '_ {
    let all = (0u16..).map(QuestionIx).zip(&app.guide.questions);
    all.filter(|(_, question)| question.few_know && !question.sided).map(|(ix, _)| (ix, Side::Midline))
}

fn statement(app: &App, question: QuestionIx, side: Side) -> Kind {
    let said = reply(app, question, side);
    // Who had no scan must not say no, which would count against a nerve.
    let unsure = if app.guide.question(question).few_know { Say::NoneOrUnsure } else { Say::NotSure };
    let options = [(Reply::Yes, Say::Yes), (Reply::No, Say::No), (Reply::Unknown, unsure)].map(|(reply, say)| Opt {
        label: app.say(say),
        note: String::new(),
        chosen: said == Some(reply),
        action: Action::Answer(question, side, reply),
    });
    Kind::Choice {
        legend: app.say(Say::Statement(question, side)),
        hidden: false,
        many: false,
        look: Look::Bar,
        options: options.to_vec(),
    }
}

fn reply(app: &App, question: QuestionIx, side: Side) -> Option<Reply> {
    let answer = app.case().answers.iter().find(|answer| (answer.question, answer.side) == (question, side));
    answer.map(|answer| answer.reply)
}

/// Questions worth asking next, best first.
fn next(app: &App) -> Vec<(QuestionIx, Side)> {
    let Some(seen) = &app.seen else { return Vec::new() };
    let left = QUESTIONS_CAP.saturating_sub(asked(&app.guide, app.case()));
    let questions = seen.next.iter().filter_map(|next| match next.test {
        Test::Question(question, side) => Some((question, side)),
        Test::Press(..) | Test::Control(_) => None,
    });
    questions.take(left.min(AT_ONCE)).collect()
}

/// Is there anything left to ask, or to tell unasked?
pub(super) fn any(app: &App) -> bool {
    !next(app).is_empty() || few_know(app).any(|(question, side)| reply(app, question, side).is_none())
}

/// Shows the next ones.
pub(super) fn more(app: &mut App) {
    app.drafts.questions.shown = next(app);
}

pub(super) fn answer(app: &mut App, question: QuestionIx, side: Side, reply: Reply, turn: &mut Turn<'_>) {
    let question = app.guide.question(question).id.as_str().to_owned();
    app.keep(turn, Body::Answer { question, side, reply });
}
