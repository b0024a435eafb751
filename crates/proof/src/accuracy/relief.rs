//! How much pain two releases take away: the two likeliest spots, a fixed recipe, or the best two there are.

use super::choose::likeliest;
use super::crowd::{Bench, Crowd};
use super::report::Report;
use super::score::mean;
use super::statements::ask_some;
use crate::people::{drawn, press, there, worse_side};
use belief::Cell;
use case::Case;
use trial::{Person, Scenario};

const SEED: u64 = 6;
/// People at most: the interval is narrow by then.
const MOST: usize = 1_000;
/// Known before the releases: answers, and presses of the likeliest spots.
const QUESTIONS: usize = 8;
const PRESSES: usize = 4;
/// The fixed recipe: the middle of the large muscle and the back of the middle one, on the worse side.
const RECIPE: [&str; 2] = ["gmax_trp2", "gmed_trp1"];
/// The table its figures stand in.
pub(crate) const PART: &str = "Share of pain gone after two releases (8 answers, 4 presses before)";
const WAYS: [&str; 3] = ["two likeliest", "fixed max and med", "best two in hindsight"];

/// Measures a scenario, all people or those with a gluteal point.
pub(crate) fn measure(
    bench: &Bench,
    scenario: Scenario,
    gluteal: bool,
    people: usize,
    report: &mut Report,
) -> Result<(), String> {
    let crowd = Crowd { scenario, gluteal, seed: SEED, people: people.min(MOST) };
    let seen = bench.each(crowd, |seed, person| ways(bench, seed, &person))?;
    let who = if gluteal { "gluteal people" } else { "all people" };
    let row = format!("{}: {who}", scenario.name);
    for (way, name) in WAYS.iter().enumerate() {
        report.add(PART, &row, name, mean(seen.iter().map(|gone| gone[way])));
    }
    let paired = mean(seen.iter().map(|gone| gone[0] - gone[1]));
    report.add(PART, &row, "likeliest - fixed", paired).asked("above 0, paired interval too", paired.low > 0.0);
    Ok(())
}

fn ways(bench: &Bench, seed: u64, person: &Person<'_>) -> Result<[f64; 3], String> {
    let mut case = drawn(person);
    ask_some(bench, seed, person, &mut case, QUESTIONS);
    let mut chances = bench.belief(&case)?;
    for _ in 0..PRESSES {
        let Some(&at) = likeliest(bench, &chances, &case).first() else { break };
        let cell = bench.weights.cells()[at];
        press(person, &mut case, cell.source, cell.side);
        chances = bench.belief(&case)?;
    }
    // What was pressed may be released as well.
    let order = likeliest(bench, &chances, &Case::default());
    let cells = |list: &[usize]| list.iter().map(|at| bench.weights.cells()[*at]).collect::<Vec<_>>();
    Ok([
        gone(person, &cells(&order[..order.len().min(2)])),
        gone(person, &recipe(bench, &case)),
        best(person, &cells(&order)),
    ])
}

fn recipe(bench: &Bench, case: &Case) -> Vec<Cell> {
    let side = worse_side(case);
    RECIPE.iter().filter_map(|id| Some(Cell { source: bench.guide.find_source(id)?, side })).collect()
}

/// Share of the true pain that is gone after these releases, some of which work.
fn gone(person: &Person<'_>, cells: &[Cell]) -> f64 {
    let mut treated = person.clone();
    for cell in cells {
        treated.release(cell.source.ix(), there(cell.side));
    }
    1.0 - treated.pain() / person.pain().max(1e-9)
}

/// The best pair of active spots, knowing what only the simulation knows, even which releases work.
fn best(person: &Person<'_>, cells: &[Cell]) -> f64 {
    let active: Vec<Cell> = cells.iter().copied().filter(|c| person.is_active(c.source.ix(), there(c.side))).collect();
    let later = |at: usize| active[at..].iter().map(move |b| (at, *b));
    let pairs = (0..active.len()).flat_map(later);
    let both = |(at, b): (usize, Cell)| if active[at] == b { vec![b] } else { vec![active[at], b] };
    pairs.map(|pair| gone(person, &both(pair))).fold(0.0, f64::max)
}
