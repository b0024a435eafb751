//! The directory of a store: names, durability of names, and the lock.

use crate::Trouble;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The directory of a store.
#[derive(Clone, Debug)]
pub struct Folder {
    path: PathBuf,
}

impl Folder {
    /// The directory at `path`, which need not be there yet.
    pub fn at(path: impl Into<PathBuf>) -> Folder {
        Folder { path: path.into() }
    }

    /// The directory itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.path.join("unknot.db")
    }

    /// Where backups are.
    pub fn backups(&self) -> PathBuf {
        self.path.join("backups")
    }

    /// Where a restore puts what it replaces.
    pub fn aside(&self) -> PathBuf {
        self.path.join("aside")
    }

    /// Says that there was a database once.
    fn mark(&self) -> PathBuf {
        self.path.join("began")
    }

    /// Was there ever a database here?
    pub(crate) fn began(&self) -> bool {
        self.mark().exists()
    }

    /// Remembers that there is a database.
    pub(crate) fn begin(&self) -> Result<(), Trouble> {
        let mark = self.mark();
        let file = private(&mark).map_err(Trouble::io(&mark))?;
        file.sync_all().map_err(Trouble::io(&mark))?;
        sync(&self.path)
    }

    /// Makes the directory, which only its owner may look into.
    pub(crate) fn make(&self) -> Result<(), Trouble> {
        private_dir(&self.path)
    }

    /// Takes the right to keep records, until it is dropped.
    pub(crate) fn lock(&self) -> Result<File, Trouble> {
        self.take("lock", File::try_lock)
    }

    /// Says that a program works beside the one that keeps records, until it is dropped. Many may.
    pub(crate) fn help(&self) -> Result<File, Trouble> {
        self.take("helpers", File::try_lock_shared)
    }

    /// Takes the right to put another database in place: nobody helps meanwhile.
    pub(crate) fn alone(&self) -> Result<File, Trouble> {
        self.take("helpers", File::try_lock)
    }

    fn take(&self, name: &str, lock: fn(&File) -> Result<(), TryLockError>) -> Result<File, Trouble> {
        let path = self.path.join(name);
        let file = private(&path).map_err(Trouble::io(&path))?;
        match lock(&file) {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(Trouble::Busy { folder: self.path.clone() }),
            Err(TryLockError::Error(error)) => Err(Trouble::io(&path)(error)),
        }
    }
}

/// A directory for its owner only, with those above it.
pub(crate) fn private_dir(path: &Path) -> Result<(), Trouble> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(Trouble::io(path))
}

/// Opens a file to write, made for its owner only if it is not there.
pub(crate) fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a file's content last.
pub(crate) fn sync_file(path: &Path) -> Result<(), Trouble> {
    let file = OpenOptions::new().write(true).open(path).map_err(Trouble::io(path))?;
    file.sync_all().map_err(Trouble::io(path))
}

/// Makes the names in a directory last.
pub(crate) fn sync(dir: &Path) -> Result<(), Trouble> {
    // Elsewhere a directory cannot be opened, and renaming lasts by itself.
    if cfg!(unix) {
        File::open(dir).and_then(|dir| dir.sync_all()).map_err(Trouble::io(dir))?;
    }
    Ok(())
}

/// Gives a finished file its name, for good.
pub(crate) fn put(from: &Path, to: &Path) -> Result<(), Trouble> {
    sync_file(from)?;
    fs::rename(from, to).map_err(Trouble::io(to))?;
    sync(to.parent().unwrap_or(Path::new(".")))
}

/// A copy for its owner only, that lasts once its directory is synced.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), Trouble> {
    let mut source = File::open(from).map_err(Trouble::io(from))?;
    let mut target = private(to).map_err(Trouble::io(to))?;
    target.set_len(0).map_err(Trouble::io(to))?;
    io::copy(&mut source, &mut target).map_err(Trouble::io(to))?;
    target.sync_all().map_err(Trouble::io(to))
}

/// Removes a file; one that is not there is no trouble.
pub(crate) fn remove(path: &Path) -> Result<(), Trouble> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Trouble::io(path)(error)),
        _ => Ok(()),
    }
}

/// What SQLite keeps beside a database while it is open.
pub(crate) fn beside(database: &Path) -> [PathBuf; 2] {
    ["-wal", "-shm"].map(|end| {
        let mut path = database.as_os_str().to_owned();
        path.push(end);
        path.into()
    })
}
