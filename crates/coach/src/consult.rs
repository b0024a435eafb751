//! One way round the loop: gate, belief, next, plan.

use crate::Kit;
use crate::comfort::comfort;
use crate::next::gated;
use crate::plan::{Consultation, Planned};
use crate::rules::Rules;
use crate::today::Today;
use belief::{Assessment, Impossible, Weights};
use case::Case;
use guide::Guide;
use safety::{Gate, State, allowed, gate};

/// Everything the program has to say about a case. `weights` are those of `guide`.
///
/// # Errors
/// [`Impossible`] if the guide's numbers give the findings no chance at all.
pub fn consult(guide: &Guide, weights: &Weights, case: &Case, kit: Option<&Kit>) -> Result<Consultation, Impossible> {
    Ok(conclude(guide, case, gate(guide, case), weights.assess(guide, case)?, kit))
}

/// [`consult`] where the gate and the assessment of this very case are there already.
pub fn conclude(guide: &Guide, case: &Case, gate: Gate, assessment: Assessment, kit: Option<&Kit>) -> Consultation {
    let allowed = allowed(guide, &gate);
    let ranked = &assessment.ranked;
    let rules = Rules::of(guide, case, &gate, &allowed, ranked);
    let rests = kit.is_some_and(|kit| kit.stage().stop.is_some());
    let next = match gate.state {
        State::Closed => Vec::new(),
        State::Incomplete => gated(guide, case, false, &allowed, &rules, &assessment.next),
        State::Open | State::Caution => gated(guide, case, !rests, &allowed, &rules, &assessment.next),
    };
    let plan = match (gate.state, kit) {
        (State::Closed, _) => Planned::Closed,
        (_, None) => Planned::NotAsked,
        (State::Incomplete, Some(_)) => Planned::Unasked(gate.unasked.clone()),
        (State::Open | State::Caution, Some(kit)) => {
            Planned::Ready(Today::of(guide, case, kit, &gate, &allowed, ranked).plan())
        }
    };
    let comfort = comfort(guide, &gate, ranked);
    Consultation { next, comfort, plan, gate, assessment }
}
