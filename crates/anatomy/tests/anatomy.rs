//! Presses, layers and rolling paths of the whole body.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use anatomy::{Anatomy, BONES, Bones, MARKS, MUSCLES, Marks, Met, Muscles, Place, SKIN, SPINE, Side, Skin, What};
use proptest::prelude::*;
use std::sync::OnceLock;

const DEEP: f64 = 0.12;

fn body() -> &'static Anatomy {
    static BODY: OnceLock<Anatomy> = OnceLock::new();
    BODY.get_or_init(|| {
        let spine = Bones::read(SPINE).expect("whole");
        Anatomy::new(
            Skin::read(SKIN).expect("whole"),
            Muscles::read(MUSCLES).expect("whole"),
            Bones::read(BONES).expect("whole").and(spine),
            Marks::read(MARKS).expect("whole"),
        )
    })
}

fn far(a: Place, b: Place) -> f64 {
    a.minus(b).squared().sqrt()
}

fn length(line: &[Place]) -> f64 {
    line.windows(2).map(|pair| far(pair[0], pair[1])).sum()
}

/// Given a trigger point, then its way in is the one that the generator found, with finer bones and by other code.
#[test]
fn the_way_in_to_each_trigger_point_is_the_generators() {
    let mut same = 0;
    for point in body().skin.points() {
        for (number, at) in point.pressed_at.iter().enumerate() {
            let press = body().way_in(number, point.place).expect(&point.source);
            // A bone of fewer triangles may free a way a little earlier, or later.
            assert!((press.deep - far(*at, point.place)).abs() < 0.003, "{} {press:?} {at:?}", point.source);
            same += usize::from(far(press.at, *at) < 0.0005);
        }
    }
    assert!(same * 10 >= body().skin.points().len() * 2 * 9, "{same} are the same");
}

/// Given any place in any muscle, then no corner of the skin that is nearer could have been pressed from: it stands too
/// slantwise, bone is in the way, or it lies in the cleft. The slant is reckoned here from the triangles round each corner.
#[test]
fn no_nearer_way_in_was_left_out() {
    let skin = &body().skin;
    let mut out = std::collections::BTreeMap::new();
    for face in skin.faces() {
        let [a, b, c] = face.map(|vertex| skin.place(0, vertex).expect("a place"));
        for vertex in face {
            let up = b.minus(a).cross(c.minus(a));
            let sum = out.entry(vertex).or_insert(Place { x: 0.0, y: 0.0, z: 0.0 });
            *sum = sum.along(up, 1.0);
        }
    }
    for muscle in body().muscles.all() {
        for place in muscle.fibres().flatten().step_by(173) {
            let Some(press) = body().way_in(0, *place) else { continue };
            let bone = body().bones.struck(press.at, press.towards).map_or(f64::INFINITY, |bone| bone.far);
            assert!(bone > press.deep - 0.001, "{} through bone", muscle.name());
            for (vertex, up) in &out {
                let at = skin.place(0, *vertex).expect("a place");
                let to = at.minus(*place);
                let upright = to.dot(*up) / (to.squared() * up.squared()).sqrt() > 35.0_f64.to_radians().cos() + 1e-9;
                if !upright || at.z < 0.0151 || to.squared().sqrt() > press.deep - 1e-6 {
                    continue;
                }
                let bone = body().bones.struck(at, place.minus(at)).is_some_and(|bone| bone.far < 0.999);
                assert!(bone, "{}: {at:?} is nearer than {press:?}", muscle.name());
            }
        }
    }
}

fn met(at: Place, towards: Place) -> Vec<Met<'static>> {
    body().under(at, towards, DEEP)
}

/// Given places that a hand finds, then bone lies under them as deep as the tables ask, along the way straight out of the body.
#[test]
fn bone_lies_as_deep_under_the_skin_as_the_tables_ask() {
    for (landmark, bone, least, most) in [("side_knob", "femur", 0.020, 0.030), ("front_point", "ilium", 0.015, 0.025)]
    {
        let mark = body().marks.landmarks().iter().find(|mark| mark.id == landmark).expect(landmark);
        for (number, places) in mark.skin.iter().enumerate() {
            let deep = far(mark.bone[0], places[0]);
            let way = mark.bone[0].minus(places[0]);
            let towards = Place { x: way.x / deep, y: way.y / deep, z: way.z / deep };
            let inwards = body().inwards(number, places[0]).expect("a body");
            assert!(inwards.dot(towards) > 20.0_f64.to_radians().cos(), "{landmark} is not straight under the skin");
            let last = *met(places[0], towards).last().expect("something");
            assert_eq!(last.what, What::Bone(bone), "{landmark} on body {number}");
            assert!((least..=most).contains(&last.enters), "{landmark}: {} m on body {number}", last.enters);
        }
    }
}

/// Given the press on each trigger point, then it begins with skin, goes down in order without a gap in the middle of a muscle,
/// and holds the point's own muscle where the point is.
#[test]
fn what_lies_under_is_in_order_and_ends_on_bone() {
    for point in body().skin.points() {
        for at in &point.pressed_at {
            let way = point.place.minus(*at);
            let deep = way.squared().sqrt();
            let found = met(*at, Place { x: way.x / deep, y: way.y / deep, z: way.z / deep });
            assert_eq!(found[0].what, What::Skin);
            assert!(found[0].leaves > 0.001, "{} has no skin over it", point.source);
            assert!(found.windows(2).all(|pair| pair[0].enters <= pair[1].enters), "{found:?}");
            let own =
                |met: &Met<'_>| met.what == What::Muscle(&point.muscle) && met.enters <= deep && deep <= met.leaves;
            assert!(found.iter().any(own), "{}: {found:?}", point.source);
            let bones = found.iter().filter(|met| matches!(met.what, What::Bone(_))).count();
            assert!(bones <= 1 && (bones == 0 || matches!(found[found.len() - 1].what, What::Bone(_))));
        }
    }
}

