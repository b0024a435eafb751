//! The app as files.

use crate::support::{arg, dir, unknot};
use std::fs;

#[test]
fn a_site_is_written_or_it_is_said_how_to_build_the_app() {
    let site = dir("site").join("public");
    let ran = unknot(&["site", arg(&site)], "");
    if ran.code == Some(1) {
        assert!(ran.err.contains("cargo xtask run"), "{}", ran.err);
        assert!(!site.exists());
        return;
    }
    assert_eq!(ran.code, Some(0), "{ran:?}");
    assert!(site.join("index.html").exists());
    assert_eq!(unknot(&["site", arg(&site)], "").out, ran.out, "again, in its own place");
    fs::write(site.with_file_name("mine"), "x").expect("written");
    let other = unknot(&["site", arg(site.parent().expect("a parent"))], "");
    assert_eq!(other.code, Some(2));
    assert!(other.err.contains("is not empty and no earlier site"), "{}", other.err);
}
