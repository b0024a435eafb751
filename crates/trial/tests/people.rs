//! What simulated people do, each with an example. The atlas is a small one of ours, not the guide.

#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

use trial::{
    Atlas, Background, Commonness, Familiar, Question, Scenario, Side, Source, Sources, Strength, World, Zone,
};

const SIDED: &[Side] = &[Side::Left, Side::Right];

fn zone(id: &str, sides: &[Side]) -> Zone {
    Zone { id: id.to_owned(), sides: sides.to_vec() }
}

fn source(id: &str, essential: &[usize], spillover: &[usize]) -> Source {
    Source {
        id: id.to_owned(),
        sides: SIDED.to_vec(),
        gluteal: true,
        muscle: None,
        essential: essential.to_vec(),
        spillover: spillover.to_vec(),
        commonness: Commonness::Common,
        pressable: true,
        covered_by: Vec::new(),
        sensitises_gluteal: false,
    }
}

fn atlas() -> Atlas {
    let zones = vec![
        zone("sacrum", &[Side::Midline]),
        zone("buttock_mid_med", SIDED),
        zone("buttock_mid_lat", SIDED),
        zone("thigh_lat_up", SIDED),
        zone("calf_post", SIDED),
    ];
    let sources = vec![source("medius", &[0, 1], &[2]), source("minimus", &[3], &[4]), source("maximus", &[2], &[1])];
    let causes = vec![(0, Strength::Strong)];
    let questions = vec![Question { id: "worse_walking".to_owned(), causes, background: Background::Rarely }];
    Atlas { zones, sources, questions }
}

fn world(scenario: Scenario, seed: u64) -> World {
    World::new(&atlas(), scenario, seed).unwrap()
}

#[test]
fn the_same_seeds_give_the_same_person_in_any_order() {
    let (one, two) = (world(Scenario::DEFAULT, 3), world(Scenario::DEFAULT, 3));
    for seed in 0..50 {
        let (mut a, mut b) = (one.person(seed), two.person(seed));
        let first = (a.drawing(), a.answer(0, Side::Left), a.press(1, Side::Right), a.control());
        let other_way = (b.control(), b.press(1, Side::Right), b.answer(0, Side::Left), b.drawing());
        assert_eq!(first, (other_way.3, other_way.2, other_way.1, other_way.0));
        assert_eq!(a.release(0, Side::Left), b.release(0, Side::Left));
        assert_eq!(a.drawing(), b.drawing());
    }
}

#[test]
fn another_seed_is_another_person() {
    let world = world(Scenario::DEFAULT, 3);
    assert_ne!(world.person(1).drawing(), world.person(2).drawing());
    assert_ne!(world.person(1).drawing(), world.again(4).person(1).drawing());
}

#[test]
fn a_person_comes_back_with_the_same_body_and_tells_it_anew() {
    let world = world(Scenario::DEFAULT, 3);
    let (mut painted, mut other) = (0, 0);
    for seed in 0..50 {
        let person = world.person(seed);
        let [second, third] = [2, 3].map(|visit| person.later(visit, Sources::Same));
        assert!(person.active().eq(second.active()) && person.pain().to_bits() == third.pain().to_bits());
        assert_eq!(second.drawing(), person.later(2, Sources::Same).drawing());
        painted += usize::from(second.drawing() != third.drawing());
        other += usize::from(!person.active().eq(person.later(2, Sources::Anew).active()));
    }
    assert!(painted > 5 && other > 40, "{painted} {other}");
}

#[test]
fn swapped_sides_mirror_the_drawing_and_nothing_else() {
    let right = world(Scenario { swapped: 0.0, ..Scenario::DEFAULT }, 5);
    let swapped = world(Scenario { swapped: 1.0, ..Scenario::DEFAULT }, 5);
    for seed in 0..50 {
        let (a, b) = (right.person(seed), swapped.person(seed));
        let mut mirrored = b.drawing();
        mirrored.iter_mut().for_each(|mark| mark.side = mark.side.other());
        mirrored.sort_by_key(|mark| (mark.zone, mark.side));
        assert_eq!(a.drawing(), mirrored);
        assert_eq!(a.press(0, Side::Left), b.press(0, Side::Left));
    }
}

#[test]
fn in_the_clean_world_people_paint_what_the_table_says() {
    let world = world(Scenario::CLEAN, 1);
    let (mut named, mut all) = (0.0, 0.0);
    for seed in 0..300 {
        let person = world.person(seed);
        for mark in person.drawing() {
            let reach = |source: usize| {
                let source = &atlas().sources[source];
                source.essential.contains(&mark.zone) || source.spillover.contains(&mark.zone)
            };
            let told = person.active().any(|c| reach(c.source) && (c.side == mark.side || mark.side == Side::Midline));
            all += mark.share;
            named += if told { mark.share } else { 0.0 };
        }
    }
    assert!(named / all > 0.85, "{named} of {all}");
}

#[test]
fn an_active_spot_hurts_more_often_than_a_silent_one() {
    let world = world(Scenario::DEFAULT, 1);
    let [mut active, mut silent] = [(0, 0); 2];
    for seed in 0..500 {
        let person = world.person(seed);
        for cell in world.cells() {
            let own = person.press(cell.source, cell.side).familiar == Familiar::Yes;
            let counts = if person.is_active(cell.source, cell.side) { &mut active } else { &mut silent };
            counts.0 += usize::from(own);
            counts.1 += 1;
        }
    }
    let share = |(own, of): (usize, usize)| own as f64 / of as f64;
    assert!(share(active) > 0.4 && share(active) > 3.0 * share(silent), "{active:?} {silent:?}");
}

#[test]
fn a_release_of_the_right_spot_takes_pain_away_and_of_a_silent_one_none() {
    let world = world(Scenario::DEFAULT, 1);
    let (mut fell, mut worked) = (0.0, 0);
    for seed in 0..300 {
        let mut person = world.person(seed);
        let main = person.active().next().unwrap();
        let before = person.pain();
        let silent = world.cells().iter().find(|c| !person.is_active(c.source, c.side)).copied().unwrap();
        person.release(silent.source, silent.side);
        assert_eq!(person.pain().to_bits(), before.to_bits());
        person.release(main.source, main.side);
        worked += usize::from(person.pain() < before);
        fell += before - person.pain();
    }
    assert!((150..240).contains(&worked), "works in about 65 of 100: {worked} of 300");
    assert!(fell / 300.0 > 1.0, "{fell}");
}

#[test]
fn everybody_has_an_active_source_and_paints_something() {
    for scenario in Scenario::ALL {
        let world = world(scenario, 9);
        let mut active = 0;
        for seed in 0..300 {
            let person = world.gluteal_person(seed);
            active += person.active().count();
            let drawing = person.drawing();
            assert!(!drawing.is_empty(), "{} {seed}", scenario.name);
            assert!(drawing.iter().all(|m| m.share > 0.0 && m.share <= 1.0 && (1.0..=10.0).contains(&m.intensity)));
            assert!((0.0..=10.0).contains(&person.pain()));
        }
        let mean = f64::from(active as u32) / 300.0;
        assert!((1.5..2.0).contains(&mean), "{}: {mean} active", scenario.name);
    }
}

#[test]
fn a_zone_without_a_place_is_named() {
    let atlas = Atlas { zones: vec![zone("elbow", SIDED)], ..Atlas::default() };
    let problem = World::new(&atlas, Scenario::CLEAN, 1).unwrap_err();
    assert!(problem.to_string().contains("`elbow`"));
}
