//! What was asked for of belief, and whether it is so.

use super::cases::percent;
use super::found::{Asked, Figure, Found, People};
use super::markdown::{self, Goal, Style, figure};
use crate::accuracy::{finding, relief, statements, stops};
use crate::cases::interval::Share;
use crate::cases::report::{GATE, GOALS, name_of};
use trial::Scenario;

/// Goals on published cases.
pub(crate) fn cases(found: &Found) -> Option<String> {
    let mut rows = Vec::new();
    for (known, asked) in GOALS {
        let Some((_, score, _)) = found.scores.belief.iter().find(|(name, ..)| *name == known) else { continue };
        let shares = [("any top-1", score.top1), ("any top-3", score.top3), ("gluteal or not", score.balanced)];
        for ((what, share), least) in shares.into_iter().zip(asked) {
            let met = share.value * 100.0 >= f64::from(least);
            rows.push(of_share(format!("{}: {what} at least {least} %", name_of(known)), share, met));
        }
    }
    let gates = &found.scores.gates;
    let [hits, others] = GATE;
    let named = |share: Share| percent(share) + &format!(", of {}", share.n);
    rows.push(Goal {
        asked: format!("the gate closes on at least {hits} % of red-flag cases it can know"),
        found: named(gates.hits),
        met: Some(gates.hits.value * 100.0 >= f64::from(hits)),
    });
    rows.push(Goal {
        asked: format!("the gate closes on at most {others} % of the others"),
        found: named(gates.false_closures),
        met: Some(gates.false_closures.value * 100.0 <= f64::from(others)),
    });
    Some(markdown::goals(&rows))
}

fn of_share(asked: String, share: Share, met: bool) -> Goal {
    Goal { asked, found: percent(share), met: Some(met) }
}

/// Goals on simulated people.
pub(crate) fn people(found: &Found) -> Option<String> {
    let people = found.people.as_ref()?;
    let others = ["base rate", "one source", "overlap"];
    let mut rows: Vec<Goal> = others.iter().map(|other| loss(people, other)).collect();
    rows.extend(calibration(people));
    rows.push(stop(people));
    for scenario in ["clean", "default"] {
        let asked = format!("top-1 no worse than overlap by more than 0.02, paired lower end, {scenario}");
        rows.push(one(asked, people.at(statements::TOP, scenario, "belief - overlap"), Style::Decimals(3)));
    }
    for (scenario, presses) in [("default", 4), ("clean", 3)] {
        let asked = format!("at least 90 % of gluteal people press an active point within {presses}, {scenario}");
        let row = format!("{scenario}: {}", finding::WAYS[0]);
        rows.push(one(asked, people.at(finding::PART, &row, &format!("within {presses}")), Style::Percent));
    }
    for row in people.rows(relief::PART) {
        let asked = format!("two likeliest releases relieve more than the fixed ones, paired lower end, {row}");
        rows.push(one(asked, people.at(relief::PART, row, "likeliest - fixed"), Style::Percent));
    }
    Some(format!("{} people a scenario. {}", people.people, markdown::goals(&rows)))
}

fn one(asked: String, figure_at: Option<&Figure>, style: Style) -> Goal {
    let Some(f) = figure_at else { return Goal { asked, found: "-".into(), met: None } };
    Goal { asked, found: figure(f.value, f.low, f.high, style), met: f.goal.as_ref().map(|goal| goal.met) }
}

/// Log loss below another way's, in every scenario.
fn loss(people: &People, other: &str) -> Goal {
    let column = format!("{other} - belief");
    let leads: Vec<&Figure> =
        people.figures.iter().filter(|f| f.part == statements::LOSS && f.column == column).collect();
    let missed: Vec<&str> = leads.iter().filter(|f| !is_met(f)).map(|f| f.row.as_str()).collect();
    let least = leads.iter().min_by(|a, b| a.low.total_cmp(&b.low));
    let all = Scenario::ALL.len();
    let mut found = format!("in {} of {all}", leads.len() - missed.len());
    if !missed.is_empty() {
        found += &format!(", not in {}", missed.join(", ").replace('_', " "));
    }
    if let Some(f) = least {
        let lead = figure(f.value, f.low, f.high, Style::Decimals(4));
        found += &format!("; least lead {lead} nats, {}", f.row.replace('_', " "));
    }
    let met = if missed.is_empty() && leads.len() < all { None } else { Some(missed.is_empty()) };
    Goal { asked: format!("log loss below {other}, paired interval too, in all {all} scenarios"), found, met }
}

fn is_met(figure: &Figure) -> bool {
    figure.goal.as_ref().is_some_and(|goal| goal.met)
}

/// Calibration error in the default scenario, and in the worst.
fn calibration(people: &People) -> [Goal; 2] {
    let column = "drawing and 10 answers";
    let errors = people.figures.iter().filter(|f| f.part == statements::CALIBRATION && f.column == column);
    let worst = errors.clone().max_by(|a, b| a.value.unwrap_or(1.0).total_cmp(&b.value.unwrap_or(1.0)));
    let default = people.at(statements::CALIBRATION, "default", column);
    let mut goals = [
        one("calibration error at most 0.08, default".into(), default, Style::Decimals(3)),
        one("calibration error at most 0.12, worst scenario".into(), worst, Style::Decimals(3)),
    ];
    if let Some(f) = worst {
        // The default's own goal is stricter than what is asked of the worst.
        goals[1].met = Some(f.value.is_some_and(|value| value <= 0.12));
        goals[1].found += &format!(", {}", f.row.replace('_', " "));
        if errors.count() < Scenario::ALL.len() && goals[1].met == Some(true) {
            goals[1].met = None;
        }
    }
    goals
}

/// The figure says itself how many stops there were.
fn stop(people: &People) -> Goal {
    let right = people.at(stops::PART, "default", "right at a stop");
    let mut goal = one("a stated 0.9 is right in 87 to 95 %, over 2,000 stops, default".into(), right, Style::Percent);
    if let Some(Asked { asked, .. }) = right.and_then(|f| f.goal.as_ref()) {
        goal.found += &asked.split_once(", ").map_or(String::new(), |(_, over)| format!(", {over}"));
    }
    goal
}
