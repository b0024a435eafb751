//! `backup`, `restore`, `verify`.

use super::place::{now_ms, of, wait_for};
use super::print;
use crate::args::{Backup, Restore, Verify};
use crate::failure::Failure;
use std::path::Path;
use store::{Counts, Folder, OpenMode, Store, Trouble};

/// A copy of the records.
pub(super) fn backup(args: &Backup) -> Result<(), Failure> {
    let dir = of(&args.data)?;
    if let Some(file) = args.file.as_ref().filter(|file| file.exists()) {
        let message = format!("{} is there already", file.display());
        return Err(Failure::input(message, "name a file that is not there yet"));
    }
    let file = wait_for(async {
        let store = Store::open(&dir, OpenMode::Look).await?;
        match &args.file {
            Some(file) => {
                store.backup(file).await?;
                Ok(file.clone())
            }
            None => Ok(store.backup_here(now_ms()).await?.file),
        }
    })?;
    print(&format!(
        "{}\nIt is not encrypted: whoever has it can read it. Of questions, the addresses of those who asked are left out.\n",
        file.display()
    ))
}

/// A backup in the place of the records.
pub(super) fn restore(args: &Restore) -> Result<(), Failure> {
    let dir = of(&args.data)?;
    let restored = wait_for(async { Ok(Store::restore(&Folder::at(&dir), &args.file, now_ms()).await) })?;
    let (counts, aside) = restored.map_err(|trouble| not_restored(&args.file, trouble))?;
    let aside = aside.map(|aside| format!("What was there before is {}\n", aside.display())).unwrap_or_default();
    print(&format!("Restored: {}, in {}\n{aside}", said(counts), dir.display()))
}

/// Whether the records are whole.
pub(super) fn verify(args: &Verify) -> Result<(), Failure> {
    let dir = of(&args.data)?;
    let counts = wait_for(async { Ok(Store::open(&dir, OpenMode::Look).await?.check().await?) })?;
    print(&format!("Whole: {}, in {}\n", said(counts), dir.display()))
}

fn said(counts: Counts) -> String {
    let some = |number: u64, one: &str| if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") };
    let records = format!("{} from {}", some(counts.records, "record"), some(counts.logs, "device"));
    if counts.questions == 0 { records } else { format!("{records} and {}", some(counts.questions, "question")) }
}

/// A file that is no backup is bad input; anything else is not.
fn not_restored(file: &Path, trouble: Trouble) -> Failure {
    match trouble {
        Trouble::Damaged { file: found, found: why, .. } if found == file => Failure::input(
            format!("{} is damaged or no backup ({why})", file.display()),
            "nothing was changed; try another backup",
        ),
        Trouble::Foreign { .. } | Trouble::Newer { .. } => Failure::input(trouble.to_string(), "nothing was changed"),
        Trouble::Io { ref path, .. } if path == file => Failure::input(trouble.to_string(), "nothing was changed"),
        trouble => trouble.into(),
    }
}

impl From<Trouble> for Failure {
    fn from(trouble: Trouble) -> Failure {
        match trouble {
            Trouble::Nothing { .. } => Failure::input(trouble.to_string(), "say where they are with --data"),
            trouble => Failure::undone(trouble.to_string(), ""),
        }
    }
}
