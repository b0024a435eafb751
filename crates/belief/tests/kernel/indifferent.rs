//! What must not matter: order, names, what nobody looked at.

use crate::dice::Dice;
use crate::oracle::oracle;
use crate::short::{CLOSE, assert_close, difference, exact};
use belief::kernel::{Cause, Evidence, Network, Node, Posterior, compile};

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
