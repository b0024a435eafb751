//! A published person as the program would be told of: as a case.

use super::read::{Place, Pressed, Told};
use case::{Answer, Case, Familiar, Pain, PainBy, Person, Press, Quality, Reply};
use guide::shape::Side;
use guide::{Guide, ZoneIx};

/// A zone counts as told from this weight on; what weighs less lies only near what was named.
pub(crate) const NAMED: f64 = 0.3;

/// How much of what is published is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Known {
    /// Zones that hurt or were said not to, age and sex.
    Places,
    /// Also how it feels, since when, answers and the gate.
    Answers,
    /// Also presses.
    Presses,
}

/// The case. A side that is not told counts as right: sides are the same to the guide.
///
/// # Errors
/// An id that the guide does not have, with its case.
pub(crate) fn case(guide: &Guide, told: &Told, known: Known) -> Result<Case, String> {
    let maker = Maker { guide, told };
    let mut case = Case {
        person: Person { age: told.person.age, sex: told.person.sex },
        pain_by: PainBy::Words,
        pain: maker.pain()?,
        ..Case::default()
    };
    maker.denied(&mut case)?;
    if known >= Known::Answers {
        maker.answers(&mut case)?;
        maker.feels(&mut case)?;
        case.onset_days = told.phrases.iter().find_map(|phrase| phrase.onset_days);
    }
    if known >= Known::Presses {
        maker.presses(&mut case)?;
    }
    Ok(case)
}

struct Maker<'a> {
    guide: &'a Guide,
    told: &'a Told,
}

impl Maker<'_> {
    fn pain(&self) -> Result<Vec<Pain>, String> {
        let named = self.told.person.pain.iter().filter(|place| place.weight >= NAMED);
        named.map(|place| Ok(pain(self.zone(&place.zone)?, side(place)))).collect()
    }

    /// Sides that hurt: what a sided answer is about. Both, if only the middle hurts.
    fn sides(&self) -> Vec<Side> {
        let hurts = |wanted: Side| self.told.person.pain.iter().any(|place| side(place) == wanted);
        let sides: Vec<Side> = [Side::Left, Side::Right].into_iter().filter(|side| hurts(*side)).collect();
        if sides.is_empty() { vec![Side::Left, Side::Right] } else { sides }
    }

    fn denied(&self, case: &mut Case) -> Result<(), String> {
        for id in self.told.phrases.iter().flat_map(|phrase| &phrase.denied) {
            let zone = self.zone(id)?;
            for &side in &self.guide.zone(zone).sides {
                let faces = side == Side::Midline || self.sides().contains(&side);
                if faces && !case.pain.iter().any(|pain| pain.zone == zone && pain.side == side) {
                    case.pain.push(Pain { intensity: Some(0.0), ..pain(zone, side) });
                }
            }
        }
        Ok(())
    }

    fn answers(&self, case: &mut Case) -> Result<(), String> {
        for phrase in &self.told.phrases {
            for (ids, reply) in [(&phrase.yes, Reply::Yes), (&phrase.no, Reply::No)] {
                for id in ids {
                    self.answer(case, id, phrase.side, reply)?;
                }
            }
            for id in &phrase.cautions {
                case.cautions.push(self.guide.find_caution(id).ok_or_else(|| self.unknown("caution", id))?);
            }
        }
        Ok(())
    }

    /// To an ask if the id has a dot, else to a question; what is said twice counts once.
    fn answer(&self, case: &mut Case, id: &str, side: Option<Side>, reply: Reply) -> Result<(), String> {
        if id.contains('.') {
            let ask = self.guide.find_ask(id).ok_or_else(|| self.unknown("ask", id))?;
            case.gate.push((ask, reply));
            return Ok(());
        }
        let question = self.guide.find_question(id).ok_or_else(|| self.unknown("question", id))?;
        let sides = match (self.guide.question(question).sided, side) {
            (false, _) => vec![Side::Midline],
            (true, Some(side)) => vec![side],
            (true, None) => self.sides(),
        };
        for side in sides {
            let answer = Answer { question, side, reply };
            if !case.answers.contains(&answer) {
                case.answers.push(answer);
            }
        }
        Ok(())
    }

    fn feels(&self, case: &mut Case) -> Result<(), String> {
        for (name, zones) in self.told.phrases.iter().flat_map(|phrase| &phrase.feels) {
            let known = Quality::ALL.iter().find(|(_, id)| id == name);
            let (quality, _) = known.ok_or_else(|| self.unknown("quality", name))?;
            for id in zones {
                let zone = self.zone(id)?;
                for pain in case.pain.iter_mut().filter(|pain| pain.zone == zone) {
                    pain.quality.push(*quality);
                }
            }
        }
        Ok(())
    }

    fn presses(&self, case: &mut Case) -> Result<(), String> {
        for pressed in self.told.phrases.iter().filter_map(|phrase| phrase.press.as_ref()) {
            let Pressed { source: id, tenderness, familiar } = pressed;
            let source = self.guide.find_source(id).ok_or_else(|| self.unknown("source", id))?;
            let familiar = match familiar.as_str() {
                "yes" => Familiar::Yes,
                "partly" => Familiar::Partly,
                _ => Familiar::No,
            };
            for side in self.sides() {
                case.presses.push(Press { source, side, tenderness: *tenderness, familiar });
            }
        }
        Ok(())
    }

    fn zone(&self, id: &str) -> Result<ZoneIx, String> {
        self.guide.find_zone(id).ok_or_else(|| self.unknown("zone", id))
    }

    fn unknown(&self, kind: &str, id: &str) -> String {
        format!("case {}: the guide has no {kind} `{id}`; change crates/proof/cases", self.told.person.id)
    }
}

fn pain(zone: ZoneIx, side: Side) -> Pain {
    Pain { zone, side, intensity: None, share: None, quality: Vec::new() }
}

fn side(place: &Place) -> Side {
    match place.side.as_str() {
        "left" => Side::Left,
        "midline" => Side::Midline,
        _ => Side::Right,
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn every_id_is_the_guides() {
        let guide = Guide::embedded("en").unwrap();
        for told in read::all().unwrap() {
            case(&guide, &told, Known::Presses).unwrap();
            // Of a red flag the source is only called that.
            let mut sources = told.accepted().filter(|id| *id != "red_flag");
            assert!(told.is_red_flag() || told.accepted().next().is_some(), "{}", told.person.id);
            assert!(sources.all(|id| guide.find_source(id).is_some()), "{}", told.person.id);
        }
    }

    #[test]
    fn what_feels_some_way_was_told_to_hurt() {
        for told in read::all().unwrap() {
            for zone in told.phrases.iter().flat_map(|phrase| phrase.feels.values().flatten()) {
                assert!(told.person.pain.iter().any(|place| place.zone == *zone), "{}: {zone}", told.person.id);
            }
        }
    }

    #[test]
    fn nobody_says_yes_and_no() {
        let guide = Guide::embedded("en").unwrap();
        for told in read::all().unwrap() {
            let case = case(&guide, &told, Known::Answers).unwrap();
            for (i, a) in case.answers.iter().enumerate() {
                let again = case.answers[..i].iter().any(|b| (a.question, a.side) == (b.question, b.side));
                assert!(!again, "{}: {}", told.person.id, guide.question(a.question).id);
            }
        }
    }
}
