//! Answers, presses and releases.

use super::bad::Bad;
use super::json::{Object, Value};
use super::lookup::{self, Ids};
use super::person::REPLIES;
use case::{Answer, Control, ControlPlace, Familiar, Press, Release, Side};
use guide::{Guide, SourceIx};

const FAMILIAR: [(Familiar, &str); 3] = [(Familiar::Yes, "yes"), (Familiar::Partly, "partly"), (Familiar::No, "no")];
const CONTROLS: [(ControlPlace, &str); 2] =
    [(ControlPlace::OtherSide, "other_side"), (ControlPlace::Neutral, "neutral")];
const PRESS_KEYS: [&str; 5] = ["source", "side", "control", "tenderness", "familiar"];
const RELEASE_KEYS: [&str; 4] = ["source", "side", "pain_before", "pain_after"];

/// More presses than anyone does in a sitting, controls included.
const MOST_PRESSES: usize = 200;
/// More releases than matter: three years of one a day.
const MOST_RELEASES: usize = 1_000;

/// Rows of a list, no more than `most`.
pub(super) fn rows<'a>(value: Value<'a>, what: &str, most: usize) -> Result<Vec<Value<'a>>, Bad> {
    let rows = value.list(what)?;
    match rows.get(most) {
        Some(first) => Err(Bad::new(first.at(), format!("`{what}` may have at most {most} rows"), "keep the latest")),
        None => Ok(rows),
    }
}

/// Answered questions, each once a side.
pub(super) fn answers(value: Value<'_>, guide: &Guide) -> Result<Vec<Answer>, Bad> {
    let mut answers: Vec<(usize, Answer)> = Vec::new();
    for row in value.list("answers")? {
        let answer = answer(row, guide)?;
        let same = |(_, known): &&(usize, Answer)| known.question == answer.question && known.side == answer.side;
        if let Some((first, _)) = answers.iter().find(same) {
            let message = format!("question \"{}\" is answered twice", guide.question(answer.question).id);
            return Err(Bad::new(row.at(), message, "keep the answer that holds now").also_at(*first));
        }
        answers.push((row.at(), answer));
    }
    Ok(answers.into_iter().map(|(_, answer)| answer).collect())
}

fn answer(row: Value<'_>, guide: &Guide) -> Result<Answer, Bad> {
    let row = row.object("a row of `answers`", &["question", "side", "answer"])?;
    let all = || guide.questions.iter().map(|question| question.id.as_str()).collect();
    let questions = Ids { one: "question", list: "questions", all: &all };
    let question = questions.of(row.need("question", "each row names a question")?, |id| guide.find_question(id))?;
    let known = guide.question(question);
    let sides: &[Side] = if known.sided { &[Side::Left, Side::Right] } else { &[Side::Midline] };
    let side = if known.sided || row.get("side").is_some() {
        unsided(lookup::side(&row, &format!("question \"{}\"", known.id), sides), known.sided)?
    } else {
        Side::Midline
    };
    let reply = row.need("answer", "say \"yes\", \"no\" or \"unknown\"")?.choice("answer", &REPLIES)?;
    Ok(Answer { question, side, reply })
}

/// A question without sides does not lie on the middle line, so it gets a hint of its own.
fn unsided(side: Result<Side, Bad>, sided: bool) -> Result<Side, Bad> {
    if sided { side } else { side.map_err(|bad| bad.hinting("it is asked without a side: leave `side` out")) }
}

/// Presses, and presses where nothing is expected.
pub(super) fn presses(value: Value<'_>, guide: &Guide) -> Result<(Vec<Press>, Vec<Control>), Bad> {
    let (mut presses, mut controls) = (Vec::new(), Vec::new());
    for value in rows(value, "presses", MOST_PRESSES)? {
        let row = value.object("a row of `presses`", &PRESS_KEYS)?;
        match row.get("control") {
            None => {
                let hint = "each row names the source that was pressed, or a control";
                let (source, side) = source(&row, guide, hint)?;
                let (tenderness, familiar) = felt(&row)?;
                presses.push(Press { source, side, tenderness, familiar });
            }
            Some(place) => {
                for key in ["source", "side"] {
                    if let Some(extra) = row.get(key) {
                        let message = format!("a control press has no `{key}`");
                        return Err(Bad::new(extra.at(), message, format!("leave `{key}` or `control` out")));
                    }
                }
                let place = place.choice("control", &CONTROLS)?;
                let (tenderness, familiar) = felt(&row)?;
                controls.push(Control { place, tenderness, familiar });
            }
        }
    }
    Ok((presses, controls))
}

fn felt(row: &Object<'_>) -> Result<(f64, Familiar), Bad> {
    let tenderness = row.need("tenderness", "how sore it was, from 0 to 10")?.number("tenderness", 0.0..=10.0)?;
    let familiar = row.need("familiar", "is it the known pain? \"yes\", \"partly\" or \"no\"")?;
    Ok((tenderness, familiar.choice("familiar", &FAMILIAR)?))
}

/// Releases, in the order given.
pub(super) fn releases(value: Value<'_>, guide: &Guide) -> Result<Vec<Release>, Bad> {
    let release = |row: &Value<'_>| {
        let row = row.object("a row of `releases`", &RELEASE_KEYS)?;
        let (source, side) = source(&row, guide, "each row names the source that was released")?;
        let pain = |key| row.need(key, "how much it hurt, from 0 to 10")?.number(key, 0.0..=10.0);
        Ok(Release { source, side, pain_before: pain("pain_before")?, pain_after: pain("pain_after")? })
    };
    rows(value, "releases", MOST_RELEASES)?.iter().map(release).collect()
}

/// The source and side of a row. Any source of the guide will do, even one that Unknot would not have pressed.
fn source(row: &Object<'_>, guide: &Guide, hint: &str) -> Result<(SourceIx, Side), Bad> {
    let all = || guide.sources.iter().map(|source| source.id.as_str()).collect();
    let sources = Ids { one: "source", list: "sources", all: &all };
    let source = sources.of(row.need("source", hint)?, |id| guide.find_source(id))?;
    let known = guide.source(source);
    let side = lookup::side(row, &format!("source \"{}\"", known.id), &known.sides)?;
    Ok((source, side))
}
