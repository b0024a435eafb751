//! Our own times, natively and as WebAssembly.

use super::found::Found;
use super::markdown::{self, Goal, ms};
use crate::speed::Timed;

/// Times on the nets of the guide as it was measured, with what was promised.
pub(crate) fn own(found: &Found) -> Option<String> {
    let run = found.times.as_ref()?;
    let row = |timed: &Timed| {
        let time = |value: Option<f64>| value.map_or("could not".to_owned(), ms);
        let width = timed.width.map_or("-".to_owned(), |width| width.to_string());
        let exact = format!("{} of {}", timed.exact, timed.cases);
        vec![timed.what.clone(), time(timed.median_ms), time(timed.p99_ms), exact, width]
    };
    let rows: Vec<Vec<String>> = run.figures.iter().map(row).collect();
    let goals: Vec<Goal> = run.figures.iter().flat_map(promised).collect();
    let head = ["", "median", "99 in 100 within", "exact", "width up to"];
    Some(format!(
        "Measured on {} cores; one thread is used.{}\n\n{}\n{}",
        run.cores,
        found.stale(&run.guide),
        markdown::table(&head, &rows),
        markdown::goals(&goals)
    ))
}

fn promised(timed: &Timed) -> Vec<Goal> {
    let found = match (timed.median_ms, timed.p99_ms) {
        (Some(median), Some(p99)) if timed.cases > 1 => format!("median {}, p99 {}", ms(median), ms(p99)),
        (Some(only), _) => ms(only),
        _ => "could not".to_owned(),
    };
    let found = format!("{found}, {} of {} exact", timed.exact, timed.cases);
    let goal = |(asked, holds): &(String, bool)| Goal {
        asked: format!("{}: {asked}", timed.what),
        found: found.clone(),
        met: Some(*holds),
    };
    timed.goals.iter().map(goal).collect()
}

/// The same cases natively and as WebAssembly.
pub(crate) fn wasm(found: &Found) -> Option<String> {
    let run = found.wasm.as_ref()?;
    let ratio = run.wasm_ms / run.native_ms;
    let differ = if run.differ == 0 { "none differs".to_owned() } else { format!("{} differ", run.differ) };
    Some(markdown::goals(&[
        Goal {
            asked: format!("WebAssembly takes at most {} times as long", run.promised),
            found: format!("{ratio:.2} ({} cases: {} natively, {})", run.cases, ms(run.native_ms), ms(run.wasm_ms)),
            met: Some(ratio <= run.promised),
        },
        Goal {
            asked: "the same bits".into(),
            found: format!("{} cases, {differ}", run.cases),
            met: Some(run.differ == 0 && run.cases > 0),
        },
    ]))
}
