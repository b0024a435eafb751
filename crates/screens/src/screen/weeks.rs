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
    let entries = told.days.iter().flat_map(|day| &day.entries);
    let pain = |entry: &records::Entry| match entry.what {
        What::Rated { pain, .. } => Some((entry.at.at_ms, pain)),
        What::SessionBegan { pain } => pain.map(|pain| (entry.at.at_ms, pain)),
        _ => None,
    };
    Past {
        now_ms: app.now.at_ms,
        visit_ms: told.visit.map_or(0, |visit| visit.at_ms),
        pains: entries.filter_map(pain).collect(),
        sittings: told.sessions.iter().map(sitting).collect(),
    }
}

fn sitting(told: &SessionTold) -> Sitting {
    let drills = told.drills.iter().filter(|drill| drill.ended != Ended::Skipped);
    let again = told.again.iter().filter_map(|(_, _, before, after)| Some(((*before)?, *after)));
    let movement = if let [before, .., after] = told.movement[..] { Some((before, after)) } else { None };
    Sitting {
        ended_ms: told.ended.unwrap_or(told.began).at_ms,
        pain: [told.pain_before, told.pain_after],
        again: again.chain(movement).collect(),
        longest_s: told.holds.iter().map(|hold| hold.seconds).max().unwrap_or(0),
        signs: told.stops.iter().map(|stop| stop.sign.as_str().into()).collect(),
        drills: drills
            .map(|drill| Drill { exercise: drill.exercise.clone(), pain: drill.felt, done: drill.ended == Ended::Done })
            .collect(),
    }
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
    let went = app
        .course
        .pain
        .filter(|_| app.course.days >= 7)
        .map(|[from, to]| app.say(Say::Weeks(from as u8, to as u8, app.course.days as u16)));
    let why = app.say(Say::RuleWhen(rule));
    let lines = [Some(why), went, Some(app.say(Say::RuleSure(known.confidence)))].into_iter().flatten().collect();
    let button = |say, action| Button::new(app.say(say), action, Weight::Quiet);
    let buttons = match rule {
        Rule::Refer | Rule::AdviseClinician => {
            vec![button(Say::CopyResult, Action::CopyResult), button(Say::ClinicianChecked, Action::Checked)]
        }
        Rule::Nerve | Rule::Tendon | Rule::Worse | Rule::PersistingReassess => {
            vec![button(Say::LookAgain, Action::LookAgain)]
        }
        _ => Vec::new(),
    };
    Some(notice("rule", tone, app.say(Say::RuleThen(rule)), lines, buttons))
}
