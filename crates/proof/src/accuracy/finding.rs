//! How many presses until an active point was pressed, in people whose main source is a gluteal point.

use super::choose::{fixed, likeliest, random};
use super::crowd::{Bench, Crowd};
use super::report::Report;
use super::score::{mean, share};
use super::statements::ask_some;
use crate::people::{drawn, press};
use case::Case;
use trial::{Person, Scenario};

const SEED: u64 = 3;
/// Answers before the first press.
const QUESTIONS: usize = 8;
/// Presses counted, at most.
const MOST: usize = 14;
/// Share of people that must have pressed an active point.
const SHARE: f64 = 0.9;
/// The table its figures stand in.
pub(crate) const PART: &str = "Gluteal people: presses to an active point, after 8 answers";
/// Ways to choose, by name.
pub(crate) const WAYS: [&str; 3] = ["highest chance", "max, med, min", "random"];

/// Measures a scenario; 90 in 100 are asked to be there within `asked` presses.
pub(crate) fn measure(
    bench: &Bench,
    scenario: Scenario,
    people: usize,
    asked: usize,
    report: &mut Report,
) -> Result<(), String> {
    let crowd = Crowd { scenario, gluteal: true, seed: SEED, people };
    let counts = bench.each(crowd, |seed, person| count(bench, seed, &person))?;
    for (way, name) in WAYS.iter().enumerate() {
        let row = format!("{}: {name}", scenario.name);
        let within = |presses: usize| share(counts.iter().map(|count| count[way] <= presses));
        for presses in [1, 2, 3, 4, 6, 8] {
            let figure = report.add(PART, &row, &format!("within {presses}"), within(presses));
            if way == 0 && presses == asked {
                figure.asked(format!("at least {SHARE}"), figure.measured.value >= SHARE);
            }
        }
        let reached = (1..=MOST).find(|presses| within(*presses).value >= SHARE).unwrap_or(MOST + 1);
        report.add(PART, &row, "90 in 100 (15: more)", mean([reached as f64]));
    }
    Ok(())
}

/// The first press that meets an active point, each way; one more than counted if none does.
fn count(bench: &Bench, seed: u64, person: &Person<'_>) -> Result<[usize; 3], String> {
    let mut case = drawn(person);
    ask_some(bench, seed, person, &mut case, QUESTIONS);
    let truth = bench.truth(person);
    let in_order = |order: Vec<usize>| order.into_iter().take(MOST).position(|at| truth[at]).unwrap_or(MOST) + 1;
    let [by_rule, by_chance] = [fixed(bench, &case), random(bench, seed)].map(in_order);
    Ok([guided(bench, person, case, &truth)?, by_rule, by_chance])
}

fn guided(bench: &Bench, person: &Person<'_>, mut case: Case, truth: &[bool]) -> Result<usize, String> {
    for presses in 1..=MOST {
        let chances = bench.belief(&case)?;
        let Some(&at) = likeliest(bench, &chances, &case).first() else { break };
        if truth[at] {
            return Ok(presses);
        }
        let cell = bench.weights.cells()[at];
        press(person, &mut case, cell.source, cell.side);
    }
    Ok(MOST + 1)
}
