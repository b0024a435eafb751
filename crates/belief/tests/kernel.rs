//! The kernel against an oracle that knows only the definition of the network: it visits every state of
//! the sources and multiplies. It shares no code with the kernel.

#![expect(clippy::disallowed_methods, reason = "the oracle keeps to std, the kernel to libm")]
#![expect(clippy::print_stdout, reason = "how close it came is worth reading")]

use belief::kernel::{
    Bit, Budget, Cause, Evidence, Impossible, Limits, Method, Network, Node, Plan, Posterior, Problem, Scratch,
    compile, log_z, posterior, sample, solve, with_evidence,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Marginals must agree with the oracle to this.
const CLOSE: f64 = 1e-12;

// ---- the oracle ----

/// P(level 0), P(level 1), P(level 2) of a node, given which sources are active.
fn levels(node: &Node, active: &[bool]) -> [f64; 3] {
    let rest = |two: [f64; 2]| 1.0 - two[0] - two[1];
    let full = |two: [f64; 2]| [if rest(two) > 1e-15 { rest(two) } else { 0.0 }, two[0], two[1]];
    let mut now = full(node.leak);
    for cause in node.causes.iter().filter(|cause| active[cause.source as usize]) {
        let push = full(cause.rise);
        let mut next = [0.0; 3];
        for a in 0..3 {
            for b in 0..3 {
                next[a.max(b)] += now[a] * push[b];
            }
        }
        now = next;
    }
    now
}

fn likelihood(node: &Node, seen: Evidence, active: &[bool]) -> f64 {
    let p = levels(node, active);
    match seen {
        Evidence::Unknown => 1.0,
        Evidence::Level(level) => p[usize::from(level)],
        Evidence::AtLeast(from) => p[usize::from(from)..].iter().sum(),
        Evidence::Step { from, below, above } => {
            (0..3).map(|level| p[level] * if level < usize::from(from) { below } else { above }).sum()
        }
        Evidence::Blank { strength } => p[0].powf(strength),
    }
}

/// Log Z and marginals, by visiting every state. `None` if Z is zero.
fn oracle(network: &Network, evidence: &[Evidence]) -> Option<(f64, Vec<f64>)> {
    let n = network.priors.len();
    let (mut z, mut with) = (0.0, vec![0.0; n]);
    for state in 0..1u32 << n {
        let active: Vec<bool> = (0..n).map(|s| state >> s & 1 == 1).collect();
        let mut weight = 1.0;
        for (&prior, &on) in network.priors.iter().zip(&active) {
            weight *= if on { prior } else { 1.0 - prior };
        }
        for (node, &seen) in network.nodes.iter().zip(evidence) {
            weight *= likelihood(node, seen, &active);
        }
        z += weight;
        for (total, _) in with.iter_mut().zip(&active).filter(|(_, on)| **on) {
            *total += weight;
        }
    }
    (z > 0.0).then(|| (z.ln(), with.iter().map(|w| w / z).collect()))
}

// ---- the kernel, the short way ----

fn solved(problem: &Problem) -> Result<Posterior, Impossible> {
    posterior(problem, &Plan::new(problem, Budget::default()), &mut Scratch::default())
}

fn exact(network: &Network, evidence: &[Evidence]) -> Result<Posterior, Impossible> {
    assert_eq!(network.check(), Ok(()));
    solved(&compile(network, evidence))
}

/// Largest absolute difference.
fn difference(a: &[f64], b: &[f64]) -> f64 {
    assert_eq!(a.len(), b.len());
    a.iter().zip(b).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max)
}

fn assert_close(a: &Posterior, b: &Posterior) {
    assert!(difference(&a.marginals, &b.marginals) <= CLOSE, "{a:?} {b:?}");
    assert!((a.log_z - b.log_z).abs() <= 1e-10, "{a:?} {b:?}");
}

// ---- networks to try ----

/// splitmix64: the tests' own.
struct Dice(u64);

