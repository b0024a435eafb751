//! `questions`.

use super::place::{now_ms, of, wait_for};
use super::{json, own_guide, print};
use crate::args::{Data, Questions, Which};
use crate::failure::Failure;
use serde::Serialize;
use std::io::{self, Read};
use std::path::Path;
use std::{fmt::Write as _, fs};
use store::{Mail, OpenMode, Question, QuestionId, Store};

/// Bytes an answer may have.
const ANSWER_BYTES: u64 = 64 * 1024;

/// Lists, answers, publishes, deletes.
pub(super) fn questions(command: &Questions, guide: Option<&Path>) -> Result<(), Failure> {
    own_guide(guide)?;
    match command {
        Questions::List { waiting, mail, topic, json, data } => {
            let topic = topic.as_deref().map(known_topic).transpose()?;
            let keep = |question: &Question| {
                (!waiting || question.answer.is_none())
                    && (!mail || matches!(question.mail, Mail::Refused | Mail::Unsure))
                    && topic.as_ref().is_none_or(|topic| *topic == question.topic)
            };
            list(&all(data)?.into_iter().filter(keep).collect::<Vec<_>>(), *json)
        }
        Questions::Show { which, json } => show(&one(which)?, *json),
        Questions::Answer { which, file, publish } => answer(which, file, *publish),
        Questions::Publish(which) => publish(which, true),
        Questions::Hide(which) => publish(which, false),
        Questions::Topic { which, topic } => {
            let topic = known_topic(topic)?;
            change(which, async |store, id| store.move_question(id, &topic).await)?.or_nothing(which)?;
            print(&format!("{} is a question on {topic} now.\n", which.id))
        }
        Questions::Mail { which, again, .. } => decide(which, *again),
        Questions::Delete(which) => {
            change(which, async |store, id| store.delete_question(id).await)?.or_nothing(which)?;
            print(&format!("{} is deleted, with its answer and the address.\n", which.id))
        }
    }
}

fn all(data: &Data) -> Result<Vec<Question>, Failure> {
    let dir = of(data)?;
    wait_for(async { Ok(Store::open(&dir, OpenMode::Look).await?.questions().await?) })
}

fn one(which: &Which) -> Result<Question, Failure> {
    let dir = of(&which.data)?;
    let found = wait_for(async { Ok(Store::open(&dir, OpenMode::Look).await?.question(which.id).await?) })?;
    found.ok_or_else(|| nothing(which.id))
}

fn nothing(id: QuestionId) -> Failure {
    Failure::input(format!("there is no question {id}"), "`unknot questions list` names them all")
}

/// Was something done?
struct Done(bool);

impl Done {
    fn or_nothing(self, which: &Which) -> Result<(), Failure> {
        if self.0 { Ok(()) } else { Err(nothing(which.id)) }
    }
}

fn change(
    which: &Which,
    change: impl AsyncFnOnce(&Store, QuestionId) -> Result<bool, store::Trouble>,
) -> Result<Done, Failure> {
    let dir = of(&which.data)?;
    wait_for(async {
        let store = Store::open(&dir, OpenMode::Beside).await?;
        let done = change(&store, which.id).await;
        store.close().await;
        Ok(Done(done?))
    })
}

fn answer(which: &Which, file: &Path, publish: bool) -> Result<(), Failure> {
    let text = text(file)?;
    change(which, async |store, id| store.answer(id, text.trim(), publish, now_ms()).await)?.or_nothing(which)?;
    let question = one(which)?;
    let read = if question.published { "All can read it." } else { "Nobody else can read it yet." };
    print(&format!("{} is answered. {read}\nMail: {}.\n", which.id, said(question.mail)))
}

fn text(file: &Path) -> Result<String, Failure> {
    let unread = |error: io::Error| {
        Failure::input(
            format!("cannot read {}: {error}", file.display()),
            "name a file of plain text, or - for standard input",
        )
    };
    let mut text = String::new();
    if file == Path::new("-") {
        io::stdin().take(ANSWER_BYTES + 1).read_to_string(&mut text).map_err(unread)?;
    } else {
        fs::File::open(file).map_err(unread)?.take(ANSWER_BYTES + 1).read_to_string(&mut text).map_err(unread)?;
    }
    if text.trim().is_empty() {
        return Err(Failure::input("the answer is empty", "nothing was changed"));
    }
    if text.len() as u64 > ANSWER_BYTES {
        return Err(Failure::input(format!("the answer has more than {ANSWER_BYTES} bytes"), "nothing was changed"));
    }
    Ok(text)
}

fn publish(which: &Which, published: bool) -> Result<(), Failure> {
    if published && one(which)?.answer.is_none() {
        let message = format!("question {} has no answer yet", which.id);
        return Err(Failure::input(message, format!("unknot questions answer {} FILE --publish", which.id)));
    }
    change(which, async |store, id| store.publish(id, published).await)?.or_nothing(which)?;
    print(&format!("{} can be read by {}.\n", which.id, if published { "all" } else { "you alone" }))
}

