//! What is seen: camera, picking, layers, shadows, labels.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod on;

use on::{BODY, FEMALE, MESHES};
use proptest::prelude::*;
use scene::{Camera, Depth, From, Label, Mesh, Part, Wish, anchors, laid, triangles, visible};

const SIZE: [f32; 2] = [360.0, 480.0];

fn camera(from: From) -> Camera {
    Camera::of(from, Part::Hips, SIZE[0] / SIZE[1])
}

#[test]
fn each_side_shows_the_persons_left_where_it_is() {
    for (from, left) in [(From::Back, Some(true)), (From::Front, Some(false)), (From::Left, None), (From::Right, None)]
    {
        let camera = camera(from);
        assert_eq!(camera.left_is_left(), left, "{from:?}");
        let [knob_left, knob_right] = [-0.17, 0.17].map(|z| camera.seen([-0.02, -0.02, z], SIZE));
        match from {
            From::Back => assert!(knob_left.x < knob_right.x),
            From::Front => assert!(knob_left.x > knob_right.x),
            From::Left => assert!(knob_left.far < knob_right.far),
            From::Right => assert!(knob_left.far > knob_right.far),
        }
    }
}

#[test]
fn the_matrix_puts_a_place_where_it_is_said_to_be_seen() {
    let mut camera = camera(From::Back);
    camera.turn(0.4, -0.2);
    let at = [-0.05, 0.08, 0.1];
    let m = camera.matrix(SIZE[0] / SIZE[1]);
    let clip = |row: usize| m[row] * at[0] + m[4 + row] * at[1] + m[8 + row] * at[2] + m[12 + row];
    let seen = camera.seen(at, SIZE);
    assert!(((clip(0) / clip(3) + 1.0) / 2.0 * SIZE[0] - seen.x).abs() < 0.01);
    assert!(((1.0 - clip(1) / clip(3)) / 2.0 * SIZE[1] - seen.y).abs() < 0.01);
}

#[test]
fn every_place_of_a_side_is_in_its_picture() {
    for (part, low, high) in [(Part::Hips, -0.15, 0.2), (Part::Legs, -0.85, 0.0)] {
        for from in [From::Back, From::Left, From::Right, From::Front] {
            let camera = Camera::of(from, part, SIZE[0] / SIZE[1]);
            for place in MESHES.0.places.iter().filter(|place| (low..high).contains(&place[1])) {
                let seen = camera.seen(*place, SIZE);
                assert!(
                    (0.0..SIZE[0]).contains(&seen.x) && (0.0..SIZE[1]).contains(&seen.y),
                    "{part:?} {from:?} {place:?}"
                );
            }
        }
    }
}

#[test]
fn a_finger_touches_what_anatomy_says_it_touches() {
    let mut compared = 0;
    for from in [From::Back, From::Right, From::Front] {
        let camera = camera(from);
        for at in 0..60 {
            let pixel = [20.0 + (at % 8) as f32 * 45.0, 30.0 + (at / 8) as f32 * 60.0];
            let (eye, way) = camera.ray(pixel, SIZE);
            let place = |at: [f32; 3]| anatomy::Place { x: at[0].into(), y: at[1].into(), z: at[2].into() };
            let judged = BODY.skin.picked(FEMALE, place(eye), place(way));
            let found = MESHES.0.picked(eye, way);
            assert_eq!(found.is_some(), judged.is_some(), "{from:?} {pixel:?}");
            let (Some(found), Some(judged)) = (found, judged) else { continue };
            assert!((f64::from(found.place[1]) - judged.place.y).abs() < 1e-4);
            assert_eq!(MESHES.0.zones[found.at], BODY.skin.zone(judged.vertex));
            compared += 1;
        }
    }
    assert!(compared > 60, "only {compared} touched the body");
}

