//! The question board: taken in, answered, published, read.

use crate::question::{Asked, Mail, Question, QuestionId, Shown, ShownPage, Spot, Taken, WAITING_MOST};
use crate::{Store, Trouble};
use sqlx::sqlite::SqliteRow;
use sqlx::{AssertSqlSafe, Row};

/// What everybody may see of a question.
const SHOWN: &str = "SELECT id, topic, name, text, answer, answered_ms, changed_ms FROM question WHERE published = 1";
/// What its owner may.
const ALL: &str = "SELECT question.id, asked_ms, topic, name, text, answer, published, mailed_ms, letter.state,
    EXISTS (SELECT 1 FROM address WHERE address.question = question.id)
    FROM question LEFT JOIN letter ON letter.question = question.id";

impl Store {
    /// Takes a question. When this returns, it is on disk.
    ///
    /// # Errors
    /// If the database fails; nothing is kept then.
    pub async fn ask(&self, asked: &Asked, now_ms: i64) -> Result<Taken, Trouble> {
        const ADD: &str = "INSERT INTO question (form, asked_ms, topic, name, text) VALUES (?, ?, ?, ?, ?)";
        let mut change = self.pool().begin_with("BEGIN IMMEDIATE").await?;
        let known = sqlx::query("SELECT 1 FROM question WHERE form = ?").bind(asked.form.as_slice());
        if known.fetch_optional(&mut *change).await?.is_some() {
            return Ok(Taken::Known);
        }
        let waiting = sqlx::query_scalar("SELECT count(*) FROM question WHERE answer IS NULL");
        let waiting: i64 = waiting.fetch_one(&mut *change).await?;
        if waiting.unsigned_abs() >= WAITING_MOST {
            return Ok(Taken::Full);
        }
        let add = sqlx::query(ADD).bind(asked.form.as_slice()).bind(now_ms).bind(&asked.topic);
        let id = add.bind(&asked.name).bind(&asked.text).execute(&mut *change).await?.last_insert_rowid();
        let reach = sqlx::query("INSERT INTO address (question, email, kept_ms) VALUES (?, ?, ?)");
        reach.bind(id).bind(asked.email.reveal()).bind(now_ms).execute(&mut *change).await?;
        change.commit().await?;
        Ok(Taken::New)
    }

