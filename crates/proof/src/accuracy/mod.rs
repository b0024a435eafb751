//! `accuracy`: how often belief is right about simulated people, beside simpler ways, in eight scenarios.

mod baselines;
mod crowd;
mod report;
mod score;
mod seeded;
mod statements;

pub(crate) use crowd::{Bench, Crowd};
use report::Report;
pub(crate) use score::log_loss;
pub(crate) use seeded::Seeded;
pub(crate) use statements::ask_some;
use std::io::Write;
use trial::Scenario;

/// People a scenario if nothing is said; a full run takes 5,000.
const PEOPLE: usize = 500;

struct Options {
    people: usize,
    scenarios: Vec<Scenario>,
    json: Option<String>,
}

/// `accuracy [--people N] [--scenario NAME] [--json FILE]`
pub(crate) fn accuracy(words: &[String]) -> Result<(), String> {
    let options = options(words)?;
    let bench = Bench::new()?;
    let mut report = Report::default();
    for &scenario in &options.scenarios {
        statements::measure(&bench, scenario, options.people, &mut report)?;
    }
    if let Some(path) = &options.json {
        let mut text = serde_json::to_string_pretty(&report.json()).map_err(|problem| problem.to_string())?;
        text.push('\n');
        std::fs::write(path, text).map_err(|problem| format!("{path}: {problem}"))?;
    }
    let table = report.table();
    std::io::stdout().write_all(table.as_bytes()).map_err(|problem| problem.to_string())
}

fn options(words: &[String]) -> Result<Options, String> {
    let mut options = Options { people: PEOPLE, scenarios: Scenario::ALL.to_vec(), json: None };
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
            "--json" => options.json = Some(value.clone()),
            _ => return Err(format!("accuracy has no option `{option}`; it has --people, --scenario, --json")),
        }
    }
    Ok(options)
}
