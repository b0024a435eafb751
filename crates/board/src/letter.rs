//! An answer as a mail.

use crate::Board;
use crate::form::clean;
use crate::shell::LIST;

/// What was asked and answered.
#[derive(Clone, Copy, Debug)]
pub struct Answered<'a> {
    /// Number of the question.
    pub id: i64,
    /// Who asked.
    pub name: &'a str,
    /// What.
    pub text: &'a str,
    /// The answer.
    pub answer: &'a str,
    /// Can all read it?
    pub published: bool,
}

/// A mail without its receiver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Its subject.
    pub subject: String,
    /// What it says, plain.
    pub text: String,
}

impl Board {
    /// The mail that tells the answer to who asked.
    pub fn letter(&self, answered: Answered<'_>) -> Written {
        let l = self.labels;
        let quoted: String = clean(answered.text).lines().map(|line| format!("> {line}\n")).collect();
        let mut text = format!(
            "{}\n\n{}\n\n{quoted}\n{}\n\n{}\n\n{}\n",
            (l.mail_hello)(&clean(answered.name)),
            l.mail_asked,
            l.mail_answer,
            clean(answered.answer).trim(),
            self.owner,
        );
        if answered.published {
            let address = format!("{}{LIST}{}", self.url, answered.id);
            text += &format!("\n{}\n", (l.mail_public)(&address));
        }
        text += &format!("\n{}\n", l.mail_end);
        Written { subject: l.mail_subject.to_owned(), text }
    }
}
