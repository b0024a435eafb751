//! What is asked, and what becomes of it.

use std::fmt;

/// Number of a question. Never given twice.
pub type QuestionId = i64;

/// Questions that may wait for an answer; beyond that none is taken.
pub const WAITING_MOST: u64 = 500;

/// Where somebody who asked can be reached. It is never printed: only whoever sends the answer looks into it.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// An address, as it was typed.
    pub fn new(address: impl Into<String>) -> Email {
        Email(address.into())
    }

    /// The address, to send to.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(not shown)")
    }
}

/// A new question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Tells one form from another: what is sent twice is kept once.
    pub form: [u8; 16],
    /// Topic of a page.
    pub topic: String,
    /// Shown with the question.
    pub name: String,
    /// Where the answer goes.
    pub email: Email,
    /// What is asked.
    pub text: String,
}

/// What became of a question that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// It is kept.
    New,
    /// It was kept already.
    Known,
    /// [`WAITING_MOST`] wait already; it was not kept.
    Full,
}

/// What became of the address of who asked, and of the answer's way there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mail {
    /// The address is kept, and there is no answer yet.
    Kept,
    /// The answer is to be mailed.
    Waiting,
    /// It is being handed over just now.
    Handing,
    /// Something broke while it was handed over: it may have gone out or not.
    Unsure,
    /// It cannot be delivered.
    Refused,
    /// It was mailed, and the address is deleted.
    Sent {
        /// When.
        at_ms: i64,
    },
    /// The address is deleted, and nothing was mailed.
    Gone,
}

/// A question as its owner sees it: without the address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its number.
    pub id: QuestionId,
    /// When it came.
    pub asked_ms: i64,
    /// Topic of a page.
    pub topic: String,
    /// Who asked.
    pub name: String,
    /// What.
    pub text: String,
    /// The answer.
    pub answer: Option<String>,
    /// Can everybody read it?
    pub published: bool,
    /// The answer's way to who asked.
    pub mail: Mail,
}

/// A question as everybody sees it: answered and published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Its number.
    pub id: QuestionId,
    /// Topic of a page.
    pub topic: String,
    /// Who asked.
    pub name: String,
    /// What.
    pub text: String,
    /// The answer.
    pub answer: String,
    /// When it was answered first.
    pub answered_ms: i64,
    /// When the answer was changed last.
    pub changed_ms: i64,
}

/// A place in the order in which questions are shown: newest answer first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// When it was answered.
    pub answered_ms: i64,
    /// Its number.
    pub id: QuestionId,
}

/// Some questions that everybody can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownPage {
    /// Newest answer first.
    pub questions: Vec<Shown>,
    /// Where the next page begins, if there is one.
    pub next: Option<Spot>,
}
