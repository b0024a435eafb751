//! How long the kernel takes on a made-up body: `cargo run --release -p belief --example bench_kernel`.
//!
//! 51 sources (24 a side, 3 in the middle) with local referral patterns over 77 zones, 54 question
//! nodes and a press per source. Sources and findings are drawn from the network itself. Fixed seeds:
//! the same problems every time.

use belief::kernel::{
    Budget, Cause, Evidence, Limits, Network, Node, Plan, Scratch, compile, log_z, posterior, sample, solve,
    with_evidence,
};
use std::hint::black_box;
use std::time::Instant;

const SIDE_SOURCES: usize = 24;
const MIDDLE_SOURCES: usize = 3;
const SOURCES: usize = 2 * SIDE_SOURCES + MIDDLE_SOURCES;
const SIDE_ZONES: usize = 37;
const MIDDLE_ZONES: usize = 3;
const ZONES: usize = 2 * SIDE_ZONES + MIDDLE_ZONES;
const BOTH_SIDES_QUESTIONS: usize = 12;
const PER_SIDE_QUESTIONS: usize = 21;
const QUESTIONS: usize = BOTH_SIDES_QUESTIONS + 2 * PER_SIDE_QUESTIONS;

const CASES: usize = 200;
const REPEATS: usize = 15;

/// xorshift64*.
struct Dice(u64);

impl Dice {
    fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
    }
    fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }
    fn level(&mut self, rise: [f64; 2]) -> u8 {
        let u = self.unit();
        u8::from(u < rise[0] + rise[1]) + u8::from(u < rise[1])
    }
}

fn body() -> Network {
    let mut dice = Dice(7);
    let mut nodes = vec![Node { causes: vec![], leak: [0.02, 0.01] }; ZONES];
    for kind in 0..SIDE_SOURCES {
        let zones = pattern(&mut dice, kind);
        for side in 0..2 {
            let source = (side * SIDE_SOURCES + kind) as u32;
            for &(zone, rise) in &zones {
                let node = if zone < SIDE_ZONES { side * SIDE_ZONES + zone } else { SIDE_ZONES + zone };
                nodes[node].causes.push(Cause { source, rise });
            }
        }
    }
    for middle in 0..MIDDLE_SOURCES {
        let source = (2 * SIDE_SOURCES + middle) as u32;
        nodes[2 * SIDE_ZONES + middle].causes.push(Cause { source, rise: [0.22, 0.55] });
        for zone in 0..3 {
            for side in 0..2 {
                let node = side * SIDE_ZONES + 3 * middle + zone;
                nodes[node].causes.push(Cause { source, rise: [0.24, 0.08] });
            }
        }
    }
    for question in 0..BOTH_SIDES_QUESTIONS + PER_SIDE_QUESTIONS {
        ask(&mut dice, &mut nodes, question < BOTH_SIDES_QUESTIONS);
    }
    for source in 0..SOURCES {
        let mut causes = vec![Cause { source: source as u32, rise: [0.25, 0.6] }];
        if source % 5 == 0 && source + 1 < SIDE_SOURCES {
            causes.push(Cause { source: source as u32 + 1, rise: [0.2, 0.2] });
        }
        nodes.push(Node { causes, leak: [0.22, 0.06] });
    }
    let priors = (0..SOURCES).map(|_| 0.03 + 0.1 * dice.unit()).collect();
    Network { priors, nodes }
}

/// A few zones near the source's own place: the first strong, the rest weak.
fn pattern(dice: &mut Dice, kind: usize) -> Vec<(usize, [f64; 2])> {
    let (strong, weak) = (2 + dice.below(3), 1 + dice.below(4));
    let home = kind * SIDE_ZONES / SIDE_SOURCES;
    let mut zones: Vec<(usize, [f64; 2])> = Vec::new();
    while zones.len() < strong + weak {
        let zone = (home + dice.below(9)).saturating_sub(4);
        if zone < SIDE_ZONES + MIDDLE_ZONES && zones.iter().all(|known| known.0 != zone) {
            zones.push((zone, if zones.len() < strong { [0.22, 0.55] } else { [0.24, 0.08] }));
        }
    }
    zones
}

/// A question about a few kinds of source anywhere: one node for both sides, or one a side.
fn ask(dice: &mut Dice, nodes: &mut Vec<Node>, both: bool) {
    let count = 3 + dice.below(5);
    let mut kinds: Vec<(usize, f64)> = Vec::new();
    while kinds.len() < count {
        let kind = dice.below(SIDE_SOURCES);
        if kinds.iter().all(|known| known.0 != kind) {
            kinds.push((kind, 0.45 + 0.4 * dice.unit()));
        }
    }
    let leak = [0.08 + 0.15 * dice.unit(), 0.0];
    let cause = |side: usize, &(kind, rise): &(usize, f64)| Cause {
        source: (side * SIDE_SOURCES + kind) as u32,
        rise: [rise, 0.0],
    };
    let of_side = |side: usize| kinds.iter().map(move |kind| cause(side, kind));
    if both {
        nodes.push(Node { causes: of_side(0).chain(of_side(1)).collect(), leak });
    } else {
        nodes.extend((0..2).map(|side| Node { causes: of_side(side).collect(), leak }));
    }
}

