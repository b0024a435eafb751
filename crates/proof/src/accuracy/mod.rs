//! `accuracy`: how often belief is right about simulated people, beside simpler ways, in eight scenarios.

mod baselines;
mod choose;
mod crowd;
pub(crate) mod finding;
pub(crate) mod history;
pub(crate) mod minutes;
pub(crate) mod relief;
mod report;
mod score;
mod seeded;
pub(crate) mod statements;
pub(crate) mod stops;

pub(crate) use crowd::{Bench, Crowd};
use report::Report;
pub(crate) use score::log_loss;
pub(crate) use seeded::Seeded;
pub(crate) use statements::ask_some;
use std::io::Write;
use trial::Scenario;

/// People a scenario if nothing is said; a full run takes 5,000.
const PEOPLE: usize = 500;

/// What is measured. The costly parts take fewer people, and only the clean and the default scenario.
const PARTS: [&str; 5] = ["statements", "finding", "stops", "minutes", "relief"];

struct Options {
    part: Option<&'static str>,
    people: usize,
    scenarios: Vec<Scenario>,
    /// Of the people whose statements are tested.
    seed: u64,
    json: Option<String>,
}

/// `accuracy [--people N] [--part NAME] [--scenario NAME] [--seed N] [--json FILE] [--guide DIR]`; the seed is that of the people of
/// the part "statements".
pub(crate) fn accuracy(words: &[String]) -> Result<(), String> {
    let (guide, rest) = crate::guides::chosen(words)?;
    let options = options(&rest)?;
    let bench = Bench::of(guide);
    let mut report = Report { people: options.people, ..Report::default() };
    for part in PARTS.into_iter().filter(|part| options.part.is_none_or(|only| only == *part)) {
        eprintln!("{part} ...");
        for &scenario in &options.scenarios {
            measure(&bench, part, scenario, &options, &mut report)?;
        }
    }
    if let Some(path) = &options.json {
        let mut text = serde_json::to_string_pretty(&report.json()).map_err(|problem| problem.to_string())?;
        text.push('\n');
        std::fs::write(path, text).map_err(|problem| format!("{path}: {problem}"))?;
    }
    let table = report.table();
    std::io::stdout().write_all(table.as_bytes()).map_err(|problem| problem.to_string())
}

fn measure(
    bench: &Bench,
    part: &str,
    scenario: Scenario,
    options: &Options,
    report: &mut Report,
) -> Result<(), String> {
    let people = options.people;
    if part == "statements" {
        return statements::measure(bench, scenario, people, options.seed, report);
    }
    // 90 in 100 are to be there within so many presses.
    let presses = match scenario.name {
        "clean" => 3,
        "default" => 4,
        _ => return Ok(()),
    };
    match part {
        "finding" => finding::measure(bench, scenario, people, presses, report),
        // Asked for in the default scenario alone.
        "stops" if scenario == Scenario::DEFAULT => stops::measure(bench, scenario, people, report),
        "stops" => Ok(()),
        "minutes" => minutes::measure(bench, scenario, people, report),
        _ => [false, true].iter().try_for_each(|gluteal| relief::measure(bench, scenario, *gluteal, people, report)),
    }
}

fn options(words: &[String]) -> Result<Options, String> {
    let (scenarios, seed) = (Scenario::ALL.to_vec(), statements::TESTED);
    let mut options = Options { part: None, people: PEOPLE, scenarios, seed, json: None };
    for pair in words.chunks(2) {
        let [option, value] = pair else { return Err(format!("`{}` needs a value", pair[0])) };
        match option.as_str() {
            "--people" => {
                let count = value.parse().ok().filter(|count| *count > 0);
                options.people = count.ok_or(format!("`{value}` is no number of people"))?;
            }
            "--scenario" => {
                let names = Scenario::ALL.map(|scenario| scenario.name).join(", ");
                let scenario = Scenario::named(value).ok_or(format!("no scenario `{value}`; there are {names}"))?;
                options.scenarios = vec![scenario];
            }
            "--part" => {
                let part = PARTS.into_iter().find(|part| part == value);
                options.part = Some(part.ok_or(format!("no part `{value}`; there are {}", PARTS.join(", ")))?);
            }
            "--seed" => {
                let seed = value.parse().ok().filter(|seed| *seed != statements::TRAINING);
                options.seed = seed.ok_or(format!(
                    "`{value}` is no seed for those tested; {} is that of those who teach",
                    statements::TRAINING
                ))?;
            }
            "--json" => options.json = Some(value.clone()),
            _ => {
                let known = "--people, --part, --scenario, --seed, --json";
                return Err(format!("accuracy has no option `{option}`; it has {known}"));
            }
        }
    }
    Ok(options)
}
