//! Plans for people in words: who leads, what is at hand, what is offered. Assessments are written by hand here, so
//! that each example shows one thing; `people.rs` goes the whole way round.

mod common;

use belief::{Finding, Likely};
use case::Reply;
use coach::caps::*;
use coach::*;
use common::*;
use guide::QuestionIx;
use guide::shape::{Side, Surface, Tool};

#[test]
fn medius_leads_and_is_pressed_below_the_rim_then_stretched_and_strengthened() {
    // Given pain on the outer upper buttock, the back of medius leading, half an hour and everything at hand.
    let mut case = case("buttock_up_lat");
    released(&mut case, "gmed_trp1");
    let plan = plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[]), &full_kit(30));
    // When planned, then its own region is pressed, a stretch of that region follows it, its ladder is climbed.
    assert_eq!(plan.kind, Kind::Release);
    let at = plan.spots.iter().position(|s| GUIDE.source(s.source).id == "gmed_trp1").unwrap();
    let spot = &plan.spots[at];
    let region = GUIDE.region(&spot.region).unwrap();
    assert_eq!(region.muscle, "gluteus_medius");
    assert!(region.landmarks.iter().any(|l| *l == "rim"), "{region:?}");
    assert_eq!((spot.side, spot.why), (Side::Right, SpotWhy::Leading));
    assert!(plan.stretches.iter().any(|s| s.after == at && region.stretches.contains(&s.stretch)));
    assert!(plan.exercises.iter().any(|e| e.ladder == region.ladder));
    assert!(!plan.warm_up.is_empty());
}

#[test]
fn gluteals_that_may_wait_are_looked_at_where_there_is_time() {
    // Given a second session after medius was released, when there is half an hour, then maximus and minimus are looked at
    // today; when there are ten minutes, one of them waits.
    let mut case = case("buttock_up_lat");
    released(&mut case, "gmed_trp1");
    let today = |minutes| {
        let plan = plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[]), &full_kit(minutes));
        plan.coverage.iter().filter(|c| c.state == Covered::Today).count()
    };
    assert_eq!([30, 10].map(today), [2, 1]);
}

#[test]
fn what_looks_like_a_muscle_but_is_not_is_not_pressed() {
    // Given one look-alike that leads alone, when planned, then nothing is pressed; it says whom to see; one can walk
    // or do something easy; and each gluteal is named as left alone.
    let (case, kit) = (case("buttock_up_lat"), full_kit(20));
    for id in [
        "radic_l5",
        "deep_gluteal_syndrome",
        "cluneal_superior",
        "spinal_stenosis",
        "sij",
        "hip_oa",
        "gtps",
        "proximal_hamstring_tendon",
        "vascular_claudication",
        "lumbar_disc",
        "facet",
    ] {
        let plan = plan(&case, &assessment(&[(id, 0.7)], &[("gmed_trp1", 0.3)]), &kit);
        let source = GUIDE.find_source(id).unwrap();
        assert!(matches!(plan.kind, Kind::NoPress(NoPress::Leads(s, _)) if s == source), "{id}: {:?}", plan.kind);
        assert!(plan.spots.is_empty() && plan.stretches.is_empty(), "{id}");
        assert!(matches!(plan.see[0], See::About { source: s, .. } if s == source), "{id}");
        assert!(!plan.exercises.is_empty() || !plan.warm_up.is_empty(), "{id}");
        let named = plan.coverage.iter().filter(|c| matches!(c.state, Covered::Refused(Reason::LookAlike(..))));
        assert_eq!(named.count(), 3, "{id}");
    }
}

#[test]
fn ties_are_decided_on_the_safe_side() {
    let (case, kit) = (case("buttock_up_lat"), full_kit(20));
    let tied = |id: &str| plan(&case, &assessment(&[("gmed_trp1", 0.5), (id, 0.48)], &[]), &kit);
    // A nerve, a narrowed canal or an artery that ties with a muscle stops pressing.
    for id in ["radic_s1", "meralgia", "spinal_stenosis", "vascular_claudication"] {
        assert!(matches!(tied(id).kind, Kind::NoPress(NoPress::Tied { .. })), "{id}");
    }
    // A joint, a tendon, a disc or a facet does not, but its rules hold and someone should look at it.
    for id in ["sij", "hip_oa", "gtps", "lumbar_disc", "facet"] {
        let plan = tied(id);
        assert_eq!(plan.kind, Kind::Release, "{id}");
        assert!(matches!(plan.see[0], See::About { .. }), "{id}");
    }
    let stretches = tied("gtps").stretches;
    assert!(stretches.iter().all(|s| !["figure4_supine", "cross_body"].contains(&s.stretch.as_str())), "{stretches:?}");
}

