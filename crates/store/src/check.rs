//! Is a database ours, and whole?

use crate::connection::{number, still};
use crate::{Trouble, schema, sum};
use sqlx::Connection;
use sqlx::sqlite::SqliteConnection;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

/// What is in a database that was found to be whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Vaults with records.
    pub vaults: u64,
    /// Logs: devices that wrote, over all vaults.
    pub logs: u64,
    /// Records.
    pub records: u64,
    /// Questions on the board, answered or not.
    pub questions: u64,
}

/// How deep to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Depth {
    /// All pages and contents.
    Quick,
    /// Indexes against tables too.
    Whole,
}

/// A copy that nobody writes to: is it ours and whole?
pub(crate) async fn copy(file: &Path) -> Result<Counts, Trouble> {
    header(file)?;
    let mut connection = still(file).await.map_err(|trouble| damage(file, trouble))?;
    let counts = examine(&mut connection, file, Depth::Whole).await?;
    connection.close().await?;
    Ok(counts)
}

/// Is it a database, and ours? Looks at the first bytes only, so that another program's file is not even opened.
pub(crate) fn header(file: &Path) -> Result<(), Trouble> {
    // https://www.sqlite.org/fileformat.html#the_database_header
    let mut header = [0; 100];
    let read = File::open(file).and_then(|mut file| file.read_exact(&mut header));
    match read {
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => return Err(broken(file, "it is cut short")),
        read => read.map_err(Trouble::io(file))?,
    }
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(broken(file, "it does not begin as a database does"));
    }
    if header[68..72] == schema::APPLICATION.to_be_bytes() {
        Ok(())
    } else {
        Err(Trouble::Foreign { file: file.to_owned() })
    }
}

/// The layout of a database.
pub(crate) async fn layout(connection: &mut SqliteConnection, file: &Path) -> Result<u32, Trouble> {
    let found = number(connection, "PRAGMA user_version").await.map_err(|trouble| damage(file, trouble))?;
    let (found, known) = (u32::try_from(found).unwrap_or(u32::MAX), schema::newest());
    if found > known { Err(Trouble::Newer { file: file.to_owned(), found, known }) } else { Ok(found) }
}

/// Looks at everything.
pub(crate) async fn examine(connection: &mut SqliteConnection, file: &Path, depth: Depth) -> Result<Counts, Trouble> {
    let layout = layout(connection, file).await?;
    let looked = async {
        pages(connection, file, depth).await?;
        contents(connection, file).await?;
        let questions = if layout < schema::BOARD { 0 } else { number(connection, QUESTIONS).await? };
        Ok(Counts { questions: questions.unsigned_abs(), ..logs(connection, file).await? })
    };
    looked.await.map_err(|trouble| damage(file, trouble))
}

const QUESTIONS: &str = "SELECT count(*) FROM question";

async fn pages(connection: &mut SqliteConnection, file: &Path, depth: Depth) -> Result<(), Trouble> {
    let check = match depth {
        Depth::Quick => "PRAGMA quick_check(1)",
        Depth::Whole => "PRAGMA integrity_check(1)",
    };
    let found: String = sqlx::query_scalar(check).fetch_one(connection).await?;
    if found == "ok" { Ok(()) } else { Err(broken(file, &found.replace('\n', "; "))) }
}

/// Every content against its sum.
async fn contents(connection: &mut SqliteConnection, file: &Path) -> Result<(), Trouble> {
    const SOME: &str = "SELECT rowid, sum, payload FROM record WHERE rowid > ? ORDER BY rowid LIMIT 100";
    let mut last = 0_i64;
    loop {
        let some: Vec<(i64, i64, Vec<u8>)> = sqlx::query_as(SOME).bind(last).fetch_all(&mut *connection).await?;
        let Some((end, ..)) = some.last() else { return Ok(()) };
        last = *end;
        if some.iter().any(|(_, kept, payload)| i64::from(sum::of(payload)) != *kept) {
            return Err(broken(file, "the content of a record has changed by itself"));
        }
    }
}

/// Every log from 1 without gaps.
async fn logs(connection: &mut SqliteConnection, file: &Path) -> Result<Counts, Trouble> {
    const LOGS: &str =
        "SELECT count(DISTINCT vault), count(*), coalesce(sum(records), 0), coalesce(sum(last <> records), 0)
        FROM (SELECT vault, max(number) AS last, count(*) AS records FROM record GROUP BY vault, device)";
    let (vaults, logs, records, gaps): (i64, i64, i64, i64) = sqlx::query_as(LOGS).fetch_one(connection).await?;
    if gaps > 0 {
        return Err(broken(file, "a record is missing from a log"));
    }
    let [vaults, logs, records] = [vaults, logs, records].map(i64::unsigned_abs);
    Ok(Counts { vaults, logs, records, questions: 0 })
}

fn broken(file: &Path, found: &str) -> Trouble {
    Trouble::Damaged { file: file.to_owned(), found: found.to_owned(), backup: None }
}

/// What SQLite says of a broken file, as damage.
pub(crate) fn damage(file: &Path, trouble: Trouble) -> Trouble {
    match trouble {
        Trouble::Database(error) if Trouble::is_damage(&error) => {
            let found = error.as_database_error().map_or_else(String::new, |error| error.message().to_owned());
            broken(file, &found)
        }
        trouble => trouble,
    }
}

/// Names a way back in what is said of a damaged or missing database.
pub(crate) fn with_backup(trouble: Trouble, newest: Option<PathBuf>) -> Trouble {
    match trouble {
        Trouble::Damaged { file, found, .. } => Trouble::Damaged { file, found, backup: newest },
        Trouble::Missing { file, .. } => Trouble::Missing { file, backup: newest },
        trouble => trouble,
    }
}
