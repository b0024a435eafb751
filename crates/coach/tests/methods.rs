//! The methods that Unknot is asked for, by name: each is offered to somebody whom it suits, in the guide's own words.

mod common;

use coach::Kit;
use common::*;
use guide::shape::{Style, Surface, Tool};

/// A later session of half an hour for somebody whose likeliest spot this is.
fn offered(source: &str, zone: &str, kit: &Kit) -> coach::Plan {
    let mut case = case(zone);
    released(&mut case, source);
    plan(&case, &assessment(&[(source, 0.7)], &[]), kit)
}

#[test]
fn each_way_of_pressing_is_offered_with_the_words_that_name_it() {
    use Surface::*;
    use Tool::*;
    for (source, tools, surfaces, used_to_it, technique, says) in [
        // medius: on the side, the ball under the upper glute, just behind and below the rim
        (
            "gmed_trp2",
            &[TennisBall][..],
            &[Bed][..],
            false,
            "gmed_middle.tennis_ball_bed",
            &["Lie on the sore side", "under the upper glute", "just behind and below the rim"][..],
        ),
        (
            "gmed_trp2",
            &[TennisBall],
            &[Floor],
            true,
            "gmed_middle.tennis_ball_floor",
            &["Lie on the sore side", "just behind and below the rim"],
        ),
        (
            "gmed_trp1",
            &[TennisBall],
            &[Bed],
            false,
            "gmed_posterior.tennis_ball_bed",
            &["just behind and below the rim"],
        ),
        // minimus: with the gun or a firm ball, up and down, just behind the top of the thigh bone
        (
            "gmin_post",
            &[MassageGun],
            &[],
            true,
            "gmin_posterior.massage_gun",
            &["up and down", "just behind the top of the side knob"],
        ),
        (
            "gmin_post",
            &[FirmBall],
            &[Wall],
            false,
            "gmin_posterior.firm_ball_wall",
            &["above and behind the side knob", "up and down"],
        ),
        (
            "gmin_post",
            &[FirmBall],
            &[Bed],
            false,
            "gmin_posterior.firm_ball_bed",
            &["above and behind the side knob", "up and down"],
        ),
        // maximus: from the inside out
        ("gmax_trp1", &[TennisBall], &[Wall], false, "gmax_middle.tennis_ball_wall", &["from the inside out"]),
        ("gmax_trp2", &[TennisBall], &[Wall], false, "gmax_lower.tennis_ball_wall", &["from the inside out"]),
        ("gmax_trp3", &[], &[], false, "gmax_lower.hand", &["from the inside out"]),
    ] {
        let kit = Kit::new(30, tools, surfaces).unwrap();
        let plan = offered(source, "buttock_up_lat", &if used_to_it { kit.experienced() } else { kit });
        let found = plan.spots.iter().find(|spot| GUIDE.source(spot.source).id == source);
        let spot = found.unwrap_or_else(|| panic!("{source}: {:?}", plan.spots));
        assert_eq!(spot.technique.as_str(), technique);
        // steady on the hotspot by ball and hand; the gun keeps moving
        assert_eq!(spot.style, if tools == [MassageGun] { Style::Sweep } else { Style::Hold }, "{technique}");
        let along = GUIDE.text("regions", &spot.region, "along");
        let words = format!("{} {along}", GUIDE.texts.steps("techniques", &spot.technique, "setup").join(" "));
        let words = words.to_lowercase();
        for phrase in says {
            assert!(words.contains(&phrase.to_lowercase()), "{technique} does not say {phrase:?}: {words}");
        }
    }
}

#[test]
fn each_tool_and_surface_is_the_way_for_somebody() {
    let mut ways: Vec<(Tool, Option<Surface>)> = Vec::new();
    let surfaces = [&[][..], &[Surface::Wall], &[Surface::Bed], &[Surface::Floor]];
    let people = TOOLS.into_iter().flat_map(|tool| surfaces.map(|surfaces| (tool, surfaces)));
    for (tool, surfaces) in people {
        let kit = Kit::new(30, &[tool], surfaces).unwrap();
        for kit in [kit.clone(), kit.experienced()] {
            for spot in offered("gmed_trp1", "buttock_up_lat", &kit).spots {
                let way = GUIDE.techniques.iter().find(|t| t.id == spot.technique).unwrap();
                ways.push((way.tool, way.surface));
            }
        }
    }
    for tool in TOOLS {
        assert!(ways.iter().any(|(used, _)| *used == tool), "{tool:?} is offered to nobody");
    }
    for surface in SURFACES {
        assert!(ways.iter().any(|(_, used)| *used == Some(surface)), "{surface:?} is used by nobody");
    }
}

#[test]
fn every_stretch_follows_a_spot_for_somebody() {
    // Given somebody for each region and each set of surfaces, then each stretch that a region names is offered to one.
    let mut offers: Vec<String> = Vec::new();
    for source in GUIDE.sources.iter().filter(|source| source.press && source.region.is_some()) {
        for surfaces in [&SURFACES[..], &[Surface::Wall], &[Surface::Bed], &[Surface::Floor], &[]] {
            for intensity in [4.0, 7.0] {
                let mut case = case("buttock_up_lat");
                case.pain[0].intensity = Some(intensity);
                released(&mut case, &source.id);
                let kit = Kit::new(60, &TOOLS, surfaces).unwrap();
                let plan = plan(&case, &assessment(&[(&source.id, 0.7)], &[]), &kit);
                offers.extend(plan.stretches.iter().map(|stretch| stretch.stretch.as_str().to_owned()));
            }
        }
    }
    let named =
        GUIDE.regions.iter().filter(|region| GUIDE.sources.iter().any(|s| s.region.as_ref() == Some(&region.id)));
    for stretch in named.flat_map(|region| region.stretches.iter().chain(&region.gentle_stretches)) {
        assert!(offers.iter().any(|offer| offer == stretch.as_str()), "{stretch} is offered to nobody");
    }
    assert!(["deep_lunge", "pigeon"].iter().all(|stretch| offers.iter().any(|offer| offer == stretch)));
}
