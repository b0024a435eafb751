//! The committed body is what it must be, and a file that is not it is refused.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use anatomy::{MUSCLES, Muscles, Place, SKIN, Side, Skin, Unreadable, Vertex};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn skin() -> Skin {
    Skin::read(SKIN).expect("the committed body is whole")
}

#[test]
fn each_edge_of_the_whole_skin_has_two_triangles_that_face_alike() {
    let skin = skin();
    let mut edges: BTreeMap<(Vertex, Vertex), i32> = BTreeMap::new();
    for [a, b, c] in skin.faces() {
        for (from, to) in [(a, b), (b, c), (c, a)] {
            *edges.entry((from, to)).or_default() += 1;
        }
    }
    let lonely = edges.iter().filter(|((a, b), count)| **count != 1 || edges.get(&(*b, *a)) != Some(&1)).count();
    assert_eq!(lonely, 0);
}

#[test]
fn the_left_half_is_the_exact_mirror_of_the_right() {
    let skin = skin();
    for vertex in skin.vertices() {
        for body in 0..skin.bodies().count() {
            let at = |side| skin.place(body, Vertex { side, ..vertex }).expect("every vertex has a place");
            let (left, right) = (at(Side::Left), at(Side::Right));
            assert_eq!((left.x.to_bits(), left.y.to_bits()), (right.x.to_bits(), right.y.to_bits()));
            assert_eq!((-left.z).to_bits(), right.z.to_bits());
            assert!(right.z >= 0.0);
        }
    }
}

/// Given the guide, then each zone covers as much of the drawn skin as its table says, of the mean of both bodies.
#[test]
fn each_zone_covers_as_much_of_the_skin_as_the_guide_says() {
    let (guide, skin) = (guide::Guide::embedded("en").expect("the guide is whole"), skin());
    let bodies = skin.bodies().count();
    let mut covers = vec![0.0; skin.zones().len()];
    for body in 0..bodies {
        let mut here = vec![0.0; skin.zones().len()];
        let mut all = 0.0;
        for face in skin.faces() {
            let [a, b, c] = face.map(|vertex| skin.place(body, vertex).expect("every vertex has a place"));
            let area = b.minus(a).cross(c.minus(a)).squared().sqrt() / 2.0;
            all += area;
            for zone in face.into_iter().filter_map(|vertex| skin.zone(vertex)) {
                here[zone] += area / 3.0;
            }
        }
        for (sum, here) in covers.iter_mut().zip(here) {
            *sum += 100.0 * here / all / bodies as f64;
        }
    }
    for (id, both_sides) in skin.zones().iter().zip(covers) {
        let zone = guide.zones.iter().find(|zone| zone.id == *id.as_str()).expect("a zone of the guide");
        let one_side = both_sides / zone.sides.len() as f64;
        assert!((zone.skin - one_side).abs() <= 0.0051, "{id}: skin = {one_side:.2}");
    }
}

/// Given the guide, then body and guide have the same zones, and a brush finds each that lies on the skin, on both sides.
#[test]
fn each_zone_of_the_guide_is_reached_by_a_brush_on_each_body() {
    let guide = guide::Guide::embedded("en").expect("the guide is whole");
    let skin = skin();
    let (mut here, mut there): (Vec<&str>, Vec<&str>) =
        (skin.zones().iter().map(String::as_str).collect(), guide.zones.iter().map(|zone| &*zone.id).collect());
    here.sort_unstable();
    there.sort_unstable();
    assert_eq!(here, there);
    for body in 0..skin.bodies().count() {
        for (zone, name) in skin.zones().iter().enumerate().filter(|(_, name)| *name != "pelvis_inner") {
            for side in [Side::Left, Side::Right] {
                let vertex = skin.vertices().find(|v| skin.zone(*v) == Some(zone)).expect(name);
                let brush = skin.place(body, Vertex { side, ..vertex }).expect("a place");
                let found = skin.shares(body, &[brush], 0.015);
                assert!(found.iter().any(|s| s.zone == zone && s.side == side), "{name} {side:?} on body {body}");
            }
        }
    }
}

#[test]
fn the_whole_body_painted_covers_every_zone_wholly_and_nothing_painted_covers_none() {
    let skin = skin();
    let middle = Place { x: 0.0, y: -0.3, z: 0.0 };
    let all = skin.shares(0, &[middle], 2.0);
    assert_eq!(all.len(), (skin.zones().len() - 1) * 2);
    assert!(all.iter().all(|share| (share.share - 1.0).abs() < 1e-12));
    assert_eq!(skin.shares(0, &[], 2.0), []);
    assert_eq!(skin.shares(99, &[middle], 2.0), []);
}

#[test]
fn a_stroke_on_one_side_does_not_reach_the_other() {
    let skin = skin();
    let zone = |name: &str| skin.zones().iter().position(|zone| zone == name).expect("a zone");
    let right = skin.shares(0, &[Place { x: -0.13, y: 0.02, z: 0.09 }], 0.03);
    assert!(right.iter().any(|share| share.zone == zone("buttock_mid_med")));
    assert!(right.iter().all(|share| share.side == Side::Right));
}

