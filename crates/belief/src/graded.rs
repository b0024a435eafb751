//! How much of a zone is painted says more than "some" or "much": what a source makes hurt is mostly painted whole, what
//! only strays over the border is a sliver.
//!
//! Of what makes a zone hurt, the painted part is at most s with the chance s^k: k = 1 paints any share alike, a large k
//! mostly all of it. k follows from the two levels, so it is no number of its own: s^k is the share of "some" where "much"
//! begins. Painted is the largest part that anything contributes, as with levels; so the node has three levels once more:
//! less than was painted, as much, and more.

use crate::kernel::{Cause, Node, power};
use guide::shape::Levels;

/// What is painted is told to within this share of the zone.
const NEAR: f64 = 0.05;
/// Shares of "some" beyond which k would be nothing or without end.
const SOME: [f64; 2] = [0.01, 0.99];

/// A zone's node as the painted share tells of it: level 1 is as much as was painted. `much`: share from which a zone
/// counts as much.
pub(crate) fn graded(node: &Node, share: f64, much: f64) -> Node {
    let grade = |rise| near(rise, share, much);
    let causes = node.causes.iter().map(|cause| Cause { rise: grade(cause.rise), ..*cause });
    Node { causes: causes.collect(), leak: grade(node.leak) }
}

/// Chances of as much as was painted, and of more.
fn near([some, rest]: Levels, share: f64, much: f64) -> Levels {
    let all = some + rest;
    if all <= 0.0 {
        return [0.0, 0.0];
    }
    let [low, high] = SOME;
    let steep = libm::log((some / all).clamp(low, high)) / libm::log(much);
    let up_to = |share: f64| power(share.clamp(0.0, 1.0), steep);
    let within = up_to(share + NEAR);
    [all * (within - up_to(share - NEAR)), all * (1.0 - within)]
}

#[cfg(test)]
mod tests {
    use super::near;

    #[test]
    fn where_much_begins_the_levels_are_met_again() {
        // Half and half at 0.25: the square root, so a quarter of all lies below a sixteenth.
        for (share, below) in [(0.25, 0.5), (0.0625, 0.25), (0.81, 0.9)] {
            let [at, more] = near([0.4, 0.4], share + 0.05, 0.25);
            assert!((0.8 - at - more - 0.8 * below).abs() < 1e-12, "{share}");
        }
    }

    #[test]
    fn a_sliver_is_likelier_from_what_seldom_is_much() {
        let ratio = |share: f64| near([0.05, 0.01], share, 0.45)[0] / near([0.1, 0.5], share, 0.45)[0];
        assert!(ratio(0.15) > ratio(0.5) && ratio(0.5) > ratio(1.0));
        assert_eq!(near([0.0, 0.0], 0.5, 0.45), [0.0, 0.0]);
    }
}