#[test]
fn the_triangles_that_are_drawn_are_all_that_can_be_seen_and_hardly_more() {
    let skin = &MESHES.0;
    let aspect = SIZE[0] / SIZE[1];
    for (from, yaw, pitch) in [(From::Back, 0.0, 0.0), (From::Left, 0.5, 0.9), (From::Front, -0.3, -0.6)] {
        let mut camera = camera(from);
        camera.turn(yaw, pitch);
        let faced = skin.faced(&camera, aspect, false);
        assert!(faced.len() < skin.corners.len() / 2, "{} of {}", faced.len(), skin.corners.len());
        let mut drawn = skin.clone();
        drawn.corners = faced;
        // whatever a line of sight meets first is among them
        let mut met = 0;
        for (across, down) in (0..15).flat_map(|across| (0..20).map(move |down| (across, down))) {
            let (eye, way) = camera.ray([across as f32 * 24.0 + 9.0, down as f32 * 24.0 + 9.0], SIZE);
            let all = skin.picked(eye, way).map(|hit| hit.place);
            let some = drawn.picked(eye, way).map(|hit| hit.place);
            assert_eq!(some, all, "{from:?} {across} {down}");
            met += usize::from(all.is_some());
        }
        assert!(met > 100, "only {met} met the skin");

        // while it moves a fourth is enough, without holes, and nothing is far from where it belongs
        drawn.corners = skin.faced(&camera, aspect, true);
        assert!(drawn.corners.len() * 5 < skin.corners.len(), "{} of {}", drawn.corners.len(), skin.corners.len());
        let mut off = 0;
        for (across, down) in (0..15).flat_map(|across| (0..20).map(move |down| (across, down))) {
            let (eye, way) = camera.ray([across as f32 * 24.0 + 9.0, down as f32 * 24.0 + 9.0], SIZE);
            let [fine, coarse] = [skin, &drawn].map(|skin| skin.picked(eye, way).map(|hit| hit.place[1]));
            off += usize::from(match (fine, coarse) {
                (Some(fine), Some(coarse)) => (fine - coarse).abs() > 0.012,
                (fine, coarse) => fine.is_some() != coarse.is_some(),
            });
        }
        assert!(off * 25 < met, "{off} of {met} are off");
    }
}

#[test]
fn no_wish_draws_more_than_sixty_thousand_triangles_and_only_what_is_wished() {
    let (skin, built) = &*MESHES;
    for part in [Part::Hips, Part::Legs] {
        let mut before = "nothing yet".to_owned();
        for depth in [Depth::Skin, Depth::Maximus, Depth::Medius, Depth::Minimus, Depth::Bones] {
            let wish = Wish { from: From::Back, part, depth, nerve: true };
            let drawn = triangles(built, skin, &wish);
            assert!(drawn <= 60_000, "{part:?} {depth:?}: {drawn}");
            let names: Vec<&str> =
                built.items.iter().filter(|item| visible(item, &wish)).map(|item| &*item.name).collect();
            assert_ne!(names.join(" "), before, "{depth:?} looks like what lies over it");
            before = names.join(" ");
            let has = |name: &str| names.contains(&name);
            assert_eq!(has("gluteus_maximus"), depth == Depth::Maximus);
            assert_eq!(has("gluteus_minimus"), depth == Depth::Minimus);
            assert_eq!(has("ilium"), depth != Depth::Skin);
        }
    }
}

#[test]
fn from_every_side_what_is_drawn_stays_under_sixty_thousand_triangles_and_much_less_while_it_turns() {
    let (skin, built) = &*MESHES;
    let points = 12 * Mesh::ball().triangles();
    for part in [Part::Hips, Part::Legs] {
        for depth in [Depth::Maximus, Depth::Medius, Depth::Minimus, Depth::Bones] {
            for from in [From::Back, From::Left, From::Right, From::Front] {
                let wish = Wish { from, part, depth, nerve: true };
                let camera = wish.camera(SIZE[0] / SIZE[1]);
                let drawn = |coarse: bool| {
                    let inside =
                        built.items.iter().filter(|item| visible(item, &wish)).map(|item| match item.mesh.coarse() {
                            few if coarse && !few.is_empty() => few.len() / 3,
                            _ => item.mesh.triangles(),
                        });
                    // glass is drawn twice, what is inside on both sides of the body
                    2 * skin.faced(&camera, SIZE[0] / SIZE[1], coarse).len() / 3 + 2 * inside.sum::<usize>() + points
                };
                assert!(drawn(false) <= 60_000, "{wish:?}: {}", drawn(false));
                assert!(drawn(true) <= 30_000, "{wish:?} while it turns: {}", drawn(true));
            }
        }
    }
}

#[test]
fn in_fewer_triangles_a_muscle_is_where_it_was() {
    for item in MESHES.1.items.iter().filter(|item| !item.mesh.coarse().is_empty()) {
        let ends = |corners: &[u32], axis: usize| {
            let along = corners.iter().map(|corner| item.mesh.places[*corner as usize][axis]);
            along.fold([f32::INFINITY, f32::NEG_INFINITY], |[low, high], at| [low.min(at), high.max(at)])
        };
        for axis in 0..3 {
            let [[low, high], [under, over]] = [&item.mesh.coarse(), &item.mesh.corners].map(|all| ends(all, axis));
            assert!((low - under).abs() < 0.02 && (high - over).abs() < 0.02, "{} {axis}", item.name);
        }
    }
}