fn decide(which: &Which, again: bool) -> Result<(), Failure> {
    let decided = change(which, async |store, id| store.decide_letter(id, again, now_ms()).await)?;
    let question = one(which)?;
    if !decided.0 {
        let message = format!("there is nothing to decide about question {}: {}", which.id, said(question.mail));
        return Err(Failure::input(message, "`unknot questions list --mail` names those that need you"));
    }
    print(&format!("{}, mail: {}.\n", which.id, said(question.mail)))
}

/// A page's topic; `_` and capitals are forgiven.
fn known_topic(topic: &str) -> Result<String, Failure> {
    let guide = guide::Guide::embedded("en").map_err(Failure::BuiltIn)?;
    let library = pages::embedded(&guide).map_err(Failure::BuiltIn)?;
    let wanted = topic.trim().to_lowercase().replace(['_', ' '], "-");
    let mut topics = library.topics().filter(|topic| *topic != pages::QUESTIONS);
    if topics.any(|topic| topic == wanted) {
        return Ok(wanted);
    }
    let near = guide::nearest(&wanted, library.topics()).map_or_else(
        || "`unknot learn` lists all topics".to_owned(),
        |near| format!("did you mean {near}? `unknot learn` lists all topics"),
    );
    Err(Failure::input(format!("there is no topic {topic:?}"), near))
}

fn said(mail: Mail) -> String {
    match mail {
        Mail::Kept => "the address is kept for the answer".to_owned(),
        Mail::Waiting => "it is to be mailed by `unknot serve --questions`".to_owned(),
        Mail::Handing => "it is being mailed just now".to_owned(),
        Mail::Unsure => "it may have been mailed or not: decide with `unknot questions mail`".to_owned(),
        Mail::Refused => "it could not be mailed: decide with `unknot questions mail`".to_owned(),
        Mail::Sent { at_ms } => format!("it was mailed on {}, and the address is deleted", day(at_ms)),
        Mail::Gone => "the address is deleted; nothing was mailed".to_owned(),
    }
}

fn day(at_ms: i64) -> String {
    case::Date::of_days(at_ms.div_euclid(86_400_000)).map(|day| day.to_string()).unwrap_or_default()
}

/// Which of three states, for the list.
fn state(question: &Question) -> &'static str {
    match (&question.answer, question.published) {
        (None, _) => "waiting",
        (Some(_), false) => "answered",
        (Some(_), true) => "published",
    }
}

fn list(questions: &[Question], as_json: bool) -> Result<(), Failure> {
    if as_json {
        return print(&json(&questions.iter().map(Wire::of).collect::<Vec<_>>())?);
    }
    if questions.is_empty() {
        return print("No questions.\n");
    }
    let mut out = String::new();
    for question in questions {
        let Question { id, asked_ms, topic, name, text, mail, .. } = question;
        let begins: String = plain(text).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(60).collect();
        let mail = match mail {
            Mail::Refused => "  [mail refused]",
            Mail::Unsure => "  [mail unsure]",
            _ => "",
        };
        let (state, day, name) = (state(question), day(*asked_ms), plain(name));
        let _ = writeln!(out, "{id:>5}  {day}  {state:<9}  {topic}  {name}: {begins}{mail}");
    }
    print(&out)
}

fn show(question: &Question, as_json: bool) -> Result<(), Failure> {
    if as_json {
        return print(&json(&Wire::of(question))?);
    }
    let Question { id, asked_ms, topic, name, text, answer, mail, .. } = question;
    let mut out = format!("Question {id}, {}, on {topic}, asked on {}\n", state(question), day(*asked_ms));
    let _ = writeln!(out, "\n{}:\n{}", plain(name), indented(text));
    if let Some(answer) = answer {
        let _ = writeln!(out, "Answer:\n{}", indented(answer));
    }
    let _ = writeln!(out, "Mail: {}.", said(*mail));
    print(&out)
}

fn indented(text: &str) -> String {
    plain(text).lines().map(|line| format!("  {line}\n")).collect()
}

/// What a stranger wrote may hold what a terminal obeys.
fn plain(text: &str) -> String {
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// A question as JSON. There is no address in it.
#[derive(Serialize)]
struct Wire<'a> {
    id: QuestionId,
    asked_ms: i64,
    topic: &'a str,
    name: &'a str,
    text: &'a str,
    answer: Option<&'a str>,
    published: bool,
    mail: &'static str,
}

impl Wire<'_> {
    fn of(question: &Question) -> Wire<'_> {
        let Question { id, asked_ms, topic, name, text, answer, published, mail } = question;
        let mail = match mail {
            Mail::Kept => "kept",
            Mail::Waiting => "waiting",
            Mail::Handing => "handing",
            Mail::Unsure => "unsure",
            Mail::Refused => "refused",
            Mail::Sent { .. } => "sent",
            Mail::Gone => "gone",
        };
        let (id, asked_ms, published, answer) = (*id, *asked_ms, *published, answer.as_deref());
        Wire { id, asked_ms, topic, name, text, answer, published, mail }
    }
}
