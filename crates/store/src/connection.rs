//! How the database is opened. What matters for durability is said here, not left to defaults.

use crate::Trouble;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use sqlx::{Connection, SqlSafeStr};
use std::path::Path;
use std::time::Duration;

/// How long a writer waits for another.
const PATIENCE: Duration = Duration::from_secs(5);

/// To read and write. One connection: it is one person, and SQLite writes one at a time anyway.
pub(crate) async fn writer(file: &Path) -> Result<SqlitePool, Trouble> {
    let one = SqlitePoolOptions::new().max_connections(1).min_connections(1).idle_timeout(None).max_lifetime(None);
    // When the disk is full SQLite takes a change back by itself, and sqlx thinks for ever that it is still in it.
    let one = one.after_release(|connection, _| {
        Box::pin(async move {
            connection.ping().await?;
            Ok(!connection.is_in_transaction())
        })
    });
    Ok(one.connect_with(writing(file)).await?)
}

/// One connection to read and write.
pub(crate) async fn one_writer(file: &Path) -> Result<SqliteConnection, Trouble> {
    Ok(SqliteConnection::connect_with(&writing(file)).await?)
}

fn writing(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(false)
        .journal_mode(SqliteJournalMode::Wal)
        // A commit is on disk before it is said to be.
        .synchronous(SqliteSynchronous::Full)
        // macOS keeps data in the drive's own memory otherwise; elsewhere this does nothing.
        .pragma("fullfsync", "ON")
        .pragma("checkpoint_fullfsync", "ON")
        .foreign_keys(true)
        // What is deleted is overwritten.
        .pragma("secure_delete", "ON")
        .busy_timeout(PATIENCE)
}

/// To read only, while another program may be writing.
pub(crate) async fn reader(file: &Path) -> Result<SqlitePool, Trouble> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).busy_timeout(PATIENCE);
    Ok(SqlitePoolOptions::new().max_connections(1).connect_with(options).await?)
}

/// To read a file that nobody writes to, leaving nothing beside it.
pub(crate) async fn still(file: &Path) -> Result<SqliteConnection, Trouble> {
    let options = SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// To change a file that nobody else has, leaving nothing beside it. What is deleted is overwritten.
pub(crate) async fn apart(file: &Path) -> Result<SqliteConnection, Trouble> {
    let options = SqliteConnectOptions::new().filename(file).create_if_missing(false);
    // A log of changes would hold what was deleted, and be left in a crash. The copy has no name yet, so none is needed.
    let options = options.journal_mode(SqliteJournalMode::Memory).pragma("secure_delete", "ON");
    Ok(SqliteConnection::connect_with(&options).await?)
}

/// Does several statements.
pub(crate) async fn run(connection: &mut SqliteConnection, sql: impl SqlSafeStr) -> Result<(), Trouble> {
    sqlx::raw_sql(sql).execute(connection).await?;
    Ok(())
}

/// The one number a statement gives.
pub(crate) async fn number(connection: &mut SqliteConnection, sql: &'static str) -> Result<i64, Trouble> {
    Ok(sqlx::query_scalar(sql).fetch_one(connection).await?)
}
