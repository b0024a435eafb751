//! What is typed wrongly is told, with what may have been meant.

use crate::support::{CASE, arg, dir, unknot};

#[test]
fn help_names_every_command() {
    let ran = unknot(&["--help"], "");
    let help = format!("{}{}", ran.out, ran.err);
    for word in [
        "assess",
        "plan",
        "guide",
        "learn",
        "serve",
        "questions",
        "site",
        "backup",
        "restore",
        "verify",
        "Examples:",
        "Not a diagnosis",
    ] {
        assert!(help.contains(word), "{word}: {help}");
    }
    assert!(!help.contains("  report "), "it is not there yet");
}

#[test]
fn every_command_has_help_with_an_example() {
    for command in [
        &["assess"][..],
        &["plan"],
        &["guide", "check"],
        &["learn"],
        &["serve"],
        &["questions"],
        &["site"],
        &["backup"],
        &["restore"],
        &["verify"],
    ] {
        let args: Vec<&str> = command.iter().copied().chain(["--help"]).collect();
        let ran = unknot(&args, "");
        assert_eq!(ran.code, Some(0));
        assert!(ran.out.contains("Examples:"), "{args:?}: {}", ran.out);
    }
}

#[test]
fn slips_are_told_with_the_nearest_word() {
    for (args, near) in
        [(&["asses", "-"][..], "'assess'"), (&["guide", "chek"], "'check'"), (&["assess", "-", "--jsn"], "'--json'")]
    {
        let ran = unknot(args, CASE);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(ran.err.contains(near), "{args:?}: {}", ran.err);
    }
}

#[test]
fn files_that_cannot_be_read_are_told() {
    let directory = dir("usage");
    for (path, message) in [("no-such-file.json", "cannot read no-such-file.json"), (arg(&directory), "is a directory")]
    {
        for args in [&["assess", path][..], &["assess", "--jsonl", path], &["plan", path, "--minutes", "10"]] {
            let ran = unknot(args, "");
            assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}");
            assert!(ran.err.contains(message) && ran.err.contains("hint:"), "{args:?}: {}", ran.err);
        }
    }
}
