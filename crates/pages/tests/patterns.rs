//! The drawings of where a trigger point is felt, held against the guide's own tables and the plates.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

use guide::Guide;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

/// A zone, and how firmly books name it.
type Zones = BTreeMap<String, String>;

/// Every page's HTML by its name, without `.html`.
fn pages() -> BTreeMap<String, String> {
    let guide = Guide::embedded("en").expect("the guide is right");
    let library = pages::embedded(&guide).unwrap_or_else(|problems| panic!("{problems}"));
    let files = pages::files(&library, &guide).into_iter();
    let page = |(name, bytes): (String, Vec<u8>)| {
        let topic = name.strip_prefix(pages::FOLDER)?.strip_suffix(".html")?.to_owned();
        Some((topic, String::from_utf8(bytes).expect("UTF-8")))
    };
    files.filter_map(page).collect()
}

/// The sources of every muscle as the guide's files tell them: id, muscle and zones.
fn sources() -> io::Result<Vec<(String, String, Zones)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guide/sources"))? {
        let table: toml::Table = fs::read_to_string(entry?.path())?.parse().map_err(io::Error::other)?;
        let Some(muscle) = table.get("muscle").and_then(toml::Value::as_str) else { continue };
        let word = |row: &toml::Value, key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let rows = table["referral"].as_array().map(Vec::as_slice).unwrap_or_default();
        let zones = rows.iter().map(|row| (word(row, "zone"), word(row, "strength"))).collect();
        found.push((table["id"].as_str().unwrap_or_default().to_owned(), muscle.to_owned(), zones));
    }
    Ok(found)
}

/// The drawing of a source on its muscle's page.
fn drawing<'p>(page: &'p str, source: &str) -> &'p str {
    let (_, after) =
        page.split_once(&format!("id=\"felt-{source}\"")).unwrap_or_else(|| panic!("no place for {source}"));
    let (_, figure) = after.split_once("<figure class=\"pattern\">").unwrap_or_else(|| panic!("{source} is not drawn"));
    figure.split("</figure>").next().unwrap_or_default()
}

/// What is drawn with a fill: its class, how it is filled besides, and the shape that it uses.
fn shaded(drawing: &str) -> Vec<(&str, &str, &str)> {
    let value = |tag: &'_ str, name: &str| {
        tag.split_once(&format!("{name}=\"")).map_or(0..0, |(before, rest)| {
            let from = before.len() + name.len() + 2;
            from..from + rest.find('"').unwrap_or_default()
        })
    };
    let uses = drawing.split("<use ").skip(1).map(|rest| rest.split('>').next().unwrap_or_default());
    let all = uses.map(|tag| (&tag[value(tag, "class")], &tag[value(tag, "fill")], &tag[value(tag, "href")]));
    all.filter(|(class, ..)| !["skin", "folds", "edge"].contains(class)).collect()
}

#[test]
fn a_drawing_shades_just_the_zones_that_the_guide_names_each_as_firmly_as_it_says() {
    let pages = pages();
    let mut drawn = 0;
    for (source, muscle, mut told) in sources().expect("the guide's sources") {
        let page = &pages[&muscle.replace('_', "-")];
        let drawing = drawing(page, &source);
        // The one zone without a place on the skin is named in words.
        if told.remove("pelvis_inner").is_some() {
            assert!(drawing.contains("no place on the skin: deep inside the pelvis"), "{source}: {drawing}");
        }
        let zone = |shape: &str| shape.split_once('-').map(|(_, zone)| zone.to_owned()).expect("view-zone");
        let shaded: Vec<_> = shaded(drawing);
        let seen: Zones = shaded.iter().map(|(class, _, shape)| (zone(shape), (*class).to_owned())).collect();
        assert_eq!(seen, told, "{source}");
        for (_, fill, shape) in &shaded {
            let shape = shape.strip_prefix('#').expect("within the page");
            assert_eq!(page.matches(&format!("<path id=\"{shape}\" d=\"M")).count(), 1, "{source}: {shape}");
            let fill = fill.strip_prefix("url(#").and_then(|fill| fill.strip_suffix(')'));
            assert!(fill.is_none_or(|fill| page.contains(&format!("<pattern id=\"{fill}\""))), "{source}: {fill:?}");
        }
        drawn += 1;
    }
    assert!(drawn > 20, "only {drawn} drawings");
}

#[test]
fn what_hurts_most_and_what_it_spreads_to_differ_by_more_than_colour() {
    let pages = pages();
    let all: Vec<_> = sources().expect("the guide's sources");
    let fills = all.iter().flat_map(|(source, muscle, _)| shaded(drawing(&pages[&muscle.replace('_', "-")], source)));
    let fills: BTreeSet<(&str, &str)> = fills.map(|(class, fill, _)| (class, fill)).collect();
    let wanted = [("essential", ""), ("rare", "url(#dots)"), ("spillover", "url(#lines)")];
    assert_eq!(fills.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn a_screen_reader_hears_the_zones_and_the_cross() {
    let page = &pages()["gluteus-minimus"];
    let label = drawing(page, "gmin_post").split("aria-label=\"").nth(1).and_then(|rest| rest.split('"').next());
    assert_eq!(
        label,
        Some(
            "A body, from behind. Main pain: Lower inner buttock; Back of thigh, upper half; Back of thigh, lower half; Calf. \
             Spreads to: Middle inner buttock; Lower outer buttock; Hollow of the knee. Now and then: Achilles tendon and heel. \
             A cross marks the trigger point."
        )
    );
}

#[test]
fn each_point_of_a_gluteal_muscle_has_its_cross_on_the_right() {
    let pages = pages();
    for (source, muscle, _) in
        sources().expect("the guide's sources").iter().filter(|(_, m, _)| m.starts_with("gluteus"))
    {
        let drawing = drawing(&pages[&muscle.replace('_', "-")], source);
        let looks: Vec<&str> = drawing.split("<div class=\"look\">").skip(1).collect();
        let cross = |look: &&str| look.split_once("class=\"cross\" d=\"M").map(|(_, at)| at.to_owned());
        let crosses: Vec<(&&str, String)> = looks.iter().filter_map(|look| Some((look, cross(look)?))).collect();
        assert!(!crosses.is_empty(), "{source} has no cross");
        for (look, at) in crosses {
            // the middle of the body is at 180; from the front the right is on the left
            let x: f64 = at.split(' ').next().and_then(|x| x.parse().ok()).expect("a number");
            let right = if look.contains("#back-") { x > 180.0 } else { !look.contains("#front-") || x < 171.0 };
            assert!(right, "{source}: {at}");
        }
    }
}
