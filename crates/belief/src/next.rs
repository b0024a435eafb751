//! What would help most to know next.
//!
//! At most six questions by expected information per minute; then the likeliest place not pressed yet, until the first
//! "that is my pain"; then information per minute over both. Pressing the likeliest place finds an active one in fewer
//! presses than information gain does; information gain tells look-alikes apart. When pain persists after a release, the
//! gluteal muscles not looked at yet come first: one knot hides another.

use crate::assessment::{Next, Test, Why};
use crate::compose::Composer;
use crate::kernel::{self, Evidence, Impossible};
use crate::mixture::{Component, Mixture, Solver};
use crate::told::{About, Narrow, Told};
use case::{Case, ControlPlace, Familiar};
use guide::shape::Side;
use guide::{Guide, QuestionIx, SourceIx};

/// At most so many questions in all; an "I do not know" counts.
pub const QUESTIONS_CAP: usize = 6;
/// Questions that tell less than this, in nats per minute, are not worth a tap before a press.
const WORTH_ASKING: f64 = 0.02;
/// Questions that are looked at exactly; a cheap measure picks them (it finds the best one nearly always).
const CLOSER: usize = 16;
/// Sources below this probability are not worth a press.
const WORTH_PRESSING: f64 = 0.03;

/// What one test would tell.
struct Value {
    /// Expected information about the suspects, nats.
    information: f64,
    /// The cell it tells most about.
    about: usize,
}

/// Questions asked and answered so far, each side apart. What few people know is never asked, and does not count.
pub fn asked(guide: &Guide, case: &Case) -> usize {
    let new = |(at, a): &(usize, &case::Answer)| {
        case.answers[..*at].iter().all(|b| (b.question, b.side) != (a.question, a.side))
    };
    let asked = |(_, a): &(usize, &case::Answer)| !guide.question(a.question).few_know;
    case.answers.iter().enumerate().filter(new).filter(asked).count()
}

/// Tests worth doing, best first. All places worth a press: which of them may be pressed, and how many, is not known here.
pub(crate) fn next(
    composer: Composer<'_>,
    case: &Case,
    mixture: &Mixture,
    solver: &mut Solver,
) -> Result<Vec<Next>, Impossible> {
    // Which test tells most hardly hangs on weak causes; sixty looks at a narrow network cost what one at the full does.
    let told = Told { narrow: Narrow::ALL, ..composer.told.clone() };
    let narrow = Composer { told: &told, ..composer };
    let component = &Component::solved(narrow, mixture.likeliest().setting.clone(), solver)?;
    let suspects = &suspects(narrow);
    let left = QUESTIONS_CAP.saturating_sub(asked(composer.guide, case));
    let mut questions = Vec::new();
    if left > 0 {
        for (question, side) in promising(narrow, case, component, suspects, solver) {
            let value = value(narrow, component, suspects, About::Question(question, side), solver)?;
            let minutes = composer.guide.question(question).minutes;
            questions.push(proposal(composer, Test::Question(question, side), minutes, &value));
        }
    }
    sort_by_rate(&mut questions);
    questions.retain(|q| rate(q) >= WORTH_ASKING);
    questions.truncate(left);
    let found = case.presses.iter().any(|p| p.familiar == Familiar::Yes);
    let mut presses = presses(narrow, case, mixture, found.then_some((component, suspects.as_slice())), solver)?;
    if persists(composer, case) {
        unseen_gluteals_first(composer, case, mixture, &mut presses);
    }
    let mut next = questions;
    next.append(&mut presses);
    if found {
        sort_by_rate(&mut next);
    }
    if !case.presses.is_empty() && case.controls.is_empty() {
        next.insert(0, baseline(composer, case));
    }
    Ok(next)
}