#[test]
fn a_nerve_that_is_possible_stops_pressing_until_the_answers_speak_against_it() {
    let numb = GUIDE.find_question("numb_or_tingling_leg").unwrap();
    let slump = GUIDE.find_question("hurts_slump").unwrap();
    let plan_of = |root: f64, answers: &[(QuestionIx, f64)]| {
        let mut assessment = assessment(&[("gmed_trp1", 0.7)], &[("radic_l5", root)]);
        if root < 0.12 {
            assessment.ranked[1].word = Likely::LessLikely;
        }
        assessment.ranked[1].reasons = answers
            .iter()
            .map(|&(question, log_odds)| belief::Reason {
                finding: Finding::Answer(question, Side::Right, log_odds > 0.0),
                log_odds,
            })
            .collect();
        plan(&case("buttock_up_lat"), &assessment, &full_kit(20))
    };
    for open in [&[][..], &[(numb, 0.8)], &[(numb, 0.8), (slump, -0.7)]] {
        assert!(matches!(plan_of(0.2, open).kind, Kind::NoPress(NoPress::Open { .. })), "{open:?}");
    }
    // A scan that shows nothing and an injection that did nothing rule no nerve out, nor are they answers about its signs; a
    // scan that shows it pressed speaks for it.
    let scan = GUIDE.find_question("scan_shows_nerve").unwrap();
    let treated = GUIDE.find_question("spine_treatment_helped").unwrap();
    for open in [&[(scan, -0.6), (treated, -1.0)][..], &[(numb, 0.3), (treated, -1.0)], &[(numb, -0.5), (scan, 0.9)]] {
        assert!(matches!(plan_of(0.2, open).kind, Kind::NoPress(NoPress::Open { .. })), "{open:?}");
    }
    for unasked in [(scan, -0.6), (scan, 0.9)] {
        assert!(matches!(plan_of(0.08, &[unasked]).kind, Kind::NoPress(NoPress::Open { .. })), "{unasked:?}");
    }
    // A root that is less likely waits for the first answer about it.
    assert!(matches!(plan_of(0.08, &[]).kind, Kind::NoPress(NoPress::Open { .. })));
    assert_eq!(plan_of(0.08, &[(numb, 0.2)]).kind, Kind::Release);
    let plan = plan_of(0.2, &[(numb, -0.5), (slump, -0.7)]);
    assert_eq!(plan.kind, Kind::Release);
    assert!(plan.refused.iter().any(|r| r.what == What::Stretch("pigeon".into())), "its rules hold all the same");
}

#[test]
fn where_nothing_leads_a_nerve_in_front_still_stops_pressing() {
    for (possible, kind) in [
        (vec![("radic_l5", 0.22), ("gmed_trp1", 0.18)], "leads"),
        (vec![("gmed_trp1", 0.22), ("radic_l5", 0.18)], "release"),
        (vec![("sij", 0.22), ("gmed_trp1", 0.18)], "release"),
        (vec![("sij", 0.22)], "nothing"),
        (vec![("sij", 0.22), ("gmed_trp1", 0.10)], "release"),
        (vec![], "nothing"),
    ] {
        let plan = plan(&case("buttock_up_lat"), &assessment(&[], &possible), &full_kit(20));
        let said = match plan.kind {
            Kind::NoPress(NoPress::Leads(..)) => "leads",
            Kind::NoPress(NoPress::NothingFits) => "nothing",
            Kind::Release => "release",
            Kind::NoPress(_) => "other",
        };
        assert_eq!(said, kind, "{possible:?}");
    }
}

