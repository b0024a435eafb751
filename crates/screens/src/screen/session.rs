//! Session: one thing at a time, large, with a ring; ease off anywhere, stop in one tap.

use super::image::image;
use super::today::{notice, scale};
use super::{page, plan, walk};
use crate::app::{App, Turn};
use crate::{Action, Block, Button, Effect, Kind, Look, Opt, Place, Scale, SessionAction, Tone, View, Weight};
use coach::session::{Done, Ended, Event, Move, Phase, Script, Session, Shown, Step, Task};
use guide::Id;
use records::{Body, Vault};
use words::Say;

/// A cue that is older than this is not given any more, ms: the screen was locked meanwhile.
const LATE_MS: u64 = 3_000;

/// A session begun longer ago than this is over, whatever was left of it, ms.
const OVER_MS: i64 = 2 * 3_600_000;

/// Cues are known so far ahead, ms: longer than any session.
const AHEAD_MS: u64 = 2 * 3_600_000;

/// A session that goes on.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    session: Option<Session>,
    /// What was done in it, as [`walk`] tells it.
    walk: String,
    /// Records made of its log that are kept.
    kept: usize,
    /// Is the reason of a stop asked?
    stopping: bool,
}

pub(crate) fn view(app: &App) -> View {
    let Some(session) = &app.drafts.session.session else { return begin(app) };
    let shown = session.show();
    let mut view = if app.drafts.session.stopping { why_stop(app) } else { phase(app, session, &shown) };
    view.dark = true;
    view.ticking = !matches!(shown.phase, Phase::Finished { .. } | Phase::Stopped { .. });
    view.tabs = Vec::new();
    view
}

/// Before it begins: how bad it is.
fn begin(app: &App) -> View {
    let mut view = page(app, Place::Session, app.say(Say::SessionHeading), Some(Place::Plan));
    let before = scale(app, Scale::Pain, app.say(Say::PainBefore), app.scale(Scale::Pain));
    view.blocks.push(Block::new("before", before));
    view.blocks.push(movement(app));
    view.blocks.push(stop_signs(app));
    view.foot.push(button(app, Say::BeginSession, SessionAction::Begin, Weight::Main));
    view
}

/// How bad is the movement that hurts most? If one likes; the same one before and after.
fn movement(app: &App) -> Block {
    Block::new("movement", scale(app, Scale::Movement, app.say(Say::Movement), app.scale(Scale::Movement)))
}

/// What was said of it, as a record.
fn moved(app: &mut App) -> Option<Body> {
    app.drafts.scales[Scale::Movement as usize].take().map(|pain| Body::Movement { pain })
}

fn stop_signs(app: &App) -> Block {
    let stops = app.guide.stops.iter().filter(|stop| stop.during);
    let lines = stops.map(|stop| app.guide.text("stops", &stop.id, "sign").to_owned()).collect();
    notice("signs", Tone::Care, app.say(Say::StopIf), lines, Vec::new())
}

fn phase(app: &App, session: &Session, shown: &Shown) -> View {
    match &shown.phase {
        Phase::Finished { .. } => finished(app),
        Phase::Stopped { sign, may_go_on } => stopped(app, sign, *may_go_on),
        _ => running(app, session, shown),
    }
}

