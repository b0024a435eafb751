//! How sure a statement is, and what it rests on.

use crate::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How sure a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// No source: a house rule or a step of reasoning of ours. Shown as opinion.
    Opinion,
    /// A clinic page, a maker, a digest, or one weak study.
    Low,
    /// One good study, or several sources that share one origin.
    Medium,
    /// Several independent studies, or a guideline.
    High,
}

/// What a reference is. Its grade follows from it ([`Reference::grade`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq, JsonSchema, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// Guideline or consensus.
    Guideline,
    /// Systematic review or meta-analysis, or a review.
    Review,
    /// Randomised trial.
    Trial,
    /// Cohort, accuracy, reliability, anatomy or laboratory study; case report.
    Study,
    /// Textbook.
    Textbook,
    /// Patient information from a health service.
    PatientInformation,
    /// Clinician's or trainer's page.
    Practitioner,
    /// Maker's page.
    Manufacturer,
    /// Digest or relay of something not seen itself.
    Secondary,
}

/// `guide/references.toml`: `[id]` tables.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Who, when, where, in the field's short form.
    pub citation: String,
    /// What it is.
    pub kind: ReferenceKind,
    /// A public address, DOI or PMID where known.
    pub url: Option<String>,
    /// How much of it was read: `abstract`, `table`, `page`, `title`, `full`.
    pub seen: String,
    /// What to keep in mind about it.
    pub note: Option<String>,
}

impl Reference {
    /// A (guideline, review), B (trial), C (study, textbook), D (all else).
    pub fn grade(&self) -> char {
        use ReferenceKind as K;
        match self.kind {
            K::Guideline | K::Review => 'A',
            K::Trial => 'B',
            K::Study | K::Textbook => 'C',
            K::PatientInformation | K::Practitioner | K::Manufacturer | K::Secondary => 'D',
        }
    }
}

/// A statement with what it rests on.
#[derive(Clone, Debug, JsonSchema, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Key of its text.
    pub id: Id,
    /// How sure it is.
    pub confidence: Confidence,
    /// Ids of references; empty only for `opinion`.
    #[serde(default)]
    pub references: Vec<Id>,
}
