//! One person's directory: the store, its one vault, and the key.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{OpenMode, Store, Trouble, VaultId};
use uuid::{Builder, Uuid};

/// Bytes of chance in the key.
const KEY_BYTES: usize = 32;

/// One person's directory, open to keep records.
#[derive(Debug)]
pub struct Home {
    pub(crate) store: Arc<Store>,
    pub(crate) key: String,
}

/// Why a directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum HomeTrouble {
    /// The records.
    #[error(transparent)]
    Store(#[from] Trouble),
    /// The key.
    #[error("{}: {error}", .path.display())]
    Key {
        /// Its file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The system gave no random bytes.
    #[error("the system gives no random numbers: {0}")]
    Chance(getrandom::Error),
}

impl Home {
    /// Opens the directory; makes what is not there yet, if there never was anything.
    ///
    /// # Errors
    /// If the records cannot be opened, or the key cannot be read or made.
    pub async fn open(dir: &Path, now_ms: i64) -> Result<Home, HomeTrouble> {
        let store = Store::open(dir, OpenMode::Keep).await?;
        let home = Home { key: key(&dir.join("key"))?, store: Arc::new(store) };
        home.vault(now_ms).await?;
        // A "delete everything" that was cut off is finished.
        if let Some(erased_ms) = home.store.last_erased().await? {
            home.store.forget_copies(erased_ms)?;
        }
        Ok(home)
    }

    /// The one vault that is kept here.
    ///
    /// # Errors
    /// If the database fails, or a first vault needs an id and the system gives no random bytes.
    pub(crate) async fn vault(&self, now_ms: i64) -> Result<VaultId, HomeTrouble> {
        Ok(self.store.only_vault(fresh(now_ms)?, now_ms).await?)
    }

    /// Deletes everything, backups too, and begins a new vault.
    ///
    /// # Errors
    /// If the database fails, or a backup cannot be removed; the next start tries again.
    pub(crate) async fn erase(&self, vault: VaultId, now_ms: i64) -> Result<VaultId, HomeTrouble> {
        self.store.erase(vault, now_ms).await?;
        self.store.forget_copies(now_ms)?;
        self.vault(now_ms).await
    }
}

/// An id that begins with the time.
fn fresh(now_ms: i64) -> Result<Uuid, HomeTrouble> {
    let mut chance = [0; 10];
    getrandom::fill(&mut chance).map_err(HomeTrouble::Chance)?;
    Ok(Builder::from_unix_timestamp_millis(now_ms.unsigned_abs(), &chance).into_uuid())
}

/// The key: what was kept, or a new one.
fn key(path: &Path) -> Result<String, HomeTrouble> {
    let failed = |error| HomeTrouble::Key { path: path.to_owned(), error };
    match read(path) {
        Ok(Some(key)) => Ok(key),
        Ok(None) => make(path),
        Err(error) => Err(failed(error)),
    }
}

/// The key that was kept; none if there is none, or half of one.
fn read(path: &Path) -> io::Result<Option<String>> {
    let mut text = String::new();
    match fs::File::open(path) {
        Ok(file) => file.take(1024).read_to_string(&mut text)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let key = text.trim();
    let whole = key.len() == 2 * KEY_BYTES && key.bytes().all(|byte| byte.is_ascii_hexdigit());
    Ok(whole.then(|| key.to_owned()))
}

fn make(path: &Path) -> Result<String, HomeTrouble> {
    let mut chance = [0; KEY_BYTES];
    getrandom::fill(&mut chance).map_err(HomeTrouble::Chance)?;
    let key: String = chance.iter().map(|byte| format!("{byte:02x}")).collect();
    let write = || {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        writeln!(file, "{key}")?;
        file.sync_all()
    };
    write().map_err(|error| HomeTrouble::Key { path: path.to_owned(), error })?;
    Ok(key)
}