fn running(app: &App, session: &Session, shown: &Shown) -> View {
    let speaker = app.speaker();
    let step = session.script().steps().get(shown.step);
    let title = step.map(|step| speaker.session_step(session.script(), step)).unwrap_or_default();
    let mut view = page(app, Place::Session, title, None);
    let at = app.say(Say::StepOf(shown.step + 1, shown.of));
    view.blocks.push(Block::new("at", Kind::Soft(at)));
    view.blocks.push(Block::new("now", Kind::Big(speaker.session_now(shown))));
    let ring = Kind::Ring { share: shown.fraction, number: shown.left_s.to_string(), words: app.say(Say::Seconds) };
    view.blocks.push(Block::new("ring", ring));
    if pressing(shown) {
        let ease = button(app, Say::TapToEase, SessionAction::EaseOff, Weight::Quiet);
        view.blocks.push(Block::new("ease", Kind::Area(ease)));
    }
    view.blocks.extend(number(app, session, shown));
    view.blocks.push(Block::new("other", Kind::Buttons(other_ways(app, shown))));
    let next = shown.next.and_then(|next| session.script().steps().get(next));
    let next = next.map(|next| (app.say(Say::Next), speaker.session_step(session.script(), next)));
    view.blocks.push(Block::new("next", Kind::Rows(next.into_iter().collect())));
    if let Some(step) = step {
        if let Some(shown) = image(session.script(), step) {
            view.blocks.push(Block::new(format!("image-{}", shown.shows), Kind::Image(shown)));
        }
        view.blocks.extend(how(app, session, shown, step));
    }
    view.foot = controls(app, shown);
    view
}

/// The number that is wanted now: how sore, or how much an exercise hurts; while stretching, the pain after a spot.
fn number(app: &App, session: &Session, shown: &Shown) -> Option<Block> {
    let felt = || scale(app, Scale::Felt, app.say(Say::FeelsNow), shown.felt);
    match &shown.task {
        Some(Task::Strength { .. }) => Some(Block::new("felt", felt())),
        Some(Task::Stretch { .. }) if untold(app, session).is_some() => {
            Some(Block::new("pain", scale(app, Scale::Pain, app.say(Say::PainAfter), None)))
        }
        _ => pressing(shown).then(|| Block::new("felt", felt())),
    }
}

/// How to do a step: seen while getting ready for it, folded once it is under way.
fn how(app: &App, session: &Session, shown: &Shown, step: &Step) -> Vec<Block> {
    let steps = Block::new("steps", Kind::Steps(app.speaker().session_how(session.script(), step)));
    let not_if = app.speaker().session_not_if(step).map(|text| (app.say(Say::LeaveOutIf), text));
    let mut blocks = vec![steps];
    blocks.extend(not_if.map(|row| Block::new("not-if", Kind::Rows(vec![row]))));
    let open = matches!(shown.phase, Phase::GetReady { .. }) || !step.task.holds();
    let title = app.say(Say::HowTo);
    vec![Block::new(format!("how-{}-{open}", shown.step), Kind::Fold { title, open, blocks })]
}

/// Is a spot under pressure, or about to be?
fn pressing(shown: &Shown) -> bool {
    shown.task.as_ref().is_some_and(|task| task.spot().is_some())
}

/// What must be in reach lying on a ball: stop, and a pause.
fn controls(app: &App, shown: &Shown) -> Vec<Button> {
    let paused = matches!(shown.phase, Phase::Paused { .. } | Phase::EasedOff { .. });
    let (pause, action) =
        if paused { (Say::Resume, SessionAction::Resume) } else { (Say::Pause, SessionAction::Pause) };
    vec![button(app, Say::Stop, SessionAction::Stop, Weight::Stop), button(app, pause, action, Weight::Quiet)]
}

fn other_ways(app: &App, shown: &Shown) -> Vec<Button> {
    let sore = pressing(shown).then_some((Say::TooSore, SessionAction::TooSore));
    let ways = [(Say::Back, SessionAction::Back), (Say::Skip, SessionAction::Skip), (Say::Done, SessionAction::Done)];
    sore.into_iter().chain(ways).map(|(say, action)| button(app, say, action, Weight::Quiet)).collect()
}

/// Stopped: weight is off already; was it a sign?
fn why_stop(app: &App) -> View {
    let mut view = page(app, Place::Session, app.say(Say::Stop), None);
    let options = app.guide.stops.iter().filter(|stop| stop.during).map(|stop| Opt {
        label: app.guide.text("stops", &stop.id, "sign").to_owned(),
        note: String::new(),
        chosen: false,
        action: Action::Session(SessionAction::Sign(stop.id.as_str().to_owned())),
    });
    let choice = Kind::Choice {
        legend: app.say(Say::WhyStop),
        hidden: false,
        many: false,
        look: Look::List,
        options: options.collect(),
    };
    view.blocks.push(Block::new("why", choice));
    view.foot.push(button(app, Say::Resume, SessionAction::Resume, Weight::Quiet));
    view.foot.push(button(app, Say::JustStop, SessionAction::JustStop, Weight::Main));
    view
}