#[test]
fn every_muscle_turns_its_outer_side_outwards() {
    let (skin, built) = &*MESHES;
    let middle = |places: &[[f32; 3]]| {
        let sum = places.iter().fold([0.0; 3], |sum, at| [sum[0] + at[0], sum[1] + at[1], sum[2] + at[2]]);
        sum.map(|sum| sum / places.len() as f32)
    };
    assert!(skin.light.iter().all(|light| (0.0..=1.0).contains(light)));
    let maximus = built.items.iter().find(|item| item.name == "gluteus_maximus").unwrap();
    // it lies behind: most of it looks backwards
    assert!(middle(&maximus.mesh.normals)[0] < -0.2, "{:?}", middle(&maximus.mesh.normals));
}

#[test]
fn the_cleft_and_between_the_legs_are_darker_than_the_buttock() {
    let skin = &MESHES.0;
    let light = |inside: &dyn Fn([f32; 3]) -> bool| {
        let all: Vec<f32> =
            (0..skin.places.len()).filter(|at| inside(skin.places[*at])).map(|at| skin.light[at]).collect();
        assert!(all.len() > 5);
        all.iter().sum::<f32>() / all.len() as f32
    };
    let buttock = light(&|at| at[0] < -0.08 && (0.07..0.12).contains(&at[2]) && (-0.06..0.04).contains(&at[1]));
    let between = light(&|at| at[2].abs() < 0.03 && (-0.16..-0.09).contains(&at[1]));
    assert!(between < buttock - 0.2, "{between} {buttock}");
}

#[test]
fn what_reaches_farther_than_the_picture_is_looked_at_from_farther_off() {
    let near = camera(From::Back);
    assert!((near.with([0.0, 0.0]).far - near.far).abs() < 1e-4);
    let far = near.with([-0.8, 0.1]);
    for y in [-0.79, 0.2] {
        let seen = far.seen([0.0, y, 0.0], SIZE);
        assert!((0.0..SIZE[1]).contains(&seen.y), "{seen:?}");
    }
}

#[test]
fn a_glide_goes_the_shorter_way_round() {
    let (back, left) = (camera(From::Back), camera(From::Left));
    let half = back.towards(&left, 0.5);
    assert!(half.eye()[2] < -0.5 && half.eye()[0] < -0.5, "{:?}", half.eye());
}

proptest! {
    #[test]
    fn labels_and_their_lines_never_overlap(
        places in prop::collection::vec((0.0_f32..360.0, 0.0_f32..480.0, 40.0_f32..130.0), 1..14),
    ) {
        let labels: Vec<Label> =
            places.iter().map(|(x, y, wide)| Label { text: "", at: [*x, *y], wide: *wide }).collect();
        let laid = laid(&labels, SIZE, 20.0);
        for (at, one) in laid.iter().enumerate() {
            prop_assert!(one.edges[0] >= 0.0 && one.edges[2] <= SIZE[0] && one.edges[1] >= 20.0 && one.edges[3] <= SIZE[1]);
            for other in &laid[..at] {
                let [a, b] = [one.edges, other.edges];
                prop_assert!(a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1]);
                // walked along, neither line comes into the other's text
                for step in 0..=200 {
                    let share = step as f32 / 200.0;
                    let [from, to] = [labels[one.label].at, one.end];
                    let [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
                    prop_assert!(!(x > b[0] && x < b[2] && y > b[1] && y < b[3]));
                }
            }
        }
    }
}

/// Whatever a label's line ends on is what one sees there.
#[test]
fn a_line_ends_on_what_it_names() {
    let built = &MESHES.1;
    for from in [From::Back, From::Right, From::Front] {
        for depth in [Depth::Maximus, Depth::Medius, Depth::Minimus, Depth::Bones] {
            let wish = Wish { from, part: Part::Hips, depth, nerve: true };
            let camera = wish.camera(SIZE[0] / SIZE[1]);
            let items: Vec<_> = built.items.iter().filter(|item| visible(item, &wish)).collect();
            for (named, ends) in anchors(&items, &camera, SIZE).iter().enumerate() {
                for end in ends.iter().flatten() {
                    let (eye, way) = camera.ray(*end, SIZE);
                    let met =
                        items.iter().enumerate().filter_map(|(at, item)| Some((on::met(&item.mesh, eye, way)?, at)));
                    let first = met.min_by(|one, other| one.0.total_cmp(&other.0)).map(|(_, at)| &*items[at].name);
                    assert_eq!(first, Some(&*items[named].name), "{from:?} {depth:?} {end:?}");
                }
            }
        }
    }
}

#[test]
fn labels_that_have_room_are_all_there() {
    let at = [[150.0, 100.0], [140.0, 200.0], [230.0, 110.0], [220.0, 300.0]];
    let labels: Vec<Label> = at.iter().map(|at| Label { text: "", at: *at, wide: 80.0 }).collect();
    assert_eq!(laid(&labels, SIZE, 20.0).len(), 4);
}