impl Dice {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
    fn below(&mut self, limit: usize) -> usize {
        (self.bits() % limit as u64) as usize
    }
    fn shuffled(&mut self, n: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..n).collect();
        for i in (1..n).rev() {
            all.swap(i, self.below(i + 1));
        }
        all
    }
    /// Two of three shares of 1, now and then 0 or 1.
    fn pair(&mut self) -> [f64; 2] {
        match self.below(12) {
            0 => [0.0, 0.0],
            1 => [self.unit(), 0.0],
            2 => [0.0, self.unit()],
            3 => [0.0, 1.0],
            _ => {
                let (a, b) = (self.unit(), self.unit());
                [a.min(b), (a - b).abs()]
            }
        }
    }
    fn node(&mut self, sources: usize, most: usize) -> Node {
        let count = 1 + self.below(most.min(sources));
        let chosen = self.shuffled(sources);
        let causes = chosen[..count].iter().map(|&s| Cause { source: s as u32, rise: self.pair() }).collect();
        let leak = self.pair().map(|x| 0.4 * x);
        Node { causes, leak }
    }
    fn network(&mut self, sources: usize, nodes: usize, most: usize) -> Network {
        let priors = (0..sources).map(|_| if self.below(20) == 0 { 0.0 } else { self.unit() }).collect();
        Network { priors, nodes: (0..nodes).map(|_| self.node(sources, most)).collect() }
    }
    fn positive(&mut self) -> Evidence {
        match self.below(6) {
            0 | 1 => Evidence::Level(1),
            2 => Evidence::Level(2),
            3 => Evidence::AtLeast(1),
            4 => Evidence::AtLeast(2),
            _ => Evidence::Step { from: 1 + self.below(2) as u8, below: self.unit(), above: 3.0 * self.unit() },
        }
    }
    fn negative(&mut self) -> Evidence {
        match self.below(4) {
            0 => Evidence::Unknown,
            1 => Evidence::Level(0),
            2 => Evidence::Blank { strength: 0.74 },
            _ => Evidence::Blank { strength: 2.0 * self.unit() },
        }
    }
    /// At most `positives` positive findings.
    fn evidence(&mut self, nodes: usize, positives: usize) -> Vec<Evidence> {
        let mut left = positives;
        let mut one = |_| {
            if left > 0 && self.below(2) == 0 {
                left -= 1;
                self.positive()
            } else {
                self.negative()
            }
        };
        (0..nodes).map(&mut one).collect()
    }
}

// ---- exactness ----

#[test]
fn agrees_with_the_oracle_on_random_networks() {
    let (mut compared, mut worst, mut worst_log) = (0, 0.0f64, 0.0f64);
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let sources = 1 + dice.below(12);
        let nodes = 1 + dice.below(20);
        let network = dice.network(sources, nodes, 6);
        let evidence = dice.evidence(nodes, 13);
        match (exact(&network, &evidence), oracle(&network, &evidence)) {
            (Ok(found), Some((log_z, marginals))) => {
                compared += 1;
                worst = worst.max(difference(&found.marginals, &marginals));
                worst_log = worst_log.max((found.log_z - log_z).abs());
                assert!(found.marginals.iter().all(|p| (0.0..=1.0).contains(p)), "seed {seed}");
            }
            (Err(Impossible), None) => {}
            (found, expected) => panic!("seed {seed}: {found:?} {expected:?}"),
        }
    }
    println!("{compared} networks: marginals within {worst:.1e}, log Z within {worst_log:.1e}");
    assert!(compared >= 300, "{compared}");
    assert!(worst <= CLOSE, "{worst}");
    assert!(worst_log <= 1e-10, "{worst_log}");
}

#[test]
fn log_z_alone_is_the_same_log_z() {
    let mut dice = Dice(5);
    let network = dice.network(10, 12, 5);
    let problem = compile(&network, &[Evidence::AtLeast(1); 12]);
    let plan = Plan::new(&problem, Budget::default());
    let mut scratch = Scratch::default();
    let both = posterior(&problem, &plan, &mut scratch).unwrap();
    assert_eq!(log_z(&problem, &plan, &mut scratch), Ok(both.log_z));
}

#[test]
fn a_second_cause_explains_the_first_away() {
    let cause = |source| Cause { source, rise: [0.0, 0.9] };
    let shared = Node { causes: vec![cause(0), cause(1)], leak: [0.0, 0.01] };
    let own = Node { causes: vec![cause(1)], leak: [0.0, 0.01] };
    let network = Network { priors: vec![0.1, 0.1], nodes: vec![shared, own] };
    let before = exact(&network, &[Evidence::Level(2)]).unwrap();
    let after = exact(&network, &[Evidence::Level(2), Evidence::Level(2)]).unwrap();
    assert!(before.marginals[0] > 0.4);
    assert!(after.marginals[0] < 0.2);
}

