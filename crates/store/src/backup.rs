//! Copies of the database: each made apart, looked through, and only then given its name.

use crate::check::{self, Counts};
use crate::connection::{apart, run};
use crate::folder::{self, Folder};
use crate::{Store, Trouble, schema, stamp};
use sqlx::Connection;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Backups that are kept in the directory; the oldest go first.
pub const KEPT: usize = 10;

/// A copy of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// File.
    pub file: PathBuf,
    /// When it was made.
    pub at_ms: i64,
}

impl Store {
    /// Writes a copy to a file, in place of what is there.
    ///
    /// # Errors
    /// If it cannot be written, or is not whole once it is. The file is then as it was.
    pub async fn backup(&self, to: &Path) -> Result<Counts, Trouble> {
        let part = with_end(to, ".part");
        folder::remove(&part)?;
        let made = self.copy_to(&part).await;
        let kept = made.and_then(|counts| folder::put(&part, to).map(|()| counts));
        if kept.is_err() {
            // What failed is told; a piece that cannot be removed adds nothing to it.
            let _ = fs::remove_file(&part);
        }
        kept
    }

    async fn copy_to(&self, part: &Path) -> Result<Counts, Trouble> {
        let path = part
            .to_str()
            .ok_or_else(|| Trouble::io(part)(std::io::Error::other("a backup's name must be of Unicode letters")))?;
        // An empty file is taken as none; made here so that it is its owner's only.
        drop(folder::private(part).map_err(Trouble::io(part))?);
        sqlx::query("VACUUM INTO ?").bind(path).execute(self.pool()).await?;
        without_addresses(part).await?;
        check::copy(part).await
    }

    /// Adds a copy to the directory's backups and lets go of those beyond [`KEPT`].
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub async fn backup_here(&self, now_ms: i64) -> Result<Backup, Trouble> {
        let dir = self.folder().backups();
        folder::private_dir(&dir)?;
        remove_pieces(&dir)?;
        let file = dir.join(format!("unknot-{}.db", stamp::written(now_ms)));
        self.backup(&file).await?;
        for old in self.folder().list(&dir)?.iter().skip(KEPT) {
            folder::remove(&old.file)?;
        }
        Ok(Backup { file, at_ms: now_ms })
    }

    /// The same, but only if the last one is older than `age_ms`, or there is none.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub async fn backup_if_older(&self, now_ms: i64, age_ms: i64) -> Result<Option<Backup>, Trouble> {
        let all = self.folder().list(&self.folder().backups())?;
        // One from the future is a clock that was wrong.
        let fresh = all.iter().any(|backup| (0..age_ms).contains(&now_ms.saturating_sub(backup.at_ms)));
        if fresh { Ok(None) } else { self.backup_here(now_ms).await.map(Some) }
    }

    /// Removes the directory's backups, and what restores put aside, from before a time: deleting everything
    /// deletes them too.
    ///
    /// # Errors
    /// If one cannot be removed.
    pub fn forget_copies(&self, before_ms: i64) -> Result<(), Trouble> {
        for dir in [self.folder().backups(), self.folder().aside()] {
            for copy in self.folder().list(&dir)?.iter().filter(|copy| copy.at_ms < before_ms) {
                folder::remove(&copy.file)?;
                for path in folder::beside(&copy.file) {
                    folder::remove(&path)?;
                }
            }
            if dir.exists() {
                folder::sync(&dir)?;
            }
        }
        Ok(())
    }
}

/// Takes out who asked: a copy is kept for long and in other places, and would bring back what was promised to be gone.
async fn without_addresses(part: &Path) -> Result<(), Trouble> {
    let mut connection = apart(part).await?;
    if check::layout(&mut connection, part).await? >= schema::BOARD {
        run(&mut connection, "DELETE FROM letter; DELETE FROM address").await?;
    }
    Ok(connection.close().await?)
}

/// Removes copies that a crash left half made: there may be addresses in them yet.
fn remove_pieces(dir: &Path) -> Result<(), Trouble> {
    for entry in fs::read_dir(dir).map_err(Trouble::io(dir))? {
        let path = entry.map_err(Trouble::io(dir))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        // Younger ones may be another program's, which is at it now.
        if name.starts_with("unknot-") && name.contains(".db.part") && !young(&path) {
            folder::remove(&path)?;
        }
    }
    Ok(())
}

fn young(path: &Path) -> bool {
    let changed = fs::metadata(path).and_then(|data| data.modified());
    changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age < Duration::from_secs(3600)))
}

impl Folder {
    /// The copies in one of its directories, newest first.
    pub(crate) fn list(&self, dir: &Path) -> Result<Vec<Backup>, Trouble> {
        if !dir.exists() {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for entry in fs::read_dir(dir).map_err(Trouble::io(dir))? {
            let file = entry.map_err(Trouble::io(dir))?.path();
            let name = file.file_name().and_then(|name| name.to_str());
            let time = name.and_then(|name| name.strip_prefix("unknot-")?.strip_suffix(".db"));
            if let Some(at_ms) = time.and_then(stamp::read) {
                found.push(Backup { file, at_ms });
            }
        }
        found.sort_by_key(|backup| std::cmp::Reverse(backup.at_ms));
        Ok(found)
    }

    /// The newest backup that is whole.
    pub(crate) async fn newest_whole(&self) -> Option<PathBuf> {
        for backup in self.list(&self.backups()).ok()? {
            if check::copy(&backup.file).await.is_ok() {
                return Some(backup.file);
            }
        }
        None
    }
}

pub(crate) fn with_end(path: &Path, end: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(end);
    name.into()
}
