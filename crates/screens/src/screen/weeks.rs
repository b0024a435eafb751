//! How it goes: what the records say of sessions and weeks, and the rule that follows, with why and how sure.

use super::today::notice;
use crate::app::App;
use crate::{Action, Block, Button, Tone, Weight};
use coach::{Drill, Past, Rule, Sitting};
use records::{Ended, SessionTold, What};
use words::Say;

/// What happened so far, as far as the weeks need it.
pub(crate) fn past(app: &App) -> Past {
    let told = &app.told;
    let visit_ms = told.visit.map_or(0, |visit| visit.at_ms);
    let mut past = Past { now_ms: app.now.at_ms, visit_ms, ..Past::default() };
    for entry in told.days.iter().flat_map(|day| &day.entries) {
        if let What::Rated { pain, .. } | What::SessionBegan { pain: Some(pain) } = entry.what {
            past.pains.push((entry.at.at_ms, pain));
        }
    }
    told.sessions.iter().for_each(|session| past.sittings.push(sitting(session)));
    past
}

fn sitting(told: &SessionTold) -> Sitting {
    let mut sitting = Sitting {
        ended_ms: told.ended.unwrap_or(told.began).at_ms,
        pain: [told.pain_before, told.pain_after],
        ..Sitting::default()
    };
    for (_, _, before, after) in &told.again {
        if let Some(before) = before {
            sitting.again.push((*before, *after));
        }
    }
    if let [before, .., after] = told.movement[..] {
        sitting.again.push((before, after));
    }
    for hold in &told.holds {
        sitting.longest_s = sitting.longest_s.max(hold.seconds);
    }
    for stop in &told.stops {
        sitting.signs.push(stop.sign.as_str().into());
    }
    for drill in &told.drills {
        if drill.ended != Ended::Skipped {
            let done = drill.ended == Ended::Done;
            sitting.drills.push(Drill { exercise: drill.exercise.clone(), pain: drill.felt, done });
        }
    }
    sitting
}

/// How pain went since the course began, in whole points.
pub(super) fn went(app: &App) -> Option<String> {
    let [from, to] = app.course.pain?.map(|mean| (mean + 0.5) as u8);
    Some(app.say(Say::Weeks(from, to, app.course.days as u16)))
}

/// What a rule says: what to do, why, how it went, how sure; and ways on.
pub(super) fn rule(app: &App, rule: Option<Rule>) -> Option<Block> {
    let rule = rule?;
    let known = app.guide.decisions.iter().find(|known| known.id == *rule.id())?;
    let tone = match rule {
        Rule::Emergency | Rule::RedFlag => Tone::Alert,
        _ if known.stops_pressing => Tone::Care,
        _ => Tone::Calm,
    };
    let went = went(app).filter(|_| app.course.days >= 7);
    let why = app.say(Say::RuleWhen(rule));
    let mut lines = vec![why];
    lines.extend(went);
    lines.push(app.say(Say::RuleSure(known.confidence)));
    let button = |say, action| Button::new(app.say(say), action, Weight::Quiet);
    let buttons = match rule {
        Rule::Refer | Rule::AdviseClinician => {
            vec![button(Say::CopyResult, Action::CopyResult), button(Say::ClinicianChecked, Action::Checked)]
        }
        _ if looks_again(rule) => vec![button(Say::LookAgain, Action::LookAgain)],
        _ => Vec::new(),
    };
    Some(notice("rule", tone, app.say(Say::RuleThen(rule)), lines, buttons))
}

/// Does this rule lead to a new look?
pub(super) fn looks_again(rule: Rule) -> bool {
    matches!(rule, Rule::Nerve | Rule::Tendon | Rule::Worse | Rule::PersistingReassess)
}
