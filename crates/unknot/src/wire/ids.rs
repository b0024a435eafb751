//! The contract's names for things.

use belief::{Finding, Likely};
use case::ControlPlace;
use guide::Guide;
use guide::shape::{Group, PersonFact, Side, Urgency};
use safety::State;

/// A side.
pub(super) fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Midline => "midline",
    }
}

/// Kind of a source.
pub(super) fn group(group: Group) -> &'static str {
    match group {
        Group::Gluteal => "gluteal",
        Group::Muscle => "muscle",
        Group::Nerve => "nerve",
        Group::Spine => "spine",
        Group::Joint => "joint",
        Group::Tendon => "tendon",
        Group::Artery => "artery",
    }
}

/// How likely. The contract's words are English whatever language the texts are in.
pub(super) fn word(likely: Likely) -> &'static str {
    match likely {
        Likely::Leading => "leading",
        Likely::Possible => "possible",
        Likely::LessLikely => "less likely",
        Likely::Unlikely => "unlikely",
    }
}

/// The gate's verdict.
pub(super) fn state(state: State) -> &'static str {
    match state {
        State::Open => "open",
        State::Caution => "caution",
        State::Incomplete => "incomplete",
        State::Closed => "closed",
    }
}

/// How fast to get help.
pub(super) fn urgency(urgency: Urgency) -> &'static str {
    match urgency {
        Urgency::Emergency => "emergency",
        Urgency::Today => "today",
        Urgency::Soon => "soon",
    }
}

/// Where a control press is done.
pub(super) fn control(place: ControlPlace) -> &'static str {
    match place {
        ControlPlace::OtherSide => "other_side",
        ControlPlace::Neutral => "neutral",
    }
}

/// A finding: `pain.calf_post.right`, `press.gmin_post.left`, `person.female`, …
pub(super) fn finding(guide: &Guide, finding: Finding) -> String {
    match finding {
        Finding::Pain(zone, at) => format!("pain.{}.{}", guide.zone(zone).id, side(at)),
        Finding::Word(word, at) => format!("told.{}.{}", word.id(), side(at)),
        Finding::Blank(zone, at) => format!("blank.{}.{}", guide.zone(zone).id, side(at)),
        Finding::Answer(question, at, _) => format!("answer.{}.{}", guide.question(question).id, side(at)),
        Finding::Press(source, at) => format!("press.{}.{}", guide.source(source).id, side(at)),
        Finding::Control(place) => format!("control.{}", control(place)),
        Finding::Release(source, at) => format!("release.{}.{}", guide.source(source).id, side(at)),
        Finding::Person(fact) => format!("person.{}", person(fact)),
    }
}

/// A fact about the person, as in the guide's files.
fn person(fact: PersonFact) -> &'static str {
    match fact {
        PersonFact::AgeUnder40 => "age_under_40",
        PersonFact::Age40To59 => "age_40_to_59",
        PersonFact::Age60To69 => "age_60_to_69",
        PersonFact::Age70Up => "age_70_up",
        PersonFact::Female => "female",
        PersonFact::Male => "male",
        PersonFact::Onset6Weeks => "onset_6_weeks",
        PersonFact::OnsetOver3Months => "onset_over_3_months",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_guides_files() {
        use PersonFact as F;
        for fact in [
            F::AgeUnder40,
            F::Age40To59,
            F::Age60To69,
            F::Age70Up,
            F::Female,
            F::Male,
            F::Onset6Weeks,
            F::OnsetOver3Months,
        ] {
            assert_eq!(serde_json::to_value(fact).unwrap(), person(fact));
        }
        for kind in [Group::Gluteal, Group::Artery] {
            assert_eq!(serde_json::to_value(kind).unwrap(), group(kind));
        }
    }
}
