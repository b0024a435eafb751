//! Puts a backup in the place of the database.

use crate::check::{self, Counts};
use crate::connection::{one_writer, run};
use crate::folder::{self, Folder};
use crate::{Store, Trouble, stamp};
use sqlx::Connection;
use std::path::{Path, PathBuf};

impl Store {
    /// Puts a backup in the place of the database, which is kept aside under a name with this time. At every moment there is a
    /// whole database in place, if there was one before.
    ///
    /// Gives what the backup holds, and where what was replaced is now.
    ///
    /// # Errors
    /// If the backup is not whole or not ours (nothing is changed then), if Unknot is running with this directory, or if
    /// a file cannot be written.
    pub async fn restore(folder: &Folder, from: &Path, now_ms: i64) -> Result<(Counts, Option<PathBuf>), Trouble> {
        check::copy(from).await?;
        folder.make()?;
        let _locks = (folder.lock()?, folder.alone()?);
        let database = folder.database();
        let new = folder.path().join("unknot.db.restored");
        folder::remove(&new)?;
        folder::copy(from, &new)?;
        // What is put in place is what was looked at.
        let counts = check::copy(&new).await?;
        let aside = if database.exists() { Some(put_aside(folder, now_ms).await?) } else { None };
        // A log of changes of the old database would be taken for one of the new: SQLite cannot tell.
        for path in folder::beside(&database) {
            folder::remove(&path)?;
        }
        folder::put(&new, &database)?;
        folder.begin()?;
        Ok((counts, aside))
    }
}

/// Copies the database and what is beside it.
async fn put_aside(folder: &Folder, now_ms: i64) -> Result<PathBuf, Trouble> {
    let (database, dir) = (folder.database(), folder.aside());
    if check::header(&database).is_ok() {
        // Brings in what its log of changes still has. If it is too broken for that, the log is copied too.
        let _ = settle(&database).await;
    }
    folder::private_dir(&dir)?;
    let aside = dir.join(format!("unknot-{}.db", stamp::written(now_ms)));
    let [log, _] = folder::beside(&database);
    let [log_aside, _] = folder::beside(&aside);
    folder::copy(&database, &aside)?;
    if log.exists() {
        folder::copy(&log, &log_aside)?;
    }
    folder::sync(&dir)?;
    Ok(aside)
}

async fn settle(database: &Path) -> Result<(), Trouble> {
    let mut connection = one_writer(database).await?;
    run(&mut connection, "PRAGMA wal_checkpoint(TRUNCATE)").await?;
    Ok(connection.close().await?)
}
