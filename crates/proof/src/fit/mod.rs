//! `fit`: finds the tied numbers and styles that surprise belief least, and says how they do on others.

pub(crate) mod crossed;
mod knobs;
mod learners;
mod loss;
mod search;
mod table;

use crate::Outcome;
use crate::accuracy::Bench;
use knobs::KNOBS;
use loss::{Loss, loss};
use std::fs;
use std::path::Path;

/// People of the default scenario to learn from, and rounds of turning every knob, if nothing is said.
const PEOPLE: usize = 400;
const ROUNDS: usize = 4;
/// Where fits are recorded.
const RECORDS: &str = "docs/fits";

/// What is asked for.
struct Options {
    people: usize,
    rounds: usize,
    /// A record whose displacements the search begins with.
    from: Option<String>,
    /// The folder of the guide whose numbers are rewritten, if they are.
    write: Option<String>,
}

/// `fit [--people N] [--rounds N] [--guide DIR] [--from RECORD] [--write DIR]`: with `--write`, the numbers go into that guide's
/// `model.toml` and a record into `docs/fits`.
///
/// # Errors
/// A word it does not know, a guide that does not fit the people or the cases, or a file that cannot be written.
pub(crate) fn run(words: &[String]) -> Outcome {
    let (guide, rest) = crate::guides::chosen(words)?;
    let options = options(&rest)?;
    let bench = Bench::of(guide);
    let people = learners::simulated(&bench, options.people)?;
    let cases = learners::published(&bench.guide)?;
    let strayed = recorded(Path::new(RECORDS))?;
    let measure = |by: &[f64]| loss(&bench.guide, by, &strayed, &people, &cases);
    let before = measure(&[0.0; KNOBS.len()])?;
    say("as it stands", &before);
    let tell = |round: usize, knob: usize, by: &[f64], best: f64| {
        eprintln!("round {} {best:.4} {} {:+.2}", round + 1, KNOBS[knob].name, by[knob]);
    };
    let from = match &options.from {
        None => vec![0.0; KNOBS.len()],
        Some(path) => {
            table::turned(&fs::read_to_string(path).map_err(|error| format!("cannot read {path}: {error}"))?)?
        }
    };
    let found = search::search(from, options.rounds, |by| Ok(measure(by)?.total()), tell)?;
    let after = measure(&found)?;
    say("fitted", &after);
    let Some(dir) = &options.write else { return Ok(()) };
    let file = format!("{dir}/model.toml");
    let text = fs::read_to_string(&file).map_err(|error| format!("cannot read {file}: {error}"))?;
    let text = table::rewritten(&text, &knobs::turned(&bench.guide.model, &found))?;
    let version = next_version()?;
    let record = table::record(version, options.people, options.rounds, &found, &before, &after);
    let path = format!("{RECORDS}/{version:04}.toml");
    for (path, text) in [(&path, &record), (&file, &text)] {
        fs::write(path, text).map_err(|error| format!("cannot write {path}: {error}"))?;
        eprintln!("wrote {path}");
    }
    Ok(())
}

fn options(words: &[String]) -> Result<Options, String> {
    let mut options = Options { people: PEOPLE, rounds: ROUNDS, from: None, write: None };
    for pair in words.chunks(2) {
        let [name, value] = pair else { return Err(format!("`{}` needs a value", pair[0])) };
        let number = || value.parse().map_err(|_| format!("`{name} {value}`: {value} is no number"));
        match name.as_str() {
            "--people" => options.people = number()?,
            "--rounds" => options.rounds = number()?,
            "--from" => options.from = Some(value.clone()),
            "--write" => options.write = Some(value.clone()),
            other => {
                return Err(format!(
                    "fit does not know `{other}`; it knows --people, --rounds, --guide, --from, --write"
                ));
            }
        }
    }
    Ok(options)
}

/// How far all fits recorded there have turned each knob from where it was authored.
fn recorded(records: &Path) -> Result<Vec<f64>, String> {
    let cannot = |error: std::io::Error| format!("cannot read {}: {error}", records.display());
    let mut turned = vec![0.0; KNOBS.len()];
    for record in fs::read_dir(records).map_err(cannot)? {
        let text = fs::read_to_string(record.map_err(cannot)?.path()).map_err(cannot)?;
        for (turned, by) in turned.iter_mut().zip(table::turned(&text)?) {
            *turned += by;
        }
    }
    Ok(turned)
}

/// One more than the latest record.
fn next_version() -> Result<usize, String> {
    fs::create_dir_all(RECORDS).map_err(|error| format!("cannot make {RECORDS}: {error}"))?;
    let records = fs::read_dir(RECORDS).map_err(|error| format!("cannot read {RECORDS}: {error}"))?;
    let number = |entry: fs::DirEntry| entry.path().file_stem()?.to_str()?.parse::<usize>().ok();
    Ok(records.flatten().filter_map(number).max().unwrap_or(0) + 1)
}

fn say(what: &str, loss: &Loss) {
    let Loss { people, places, answers, gluteal, straying } = loss;
    eprintln!(
        "{what}: people {people:.4}, places {places:.4}, answers {answers:.4}, gluteal {gluteal:.4}, \
         straying {straying:.4}, all {:.4}",
        loss.total()
    );
}