fn presses(
    composer: Composer<'_>,
    case: &Case,
    mixture: &Mixture,
    found: Option<(&Component, &[bool])>,
    solver: &mut Solver,
) -> Result<Vec<Next>, Impossible> {
    let weights = composer.weights;
    let mut presses = Vec::new();
    for (at, cell) in weights.cells.iter().enumerate() {
        let done = case.presses.iter().any(|p| p.source == cell.source && p.side == cell.side);
        let p = mixture.marginals[at];
        if done || !composer.guide.source(cell.source).press || p < WORTH_PRESSING {
            continue;
        }
        let test = Test::Press(cell.source, cell.side);
        let minutes = weights.model.press.minutes;
        let why = match found {
            Some((component, suspects)) => {
                let about = About::Press(cell.source, cell.side);
                Why::Information(value(composer, component, suspects, about, solver)?.information)
            }
            None => Why::Likeliest(p),
        };
        presses.push(Next { test, minutes, why, about: (cell.source, cell.side) });
    }
    sort_by_rate(&mut presses);
    Ok(presses)
}

/// Open questions worth a closer look: those whose causes are least certain.
fn promising(
    composer: Composer<'_>,
    case: &Case,
    component: &Component,
    suspects: &[bool],
    solver: &Solver,
) -> Vec<(QuestionIx, Side)> {
    let mut open = open_questions(composer.guide, case);
    let worth = |&(question, side): &(QuestionIx, Side)| -> f64 {
        let node = composer.node(&component.setting, About::Question(question, side));
        let causes = node.causes.iter().filter(|c| suspects[c.source as usize]);
        let told = causes.map(|c| c.rise[0] * entropy(component.marginals[c.source as usize]));
        told.sum::<f64>() * (1.0 - node.leak[0])
    };
    sorted::by(&mut open, |a, b| worth(b).total_cmp(&worth(a)));
    open.truncate(solver.afford(CLOSER));
    open
}

/// Was pain still there after the last release?
fn persists(composer: Composer<'_>, case: &Case) -> bool {
    case.releases.last().is_some_and(|r| r.pain_after >= composer.weights.model.response.left_from)
}

/// Moves the likeliest spot of each gluteal muscle that was neither pressed nor released to the front.
fn unseen_gluteals_first(composer: Composer<'_>, case: &Case, mixture: &Mixture, presses: &mut Vec<Next>) {
    let muscle_of = |source: SourceIx| composer.guide.source(source).muscle.as_ref();
    let pressed = case.presses.iter().map(|p| p.source);
    let mut seen: Vec<_> = pressed.chain(case.releases.iter().map(|r| r.source)).filter_map(muscle_of).collect();
    let cells = composer.weights.cells.iter().zip(&mixture.marginals);
    let mut gluteals: Vec<_> = cells.filter(|(cell, _)| composer.weights.gluteal[cell.source.ix()]).collect();
    sorted::by(&mut gluteals, |a, b| b.1.total_cmp(a.1));
    let mut first = Vec::new();
    for (cell, _) in gluteals {
        let Some(muscle) = muscle_of(cell.source) else { continue };
        if seen.contains(&muscle) {
            continue;
        }
        seen.push(muscle);
        let test = Test::Press(cell.source, cell.side);
        presses.retain(|p| p.test != test);
        let minutes = composer.weights.model.press.minutes;
        first.push(Next { test, minutes, why: Why::Persisting, about: (cell.source, cell.side) });
    }
    presses.splice(0..0, first);
}

fn baseline(composer: Composer<'_>, case: &Case) -> Next {
    // The other side is the better control, but only where it does not hurt.
    let last = case.presses[case.presses.len() - 1];
    let other = if last.side == Side::Left { Side::Right } else { Side::Left };
    let hurts = case.pain.iter().any(|p| p.side == other && p.intensity != Some(0.0));
    let place = if hurts { ControlPlace::Neutral } else { ControlPlace::OtherSide };
    let minutes = composer.weights.model.press.control_minutes;
    Next { test: Test::Control(place), minutes, why: Why::Baseline, about: (last.source, last.side) }
}

/// Questions not answered yet that make sense where it hurts and that most people can answer, for each painful side.
fn open_questions(guide: &Guide, case: &Case) -> Vec<(QuestionIx, Side)> {
    let hurts = |side: Side| case.pain.iter().any(|p| p.side == side && p.intensity != Some(0.0));
    let mut sides: Vec<Side> = [Side::Right, Side::Left].into_iter().filter(|s| hurts(*s)).collect();
    if sides.is_empty() {
        sides = vec![Side::Right, Side::Left];
    }
    let mut open = Vec::new();
    for (ix, question) in (0u16..).map(QuestionIx).zip(&guide.questions).filter(|(_, q)| !q.few_know) {
        let sides = if question.sided { sides.as_slice() } else { &[Side::Midline] };
        let fits = |side: Side| {
            let here = |p: &case::Pain| question.zones.contains(&guide.zone(p.zone).id);
            let facing = |p: &case::Pain| side == Side::Midline || p.side == side || p.side == Side::Midline;
            question.zones.is_empty() || case.pain.iter().any(|p| here(p) && facing(p))
        };
        let asked = |side: Side| case.answers.iter().any(|a| a.question == ix && a.side == side);
        open.extend(sides.iter().filter(|s| fits(**s) && !asked(**s)).map(|s| (ix, *s)));
    }
    open
}

