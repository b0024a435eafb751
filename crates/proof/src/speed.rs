//! How fast belief is on the nets, held to what was promised of it.

use crate::Outcome;
use crate::nets::{self, Net};
use crate::next_tests;
use crate::peers::{Solved, solved};
use crate::spread::Spread;
use crate::styles::Styled;
use belief::kernel::Scratch;
use guide::Guide;
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::Path;

/// Promised of net D, milliseconds.
const D_MEDIAN_MS: f64 = 1.0;
const D_P99_MS: f64 = 50.0;
/// Promised with every zone painted, milliseconds.
const ALL_PAINTED_MS: f64 = 10.0;
/// Promised of sixty next tests, milliseconds.
const TESTS_MS: f64 = 3.0;

/// A run on paper.
#[derive(Serialize, Deserialize)]
pub(crate) struct Run {
    /// Of the guide that was measured.
    pub(crate) guide: String,
    /// Threads the machine can run at once; belief uses one.
    pub(crate) cores: usize,
    pub(crate) figures: Vec<Timed>,
}

/// Some cases of a kind: how long one takes.
#[derive(Serialize, Deserialize)]
pub(crate) struct Timed {
    pub(crate) what: String,
    /// Milliseconds; nothing if it could not be done at all.
    pub(crate) median_ms: Option<f64>,
    pub(crate) p99_ms: Option<f64>,
    /// Cases, and how many of them were solved exactly.
    pub(crate) cases: usize,
    pub(crate) exact: usize,
    /// The most variables open at once, where it is known.
    pub(crate) width: Option<u32>,
    /// What was promised, and whether it holds.
    pub(crate) goals: Vec<(String, bool)>,
}

