//! Between the guide, simulated people and cases: words and ids one way, observations the other. No chance of the guide
//! reaches the people.

use crate::table;
use case::{Case, Familiar, Pain, PainBy, Reply};
use guide::shape::{self, Group, Side};
use guide::{Guide, Id, QuestionIx, SourceIx, ZoneIx};
use trial::{Atlas, Person};

/// What exists, for the simulated people: indices are the guide's. Referral "rare" is no part of the expert's table.
pub(crate) fn atlas_of(guide: &Guide) -> Atlas {
    let zones = guide.zones.iter().map(|zone| trial::Zone { id: zone.id.to_string(), sides: sides(&zone.sides) });
    let questions = guide.questions.iter().map(|question| trial::Question {
        id: question.id.to_string(),
        causes: question.causes.iter().filter_map(|c| Some((find(guide, &c.source)?, strength(c.strength)))).collect(),
        background: match question.background {
            shape::Background::Rarely => trial::Background::Rarely,
            shape::Background::Sometimes => trial::Background::Sometimes,
            shape::Background::Often => trial::Background::Often,
        },
    });
    let sources = (0..guide.sources.len() as u16).map(|at| source_of(guide, SourceIx(at))).collect();
    Atlas { zones: zones.collect(), sources, questions: questions.collect() }
}

fn source_of(guide: &Guide, ix: SourceIx) -> trial::Source {
    let source = guide.source(ix);
    let pattern = table::pattern(guide, ix);
    let zones = |zones: Vec<ZoneIx>| zones.into_iter().map(ZoneIx::ix).collect();
    trial::Source {
        id: source.id.to_string(),
        sides: sides(&source.sides),
        gluteal: source.group == Group::Gluteal,
        muscle: source.muscle.as_ref().map(Id::to_string),
        essential: zones(pattern.main),
        spillover: zones(pattern.lesser),
        commonness: match source.commonness {
            shape::Commonness::Exceptional => trial::Commonness::Exceptional,
            shape::Commonness::Rare => trial::Commonness::Rare,
            shape::Commonness::Uncommon => trial::Commonness::Uncommon,
            shape::Commonness::Common => trial::Commonness::Common,
            shape::Commonness::VeryCommon => trial::Commonness::VeryCommon,
        },
        pressable: source.press,
        covered_by: source.covered_by.iter().filter_map(|id| find(guide, id)).collect(),
        sensitises_gluteal: source.sensitises_gluteal,
    }
}

fn find(guide: &Guide, id: &Id) -> Option<usize> {
    Some(guide.find_source(id)?.ix())
}

fn sides(sides: &[Side]) -> Vec<trial::Side> {
    sides.iter().map(|side| there(*side)).collect()
}

fn strength(strength: shape::Strength) -> trial::Strength {
    match strength {
        shape::Strength::Weak => trial::Strength::Weak,
        shape::Strength::Medium => trial::Strength::Medium,
        shape::Strength::Strong => trial::Strength::Strong,
    }
}

/// A side, as the simulated people call it.
pub(crate) fn there(side: Side) -> trial::Side {
    match side {
        Side::Left => trial::Side::Left,
        Side::Right => trial::Side::Right,
        Side::Midline => trial::Side::Midline,
    }
}

fn here(side: trial::Side) -> Side {
    match side {
        trial::Side::Left => Side::Left,
        trial::Side::Right => Side::Right,
        trial::Side::Midline => Side::Midline,
    }
}

/// A case with nothing but the person's drawing.
pub(crate) fn drawn(person: &Person<'_>) -> Case {
    let pain = person.drawing().into_iter().map(|mark| Pain {
        zone: ZoneIx(mark.zone as u16),
        side: here(mark.side),
        intensity: Some(mark.intensity),
        share: Some(mark.share),
        quality: Vec::new(),
    });
    Case { pain_by: PainBy::Drawing, pain: pain.collect(), ..Case::default() }
}

