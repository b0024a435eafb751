//! What was told at an earlier visit.

use crate::{Answer, Case, Control, Pain, PainBy, Person, Press, Release};

/// What was told at an earlier visit. Only what was told: what was concluded from it then is worked out anew.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Visit {
    /// How places were given.
    pub pain_by: PainBy,
    /// Where it hurt; never empty in a case from outside.
    pub pain: Vec<Pain>,
    /// Answered questions.
    pub answers: Vec<Answer>,
    /// Presses of that sitting.
    pub presses: Vec<Press>,
    /// Control presses.
    pub controls: Vec<Control>,
    /// Releases, in time order.
    pub releases: Vec<Release>,
}

impl Visit {
    /// The visit as a case of its own, of this person. How long it had hurt by then is not known.
    pub fn as_case(&self, person: Person) -> Case {
        let Visit { pain_by, pain, answers, presses, controls, releases } = self.clone();
        Case { person, pain_by, pain, answers, presses, controls, releases, ..Case::default() }
    }
}
