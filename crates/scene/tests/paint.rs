//! The pain drawing: what a stroke tells, and what the app's answer looks like.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod on;

use anatomy::Side;
use on::{BODY, FEMALE, MESHES};
use scene::{Painting, SkinMesh, said, told};

const RADIUS: f32 = 0.03;

fn skin() -> &'static SkinMesh {
    &MESHES.0
}

fn fresh() -> Painting {
    Painting::new(skin(), BODY.skin.zones())
}

/// The middle of a zone: its place farthest from the others is left out by taking the mean's nearest.
fn middle(zone: &str, side: Side) -> usize {
    let number = BODY.skin.zones().iter().position(|known| known == zone).unwrap();
    let inside: Vec<usize> =
        (0..skin().places.len()).filter(|at| skin().zones[*at] == Some(number) && skin().sides[*at] == side).collect();
    let mean = |axis: usize| inside.iter().map(|at| skin().places[*at][axis]).sum::<f32>() / inside.len() as f32;
    let mean = [mean(0), mean(1), mean(2)];
    let off = |at: &usize| (0..3).map(|axis| (skin().places[*at][axis] - mean[axis]).powi(2)).sum::<f32>();
    inside.into_iter().min_by(|a, b| off(a).total_cmp(&off(b))).unwrap()
}

fn dab(painting: &mut Painting, at: usize, radius: f32, erase: bool) -> Vec<(String, String, u8)> {
    let place = skin().places[at];
    painting.begin();
    painting.stroke(skin(), place, place, skin().normals[at], radius, erase);
    painting.end(skin()).into_iter().map(|(zone, side, share)| (zone.to_owned(), side.to_owned(), share)).collect()
}

/// What the app says after it has heard that.
fn echoed(said: &[(String, String, u8)]) -> String {
    let hurts =
        said.iter().filter(|said| said.2 > 0).map(|(zone, side, share)| format!("{zone}.{side}=hurts+low+{share}"));
    hurts.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_stroke_covers_the_zones_that_anatomy_says_it_covers() {
    let mut painting = fresh();
    for (zone, side) in [("buttock_up_lat", Side::Right), ("thigh_lat", Side::Left), ("hip_lateral", Side::Left)] {
        let Some(_) = BODY.skin.zones().iter().position(|known| known == zone) else { continue };
        let at = middle(zone, side);
        let said = dab(&mut painting, at, RADIUS, false);
        let place = skin().places[at].map(f64::from);
        let place = anatomy::Place { x: place[0], y: place[1], z: place[2] };
        for judged in BODY.skin.shares(FEMALE, &[place], f64::from(RADIUS)) {
            let percent = (judged.share * 100.0).round() as i32;
            let name = &BODY.skin.zones()[judged.zone];
            let found = said.iter().find(|said| said.0 == *name);
            let found = found.map_or(0, |said| i32::from(said.2));
            assert!((found - percent).abs() <= 1 || percent < 4, "{name}: {found}, {percent} by anatomy");
        }
        assert!(said.iter().any(|said| said.0 == zone && said.2 > 4), "{said:?}");
        painting = fresh();
    }
}

#[test]
fn midline_zones_are_those_of_the_guide() {
    let guide = guide::Guide::embedded("en").unwrap();
    let mut painting = fresh();
    for zone in &guide.zones {
        let Some(number) = BODY.skin.zones().iter().position(|known| known == zone.id.as_str()) else { continue };
        if !skin().zones.contains(&Some(number)) {
            continue;
        }
        let said = dab(&mut painting, middle(zone.id.as_str(), Side::Right), RADIUS, false);
        let side = said.iter().find(|said| said.0 == zone.id.as_str()).map(|said| said.1.clone());
        let midline = zone.sides == [guide::shape::Side::Midline];
        assert_eq!(side.as_deref(), Some(if midline { "midline" } else { "right" }), "{}", zone.id.as_str());
        painting = fresh();
    }
}

#[test]
fn what_is_wiped_off_and_taken_back_looks_as_it_did() {
    let mut painting = fresh();
    let at = middle("buttock_mid_lat", Side::Right);
    let first = dab(&mut painting, at, RADIUS, false);
    painting.follow(skin(), &told(&echoed(&first)));
    let (looked, _) = painting.shown(skin());
    let wiped = dab(&mut painting, at, 2.0 * RADIUS, true);
    assert!(!wiped.is_empty() && wiped.iter().all(|said| said.2 == 0), "{wiped:?}");
    painting.follow(skin(), &told(""));
    assert!(painting.shown(skin()).0.iter().all(|value| *value < 128));
    // undone by the app
    painting.follow(skin(), &told(&echoed(&first)));
    let (again, _) = painting.shown(skin());
    let differ = (0..again.len()).filter(|at| (again[*at] >= 128) != (looked[*at] >= 128)).count();
    let inside = looked.iter().filter(|value| **value >= 128).count();
    assert!(differ * 10 < inside, "{differ} of {inside}");
}

#[test]
fn a_named_zone_is_full_and_a_share_without_its_strokes_is_about_as_large() {
    let mut painting = fresh();
    let number = BODY.skin.zones().iter().position(|zone| zone == "calf_post").unwrap();
    let inside: Vec<usize> = (0..skin().places.len())
        .filter(|at| skin().zones[*at] == Some(number) && skin().sides[*at] == Side::Left)
        .collect();
    for (shades, low, high) in [("calf_post.left=hurts+high", 0.8, 1.0), ("calf_post.left=hurts+high+40", 0.3, 0.5)] {
        painting.follow(skin(), &told(shades));
        let (field, grade) = painting.shown(skin());
        let full = inside.iter().filter(|at| field[**at] >= 128).count() as f64 / inside.len() as f64;
        assert!((low..=high).contains(&full), "{shades}: {full}");
        assert!(inside.iter().all(|at| grade[*at] == 3));
    }
    // one side only
    let (field, _) = painting.shown(skin());
    assert!((0..field.len()).all(|at| field[at] < 128 || skin().sides[at] == Side::Left));
}

#[test]
fn a_small_dot_is_told_though_it_covers_little() {
    let said = dab(&mut fresh(), middle("thigh_post_up", Side::Right), 0.012, false);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].2 > 0);
}

#[test]
fn what_both_tell_is_read_as_written() {
    let read = told("sacrum.midline=essential calf_lat.left=hurts+mid+7 x=hurts y.z=hurts a.left=other");
    assert_eq!(read.len(), 2);
    assert_eq!(read[0].sides, [Side::Left, Side::Right]);
    assert_eq!(
        said(&[("calf_lat", "left", 100), ("sacrum", "midline", 7), ("x", "left", 0)]),
        "calf_lat.left=100 sacrum.midline=7 x.left=0"
    );
}

#[test]
fn a_stroke_that_was_none_leaves_nothing_behind() {
    let mut painting = fresh();
    let upper = middle("buttock_up_lat", Side::Right);
    // once something is painted, once a zone is told as a whole and would be wiped
    for (shades, erase) in [(None, false), (Some("buttock_up_lat.right=hurts+low"), true)] {
        if let Some(shades) = shades {
            painting.follow(skin(), &told(shades));
        } else {
            dab(&mut painting, middle("sacrum", Side::Right), RADIUS, false);
        }
        let before = painting.shown(skin());
        painting.begin();
        assert!(painting.stroke(
            skin(),
            skin().places[upper],
            skin().places[upper],
            skin().normals[upper],
            RADIUS,
            erase
        ));
        assert_ne!(painting.shown(skin()), before);
        painting.take_back();
        assert_eq!(painting.shown(skin()), before);
        assert!(painting.end(skin()).is_empty());
    }
}
