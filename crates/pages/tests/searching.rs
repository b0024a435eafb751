//! What is looked for is found.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

use guide::Guide;
use pages::{embedded, search};

#[test]
fn the_best_place_comes_first() {
    let guide = Guide::embedded("en").expect("the guide is right");
    let library = embedded(&guide).unwrap_or_else(|problems| panic!("{problems}"));
    for (query, topic) in [
        ("wallet", "gluteus-maximus"),
        ("quarrel", "quarrel"),
        ("lacrosse ball", "tools"),
        ("cauda equina", "safety"),
        ("sciatic nerve", "safety"),
        ("hide", "hiding"),
        ("Piriformis", "piriformis"),
    ] {
        let found = search(&library, query);
        assert!(found.iter().take(3).any(|found| found.topic == topic), "{query}: {found:#?}");
    }
    for query in ["", "  ", "xylophone", "wallet xylophone"] {
        assert_eq!(search(&library, query), [], "{query}");
    }
}
