//! The committed plates are drawings that a page, a printer and a screen reader can use as they are.

#![expect(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

use guide::shape::Side;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const BODIES: [&str; 2] = ["female", "male"];
const VIEWS: [&str; 3] = ["back", "side", "front"];
const MUSCLES: &str = "gluteal-muscles";
/// All of them, squeezed as a server sends them.
const MOST: usize = 120_000;

type Attributes = BTreeMap<String, String>;

struct Plate {
    name: String,
    text: String,
    elements: Vec<(String, Attributes)>,
}

fn plate(name: &str) -> Plate {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../anatomy/plates").join(format!("{name}.svg"));
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    let elements = elements(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    Plate { name: name.to_owned(), text, elements }
}

fn plates() -> Vec<Plate> {
    let bodies = VIEWS.iter().flat_map(|view| BODIES.map(|body| format!("{view}-{body}")));
    bodies.chain([MUSCLES.to_owned()]).map(|name| plate(&name)).collect()
}

impl Plate {
    /// What `data-zone` and `data-side` say, in the order of the drawing.
    fn zones(&self) -> Vec<(&str, &str)> {
        let zone = |(_, of): &'_ (String, Attributes)| of.contains_key("data-zone");
        self.elements.iter().filter(|e| zone(e)).map(|(_, of)| (&*of["data-zone"], &*of["data-side"])).collect()
    }

    fn ids(&self) -> impl Iterator<Item = &str> {
        self.elements.iter().filter_map(|(_, of)| of.get("id")).map(String::as_str)
    }
}

/// The elements of an XML text with their attributes, in order, or why it is not well-formed. It knows neither comments
/// nor entities of its own, as a plate has none.
fn elements(text: &str) -> Result<Vec<(String, Attributes)>, String> {
    let (mut open, mut found, mut rest): (Vec<&str>, Vec<_>, &str) = (Vec::new(), Vec::new(), text.trim());
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        if open.is_empty() && !(before.is_empty() && found.is_empty()) {
            return Err(format!("something stands beside the root: {before:?}"));
        }
        let end = tag.find('>').ok_or("a tag has no end")?;
        let (inside, after) = (&tag[1..end], &tag[end + 1..]);
        rest = after;
        if let Some(name) = inside.strip_prefix('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> closes {last:?}"));
            }
            continue;
        }
        let alone = inside.ends_with('/');
        let inside = inside.trim_end_matches('/');
        let (name, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        if name.is_empty() || !name.chars().all(char::is_alphanumeric) {
            return Err(format!("{name:?} is no name of an element"));
        }
        found.push((name.to_owned(), pairs(attributes)?));
        if !alone {
            open.push(name);
        }
    }
    if open.is_empty() && rest.trim().is_empty() { Ok(found) } else { Err(format!("{open:?} is left open")) }
}

fn pairs(mut text: &str) -> Result<Attributes, String> {
    let mut found = Attributes::new();
    while let Some((name, rest)) = text.split_once("=\"") {
        let (value, after) = rest.split_once('"').ok_or_else(|| format!("{name} has no end"))?;
        if value.contains('<') || found.insert(name.trim().to_owned(), value.to_owned()).is_some() {
            return Err(format!("{name} is there twice or holds a tag"));
        }
        text = after;
    }
    if text.trim().is_empty() { Ok(found) } else { Err(format!("{text:?} is no attribute")) }
}

