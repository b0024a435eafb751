//! What is told about the person: the last word holds.

use super::timeline::Line;
use super::{Deed, standing};
use crate::{KitTold, Stamp};
use case::Person;
use guide::{CautionIx, Guide};

/// A day, milliseconds.
const DAY_MS: i64 = 86_400_000;

/// Who it is about, with the whole years since it was told added to the age.
pub(super) fn person(lines: &[Line<'_>], now: Stamp) -> Person {
    let told = standing(lines).rev().find_map(|line| match line.deed {
        Deed::Person(person) => Some((line.at, person)),
        _ => None,
    });
    let Some((at, person)) = told else { return Person::default() };
    // a year is 365 1/4 days
    let years = days_since(at, now).saturating_mul(4) / 1461;
    let older = |age: u8| u8::try_from(i64::from(age).saturating_add(years)).unwrap_or(u8::MAX);
    Person { age: person.age.map(older), ..person }
}

/// Days since the pain began: those that were told and those since then.
pub(super) fn onset_days(lines: &[Line<'_>], now: Stamp) -> Option<u32> {
    standing(lines).rev().find_map(|line| match line.deed {
        Deed::Began(days) => {
            let since = now.day().saturating_sub(line.at.day()).max(0);
            Some(days.saturating_add(u32::try_from(since).unwrap_or(u32::MAX)))
        }
        _ => None,
    })
}

/// The last kit.
pub(super) fn kit(lines: &[Line<'_>]) -> Option<KitTold> {
    standing(lines).rev().find_map(|line| match &line.deed {
        Deed::Kit(kit) => Some(kit.clone()),
        _ => None,
    })
}

/// Cautions that were shown, and those of them that hold; both sorted.
pub(super) fn cautions(guide: &Guide, lines: &[Line<'_>]) -> (Vec<CautionIx>, Vec<CautionIx>) {
    let mut answers = Answers::none(guide);
    standing(lines).for_each(|line| answers.hear(&line.deed));
    (answers.those(|_| true), answers.those(|holds| holds))
}

/// What was answered last about each caution. An answer about a caution is one about its twin too, or the twin would
/// bring back what was dropped.
pub(super) struct Answers<'g> {
    guide: &'g Guide,
    last: Vec<Option<bool>>,
}

impl<'g> Answers<'g> {
    pub(super) fn none(guide: &'g Guide) -> Answers<'g> {
        Answers { guide, last: vec![None; guide.cautions.len()] }
    }

    pub(super) fn hear(&mut self, deed: &Deed) {
        let Deed::Cautions { asked, held } = deed else { return };
        for caution in asked.iter().chain(held) {
            let twin = twin(self.guide, *caution);
            let holds = held.contains(caution) || twin.is_some_and(|twin| held.contains(&twin));
            for caution in twin.into_iter().chain([*caution]) {
                self.last[usize::from(caution.0)] = Some(holds);
            }
        }
    }

    /// Those whose answer fits.
    pub(super) fn those(&self, fits: fn(bool) -> bool) -> Vec<CautionIx> {
        let all = self.last.iter().zip(0..);
        all.filter(|(answer, _)| answer.is_some_and(fits)).map(|(_, at)| CautionIx(at)).collect()
    }
}

/// `cx_…` and `cx_…_gun` are one thing to the person.
fn twin(guide: &Guide, caution: CautionIx) -> Option<CautionIx> {
    let id = guide.caution(caution).id.as_str();
    match id.strip_suffix("_gun") {
        Some(without) => guide.find_caution(without),
        None => guide.find_caution(&format!("{id}_gun")),
    }
}

fn days_since(at: Stamp, now: Stamp) -> i64 {
    now.at_ms.saturating_sub(at.at_ms).max(0) / DAY_MS
}
