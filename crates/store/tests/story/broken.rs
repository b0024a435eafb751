//! A database that is broken, gone, or not ours is refused, never papered over.

use crate::support::{NOW, PHONE, VAULT, backups, dir, open, records};
use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use store::{OpenMode, Store, Trouble};

/// A closed store with records and two backups.
async fn made(name: &str) -> PathBuf {
    let dir = dir(name);
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 200)).await.expect("taken");
    store.backup_here(NOW).await.expect("backup");
    store.backup_here(NOW + 1).await.expect("backup");
    store.close().await;
    dir
}

async fn refused(dir: &Path) -> Trouble {
    let before = fs::read(dir.join("unknot.db")).ok();
    let looked = Store::open(dir, OpenMode::Look).await.expect_err("refused").to_string();
    let trouble = Store::open(dir, OpenMode::Keep).await.expect_err("refused");
    assert_eq!(trouble.to_string(), looked);
    assert_eq!(fs::read(dir.join("unknot.db")).ok(), before, "it is left as it is");
    trouble
}

#[tokio::test]
async fn a_damaged_one_is_refused_and_the_newest_whole_backup_named() {
    let dir = made("damaged").await;
    let file = dir.join("unknot.db");
    let whole = fs::read(&file).expect("read");
    let [older, newer] = &backups(&dir)[..] else { panic!("two backups") };
    let content = whole.windows(9).rposition(|window| window == b"ache ache").expect("content");
    let mut ways: Vec<(String, Vec<u8>)> = [0, 50, 100, 4096, whole.len() / 2, whole.len() - 4096]
        .map(|end| (format!("cut to {end}"), whole[..end].to_vec()))
        .into();
    for (name, from, to) in
        [("garbled pages", 8192, 16_384), ("garbled head", 0, 16), ("a bit of a content", content, content + 1)]
    {
        let mut garbled = whole.clone();
        garbled[from..to].iter_mut().for_each(|byte| *byte ^= 0x5a);
        ways.push((name.to_owned(), garbled));
    }
    for (way, bytes) in ways {
        fs::write(&file, bytes).expect("written");
        let trouble = refused(&dir).await;
        assert!(
            matches!(&trouble, Trouble::Damaged { backup: Some(backup), .. } if backup == newer),
            "{way}: {trouble:?}"
        );
        let said = trouble.to_string();
        assert!(said.contains("hint:") && !said.contains("ache"), "{way}: {said}");
    }
    // A backup that is damaged itself is no way back.
    fs::write(newer, &whole[..whole.len() / 2]).expect("written");
    assert!(matches!(refused(&dir).await, Trouble::Damaged { backup: Some(backup), .. } if backup == *older));
}

#[tokio::test]
async fn one_that_is_gone_is_not_made_anew() {
    let dir = made("gone").await;
    fs::remove_file(dir.join("unknot.db")).expect("removed");
    let trouble = refused(&dir).await;
    assert!(matches!(&trouble, Trouble::Missing { backup: Some(_), .. }), "{trouble:?}");
    assert!(trouble.to_string().contains("are gone"), "{trouble}");
}

#[tokio::test]
async fn one_of_another_program_is_left_alone() {
    let dir = dir("foreign");
    let other = made("foreign-source").await;
    fs::copy(other.join("unknot.db"), dir.join("unknot.db")).expect("copied");
    patch(&dir.join("unknot.db"), 68, &[0; 4]);
    assert!(matches!(refused(&dir).await, Trouble::Foreign { .. }));
}

#[tokio::test]
async fn one_of_a_newer_unknot_is_left_alone() {
    let dir = made("newer").await;
    patch(&dir.join("unknot.db"), 60, &7_u32.to_be_bytes());
    assert!(matches!(refused(&dir).await, Trouble::Newer { found: 7, known: 2, .. }));
}

#[tokio::test]
async fn looking_makes_nothing() {
    let dir = dir("nothing");
    let trouble = Store::open(&dir, OpenMode::Look).await.expect_err("nothing there");
    assert!(matches!(trouble, Trouble::Nothing { .. }), "{trouble:?}");
    assert_eq!(fs::read_dir(&dir).expect("directory").count(), 0);
}

#[tokio::test]
async fn a_half_made_one_is_made_again() {
    let dir = dir("half-made");
    fs::write(dir.join("unknot.db.new"), "half").expect("written");
    open(&dir).await;
    assert!(!dir.join("unknot.db.new").exists());
}

fn patch(file: &Path, at: u64, bytes: &[u8]) {
    use std::io::{Seek, SeekFrom, Write};
    let mut file = OpenOptions::new().write(true).open(file).expect("open");
    file.seek(SeekFrom::Start(at)).expect("seek");
    file.write_all(bytes).expect("written");
}