#[test]
fn the_reader_of_this_test_tells_well_formed_from_broken() {
    let good = elements(r#"<a b="1"><c/><d e="2">text</d></a>"#).expect("it is well-formed");
    assert_eq!(good.iter().map(|(name, _)| &**name).collect::<Vec<_>>(), ["a", "c", "d"]);
    for broken in ["<a>", "<a></b>", "<a/><b/>", "x<a/>", r#"<a b="1" b="2"/>"#, r#"<a b=1/>"#, "<a", "<a/>x"] {
        assert!(elements(broken).is_err(), "{broken}");
    }
}

/// Given the guide, then the three views of each body show just its zones, each side on one of them; the plate of the
/// right side serves the left one mirrored.
#[test]
fn the_views_of_each_body_name_exactly_the_zones_of_the_guide() {
    let guide = guide::Guide::embedded("en").expect("the guide is whole");
    let on_skin = guide.zones.iter().filter(|zone| &*zone.id != "pelvis_inner");
    let wanted: BTreeSet<(&str, &str)> =
        on_skin.flat_map(|zone| zone.sides.iter().map(|side| (zone.id.as_str(), word(*side)))).collect();
    for body in BODIES {
        let views = VIEWS.map(|view| plate(&format!("{view}-{body}")));
        let [back, side, front] = views.each_ref().map(Plate::zones);
        assert!(side.iter().all(|(_, side)| *side != "left"), "{body}: the side plate is the right side's");
        let mirrored = side.iter().map(|&(zone, side)| (zone, if side == "right" { "left" } else { side }));
        let found: BTreeSet<(&str, &str)> = [&back[..], &side, &front].concat().into_iter().chain(mirrored).collect();
        assert_eq!(found, wanted, "{body}");
        for (name, zones) in [("back", &back), ("side", &side), ("front", &front)] {
            assert_eq!(zones.iter().collect::<BTreeSet<_>>().len(), zones.len(), "{name}-{body} names a zone twice");
        }
    }
}

fn word(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Midline => "midline",
    }
}

#[test]
fn each_plate_tells_a_screen_reader_what_it_is() {
    for plate in plates() {
        let (root, of) = plate.elements.first().expect("a root");
        assert_eq!((&**root, &*of["role"]), ("svg", "img"), "{}", plate.name);
        let told: Vec<&str> = plate.elements[1..3].iter().map(|(name, _)| &**name).collect();
        assert_eq!(told, ["title", "desc"], "{}", plate.name);
        let ids: Vec<&str> = plate.ids().take(2).collect();
        assert_eq!(of["aria-labelledby"], ids.join(" "), "{}", plate.name);
        assert!(!plate.text.contains("></title>") && !plate.text.contains("></desc>"), "{} says nothing", plate.name);
    }
}

/// Several plates may stand in one page, and a page's policy lets neither scripts nor other places in.
#[test]
fn a_plate_runs_nothing_and_refers_to_nothing_but_itself() {
    let mut seen = BTreeSet::new();
    for plate in plates() {
        let own: BTreeSet<&str> = plate.ids().collect();
        assert_eq!(own.len(), plate.ids().count(), "{} has an id twice", plate.name);
        assert!(own.iter().all(|id| seen.insert((*id).to_owned())), "{} shares an id with another plate", plate.name);
        for (name, of) in &plate.elements {
            assert!(!["script", "image", "a", "foreignObject", "animate", "set"].contains(&&**name), "<{name}>");
            for (key, value) in of {
                assert!(!key.starts_with("on") && key != "style", "{}: {key}", plate.name);
                assert!(key == "xmlns" || !value.contains("//"), "{}: {key}={value}", plate.name);
                let to = if key == "href" { Some(&**value) } else { None };
                let to = to.or_else(|| value.strip_prefix("url(").and_then(|rest| rest.strip_suffix(')')));
                if let Some(to) = to {
                    assert!(
                        to.strip_prefix('#').is_some_and(|id| own.contains(id)),
                        "{}: {to} is not there",
                        plate.name
                    );
                }
            }
        }
        let style = plate.text.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).expect("a style");
        assert!(!style.contains("url") && !style.contains("@import"), "{style}");
        assert!(style.contains("@media(prefers-color-scheme:dark)"), "{}", plate.name);
    }
}

#[test]
fn all_plates_together_are_small_to_send() {
    let size: usize = plates().iter().map(|plate| squeezed(plate.text.as_bytes())).sum();
    assert!(size <= MOST, "the plates are {size} bytes, more than {MOST}");
}

fn squeezed(data: &[u8]) -> usize {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*data, &mut out, &params).expect("memory takes it");
    out.len()
}
