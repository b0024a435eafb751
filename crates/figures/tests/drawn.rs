//! Every figure of the default guide, looked at as a browser would: well formed, in its frame, small, still when asked to be.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

use brotli::enc::BrotliEncoderParams;
use guide::Guide;
use std::collections::BTreeSet;

fn figures() -> figures::Figures {
    let guide = Guide::embedded("en").expect("a guide");
    figures::embedded(&guide).unwrap_or_else(|problems| panic!("{problems}"))
}

/// Attribute values of the elements with one of the classes.
fn paths<'s>(svg: &'s str, classes: &[&str]) -> Vec<&'s str> {
    let elements = svg.split("<path class=\"").skip(1);
    let wanted = elements
        .filter(|rest| rest.split('"').next().is_some_and(|list| list.split(' ').any(|c| classes.contains(&c))));
    wanted.filter_map(|rest| rest.split(" d=\"").nth(1)?.split('"').next()).collect()
}

/// Every point that a path goes to: an own reading of `M l q a z`.
fn points(path: &str) -> Vec<(f64, f64)> {
    let mut found = Vec::new();
    let mut at = (0.0, 0.0);
    let commands = path.split_inclusive(char::is_alphabetic).collect::<Vec<_>>();
    for pair in commands.windows(2).chain([[commands.last().copied().unwrap_or_default(), ""].as_slice()]) {
        let command = pair[0].chars().next_back().unwrap_or_default();
        let text = pair[1].trim_end_matches(char::is_alphabetic).replace('-', " -");
        let numbers: Vec<f64> = text.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        let [.., x, y] = numbers[..] else { continue };
        at = if command == 'M' { (x, y) } else { (at.0 + x, at.1 + y) };
        found.push(at);
    }
    found
}

#[test]
fn every_body_can_be_as_it_is_drawn() {
    let guide = Guide::embedded("en").expect("a guide");
    let files: Vec<(String, String)> =
        Guide::embedded_files().iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let (_, problems) = figures::draft(&files, &guide);
    assert!(problems.errors.is_empty(), "{problems}");
}

#[test]
fn every_technique_stretch_exercise_and_warm_up_has_a_figure() {
    let guide = Guide::embedded("en").expect("a guide");
    let figures = figures();
    let techniques = guide.techniques.iter().map(|thing| thing.id.as_str());
    let moves = guide
        .stretches
        .iter()
        .map(|thing| thing.id.as_str())
        .chain(guide.exercises.iter().map(|thing| thing.id.as_str()));
    let all: Vec<&str> = techniques.chain(moves).chain(guide.warmups.iter().map(|thing| thing.id.as_str())).collect();
    let names: BTreeSet<&str> = figures.svgs().map(|(name, _)| name).collect();
    for id in all {
        let figure = figures.of(id).unwrap_or_else(|| panic!("{id} has no figure"));
        assert!(names.contains(figure), "{id}: {figure}");
    }
}

#[test]
fn every_figure_is_well_formed_and_says_what_it_shows() {
    for (name, svg) in figures().svgs() {
        let mut open: Vec<&str> = Vec::new();
        for tag in svg.split('<').skip(1) {
            let (tag, text) = tag.split_once('>').unwrap_or_else(|| panic!("{name}: {tag}"));
            assert!(!text.contains('&') || text.contains(';'), "{name}: {text}");
            match tag.strip_prefix('/') {
                Some(closed) => assert_eq!(open.pop(), Some(closed), "{name}"),
                None if tag.ends_with('/') => {}
                None => open.push(tag.split(' ').next().unwrap_or(tag)),
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
        let said = |tag: &str| {
            svg.split(&format!("<{tag}>")).nth(1).and_then(|rest| rest.split('<').next()).unwrap_or_default()
        };
        assert!(said("title").len() > 3, "{name}: title");
        assert!(said("desc").split(' ').count() > 5, "{name}: desc {:?}", said("desc"));
    }
}

#[test]
fn person_tool_and_arrows_stay_in_the_frame() {
    for (name, svg) in figures().svgs() {
        let shown = paths(&svg, &["s", "t", "p", "h", "k", "l", "x", "q", "a"]);
        assert!(shown.len() > 15, "{name}: {} paths", shown.len());
        for (x, y) in shown.iter().flat_map(|path| points(path)) {
            assert!((3.0..=637.0).contains(&x) && (3.0..=477.0).contains(&y), "{name}: {x}, {y}");
        }
    }
}

#[test]
fn what_moves_can_be_still() {
    for (name, svg) in figures().svgs() {
        assert!(
            !svg.contains("<animate") && !svg.contains("<script") && !svg.contains("http://www.w3.org/1999"),
            "{name}"
        );
        let moves = svg.contains("@keyframes");
        let still = svg.contains("prefers-reduced-motion:reduce") && svg.contains("animation-play-state:paused");
        assert_eq!(moves, still, "{name}");
        // Where nothing moves, the beginning is a trace and the way an arrow.
        assert_eq!(moves, svg.contains("<g class=\"g\">"), "{name}");
        assert!(svg.contains("prefers-color-scheme:dark"), "{name}");
    }
}

#[test]
fn figures_are_small() {
    let mut all = 0;
    for (name, svg) in figures().svgs() {
        let mut small = Vec::new();
        let best = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: svg.len(), ..Default::default() };
        brotli::BrotliCompress(&mut svg.as_bytes(), &mut small, &best).expect("compressed");
        assert!(small.len() <= 2048, "{name}: {} bytes", small.len());
        all += small.len();
    }
    assert!(all <= 150_000, "{all} bytes");
}