    /// At most `most` questions that everybody can read, newest answer first; those of one topic if it is named, and those
    /// after `after` if a page came before.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn shown(&self, topic: Option<&str>, after: Option<Spot>, most: usize) -> Result<ShownPage, Trouble> {
        let mut sql = SHOWN.to_owned();
        sql += if topic.is_some() { " AND topic = ?" } else { "" };
        sql += if after.is_some() { " AND (answered_ms, id) < (?, ?)" } else { "" };
        sql += " ORDER BY answered_ms DESC, id DESC LIMIT ?";
        // Put together of the constants above.
        let mut query = sqlx::query(AssertSqlSafe(sql));
        if let Some(topic) = topic {
            query = query.bind(topic);
        }
        if let Some(Spot { answered_ms, id }) = after {
            query = query.bind(answered_ms).bind(id);
        }
        // One more tells whether there is a next page.
        let limit = i64::try_from(most.saturating_add(1)).unwrap_or(i64::MAX);
        let rows = query.bind(limit).fetch_all(self.pool()).await?;
        let mut questions = rows.iter().map(shown).collect::<Result<Vec<_>, _>>()?;
        let more = questions.len() > most;
        questions.truncate(most);
        let last = questions.last().filter(|_| more);
        let next = last.map(|Shown { answered_ms, id, .. }| Spot { answered_ms: *answered_ms, id: *id });
        Ok(ShownPage { questions, next })
    }

    /// A question, if everybody can read it.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn shown_one(&self, id: QuestionId) -> Result<Option<Shown>, Trouble> {
        let sql = AssertSqlSafe(format!("{SHOWN} AND id = ?"));
        let row = sqlx::query(sql).bind(id).fetch_optional(self.pool()).await?;
        Ok(row.as_ref().map(shown).transpose()?)
    }

    /// Topics that have questions that everybody can read, with how many.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn shown_topics(&self) -> Result<Vec<(String, u64)>, Trouble> {
        const TOPICS: &str =
            "SELECT topic, count(*) FROM question INDEXED BY question_topic WHERE published = 1 GROUP BY topic";
        let rows: Vec<(String, i64)> = sqlx::query_as(TOPICS).fetch_all(self.pool()).await?;
        Ok(rows.into_iter().map(|(topic, count)| (topic, count.unsigned_abs())).collect())
    }

    /// Every question, oldest first.
    ///
    /// # Errors
    /// If the database fails, or was made by an Unknot without questions.
    pub async fn questions(&self) -> Result<Vec<Question>, Trouble> {
        self.has_board().await?;
        let sql = AssertSqlSafe(format!("{ALL} ORDER BY question.id"));
        let rows = sqlx::query(sql).fetch_all(self.pool()).await?;
        Ok(rows.iter().map(question).collect::<Result<_, _>>()?)
    }

    /// One of them.
    ///
    /// # Errors
    /// As [`Store::questions`].
    pub async fn question(&self, id: QuestionId) -> Result<Option<Question>, Trouble> {
        self.has_board().await?;
        let sql = AssertSqlSafe(format!("{ALL} WHERE question.id = ?"));
        let row = sqlx::query(sql).bind(id).fetch_optional(self.pool()).await?;
        Ok(row.as_ref().map(question).transpose()?)
    }

    /// Answers a question, or changes its answer, and lets everybody read it if so wished: all of it, or nothing. The answer is
    /// to be mailed from then on, if the address is still there. False if there is no such question.
    ///
    /// # Errors
    /// If the database fails, or was made by an Unknot without questions.
    pub async fn answer(&self, id: QuestionId, answer: &str, publish: bool, now_ms: i64) -> Result<bool, Trouble> {
        const ANSWER: &str = "UPDATE question SET answer = ?, answered_ms = coalesce(answered_ms, ?), changed_ms = ?,
            published = max(published, ?) WHERE id = ?";
        const LETTER: &str = "INSERT INTO letter (question, state, next_ms)
            SELECT question, 'waiting', ? FROM address WHERE question = ? ON CONFLICT DO NOTHING";
        self.has_board().await?;
        let mut change = self.pool().begin_with("BEGIN IMMEDIATE").await?;
        let query = sqlx::query(ANSWER).bind(answer).bind(now_ms).bind(now_ms).bind(publish).bind(id);
        let done = query.execute(&mut *change).await?.rows_affected() > 0;
        sqlx::query(LETTER).bind(now_ms).bind(id).execute(&mut *change).await?;
        change.commit().await?;
        Ok(done)
    }

    /// Lets everybody read a question, or nobody. False if there is no such question, or no answer to it.
    ///
    /// # Errors
    /// As [`Store::answer`].
    pub async fn publish(&self, id: QuestionId, published: bool) -> Result<bool, Trouble> {
        const PUBLISH: &str = "UPDATE question SET published = ? WHERE id = ? AND answer IS NOT NULL";
        self.has_board().await?;
        let done = sqlx::query(PUBLISH).bind(published).bind(id).execute(self.pool()).await?;
        Ok(done.rows_affected() > 0)
    }

    /// Moves a question to another topic. False if there is no such question.
    ///
    /// # Errors
    /// As [`Store::answer`].
    pub async fn move_question(&self, id: QuestionId, topic: &str) -> Result<bool, Trouble> {
        self.has_board().await?;
        let query = sqlx::query("UPDATE question SET topic = ? WHERE id = ?").bind(topic).bind(id);
        Ok(query.execute(self.pool()).await?.rows_affected() > 0)
    }

    /// Deletes a question for good, with its answer and address. False if there is no such question.
    ///
    /// # Errors
    /// As [`Store::answer`].
    pub async fn delete_question(&self, id: QuestionId) -> Result<bool, Trouble> {
        self.has_board().await?;
        let done = sqlx::query("DELETE FROM question WHERE id = ?").bind(id).execute(self.pool()).await?;
        self.settle_deleted().await?;
        Ok(done.rows_affected() > 0)
    }
}

fn shown(row: &SqliteRow) -> Result<Shown, sqlx::Error> {
    Ok(Shown {
        id: row.try_get(0)?,
        topic: row.try_get(1)?,
        name: row.try_get(2)?,
        text: row.try_get(3)?,
        answer: row.try_get(4)?,
        answered_ms: row.try_get(5)?,
        changed_ms: row.try_get(6)?,
    })
}

fn question(row: &SqliteRow) -> Result<Question, sqlx::Error> {
    let state: Option<String> = row.try_get(8)?;
    Ok(Question {
        id: row.try_get(0)?,
        asked_ms: row.try_get(1)?,
        topic: row.try_get(2)?,
        name: row.try_get(3)?,
        text: row.try_get(4)?,
        answer: row.try_get(5)?,
        published: row.try_get(6)?,
        mail: mail(row.try_get(7)?, state.as_deref(), row.try_get(9)?),
    })
}

fn mail(mailed_ms: Option<i64>, letter: Option<&str>, has_address: bool) -> Mail {
    match (mailed_ms, letter) {
        (Some(at_ms), _) => Mail::Sent { at_ms },
        (None, Some("waiting")) => Mail::Waiting,
        (None, Some("handing")) => Mail::Handing,
        (None, Some("refused")) => Mail::Refused,
        (None, Some(_)) => Mail::Unsure,
        (None, None) if has_address => Mail::Kept,
        (None, None) => Mail::Gone,
    }
}
