//! Does the gate close on people who needed a doctor, and only on them?

use super::interval::{Share, wilson};
use super::person::{Known, case};
use super::read::Told;
use guide::Guide;
use safety::State;
use safety::caps::MIN_AGE;

/// What the gate did on the cases.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gates {
    /// Share closed among red-flag cases with a phrase that answers an ask.
    pub(crate) hits: Share,
    /// Share closed among all other cases.
    pub(crate) false_closures: Share,
    /// Of the first: who was let through.
    pub(crate) missed: Vec<String>,
    /// Of the others: who was stopped, with the flags.
    pub(crate) stopped: Vec<String>,
    /// Red-flag cases of which no phrase answers an ask: the table cannot know them.
    pub(crate) unmapped: Vec<String>,
}

/// Runs the gate on every case with all that was told.
///
/// # Errors
/// An id that the guide does not have.
pub(crate) fn gates(guide: &Guide, cases: &[Told]) -> Result<Gates, String> {
    let mut gates =
        Gates { hits: wilson(0, 0), false_closures: wilson(0, 0), missed: vec![], stopped: vec![], unmapped: vec![] };
    let (mut mapped, mut others) = (0, 0);
    for told in cases {
        let gate = safety::gate(guide, &case(guide, told, Known::Presses)?);
        let closed = gate.state == State::Closed;
        let name = format!("{} ({})", told.person.id, told.person.truth_condition.as_deref().unwrap_or("no red flag"));
        match (told.is_red_flag(), closed) {
            (true, _) if !answers_an_ask(told) => gates.unmapped.push(name),
            (true, _) => {
                mapped += 1;
                gates.missed.extend((!closed).then_some(name));
            }
            (false, true) => {
                others += 1;
                let flags: Vec<&str> = gate.flags.iter().map(|flag| guide.flag(*flag).id.as_str()).collect();
                gates.stopped.push(format!("{} ({})", told.person.id, flags.join(", ")));
            }
            (false, false) => others += 1,
        }
    }
    gates.hits = wilson(mapped - gates.missed.len(), mapped);
    gates.false_closures = wilson(gates.stopped.len(), others);
    Ok(gates)
}

/// Is there an ask whose answer is yes, or an age that is one?
fn answers_an_ask(told: &Told) -> bool {
    let yes = told.phrases.iter().any(|phrase| phrase.yes.iter().any(|id| id.contains('.')));
    yes || told.person.age.is_some_and(|age| age < MIN_AGE)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    /// Who is named here is not what we want: r06 is known by care that failed alone, which the table combines with
    /// nothing told; the others have a foot found weak, which always closes.
    #[test]
    fn the_gate_lets_through_and_stops_no_more_than_these() {
        let guide = Guide::embedded("en").unwrap();
        let gates = gates(&guide, &read::all().unwrap()).unwrap();
        for (names, known) in [(&gates.missed, &["r06"][..]), (&gates.stopped, &["n82", "n84"])] {
            for name in names {
                assert!(known.iter().any(|id| name.starts_with(id)), "{name}");
            }
        }
        let counted = (gates.hits.n, gates.unmapped.len(), gates.false_closures.n);
        assert_eq!(counted, (7, 6, 56));
    }
}