#[test]
fn blood_thinners_leave_hand_and_tennis_ball_half_the_dose_and_no_gun() {
    // Given a person on blood thinners in a later session with every tool.
    let mut case = case("buttock_up_lat");
    released(&mut case, "gmed_trp1");
    caution(&mut case, "cx_anticoagulant");
    let plan = plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp2", 0.3)]), &full_kit(40));
    // Then it is light, short, never above 3, and the gun is named as refused.
    let caution = GUIDE.find_caution("cx_anticoagulant").unwrap();
    assert_eq!(plan.half, [Half::Light(caution)]);
    for spot in &plan.spots {
        assert!(spot.technique.contains(".hand") || spot.technique.contains(".tennis_ball"), "{}", spot.technique);
        assert!(spot.ceiling <= LIGHT_CEILING && spot.target[1] <= LIGHT_CEILING && spot.holds == 1);
        assert!(u32::from(spot.hold_s[1]) <= HOLD_CAP_S / 2);
    }
    let gun = |r: &&Refused| matches!(&r.what, What::Technique(t) if t.contains("massage_gun"));
    assert!(plan.refused.iter().any(|r| gun(&r)));
}

#[test]
fn cautions_that_leave_nothing_to_press_say_so() {
    for (id, doctor) in [("cx_inflammation", false), ("cx_cancer", true), ("cx_pregnancy", true)] {
        let mut case = case("buttock_up_lat");
        caution(&mut case, id);
        let plan = plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[]), &full_kit(20));
        let caution = GUIDE.find_caution(id).unwrap();
        assert_eq!(plan.kind, Kind::NoPress(NoPress::Caution(caution)), "{id}");
        assert_eq!(plan.see.contains(&See::AskDoctor(caution)), doctor, "{id}");
        assert_eq!(plan.coverage.iter().filter(|c| matches!(c.state, Covered::Refused(_))).count(), 3, "{id}");
    }
}

#[test]
fn with_the_hand_alone_and_no_surface_hands_are_offered() {
    let kit = Kit::new(20, &[], &[]).unwrap();
    let assessment = assessment(&[("gmed_trp1", 0.7)], &[("gmin_post", 0.3), ("gmax_trp2", 0.2)]);
    let mut case = case("buttock_up_lat");
    for session in 0..3 {
        let plan = plan(&case, &assessment, &kit);
        assert!(!plan.spots.is_empty(), "session {session}");
        assert!(plan.spots.iter().all(|s| s.technique.ends_with(".hand")), "session {session}");
        released(&mut case, "gmed_trp1");
    }
}

#[test]
fn the_tool_is_the_lightest_that_is_not_the_hand_and_firmer_for_those_used_to_it() {
    use Surface::*;
    use Tool::*;
    let assessment = assessment(&[("gmed_trp1", 0.7)], &[]);
    let (first, mut later) = (case("buttock_up_lat"), case("buttock_up_lat"));
    released(&mut later, "gmed_trp1");
    for (case, tools, surfaces, used_to_it, technique) in [
        (&first, &[FirmBall][..], &[Wall][..], false, "hand"),
        (&first, &[FirmBall, TennisBall], &[Wall, Floor], false, "tennis_ball_wall"),
        (&first, &[LacrosseBall, MassageGun], &[Wall, Floor], true, "hand"),
        (&later, &[FirmBall, TennisBall], &[Wall, Floor], false, "tennis_ball_wall"),
        (&later, &[LacrosseBall], &[Floor], false, "hand"),
        (&later, &[LacrosseBall], &[Wall, Floor], false, "lacrosse_ball_wall"),
        (&later, &[TennisBall, LacrosseBall], &[Wall, Floor], true, "tennis_ball_floor"),
        (&later, &[MassageGun], &[], false, "hand"),
        (&later, &[MassageGun], &[], true, "massage_gun"),
    ] {
        let kit = Kit::new(30, tools, surfaces).unwrap();
        let kit = if used_to_it { kit.experienced() } else { kit };
        let plan = plan(case, &assessment, &kit);
        let spot = plan.spots.iter().find(|s| GUIDE.source(s.source).id == "gmed_trp1").unwrap();
        assert_eq!(spot.technique.split('.').nth(1), Some(technique), "{tools:?} {surfaces:?} {used_to_it}");
    }
}

#[test]
fn five_minutes_hold_something_useful() {
    let mut later = case("buttock_up_lat");
    released(&mut later, "gmed_trp1");
    for case in [case("buttock_up_lat"), later] {
        let plan = plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp2", 0.3)]), &full_kit(5));
        assert!(!plan.spots.is_empty() && !plan.warm_up.is_empty() && !plan.stretches.is_empty(), "{plan:?}");
        assert!(plan.time.total_s() <= 300);
    }
    let nerve = plan(&case("calf_post"), &assessment(&[("radic_s1", 0.7)], &[]), &full_kit(5));
    assert!(!nerve.warm_up.is_empty() && !nerve.exercises.is_empty() && nerve.time.total_s() <= 300);
}

