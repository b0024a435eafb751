//! Answers on their way to who asked, and when addresses are forgotten.
//!
//! A letter is `waiting` until it is taken to be sent. Just before its content is handed to a mail server it becomes `handing`, on
//! disk; once the server has said yes, it and the address are deleted in one change. If the program is killed in
//! between, nobody knows whether it went out: it becomes `unsure` and is not sent again unless the owner says so.

use crate::connection::{number, run};
use crate::question::{Email, QuestionId};
use crate::{Store, Trouble, check, schema};

/// After this time an address is forgotten, whatever became of the question: 90 days.
pub const FORGOTTEN_MS: i64 = 90 * 24 * 60 * 60 * 1000;

/// An answer to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Number of the question.
    pub question: QuestionId,
    /// Who asked.
    pub name: String,
    /// Where to.
    pub email: Email,
    /// What was asked.
    pub text: String,
    /// The answer.
    pub answer: String,
    /// Can everybody read it?
    pub published: bool,
    /// When it was answered first: with the number it names the letter, the same each time.
    pub answered_ms: i64,
    /// How often it was tried in vain.
    pub tries: u32,
}

impl Store {
    /// The next letter that is due.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn next_letter(&self, now_ms: i64) -> Result<Option<Letter>, Trouble> {
        const NEXT: &str = "SELECT letter.question, name, email, text, answer, published, answered_ms, tries
            FROM letter JOIN address USING (question) JOIN question ON question.id = letter.question
            WHERE state = 'waiting' AND next_ms <= ? ORDER BY next_ms, letter.question LIMIT 1";
        type Row = (i64, String, String, String, String, bool, i64, u32);
        let row: Option<Row> = sqlx::query_as(NEXT).bind(now_ms).fetch_optional(self.pool()).await?;
        Ok(row.map(|(question, name, email, text, answer, published, answered_ms, tries)| {
            let email = Email::new(email);
            Letter { question, name, email, text, answer, published, answered_ms, tries }
        }))
    }

    /// Says, on disk, that a letter's content is handed over now. False if it is gone meanwhile, or its answer was changed: then it must not
    /// be.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn begin_handing(&self, letter: &Letter) -> Result<bool, Trouble> {
        const HANDING: &str = "UPDATE letter SET state = 'handing' WHERE question = ? AND state = 'waiting'
            AND EXISTS (SELECT 1 FROM question WHERE id = letter.question AND answer = ?)";
        let query = sqlx::query(HANDING).bind(letter.question).bind(&letter.answer);
        Ok(query.execute(self.pool()).await?.rows_affected() > 0)
    }

    /// Says that a letter went out: it and the address are deleted.
    ///
    /// # Errors
    /// If the database fails; the letter is then `unsure` at the next start.
    pub async fn mailed(&self, question: QuestionId, now_ms: i64) -> Result<(), Trouble> {
        let mut change = self.pool().begin_with("BEGIN IMMEDIATE").await?;
        let mailed = sqlx::query("UPDATE question SET mailed_ms = ? WHERE id = ?").bind(now_ms).bind(question);
        mailed.execute(&mut *change).await?;
        sqlx::query("DELETE FROM address WHERE question = ?").bind(question).execute(&mut *change).await?;
        change.commit().await?;
        self.settle_deleted().await
    }

    /// Puts a letter that surely did not go out back, to be tried again then.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn try_again(&self, question: QuestionId, at_ms: i64) -> Result<(), Trouble> {
        const AGAIN: &str = "UPDATE letter SET state = 'waiting', tries = tries + 1, next_ms = ? WHERE question = ?";
        sqlx::query(AGAIN).bind(at_ms).bind(question).execute(self.pool()).await?;
        Ok(())
    }

    /// Says that a letter cannot be delivered, or that nobody knows whether it was.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn not_mailed(&self, question: QuestionId, sure: bool) -> Result<(), Trouble> {
        let state = if sure { "refused" } else { "unsure" };
        let query = sqlx::query("UPDATE letter SET state = ? WHERE question = ?").bind(state).bind(question);
        query.execute(self.pool()).await?;
        Ok(())
    }

    /// What was being handed over when the program that sends ended: nobody knows what became of it. Gives their number.
    /// To be called by the one program that sends, before it does.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn cut_off(&self) -> Result<u64, Trouble> {
        let query = sqlx::query("UPDATE letter SET state = 'unsure' WHERE state = 'handing'");
        Ok(query.execute(self.pool()).await?.rows_affected())
    }

    /// The owner says that a letter that was refused, or of which nobody knows, is to be sent again; or that it is settled,
    /// which deletes the address. False if there is no such letter.
    ///
    /// # Errors
    /// If the database fails, or was made by an Unknot without questions.
    pub async fn decide_letter(&self, question: QuestionId, again: bool, now_ms: i64) -> Result<bool, Trouble> {
        const AGAIN: &str = "UPDATE letter SET state = 'waiting', tries = 0, next_ms = ?
            WHERE question = ? AND state IN ('unsure', 'refused')";
        const SETTLED: &str = "DELETE FROM address WHERE question = ? AND question IN (SELECT question FROM letter WHERE state <> 'handing')";
        self.has_board().await?;
        let query = if again { sqlx::query(AGAIN).bind(now_ms) } else { sqlx::query(SETTLED) };
        let done = query.bind(question).execute(self.pool()).await?.rows_affected() > 0;
        self.settle_deleted().await?;
        Ok(done)
    }

    /// Deletes addresses that are older than [`FORGOTTEN_MS`]; without a mail server also those of questions that everybody can
    /// read by now. Gives how many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn forget_addresses(&self, now_ms: i64, has_mail: bool) -> Result<u64, Trouble> {
        const FORGET: &str = "DELETE FROM address WHERE kept_ms <= ?
            OR (? AND question IN (SELECT id FROM question WHERE published = 1))";
        let query = sqlx::query(FORGET).bind(now_ms.saturating_sub(FORGOTTEN_MS)).bind(!has_mail);
        let gone = query.execute(self.pool()).await?.rows_affected();
        if gone > 0 {
            self.settle_deleted().await?;
        }
        Ok(gone)
    }

    /// Does the database have a board yet?
    pub(crate) async fn has_board(&self) -> Result<(), Trouble> {
        let file = self.folder().database();
        let layout = check::layout(&mut *self.pool().acquire().await?, &file).await?;
        if layout < schema::BOARD { Err(Trouble::Older { file }) } else { Ok(()) }
    }

    /// Leaves no piece of what was deleted in the log of changes. While another program reads, it stays until the next time.
    pub(crate) async fn settle_deleted(&self) -> Result<(), Trouble> {
        let mut connection = self.pool().acquire().await?;
        run(&mut connection, "PRAGMA busy_timeout = 200").await?;
        let settled = number(&mut connection, "PRAGMA wal_checkpoint(TRUNCATE)").await;
        run(&mut connection, "PRAGMA busy_timeout = 5000").await?;
        settled.map(|_busy| ())
    }
}
