//! Taking records in and giving them out.

use crate::check::{self, Counts, Depth};
use crate::connection::{self, run};
use crate::envelope::fits;
use crate::folder::{self, Folder};
use crate::{BATCH_BYTES, BATCH_RECORDS, DeviceId, Envelope, Number, Refused, Trouble, VaultId, schema, sum};
use sqlx::sqlite::{SqliteConnection, SqlitePool, SqliteRow};
use sqlx::{AssertSqlSafe, Connection, Row};
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use uuid::Uuid;

/// What a store is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OpenMode {
    /// To keep records: one program at a time. Made if there never was one.
    Keep,
    /// To look and to make backups, while another program may keep records. Nothing is made or changed.
    Look,
    /// To change questions, while another program may keep records. Nothing is made.
    Beside,
}

/// What became of a batch: every record of it is on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Records that were new.
    pub new: usize,
    /// Records that were there already.
    pub known: usize,
}

/// Some records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// By device, then by number; at most as many and as long as a batch.
    pub records: Vec<Envelope>,
    /// Are there more after these?
    pub more: bool,
}

/// Records, kept durably.
#[derive(Debug)]
pub struct Store {
    folder: Folder,
    pool: SqlitePool,
    /// Held until the store is dropped.
    _lock: Option<File>,
}

impl Store {
    /// Opens the store in a directory, and looks it through.
    ///
    /// # Errors
    /// If there is none to look at, if it is damaged or gone (naming the newest backup that is whole), made by another program
    /// or a newer Unknot, or if another program is keeping records in it.
    pub async fn open(path: &Path, mode: OpenMode) -> Result<Store, Trouble> {
        let folder = Folder::at(path);
        match Store::open_folder(&folder, mode).await {
            Err(trouble @ (Trouble::Damaged { .. } | Trouble::Missing { .. })) => {
                Err(check::with_backup(trouble, folder.newest_whole().await))
            }
            opened => opened,
        }
    }

    async fn open_folder(folder: &Folder, mode: OpenMode) -> Result<Store, Trouble> {
        let database = folder.database();
        let lock = match mode {
            OpenMode::Keep => {
                folder.make()?;
                Some(folder.lock()?)
            }
            OpenMode::Beside if database.exists() => Some(folder.help()?),
            OpenMode::Look | OpenMode::Beside => None,
        };
        if !database.exists() {
            if folder.began() {
                return Err(Trouble::Missing { file: database, backup: None });
            }
            if mode != OpenMode::Keep {
                return Err(Trouble::Nothing { folder: folder.path().to_owned() });
            }
            create(folder).await?;
        }
        check::header(&database)?;
        let opened = match mode {
            OpenMode::Keep | OpenMode::Beside => connection::writer(&database).await,
            OpenMode::Look => connection::reader(&database).await,
        };
        let pool = opened.map_err(|trouble| check::damage(&database, trouble))?;
        let store = Store { folder: folder.clone(), pool, _lock: lock };
        store.examine(Depth::Quick).await?;
        if mode == OpenMode::Keep {
            migrate(&mut *store.pool.acquire().await?, &database).await?;
            folder.begin()?;
        }
        Ok(store)
    }

    /// Its directory.
    pub fn folder(&self) -> &Folder {
        &self.folder
    }

    pub(crate) fn pool(&self) -> &SqlitePool {
        &self.pool
    }

    /// Looks through everything, indexes too.
    ///
    /// # Errors
    /// What is damaged, naming the newest backup that is whole.
    pub async fn check(&self) -> Result<Counts, Trouble> {
        match self.examine(Depth::Whole).await {
            Err(trouble @ Trouble::Damaged { .. }) => {
                Err(check::with_backup(trouble, self.folder.newest_whole().await))
            }
            looked => looked,
        }
    }

    async fn examine(&self, depth: Depth) -> Result<Counts, Trouble> {
        check::examine(&mut *self.pool.acquire().await?, &self.folder.database(), depth).await
    }

