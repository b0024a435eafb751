//! Top-1 after 4, 8 and 12 minutes of questions and presses, from the drawing alone, in gluteal people.

use super::choose::{fixed, likeliest};
use super::crowd::{Bench, Crowd};
use super::report::Report;
use super::score::{mean, share, top};
use crate::people::{ask, control, drawn, press, relevant, worse_side};
use belief::Test;
use case::Case;
use guide::shape::Side;
use trial::{Person, Scenario};

const SEED: u64 = 5;
/// People at most: every step is a whole assessment.
pub(crate) const MOST: usize = 150;
/// Looked at then, minutes.
pub(crate) const MARKS: [f64; 4] = [0.0, 4.0, 8.0, 12.0];
/// The table its figures stand in.
pub(crate) const PART: &str = "Gluteal people: top-1 is active after so many minutes";
/// Who chooses, by name.
pub(crate) const WAYS: [&str; 4] = ["belief's next", "likeliest presses", "questions, fixed presses", "fixed presses"];

type Right = [bool; MARKS.len()];

/// Measures a scenario.
pub(crate) fn measure(bench: &Bench, scenario: Scenario, people: usize, report: &mut Report) -> Result<(), String> {
    let crowd = Crowd { scenario, gluteal: true, seed: SEED, people: people.min(MOST) };
    let seen = bench.each(crowd, |_, person| {
        let guided = [own_next(bench, &person)?, likeliest_presses(bench, &person)?];
        let fixed = [in_order(bench, &person, true)?, in_order(bench, &person, false)?];
        Ok([guided, fixed].concat())
    })?;
    for (way, name) in WAYS.iter().enumerate() {
        let row = format!("{}: {name}", scenario.name);
        for (mark, minutes) in MARKS.iter().enumerate() {
            report.add(PART, &row, &format!("{minutes} min"), share(seen.iter().map(|ways| ways[way][mark])));
        }
        if way == 2 {
            let ahead = |ways: &Vec<Right>| f64::from(u8::from(ways[0][2])) - f64::from(u8::from(ways[2][2]));
            let paired = mean(seen.iter().map(ahead));
            report.add(PART, &format!("{}: next - fixed", scenario.name), "8 min", paired);
        }
    }
    Ok(())
}

/// Keeps what was top at each mark while time runs.
struct Clock<'t> {
    truth: &'t [bool],
    minutes: f64,
    right: Right,
    passed: usize,
}

impl<'t> Clock<'t> {
    fn new(truth: &'t [bool]) -> Clock<'t> {
        Clock { truth, minutes: 0.0, right: [false; MARKS.len()], passed: 0 }
    }

    /// A test of so many minutes begins while `chances` are believed; false once all marks are passed.
    fn go_on(&mut self, chances: &[f64], minutes: f64) -> bool {
        self.minutes += minutes;
        while self.passed < MARKS.len() && MARKS[self.passed] < self.minutes {
            self.right[self.passed] = self.truth[top(chances)];
            self.passed += 1;
        }
        self.passed < MARKS.len()
    }
}

/// What belief itself proposes.
fn own_next(bench: &Bench, person: &Person<'_>) -> Result<Right, String> {
    let truth = bench.truth(person);
    let mut clock = Clock::new(&truth);
    let mut case = drawn(person);
    loop {
        let assessment = bench.weights.assess(&bench.guide, &case).map_err(|problem| problem.to_string())?;
        let chances = in_cells(bench, &assessment);
        let Some(next) = assessment.next.first() else {
            clock.go_on(&chances, f64::INFINITY);
            return Ok(clock.right);
        };
        if !clock.go_on(&chances, next.minutes) {
            return Ok(clock.right);
        }
        match next.test {
            Test::Question(question, side) => ask(person, &mut case, question, side),
            Test::Press(source, side) => press(person, &mut case, source, side),
            Test::Control(place) => control(person, &mut case, place),
        }
    }
}

fn in_cells(bench: &Bench, assessment: &belief::Assessment) -> Vec<f64> {
    let of = |cell: &belief::Cell| {
        let ranked = assessment.ranked.iter().find(|r| r.source == cell.source && r.side == cell.side);
        ranked.map_or(0.0, |r| r.probability)
    };
    bench.weights.cells().iter().map(of).collect()
}

fn likeliest_presses(bench: &Bench, person: &Person<'_>) -> Result<Right, String> {
    let truth = bench.truth(person);
    let mut clock = Clock::new(&truth);
    let mut case = drawn(person);
    loop {
        let chances = bench.belief(&case)?;
        if !clock.go_on(&chances, bench.guide.model.press.minutes) {
            return Ok(clock.right);
        }
        let Some(&at) = likeliest(bench, &chances, &case).first() else { return Ok(clock.right) };
        let cell = bench.weights.cells()[at];
        press(person, &mut case, cell.source, cell.side);
    }
}

/// Every question that makes sense for the worse side, in the guide's order, if wanted; then presses in the fixed order.
fn in_order(bench: &Bench, person: &Person<'_>, questions: bool) -> Result<Right, String> {
    let truth = bench.truth(person);
    let mut case = drawn(person);
    let worse = worse_side(&case);
    let asked = relevant(&bench.guide, &case).into_iter().filter(|(_, side)| [worse, Side::Midline].contains(side));
    let mut asked: Vec<_> = if questions { asked.collect() } else { Vec::new() };
    asked.reverse();
    let mut presses = fixed(bench, &case).into_iter();
    let mut minutes = 0.0;
    let mut right = [false; MARKS.len()];
    for (mark, until) in MARKS.iter().enumerate() {
        while let Some(takes) = one_more(bench, person, &mut case, (&mut asked, &mut presses), until - minutes) {
            minutes += takes;
        }
        right[mark] = truth[top(&bench.belief(&case)?)];
    }
    Ok(right)
}

/// Questions left, the next one last, and cells left to press.
type Left<'l> = (&'l mut Vec<(guide::QuestionIx, Side)>, &'l mut std::vec::IntoIter<usize>);

/// The next question or press if there is time for it; the minutes it took.
fn one_more(bench: &Bench, person: &Person<'_>, case: &mut Case, left: Left<'_>, time: f64) -> Option<f64> {
    let (questions, presses) = left;
    if let Some(&(question, side)) = questions.last() {
        let takes = bench.guide.question(question).minutes;
        if takes > time {
            return None;
        }
        questions.pop();
        ask(person, case, question, side);
        return Some(takes);
    }
    let takes = bench.guide.model.press.minutes;
    if takes > time {
        return None;
    }
    let cell = bench.weights.cells()[presses.next()?];
    press(person, case, cell.source, cell.side);
    Some(takes)
}