fn stopped(app: &App, sign: &Id, may_go_on: bool) -> View {
    let mut view = page(app, Place::Session, app.say(Say::Stop), None);
    let title = app.guide.text("stops", sign, "sign").to_owned();
    let lines = vec![app.guide.text("stops", sign, "advice").to_owned()];
    view.blocks.push(notice("sign", Tone::Alert, title, lines, Vec::new()));
    if may_go_on {
        view.foot.push(button(app, Say::Resume, SessionAction::Resume, Weight::Quiet));
    }
    view.foot.push(button(app, Say::Done, SessionAction::JustStop, Weight::Main));
    view
}

/// Over: how bad it is now.
fn finished(app: &App) -> View {
    let mut view = page(app, Place::Session, app.say(Say::SessionOver), None);
    view.blocks.push(Block::new("after", scale(app, Scale::Pain, app.say(Say::PainAfter), app.scale(Scale::Pain))));
    if app.told.session.as_ref().is_some_and(|session| !session.movement.is_empty()) {
        view.blocks.push(movement(app));
    }
    view.foot.push(button(app, Say::Done, SessionAction::Done, Weight::Main));
    view
}

fn button(app: &App, say: Say, action: SessionAction, weight: Weight) -> Button {
    Button::new(app.say(say), Action::Session(action), weight)
}

/// Does what one does in a session.
pub(super) fn act(app: &mut App, action: SessionAction, turn: &mut Turn<'_>) {
    let event = match action {
        SessionAction::Begin => return begin_now(app, turn),
        SessionAction::Done if over(app) => return end(app, turn),
        SessionAction::JustStop => {
            app.drafts.session.stopping = false;
            take(app, Event::End, turn);
            if stopped_by_sign(app) {
                end(app, turn);
            }
            return;
        }
        SessionAction::Stop => {
            app.drafts.session.stopping = true;
            Event::Pause
        }
        SessionAction::Sign(sign) => Event::Sign(Id::from(sign.as_str())),
        SessionAction::EaseOff => Event::EaseOff,
        SessionAction::TooSore => Event::TooSore,
        SessionAction::Pause => Event::Pause,
        SessionAction::Resume => Event::Resume,
        SessionAction::Skip => Event::Skip,
        SessionAction::Back => Event::Back,
        SessionAction::Done => Event::Done,
    };
    if event != Event::Pause {
        app.drafts.session.stopping = false;
    }
    take(app, event, turn);
}

/// What is to be done, step by step.
pub(super) fn script(app: &App, plan: &coach::Plan) -> Script {
    Script::of(&app.guide, plan).pressed_before(coach::pressed_s(&app.guide, app.case()))
}

/// Goes on with a session that a reload broke off, from the text of [`Effect::Walk`]. False if there is none to go on with.
pub(crate) fn resume(app: &mut App, text: &str) -> bool {
    let Some((began, events)) = walk::read(text) else { return false };
    if app.told.session.as_ref().is_none_or(|session| session.began.at_ms != began) {
        return false;
    }
    let Some((then, kept)) = at_its_beginning(app, began) else { return false };
    if app.now.at_ms.saturating_sub(began) > OVER_MS {
        return false;
    }
    // the same records make the same plan
    let (now, vault) = (app.now, std::mem::replace(&mut app.vault, then));
    app.now.at_ms = began;
    app.refold();
    let script = plan::ready(app).map(|plan| script(app, plan));
    (app.now, app.vault) = (now, vault);
    app.refold();
    let Some(script) = script else { return false };
    let mut session = Session::replay(script, &events);
    session.take(Event::Tick, u64::try_from(now.at_ms).unwrap_or(0));
    app.drafts.session = Draft { session: Some(session), walk: text.to_owned(), kept, stopping: false };
    true
}

