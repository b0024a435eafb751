//! How fast belief is on the nets, held to what was promised of it.

use crate::Outcome;
use crate::nets::{self, Net};
use crate::next_tests;
use crate::peers::{Solved, solved};
use crate::spread::Spread;
use crate::styles::Styled;
use belief::kernel::Scratch;
use guide::Guide;

/// Promised of net D, milliseconds.
const D_MEDIAN_MS: f64 = 1.0;
const D_P99_MS: f64 = 50.0;
/// Promised with every zone painted, milliseconds.
const ALL_PAINTED_MS: f64 = 10.0;
/// Promised of sixty next tests, milliseconds.
const TESTS_MS: f64 = 3.0;

/// `speed`: measures on the nets of the guide as it is now, and prints figure, goal and whether it holds.
///
/// # Errors
/// If the guide gives nets with an impossible case.
pub(crate) fn command(words: &[String]) -> Outcome {
    if !words.is_empty() {
        return Err("usage: proof speed".into());
    }
    let guide = nets::embedded()?;
    let nets = nets::all(&guide);
    eprintln!("each case: the best of up to 25 runs; what is slow runs less often");
    for net in nets.iter().filter(|net| net.name != "D") {
        one_style(net)?;
        all_styles(&guide, net)?;
    }
    for net in &nets {
        match net.name.as_str() {
            "C" => all_painted(&guide, net)?,
            "D" => {
                all_answers(net)?;
                sixty_tests(net)?;
            }
            _ => {}
        }
    }
    Ok(())
}

/// Goals of these are ratios to other solvers.
fn one_style(net: &Net) -> Outcome {
    let cases = all_solved(net)?;
    let ms = Spread::of(cases.iter().map(|case| case.ms));
    show(&format!("{}, one style", net.name), &figure(&ms, &exact_of(&cases)), None);
    Ok(())
}

fn all_styles(guide: &Guide, net: &Net) -> Outcome {
    let Some(styled) = Styled::of(guide, net) else { return Ok(()) };
    let (mut times, mut exact) = (Vec::new(), 0);
    for case in &net.cases {
        times.push(styled.ms(net, case)?);
        exact += usize::from(styled.exact(net, case)?);
    }
    let exact = format!("{exact} of {} exact", times.len());
    show(&format!("{}, all styles", net.name), &figure(&Spread::of(times.into_iter()), &exact), None);
    Ok(())
}

fn all_answers(net: &Net) -> Outcome {
    let cases = all_solved(net)?;
    let ms = Spread::of(cases.iter().map(|case| case.ms));
    let exact = cases.iter().all(|case| case.exact);
    let figure = figure(&ms, &exact_of(&cases));
    show("D, one style", &figure, Some(("all exact", exact)));
    show("", "", Some(("median at most 1 ms", ms.median <= D_MEDIAN_MS)));
    show("", "", Some(("99 in 100 at most 50 ms", ms.p99 <= D_P99_MS)));
    Ok(())
}

fn all_painted(guide: &Guide, net: &Net) -> Outcome {
    let painted = vec![Some(2); net.nodes.len()];
    let one = solved(net, &painted, &mut Scratch::default())?;
    let exact = if one.exact { format!("exact, width {}", one.width) } else { "sampled".into() };
    let goal = |ms: f64, exact: bool| Some(("exact, at most 10 ms", exact && ms <= ALL_PAINTED_MS));
    show("every zone painted, one style", &format!("{:.2} ms, {exact}", one.ms), goal(one.ms, one.exact));
    let Some(styled) = Styled::of(guide, net) else { return Ok(()) };
    let (ms, exact) = (styled.ms(net, &painted)?, styled.exact(net, &painted)?);
    let how = if exact { "exact" } else { "sampled" };
    show("every zone painted, all styles", &format!("{ms:.2} ms, {how}"), goal(ms, exact));
    Ok(())
}

fn sixty_tests(net: &Net) -> Outcome {
    let mut times = Vec::new();
    for (seed, case) in (1..=20).zip(&net.cases) {
        times.push(next_tests::ms(net, case, seed)?);
    }
    let exact = format!("{} of {} exact", times.iter().flatten().count(), times.len());
    // What could not be done exactly took for ever.
    let ms = Spread::of(times.iter().map(|ms| ms.unwrap_or(f64::INFINITY)));
    let holds = ms.median <= TESTS_MS;
    show("60 next tests, one style", &figure(&ms, &exact), Some(("median at most 3 ms", holds)));
    Ok(())
}

fn all_solved(net: &Net) -> Result<Vec<Solved>, String> {
    let mut scratch = Scratch::default();
    net.cases.iter().map(|case| solved(net, case, &mut scratch)).collect()
}

fn exact_of(cases: &[Solved]) -> String {
    let width = cases.iter().map(|case| case.width).max().unwrap_or_default();
    let exact = cases.iter().filter(|case| case.exact).count();
    format!("{exact} of {} exact, width up to {width}", cases.len())
}

fn figure(ms: &Spread, exact: &str) -> String {
    format!("median {:.4} ms, p99 {:.4} ms, {exact}", ms.median, ms.p99)
}

fn show(what: &str, figure: &str, goal: Option<(&str, bool)>) {
    let goal = goal.map(|(goal, holds)| format!("{} {goal}", if holds { "holds:" } else { "FAILS:" }));
    eprintln!("{what:<31} {figure:<70} {}", goal.unwrap_or_default());
}
