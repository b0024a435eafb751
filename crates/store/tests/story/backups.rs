//! Backups and the way back.

use crate::support::{DAY, NOW, PHONE, VAULT, all, backups, dir, open, records};
use std::fs;
use store::{Counts, Folder, KEPT, OpenMode, Store, Trouble};

#[tokio::test]
async fn a_backup_brings_back_what_was_there_then() {
    let dir = dir("restore");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 20)).await.expect("taken");
    let backup = store.backup_here(NOW).await.expect("backup");
    store.append(VAULT, &records(PHONE, 21, 30)).await.expect("taken");

    let busy = Store::restore(&Folder::at(&dir), &backup.file, NOW).await.expect_err("it is open");
    assert!(matches!(busy, Trouble::Busy { .. }), "{busy}");
    store.close().await;
    let (counts, aside) = Store::restore(&Folder::at(&dir), &backup.file, NOW + 1).await.expect("restored");

    assert_eq!(counts, Counts { vaults: 1, logs: 1, records: 20, questions: 0 });
    let store = open(&dir).await;
    assert_eq!(all(&store, VAULT).await, records(PHONE, 1, 20));
    store.append(VAULT, &records(PHONE, 21, 21)).await.expect("it goes on");
    store.close().await;
    // What was replaced can be had back the same way.
    Store::restore(&Folder::at(&dir), &aside.expect("kept aside"), NOW + 2).await.expect("restored");
    assert_eq!(all(&open(&dir).await, VAULT).await, records(PHONE, 1, 30));
}

#[tokio::test]
async fn restoring_keeps_what_was_only_in_the_log_of_changes() {
    let dir = dir("restore-wal");
    let store = open(&dir).await;
    let backup = store.backup_here(NOW).await.expect("backup");
    store.append(VAULT, &records(PHONE, 1, 5)).await.expect("taken");
    // As after a crash: nothing was closed.
    let crashed = self::dir("restore-wal-crashed");
    for name in ["unknot.db", "unknot.db-wal", "began"] {
        fs::copy(dir.join(name), crashed.join(name)).expect("copied");
    }

    let folder = Folder::at(&crashed);
    let (counts, aside) = Store::restore(&folder, &backup.file, NOW + 1).await.expect("restored");
    assert_eq!(counts.records, 0);
    assert_eq!(all(&open(&crashed).await, VAULT).await, [], "the old log of changes is not taken for the new one");
    Store::restore(&folder, &aside.expect("aside"), NOW + 2).await.expect("restored");
    assert_eq!(all(&open(&crashed).await, VAULT).await, records(PHONE, 1, 5));
}

#[tokio::test]
async fn a_backup_works_in_an_empty_place() {
    let dir = dir("moved");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 5)).await.expect("taken");
    let file = dir.join("for my other computer.db");
    assert_eq!(store.backup(&file).await.expect("backup").records, 5);

    let elsewhere = self::dir("moved-to").join("new");
    let (_, aside) = Store::restore(&Folder::at(&elsewhere), &file, NOW).await.expect("restored");
    assert_eq!(aside, None);
    assert_eq!(all(&open(&elsewhere).await, VAULT).await, records(PHONE, 1, 5));
}

#[tokio::test]
async fn what_is_no_whole_backup_changes_nothing() {
    let dir = dir("restore-bad");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 50)).await.expect("taken");
    let good = fs::read(store.backup_here(NOW).await.expect("backup").file).expect("read");
    store.close().await;
    let file = dir.join("bad.db");
    let mut foreign = good.clone();
    foreign[68..72].copy_from_slice(b"else");
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut changed = good.clone();
    let at = good.windows(9).rposition(|window| window == b"ache ache").expect("content");
    changed[at] ^= 1;
    for (bytes, why) in [
        (&b""[..], "cut short"),
        (&good[..good.len() / 2], "damaged"),
        (&[b'x'; 5000], "does not begin as a database does"),
        (&foreign, "not made by Unknot"),
        (&newer, "newer Unknot (layout 99; this one knows 2)"),
        (&changed, "content of a record has changed"),
    ] {
        fs::write(&file, bytes).expect("written");
        let refused = Store::restore(&Folder::at(&dir), &file, NOW).await.expect_err("refused");
        assert!(refused.to_string().contains(why), "{refused} instead of {why}");
    }
    fs::remove_file(&file).expect("removed");
    let refused = Store::restore(&Folder::at(&dir), &file, NOW).await.expect_err("not there");
    assert!(matches!(refused, Trouble::Io { .. }), "{refused}");
    assert_eq!(all(&open(&dir).await, VAULT).await, records(PHONE, 1, 50));
    assert!(!dir.join("aside").exists());
}

#[tokio::test]
async fn the_newest_ten_are_kept_and_one_a_day_is_made() {
    let dir = dir("rotation");
    let store = open(&dir).await;
    for day in 0..13 {
        let now = NOW + day * DAY;
        assert!(store.backup_if_older(now, DAY).await.expect("backup").is_some(), "day {day}");
        assert!(store.backup_if_older(now + DAY - 1, DAY).await.expect("backup").is_none(), "day {day}, later");
    }
    let kept = backups(&dir);
    assert_eq!(kept.len(), KEPT);
    assert!(kept[0].ends_with("unknot-2026-11-28T02-10-00.123Z.db"), "{kept:?}");
    assert!(store.backup_if_older(NOW - 100 * DAY, DAY).await.expect("backup").is_some(), "a clock that was wrong");
}

#[tokio::test]
async fn a_backup_can_be_made_beside_a_running_program() {
    let dir = dir("beside");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 5)).await.expect("taken");
    let looker = Store::open(&dir, OpenMode::Look).await.expect("open");
    assert_eq!(looker.backup(&dir.join("copy.db")).await.expect("backup").records, 5);
    store.append(VAULT, &records(PHONE, 6, 6)).await.expect("taken");
    assert!(!dir.join("copy.db.part").exists());

    let nowhere = looker.backup(&dir.join("no-such-folder/copy.db")).await.expect_err("no folder");
    assert!(nowhere.to_string().contains("no-such-folder"), "{nowhere}");
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_them() {
    use std::os::unix::fs::PermissionsExt;
    let dir = dir("private").join("records");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 5)).await.expect("taken");
    let backup = store.backup_here(NOW).await.expect("backup");
    let mode = |path: &std::path::Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    assert_eq!((mode(&dir), mode(&dir.join("backups"))), (0o700, 0o700));
    for file in [dir.join("unknot.db"), dir.join("unknot.db-wal"), backup.file] {
        assert_eq!(mode(&file), 0o600, "{}", file.display());
    }
}
