//! The committed bones are closed, lie inside both skins, and each file says under which licence it is given on.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use anatomy::{BONES, Bone, Bones, Place, SKIN, SPINE, Side, Skin, Unreadable, Vertex};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn bones() -> Bones {
    let spine = Bones::read(SPINE).expect("the committed spine is whole");
    Bones::read(BONES).expect("the committed bones are whole").and(spine)
}

fn corners(bone: &Bone) -> impl Iterator<Item = [Place; 3]> {
    bone.faces().map(|face| face.map(|vertex| bone.place(vertex).expect("every corner has a place")))
}

#[test]
fn each_edge_of_a_bone_has_two_triangles_that_face_alike_and_outwards() {
    for bone in bones().all() {
        let mut edges: BTreeMap<(Vertex, Vertex), u32> = BTreeMap::new();
        for [a, b, c] in bone.faces() {
            for edge in [(a, b), (b, c), (c, a)] {
                *edges.entry(edge).or_default() += 1;
            }
        }
        let lonely = edges.iter().filter(|((a, b), count)| **count != 1 || edges.get(&(*b, *a)) != Some(&1)).count();
        assert_eq!(lonely, 0, "{}", bone.name());
        let volume: f64 = corners(bone).map(|[a, b, c]| a.dot(b.cross(c)) / 6.0).sum();
        assert!(volume > 0.0, "{} is turned inside out", bone.name());
    }
}

/// Given the table of what a leg has, then paired bones have their own left twin and the others are one with theirs.
#[test]
fn paired_bones_stay_on_their_side_and_the_others_meet_in_the_middle() {
    let bones = bones();
    for (name, paired) in [("ilium", true), ("femur", true), ("fibula", true), ("sacrum", false), ("lumbar5", false)] {
        let bone = bones.all().iter().find(|bone| bone.name() == name).expect(name);
        assert_eq!(bone.paired(), paired, "{name}");
        for vertex in bone.vertices() {
            let at = |side| bone.place(Vertex { side, ..vertex }).expect("a place");
            assert_eq!(at(Side::Left), at(Side::Right).on(Side::Left));
            assert!(at(Side::Right).z >= 0.0, "{name}");
        }
    }
}

/// Given a line out of each corner, then it meets the skin: nothing of a bone lies outside by more than the thickness of a
/// fingernail.
#[test]
fn each_bone_lies_inside_both_skins() {
    let (skin, bones) = (Skin::read(SKIN).expect("whole"), bones());
    for (body, name) in skin.bodies().enumerate() {
        for bone in bones.all() {
            for vertex in bone.vertices().filter(|vertex| vertex.side == Side::Right).step_by(7) {
                let at = bone.place(vertex).expect("a place");
                let crossed = skin.faces().filter(|face| above(&skin, body, *face, at)).count();
                assert!(crossed % 2 == 1 || off(&skin, body, at) < 0.0015, "{} at {at:?} on {name}", bone.name());
            }
        }
    }
}

/// Does a triangle lie over a place? By its shadow on the floor.
fn above(skin: &Skin, body: usize, face: [Vertex; 3], at: Place) -> bool {
    let [a, b, c] = face.map(|vertex| skin.place(body, vertex).expect("a place"));
    let at = Place { x: at.x + 1.7e-6, z: at.z + 2.3e-6, ..at };
    let area = |p: Place, q: Place, r: Place| (q.x - p.x) * (r.z - p.z) - (q.z - p.z) * (r.x - p.x);
    let (whole, u, v, w) = (area(a, b, c), area(at, b, c), area(a, at, c), area(a, b, at));
    let inside = whole != 0.0 && [u, v, w].iter().all(|part| part / whole >= 0.0);
    inside && (u * a.y + v * b.y + w * c.y) / whole > at.y
}

