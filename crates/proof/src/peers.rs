//! Our side of the comparison with other solvers: the committed nets, solved and timed.

use crate::Outcome;
use crate::clock::best_ms;
use crate::nets::{self, Net};
use crate::spread::Spread;
use crate::styles::Styled;
use belief::kernel::{Limits, Method, Posterior, Scratch, compile, solve};
use serde::Serialize;
use std::fs;
use std::path::Path;

/// Other solvers get so many cases of each net, the first.
pub(crate) const CASES: usize = 20;

/// One case: what is believed, and how long it took.
#[derive(Serialize)]
pub(crate) struct Solved {
    /// Compile, plan and posterior, milliseconds.
    pub(crate) ms: f64,
    /// The same for the mixture of all styles, where the net is a whole guide's.
    pub(crate) all_styles_ms: Option<f64>,
    /// Exactly, not sampled.
    pub(crate) exact: bool,
    /// Variables open at once; 0 if sampled.
    pub(crate) width: u32,
    /// Natural log of the chance of what was seen.
    pub(crate) log_z: f64,
    /// P(active) of each source.
    pub(crate) posterior: Vec<f64>,
}

/// `peers OUT`: solves the committed nets and writes answers and times to a JSON file, by net and case.
///
/// # Errors
/// Without a file, if the nets cannot be read, or if one of their cases is impossible.
pub(crate) fn command(words: &[String]) -> Outcome {
    let [out] = words else { return Err("usage: proof peers OUT.json".into()) };
    let guide = nets::embedded()?;
    let committed = nets::committed()?;
    if committed != nets::all(&guide) {
        eprintln!("note: the guide has changed since the nets were made; `proof nets DIR` makes them anew");
    }
    let mut answers = serde_json::Map::new();
    for net in &committed {
        let styled = Styled::of(&guide, net);
        let mut scratch = Scratch::default();
        let cases: Vec<Solved> = (net.cases.iter().take(CASES))
            .map(|case| {
                let all_styles_ms = styled.as_ref().map(|styled| styled.ms(net, case)).transpose()?;
                Ok(Solved { all_styles_ms, ..solved(net, case, &mut scratch)? })
            })
            .collect::<Result<_, String>>()?;
        eprintln!("{}: {}", net.name, summary(&cases));
        answers.insert(net.name.clone(), serde_json::to_value(&cases).map_err(|error| error.to_string())?);
    }
    let out = Path::new(out);
    let text = serde_json::Value::Object(answers).to_string();
    out.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| format!("{}: {error}", out.display()))?;
    fs::write(out, text).map_err(|error| format!("{}: {error}", out.display()))
}

/// Solves a case as the kernel would for anybody: within its own limits, sampling beyond them.
///
/// # Errors
/// If the case is impossible.
pub(crate) fn solved(net: &Net, case: &[Option<u8>], scratch: &mut Scratch) -> Result<Solved, String> {
    let evidence = net.evidence(case);
    let limits = Limits::default();
    let run = || solve(&compile(&net.network, &evidence), None, &limits, scratch);
    let ((posterior, method), ms) = best_ms(run).map_err(|error| format!("net {}: {error}", net.name))?;
    let Posterior { log_z, marginals } = posterior;
    let (exact, width) = match method {
        Method::Exact { width } => (true, width),
        Method::Sampled { .. } => (false, 0),
    };
    Ok(Solved { ms, all_styles_ms: None, exact, width, log_z, posterior: marginals })
}

fn summary(cases: &[Solved]) -> String {
    let ms = Spread::of(cases.iter().map(|case| case.ms));
    let exact = cases.iter().filter(|case| case.exact).count();
    let width = cases.iter().map(|case| case.width).max().unwrap_or_default();
    format!("{exact} of {} exact, median {:.4} ms, most {:.4} ms, width up to {width}", cases.len(), ms.median, ms.most)
}
