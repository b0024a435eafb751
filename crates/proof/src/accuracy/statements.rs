//! How good the stated chances are, scenario by scenario: log loss, calibration, top-1.

use super::baselines::{Baselines, Seen};
use super::crowd::{Bench, Crowd};
use super::report::Report;
use super::score::{Statements, bins, calibration_error, log_loss, mean, share, statements, top};
use super::seeded::Seeded;
use crate::people::{ask, drawn, relevant};
use case::Case;
use trial::{Person, Scenario};

/// Questions asked of each person, picked at random among those that make sense.
const QUESTIONS: usize = 10;
/// People the baselines are fitted on, at most.
const FITTED_ON: usize = 2_000;
/// Seeds of crowds, the second if nothing is said; see also the other parts.
pub(crate) const TRAINING: u64 = 1;
pub(crate) const TESTED: u64 = 2;

/// Tables that figures stand in.
pub(crate) const PEOPLE: &str = "People";
pub(crate) const LOSS: &str = "Log loss a cell, drawing and 10 answers";
pub(crate) const LOSS_DRAWING: &str = "Log loss a cell, drawing alone";
pub(crate) const TOP: &str = "Top-1 is active, drawing and 10 answers (overlap: drawing)";
pub(crate) const TOP_DRAWING: &str = "Top-1 is active, drawing alone";
pub(crate) const CALIBRATION: &str = "Calibration error of belief, stated above 1/15";

/// Belief and what it is held against, by name.
const METHODS: [&str; 4] = ["belief", "base rate", "one source", "overlap"];

/// One method's marks for one person.
#[derive(Clone, Copy)]
struct Marks {
    loss: f64,
    top: bool,
}

/// A tested person: marks of each method with the drawing alone and with answers, and belief's statements.
struct Tested {
    marks: [[Marks; 4]; 2],
    stated: [Statements; 2],
}

/// Asks some questions that make sense, at random.
pub(crate) fn ask_some(bench: &Bench, seed: u64, person: &Person<'_>, case: &mut Case, count: usize) {
    let mut open = relevant(&bench.guide, case);
    Seeded::at(seed).shuffle(&mut open);
    open.into_iter().take(count).for_each(|(question, side)| ask(person, case, question, side));
}

/// Measures one scenario on people of a seed.
pub(crate) fn measure(
    bench: &Bench,
    scenario: Scenario,
    people: usize,
    seed: u64,
    report: &mut Report,
) -> Result<(), String> {
    let train = Crowd { scenario, gluteal: false, seed: TRAINING, people: people.clamp(500, FITTED_ON) };
    let seen = |seed: u64, person: &Person<'_>| {
        let mut case = drawn(person);
        ask_some(bench, seed, person, &mut case, QUESTIONS);
        Seen { truth: bench.truth(person), case }
    };
    let trained = bench.each(train, |seed, person| Ok(seen(seed, &person)))?;
    let baselines = Baselines::fit(bench, &trained);
    let crowd = Crowd { seed, people, ..train };
    let tested = bench.each(crowd, |seed, person| test(bench, &baselines, &seen(seed, &person)))?;
    for (answers, [loss, tops]) in [[LOSS_DRAWING, TOP_DRAWING], [LOSS, TOP]].into_iter().enumerate() {
        losses(scenario, loss, answers, &tested, report);
        tops_of(scenario, tops, answers, &tested, report);
    }
    calibration(scenario, &tested, report);
    let active = trained.iter().map(|seen| seen.truth.iter().filter(|a| **a).count() as f64);
    report.add(PEOPLE, scenario.name, "active sources", mean(active));
    let zones = trained.iter().map(|seen| seen.case.pain.len() as f64);
    report.add(PEOPLE, scenario.name, "painted zones", mean(zones));
    Ok(())
}

fn test(bench: &Bench, baselines: &Baselines, seen: &Seen) -> Result<Tested, String> {
    let drawing = Case { answers: Vec::new(), ..seen.case.clone() };
    let overlap = baselines.overlap(bench, &drawing);
    let marks = |belief: &[f64], answers: bool| {
        let one = baselines.one_source(bench, &seen.case, answers);
        let mark = |stated: &[f64]| Marks { loss: log_loss(stated, &seen.truth), top: seen.truth[top(stated)] };
        [mark(belief), mark(&baselines.rates), mark(&one), mark(&overlap)]
    };
    let [alone, full] = [bench.belief(&drawing)?, bench.belief(&seen.case)?];
    Ok(Tested {
        marks: [marks(&alone, false), marks(&full, true)],
        stated: [statements(&alone, &seen.truth), statements(&full, &seen.truth)],
    })
}

fn losses(scenario: Scenario, part: &'static str, answers: usize, tested: &[Tested], report: &mut Report) {
    let loss = |method: usize| tested.iter().map(move |t| t.marks[answers][method].loss);
    for (method, name) in METHODS.iter().enumerate() {
        report.add(part, scenario.name, name, mean(loss(method)));
    }
    for (method, name) in METHODS.iter().enumerate().skip(1) {
        let paired = mean(loss(0).zip(loss(method)).map(|(belief, other)| other - belief));
        let figure = report.add(part, scenario.name, &format!("{name} - belief"), paired);
        if answers == 1 {
            figure.asked("above 0, paired interval too", paired.low > 0.0);
        }
    }
}

fn tops_of(scenario: Scenario, part: &'static str, answers: usize, tested: &[Tested], report: &mut Report) {
    let top = |method: usize| tested.iter().map(move |t| t.marks[answers][method].top);
    for (method, name) in METHODS.iter().enumerate() {
        report.add(part, scenario.name, name, share(top(method)));
    }
    let paired =
        mean(top(0).zip(top(3)).map(|(belief, overlap)| f64::from(u8::from(belief)) - f64::from(u8::from(overlap))));
    let figure = report.add(part, scenario.name, "belief - overlap", paired);
    if answers == 1 && ["clean", "default"].contains(&scenario.name) {
        figure.asked("lower end at least -0.02", paired.low >= -0.02);
    }
}

fn calibration(scenario: Scenario, tested: &[Tested], report: &mut Report) {
    for (answers, column) in ["drawing alone", "drawing and 10 answers"].into_iter().enumerate() {
        let stated: Vec<Statements> = tested.iter().map(|t| t.stated[answers].clone()).collect();
        let error = calibration_error(&stated);
        let figure = report.add(CALIBRATION, scenario.name, column, error);
        if answers == 1 {
            let most = if scenario.name == "default" { 0.08 } else { 0.12 };
            figure.asked(format!("at most {most}"), error.value <= most);
            report.curves.push((scenario.name.to_owned(), bins(stated.concat())));
        }
    }
}
