//! Sources, charts and questions.

use super::Check;
use super::spots::{Part, Spot, spot};
use crate::kinds::{CHARTS, COMFORTS, MUSCLES, QUESTIONS, REGIONS, SOURCES, ZONES};
use crate::shape::{Group, Question, Source};

impl<'g> Check<'g, '_> {
    pub(super) fn sources(&mut self) {
        for (at, source) in self.guide.sources.iter().enumerate() {
            self.source(at, source);
            self.referral(at, source);
            self.way_to_press(at, source);
        }
        for (at, chart) in self.guide.charts.iter().enumerate() {
            self.refer_all(&spot!(CHARTS, at, "sources"), &SOURCES, &chart.sources);
            if chart.sources.is_empty() {
                self.error(&spot!(CHARTS, at, "sources"), "a chart is of one source at least", "");
            }
            for (zone, &weight) in &chart.zones {
                let spot = spot!(CHARTS, at, "zones", zone.as_str());
                self.refer(&spot, &ZONES, zone);
                self.number(&spot, weight, weight > 0.0 && weight <= 1.0, "above 0 and at most 1");
            }
        }
        for (at, question) in self.guide.questions.iter().enumerate() {
            self.question(at, question);
        }
    }

    fn source(&mut self, at: usize, source: &'g Source) {
        let file = &self.draft.source_files[at];
        if *file != format!("sources/{}.toml", source.id) {
            let hint = format!("the file is {file:?}: name both the same");
            self.error(&spot!(SOURCES, at, "id"), "a source's id and the name of its file differ", hint);
        }
        self.sides(&spot!(SOURCES, at, "sides"), &source.sides);
        if let Some(muscle) = &source.muscle {
            self.refer(&spot!(SOURCES, at, "muscle"), &MUSCLES, muscle);
        }
        if let Some(region) = &source.region {
            self.refer(&spot!(SOURCES, at, "region"), &REGIONS, region);
        }
        self.refer(&spot!(SOURCES, at, "comfort"), &COMFORTS, &source.comfort);
        self.refer_all(&spot!(SOURCES, at, "covered_by"), &SOURCES, &source.covered_by);
        if let Some(self_at) = source.covered_by.iter().position(|id| *id == source.id) {
            self.error(&spot!(SOURCES, at, "covered_by", self_at), "a source cannot lie over itself", "");
        }
        for (shift_at, shift) in source.shifts.iter().enumerate() {
            let fine = shift.odds > 0.0 && shift.odds <= 100.0;
            self.number(&spot!(SOURCES, at, "shifts", shift_at, "odds"), shift.odds, fine, "above 0 and at most 100");
            if source.shifts[..shift_at].iter().any(|other| other.when == shift.when) {
                self.error(&spot!(SOURCES, at, "shifts", shift_at, "when"), "this fact stands here twice", "");
            }
        }
        for (claim_at, claim) in source.claims.iter().enumerate() {
            if source.claims[..claim_at].iter().any(|other| other.id == claim.id) {
                let message = format!("claim {:?} stands here twice", claim.id);
                self.error(&spot!(SOURCES, at, "claims", claim_at, "id"), message, "");
            }
        }
    }

    fn referral(&mut self, at: usize, source: &'g Source) {
        if source.referral.is_empty() {
            self.error(&spot!(SOURCES, at, "referral"), "a source is felt in one zone at least", "");
        }
        for (row_at, row) in source.referral.iter().enumerate() {
            let spot = spot!(SOURCES, at, "referral", row_at, "zone");
            self.refer(&spot, &ZONES, &row.zone);
            if source.referral[..row_at].iter().any(|other| other.zone == row.zone) {
                self.error(&spot, format!("zone {:?} stands here twice", row.zone), "leave one out");
            }
            if let Some(share) = row.share {
                self.chance(&spot!(SOURCES, at, "referral", row_at, "share"), share);
            }
        }
    }

    /// A trigger point has a muscle. A gluteal one can be pressed and has a region to release it in. What is no muscle is
    /// pressed only in a region; a muscle outside the regions (calf, thigh) may be pressed to find out, where its text
    /// says, and is not released.
    fn way_to_press(&mut self, at: usize, source: &Source) {
        let [press, group] = [[Part::Key("press")], [Part::Key("group")]];
        let press = Spot { kind: &SOURCES, row: Some(at), rest: &press };
        let group = Spot { kind: &SOURCES, row: Some(at), rest: &group };
        if source.press && source.region.is_none() && !matches!(source.group, Group::Gluteal | Group::Muscle) {
            self.error(&press, "what is no muscle may be pressed, but has no region", "name one, or set press = false");
        }
        match source.group {
            Group::Gluteal | Group::Muscle if source.muscle.is_none() => {
                self.error(&group, "a trigger point has no muscle", "name one with muscle = \"…\"");
            }
            Group::Gluteal if !(source.press && source.region.is_some()) => {
                self.error(&group, "a gluteal source cannot be pressed", "give it press = true and a region");
            }
            _ => {}
        }
        let gluteal = source.muscle.as_ref().and_then(|id| self.guide.muscle(id)).map(|muscle| muscle.gluteal);
        if gluteal.is_some_and(|gluteal| gluteal != (source.group == Group::Gluteal)) {
            let hint = "group = \"gluteal\" goes with gluteus maximus, medius and minimus, and with no other";
            self.error(&group, "the group does not fit the muscle", hint);
        }
    }

    fn question(&mut self, at: usize, question: &'g Question) {
        self.refer_all(&spot!(QUESTIONS, at, "zones"), &ZONES, &question.zones);
        let fine = question.minutes > 0.0 && question.minutes <= 10.0;
        self.number(&spot!(QUESTIONS, at, "minutes"), question.minutes, fine, "above 0 and at most 10");
        if let Some(share) = question.background_share {
            self.chance(&spot!(QUESTIONS, at, "background_share"), share);
        }
        if question.causes.is_empty() {
            self.error(&spot!(QUESTIONS, at, "causes"), "a question no source answers tells nothing", "");
        }
        for (cause_at, cause) in question.causes.iter().enumerate() {
            let spot = spot!(QUESTIONS, at, "causes", cause_at, "source");
            self.refer(&spot, &SOURCES, &cause.source);
            if question.causes[..cause_at].iter().any(|other| other.source == cause.source) {
                self.error(&spot, format!("source {:?} stands here twice", cause.source), "leave one out");
            }
            if let Some(share) = cause.share {
                self.chance(&spot!(QUESTIONS, at, "causes", cause_at, "share"), share);
            }
        }
    }
}
