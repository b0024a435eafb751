//! What is too wide is sampled, close to what is right, the same every time.

use crate::dice::Dice;
use crate::short::{difference, solved};
use belief::kernel::{Bit, Cause, Evidence, Limits, Method, Network, Node, Problem, Scratch, compile, sample, solve};

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
