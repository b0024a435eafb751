//! When belief says nine in ten, how often is it right?

use super::choose::likeliest;
use super::crowd::{Bench, Crowd};
use super::report::Report;
use super::score::{mean, share, top};
use super::statements::ask_some;
use crate::people::{drawn, press};
use trial::{Person, Scenario};

const SEED: u64 = 4;
/// Stated at a stop.
const SURE: f64 = 0.9;
/// Stops that are enough.
const STOPS: usize = 2_000;
/// After so many people it is clear whether half of the stops will ever come; if not, no more are seen.
const ENOUGH_TO_SEE: usize = 1_000;
/// People seen at most, for each that other parts see: about one in five comes to a stop.
const MORE: usize = 3;
/// People seen at a time.
const CROWD: usize = 500;
/// Questions asked before presses, and presses, at most: about a sitting.
const QUESTIONS: usize = 10;
const PRESSES: usize = 8;
/// Right so often, when nine in ten are stated.
const RIGHT: [f64; 2] = [0.87, 0.95];
/// The table its figures stand in.
pub(crate) const PART: &str = "Stops at a stated 0.9: 10 questions, then the likeliest presses";

/// Measures a scenario: people are seen, a crowd at a time, until there are enough stops or three times `people` were seen.
pub(crate) fn measure(bench: &Bench, scenario: Scenario, people: usize, report: &mut Report) -> Result<(), String> {
    let people = MORE * people;
    let (mut stops, mut seen) = (Vec::new(), 0);
    for crowd in 0..people.div_ceil(CROWD) {
        let size = CROWD.min(people - seen);
        let crowd = Crowd { scenario, gluteal: false, seed: (SEED << 8) + crowd as u64, people: size };
        let ends = bench.each(crowd, |seed, person| until_sure(bench, seed, &person))?;
        seen += size;
        stops.extend(ends.into_iter().flatten());
        let hopeless = seen >= ENOUGH_TO_SEE && stops.len() * people < STOPS / 2 * seen;
        if stops.len() >= STOPS || hopeless {
            break;
        }
    }
    report.add(PART, scenario.name, "share of people", share((0..seen).map(|person| person < stops.len())));
    let right = share(stops.iter().map(|stop| stop.right));
    let [low, high] = RIGHT;
    let asked = format!("{low} to {high}, over {} of {STOPS} stops", stops.len());
    let met = stops.len() >= STOPS && right.value >= low && right.value <= high;
    report.add(PART, scenario.name, "right at a stop", right).asked(asked, met);
    report.add(PART, scenario.name, "stated at a stop", mean(stops.iter().map(|stop| stop.stated)));
    report.add(PART, scenario.name, "presses before it", mean(stops.iter().map(|stop| stop.presses as f64)));
    Ok(())
}

/// How a sitting ended that ended sure.
struct Stop {
    right: bool,
    stated: f64,
    presses: usize,
}

fn until_sure(bench: &Bench, seed: u64, person: &Person<'_>) -> Result<Option<Stop>, String> {
    let truth = bench.truth(person);
    let mut case = drawn(person);
    ask_some(bench, seed, person, &mut case, QUESTIONS);
    loop {
        let chances = bench.belief(&case)?;
        let best = top(&chances);
        if chances[best] >= SURE {
            return Ok(Some(Stop { right: truth[best], stated: chances[best], presses: case.presses.len() }));
        }
        match likeliest(bench, &chances, &case).first() {
            Some(&at) if case.presses.len() < PRESSES => {
                let cell = bench.weights.cells()[at];
                press(person, &mut case, cell.source, cell.side);
            }
            _ => return Ok(None),
        }
    }
}
