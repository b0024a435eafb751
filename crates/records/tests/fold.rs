//! What a story comes to.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod common;

use common::{GUIDE, after, device, story};
use records::{Body, DeviceId, Moment, Place, Record, RecordId, Stamp, Told, Vault, What, fold};
use uuid::Uuid;

fn told(text: &str, now: &str) -> Told {
    fold(&GUIDE, &story(text), after(now))
}

/// `zone intensity`, `source tenderness`, …: what a case says, in words.
fn findings(told: &Told) -> Vec<String> {
    let case = &told.case;
    let side = |side: case::Side| format!("{side:?}").to_lowercase();
    let pain = case
        .pain
        .iter()
        .map(|p| format!("{} {} {}", GUIDE.zone(p.zone).id, side(p.side), p.intensity.map_or(-1.0, |number| number)));
    let presses =
        case.presses.iter().map(|p| format!("{} {} {}", GUIDE.source(p.source).id, side(p.side), p.tenderness));
    let answers =
        case.answers.iter().map(|a| format!("{} {} {:?}", GUIDE.question(a.question).id, side(a.side), a.reply));
    let controls = case.controls.iter().map(|c| format!("control {}", c.tenderness));
    let releases = case
        .releases
        .iter()
        .map(|r| format!("{} {} {}>{}", GUIDE.source(r.source).id, side(r.side), r.pain_before, r.pain_after));
    pain.chain(presses).chain(answers).chain(controls).chain(releases).collect()
}

#[test]
fn an_empty_vault_says_nothing() {
    let told = told("", "0d");
    assert_eq!((told.case, told.visit, told.kit), (case::Case::default(), None, None));
    assert!(told.session.is_none() && told.sessions.is_empty() && told.days.is_empty() && told.strangers == 0);
}

#[test]
fn the_last_word_of_the_visit_holds() {
    for (text, now, want) in [
        ("0d draw sacrum midline 5; 0d draw buttock_mid_lat right 6", "0d", vec!["buttock_mid_lat right 6"]),
        (
            "0d press gmed_trp1 right 6; 0d press gmed_trp1 left 2; 1h press gmed_trp1 right 3",
            "1h",
            vec!["gmed_trp1 left 2", "gmed_trp1 right 3"],
        ),
        ("0d answer worse_sitting right; 0d deny worse_sitting right", "0d", vec!["worse_sitting right No"]),
        ("0d control 4; 0d control 1", "0d", vec!["control 1"]),
        // an earlier visit is no part of now
        ("0d draw sacrum midline 5; 0d press gmed_trp1 right 6; 3d visit", "3d", vec![]),
        // undone, and the undoing undone
        ("0d press gmed_trp1 right 6; 0d undo 1", "0d", vec![]),
        ("0d press gmed_trp1 right 6; 0d undo 1; 0d undo 2", "0d", vec!["gmed_trp1 right 6"]),
        ("0d press gmed_trp1 right 6; 0d undo 1; 0d undo 2; 0d undo 3", "0d", vec![]),
        ("0d draw sacrum midline 5; 0d draw sacrum midline 9; 0d undo 2", "0d", vec!["sacrum midline 5"]),
        ("0d draw sacrum midline 5; 3d visit; 3d undo 2", "3d", vec!["sacrum midline 5"]),
        // a zone on a side where it is not, a question without that side: left out
        ("0d draw sacrum left 5 buttock_mid_lat left 4", "0d", vec!["buttock_mid_lat left 4"]),
        ("0d answer hurts_tailbone_sitting left", "0d", vec![]),
    ] {
        assert_eq!(findings(&told(text, now)), want, "{text}");
    }
}

#[test]
fn releases_count_for_two_weeks_whatever_the_visit() {
    let text = "0d draw sacrum midline 5; 0d release gmed_trp1 right 6 3; 9d visit; 9d release gmin_post right 5 5";
    for (now, want) in [
        ("9d", vec!["gmed_trp1 right 6>3", "gmin_post right 5>5"]),
        ("14d", vec!["gmed_trp1 right 6>3", "gmin_post right 5>5"]),
        ("14d1h", vec!["gmin_post right 5>5"]),
        ("30d", vec![]),
    ] {
        let told = told(text, now);
        assert_eq!(findings(&told), want, "{now}");
        assert_eq!(told.case.earlier[0].releases.len(), 1, "it stays in its visit");
    }
}

