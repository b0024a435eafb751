//! How sure each statement is fits what it rests on.

use super::Check;
use super::rows::{Row, each_list};
use super::spots::{Part, Spot, spot};
use crate::Id;
use crate::kinds::{QUESTIONS, REFERENCES, SOURCES};
use crate::shape::Confidence;

impl<'g> Check<'g, '_> {
    pub(super) fn claims(&mut self) {
        each_list!(self.guide, list => self.claims_of(list));
        for (at, source) in self.guide.sources.iter().enumerate() {
            self.references(&spot!(SOURCES, at, "prior_references"), &source.prior_references);
            for (row_at, row) in source.referral.iter().enumerate() {
                self.claim(&spot!(SOURCES, at, "referral", row_at), row.confidence, &row.references);
            }
            for (claim_at, claim) in source.claims.iter().enumerate() {
                self.claim(&spot!(SOURCES, at, "claims", claim_at), claim.confidence, &claim.references);
            }
            for (shift_at, shift) in source.shifts.iter().enumerate() {
                self.references(&spot!(SOURCES, at, "shifts", shift_at, "references"), &shift.references);
            }
        }
        for (at, question) in self.guide.questions.iter().enumerate() {
            self.references(&spot!(QUESTIONS, at, "references"), &question.references);
            for (cause_at, cause) in question.causes.iter().enumerate() {
                self.claim(&spot!(QUESTIONS, at, "causes", cause_at), cause.confidence, &cause.references);
            }
        }
        self.unused();
    }

    fn claims_of<T: Row>(&mut self, list: &'g [T]) {
        for (at, row) in list.iter().enumerate() {
            if let Some((confidence, references)) = row.claim() {
                self.claim(&spot!(T::KIND, at), confidence, references);
            }
        }
    }

    fn claim(&mut self, spot: &Spot<'_>, confidence: Confidence, references: &'g [Id]) {
        let within = |key: &'static str| [spot.rest, &[Part::Key(key)]].concat();
        if references.is_empty() && confidence != Confidence::Opinion {
            let hint = "name what it rests on, or set confidence = \"opinion\"";
            let spot = Spot { rest: &within("confidence"), ..*spot };
            self.error(&spot, "a statement without a reference is an opinion", hint);
        }
        self.references(&Spot { rest: &within("references"), ..*spot }, references);
    }

    fn references(&mut self, spot: &Spot<'_>, references: &'g [Id]) {
        if references.is_empty() {
            return;
        }
        self.refer_all(spot, &REFERENCES, references);
        self.used.extend(references.iter().map(Id::as_str));
    }

    fn unused(&mut self) {
        // What could not be read may use any of them.
        if !self.draft.partial.is_empty() {
            return;
        }
        let unused: Vec<_> = self.guide.references.keys().filter(|id| !self.used.contains(id.as_str())).collect();
        for id in unused {
            self.warn(&spot!(REFERENCES; id.as_str()), format!("nothing rests on reference {id:?}"), "");
        }
    }
}