    /// The one vault of a store that keeps one person's records: the vault that is there and not erased, or `fresh`,
    /// which is begun then.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn only_vault(&self, fresh: VaultId, now_ms: i64) -> Result<VaultId, Trouble> {
        const LIVING: &str =
            "SELECT vault FROM vault WHERE vault NOT IN (SELECT vault FROM tombstone) ORDER BY begun_ms LIMIT 1";
        let mut change = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let found: Option<Vec<u8>> = sqlx::query_scalar(LIVING).fetch_optional(&mut *change).await?;
        if let Some(found) = found {
            return uuid(&found);
        }
        let begin = sqlx::query("INSERT INTO vault (vault, begun_ms) VALUES (?, ?)").bind(bytes(&fresh)).bind(now_ms);
        begin.execute(&mut *change).await?;
        change.commit().await?;
        Ok(fresh)
    }

    /// Takes a batch: all of it, or nothing. When this returns, it is on disk. A record that is there already, exactly so,
    /// is fine.
    ///
    /// # Errors
    /// Why it was not taken; no record of it was kept then.
    pub async fn append(&self, vault: VaultId, batch: &[Envelope]) -> Result<Accepted, Refused> {
        fits(batch)?;
        let mut change = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        if let Some(at_ms) = erased(&mut change, vault).await? {
            return Err(Refused::Erased { at_ms });
        }
        let mut last: BTreeMap<DeviceId, Number> = heads(&mut change, vault).await?.into_iter().collect();
        let mut accepted = Accepted { new: 0, known: 0 };
        for envelope in batch {
            let head = last.entry(envelope.device).or_default();
            if (1..=*head).contains(&envelope.number) {
                same(&mut change, vault, envelope).await?;
                accepted.known += 1;
            } else if envelope.number == *head + 1 {
                add(&mut change, vault, envelope).await?;
                *head = envelope.number;
                accepted.new += 1;
            } else {
                let Envelope { device, number, .. } = *envelope;
                return Err(Refused::Gap { device, number, expected: *head + 1 });
            }
        }
        change.commit().await?;
        Ok(accepted)
    }

    /// The last number of every log of a vault, by device.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn have(&self, vault: VaultId) -> Result<Vec<(DeviceId, Number)>, Trouble> {
        heads(&mut *self.pool.acquire().await?, vault).await
    }

    /// Records of a vault after the numbers somebody has; a device that is not named counts as 0. Ask again with the last
    /// numbers of the page for more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn since(&self, vault: VaultId, have: &[(DeviceId, Number)]) -> Result<Page, Trouble> {
        let have: BTreeMap<DeviceId, Number> = have.iter().copied().collect();
        let mut connection = self.pool.acquire().await?;
        let mut page = Page { records: Vec::new(), more: false };
        let mut room = BATCH_BYTES;
        for (device, last) in heads(&mut connection, vault).await? {
            let mut number = have.get(&device).copied().unwrap_or_default();
            while number < last {
                let some = after(&mut connection, vault, device, number).await?;
                if some.is_empty() {
                    break;
                }
                for envelope in some {
                    if page.records.len() == BATCH_RECORDS || envelope.payload.len() > room {
                        page.more = true;
                        return Ok(page);
                    }
                    room -= envelope.payload.len();
                    number = envelope.number;
                    page.records.push(envelope);
                }
            }
        }
        Ok(page)
    }

    /// Deletes everything in a vault for good. Its records are refused from then on. Copies elsewhere are not touched;
    /// see [`Store::forget_copies`].
    ///
    /// # Errors
    /// If the database fails; nothing is deleted then.
    pub async fn erase(&self, vault: VaultId, at_ms: i64) -> Result<(), Trouble> {
        let mut change = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        for sql in ["DELETE FROM record WHERE vault = ?", "DELETE FROM vault WHERE vault = ?"] {
            sqlx::query(sql).bind(bytes(&vault)).execute(&mut *change).await?;
        }
        let stone = "INSERT INTO tombstone (vault, at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING";
        sqlx::query(stone).bind(bytes(&vault)).bind(at_ms).execute(&mut *change).await?;
        change.commit().await?;
        // So that no piece stays behind in the log of changes.
        run(&mut *self.pool.acquire().await?, "PRAGMA wal_checkpoint(TRUNCATE)").await
    }

    /// When a vault was erased, if it was.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn erased(&self, vault: VaultId) -> Result<Option<i64>, Trouble> {
        erased(&mut *self.pool.acquire().await?, vault).await
    }

    /// When something was last erased.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn last_erased(&self) -> Result<Option<i64>, Trouble> {
        Ok(sqlx::query_scalar("SELECT max(at_ms) FROM tombstone").fetch_one(&self.pool).await?)
    }

    /// Closes the database, so that nothing is left beside it. What is asked of it from then on fails.
    pub async fn stop(&self) {
        self.pool.close().await;
    }

    /// Closes the database and lets another program write.
    pub async fn close(self) {
        self.stop().await;
    }
}