#[test]
fn earlier_visits_are_those_with_a_drawing() {
    let told = told(
        "0d draw sacrum midline 5; 0d press gmed_trp1 right 6; 2d visit; 2d press gmin_post left 4; \
         4d visit; 4d draw buttock_mid_lat left 3; 6d visit; 6d draw groin right 2",
        "6d",
    );
    let zones: Vec<&str> = told.case.earlier.iter().map(|v| GUIDE.zone(v.pain[0].zone).id.as_str()).collect();
    assert_eq!(zones, ["sacrum", "buttock_mid_lat"]);
    assert_eq!(told.case.earlier[0].presses.len(), 1);
    assert_eq!(told.case.pain[0].share, Some(0.45));
    assert_eq!(told.visit, Some(after("6d")));
}

#[test]
fn age_and_onset_grow_with_time() {
    for (now, age, onset) in [
        ("0d", 17, 30),
        ("1d", 17, 31),
        ("365d", 17, 395),
        ("366d", 18, 396),
        ("731d", 19, 761),
        ("36525d", 117, 36555),
    ] {
        let told = told("0d age 17; 0d began 30", now);
        assert_eq!((told.case.person.age, told.case.onset_days), (Some(age), Some(onset)), "{now}");
    }
    assert_eq!(told("1d age 40; 1d began 3", "0d").case.person.age, Some(40), "a clock set back makes nobody younger");
    assert_eq!(told("0d began 3", "0d15h").case.onset_days, Some(4), "a day begins at local midnight");
}

#[test]
fn a_caution_and_its_twin_are_answered_as_one() {
    let ids = |list: &[guide::CautionIx]| list.iter().map(|ix| GUIDE.caution(*ix).id.to_string()).collect::<Vec<_>>();
    let both = ["cx_anticoagulant", "cx_anticoagulant_gun"];
    for (text, held) in [
        ("0d cautions cx_anticoagulant cx_anticoagulant", &both[..]),
        ("0d cautions cx_anticoagulant,cx_anticoagulant_gun cx_anticoagulant_gun", &both),
        ("0d cautions cx_anticoagulant_gun cx_anticoagulant_gun; 1d cautions cx_anticoagulant", &[]),
        ("0d cautions cx_anticoagulant; 1d cautions cx_anticoagulant cx_anticoagulant; 2d undo 2", &[]),
    ] {
        let told = told(text, "2d");
        assert_eq!((ids(&told.case.cautions), ids(&told.asked)), (ids_of(held), ids_of(&both)), "{text}");
    }
    fn ids_of(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }
}

#[test]
fn a_session_goes_on_until_it_ends_or_another_begins() {
    let hold = "hold gmed_trp1 right gmax_upper.hand 60 5";
    let one =
        told(&format!("0d begin 6; 0d {hold}; 1h release gmed_trp1 right 6 3; 1h stop numb gmed_trp1 right"), "2h");
    let open = one.session.expect("it goes on");
    assert_eq!((open.began, open.ended, open.pain_before), (after("0d"), None, Some(6)));
    assert_eq!((open.holds.len(), open.releases.len(), open.stops.len()), (1, 1, 1));

    let text = format!("0d begin 6; 1h {hold}; 1d begin; 2d end 2; 3d {hold}");
    let two = told(&text, "3d");
    let ends: Vec<_> =
        two.sessions.iter().map(|s| (s.began, s.ended, s.pain_after, s.complete, s.holds.len())).collect();
    let left = (after("0d"), Some(after("1h")), None, false, 1);
    assert_eq!(ends, [left, (after("1d"), Some(after("2d")), Some(2), true, 0)]);
    assert!(two.session.is_none());
}

#[test]
fn the_journal_has_local_days_and_one_drawing_a_visit() {
    let told = told(
        "0d draw sacrum midline 5; 0d draw sacrum midline 7; 0d rate 6 bad night; 15h rate 4; \
         1d visit; 1d draw groin left 1; 1d checked cancer; 1d rate 9; 1d undo 8",
        "2d",
    );
    let days: Vec<(i64, usize)> = told.days.iter().map(|day| (day.day, day.entries.len())).collect();
    // 08:00 UTC and 15 hours is midnight where the clock is an hour ahead
    assert_eq!(days, [(20_788, 2), (20_789, 3)]);
    let [drawn, rated] = &told.days[0].entries[..] else { panic!("{:?}", told.days[0]) };
    assert!(matches!(&drawn.what, What::Drawn { places, .. } if places[0].intensity == Some(7.0)), "{drawn:?}");
    assert_eq!(rated.what, What::Rated { pain: 6, note: "bad night".to_owned() });
}