/// `speed [--json FILE]`: measures on the nets of the guide as it is now, and prints figure, goal and whether it holds.
///
/// # Errors
/// If the guide gives nets with an impossible case, or the file cannot be written.
pub(crate) fn command(words: &[String]) -> Outcome {
    let file = match words {
        [] => None,
        [option, file] if option == "--json" => Some(Path::new(file)),
        _ => return Err("usage: proof speed [--json FILE]".into()),
    };
    let figures = measured()?;
    let Some(file) = file else { return Ok(()) };
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let run = Run { guide: crate::guides::stamp(), cores, figures };
    let text = serde_json::to_string_pretty(&run).map_err(|error| error.to_string())? + "\n";
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// Everything, said as soon as it is known.
fn measured() -> Result<Vec<Timed>, String> {
    let guide = nets::embedded()?;
    let nets = nets::all(&guide);
    eprintln!("each case: the best of up to 25 runs; what is slow runs less often");
    let mut figures = Vec::new();
    for net in &nets {
        keep(&mut figures, Some(one_style(net)?));
        keep(&mut figures, all_styles(&guide, net)?);
    }
    for net in &nets {
        match net.name.as_str() {
            "C" => keep(&mut figures, all_painted_all_styles(&guide, net)?),
            "D" => {
                keep(&mut figures, Some(all_painted_one_style(net)?));
                keep(&mut figures, Some(sixty_tests(net)?));
            }
            _ => {}
        }
    }
    Ok(figures)
}

fn keep(figures: &mut Vec<Timed>, timed: Option<Timed>) {
    let Some(timed) = timed else { return };
    show(&timed);
    figures.push(timed);
}

/// Goals of these are ratios to other solvers, but for net D, which is too much for those.
fn one_style(net: &Net) -> Result<Timed, String> {
    let cases = all_solved(net)?;
    let ms = Spread::of(cases.iter().map(|case| case.ms));
    let exact = cases.iter().filter(|case| case.exact).count();
    let width = cases.iter().map(|case| case.width).max();
    let mut timed = Timed { width, ..timed(format!("{}, one style", net.name), ms, (exact, cases.len())) };
    if net.name == "D" {
        timed.goals = vec![
            ("all exact".into(), exact == cases.len()),
            (format!("median at most {D_MEDIAN_MS} ms"), ms.median <= D_MEDIAN_MS),
            (format!("99 in 100 at most {D_P99_MS} ms"), ms.p99 <= D_P99_MS),
        ];
    }
    Ok(timed)
}

fn all_styles(guide: &Guide, net: &Net) -> Result<Option<Timed>, String> {
    let Some(styled) = Styled::of(guide, net) else { return Ok(None) };
    let (mut times, mut exact) = (Vec::new(), 0);
    for case in &net.cases {
        times.push(styled.ms(net, case)?);
        exact += usize::from(styled.exact(net, case)?);
    }
    let cases = times.len();
    Ok(Some(timed(format!("{}, all styles", net.name), Spread::of(times.into_iter()), (exact, cases))))
}

/// On the network that belief takes when so much is painted: each zone keeps its surest causes.
fn all_painted_one_style(net: &Net) -> Result<Timed, String> {
    let painted: Vec<Option<u8>> = net.nodes.iter().map(|name| name.starts_with("zone ").then_some(2)).collect();
    let one = solved(net, &painted, &mut Scratch::default())?;
    Ok(Timed { width: one.exact.then_some(one.width), ..all_painted("one style", one.ms, one.exact) })
}

fn all_painted_all_styles(guide: &Guide, net: &Net) -> Result<Option<Timed>, String> {
    let Some(styled) = Styled::of(guide, net) else { return Ok(None) };
    let painted = vec![Some(2); net.nodes.len()];
    Ok(Some(all_painted("all styles", styled.ms(net, &painted)?, styled.exact(net, &painted)?)))
}

fn all_painted(how: &str, ms: f64, exact: bool) -> Timed {
    let goals = vec![(format!("exact, at most {ALL_PAINTED_MS} ms"), exact && ms <= ALL_PAINTED_MS)];
    let ms = Spread::of([ms].into_iter());
    Timed { goals, ..timed(format!("every zone painted, {how}"), ms, (usize::from(exact), 1)) }
}

fn sixty_tests(net: &Net) -> Result<Timed, String> {
    let mut times = Vec::new();
    for (seed, case) in (1..=20).zip(&net.cases) {
        times.push(next_tests::ms(net, case, seed)?);
    }
    // What could not be done exactly took for ever.
    let ms = Spread::of(times.iter().map(|ms| ms.unwrap_or(f64::INFINITY)));
    let goals = vec![(format!("median at most {TESTS_MS} ms"), ms.median <= TESTS_MS)];
    let exact = times.iter().flatten().count();
    Ok(Timed { goals, ..timed("60 next tests, one style".into(), ms, (exact, times.len())) })
}

/// Without a width and goals.
fn timed(what: String, ms: Spread, (exact, cases): (usize, usize)) -> Timed {
    let known = |ms: f64| ms.is_finite().then_some(ms);
    Timed { what, median_ms: known(ms.median), p99_ms: known(ms.p99), cases, exact, width: None, goals: Vec::new() }
}

fn all_solved(net: &Net) -> Result<Vec<Solved>, String> {
    let mut scratch = Scratch::default();
    net.cases.iter().map(|case| solved(net, case, &mut scratch)).collect()
}

fn show(timed: &Timed) {
    let ms = |ms: Option<f64>| ms.map_or("never".to_owned(), |ms| format!("{ms:.4} ms"));
    let width = timed.width.map_or(String::new(), |width| format!(", width up to {width}"));
    let figure = format!(
        "median {}, p99 {}, {} of {} exact{width}",
        ms(timed.median_ms),
        ms(timed.p99_ms),
        timed.exact,
        timed.cases
    );
    let goal = |(goal, holds): &(String, bool)| format!("{} {goal}", if *holds { "holds:" } else { "FAILS:" });
    let goals: Vec<String> = timed.goals.iter().map(goal).collect();
    eprintln!("{:<31} {figure:<70} {}", timed.what, goals.join("; "));
}
