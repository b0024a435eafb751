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
    consult_behind(guide, weights, case, gate(guide, case), kit)
}

/// [`consult`] where the gate of this very case is known already.
///
/// # Errors
/// As [`consult`].
pub fn consult_behind(
    guide: &Guide,
    weights: &Weights,
    case: &Case,
    gate: Gate,
    kit: Option<&Kit>,
) -> Result<Consultation, Impossible> {
    Ok(concluded(guide, case, gate, weights.assess(guide, case)?, kit))
}

/// [`consult`] from an assessment of this very case that is there already.
pub fn conclude(guide: &Guide, case: &Case, assessment: Assessment, kit: Option<&Kit>) -> Consultation {
    concluded(guide, case, gate(guide, case), assessment, kit)
}

fn concluded(guide: &Guide, case: &Case, gate: Gate, assessment: Assessment, kit: Option<&Kit>) -> Consultation {
    let allowed = allowed(guide, &gate);
    let ranked = &assessment.ranked;
    let rules = Rules::of(guide, case, &gate, &allowed, ranked);
    let rests = kit.is_some_and(|kit| kit.stage().stop.is_some());
    let next = gated(guide, case, &gate, &allowed, (&rules, rests), &assessment.next);
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
