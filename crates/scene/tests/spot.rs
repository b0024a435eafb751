//! The way to a spot, for every spot that may be pressed.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod on;

use on::{BODY, FEMALE, MESHES};
use scene::{Camera, Spot};

fn far(a: [f32; 3], b: [f32; 3]) -> f32 {
    (0..3).map(|axis| (a[axis] - b[axis]).powi(2)).sum::<f32>().sqrt()
}

#[test]
fn every_spot_of_the_guide_is_found_on_both_sides_and_lies_in_the_picture() {
    let guide = guide::Guide::embedded("en").unwrap();
    let (skin, _) = &*MESHES;
    let mut found = 0;
    for source in guide.sources.iter().filter(|source| source.press) {
        let Some(region) = source.region.as_ref().and_then(|id| guide.region(id)) else { continue };
        for side in ["left", "right"] {
            let landmarks = region.landmarks.iter().map(|id| id.as_str().to_owned());
            let off = region.no_go.iter().map(|id| format!("!{}", id.as_str()));
            let words: Vec<String> =
                std::iter::once(format!("{}.{side}", source.id.as_str())).chain(landmarks).chain(off).collect();
            let Some(spot) = Spot::told(&BODY, skin, FEMALE, &words.join(" ")) else {
                panic!("{} {side}", source.id.as_str());
            };
            assert_eq!(spot.at[2] < 0.0, side == "left");
            assert!(far(spot.at, spot.point) < 0.12);
            assert_eq!(spot.steps.len(), region.landmarks.len(), "{}", source.id.as_str());
            // one layer after the other, down to the muscle that is meant and the point in it
            assert!(spot.through.last().is_some_and(|last| last.name == spot.muscle), "{:?}", spot.through);
            assert!(spot.through[0].enters > 0.0 && spot.through.iter().all(|layer| layer.enters < layer.leaves));
            assert!(
                spot.through.windows(2).all(|pair| pair[0].enters <= pair[1].enters && pair[0].name != pair[1].name)
            );
            assert!((0.005..0.12).contains(&spot.deep) && spot.through.iter().all(|layer| layer.leaves <= spot.deep));
            assert!((far(spot.at, spot.point) - spot.deep).abs() < 1e-3);
            for line in [&spot.along, &spot.across] {
                assert!(line.len() > 3 && line.iter().all(|at| far(*at, spot.at) < 0.09), "{}", source.id.as_str());
            }
            // the spot itself is not where one keeps away from
            let near = (0..skin.places.len())
                .min_by(|a, b| far(skin.places[*a], spot.at).total_cmp(&far(skin.places[*b], spot.at)));
            assert!(spot.keep_off[near.unwrap()] < 150, "{} {}", source.id.as_str(), spot.keep_off[near.unwrap()]);
            assert!(spot.keep_off.iter().any(|value| *value > 200) || region.no_go.is_empty());
            let seen = spot.camera(0.75).seen(spot.at, [360.0, 480.0]);
            assert!((seen.x - 180.0).abs() < 1.0 && (seen.y - 240.0).abs() < 1.0);
            for (step, landmark) in spot.steps.iter().enumerate() {
                let (camera, place) = (spot.step_camera(step, 0.75), landmark.places[landmark.places.len() / 2]);
                let seen = camera.seen(place, [360.0, 480.0]);
                let inside = (10.0..350.0).contains(&seen.x) && (10.0..470.0).contains(&seen.y);
                assert!(inside, "{} {}: {seen:?}", source.id.as_str(), landmark.landmark);
                let (eye, way) = camera.ray([seen.x, seen.y], [360.0, 480.0]);
                let hit = skin.picked(eye, way).unwrap();
                let hidden = far(hit.place, place) > 0.02;
                assert!(!hidden, "{} {}: {:?} {:?}", source.id.as_str(), landmark.landmark, hit.place, place);
            }
            found += 1;
        }
    }
    assert!(found >= 12, "{found}");
}

#[test]
fn the_ball_rolls_along_first_then_across_and_comes_back() {
    let spot = Spot::told(&BODY, &MESHES.0, FEMALE, "gmed_trp2.right rim !trochanter").unwrap();
    let near = |at: [f32; 3], line: &[[f32; 3]]| line.iter().map(|place| far(at, *place)).fold(f32::INFINITY, f32::min);
    for (seconds, line) in [(0.5, &spot.along), (7.0, &spot.along), (11.0, &spot.across), (15.5, &spot.across)] {
        assert!(near(spot.ball(seconds), line) < 0.012, "{seconds}");
    }
    assert!(far(spot.ball(0.0), spot.along[0]) < 1e-4);
    assert!(far(spot.ball(3.2), spot.along[0]) < 1e-3);
    assert!(!spot.gun);
    assert!(Spot::told(&BODY, &MESHES.0, FEMALE, "gmed_trp2.right rim !trochanter +gun").unwrap().gun);
}

#[test]
fn an_unknown_spot_is_none() {
    for told in ["", "nothing.left", "gmed_trp1"] {
        assert_eq!(Spot::told(&BODY, &MESHES.0, FEMALE, told), None);
    }
    let camera = Camera::at([0.0, 0.0, 0.15], [0.0, 0.0, 1.0], 0.1, 0.75);
    assert!(camera.eye()[2] > 0.5);
}
