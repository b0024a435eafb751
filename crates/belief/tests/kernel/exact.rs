//! Answers are those of the oracle, to the twelfth place, zeros and ones included.

use crate::dice::Dice;
use crate::oracle::oracle;
use crate::short::{CLOSE, assert_close, difference, exact, solved};
use belief::kernel::{
    Budget, Cause, Evidence, Impossible, Network, Node, Plan, Scratch, compile, log_z, posterior, sample,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

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
