//! `fit`: finds the tied numbers and styles that surprise belief least, and says how they do on others.

mod knobs;
mod learners;
mod loss;
mod search;

use crate::Outcome;
use crate::accuracy::Bench;
use knobs::KNOBS;
use loss::{Loss, loss};

/// People of the default scenario to learn from, and rounds of turning every knob, if nothing is said.
const PEOPLE: usize = 400;
const ROUNDS: usize = 4;

/// `fit [--people N] [--rounds N] [--guide DIR]`
///
/// # Errors
/// A word it does not know, or a guide that does not fit the people or the cases.
pub(crate) fn run(words: &[String]) -> Outcome {
    let (guide, rest) = crate::guides::chosen(words)?;
    let (mut count, mut rounds) = (PEOPLE, ROUNDS);
    for pair in rest.chunks(2) {
        let number = || pair.get(1).and_then(|n| n.parse().ok()).ok_or(format!("`{}` needs a number", pair[0]));
        match pair[0].as_str() {
            "--people" => count = number()?,
            "--rounds" => rounds = number()?,
            other => return Err(format!("fit does not know `{other}`; it knows --people, --rounds, --guide DIR")),
        }
    }
    let bench = Bench::of(guide);
    let people = learners::simulated(&bench, count)?;
    let cases = learners::published(&bench.guide)?;
    let measure = |by: &[f64]| loss(&bench.guide, by, &people, &cases);
    say("as authored", &measure(&[0.0; KNOBS.len()])?);
    let tell = |round: usize, knob: usize, by: &[f64], best: f64| {
        eprintln!("round {round} {best:.4} {} {:+.2}", KNOBS[knob].name, by[knob]);
    };
    let found = search::search(vec![0.0; KNOBS.len()], rounds, |by| Ok(measure(by)?.total()), tell)?;
    say("fitted", &measure(&found)?);
    let model = knobs::turned(&bench.guide.model, &found);
    eprintln!("{model:#?}");
    Ok(())
}

fn say(what: &str, loss: &Loss) {
    let Loss { people, places, answers, gluteal, straying } = loss;
    eprintln!(
        "{what}: people {people:.4}, places {places:.4}, answers {answers:.4}, gluteal {gluteal:.4}, \
         straying {straying:.4}, all {:.4}",
        loss.total()
    );
}