/// Zeros in the numbers, so that much evidence is impossible, and ones, so that much is certain. The rest
/// are sixteenths, whose sums and differences do not round.
fn awkward() -> impl Strategy<Value = (Network, Vec<Evidence>)> {
    let chance = prop_oneof![Just(0.0), Just(1.0), (1..16u8).prop_map(|k| f64::from(k) / 16.0)];
    let pair = (chance.clone(), chance.clone()).prop_map(|(a, b)| [a * (1.0 - b), b]);
    let seen = prop_oneof![
        (0..3u8).prop_map(Evidence::Level),
        (1..3u8).prop_map(Evidence::AtLeast),
        (1..3u8, chance.clone(), chance.clone()).prop_map(|(from, below, above)| Evidence::Step { from, below, above }),
        chance.clone().prop_map(|strength| Evidence::Blank { strength }),
        Just(Evidence::Unknown),
    ];
    let causes = prop::collection::vec(prop::option::of(pair.clone()), 6);
    let node = (causes, pair, seen).prop_map(|(rises, leak, seen)| {
        let cause = |(s, rise): (usize, Option<[f64; 2]>)| rise.map(|rise| Cause { source: s as u32, rise });
        (Node { causes: rises.into_iter().enumerate().filter_map(cause).collect(), leak }, seen)
    });
    (prop::collection::vec(chance, 6), prop::collection::vec(node, 0..8)).prop_map(|(priors, both)| {
        let (nodes, evidence) = both.into_iter().unzip();
        (Network { priors, nodes }, evidence)
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 1000,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(1),
        ..ProptestConfig::default()
    })]

    #[test]
    fn zeros_and_ones_are_no_trouble((network, evidence) in awkward()) {
        match (exact(&network, &evidence), oracle(&network, &evidence)) {
            (Ok(found), Some((log_z, marginals))) => {
                prop_assert!(difference(&found.marginals, &marginals) <= CLOSE);
                prop_assert!((found.log_z - log_z).abs() <= 1e-10);
            }
            (found, expected) => prop_assert!(found.is_err() && expected.is_none(), "{:?} {:?}", found, expected),
        }
    }

    #[test]
    fn pruning_changes_nothing((network, evidence) in awkward()) {
        let problem = compile(&network, &evidence);
        match (solved(&problem), solved(&problem.pruned())) {
            (Ok(full), Ok(pruned)) => assert_close(&full, &pruned),
            (full, pruned) => prop_assert_eq!(full, pruned),
        }
    }

    #[test]
    fn sampling_knows_what_is_impossible((network, evidence) in awkward()) {
        let problem = compile(&network, &evidence);
        prop_assert_eq!(sample(&problem, 4).is_err(), solved(&problem).is_err());
    }
}

// ---- what must not matter ----

#[test]
fn the_same_node_twice_is_two_findings() {
    let mut dice = Dice(11);
    for _ in 0..20 {
        let mut network = dice.network(8, 6, 5);
        network.nodes.extend(network.nodes.clone());
        let evidence = [Evidence::AtLeast(1); 12];
        let Some((_, marginals)) = oracle(&network, &evidence) else { continue };
        assert!(difference(&exact(&network, &evidence).unwrap().marginals, &marginals) <= CLOSE);
    }
}

#[test]
fn order_and_names_do_not_matter() {
    for seed in 0..50 {
        let mut dice = Dice(1000 + seed);
        let (sources, nodes) = (14, 16);
        let network = dice.network(sources, nodes, 5);
        let evidence = dice.evidence(nodes, 12);
        let name = dice.shuffled(sources);
        let place = dice.shuffled(nodes);

        let mut priors = vec![0.0; sources];
        for (s, &renamed) in name.iter().enumerate() {
            priors[renamed] = network.priors[s];
        }
        let renamed = |node: &Node| {
            let rename = |c: &Cause| Cause { source: name[c.source as usize] as u32, rise: c.rise };
            Node { causes: node.causes.iter().rev().map(rename).collect(), leak: node.leak }
        };
        let moved = Network { priors, nodes: place.iter().map(|&at| renamed(&network.nodes[at])).collect() };
        let moved_evidence: Vec<Evidence> = place.iter().map(|&at| evidence[at]).collect();

        match (exact(&network, &evidence), exact(&moved, &moved_evidence)) {
            (Ok(a), Ok(b)) => {
                let marginals = name.iter().map(|&renamed| b.marginals[renamed]).collect();
                assert_close(&a, &Posterior { log_z: b.log_z, marginals });
            }
            (a, b) => assert_eq!(a.is_err(), b.is_err()),
        }
    }
}

