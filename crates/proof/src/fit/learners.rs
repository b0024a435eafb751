//! Whom a fit learns from: simulated people of every scenario, and published cases. Others than those it is tested on.

use crate::accuracy::{Bench, Crowd, Seeded, ask_some};
use crate::cases::person::{Known, case};
use crate::cases::read::{self, Told};
use crate::people::{control, drawn, press, worse_side};
use case::{Case, ControlPlace};
use guide::Guide;
use guide::SourceIx;
use trial::{Person, Scenario};

/// Worlds and people of this seed are seen by fits alone; `accuracy` has others.
const SEED: u64 = 77;
/// So many questions are answered, and so many spots pressed.
const QUESTIONS: usize = 10;
const PRESSES: usize = 4;

/// A simulated person: what was told and what is so, cell by cell.
pub(crate) struct Learner {
    pub(crate) case: Case,
    pub(crate) truth: Vec<bool>,
}

/// A published person.
pub(crate) struct Published {
    pub(crate) told: Told,
    pub(crate) places: Case,
    pub(crate) full: Case,
}

/// `count` people of the default scenario and a quarter of that from each other. Of three people one only draws, one also
/// answers, one is also pressed.
///
/// # Errors
/// If the guide has a zone the people have no place for.
pub(crate) fn simulated(bench: &Bench, count: usize) -> Result<Vec<Learner>, String> {
    let mut learners = Vec::new();
    for (at, scenario) in Scenario::ALL.into_iter().enumerate() {
        let people = if scenario == Scenario::DEFAULT { count } else { count / 4 };
        let crowd = Crowd { scenario, gluteal: false, seed: SEED + at as u64, people };
        learners.extend(bench.each(crowd, |seed, person| Ok(learner(bench, seed, &person)))?);
    }
    Ok(learners)
}

fn learner(bench: &Bench, seed: u64, person: &Person<'_>) -> Learner {
    let mut case = drawn(person);
    if !seed.is_multiple_of(3) {
        ask_some(bench, seed, person, &mut case, QUESTIONS);
    }
    if seed % 3 == 2 {
        let side = worse_side(&case);
        let sources = (0u16..).zip(&bench.guide.sources).filter(|(_, source)| source.press);
        let mut spots: Vec<SourceIx> = sources.map(|(ix, _)| SourceIx(ix)).collect();
        Seeded::at(seed).shuffle(&mut spots);
        spots.into_iter().take(PRESSES).for_each(|source| press(person, &mut case, source, side));
        control(person, &mut case, ControlPlace::Neutral);
    }
    Learner { truth: bench.truth(person), case }
}

/// The published cases without a red flag.
///
/// # Errors
/// If a case does not fit the guide.
pub(crate) fn published(guide: &Guide) -> Result<Vec<Published>, String> {
    let cases = read::all()?.into_iter().filter(|told| !told.is_red_flag());
    let made = cases.map(|told| {
        let places = case(guide, &told, Known::Places)?;
        Ok(Published { full: case(guide, &told, Known::Presses)?, places, told })
    });
    made.collect()
}