/// Makes an empty database apart and gives it its name when it is complete.
async fn create(folder: &Folder) -> Result<(), Trouble> {
    let new = folder.path().join("unknot.db.new");
    folder::remove(&new)?;
    for path in folder::beside(&new) {
        folder::remove(&path)?;
    }
    drop(folder::private(&new).map_err(Trouble::io(&new))?);
    let mut connection = connection::one_writer(&new).await?;
    run(&mut connection, AssertSqlSafe(format!("PRAGMA application_id = {}", schema::APPLICATION))).await?;
    migrate(&mut connection, &new).await?;
    connection.close().await?;
    folder::put(&new, &folder.database())
}

/// Brings a database to the newest layout, each step whole or not at all.
async fn migrate(connection: &mut SqliteConnection, file: &Path) -> Result<(), Trouble> {
    let found = check::layout(connection, file).await?;
    for (from, step) in (0_u32..).zip(schema::STEPS).skip_while(|(from, _)| *from < found) {
        let mut change = connection.begin_with("BEGIN IMMEDIATE").await?;
        run(&mut change, *step).await?;
        run(&mut change, AssertSqlSafe(format!("PRAGMA user_version = {}", from + 1))).await?;
        change.commit().await?;
    }
    Ok(())
}

async fn heads(connection: &mut SqliteConnection, vault: VaultId) -> Result<Vec<(DeviceId, Number)>, Trouble> {
    const HEADS: &str = "SELECT device, max(number) FROM record WHERE vault = ? GROUP BY device ORDER BY device";
    let rows: Vec<(Vec<u8>, i64)> = sqlx::query_as(HEADS).bind(bytes(&vault)).fetch_all(connection).await?;
    rows.into_iter().map(|(device, number)| Ok((uuid(&device)?, number.unsigned_abs()))).collect()
}

async fn erased(connection: &mut SqliteConnection, vault: VaultId) -> Result<Option<i64>, Trouble> {
    let stone = sqlx::query_scalar("SELECT at_ms FROM tombstone WHERE vault = ?").bind(bytes(&vault));
    Ok(stone.fetch_optional(connection).await?)
}

async fn kept(
    connection: &mut SqliteConnection,
    vault: VaultId,
    device: DeviceId,
    number: Number,
) -> Result<Option<Envelope>, Trouble> {
    const KEPT: &str = "SELECT id, at_ms, payload FROM record WHERE vault = ? AND device = ? AND number = ?";
    let Ok(place) = i64::try_from(number) else { return Ok(None) };
    let query = sqlx::query(KEPT).bind(bytes(&vault)).bind(bytes(&device)).bind(place);
    let Some(row) = query.fetch_optional(connection).await? else { return Ok(None) };
    Ok(Some(envelope(&row, device, number)?))
}

fn envelope(row: &SqliteRow, device: DeviceId, number: Number) -> Result<Envelope, Trouble> {
    let id: Vec<u8> = row.try_get(0)?;
    Ok(Envelope { device, number, id: uuid(&id)?, at_ms: row.try_get(1)?, payload: row.try_get(2)? })
}

/// Some records of a log after a number, in order.
async fn after(
    connection: &mut SqliteConnection,
    vault: VaultId,
    device: DeviceId,
    number: Number,
) -> Result<Vec<Envelope>, Trouble> {
    const AFTER: &str = "SELECT id, at_ms, payload, number FROM record WHERE vault = ? AND device = ? AND number > ?
        ORDER BY number LIMIT 50";
    let Ok(place) = i64::try_from(number) else { return Ok(Vec::new()) };
    let query = sqlx::query(AFTER).bind(bytes(&vault)).bind(bytes(&device)).bind(place);
    let rows = query.fetch_all(connection).await?;
    rows.iter().map(|row| envelope(row, device, row.try_get::<i64, _>(3)?.unsigned_abs())).collect()
}

/// Is exactly this kept under its number?
async fn same(connection: &mut SqliteConnection, vault: VaultId, envelope: &Envelope) -> Result<(), Refused> {
    let Envelope { device, number, .. } = *envelope;
    match kept(connection, vault, device, number).await? {
        Some(kept) if kept == *envelope => Ok(()),
        _ => Err(Refused::Different { device, number }),
    }
}