#[test]
fn what_nobody_looked_at_changes_nothing() {
    let mut dice = Dice(3);
    let mut network = dice.network(10, 8, 4);
    let evidence = vec![Evidence::AtLeast(1); 8];
    let before = compile(&network, &evidence);
    network.nodes.extend((0..30).map(|_| dice.node(10, 6)));
    let blank = [evidence, vec![Evidence::Unknown; 20], vec![Evidence::Blank { strength: 0.0 }; 10]].concat();
    assert_eq!(compile(&network, &blank), before);
}

#[test]
fn a_source_of_nothing_seen_keeps_its_prior() {
    let mut dice = Dice(4);
    let mut network = dice.network(6, 6, 3);
    network.priors.push(0.3);
    let found = exact(&network, &[Evidence::AtLeast(1); 6]).unwrap();
    assert!((found.marginals[6] - 0.3).abs() < 1e-15);
}

// ---- plans ----

#[test]
fn an_extended_plan_gives_what_a_new_one_gives() {
    let mut scratch = Scratch::default();
    for seed in 0..100 {
        let mut dice = Dice(2000 + seed);
        let network = dice.network(14, 10, 4);
        let evidence = dice.evidence(10, 8);
        let base = compile(&network, &evidence);
        let plan = Plan::new(&base, Budget::default());
        let problem = with_evidence(&base, &dice.node(14, 5), dice.positive());
        let extended = plan.extended(&problem);
        assert!(extended.fits(&problem));
        match (posterior(&problem, &extended, &mut scratch), solved(&problem)) {
            (Ok(a), Ok(b)) => assert_close(&a, &b),
            (a, b) => assert_eq!(a, b),
        }
    }
}

#[test]
fn a_plan_serves_other_weights_of_the_same_structure() {
    let mut scratch = Scratch::default();
    for seed in 0..50 {
        let mut dice = Dice(3000 + seed);
        let mut network = dice.network(14, 14, 5);
        let evidence = dice.evidence(14, 10);
        let plan = Plan::new(&compile(&network, &evidence), Budget::default());
        for node in &mut network.nodes {
            node.leak = [0.1, 0.2];
            for cause in &mut node.causes {
                cause.rise = dice.pair();
            }
        }
        let problem = compile(&network, &evidence);
        assert!(plan.fits(&problem));
        match (posterior(&problem, &plan, &mut scratch), solved(&problem)) {
            (Ok(a), Ok(b)) => assert_close(&a, &b),
            (a, b) => assert_eq!(a, b),
        }
    }
}

#[test]
fn a_plan_of_another_structure_does_no_harm() {
    let mut dice = Dice(8);
    let network = dice.network(10, 10, 5);
    let problem = compile(&network, &[Evidence::AtLeast(1); 10]);
    let other = Plan::new(&compile(&network, &[Evidence::AtLeast(1); 4]), Budget::default());
    assert!(!other.fits(&problem));
    let mut scratch = Scratch::default();
    assert_eq!(posterior(&problem, &other, &mut scratch), solved(&problem));
    assert_eq!(posterior(&problem, &other.extended(&problem), &mut scratch), solved(&problem));
}

#[test]
fn a_plan_knows_its_width() {
    // Ten findings that all share their three causes: the causes are held open, never the findings.
    let causes: Vec<Cause> = (0..3).map(|source| Cause { source, rise: [0.0, 0.5] }).collect();
    let node = Node { causes, leak: [0.0, 0.1] };
    let network = Network { priors: vec![0.2; 3], nodes: vec![node; 10] };
    let problem = compile(&network, &[Evidence::Level(2); 10]);
    let plan = Plan::new(&problem, Budget::default());
    assert!(plan.width() <= 4, "{}", plan.width());
    assert!(plan.cost() > 0.0 && plan.bytes() > 0);
    assert_eq!(plan, Plan::new(&problem, Budget::default()), "the same plan every time");
}

