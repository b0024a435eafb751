//! Whole cases against an oracle that knows nothing of the solver (`enumerated`).
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod enumerated;

use belief::Weights;
use enumerated::{Oracle, cases, small_guide, styles};
use proptest::prelude::*;

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    /// Given any case with up to two visits, when it is solved and when everything is enumerated, then both agree.
    #[test]
    fn the_solver_agrees_with_enumeration(case in cases()) {
        let guide = small_guide();
        let weights = Weights::of(&guide);
        let solved = weights.probabilities(&guide, &case).unwrap();
        let oracle = Oracle { guide: &guide, view: weights.view(&guide, case.pain_by), case: &case };
        for (got, want) in solved.iter().zip(oracle.marginals(&weights, &styles(&guide.model))) {
            prop_assert!((got - want).abs() <= 1e-12, "{got} {want}");
        }
    }
}