/// Levels of all nodes for between `active.0` and `active.1` active sources.
fn person(dice: &mut Dice, network: &Network, active: (usize, usize)) -> Vec<u8> {
    let state = loop {
        let state: Vec<bool> = network.priors.iter().map(|&p| dice.unit() < p).collect();
        if (active.0..=active.1).contains(&state.iter().filter(|on| **on).count()) {
            break state;
        }
    };
    let level = |node: &Node| {
        let causes = node.causes.iter().filter(|cause| state[cause.source as usize]);
        let pushes: Vec<[f64; 2]> = causes.map(|cause| cause.rise).chain([node.leak]).collect();
        pushes.into_iter().map(|rise| dice.level(rise)).max().unwrap_or(0)
    };
    network.nodes.iter().map(level).collect()
}

/// All zones, and so many of the questions and presses, each picked at random.
fn told(dice: &mut Dice, levels: &[u8], answers: usize, presses: usize) -> Vec<Evidence> {
    let mut evidence = vec![Evidence::Unknown; levels.len()];
    for zone in 0..ZONES {
        evidence[zone] = match levels[zone] {
            0 => Evidence::Blank { strength: 0.74 },
            level => Evidence::Level(level),
        };
    }
    for (first, count, wanted) in [(ZONES, QUESTIONS, answers), (ZONES + QUESTIONS, SOURCES, presses)] {
        let mut left = wanted;
        while left > 0 {
            let node = first + dice.below(count);
            if evidence[node] == Evidence::Unknown {
                evidence[node] = Evidence::Level(levels[node]);
                left -= 1;
            }
        }
    }
    evidence
}

/// Microseconds, the least of a few repeats.
fn time<T>(mut act: impl FnMut() -> T) -> f64 {
    let once = |_| {
        #[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
        let begun = Instant::now();
        black_box(act());
        begun.elapsed().as_secs_f64() * 1e6
    };
    (0..REPEATS).map(once).fold(f64::INFINITY, f64::min)
}

#[expect(clippy::print_stdout, reason = "a benchmark prints")]
fn show(name: &str, mut values: Vec<f64>) {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values[(share * (values.len() - 1) as f64) as usize];
    println!("  {name:<28} median {:>9.1}   p99 {:>9.1}   max {:>9.1}", at(0.5), at(0.99), at(1.0));
}

#[expect(clippy::print_stdout, reason = "a benchmark prints")]
fn workload(name: &str, network: &Network, active: (usize, usize), answers: usize, presses: usize) {
    let mut dice = Dice(11);
    let mut scratch = Scratch::default();
    let limits = Limits::default();
    let mut columns: [Vec<f64>; 7] = Default::default();
    let mut sampled = 0;
    for _ in 0..CASES {
        let levels = person(&mut dice, network, active);
        let evidence = told(&mut dice, &levels, answers, presses);
        let problem = compile(network, &evidence);
        let plan = Plan::new(&problem, Budget::default());
        if !limits.allow(&plan) {
            sampled += 1;
            continue;
        }
        let press = &network.nodes[ZONES + QUESTIONS];
        let values = [
            time(|| {
                let problem = compile(network, &evidence);
                solve(&problem, None, &limits, &mut scratch)
            }),
            time(|| compile(network, &evidence)),
            time(|| Plan::new(&problem, Budget::default())),
            time(|| posterior(&problem, &plan, &mut scratch)),
            time(|| log_z(&problem, &plan, &mut scratch)),
            time(|| {
                let next = with_evidence(&problem, press, Evidence::Level(2));
                posterior(&next, &plan.extended(&next), &mut scratch)
            }),
            f64::from(plan.width()),
        ];
        for (column, value) in columns.iter_mut().zip(values) {
            column.push(value);
        }
    }
    println!("{name}: {CASES} cases, {sampled} beyond the limits");
    let names =
        ["compile + plan + posterior", "compile", "plan", "posterior", "log Z alone", "one more finding", "width"];
    for (name, column) in names.into_iter().zip(columns) {
        show(name, column);
    }
}

/// The fallback, on problems that need not have used it, so that its error is known.
fn sampling(network: &Network) {
    let mut dice = Dice(11);
    let (mut times, mut errors, mut gaps) = (vec![], vec![], vec![]);
    for _ in 0..20 {
        let levels = person(&mut dice, network, (4, 8));
        let evidence = told(&mut dice, &levels, 40, 8);
        let problem = compile(network, &evidence);
        let Ok((right, _)) = solve(&problem, None, &Limits::default(), &mut Scratch::default()) else { continue };
        #[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
        let begun = Instant::now();
        let Ok(rough) = sample(&problem, Limits::default().sweeps) else { continue };
        times.push(begun.elapsed().as_secs_f64() * 1e6);
        let difference = |(a, b): (&f64, &f64)| (a - b).abs();
        errors.push(1e3 * right.marginals.iter().zip(&rough.marginals).map(difference).fold(0.0, f64::max));
        gaps.push(1e3 * rough.gap);
    }
    show("sampling (us)", times);
    show("worst error (thousandths)", errors);
    show("gap (thousandths)", gaps);
}

fn main() {
    let network = body();
    workload("paint, 1-3 active (us)", &network, (1, 3), 0, 0);
    workload("paint, 4-8 active (us)", &network, (4, 8), 0, 0);
    workload("paint, 12 answers, 3 presses, 1-3 active (us)", &network, (1, 3), 12, 3);
    workload("paint, 40 answers, 8 presses, 1-3 active (us)", &network, (1, 3), 40, 8);
    workload("paint, 40 answers, 8 presses, 4-8 active (us)", &network, (4, 8), 40, 8);
    sampling(&network);
}