/// The records before the session that began then, and how many were made in it.
fn at_its_beginning(app: &App, began: i64) -> Option<(Vault, usize)> {
    let records = app.vault.records();
    let first = records.iter().find(|record| {
        let ours = record.device == app.vault.device();
        ours && record.at.at_ms == began && matches!(record.body, Body::SessionBegan { .. })
    })?;
    let then = app.vault.before(first);
    let made = records.iter().filter(|record| record.device == first.device && record.number > first.number);
    let of_session = |body: &Body| {
        matches!(body, Body::Held { .. } | Body::StopSign { .. } | Body::Retested { .. } | Body::Exercised { .. })
    };
    Some((then, made.filter(|record| of_session(&record.body)).count()))
}

fn begin_now(app: &mut App, turn: &mut Turn<'_>) {
    let Some(plan) = plan::ready(app) else { return };
    let session = Session::new(script(app, plan));
    let before = app.scale(Scale::Pain);
    app.drafts.scales[Scale::Pain as usize] = None;
    let walk = walk::begun(turn.moment.stamp.at_ms);
    app.drafts.session = Draft { session: Some(session), walk, kept: 0, stopping: false };
    let moved = moved(app);
    app.keep_all(turn, [Body::SessionBegan { pain: before }].into_iter().chain(moved));
    take(app, Event::Begin, turn);
}

/// The number of a hold.
pub(super) fn felt(app: &mut App, number: u8, turn: &mut Turn<'_>) {
    take(app, Event::Felt(number), turn);
}

/// Pain once a spot is done: what it did over that spot.
pub(super) fn pain(app: &mut App, number: u8, turn: &mut Turn<'_>) {
    let released = app.drafts.session.session.as_ref().and_then(|session| released(app, session, number));
    app.keep_all(turn, released);
}

/// Does a session go on?
pub(super) fn goes_on(app: &App) -> bool {
    app.drafts.session.session.is_some() && !over(app)
}

/// When the cues fall due that nobody has to touch anything for, ms from now. The session is run to its end and made anew
/// from what was done in it.
pub(crate) fn cues_ahead(app: &mut App) -> Vec<u32> {
    let now = u64::try_from(app.now.at_ms).unwrap_or(0);
    let draft = &mut app.drafts.session;
    let Some((_, events)) = walk::read(&draft.walk) else { return Vec::new() };
    let Some(mut session) = draft.session.take() else { return Vec::new() };
    let cues = session.take(Event::Tick, now + AHEAD_MS);
    let mut again = Session::replay(session.into_script(), &events);
    again.take(Event::Tick, now);
    draft.session = Some(again);
    cues.iter().filter_map(|cue| u32::try_from(cue.at_ms.checked_sub(now)?).ok()).collect()
}

/// Time has passed.
pub(super) fn tick(app: &mut App, turn: &mut Turn<'_>) {
    if app.place == Place::Session {
        take(app, Event::Tick, turn);
    }
}

/// Moves the session on, keeps what was done, and passes on the cues.
fn take(app: &mut App, event: Event, turn: &mut Turn<'_>) {
    let at_ms = u64::try_from(turn.moment.stamp.at_ms).unwrap_or(0);
    let Draft { session: Some(session), walk, .. } = &mut app.drafts.session else { return };
    if event != Event::Tick {
        let began = walk.split(' ').next().and_then(|began| began.parse().ok()).unwrap_or(at_ms);
        walk::add(walk, &event, at_ms.saturating_sub(began));
        turn.effects.push(Effect::Walk(walk.clone()));
    }
    let cues = session.take(event, at_ms);
    let log = session.log().to_vec();
    let new: Vec<Body> = log.into_iter().filter_map(|done| body(app, done)).skip(app.drafts.session.kept).collect();
    if !new.is_empty() {
        app.drafts.session.kept += new.len();
        app.keep_all(turn, new);
    }
    let Some(session) = &app.drafts.session.session else { return };
    let late = cues.iter().filter(|cue| at_ms.saturating_sub(cue.at_ms) < LATE_MS);
    let said: Vec<String> = late.map(|cue| app.speaker().session_cue(session.script(), cue)).collect();
    if !said.is_empty() {
        // in one breath: a voice that is spoken over would never say that the side changes
        app.said = said.join(" ");
        turn.effects.push(Effect::Cue(app.said.clone()));
    }
}

