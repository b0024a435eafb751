//! Impossible evidence, empty networks, three hundred sources in a row.

use crate::short::{CLOSE, assert_close, exact, solved};
use belief::kernel::{Cause, Evidence, Impossible, Limits, Network, Node, Posterior, Scratch, compile, sample, solve};

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