#[test]
fn the_first_session_is_half_of_a_later_one() {
    // Given the same person before and after a first session.
    let assessment = assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp2", 0.4), ("gmin_post", 0.3), ("piriformis", 0.2)]);
    let first = case("buttock_up_lat");
    let mut later = first.clone();
    for source in ["gmed_trp1", "gmax_trp2", "gmin_post"] {
        released(&mut later, source);
    }
    let (first, later) = (plan(&first, &assessment, &full_kit(60)), plan(&later, &assessment, &full_kit(60)));
    let pressing = |plan: &Plan| plan.spots.iter().map(Spot::press_s).sum::<u32>();
    // Then the first has one or two spots, one short hold each, soft tools, at most 4 of 10, one strength item.
    assert_eq!(first.half, [Half::FirstSession]);
    assert!(pressing(&first) * 2 <= pressing(&later), "{} {}", pressing(&first), pressing(&later));
    assert!(first.spots.len() <= SPOTS_FIRST_CAP && later.spots.len() == SPOTS_CAP);
    assert!(first.spots.iter().all(|s| s.holds == 1 && s.ceiling <= FIRST_CEILING));
    assert!(first.exercises.len() <= 1 && later.half.is_empty());
}

#[test]
fn pigeon_and_deep_lunge_are_offered_to_someone_they_suit() {
    for (source, zone, stretch) in [
        ("gmax_trp1", "buttock_mid_med", "pigeon"),
        ("gmed_trp3", "hip_front", "deep_lunge"),
        ("tfl", "hip_front", "deep_lunge"),
    ] {
        // Given a later session, the floor, pain of 4 and nothing against it: offered.
        let mut case = case(zone);
        released(&mut case, source);
        let offered = |case: &case::Case, possible: &[(&str, f64)], surfaces: &[Surface]| {
            let kit = Kit::new(40, &TOOLS, surfaces).unwrap();
            let plan = plan(case, &assessment(&[(source, 0.7)], possible), &kit);
            plan.stretches.iter().any(|s| s.stretch == stretch)
        };
        assert!(offered(&case, &[], &SURFACES), "{stretch} for {source}");
        // Not without the floor, not on a bad day, not with a new hip.
        assert!(!offered(&case, &[], &[Surface::Wall]), "{stretch} without the floor");
        let mut bad = case.clone();
        bad.pain[0].intensity = Some(7.0);
        assert!(!offered(&bad, &[], &SURFACES), "{stretch} on a bad day");
        let mut hip = case.clone();
        caution(&mut hip, "cx_surgery");
        assert!(!offered(&hip, &[], &SURFACES), "{stretch} after surgery");
    }
}

#[test]
fn blocked_moves_are_not_offered_and_say_why() {
    // Given a yes to soreness on the side knob, when planned, then the crossed stretches are out because of that answer.
    let mut case = case("buttock_up_lat");
    yes(&mut case, "hurts_touch_side_knob");
    let plan = plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[]), &full_kit(30));
    let question = GUIDE.find_question("hurts_touch_side_knob").unwrap();
    let out = plan.refused.iter().find(|r| r.what == What::Stretch("cross_body".into())).unwrap();
    let because = Because::Answer(question, Side::Right);
    assert_eq!(out.why, Reason::Block { block: "lateral_hip_tendon".into(), because });
    assert!(!plan.stretches.is_empty(), "what is left is still offered");
    assert!(plan.stretches.iter().all(|s| s.stretch != "cross_body"));
}

#[test]
fn a_bad_day_is_gentle() {
    let mut case = case("buttock_up_lat");
    released(&mut case, "gmed_trp1");
    case.pain[0].intensity = Some(7.0);
    let plan = plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[]), &full_kit(30));
    let gentle = |id: &guide::Id| GUIDE.warmups.iter().any(|w| w.id == *id && w.gentle);
    assert!(plan.warm_up.iter().all(|w| gentle(&w.warmup)) && !plan.warm_up.is_empty());
    assert!(plan.spots.iter().all(|s| s.ceiling <= LIGHT_CEILING));
    let spot = &plan.spots[0];
    assert!(GUIDE.region(&spot.region).unwrap().gentle_stretches.contains(&plan.stretches[0].stretch));
}