/// Given the middle of the sciatic nerve's no-go in the buttock, then a press there meets the nerve, under maximus; on the side
/// of the hip it does not, and both sides are alike.
#[test]
fn a_press_on_the_sciatic_middle_meets_the_nerve_under_maximus() {
    let no_go = body().marks.no_go().iter().find(|place| place.id == "sciatic").expect("it is there");
    let over = no_go.middle[0].iter().flatten().filter(|at| (-0.05..-0.02).contains(&at.y));
    let mut seen = 0;
    for at in over {
        let nerve = body().marks.nerves().iter().find(|nerve| nerve.id == "sciatic").expect("it is there");
        let under = nerve.course.iter().min_by(|a, b| far(**a, *at).total_cmp(&far(**b, *at))).expect("a course");
        let way = under.minus(*at);
        let towards = Place { x: way.x / far(*under, *at), y: way.y / far(*under, *at), z: way.z / far(*under, *at) };
        let found = met(*at, towards);
        let position = |what| found.iter().position(|met| met.what == what);
        let nerve = position(What::Nerve("sciatic")).unwrap_or_else(|| panic!("{found:?}"));
        assert!(position(What::Muscle("gluteus_maximus")).is_some_and(|muscle| muscle < nerve), "{found:?}");
        assert!((0.03..0.09).contains(&found[nerve].enters), "{found:?}");
        assert_eq!(met(at.on(Side::Left), towards.on(Side::Left)), found);
        assert!(body().too_near(0, *at).iter().any(|place| place.id == "sciatic"));
        seen += 1;
    }
    assert!(seen > 1);
    let side = Place { x: -0.0215, y: 0.03, z: 0.3 };
    assert!(!met(side, Place { x: 0.0, y: 0.0, z: -1.0 }).iter().any(|met| met.what == What::Nerve("sciatic")));
}

/// Given each point that is pressed, then the ball's way along runs over the point with its fibres, the way across runs across
/// them, and both lie on the skin and stay within reach.
#[test]
fn a_ball_rolls_along_and_across_the_fibres_over_the_point() {
    let reach = 0.03;
    for point in body().skin.points() {
        for number in 0..body().skin.bodies().count() {
            let roll = body().roll(number, &point.muscle, point.place, reach).expect(&point.source);
            let out = roll.press.towards;
            for line in [&roll.along, &roll.across] {
                assert!(line.len() > 2, "{} has no way", point.source);
                assert!(length(line) < 4.0 * reach, "{}: {} m", point.source, length(line));
                let off = line.iter().map(|at| far(*at, roll.press.at)).fold(f64::INFINITY, f64::min);
                assert!(off < 0.012, "{} passes {off} m beside", point.source);
            }
            // Seen along the press, the first way runs as the fibres do, and the second does not.
            let flat = |way: Place| way.along(out, -way.dot(out));
            let slant = |line: &[Place]| {
                let way = flat(line[line.len() - 1].minus(line[0]));
                let fibre = flat(point.fibre);
                (way.dot(fibre) / (way.squared() * fibre.squared()).sqrt()).abs()
            };
            assert!(slant(&roll.along) > 0.9, "{}: {}", point.source, slant(&roll.along));
            assert!(slant(&roll.across) < 0.3, "{}: {}", point.source, slant(&roll.across));
        }
    }
}

/// Given each muscle, then the direction of its fibres has length 1 and is that of the drawn fibre, and the line through a
/// place of it comes back to that place.
#[test]
fn fibres_are_directions_of_length_one_along_the_muscle() {
    for muscle in body().muscles.all() {
        for fibre in muscle.fibres().step_by(5) {
            for three in fibre.windows(3).step_by(4) {
                let way = three[2].minus(three[0]);
                let found = muscle.fibre(three[1]).expect("it has fibres");
                assert!((found.squared() - 1.0).abs() < 1e-9);
                assert!(found.dot(way) / way.squared().sqrt() > 0.95, "{} at {:?}", muscle.name(), three[1]);
                let line = muscle.fibre_line(three[1]);
                let off = line.iter().map(|at| far(*at, three[1])).fold(f64::INFINITY, f64::min);
                assert!(off < 0.002, "{}: {off}", muscle.name());
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Given any place, then what is asked of its mirror image is the mirror image of the answer.
    #[test]
    fn both_sides_answer_alike(x in -0.1..0.1_f64, y in -0.3..0.2_f64, z in 0.0..0.15_f64) {
        let place = Place { x, y, z: z + 0.001 };
        let right = body().way_in(0, place);
        prop_assert_eq!(body().way_in(0, place.on(Side::Left)), right.map(|press| press.on(Side::Left)));
        if let Some(press) = right {
            prop_assert!((press.towards.squared() - 1.0).abs() < 1e-9 && press.deep < DEEP);
            let here = met(press.at, press.towards);
            prop_assert_eq!(met(press.at.on(Side::Left), press.towards.on(Side::Left)), here);
        }
        prop_assert_eq!(body().way_in(99, place), None);
    }
}