/// Metres to the nearest corner or edge middle of the skin.
fn off(skin: &Skin, body: usize, at: Place) -> f64 {
    let corners = skin.faces().map(|face| face.map(|vertex| skin.place(body, vertex).expect("a place")));
    let nearest = |[a, b, c]: [Place; 3]| {
        let third = |f: fn(Place) -> f64| (f(a) + f(b) + f(c)) / 3.0;
        let middle = Place { x: third(|p| p.x), y: third(|p| p.y), z: third(|p| p.z) };
        let up = b.minus(a).cross(c.minus(a));
        let flat = middle.minus(at).dot(up) / up.squared().sqrt();
        if middle.minus(at).squared() < 0.012 * 0.012 { flat.abs() } else { f64::INFINITY }
    };
    corners.map(nearest).fold(f64::INFINITY, f64::min)
}

/// Given a line, then the bone it strikes first is the one that trying every triangle of every bone finds.
#[test]
fn a_line_strikes_the_first_bone_of_either_side() {
    let bones = bones();
    let back = Place { x: 1.0, y: 0.0, z: 0.0 };
    for (name, y, z) in [("sacrum", 0.05, 0.0), ("femur", -0.2, 0.125), ("femur", -0.2, -0.125), ("ilium", 0.1, -0.07)]
    {
        let from = Place { x: -1.0, y, z };
        let struck = bones.struck(from, back).expect("something is there");
        assert_eq!(struck.bone, name);
        let nearest = corners(bones.all().iter().find(|bone| bone.name() == name).expect(name))
            .filter_map(|[a, b, c]| {
                let area = |p: Place, q: Place, r: Place| (q.y - p.y) * (r.z - p.z) - (q.z - p.z) * (r.y - p.y);
                let (whole, u, v, w) = (area(a, b, c), area(from, b, c), area(a, from, c), area(a, b, from));
                let inside = whole != 0.0 && [u, v, w].iter().all(|part| part / whole >= 0.0);
                inside.then(|| (u * a.x + v * b.x + w * c.x) / whole - from.x)
            })
            .fold(f64::INFINITY, f64::min);
        assert!((struck.far - nearest).abs() < 1e-9, "{name}: {} {nearest}", struck.far);
    }
    assert!(bones.struck(Place { x: -1.0, y: 0.0, z: 0.4 }, back).is_none());
}

#[test]
fn each_file_of_the_body_has_its_licence_beside_it() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../anatomy");
    let known = BTreeMap::from([("bones.anat", "MPL-2.0"), ("spine.anat", "Apache-2.0"), ("skin.anat", "CC0-1.0")]);
    let mut seen = 0;
    for entry in fs::read_dir(&here).expect("the body's files") {
        let name = entry.expect("an entry").file_name().into_string().expect("text");
        if !name.ends_with(".anat") {
            continue;
        }
        let text =
            fs::read_to_string(here.join(format!("{name}.license"))).unwrap_or_else(|error| panic!("{name}: {error}"));
        let licence = known.get(name.as_str()).unwrap_or(&"MIT OR Apache-2.0");
        assert_eq!(text.lines().next(), Some(&*format!("SPDX-License-Identifier: {licence}")), "{name}");
        seen += 1;
    }
    assert!(seen >= 4);
    assert!(fs::read_to_string(here.join("LICENSE-MPL-2.0")).expect("its text").starts_with("Mozilla Public License"));
}

#[test]
fn a_foreign_file_and_another_version_are_told_apart() {
    assert_eq!(Bones::read(SKIN).err(), Some(Unreadable::Foreign));
    let mut newer = BONES.to_vec();
    newer[8] = 2;
    assert_eq!(Bones::read(&newer).err(), Some(Unreadable::Version { found: 2, known: 1 }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_cut_off_file_is_refused(length in 0..BONES.len()) {
        let error = Bones::read(&BONES[..length]).expect_err("it is cut off");
        prop_assert_eq!(error == Unreadable::Foreign, length < 8);
    }

    #[test]
    fn an_altered_file_is_refused(at in 10..SPINE.len(), with in 1_u8..) {
        let mut altered = SPINE.to_vec();
        altered[at] ^= with;
        prop_assert!(Bones::read(&altered).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(tail in prop::collection::vec(any::<u8>(), 0..200)) {
        let file = [b"UNKNOTBO\x01\x00".as_slice(), &tail].concat();
        prop_assert!(Bones::read(&file).is_err());
    }
}