fn proposal(composer: Composer<'_>, test: Test, minutes: f64, value: &Value) -> Next {
    let cell = composer.weights.cells[value.about];
    Next { test, minutes, why: Why::Information(value.information), about: (cell.source, cell.side) }
}

fn sort_by_rate(tests: &mut [Next]) {
    sorted::by(tests, |a, b| rate(b).total_cmp(&rate(a)));
}

/// What a test is worth per minute.
fn rate(next: &Next) -> f64 {
    match next.why {
        Why::Information(worth) | Why::Likeliest(worth) => worth / next.minutes,
        Why::Baseline | Why::Persisting => f64::INFINITY,
    }
}

/// For each cell: may it be felt where it hurts? What hurts on the right says nothing worth a question of the left.
fn suspects(composer: Composer<'_>) -> Vec<bool> {
    let mut suspects = vec![composer.told.painful.is_empty(); composer.weights.cells.len()];
    let reach = &composer.weights.reach(composer.told.by).all;
    for edge in composer.told.painful.iter().flat_map(|spot| &reach[*spot]) {
        suspects[edge.cell as usize] = true;
    }
    suspects
}

/// Expected information of looking at a node, about the suspects: sum of their entropies now, minus the mean of it over
/// the outcomes.
///
/// Only "at most level l" is ever inferred: it factorises, so the plan stays. Single levels follow by difference.
fn value(
    composer: Composer<'_>,
    component: &Component,
    suspects: &[bool],
    about: About,
    solver: &mut Solver,
) -> Result<Value, Impossible> {
    let node = composer.node(&component.setting, about);
    let now = &component.marginals;
    let levels = if matches!(about, About::Press(..)) { 2 } else { 1 };
    let mut at_most = Vec::new();
    for level in 0..levels {
        let seen = Evidence::Step { from: level + 1, below: 1.0, above: 0.0 };
        let problem = kernel::with_evidence(&component.problem, &node, seen);
        let posterior = solver.vary(&problem)?;
        at_most.push((libm::exp(posterior.log_z - component.log_z).min(1.0), posterior.marginals));
    }
    at_most.push((1.0, now.clone()));
    let mut gain: Vec<f64> = now.iter().map(|p| entropy(*p)).collect();
    let nothing = (0.0, vec![0.0; now.len()]);
    let mut below = &nothing;
    for step in &at_most {
        let chance = step.0 - below.0;
        if chance > f64::EPSILON {
            for ((gain, upto), under) in gain.iter_mut().zip(&step.1).zip(&below.1) {
                let p = (step.0 * upto - below.0 * under) / chance;
                *gain -= chance * entropy(p.clamp(0.0, 1.0));
            }
        }
        below = step;
    }
    let known = (0..gain.len()).filter(|at| suspects[*at]);
    let about = known.clone().max_by(|a, b| gain[*a].total_cmp(&gain[*b])).unwrap_or_default();
    Ok(Value { information: known.map(|at| gain[at]).sum::<f64>().max(0.0), about })
}

/// Entropy of a yes/no variable, nats.
fn entropy(p: f64) -> f64 {
    let part = |x: f64| if x > 0.0 { -x * libm::log(x) } else { 0.0 };
    part(p) + part(1.0 - p)
}

#[cfg(test)]
mod tests {
    use super::entropy;

    #[test]
    fn entropy_is_zero_at_certainty_and_ln_2_at_a_coin() {
        for (p, want) in [(0.0, 0.0), (1.0, 0.0), (0.5, core::f64::consts::LN_2)] {
            assert!((entropy(p) - want).abs() < 1e-15);
        }
    }
}
