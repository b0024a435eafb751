//! Landmarks, nerves and no-go places are where the guide's words have them, and no press that it teaches comes too near.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use anatomy::{BONES, Bones, MARKS, MUSCLES, Marks, Muscles, NoGo, Place, SKIN, Side, Skin, Unreadable};
use guide::Guide;
use proptest::prelude::*;

/// How high every corner of a zone may be looked for, in metres: zones end at 0.235, and triangles there are 0.014 long.
const HIGHEST_ZONE: f64 = 0.221;

fn guide() -> Guide {
    Guide::embedded("en").expect("the guide is whole")
}

fn marks() -> Marks {
    Marks::read(MARKS).expect("the committed marks are whole")
}

fn skin() -> Skin {
    Skin::read(SKIN).expect("the committed skin is whole")
}

fn far(a: Place, b: Place) -> f64 {
    a.minus(b).squared().sqrt()
}

fn middle(a: Place, b: Place, at: f64) -> Place {
    a.along(b.minus(a), at)
}

/// Given a landmark's id, where it is on the bone: the first place of an edge.
fn bone(marks: &Marks, id: &str) -> Place {
    marks.landmarks().iter().find(|mark| mark.id == id).expect(id).bone[0]
}

#[test]
fn the_guide_and_the_body_name_the_same_landmarks_and_no_go_places() {
    let (guide, marks) = (guide(), marks());
    let mut here: Vec<&str> = marks.landmarks().iter().map(|mark| &*mark.id).collect();
    let mut there: Vec<&str> = guide.landmarks.iter().map(|mark| mark.id.as_str()).collect();
    here.sort_unstable();
    there.sort_unstable();
    assert_eq!(here, there);
    assert_eq!(marks.no_go().len(), guide.no_go.len());
    for place in marks.no_go() {
        let told = guide.no_go.iter().find(|told| told.id.as_str() == place.id).expect(&place.id);
        assert!((place.keep * 100.0 - told.keep_cm).abs() < 1e-5, "{} keeps {}", place.id, place.keep);
    }
}

/// Given a mark on the skin, then the skin is there, over its bone, in or beside a zone that the guide names for it.
#[test]
fn each_landmark_is_on_the_skin_in_its_zone() {
    let (guide, marks, skin) = (guide(), marks(), skin());
    assert!(skin.bodies().eq(marks.bodies()));
    for mark in marks.landmarks() {
        let told = guide.landmarks.iter().find(|told| told.id.as_str() == mark.id).expect(&mark.id);
        for (body, places) in mark.skin.iter().enumerate() {
            for (at, bone) in places.iter().zip(&mark.bone) {
                assert!(far(*at, *bone) < 0.095, "{} is {} m off its bone", mark.id, far(*at, *bone));
                assert!(beside(&skin, body, *at, &told.zones) < 0.02, "{} at {at:?}", mark.id);
            }
        }
    }
}

/// Given a no-go place, then its middle lies in or beside the zones that the guide names, and what it keeps free reaches
/// into each of them.
#[test]
fn each_no_go_place_lies_in_its_zones_and_reaches_each() {
    let (guide, marks, skin) = (guide(), marks(), skin());
    for place in marks.no_go() {
        let told = guide.no_go.iter().find(|told| told.id.as_str() == place.id).expect(&place.id);
        for (body, lines) in place.middle.iter().enumerate() {
            // The ribs go on above the highest zone.
            for at in lines.iter().flatten().filter(|at| at.y < HIGHEST_ZONE) {
                assert!(beside(&skin, body, *at, &told.zones) < 0.02, "{} at {at:?} on body {body}", place.id);
            }
            for zone in &told.zones {
                let number = skin.zones().iter().position(|name| name == zone.as_str()).expect("a zone");
                let reached = skin.vertices().filter(|vertex| skin.zone(*vertex) == Some(number)).any(|vertex| {
                    let at = skin.place(body, vertex).expect("a place");
                    place.off(body, at).is_some_and(|off| off < place.keep)
                });
                assert!(reached, "{} keeps nothing of {zone} free on body {body}", place.id);
            }
        }
    }
}

/// Metres to the nearest corner of the skin that belongs to one of the zones.
fn beside(skin: &Skin, body: usize, at: Place, zones: &[guide::Id]) -> f64 {
    let inside = |zone: usize| zones.iter().any(|name| name.as_str() == skin.zones()[zone]);
    let corners = skin.vertices().filter(|vertex| skin.zone(*vertex).is_some_and(inside));
    corners.filter_map(|vertex| skin.place(body, vertex)).map(|place| far(place, at)).fold(f64::INFINITY, f64::min)
}

/// Given the places where the guide lets a person press, then none is nearer to a no-go place than the guide allows: those
/// its region names, and every other as well, since the guide's rules hold wherever one presses.
#[test]
fn no_press_that_the_guide_teaches_comes_too_near_to_what_it_says_to_leave_alone() {
    let (guide, marks, skin) = (guide(), marks(), skin());
    let mut pressed = 0;
    for point in skin.points() {
        let source = guide.sources.iter().find(|source| source.id.as_str() == point.source).expect(&point.source);
        if !source.press {
            continue;
        }
        let region = source.region.as_ref().expect("what is pressed has a region");
        let region = guide.regions.iter().find(|found| found.id == *region).expect("it is there");
        for (body, at) in point.pressed_at.iter().enumerate() {
            for place in marks.no_go() {
                let off = place.off(body, *at).expect("the body is there");
                let named = region.no_go.iter().any(|id| id.as_str() == place.id);
                assert!(off >= place.keep, "{} is pressed {off:.4} m from {} (named: {named})", point.source, place.id);
            }
        }
        pressed += 1;
    }
    assert!(pressed >= 10);
}

