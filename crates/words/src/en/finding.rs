//! Reasons for and against.

use super::English;
use super::names::{side_word, sided};
use crate::number::of_ten;
use belief::{Finding, Ranked};
use case::{ControlPlace, Familiar};
use guide::shape::{PersonFact, Side, Word};
use guide::{QuestionIx, SourceIx};

/// Reasons of either kind that are shown without asking for details.
const SHOWN: usize = 4;

impl English<'_> {
    pub(crate) fn finding(&self, finding: Finding) -> String {
        match finding {
            Finding::Pain(zone, side) => format!("pain: {}", sided(&self.zone(zone), side)),
            Finding::Word(word, side) => format!("pain: {}", sided(word_name(word), side)),
            Finding::Blank(zone, side) => format!("no pain: {}", sided(&self.zone(zone), side)),
            Finding::Answer(question, side, yes) => sided(self.answered(question, yes), side),
            Finding::Press(source, side) => {
                format!("pressing {}: {}", self.within(source, side), self.pressed(source, side))
            }
            Finding::Control(place) => format!("pressing {}: {}", control(place), self.control_felt(place)),
            Finding::Release(source, side) => {
                format!("releasing {}: {}", self.within(source, side), self.released(source, side))
            }
            Finding::Person(fact) => person(fact).to_owned(),
        }
    }

    /// What speaks for a source and what against, strongest first, places that hurt (or do not) taken together.
    pub(crate) fn for_and_against(&self, ranked: &Ranked) -> (Option<String>, Option<String>) {
        let said = |speaks_for: bool| {
            let (mut places, mut others) = (Vec::new(), Vec::new());
            for reason in ranked.reasons.iter().filter(|reason| (reason.log_odds > 0.0) == speaks_for) {
                match self.place(reason.finding, ranked.side) {
                    Some((pain, place)) => places.push((pain, place)),
                    // What a press there brought is what people ask for first.
                    None if is_own(reason.finding, ranked) => others.insert(0, self.own(reason.finding, ranked)),
                    None => others.push(self.own(reason.finding, ranked)),
                }
            }
            let hurting = together("pain here", places.iter().filter(|(pain, _)| *pain));
            // A blank that helps a source does so only by speaking against another, which is where it is told.
            let blank = places.iter().filter(|(pain, _)| !*pain && !speaks_for);
            let blank = together("no pain here", blank);
            let all: Vec<String> = hurting.into_iter().chain(blank).chain(others).take(SHOWN).collect();
            (!all.is_empty()).then(|| all.join("; "))
        };
        (said(true), said(false))
    }

    /// A place, named with its side only where that is not the source's own.
    fn place(&self, finding: Finding, own: Side) -> Option<(bool, String)> {
        let (pain, name, side) = match finding {
            Finding::Pain(zone, side) => (true, self.zone(zone), side),
            Finding::Word(word, side) => (true, word_name(word).to_owned(), side),
            Finding::Blank(zone, side) => (false, self.zone(zone), side),
            _ => return None,
        };
        let elsewhere = side != own && side != Side::Midline;
        Some((pain, if elsewhere { format!("{name} ({})", side_word(side)) } else { name }))
    }

    /// A finding, shorter where it is about the source itself.
    fn own(&self, finding: Finding, ranked: &Ranked) -> String {
        match finding {
            Finding::Press(source, side) if is_own(finding, ranked) => {
                format!("pressing there: {}", self.pressed(source, side))
            }
            Finding::Release(source, side) if is_own(finding, ranked) => {
                format!("releasing it: {}", self.released(source, side))
            }
            Finding::Answer(question, side, yes) if side == ranked.side => self.answered(question, yes).to_owned(),
            other => self.finding(other),
        }
    }

    /// An answer as a statement.
    fn answered(&self, question: QuestionIx, yes: bool) -> &str {
        let said = if yes { "said_yes" } else { "said_no" };
        self.guide.text("questions", &self.guide.question(question).id, said)
    }

    /// A question as it was asked.
    pub(super) fn question(&self, question: QuestionIx, side: Side) -> String {
        self.guide.text("questions", &self.guide.question(question).id, "ask").replace("{side}", side_word(side))
    }

    fn pressed(&self, source: SourceIx, side: Side) -> String {
        let last = self.case.presses.iter().rev().find(|press| press.source == source && press.side == side);
        last.map_or_else(String::new, |press| self.felt(press.tenderness, press.familiar))
    }

    fn control_felt(&self, place: ControlPlace) -> String {
        let last = self.case.controls.iter().rev().find(|control| control.place == place);
        last.map_or_else(String::new, |control| self.felt(control.tenderness, control.familiar))
    }

    fn felt(&self, tenderness: f64, familiar: Familiar) -> String {
        let tender = tenderness >= self.guide.model.press.tender_from;
        match familiar {
            Familiar::Yes => "that is your pain".to_owned(),
            Familiar::Partly => "partly your pain".to_owned(),
            Familiar::No if tender => format!("sore ({} of 10), but not your pain", of_ten(tenderness)),
            Familiar::No => "nothing much".to_owned(),
        }
    }

    fn released(&self, source: SourceIx, side: Side) -> String {
        let last = self.case.releases.iter().rev().find(|release| release.source == source && release.side == side);
        last.map_or_else(String::new, |release| {
            format!("pain went from {} to {}", of_ten(release.pain_before), of_ten(release.pain_after))
        })
    }
}

/// Was the source itself pressed or released?
fn is_own(finding: Finding, ranked: &Ranked) -> bool {
    match finding {
        Finding::Press(source, side) | Finding::Release(source, side) => (source, side) == (ranked.source, ranked.side),
        _ => false,
    }
}

fn together<'p>(lead: &str, places: impl Iterator<Item = &'p (bool, String)>) -> Option<String> {
    let names: Vec<&str> = places.map(|(_, name)| name.as_str()).collect();
    (!names.is_empty()).then(|| format!("{lead}: {}", names.join(" / ")))
}

fn control(place: ControlPlace) -> &'static str {
    match place {
        ControlPlace::OtherSide => "the same spot on the other side",
        ControlPlace::Neutral => "a place that never hurts",
    }
}

fn word_name(word: Word) -> &'static str {
    match word {
        Word::Buttock => "buttock",
        Word::ThighFront => "front of the thigh",
        Word::ThighOuter => "outer thigh",
        Word::ThighBack => "back of the thigh",
        Word::ThighInner => "inner thigh",
    }
}

fn person(fact: PersonFact) -> &'static str {
    match fact {
        PersonFact::AgeUnder40 => "age under 40",
        PersonFact::Age40To59 => "age 40 to 59",
        PersonFact::Age60To69 => "age 60 to 69",
        PersonFact::Age70Up => "age 70 or more",
        PersonFact::Female => "being a woman",
        PersonFact::Male => "being a man",
        PersonFact::Onset6Weeks => "pain for less than six weeks",
        PersonFact::OnsetOver3Months => "pain for more than three months",
    }
}
