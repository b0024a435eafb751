//! What `proof cases` prints.

use super::baselines::baselines;
use super::gate::Gates;
use super::interval::Share;
use super::person::{Known, NAMED};
use super::read::Told;
use super::score::{Score, chances, is_right, score};
use belief::Weights;
use guide::{Guide, SourceIx};
use std::fmt::Write as _;

/// The goals for belief, percent: any top-1, any top-3, balanced.
pub(crate) const GOALS: [(Known, [u8; 3]); 2] = [(Known::Places, [46, 74, 66]), (Known::Answers, [60, 84, 80])];

/// Goals for the gate, percent: closes on red flags it can know, at least; on others, at most.
pub(crate) const GATE: [u8; 2] = [95, 5];

/// The figures of baselines, belief and gate.
///
/// # Errors
/// Cases that do not fit the guide.
pub(crate) fn figures(guide: &Guide, cases: &[Told]) -> Result<String, String> {
    let plain = cases.iter().filter(|told| !told.is_red_flag()).count();
    let scores = score(guide, cases)?;
    let mut text = format!(
        "{} published cases for tuning, {plain} of them without a red flag: these are ranked.\n\
         Percent with 95 % intervals. A zone counts as told from weight {NAMED}; a source counts once, by its likelier side.\n\n\
         {:<26}{:<16}{:<16}{:<19}{:<15}{:<15}log share\n",
        cases.len(),
        "",
        "any top-1",
        "any top-3",
        "gluteal or not",
        "(gluteal",
        "other)",
    );
    for (name, score) in baselines(guide, cases) {
        text += &line(name, &score, None);
    }
    for (known, score, log) in &scores.belief {
        text += &line(name_of(*known), score, Some(*log));
        if let Some((_, [top1, top3, balanced])) = GOALS.iter().find(|(goal, _)| goal == known) {
            let _ = writeln!(text, "{:<26}{top1:<16}{top3:<16}{balanced}", "  goal");
        }
    }
    Ok(text + &gate(&scores.gates))
}

/// The name of belief with so much told.
pub(crate) fn name_of(known: Known) -> &'static str {
    match known {
        Known::Places => "belief, places alone",
        Known::Answers => "belief, with answers",
        Known::Presses => "  and presses",
    }
}

/// A line of the table.
pub(crate) fn line(name: &str, score: &Score, log: Option<f64>) -> String {
    let log = log.map_or(String::new(), |log| format!("{log:.3}"));
    let [top1, top3, balanced] = [score.top1, score.top3, score.balanced].map(shown);
    let [gluteal, other] =
        [score.gluteal, score.other].map(|share| format!("{:.0} % of {}", share.value * 100.0, share.n));
    format!("{name:<26}{top1:<16}{top3:<16}{balanced:<19}{gluteal:<15}{other:<15}{log}\n")
}

/// Percent with its interval.
fn shown(share: Share) -> String {
    format!("{:.0} ({:.0}-{:.0})", share.value * 100.0, share.low * 100.0, share.high * 100.0)
}

/// The same to a tenth, where the goal is a few percent.
fn exactly(share: Share) -> String {
    format!("{:.1} ({:.0}-{:.0})", share.value * 100.0, share.low * 100.0, share.high * 100.0)
}

fn gate(gates: &Gates) -> String {
    let names = |names: &[String]| if names.is_empty() { "nobody".to_owned() } else { names.join(", ") };
    format!(
        "\nThe gate closes on {} % of {} red-flag cases with a phrase that answers an ask (goal: at least {});\n\
         \x20 let through: {}\n\
         and on {} % of {} others (goal: at most {});\n\
         \x20 stopped: {}\n\
         Red-flag cases of which no phrase answers an ask:\n\x20 {}\n",
        exactly(gates.hits),
        gates.hits.n,
        GATE[0],
        names(&gates.missed),
        exactly(gates.false_closures),
        gates.false_closures.n,
        GATE[1],
        names(&gates.stopped),
        names(&gates.unmapped),
    )
}

/// Case by case: how far down the first accepted source stands, from places and with answers, and the best three.
///
/// # Errors
/// Cases that do not fit the guide.
pub(crate) fn list(guide: &Guide, cases: &[Told]) -> Result<String, String> {
    let weights = Weights::of(guide);
    let mut text =
        "\nRank of the first accepted source from places > with answers; best three with answers; truth.\n".to_owned();
    for told in cases.iter().filter(|told| !told.is_red_flag()) {
        let places = chances(guide, &weights, told, Known::Places)?;
        let answers = chances(guide, &weights, told, Known::Answers)?;
        let rank = |ranking: &[(SourceIx, f64)]| {
            ranking.iter().position(|(source, _)| is_right(guide, told, *source)).map_or(0, |at| at + 1)
        };
        let mark = match rank(&answers) {
            1 => "hit",
            2 | 3 => "near",
            _ => "miss",
        };
        let best = answers.iter().take(3).map(|(source, chance)| format!("{} {chance:.2}", guide.source(*source).id));
        let best = best.collect::<Vec<_>>().join(", ");
        let truth = told.accepted().collect::<Vec<_>>().join(" ");
        let (id, before, after) = (&told.person.id, rank(&places), rank(&answers));
        let _ = writeln!(text, "{id:<6}{mark:<5}{before:>2} >{after:>2}  {best}; truth: {truth}");
    }
    Ok(text)
}
