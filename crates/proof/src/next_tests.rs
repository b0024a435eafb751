//! What sixty more tests would tell after a paint case and twelve answers, exactly, with the kernel alone.

use crate::clock::best_ms;
use crate::nets::{Dice, Net};
use belief::kernel::{
    Budget, Evidence, Limits, Node, Plan, Posterior, Problem, Scratch, compile, posterior, with_evidence,
};

/// Answers given before.
const ANSWERS: usize = 12;
/// Tests looked at.
const TESTS: usize = 60;
/// Runs that one plan serves: the case itself, and one or two a test.
const USES: u32 = 80;

/// Milliseconds from the evidence to what each of sixty open tests would tell; nothing if the case is too wide to be
/// solved exactly. `net` has all kinds of nodes, `case` a level for each of them; `at` seeds the choice of answers and
/// tests.
///
/// # Errors
/// If the case is impossible.
pub(crate) fn ms(net: &Net, case: &[Option<u8>], at: u64) -> Result<Option<f64>, String> {
    let (evidence, open) = asked(net, case, at);
    let mut scratch = Scratch::default();
    let work = || -> Result<Option<Vec<f64>>, String> {
        let problem = compile(&net.network, &evidence);
        let plan = Plan::new(&problem, Budget { tries: 100, uses: USES });
        if !Limits::default().allow(&plan) {
            return Ok(None);
        }
        let mut run = |problem: &Problem| posterior(problem, &plan, &mut scratch).map_err(|error| error.to_string());
        let now = run(&problem)?;
        let tests = open.iter().map(|&node| information(&problem, &now, &net.network.nodes[node], &mut run));
        tests.collect::<Result<_, _>>().map(Some)
    };
    let (told, ms) = best_ms(work)?;
    Ok(told.map(|_| ms))
}

/// All zones and twelve answers; and sixty of the nodes that are then still open.
fn asked(net: &Net, case: &[Option<u8>], seed: u64) -> (Vec<Evidence>, Vec<usize>) {
    let of_kind =
        |kind: &str| -> Vec<usize> { (0..net.nodes.len()).filter(|&node| net.nodes[node].starts_with(kind)).collect() };
    let mut dice = Dice::new(seed);
    let (questions, presses) = (of_kind("question "), of_kind("press "));
    let answered: Vec<usize> = dice.choose(ANSWERS, questions.len()).into_iter().map(|at| questions[at]).collect();
    let mut evidence = net.evidence(case);
    for &node in questions.iter().chain(&presses).filter(|node| !answered.contains(node)) {
        evidence[node] = Evidence::Unknown;
    }
    let open: Vec<usize> = (0..net.nodes.len()).filter(|&node| evidence[node] == Evidence::Unknown).collect();
    let tests = dice.choose(TESTS, open.len()).into_iter().map(|at| open[at]).collect();
    (evidence, tests)
}

/// Expected information of looking at a node, nats: entropies now, less their mean over the outcomes. As in belief, only
/// "at most level l" is inferred, since it keeps the plan; single levels follow by difference.
fn information(
    problem: &Problem,
    now: &Posterior,
    node: &Node,
    run: &mut impl FnMut(&Problem) -> Result<Posterior, String>,
) -> Result<f64, String> {
    let three_levels = node.leak[1] > 0.0 || node.causes.iter().any(|cause| cause.rise[1] > 0.0);
    let mut gain: f64 = now.marginals.iter().map(|p| entropy(*p)).sum();
    let mut below = (0.0, vec![0.0; now.marginals.len()]);
    for level in 0..if three_levels { 2 } else { 1 } {
        let at_most = Evidence::Step { from: level + 1, below: 1.0, above: 0.0 };
        let then = run(&with_evidence(problem, node, at_most))?;
        let upto = (libm::exp(then.log_z - now.log_z).min(1.0), then.marginals);
        gain -= between(&below, &upto);
        below = upto;
    }
    Ok(gain - between(&below, &(1.0, now.marginals.clone())))
}

/// Chance of the outcomes between two bounds, times the entropy that is left after them.
fn between(below: &(f64, Vec<f64>), upto: &(f64, Vec<f64>)) -> f64 {
    let chance = upto.0 - below.0;
    if chance <= f64::EPSILON {
        return 0.0;
    }
    let each = upto.1.iter().zip(&below.1).map(|(upto_p, below_p)| (upto.0 * upto_p - below.0 * below_p) / chance);
    chance * each.map(|p| entropy(p.clamp(0.0, 1.0))).sum::<f64>()
}

/// Entropy of a yes/no variable, nats.
fn entropy(p: f64) -> f64 {
    let part = |x: f64| if x > 0.0 { -x * libm::log(x) } else { 0.0 };
    part(p) + part(1.0 - p)
}