/// Given the words of `guide/text/en/no_go.toml`, then the lines are where they say, by the bones they say it with.
#[test]
fn the_middle_of_each_no_go_place_is_where_the_words_have_it() {
    let marks = marks();
    let [sit, knob, dimple, front] = ["sit_bone", "side_knob", "dimple", "front_point"].map(|id| bone(&marks, id));
    let place = |id: &str| marks.no_go().iter().find(|place| place.id == id).expect(id);
    let across = |place: &NoGo, height: f64| -> f64 {
        let line =
            place.middle[0].iter().flatten().min_by(|a, b| (a.y - height).abs().total_cmp(&(b.y - height).abs()));
        line.expect("a line").z
    };
    // Half way between sit bone and side knob; higher up a third of the way from the dimple to the sit bone.
    let half = middle(sit, knob, 0.5);
    assert!((across(place("sciatic"), half.y) - half.z).abs() < 0.010);
    let third = middle(dimple, sit, 1.0 / 3.0);
    let top = place("sciatic").middle[0][0][0];
    assert!((top.y - third.y).hypot(top.z - third.z) < 0.029, "the words leave the finger-widths open: {top:?}");
    // 7 to 8 cm out from the middle of the back, on the rim.
    for at in place("cluneal").middle.iter().flatten().flatten() {
        assert!((0.065..0.085).contains(&at.z), "{at:?}");
    }
    // Just inside and below the front point, 1 to 1.5 cm to the inner side.
    let skin_nerve = place("lfcn").middle[0][0][0];
    assert!((0.010..=0.015).contains(&(front.z - skin_nerve.z)) && skin_nerve.y < front.y, "{skin_nerve:?}");
}

/// Given the sciatic nerve, then it leaves the pelvis under piriformis, passes between sit bone and side knob under maximus,
/// and goes down the middle of the thigh to the hollow of the knee, through no muscle and no bone.
#[test]
fn the_sciatic_nerve_runs_as_it_does_in_a_body() {
    let (marks, muscles, bones) = (marks(), Muscles::read(MUSCLES).expect("whole"), Bones::read(BONES).expect("whole"));
    let nerve = marks.nerves().iter().find(|nerve| nerve.id == "sciatic").expect("it is drawn");
    let back = Place { x: -1.0, y: 0.0, z: 0.0 };
    let over = |at: Place| muscles.under(at, back).iter().map(|layer| layer.muscle.to_owned()).collect::<Vec<_>>();
    let inside_pelvis = nerve.course.iter().take_while(|at| over(**at).iter().any(|name| name == "piriformis")).count();
    assert!((2..10).contains(&inside_pelvis), "{inside_pelvis} places under piriformis");
    let [sit, knob] = ["sit_bone", "side_knob"].map(|id| bone(&marks, id));
    for at in nerve.course.iter().filter(|at| (-0.065..-0.005).contains(&at.y)) {
        assert!(over(*at).iter().any(|name| name == "gluteus_maximus"), "nothing over {at:?}");
        assert!((0.3..0.6).contains(&((at.z - sit.z) / (knob.z - sit.z))), "{at:?} is not in the middle third");
    }
    assert!(nerve.course.last().expect("an end").y < -0.39);
    for pair in nerve.course.windows(2) {
        let way = pair[1].minus(pair[0]);
        assert!(bones.struck(pair[0], way).is_none_or(|struck| struck.far > 1.0), "bone at {:?}", pair[0]);
        assert!(muscles.under(pair[0], way).iter().all(|layer| layer.enters > 1.0), "muscle at {:?}", pair[0]);
    }
}

/// Given a place and its mirror image, then both are as far from everything, and a place on the middle is too near.
#[test]
fn both_sides_are_alike_and_the_middle_itself_is_too_near() {
    let marks = marks();
    let at = Place { x: -0.12, y: -0.03, z: 0.07 };
    for place in marks.no_go() {
        assert_eq!(place.off(0, at), place.off(0, at.on(Side::Left)));
        assert_eq!(place.off(99, at), None);
        for (body, lines) in place.middle.iter().enumerate() {
            assert!(
                lines.iter().flatten().all(|at| place.off(body, *at).is_some_and(|off| off < 1e-12)),
                "{}",
                place.id
            );
        }
    }
}

#[test]
fn a_foreign_file_and_another_version_are_told_apart() {
    assert_eq!(Marks::read(SKIN).err(), Some(Unreadable::Foreign));
    let mut newer = MARKS.to_vec();
    newer[8] = 2;
    assert_eq!(Marks::read(&newer).err(), Some(Unreadable::Version { found: 2, known: 1 }));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_cut_off_file_is_refused(length in 0..MARKS.len()) {
        let error = Marks::read(&MARKS[..length]).expect_err("it is cut off");
        prop_assert_eq!(error == Unreadable::Foreign, length < 8);
    }

    #[test]
    fn an_altered_file_is_refused(at in 10..MARKS.len(), with in 1_u8..) {
        let mut altered = MARKS.to_vec();
        altered[at] ^= with;
        prop_assert!(Marks::read(&altered).is_err());
    }

    #[test]
    fn no_bytes_make_it_panic(tail in prop::collection::vec(any::<u8>(), 0..200)) {
        let file = [b"UNKNOTMA\x01\x00".as_slice(), &tail].concat();
        prop_assert!(Marks::read(&file).is_err());
    }
}
