//! What can go wrong with a database, in words for the person whose records they are.

use std::io;
use std::path::{Path, PathBuf};

/// What went wrong, where, and the way out.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is none, and there never was.
    #[error("there are no records in {}", .folder.display())]
    Nothing {
        /// Directory.
        folder: PathBuf,
    },
    /// There was one, and it is gone.
    #[error("the records that were in {} are gone{}", .file.display(), way_back(.backup.as_deref()))]
    Missing {
        /// Where it was.
        file: PathBuf,
        /// The newest backup that is whole.
        backup: Option<PathBuf>,
    },
    /// It is broken.
    #[error("the records in {} are damaged ({found}){}", .file.display(), way_back(.backup.as_deref()))]
    Damaged {
        /// Database.
        file: PathBuf,
        /// What was found, without any content.
        found: String,
        /// The newest backup that is whole.
        backup: Option<PathBuf>,
    },
    /// It belongs to another program.
    #[error("{} was not made by Unknot; it is left as it is", .file.display())]
    Foreign {
        /// File.
        file: PathBuf,
    },
    /// It was made by a later Unknot.
    #[error("{} was made by a newer Unknot (layout {found}; this one knows {known}); get the newer one", .file.display())]
    Newer {
        /// File.
        file: PathBuf,
        /// Its layout.
        found: u32,
        /// The newest layout this program knows.
        known: u32,
    },
    /// It was made by an earlier Unknot, and the program that may bring it up to date did not run yet.
    #[error("{} was made by an earlier Unknot; start `unknot serve` of this one once", .file.display())]
    Older {
        /// File.
        file: PathBuf,
    },
    /// Another program has it open to write.
    #[error("Unknot is running already with the records in {}; close it first", .folder.display())]
    Busy {
        /// Directory.
        folder: PathBuf,
    },
    /// No room is left. What was kept before is safe.
    #[error("the disk is full: nothing more can be kept until there is room; what was kept before is safe")]
    Full,
    /// A file or directory could not be read or written.
    #[error("{}: {error}", .path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The database could not do what it was told.
    #[error("the database failed: {0}")]
    Database(sqlx::Error),
}

fn way_back(backup: Option<&Path>) -> String {
    match backup {
        Some(backup) => format!(
            "\n  hint: the newest backup that is whole is {}; `unknot restore` with this file puts it in place and keeps \
             what is there now aside",
            backup.display()
        ),
        None => {
            "\n  hint: there is no whole backup here; if you have a copy elsewhere, `unknot restore` puts it in place"
                .to_owned()
        }
    }
}

impl Trouble {
    /// A file or directory failed.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Trouble {
        let path = path.to_owned();
        move |error| {
            if error.kind() == io::ErrorKind::StorageFull { Trouble::Full } else { Trouble::Io { path, error } }
        }
    }

    /// Is it what SQLite says of a file that is broken, or none of its own?
    pub(crate) fn is_damage(error: &sqlx::Error) -> bool {
        matches!(code(error), Some(CORRUPT | NOT_A_DATABASE))
    }
}

/// SQLite's result codes (<https://www.sqlite.org/rescode.html>), without their finer part.
const CORRUPT: u32 = 11;
const FULL: u32 = 13;
const NOT_A_DATABASE: u32 = 26;

fn code(error: &sqlx::Error) -> Option<u32> {
    let code: u32 = error.as_database_error()?.code()?.parse().ok()?;
    Some(code & 0xff)
}

impl From<sqlx::Error> for Trouble {
    fn from(error: sqlx::Error) -> Trouble {
        if code(&error) == Some(FULL) { Trouble::Full } else { Trouble::Database(error) }
    }
}
