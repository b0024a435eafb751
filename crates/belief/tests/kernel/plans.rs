//! A plan gives what a new one gives, is wide enough, and is made quickly.

use crate::dice::Dice;
use crate::oracle::oracle;
use crate::short::{CLOSE, assert_close, difference, exact, solved};
use belief::kernel::{Budget, Cause, Evidence, Network, Node, Plan, Scratch, compile, posterior, with_evidence};

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
