//! Who is asked what: the gate must stay short and must not ask where it makes no sense.

mod common;

use case::{Sex, Side};
use common::{GUIDE, Someone, hurts_at, typical};
use safety::{by_urgency, relevant};

struct Expect {
    who: &'static str,
    someone: Someone,
    asked: &'static [&'static str],
    not_asked: &'static [&'static str],
    most: usize,
}

const LEG: [&str; 4] = ["dvt.swollen", "pulmonary_embolism.breath", "acute_limb_ischaemia.cold", "dvt.risk"];

fn people() -> Vec<Expect> {
    vec![
        Expect {
            who: "woman of 48, buttock, three months",
            someone: typical(),
            asked: &[
                "cancer.past",
                "avn.risk",
                "not_improving.weeks",
                "hip_fracture.stand",
                "spinal_fracture.steroids",
            ],
            not_asked: &[
                "dvt.swollen",
                "kidney.urine",
                "pregnancy_pelvis.pregnant",
                "aaa.beat",
                "claudication_new.distance",
                "axial_spa.pattern",
                "septic_hip.hot",
                "child_hip.age",
                "spinal_fracture.age",
                "rhabdo_after_massage.urine",
                "bilateral_leg.new",
                "spinal_fracture.trauma",
                "shingles.stripe",
                "cancer.first",
            ],
            most: 16,
        },
        Expect {
            who: "man of 35, low back since ten days",
            someone: hurts_at(&["lumbar_para"]).age(35).sex(Sex::Male).days(10),
            asked: &["spinal_fracture.trauma", "kidney.urine", "shingles.stripe"],
            not_asked: &[
                "aaa.beat",
                "axial_spa.pattern",
                "not_improving.weeks",
                "hip_fracture.stand",
                "avn.risk",
                "pregnancy_pelvis.pregnant",
                "spinal_fracture.knock",
                "septic_hip.hot",
                "cancer.first",
            ],
            most: 16,
        },
        Expect {
            who: "man of 29, low back for half a year",
            someone: hurts_at(&["si_region", "buttock_mid_med"]).age(29).sex(Sex::Male).days(180),
            asked: &["axial_spa.pattern", "not_improving.weeks"],
            not_asked: &["spinal_fracture.trauma", "hip_fracture.turned", "claudication_new.distance", "aaa.tearing"],
            most: 18,
        },
        Expect {
            who: "man of 66, calf on walking",
            someone: hurts_at(&["calf_post"]).age(66).sex(Sex::Male).days(200),
            asked: &[
                "dvt.swollen",
                "pulmonary_embolism.breath",
                "acute_limb_ischaemia.cold",
                "claudication_new.distance",
                "chronic_limb_ischaemia.forefoot",
            ],
            not_asked: &[
                "kidney.urine",
                "aaa.beat",
                "hip_fracture.stand",
                "dvt.risk",
                "avn.risk",
                "spinal_fracture.spine",
            ],
            most: 16,
        },
        Expect {
            who: "woman of 74, groin since a week",
            someone: hurts_at(&["groin", "thigh_ant_up"]).age(74).sex(Sex::Female).days(7),
            asked: &[
                "hip_fracture.stand",
                "hip_fracture.turned",
                "septic_hip.hot",
                "psoas_bleed_or_abscess.groin",
                "spinal_fracture.knock",
                "aaa.tearing",
                "dvt.risk",
            ],
            not_asked: &[
                "spinal_fracture.age",
                "pregnancy_pelvis.pregnant",
                "axial_spa.pattern",
                "not_improving.weeks",
                "spinal_fracture.spine",
            ],
            most: 25,
        },
        Expect {
            who: "woman of 30, low belly since two days",
            someone: hurts_at(&["abdomen_low"]).age(30).sex(Sex::Female).days(2),
            asked: &["pregnancy_pelvis.pregnant", "kidney.urine", "hip_fracture.stand"],
            not_asked: &["aaa.beat", "dvt.swollen", "acute_tendon_tear.pop"],
            most: 22,
        },
        Expect {
            who: "man of 19, first back pain, six weeks",
            someone: hurts_at(&["lumbar_midline"]).age(19).sex(Sex::Male).days(45),
            asked: &["cancer.first", "not_improving.weeks"],
            not_asked: &["spinal_fracture.knock", "spinal_fracture.spine", "aaa.beat"],
            most: 17,
        },
        Expect {
            who: "man of 68, both legs on walking for a year",
            someone: hurts_at(&["thigh_post_up"]).and_at("thigh_post_up", Side::Left).age(68).days(400),
            asked: &["bilateral_leg.new", "claudication_new.distance", "dvt.swollen"],
            not_asked: &["chronic_limb_ischaemia.forefoot", "kidney.urine", "spinal_fracture.trauma"],
            most: 19,
        },
    ]
}

#[test]
fn each_person_gets_what_matters_and_no_more() {
    for Expect { who, someone, asked, not_asked, most } in people() {
        let found = someone.relevant();
        for ask in asked {
            assert!(found.iter().any(|id| id == ask), "{who} should be asked {ask}; asked {found:?}");
        }
        for ask in not_asked {
            assert!(
                GUIDE.find_ask(ask).is_some() && !found.iter().any(|id| id == ask),
                "{who} should not be asked {ask}"
            );
        }
        assert!(found.len() <= most, "{who}: {} asks: {found:?}", found.len());
    }
}

#[test]
fn some_asks_are_for_everybody() {
    for Expect { who, someone, .. } in people() {
        for ask in safety::caps::ALWAYS_ASKED {
            assert!(someone.relevant().iter().any(|id| id == ask), "{who} should be asked {ask}");
        }
    }
}

#[test]
fn the_screens_are_at_most_three_most_urgent_first_and_hold_each_ask_once() {
    for Expect { who, someone, .. } in people() {
        let asks = relevant(&GUIDE, &someone.0);
        let screens = by_urgency(&GUIDE, &asks);
        assert!(screens.len() <= 3 && screens.is_sorted_by(|a, b| a.0 > b.0), "{who}");
        assert_eq!(screens.into_iter().flat_map(|(_, asks)| asks).collect::<Vec<_>>(), asks, "{who}");
    }
}

#[test]
fn what_is_not_known_is_asked() {
    // Given nothing but a calf, when age, sex and onset are unknown, then every ask for legs of any age and onset is there.
    let found = hurts_at(&["calf_post"]).relevant();
    for ask in
        LEG.iter().chain(&["child_hip.age", "spinal_fracture.age", "not_improving.weeks", "claudication_new.distance"])
    {
        assert!(found.iter().any(|id| id == ask), "{ask}");
    }
}

#[test]
fn a_place_that_was_said_not_to_hurt_is_no_place() {
    let mut someone = typical().and_at("calf_post", Side::Right);
    assert!(someone.relevant().iter().any(|id| id == LEG[0]));
    someone.0.pain[1].intensity = Some(0.0);
    assert!(!someone.relevant().iter().any(|id| id == LEG[0]));
}