/// Asks a question; "I do not know" stands in the case too.
pub(crate) fn ask(person: &Person<'_>, case: &mut Case, question: QuestionIx, side: Side) {
    let reply = match person.answer(question.ix(), there(side)) {
        trial::Reply::Yes => Reply::Yes,
        trial::Reply::No => Reply::No,
        trial::Reply::Unknown => Reply::Unknown,
    };
    case.answers.push(case::Answer { question, side, reply });
}

/// Has a source's spot pressed.
pub(crate) fn press(person: &Person<'_>, case: &mut Case, source: SourceIx, side: Side) {
    let trial::Touch { tenderness, familiar } = person.press(source.ix(), there(side));
    case.presses.push(case::Press { source, side, tenderness, familiar: own_pain(familiar) });
}

/// Has a control pressed: the last pressed spot on the other side, or a neutral place.
pub(crate) fn control(person: &Person<'_>, case: &mut Case, place: case::ControlPlace) {
    let last = case.presses.last();
    let touch = match (place, last) {
        (case::ControlPlace::OtherSide, Some(last)) => person.press(last.source.ix(), there(last.side).other()),
        _ => person.control(),
    };
    let familiar = own_pain(touch.familiar);
    case.controls.push(case::Control { place, tenderness: touch.tenderness, familiar });
}

fn own_pain(familiar: trial::Familiar) -> Familiar {
    match familiar {
        trial::Familiar::Yes => Familiar::Yes,
        trial::Familiar::Partly => Familiar::Partly,
        trial::Familiar::No => Familiar::No,
    }
}

/// The side with more paint.
pub(crate) fn worse_side(case: &Case) -> Side {
    let painted = |side| case.pain.iter().filter(|p| p.side == side).filter_map(|p| p.share).sum::<f64>();
    if painted(Side::Left) > painted(Side::Right) { Side::Left } else { Side::Right }
}

/// Questions that make sense where it hurts and that most people can answer, in the guide's order, for each painful side.
pub(crate) fn relevant(guide: &Guide, case: &Case) -> Vec<(QuestionIx, Side)> {
    let painful = |side: &Side| case.pain.iter().any(|p| p.side == *side);
    let mut sides: Vec<Side> = [Side::Right, Side::Left].into_iter().filter(painful).collect();
    if sides.is_empty() {
        sides = vec![Side::Right, Side::Left];
    }
    let mut found = Vec::new();
    for (ix, question) in (0u16..).map(QuestionIx).zip(&guide.questions).filter(|(_, q)| !q.few_know) {
        let sides = if question.sided { sides.as_slice() } else { &[Side::Midline] };
        let fits = |side: Side| {
            let facing = |p: &Pain| side == Side::Midline || p.side == side || p.side == Side::Midline;
            let inside = |p: &&Pain| question.zones.contains(&guide.zone(p.zone).id);
            question.zones.is_empty() || case.pain.iter().filter(inside).any(facing)
        };
        found.extend(sides.iter().filter(|side| fits(**side)).map(|side| (ix, *side)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{atlas_of, drawn, relevant};
    use belief::Weights;
    use guide::Guide;
    use trial::{Scenario, World};

    #[test]
    fn the_atlas_has_the_guides_cells_in_the_guides_order() {
        let guide = Guide::embedded("en").unwrap();
        let ours = atlas_of(&guide).cells();
        let theirs: Vec<_> =
            Weights::of(&guide).cells().iter().map(|c| (c.source.ix(), super::there(c.side))).collect();
        assert_eq!(ours.iter().map(|c| (c.source, c.side)).collect::<Vec<_>>(), theirs);
    }

    #[test]
    fn a_simulated_persons_drawing_is_a_case_belief_can_read() {
        let guide = Guide::embedded("en").unwrap();
        let world = World::new(&atlas_of(&guide), Scenario::DEFAULT, 1).unwrap();
        let case = drawn(&world.person(1));
        assert!(!case.pain.is_empty() && !relevant(&guide, &case).is_empty());
        assert!(Weights::of(&guide).probabilities(&guide, &case).is_ok());
    }
}
