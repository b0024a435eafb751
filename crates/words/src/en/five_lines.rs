//! A result in five lines, for a physiotherapist or doctor.

use super::English;
use super::names::{lower, number, sided};
use crate::number::of_ten;
use belief::{Likely, Ranked};
use case::{Familiar, Pain};
use coach::Consultation;

/// Sources named.
const NAMED: usize = 4;

impl English<'_> {
    /// Who and where; what fits; what was pressed; what the gate says; how sure.
    pub(crate) fn five_lines(&self, consultation: &Consultation) -> String {
        let gate = self.advice(&consultation.gate);
        let lines = [
            format!("Pain: {}.", self.places()),
            format!("Fits so far: {}.", self.fitting(&consultation.assessment.ranked)),
            format!("Pressed: {}.", self.presses()),
            format!("Red flags: {}", if gate.is_empty() { "none answered yes so far." } else { &gate }),
            format!("From Unknot, by pattern only: expert opinion, low confidence. {}", self.banner()),
        ];
        lines.join("\n")
    }

    fn places(&self) -> String {
        let person = self.case.person;
        let age = person.age.map(|age| format!("age {age}; "));
        let place = |pain: &Pain| {
            let intensity = pain.intensity.map(|intensity| format!(" {}/10", of_ten(intensity))).unwrap_or_default();
            let feels: Vec<&str> = pain.quality.iter().map(|quality| quality.id()).collect();
            let feels = if feels.is_empty() { String::new() } else { format!(" ({})", feels.join(", ")) };
            format!("{}{intensity}{feels}", sided(&self.zone(pain.zone), pain.side))
        };
        let places: Vec<String> = self.case.pain.iter().map(place).collect();
        let days =
            self.case.onset_days.map(|days| format!("; for about {} weeks", number((days as usize).div_ceil(7))));
        format!("{}{}{}", age.unwrap_or_default(), places.join("; "), days.unwrap_or_default())
    }

    fn fitting(&self, ranked: &[Ranked]) -> String {
        let near = ranked.iter().filter(|ranked| ranked.word >= Likely::Possible).take(NAMED);
        let named: Vec<String> = near
            .map(|ranked| format!("{} ({})", self.within(ranked.source, ranked.side), self.likely(ranked.word)))
            .collect();
        if named.is_empty() { "nothing well".to_owned() } else { named.join("; ") }
    }

    fn presses(&self) -> String {
        let felt = |familiar| match familiar {
            Familiar::Yes => "own pain",
            Familiar::Partly => "partly own pain",
            Familiar::No => "not own pain",
        };
        let pressed: Vec<String> = self
            .case
            .presses
            .iter()
            .map(|press| {
                let name = self.within(press.source, press.side);
                format!("{name}: {}/10, {}", of_ten(press.tenderness), felt(press.familiar))
            })
            .collect();
        if pressed.is_empty() { lower("Nothing yet") } else { pressed.join("; ") }
    }
}