#[test]
fn a_reserved_spot_looks_at_the_gluteal_nobody_looked_at() {
    // Given medius leading all the time, and two sessions on medius alone.
    let mut case = case("buttock_up_lat");
    let assessment = assessment(&[("gmed_trp1", 0.7)], &[]);
    released(&mut case, "gmed_trp1");
    released(&mut case, "gmed_trp1");
    // When the third is planned, then maximus and minimus have a spot each.
    let plan = plan(&case, &assessment, &full_kit(30));
    let muscles: Vec<&str> = plan.spots.iter().map(|s| s.muscle.as_str()).collect();
    for muscle in ["gluteus_maximus", "gluteus_medius", "gluteus_minimus"] {
        assert!(muscles.contains(&muscle), "{muscles:?}");
    }
    assert!(plan.spots.iter().any(|s| s.why == SpotWhy::Coverage && s.holds == 1));
}

#[test]
fn places_and_minutes_of_pressure_of_this_sitting_count() {
    let assessment = assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp2", 0.4), ("gmin_post", 0.3)]);
    // Given four other places pressed while searching, then no new place is pressed.
    let mut four = case("buttock_up_lat");
    for source in ["gmax_trp1", "gmax_trp3", "gmed_trp3", "gmin_ant"] {
        pressed(&mut four, source);
    }
    let plan_four = plan(&four, &assessment, &full_kit(30));
    assert_eq!(plan_four.kind, Kind::NoPress(NoPress::NothingLeft));
    let leader = GUIDE.find_source("gmed_trp1").unwrap();
    let refused = plan_four.refused.iter().find(|r| r.what == What::Spot(leader, Side::Right)).unwrap();
    assert_eq!(refused.why, Reason::PlacesUsed);
    // Given the same place pressed so often that 10 minutes are used, then at most two minutes are left.
    let mut often = case("buttock_up_lat");
    for _ in 0..10 {
        pressed(&mut often, "gmed_trp1");
    }
    let often = plan(&often, &assessment, &full_kit(30));
    let pressure: u32 = often.spots.iter().map(|s| s.find_s + s.press_s()).sum();
    assert!(pressure > 0 && pressure <= SESSION_CAP_S - 10 * 60, "{pressure}");
}

#[test]
fn a_closed_gate_gives_comfort_and_no_plan() {
    let mut case = case("buttock_up_lat");
    let saddle = GUIDE.find_ask("cauda_equina.saddle").unwrap();
    case.gate.iter_mut().find(|(ask, _)| *ask == saddle).unwrap().1 = Reply::Yes;
    let said = conclude(
        &GUIDE,
        &case,
        safety::gate(&GUIDE, &case),
        assessment(&[("gmed_trp1", 0.7)], &[]),
        Some(&full_kit(20)),
    );
    assert_eq!((said.plan, said.next.len()), (Planned::Closed, 0));
    assert_eq!(said.comfort, [Comfort { id: "closed".into(), why: ComfortWhy::Closed }]);
}

#[test]
fn an_incomplete_gate_names_the_asks() {
    let mut case = case("buttock_up_lat");
    let saddle = GUIDE.find_ask("cauda_equina.saddle").unwrap();
    case.gate.retain(|(ask, _)| *ask != saddle);
    let said = conclude(
        &GUIDE,
        &case,
        safety::gate(&GUIDE, &case),
        assessment(&[("gmed_trp1", 0.7)], &[]),
        Some(&full_kit(20)),
    );
    assert_eq!(said.plan, Planned::Unasked(vec![saddle]));
    assert_eq!(said.comfort[0].why, ComfortWhy::Fits(GUIDE.find_source("gmed_trp1").unwrap(), Side::Right));
    assert_eq!(
        conclude(&GUIDE, &case, safety::gate(&GUIDE, &case), assessment(&[], &[]), None).plan,
        Planned::NotAsked
    );
}

#[test]
fn comfort_is_there_for_every_result() {
    let case = case("buttock_up_lat");
    for source in &GUIDE.sources {
        let said =
            conclude(&GUIDE, &case, safety::gate(&GUIDE, &case), assessment(&[(source.id.as_str(), 0.7)], &[]), None);
        assert_eq!(said.comfort[0].id, source.comfort, "{}", source.id);
    }
    let said = conclude(&GUIDE, &case, safety::gate(&GUIDE, &case), assessment(&[], &[]), None);
    assert_eq!(said.comfort, [Comfort { id: "anyone".into(), why: ComfortWhy::Anyone }]);
}
