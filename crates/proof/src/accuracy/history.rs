//! `history`: how good the chances stated at a fourth visit are, with and without what the first three taught.
//!
//! Each visit: a drawing, ten questions and three presses on the likeliest places, no control. Habits, sensitivity and
//! where sources are felt are the person's own; the sources are the same at all visits, or drawn anew at each.

use super::crowd::{Bench, Crowd};
use super::report::Report;
use super::score::{Statements, calibration_error, log_loss, mean, share, statements, top};
use super::statements::ask_some;
use crate::guides::chosen;
use crate::people::{drawn, press};
use case::{Case, Visit};
use std::io::Write;
use trial::{Person, Scenario, Sources};

/// People a scenario if nothing is said.
const PEOPLE: usize = 500;
/// Seed of the crowd; the other measurements have others.
const CROWD: u64 = 41;
/// Visits before the one that is measured.
const EARLIER: u64 = 3;
const QUESTIONS: usize = 10;
const PRESSES: usize = 3;
/// The scenarios looked at: people as we expect them, and those of one habit.
const SCENARIOS: [Scenario; 4] = [Scenario::CLEAN, Scenario::DEFAULT, Scenario::ALL[2], Scenario::ALL[3]];

const LOSS: &str = "Log loss a cell at the fourth visit";
const LOSS_DRAWING: &str = "Log loss a cell at the fourth visit, its drawing alone";
const TOP: &str = "Top-1 is active at the fourth visit";
const CALIBRATION: &str = "Calibration error at the fourth visit, stated above 1/15";

/// One person: what was stated without and with the earlier visits.
struct Tested {
    truth: Vec<bool>,
    /// The whole visit, then its drawing alone.
    stated: [[Vec<f64>; 2]; 2],
}

/// `history [--people N] [--guide DIR]`
pub(crate) fn history(words: &[String]) -> Result<(), String> {
    let (guide, rest) = chosen(words)?;
    let people = match rest.as_slice() {
        [] => PEOPLE,
        [option, count] if option == "--people" => {
            count.parse().ok().filter(|count| *count > 0).ok_or(format!("`{count}` is no number of people"))?
        }
        _ => return Err("history has two options: --people N and --guide DIR".to_owned()),
    };
    let bench = Bench::of(guide);
    let mut report = Report::default();
    for scenario in SCENARIOS {
        for (sources, name) in [(Sources::Same, "same sources"), (Sources::Anew, "new sources")] {
            let crowd = Crowd { scenario, gluteal: false, seed: CROWD, people };
            let tested = bench.each(crowd, |seed, person| test(&bench, seed, &person, sources))?;
            tell(&format!("{}, {name}", scenario.name), &tested, &mut report);
        }
    }
    std::io::stdout().write_all(report.table().as_bytes()).map_err(|problem| problem.to_string())
}

fn test(bench: &Bench, seed: u64, person: &Person<'_>, sources: Sources) -> Result<Tested, String> {
    let mut earlier = Vec::new();
    for number in 1..=EARLIER {
        let Case { pain_by, pain, answers, presses, controls, releases, .. } =
            visited(bench, seed, &person.later(number, sources), number)?;
        earlier.push(Visit { pain_by, pain, answers, presses, controls, releases });
    }
    let person = person.later(EARLIER + 1, sources);
    let today = visited(bench, seed, &person, EARLIER + 1)?;
    let both = |case: Case| {
        let with = Case { earlier: earlier.clone(), ..case.clone() };
        Ok::<_, String>([bench.belief(&case)?, bench.belief(&with)?])
    };
    let drawing = Case { answers: Vec::new(), presses: Vec::new(), ..today.clone() };
    Ok(Tested { truth: bench.truth(&person), stated: [both(today)?, both(drawing)?] })
}

/// What a person tells at a visit.
fn visited(bench: &Bench, seed: u64, person: &Person<'_>, number: u64) -> Result<Case, String> {
    let mut case = drawn(person);
    ask_some(bench, seed ^ (number << 48), person, &mut case, QUESTIONS);
    let stated = bench.belief(&case)?;
    let cells = bench.weights.cells();
    let mut order: Vec<usize> = (0..cells.len()).filter(|&at| bench.guide.source(cells[at].source).press).collect();
    order.sort_by(|a, b| stated[*b].total_cmp(&stated[*a]));
    for cell in order.into_iter().take(PRESSES).map(|at| cells[at]) {
        press(person, &mut case, cell.source, cell.side);
    }
    Ok(case)
}

fn tell(row: &str, tested: &[Tested], report: &mut Report) {
    const COLUMNS: [&str; 2] = ["without", "with"];
    for (part, what) in [(LOSS, 0), (LOSS_DRAWING, 1)] {
        let loss = |with: usize| tested.iter().map(move |t| log_loss(&t.stated[what][with], &t.truth));
        for (with, column) in COLUMNS.into_iter().enumerate() {
            report.add(part, row, column, mean(loss(with)));
        }
        report.add(part, row, "without - with", mean(loss(0).zip(loss(1)).map(|(without, with)| without - with)));
    }
    for (with, column) in COLUMNS.into_iter().enumerate() {
        let tops = tested.iter().map(|t| t.truth[top(&t.stated[0][with])]);
        report.add(TOP, row, column, share(tops));
        let stated: Vec<Statements> = tested.iter().map(|t| statements(&t.stated[0][with], &t.truth)).collect();
        report.add(CALIBRATION, row, column, calibration_error(&stated));
    }
}
