//! `learn`: pages to read.

use crate::support::{arg, copy, dir, guide_dir, unknot};
use std::fs;

#[test]
fn every_topic_of_the_list_is_a_page() {
    let list = unknot(&["learn"], "");
    assert_eq!(list.code, Some(0), "{}", list.err);
    for topic in ["overview", "gluteus-maximus", "gluteus-medius", "gluteus-minimus", "hiding", "look-alikes", "safety"]
    {
        assert!(list.out.contains(&format!("({topic})")), "{topic}: {}", list.out);
        let page = unknot(&["learn", topic], "");
        assert_eq!((page.code, page.err.as_str()), (Some(0), ""), "{topic}");
        assert!(page.out.contains("REFERENCES") && page.out.contains("\n-> "), "{topic}: {}", page.out);
    }
    assert_eq!(unknot(&["learn", "Gluteus_Medius"], "").out, unknot(&["learn", "gluteus-medius"], "").out);
}

#[test]
fn an_unknown_topic_names_the_nearest() {
    for (topic, near) in
        [("gluteus-minimum", "gluteus-minimus"), ("hidng", "hiding"), ("glutaeus maximus", "gluteus-maximus")]
    {
        let ran = unknot(&["learn", topic], "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{topic}");
        assert!(ran.err.contains(&format!("did you mean `unknot learn {near}`?")), "{topic}: {}", ran.err);
    }
}

#[test]
fn words_are_found_on_their_pages() {
    let ran = unknot(&["learn", "--search", "lacrosse ball"], "");
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    assert!(ran.out.contains("-> unknot learn tools"), "{}", ran.out);
    let none = unknot(&["learn", "--search", "xylophone"], "");
    assert_eq!((none.code, none.out.as_str()), (Some(2), ""), "{}", none.err);
}

#[test]
fn the_pages_of_another_guide_are_read_and_checked() {
    // Given a guide whose overview names a reference that does not exist.
    let guide = dir("learn-guide");
    copy(&guide_dir(), &guide);
    let overview = guide.join("text/en/pages/overview.md");
    let text = fs::read_to_string(&overview).expect("a page");
    assert_eq!(unknot(&["guide", "check", arg(&guide)], "").code, Some(0));
    fs::write(&overview, text.replacen("@quintner2015", "@quintner2051", 1)).expect("written");
    // Then both the check and the page say so, with file and line.
    for args in [&["guide", "check", arg(&guide)][..], &["learn", "overview", "--guide", arg(&guide)]] {
        let ran = unknot(args, "");
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{}", ran.err);
        assert!(ran.err.contains("text/en/pages/overview.md:"), "{}", ran.err);
        assert!(ran.err.contains("did you mean \"quintner2015\"?"), "{}", ran.err);
    }
}
