//! `crossed`: each published case is ranked by numbers that were fitted without it.
//!
//! The guide's own numbers were fitted on these cases, so what they reach there is optimistic. Here the fit begins again from
//! the numbers as they were authored, once for each fold, and only ranks whom it has not seen.

use super::knobs::{KNOBS, turned};
use super::loss::loss;
use super::{RECORDS, learners, recorded, search};
use crate::Outcome;
use crate::accuracy::Bench;
use crate::cases::person::Known;
use crate::cases::read::{self, Told};
use crate::cases::report::{line, name_of};
use crate::cases::score::{Ranking, chances, count, log_share};
use belief::Weights;
use guide::Guide;
use guide::shape::Model;
use std::io::Write as _;
use std::path::Path;

/// If nothing is said: folds, people of the default scenario that each fit learns from as well, and its rounds.
const FOLDS: usize = 7;
const PEOPLE: usize = 100;
const ROUNDS: usize = 2;
/// From how much told the cases are ranked.
const TOLD: [Known; 2] = [Known::Places, Known::Answers];

/// `crossed [--folds N] [--people N] [--rounds N] [--guide DIR]`
///
/// # Errors
/// A word it does not know, a guide that does not fit the cases, or records of fits that cannot be read.
pub(crate) fn run(words: &[String]) -> Outcome {
    let (guide, rest) = crate::guides::chosen(words)?;
    let [folds, people, rounds] = options(&rest)?;
    let unturned = vec![0.0; KNOBS.len()];
    let authored = Guide { model: authored(&guide.model, Path::new(RECORDS))?, ..guide.clone() };
    let learners = learners::simulated(&Bench::of(authored.clone()), people)?;
    let cases: Vec<Told> = read::all()?.into_iter().filter(|told| !told.is_red_flag()).collect();
    let mut held_out = TOLD.map(|known| (known, Vec::new()));
    for fold in 0..folds {
        let others =
            learners::published(&authored)?.into_iter().enumerate().filter(|(at, _)| fold_of(*at, folds) != fold);
        let others: Vec<_> = others.map(|(_, case)| case).collect();
        let measure = |by: &[f64]| Ok(loss(&authored, by, &unturned, &learners, &others)?.total());
        let found = search::search(vec![0.0; KNOBS.len()], rounds, measure, |_, _, _, _| {})?;
        eprintln!("fold {} of {folds}: fitted on {} cases", fold + 1, others.len());
        let fitted = Guide { model: turned(&authored.model, &found), ..authored.clone() };
        let unseen: Vec<&Told> =
            cases.iter().enumerate().filter(|(at, _)| fold_of(*at, folds) == fold).map(|(_, told)| told).collect();
        for (known, rankings) in &mut held_out {
            rankings.extend(ranked(&fitted, &unseen, *known)?);
        }
    }
    let all: Vec<&Told> = cases.iter().collect();
    let mut text = format!(
        "{} published cases without a red flag, {folds} folds; percent with 95 % intervals, then the log share.\n",
        all.len()
    );
    for (known, rankings) in &held_out {
        text += &format!("\n{}\n", name_of(*known).trim());
        text += &row(&guide, "  as authored", &ranked(&authored, &all, *known)?);
        text += &row(&guide, "  fitted on the others", rankings);
        text += &row(&guide, "  as the guide is", &ranked(&guide, &all, *known)?);
    }
    std::io::stdout().write_all(text.as_bytes()).map_err(|error| error.to_string())
}

/// The fold that holds a case out: neighbours, who are often of one kind, fall into different ones.
fn fold_of(case: usize, folds: usize) -> usize {
    case % folds
}

/// The numbers before every recorded fit.
fn authored(model: &Model, records: &Path) -> Result<Model, String> {
    let back: Vec<f64> = recorded(records)?.into_iter().map(|by| -by).collect();
    Ok(turned(model, &back))
}

/// A case with its ranking, and the logarithm of the share of probability on what is accepted.
type Ranked<'a> = (&'a Told, Ranking, f64);

/// Each case, ranked from so much told.
fn ranked<'a>(guide: &Guide, cases: &[&'a Told], known: Known) -> Result<Vec<Ranked<'a>>, String> {
    let weights = Weights::of(guide);
    let ranking = |told: &&'a Told| {
        let chances = chances(guide, &weights, told, known)?;
        let log = log_share(guide, told, &chances);
        Ok((*told, chances.into_iter().map(|(source, _)| vec![source]).collect(), log))
    };
    cases.iter().map(ranking).collect()
}

fn row(guide: &Guide, name: &str, ranked: &[Ranked<'_>]) -> String {
    let rankings: Vec<(&Told, Ranking)> = ranked.iter().map(|(told, ranking, _)| (*told, ranking.clone())).collect();
    let log = ranked.iter().map(|(.., log)| log).sum::<f64>() / ranked.len().max(1) as f64;
    line(name, &count(guide, &rankings), Some(log))
}

fn options(words: &[String]) -> Result<[usize; 3], String> {
    let mut options = [FOLDS, PEOPLE, ROUNDS];
    for pair in words.chunks(2) {
        let [name, value] = pair else { return Err(format!("`{}` needs a value", pair[0])) };
        let known = ["--folds", "--people", "--rounds"].iter().position(|known| known == name);
        let at =
            known.ok_or(format!("crossed does not know `{name}`; it knows --folds, --people, --rounds, --guide"))?;
        options[at] = value.parse().map_err(|_| format!("`{name} {value}`: {value} is no number"))?;
    }
    if options[0] < 2 {
        return Err("crossed needs two folds or more: with one, nobody is left to learn from".to_owned());
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::{RECORDS, authored, fold_of, options};
    use guide::Guide;
    use std::path::Path;

    #[test]
    fn every_case_is_held_out_once_and_folds_are_alike_in_size() {
        for (cases, folds) in [(56, 7), (10, 3)] {
            let sizes: Vec<usize> =
                (0..folds).map(|fold| (0..cases).filter(|at| fold_of(*at, folds) == fold).count()).collect();
            assert_eq!(sizes.iter().sum::<usize>(), cases);
            assert!(sizes.iter().max().unwrap() - sizes.iter().min().unwrap() <= 1, "{sizes:?}");
        }
    }

    #[test]
    fn what_was_authored_is_what_stood_before_the_fits() {
        // given a guide that two fits have moved, when they are taken back, then the authors' numbers stand there
        let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(RECORDS);
        let model = authored(&Guide::embedded("en").unwrap().model, &records).unwrap();
        assert!((model.press.own[1] - 0.40).abs() < 0.02, "{:?}", model.press.own);
        assert!((model.styles.over_leak - 1.8).abs() < 0.02, "{}", model.styles.over_leak);
    }

    #[test]
    fn one_fold_leaves_nobody_to_learn_from() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(options(&words("--folds 1")).is_err() && options(&words("--fold 3")).is_err());
        assert_eq!(options(&words("--folds 3 --rounds 1")).unwrap(), [3, 100, 1]);
    }
}