async fn add(connection: &mut SqliteConnection, vault: VaultId, envelope: &Envelope) -> Result<(), Refused> {
    const ADD: &str =
        "INSERT INTO record (vault, device, number, id, at_ms, sum, payload) VALUES (?, ?, ?, ?, ?, ?, ?)";
    let Envelope { device, number, id, at_ms, ref payload } = *envelope;
    // Beyond this the number before would have been refused.
    let place =
        i64::try_from(number).map_err(|_| Refused::Gap { device, number, expected: i64::MAX.unsigned_abs() })?;
    let query = sqlx::query(ADD).bind(bytes(&vault)).bind(bytes(&device)).bind(place).bind(bytes(&id));
    let query = query.bind(at_ms).bind(i64::from(sum::of(payload))).bind(payload.as_slice());
    match query.execute(connection).await {
        Ok(_) => Ok(()),
        // Its number is the next one, so it is the id.
        Err(error) if error.as_database_error().is_some_and(sqlx::error::DatabaseError::is_unique_violation) => {
            Err(Refused::IdTaken { device, number, id })
        }
        Err(error) => Err(error.into()),
    }
}

fn bytes(id: &Uuid) -> &[u8] {
    id.as_bytes()
}

fn uuid(bytes: &[u8]) -> Result<Uuid, Trouble> {
    Uuid::from_slice(bytes).map_err(|error| Trouble::Database(sqlx::Error::Decode(error.into())))
}

#[cfg(test)]
mod tests {
    use super::{OpenMode, Store, run};
    use crate::{Envelope, Refused, Trouble};
    use uuid::Uuid;

    #[tokio::test]
    async fn a_full_disk_loses_nothing_that_was_kept() {
        let dir = std::env::temp_dir().join(format!("unknot-store-full-{}", std::process::id()));
        let store = Store::open(&dir, OpenMode::Keep).await.expect("open");
        let record = |number| {
            let id = Uuid::from_u128(u128::from(number));
            Envelope { device: Uuid::nil(), number, id, at_ms: 0, payload: vec![b'x'; 9000] }
        };
        store.append(Uuid::nil(), &[record(1)]).await.expect("taken");
        // The database may have no page more than it has.
        run(&mut store.pool.acquire().await.expect("open"), "PRAGMA max_page_count = 1").await.expect("set");

        let refused = store.append(Uuid::nil(), &[record(2)]).await.expect_err("full");

        assert!(matches!(refused, Refused::Trouble(Trouble::Full)), "{refused:?}");
        assert_eq!(store.since(Uuid::nil(), &[]).await.expect("a page").records, [record(1)]);
        // The next connection has no such limit.
        store.append(Uuid::nil(), &[record(2)]).await.expect("there is room again");
        store.close().await;
        std::fs::remove_dir_all(&dir).expect("removed");
    }

    #[tokio::test]
    async fn one_without_questions_gets_them_when_records_are_kept_again() {
        let dir = std::env::temp_dir().join(format!("unknot-store-first-{}", std::process::id()));
        let store = Store::open(&dir, OpenMode::Keep).await.expect("open");
        let record = Envelope { device: Uuid::nil(), number: 1, id: Uuid::nil(), at_ms: 0, payload: b"ache".to_vec() };
        store.append(Uuid::nil(), std::slice::from_ref(&record)).await.expect("taken");
        // As the first layout was.
        let first = "DROP TABLE letter; DROP TABLE address; DROP TABLE question; PRAGMA user_version = 1";
        run(&mut store.pool.acquire().await.expect("open"), first).await.expect("undone");
        store.close().await;

        for mode in [OpenMode::Look, OpenMode::Beside] {
            let store = Store::open(&dir, mode).await.expect("open");
            let older = store.questions().await.expect_err("no questions yet");
            assert!(matches!(older, Trouble::Older { .. }), "{older}");
            assert_eq!(store.backup(&dir.join("copy")).await.expect("backup").records, 1);
            store.close().await;
        }
        let store = Store::open(&dir, OpenMode::Keep).await.expect("open");
        assert_eq!(store.questions().await.expect("read"), []);
        assert_eq!(store.since(Uuid::nil(), &[]).await.expect("a page").records, [record]);
        store.close().await;
        std::fs::remove_dir_all(&dir).expect("removed");
    }
}