#[test]
fn what_this_guide_does_not_know_is_counted_and_left_out() {
    let text = "0d draw tail midline 5 sacrum midline 4; 0d press wing left 3; 0d yes tail.wet; 0d checked tail; \
                0d cautions cx_tail,cx_dvt; 0d press wing left 2; 0d undo 6; 0d hold gmed_trp1 right tongs 5 5";
    let told = told(text, "0d");
    assert_eq!(told.strangers, 6, "the undone one does not count");
    assert_eq!(findings(&told), ["sacrum midline 4"]);
    assert_eq!(told.asked.len(), 1);
}

#[test]
fn the_kit_is_sorted_and_the_last_one() {
    let kit = told("0d kit 10; 1d kit 15", "1d").kit.expect("a kit");
    assert_eq!((kit.minutes, kit.tools.len()), (15, 2));
}

/// A record of a device whose clock may be wrong.
fn record(writer: DeviceId, number: u64, at: &str, body: Body) -> Record {
    let id = RecordId(Uuid::from_u128(writer.0.as_u128() * 1000 + u128::from(number)));
    Record { id, device: writer, number, at: after(at), body }
}

#[test]
fn a_wrong_clock_does_not_reorder_a_log() {
    let draw = |intensity| Body::Drawing {
        by: case::PainBy::Drawing,
        places: vec![Place {
            zone: "sacrum".to_owned(),
            side: case::Side::Midline,
            intensity: Some(intensity),
            share: None,
            quality: Vec::new(),
        }],
    };
    for (first, second, third, now) in [("0d", "0d", "1h", "1h"), ("90d", "90d", "1h", "1h"), ("5d", "3d", "1d", "6d")]
    {
        let mut vault = Vault::new(device(1));
        let log = [
            record(device(1), 1, first, draw(3)),
            record(device(1), 2, second, Body::Visit),
            record(device(1), 3, third, draw(8)),
        ];
        vault.take(log).expect("a log");
        let told = fold(&GUIDE, &vault, after(now));
        assert_eq!(findings(&told), ["sacrum midline 8"], "{first} {second} {third}");
        assert_eq!(told.case.earlier.len(), 1);
    }
}

#[test]
fn two_devices_make_one_story_whichever_holds_it() {
    let mine = story("0d draw sacrum midline 5; 2h press gmed_trp1 right 6");
    let theirs = [
        record(device(2), 1, "1h", body_of("press gmin_post left 4")),
        record(device(2), 2, "3h", body_of("press gmed_trp1 right 2")),
    ];
    let mut here = mine.clone();
    here.take(theirs.clone()).expect("theirs");
    let mut there = Vault::new(device(2));
    there.take(theirs.into_iter().chain(mine.records().into_iter().cloned())).expect("all");
    let now = Stamp { offset_min: 0, ..after("4h") };
    assert_eq!(fold(&GUIDE, &here, now), fold(&GUIDE, &there, now));
    assert_eq!(findings(&fold(&GUIDE, &here, now)), ["sacrum midline 5", "gmin_post left 4", "gmed_trp1 right 2"]);
}

fn body_of(text: &str) -> Body {
    common::body(text)
}

#[test]
fn records_that_undo_each_other_harm_nothing() {
    let mut vault = Vault::new(device(1));
    let id = |number: u128| RecordId(Uuid::from_u128(1000 + number));
    vault
        .take([
            record(device(1), 1, "0d", Body::Undone { record: id(2) }),
            record(device(1), 2, "0d", Body::Undone { record: id(1) }),
            record(device(1), 3, "0d", Body::Undone { record: id(3) }),
            record(device(1), 4, "0d", body_of("control 4")),
        ])
        .expect("a log");
    vault.append(Body::Undone { record: id(99) }, &Moment { stamp: after("1h"), entropy: [0; 10] });
    assert_eq!(findings(&fold(&GUIDE, &vault, after("1h"))), ["control 4"]);
}
