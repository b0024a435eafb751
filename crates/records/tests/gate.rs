//! What answers to the gate come to, over days.

#![allow(clippy::expect_used, reason = "in a test a panic is the report")]

mod common;

use case::Reply::{self, No, Unknown, Yes};
use common::{GUIDE, after, story};
use records::fold;

/// Story, now, ask; then what counts of the ask, and whether the gate is closed.
type Row = (&'static str, &'static str, &'static str, Option<Reply>, bool);

fn holds(rows: &[Row]) {
    for (text, now, ask, reply, closed) in rows {
        let case = fold(&GUIDE, &story(text), after(now)).case;
        let ix = GUIDE.find_ask(ask).expect("an ask");
        let counted: Vec<Reply> = case.gate.iter().filter(|(a, _)| *a == ix).map(|(_, reply)| *reply).collect();
        let gate = safety::gate(&GUIDE, &case).state;
        assert_eq!(counted, Vec::from_iter(*reply), "{text} at {now}");
        assert_eq!(gate == safety::State::Closed, *closed, "{text} at {now}: {gate:?}");
    }
}

#[test]
fn only_a_clinician_takes_back_a_yes() {
    let (saddle, past) = ("cauda_equina.saddle", "cancer.past");
    holds(&[
        ("0d yes cancer.past", "0d", past, Some(Yes), true),
        ("0d yes cancer.past", "2000d", past, Some(Yes), true),
        ("0d yes cancer.past; 0d no cancer.past", "0d", past, Some(Yes), true),
        ("0d yes cancer.past; 0d undo 1", "0d", past, Some(Yes), true),
        ("0d yes cancer.past; 3d visit; 3d no cancer.past", "3d", past, Some(Yes), true),
        ("0d no cancer.past; 0d yes cancer.past; 0d undo 2", "0d", past, Some(Yes), true),
        ("0d checked cancer; 1d yes cancer.past", "1d", past, Some(Yes), true),
        ("0d yes cancer.past; 1d checked avn", "1d", past, Some(Yes), true),
        // looked at: told again, closes no more
        ("0d yes cancer.past; 1d checked cancer", "90d", past, Some(Yes), false),
        ("0d yes cancer.past; 0d no cancer.past; 1d checked cancer", "1d", past, Some(Yes), false),
        ("0d yes cancer.past; 1d checked cancer; 1d undo 2", "1d", past, Some(Yes), true),
        ("0d yes cancer.past; 1d checked cancer; 1d undo 2; 1d undo 3", "1d", past, Some(Yes), false),
        ("0d yes cancer.past; 1d checked cancer; 2d no cancer.past", "2d", past, Some(No), false),
        ("0d yes cancer.past; 1d checked cancer; 2d yes cancer.first", "2d", past, Some(Yes), true),
        // where it can change, an old yes that was looked at is asked anew, and a new one closes again
        ("0d yes cauda_equina.saddle; 1d checked cauda_equina", "1d20h", saddle, Some(Yes), false),
        ("0d yes cauda_equina.saddle; 1d checked cauda_equina", "2d1h", saddle, None, false),
        ("0d yes cauda_equina.saddle; 1d checked cauda_equina; 1d visit", "1d", saddle, None, false),
        (
            "0d yes cauda_equina.saddle; 1d checked cauda_equina; 9d yes cauda_equina.saddle",
            "9d",
            saddle,
            Some(Yes),
            true,
        ),
        (
            "0d yes cauda_equina.saddle; 1d checked cauda_equina; 9d no cauda_equina.saddle",
            "9d",
            saddle,
            Some(No),
            false,
        ),
    ]);
}

#[test]
fn a_no_wears_out() {
    let (saddle, past) = ("cauda_equina.saddle", "cancer.past");
    holds(&[
        ("0d no cauda_equina.saddle", "0d", saddle, Some(No), false),
        ("0d no cauda_equina.saddle", "1d", saddle, Some(No), false),
        ("0d no cauda_equina.saddle", "1d1h", saddle, None, false),
        ("0d no cauda_equina.saddle; 1h visit", "1h", saddle, None, false),
        ("0d no cauda_equina.saddle; 0d undo 1", "0d", saddle, None, false),
        ("0d no cancer.past; 5d visit", "5d", past, Some(No), false),
        ("0d no cancer.past", "30d", past, Some(No), false),
        ("0d no cancer.past", "30d1h", past, None, false),
        // a clock that ran ahead says nothing about how old an answer is
        ("9d no cancer.past", "0d", past, None, false),
        ("0d no cancer.past; 0d unknown cancer.past", "0d", past, Some(Unknown), false),
        ("0d unknown cancer.past; 0d no cancer.past", "0d", past, Some(No), false),
        ("0d unknown cancer.past; 0d yes cancer.past; 0d unknown cancer.past", "0d", past, Some(Yes), true),
    ]);
}

#[test]
fn a_yes_that_closes_another_flag_stays() {
    // one `combine` yes of "not improving" closes it together with a yes to "immune"
    let immune = "spinal_infection.immune";
    let seen = "0d yes spinal_infection.immune; 1d checked spinal_infection";
    let worse = GUIDE.flag(GUIDE.find_flag("not_improving").expect("a flag")).ask[0].id.to_string();
    let closed = format!("{seen}; 2d yes {worse}");
    let denied = format!("{closed}; 2d no {immune}");
    for (text, is_closed) in [(seen, false), (&closed, true), (&denied, true)] {
        let case = fold(&GUIDE, &story(text), after("2d")).case;
        assert_eq!(safety::gate(&GUIDE, &case).state == safety::State::Closed, is_closed, "{text}");
    }
}

#[test]
fn a_check_that_a_yes_came_after_is_left_out() {
    for (text, want) in [
        ("0d checked cancer", 1),
        ("0d yes cancer.past; 1d checked cancer; 1d checked cancer", 1),
        ("0d checked cancer; 1d yes cancer.first", 0),
        ("0d checked cancer; 1d yes cancer.first; 1d undo 2", 0),
        ("0d yes cancer.past; 1d checked cancer; 1d checked avn", 2),
    ] {
        assert_eq!(fold(&GUIDE, &story(text), after("2d")).case.clinician.len(), want, "{text}");
    }
}

#[test]
fn a_caution_that_is_a_flag_closes_again_when_told_again() {
    for (text, closed) in [
        ("0d cautions cx_dvt cx_dvt", true),
        ("0d cautions cx_dvt cx_dvt; 1d checked dvt", false),
        ("0d cautions cx_dvt cx_dvt; 1d checked dvt; 2d cautions cx_dvt cx_dvt", false),
        ("0d cautions cx_dvt cx_dvt; 1d checked dvt; 2d cautions cx_dvt; 3d cautions cx_dvt cx_dvt", true),
        (
            "0d cautions cx_dvt cx_dvt; 1d checked dvt; 2d cautions cx_dvt; 3d cautions cx_dvt cx_dvt; 4d checked dvt",
            false,
        ),
        ("0d checked dvt; 1d cautions cx_dvt cx_dvt", true),
    ] {
        let case = fold(&GUIDE, &story(text), after("5d")).case;
        assert_eq!(safety::gate(&GUIDE, &case).state == safety::State::Closed, closed, "{text}");
    }
}