/// What was done, as a record; warm-ups and stretches are none.
fn body(app: &App, done: Done) -> Option<Body> {
    let id = |source| app.guide.source(source).id.as_str().to_owned();
    let how = |ended| match ended {
        Ended::Done => records::Ended::Done,
        Ended::TooSore => records::Ended::TooSore,
        Ended::Skipped => records::Ended::Skipped,
        Ended::Stopped => records::Ended::Stopped,
    };
    match done {
        Done::Held { source, side, technique, seconds, felt, ended } => Some(Body::Held {
            source: id(source),
            side,
            technique: technique.as_str().to_owned(),
            seconds,
            felt,
            ended: how(ended),
        }),
        Done::Sign { sign, at } => {
            Some(Body::StopSign { sign: sign.as_str().to_owned(), at: at.map(|(source, side)| (id(source), side)) })
        }
        Done::Retested { source, side, before, after } => {
            Some(Body::Retested { source: id(source), side, before, after })
        }
        Done::Moved { what: Move::Exercise(exercise), seconds, felt, ended, .. } => {
            Some(Body::Exercised { exercise: exercise.as_str().to_owned(), seconds, felt, ended: how(ended) })
        }
        Done::Moved { .. } | Done::Ended { .. } => None,
    }
}

fn over(app: &App) -> bool {
    let session = app.drafts.session.session.as_ref();
    session.is_some_and(|session| matches!(session.show().phase, Phase::Finished { .. }))
}

fn stopped_by_sign(app: &App) -> bool {
    let session = app.drafts.session.session.as_ref();
    session.is_some_and(|session| matches!(session.show().phase, Phase::Stopped { .. }))
}

/// Ends it: pain before and after, and what that says about the spot that fits best of those not told of yet.
fn end(app: &mut App, turn: &mut Turn<'_>) {
    let draft = std::mem::take(&mut app.drafts.session);
    let Some(session) = draft.session else { return };
    let after = app.drafts.scales[Scale::Pain as usize].take();
    let mut bodies: Vec<Body> = after.and_then(|after| released(app, &session, after)).into_iter().collect();
    let complete = matches!(session.show().phase, Phase::Finished { complete: true });
    bodies.extend(moved(app));
    bodies.push(Body::SessionEnded { pain: after, complete });
    turn.effects.push(Effect::Walk(String::new()));
    app.keep_all(turn, bodies);
    app.go(Place::After);
}

/// What pain did over the spot that a number now can speak for, since the number before.
fn released(app: &App, session: &Session, pain_after: u8) -> Option<Body> {
    let (source, side) = untold(app, session)?;
    let told = app.told.session.as_ref()?;
    let last = told.releases.last().map(|release| release.pain_after as u8);
    let source = app.guide.source(source).id.as_str().to_owned();
    Some(Body::Released { source, side, pain_before: last.or(told.pain_before)?, pain_after })
}

/// The first spot that was held and of which no number has been told: one number can speak for one spot only.
fn untold(app: &App, session: &Session) -> Option<(guide::SourceIx, case::Side)> {
    let told = app.told.session.as_ref()?;
    session.log().iter().find_map(|done| match done {
        Done::Held { source, side, ended: Ended::Done, .. } => Some((*source, *side)).filter(|(source, side)| {
            told.releases.iter().all(|release| (release.source, release.side) != (*source, *side))
        }),
        _ => None,
    })
}
