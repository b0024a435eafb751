//! Cases drawn from a network itself: who is active, and what would then be seen.

use super::dice::Dice;
use belief::kernel::{Network, Node};
use std::ops::Range;

/// Active sources of a body, at least and at most.
const ACTIVE: std::ops::RangeInclusive<usize> = 1..=3;

/// What is looked at: the chance of it, for each node.
pub(super) struct Looks {
    pub(super) chances: Vec<f64>,
}

/// Levels of the nodes looked at in `count` cases. In each of the `bodies` (ranges of sources that share out all of
/// them) one to three sources are active, drawn by their priors given that.
pub(super) fn cases(
    network: &Network,
    bodies: &[Range<usize>],
    looks: &Looks,
    count: usize,
    seed: u64,
) -> Vec<Vec<Option<u8>>> {
    let mut dice = Dice::new(seed);
    let case = |_| {
        let active: Vec<bool> =
            bodies.iter().flat_map(|body| body_of(&mut dice, &network.priors[body.clone()])).collect();
        let seen = network.nodes.iter().zip(&looks.chances).map(|(node, chance)| {
            let level = level(&mut dice, node, &active);
            (dice.unit() < *chance).then_some(level)
        });
        seen.collect()
    };
    (0..count).map(case).collect()
}

/// By rejection, so that the draw given the number of active sources is the priors' own.
fn body_of(dice: &mut Dice, priors: &[f64]) -> Vec<bool> {
    loop {
        let active: Vec<bool> = priors.iter().map(|prior| dice.unit() < *prior).collect();
        if ACTIVE.contains(&active.iter().filter(|on| **on).count()) {
            return active;
        }
    }
}

/// The highest level that an active cause or the leak pushes to.
fn level(dice: &mut Dice, node: &Node, active: &[bool]) -> u8 {
    let causes = node.causes.iter().filter(|cause| active[cause.source as usize]);
    let pushes = causes.map(|cause| cause.rise).chain([node.leak]);
    pushes.map(|rise| push(dice, rise)).max().unwrap_or(0)
}

fn push(dice: &mut Dice, [some, much]: [f64; 2]) -> u8 {
    let at = dice.unit();
    u8::from(at < some + much) + u8::from(at < much)
}
