//! The committed muscles are closed, lie over one another as they must, and hold their trigger points.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use anatomy::{MUSCLES, Muscles, Place, SKIN, Skin, Unreadable};
use std::collections::BTreeMap;

fn muscles() -> Muscles {
    Muscles::read(MUSCLES).expect("the committed muscles are whole")
}

#[test]
fn each_muscle_is_closed_and_faces_one_way() {
    for muscle in muscles().all() {
        let mut edges: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        for [a, b, c] in muscle.corners() {
            for edge in [(a, b), (b, c), (c, a)] {
                *edges.entry(edge).or_default() += 1;
            }
        }
        let lonely = edges.iter().filter(|((a, b), count)| **count != 1 || edges.get(&(*b, *a)) != Some(&1)).count();
        assert_eq!(lonely, 0, "{}", muscle.name());
    }
}

/// Given the press on each trigger point, then it goes through what the text says, in that order, and ends in the
/// point's own muscle, whose fibres there run as the generator had them in full detail.
#[test]
fn a_press_goes_through_the_layers_into_the_points_own_muscle() {
    let (skin, muscles) = (Skin::read(SKIN).expect("whole"), muscles());
    for point in skin.points() {
        for at in &point.pressed_at {
            let way = point.place.minus(*at);
            let deep = way.squared().sqrt();
            let towards = Place { x: way.x / deep, y: way.y / deep, z: way.z / deep };
            let layers = muscles.under(*at, towards);
            let own = layers.iter().position(|l| l.muscle == point.muscle && l.enters <= deep && deep <= l.leaves);
            let own = own.unwrap_or_else(|| panic!("{} is not in {}: {layers:?}", point.source, point.muscle));
            let above: Vec<&str> = layers[..own].iter().map(|layer| layer.muscle).collect();
            match &*point.muscle {
                "gluteus_minimus" => assert!(above.contains(&"gluteus_medius"), "{}", point.source),
                "piriformis" => assert!(above.contains(&"gluteus_maximus"), "{}", point.source),
                _ => assert!(!above.contains(&"gluteus_minimus"), "{}", point.source),
            }
        }
        let muscle = muscles.named(&point.muscle).expect("it is drawn");
        let fibre = muscle.fibre(point.place).expect("it has fibres");
        assert!(fibre.dot(point.fibre) > 0.97, "{} fibres differ: {fibre:?}", point.source);
    }
}

#[test]
fn each_muscle_lies_inside_both_skins() {
    let (skin, muscles) = (Skin::read(SKIN).expect("whole"), muscles());
    let outwards = Place { x: 0.31, y: 0.17, z: 0.93 };
    for body in 0..skin.bodies().count() {
        for muscle in muscles.all() {
            for at in muscle.fibres().flatten().step_by(17) {
                assert!(skin.picked(body, *at, outwards).is_some(), "{} comes through at {at:?}", muscle.name());
            }
        }
    }
}

#[test]
fn a_cut_off_an_altered_and_a_foreign_file_are_refused() {
    assert_eq!(Muscles::read(SKIN).err(), Some(Unreadable::Foreign));
    for length in (8..MUSCLES.len()).step_by(997) {
        assert!(Muscles::read(&MUSCLES[..length]).is_err());
    }
    for at in (10..MUSCLES.len()).step_by(997) {
        let mut altered = MUSCLES.to_vec();
        altered[at] ^= 1;
        assert!(Muscles::read(&altered).is_err());
    }
}