/// Looks as long as it may: every beam is tried.
const PATIENT: Budget = Budget { tries: 2_000, uses: 1_000_000 };

/// A network in which every order is wide.
fn tangle(dice: &mut Dice, sources: usize, nodes: usize) -> (Network, Vec<Evidence>) {
    let mut network = dice.network(sources, nodes, 8);
    for node in &mut network.nodes {
        node.leak = [0.1, 0.1];
    }
    (network, (0..nodes).map(|_| dice.positive()).collect())
}

#[test]
fn a_wider_search_finds_orders_of_everything() {
    let mut scratch = Scratch::default();
    let (mut compared, mut cheaper) = (0, 0);
    for seed in 0..40 {
        let mut dice = Dice(5000 + seed);
        let sources = 2 + dice.below(11);
        let nodes = 1 + dice.below(20);
        let (network, evidence) = tangle(&mut dice, sources, nodes);
        let problem = compile(&network, &evidence);
        let quick = Plan::new(&problem, Budget { tries: 1, uses: 1 });
        let plan = Plan::new(&problem, PATIENT);
        assert!(plan.fits(&problem) && plan.cost() <= quick.cost());
        cheaper += usize::from(plan.cost() < quick.cost());
        match (posterior(&problem, &plan, &mut scratch), oracle(&network, &evidence)) {
            (Ok(found), Some((log_z, marginals))) => {
                compared += 1;
                assert!(difference(&found.marginals, &marginals) <= CLOSE, "seed {seed}");
                assert!((found.log_z - log_z).abs() <= 1e-10, "seed {seed}");
            }
            (found, expected) => assert!(found.is_err() && expected.is_none(), "seed {seed}"),
        }
    }
    assert!(compared >= 30 && cheaper >= 10, "{compared} {cheaper}");
}

#[test]
fn tables_longer_than_a_block_are_right() {
    // Any two orders must agree, and only long tables are worked on block by block.
    let mut scratch = Scratch::default();
    for seed in 0..4 {
        let mut dice = Dice(6000 + seed);
        let (network, evidence) = tangle(&mut dice, 26, 34);
        let problem = compile(&network, &evidence);
        let quick = Plan::new(&problem, Budget { tries: 1, uses: 1 });
        let plan = Plan::new(&problem, PATIENT);
        assert!(plan.width() >= 12, "{}", plan.width());
        match (posterior(&problem, &plan, &mut scratch), posterior(&problem, &quick, &mut scratch)) {
            (Ok(a), Ok(b)) => assert_close(&a, &b),
            (a, b) => assert_eq!(a, b),
        }
    }
}

#[test]
fn planning_takes_no_longer_than_it_is_worth() {
    for seed in 0..20 {
        let mut dice = Dice(7000 + seed);
        let (network, evidence) = tangle(&mut dice, 10 + seed as usize, 10 + seed as usize);
        let problem = compile(&network, &evidence);
        let one = Plan::new(&problem, Budget { tries: 1, uses: 1 }).effort();
        let mut last = f64::INFINITY;
        for (tries, uses) in [(1, 1), (20, 1), (100, 1), (400, 1), (400, 10), (400, 100)] {
            let plan = Plan::new(&problem, Budget { tries, uses });
            // one order is always looked for, and the last beam may take more than the one before lets expect
            let worth = f64::from(uses) * plan.cost();
            assert!(plan.effort() <= 2.0 * (one + worth), "{seed}: {} {worth}", plan.effort());
            assert!(plan.cost() <= last, "{seed}: more looking is never worse");
            last = plan.cost();
        }
    }
}

#[test]
fn scratch_remembers_nothing() {
    let mut dice = Dice(10);
    let network = dice.network(14, 14, 5);
    let large = compile(&network, &[Evidence::AtLeast(1); 14]);
    let small = compile(&network, &[Evidence::AtLeast(1); 5]);
    let mut scratch = Scratch::default();
    for problem in [&small, &large, &small, &large] {
        let plan = Plan::new(problem, Budget::default());
        assert_eq!(posterior(problem, &plan, &mut scratch), solved(problem));
    }
}