/// Given a line from behind, then what it meets is what looking for the place in the flat picture of the triangles finds.
#[test]
fn a_line_meets_the_skin_where_the_flat_picture_says() {
    let skin = skin();
    let forwards = Place { x: 1.0, y: 0.0, z: 0.0 };
    let mut met = 0;
    for step in 0..60 {
        let row = f64::from(step);
        let from = Place { x: -1.0, y: -0.75 + 0.0167 * row, z: 0.1 * (row * 0.7).sin() + 0.0113 };
        let hit = skin.picked(0, from, forwards);
        let flat = skin.faces().filter_map(|face| behind(&skin, face, from)).fold(f64::INFINITY, f64::min);
        match hit {
            Some(hit) => assert!((hit.place.x - flat).abs() < 1e-9, "{hit:?} {flat}"),
            None => assert!(flat.is_infinite()),
        }
        met += usize::from(hit.is_some());
    }
    assert!((20..60).contains(&met), "some lines meet the skin and some miss it: {met}");
}

/// How far forwards the triangle lies behind which `from` stands, by the areas of its shadow.
fn behind(skin: &Skin, face: [Vertex; 3], from: Place) -> Option<f64> {
    let [a, b, c] = face.map(|vertex| skin.place(0, vertex).expect("a place"));
    let area = |p: Place, q: Place, r: Place| (q.y - p.y) * (r.z - p.z) - (q.z - p.z) * (r.y - p.y);
    let (whole, u, v, w) = (area(a, b, c), area(from, b, c), area(a, from, c), area(a, b, from));
    let inside = whole != 0.0 && [u, v, w].iter().all(|part| part / whole >= 0.0);
    inside.then(|| (u * a.x + v * b.x + w * c.x) / whole)
}

/// Each point is pressed from the skin, and lies under it: neither at the surface nor deeper than a hand reaches.
#[test]
fn each_trigger_point_is_pressed_from_a_place_of_the_skin() {
    let skin = skin();
    for point in skin.points() {
        assert!((point.fibre.squared() - 1.0).abs() < 1e-6, "{} fibre", point.source);
        for (body, at) in point.pressed_at.iter().enumerate() {
            let nearest = skin
                .vertices()
                .filter_map(|vertex| skin.place(body, vertex))
                .map(|place| place.minus(*at).squared().sqrt())
                .fold(f64::INFINITY, f64::min);
            assert!(nearest < 0.0005, "{} is pressed {nearest} m off the skin", point.source);
            let deep = point.place.minus(*at).squared().sqrt();
            assert!((0.010..0.090).contains(&deep), "{} lies {deep} m deep", point.source);
        }
    }
}

/// Given the guide's sources in muscle, then each has its point, in a muscle that is the guide's or a part of it.
#[test]
fn each_muscular_source_of_the_guide_has_its_point_in_its_muscle() {
    let guide = guide::Guide::embedded("en").expect("the guide is whole");
    let muscles = Muscles::read(MUSCLES).expect("the committed muscles are whole");
    let skin = skin();
    let mut muscular = 0;
    for source in &guide.sources {
        let Some(muscle) = &source.muscle else { continue };
        let point = skin.points().iter().find(|point| point.source == source.id.as_str()).expect(&source.id);
        assert_eq!(muscles.named(&point.muscle).expect(&point.muscle).of(), Some(muscle.as_str()), "{}", source.id);
        muscular += 1;
    }
    assert_eq!(skin.points().len(), muscular);
    for muscle in muscles.all() {
        assert!(muscle.of().is_none_or(|of| guide.muscles.iter().any(|known| known.id == *of)), "{}", muscle.name());
    }
}

#[test]
fn another_file_and_another_version_are_told_apart() {
    assert_eq!(Skin::read(b"").err(), Some(Unreadable::Foreign));
    assert_eq!(Skin::read(b"\x89PNG\r\n\x1a\n and more").err(), Some(Unreadable::Foreign));
    let mut newer = SKIN.to_vec();
    newer[8] = 2;
    assert_eq!(Skin::read(&newer).err(), Some(Unreadable::Version { found: 2, known: 1 }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    /// Given a body cut off anywhere, then it is refused, and not as a foreign file unless its first word is cut.
    #[test]
    fn a_cut_off_body_is_refused(length in 0..SKIN.len()) {
        let error = Skin::read(&SKIN[..length]).expect_err("it is cut off");
        prop_assert_eq!(error == Unreadable::Foreign, length < 8);
    }

    #[test]
    fn an_altered_body_is_refused(at in 10..SKIN.len(), with in 1_u8..) {
        let mut altered = SKIN.to_vec();
        altered[at] ^= with;
        prop_assert!(Skin::read(&altered).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(tail in prop::collection::vec(any::<u8>(), 0..200)) {
        let file = [b"UNKNOTSK\x01\x00".as_slice(), &tail].concat();
        prop_assert!(Skin::read(&file).is_err());
    }
}
