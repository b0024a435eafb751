//! Backup, restore, verify.

use crate::serve::with_records;
use crate::support::{Ran, arg, dir, unknot};
use std::fs;
use std::path::Path;

fn on(data: &Path, args: &[&str]) -> Ran {
    unknot(&[args, &["--data", arg(data)]].concat(), "")
}

#[test]
fn a_backup_is_made_and_put_back() {
    let data = with_records("backup", 4);
    let file = data.with_file_name("copy.db");

    let made = on(&data, &["backup", arg(&file)]);
    assert_eq!(made.code, Some(0), "{made:?}");
    assert!(made.out.starts_with(arg(&file)) && made.out.contains("not encrypted"), "{}", made.out);
    assert_eq!(on(&data, &["verify"]).out, format!("Whole: 4 records from 1 device, in {}\n", data.display()));

    let elsewhere = data.with_file_name("elsewhere");
    let restored = on(&elsewhere, &["restore", arg(&file)]);
    assert_eq!(restored.code, Some(0), "{restored:?}");
    assert!(restored.out.contains("4 records from 1 device"), "{}", restored.out);
    let again = on(&elsewhere, &["restore", arg(&file)]);
    assert!(again.out.contains("What was there before is "), "{}", again.out);
    assert_eq!(on(&elsewhere, &["verify"]).code, Some(0));
}

#[test]
fn without_a_name_it_goes_beside_the_records() {
    let data = with_records("backup-beside", 2);
    let made = on(&data, &["backup"]);
    let file = made.out.lines().next().expect("a line");
    assert!(Path::new(file).starts_with(data.join("backups")), "{file}");
    assert_eq!(on(&data.with_file_name("new"), &["restore", file]).code, Some(0));
}

#[test]
fn bad_input_is_told_and_changes_nothing() {
    let data = with_records("restore-bad", 2);
    let file = data.with_file_name("no-backup.db");
    fs::write(&file, "x".repeat(500)).expect("written");
    let missing = data.with_file_name("missing.db");
    let nowhere = dir("records-nowhere");
    for (dir, args, message) in [
        (&data, &["restore", arg(&file)][..], "damaged or no backup"),
        (&data, &["restore", arg(&missing)], "missing.db: "),
        (&data, &["backup", arg(&file)], "is there already"),
        (&nowhere, &["verify"], "there are no records in"),
        (&nowhere, &["backup"], "there are no records in"),
    ] {
        let ran = on(dir, args);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(message) && ran.err.contains("hint:"), "{args:?}: {}", ran.err);
    }
    assert_eq!(fs::read_dir(&nowhere).expect("directory").count(), 0);
    assert_eq!(on(&data, &["verify"]).code, Some(0));
}

#[test]
fn damage_is_found() {
    let data = with_records("verify-damaged", 3);
    on(&data, &["backup"]);
    // Closes it, so that all is in one file.
    on(&data, &["restore", on(&data, &["backup"]).out.lines().next().expect("a line")]);
    let database = data.join("unknot.db");
    let mut bytes = fs::read(&database).expect("read");
    let at = bytes.windows(4).position(|window| window == b"sore").expect("a content");
    bytes[at] ^= 1;
    fs::write(&database, bytes).expect("written");

    let found = on(&data, &["verify"]);
    assert_eq!((found.code, found.out.as_str()), (Some(1), ""));
    assert!(found.err.contains("damaged") && found.err.contains("the newest backup that is whole is"), "{}", found.err);
}