#[test]
fn one_observation_at_a_time_ends_in_the_same_place() {
    let mut dice = Dice(9);
    let network = dice.network(9, 12, 4);
    let evidence = dice.evidence(12, 8);
    let mut problem = compile(&network, &[]);
    for (node, &seen) in network.nodes.iter().zip(&evidence) {
        problem = with_evidence(&problem, node, seen);
    }
    assert_close(&solved(&problem).unwrap(), &exact(&network, &evidence).unwrap());
}

// ---- the edges ----

fn one_node(rise: [f64; 2], leak: [f64; 2]) -> Network {
    let causes = vec![Cause { source: 0, rise }, Cause { source: 1, rise }];
    Network { priors: vec![0.5, 0.5], nodes: vec![Node { causes, leak }] }
}

#[test]
fn impossible_evidence_is_an_error() {
    let never = one_node([0.4, 0.0], [0.3, 0.0]);
    for seen in [
        Evidence::Level(2),
        Evidence::AtLeast(2),
        Evidence::Level(3),
        Evidence::AtLeast(3),
        Evidence::Step { from: 2, below: 0.0, above: 1.0 },
        Evidence::Step { from: 1, below: 0.0, above: 0.0 },
        Evidence::Step { from: 1, below: f64::NAN, above: 1.0 },
        Evidence::Step { from: 1, below: -1.0, above: 1.0 },
        Evidence::Blank { strength: f64::NAN },
    ] {
        let problem = compile(&never, &[seen]);
        assert_eq!(solved(&problem), Err(Impossible), "{seen:?}");
        assert_eq!(sample(&problem, 10), Err(Impossible), "{seen:?}");
        assert_eq!(solve(&problem, None, &Limits::default(), &mut Scratch::default()), Err(Impossible), "{seen:?}");
    }
    let always = one_node([0.0, 1.0], [0.0, 1.0]);
    assert_eq!(exact(&always, &[Evidence::Level(0)]), Err(Impossible));
    assert_eq!(exact(&always, &[Evidence::Level(1)]), Err(Impossible));
    assert_eq!(exact(&always, &[Evidence::Blank { strength: 0.5 }]), Err(Impossible));
}

#[test]
fn steps_beyond_the_levels_mean_what_they_say() {
    let network = one_node([0.4, 0.1], [0.3, 0.1]);
    let of = |seen| exact(&network, &[seen]).unwrap();
    assert_eq!(of(Evidence::AtLeast(0)), of(Evidence::Unknown));
    assert_eq!(of(Evidence::Step { from: 0, below: 0.5, above: 1.0 }), of(Evidence::Unknown));
    assert!((of(Evidence::Step { from: 3, below: 0.5, above: 1.0 }).log_z - 0.5f64.ln()).abs() < 1e-15);
    assert_close(&of(Evidence::Step { from: 2, below: 0.0, above: 1.0 }), &of(Evidence::Level(2)));
}

#[test]
fn nothing_at_all_is_certain() {
    let found = exact(&Network::default(), &[]).unwrap();
    assert_eq!(found, Posterior { log_z: 0.0, marginals: vec![] });
}

/// Sources in a row, each two neighbours joined by a finding.
fn chain(sources: u32, leak: f64) -> Network {
    let cause = |source| Cause { source, rise: [0.0, 0.02] };
    let node = |s| Node { causes: vec![cause(s), cause(s + 1)], leak: [0.0, leak] };
    Network { priors: vec![1e-4; sources as usize], nodes: (0..sources - 1).map(node).collect() }
}

#[test]
fn a_long_chain_does_not_underflow() {
    let found = exact(&chain(300, 0.0), &[Evidence::Level(2); 299]).unwrap();
    assert!(found.log_z < -1500.0, "{}", found.log_z);
    assert!(found.marginals.iter().all(|p| (0.0..=1.0).contains(p)));
    for s in 0..150 {
        // a chain looks the same from both ends
        assert!((found.marginals[s] - found.marginals[299 - s]).abs() < 1e-10, "{s}");
    }
    // in each pair one must be active
    assert!(found.marginals.windows(2).all(|pair| pair[0] + pair[1] >= 1.0));
}

#[test]
fn a_long_chain_is_right() {
    // By hand: a chain is a product of 2 by 2 matrices.
    let (n, rise, prior, leak) = (300, 0.02, 1e-4, 0.01);
    let found = exact(&chain(n, leak), &[Evidence::Level(2); 299]).unwrap();
    let finding = |active: i32| 1.0 - (1.0 - leak) * (1.0f64 - rise).powi(active);
    let (mut state, mut log) = ([1.0 - prior, prior], 0.0);
    for _ in 1..n {
        let off = (1.0 - prior) * (state[0] * finding(0) + state[1] * finding(1));
        let on = prior * (state[0] * finding(1) + state[1] * finding(2));
        log += (off + on).ln();
        state = [off / (off + on), on / (off + on)];
    }
    assert!((found.log_z - log).abs() < 1e-9, "{} {log}", found.log_z);
    assert!((found.marginals[299] - state[1]).abs() < CLOSE);
}

// ---- sampling ----

#[test]
fn sampling_is_within_its_tolerance_of_exact() {
    let (mut errors, mut gaps) = (Vec::new(), Vec::new());
    for seed in 0..20 {
        let mut dice = Dice(4000 + seed);
        let network = dice.network(25, 40, 5);
        let problem = compile(&network, &dice.evidence(40, 20));
        let Ok(right) = solved(&problem) else { continue };
        let rough = sample(&problem, 20_000).unwrap();
        assert!(rough.marginals.iter().all(|p| (0.0..=1.0).contains(p)));
        errors.push(difference(&rough.marginals, &right.marginals));
        gaps.push(rough.gap);
    }
    println!("errors {errors:.4?}\ngaps {gaps:.4?}");
    assert!(errors.len() >= 10);
    assert!(errors.iter().all(|&e| e < 0.01), "{errors:?}");
    assert!(gaps.iter().all(|&g| g < 0.02), "{gaps:?}");
}

#[test]
fn sampling_is_the_same_every_time() {
    let mut dice = Dice(6);
    let problem = compile(&dice.network(12, 12, 5), &[Evidence::AtLeast(1); 12]);
    assert_eq!(sample(&problem, 100), sample(&problem, 100));
}

#[test]
fn sampling_finds_both_of_two_explanations() {
    // Either of two rare sources, certain to show: they must swap, as both together are rarer still.
    let cause = |source| Cause { source, rise: [0.0, 1.0] };
    let node = Node { causes: vec![cause(0), cause(1)], leak: [0.0, 0.0] };
    let network = Network { priors: vec![1e-5, 3e-5], nodes: vec![node] };
    let rough = sample(&compile(&network, &[Evidence::Level(2)]), 20_000).unwrap();
    assert!((rough.marginals[0] - 0.25).abs() < 0.03, "{rough:?}");
}

#[test]
fn what_is_too_wide_is_sampled_and_says_so() {
    let mut dice = Dice(7);
    let network = dice.network(20, 25, 5);
    let problem = compile(&network, &[Evidence::AtLeast(1); 25]);
    let mut scratch = Scratch::default();
    let (right, method) = solve(&problem, None, &Limits::default(), &mut scratch).unwrap();
    assert!(matches!(method, Method::Exact { width: 5..=20 }), "{method:?}");

    let narrow = Limits { max_width: 4, ..Limits::default() };
    let (rough, method) = solve(&problem, None, &narrow, &mut scratch).unwrap();
    assert!(matches!(method, Method::Sampled { gap } if gap < 0.05), "{method:?}");
    assert!(difference(&rough.marginals, &right.marginals) < 0.03);
    assert!((rough.log_z - right.log_z).abs() < 0.1, "{} {}", rough.log_z, right.log_z);
}

#[test]
fn a_problem_may_be_built_by_hand() {
    let bit = Bit { parents: vec![(0, 0.5), (1, 0.5)], unfired: 0.0, fired: 1.0 };
    let problem = Problem { a0: vec![0.5; 2], a1: vec![0.5; 2], bits: vec![bit], log_const: 0.0 };
    let found = solved(&problem).unwrap();
    // 0.5 for either alone, 0.75 for both; each state has 0.25
    assert!((found.log_z - (0.25f64 * 1.75).ln()).abs() < 1e-15);
    assert!((found.marginals[0] - 1.25 / 1.75).abs() < 1e-15);
}
