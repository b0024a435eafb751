//! How to go on: every rule of the decision table by an example, which goes before which, and what the next plan makes of it.
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

mod common;

use case::{Case, Visit};
use coach::*;
use common::*;

const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;
/// Some day at nine in the morning.
const START: i64 = 1_796_112_000_000;

/// Sessions on some days, and a number every morning.
struct Weeks {
    past: Past,
    case: Case,
}

/// A session every `every` days up to today, day `days`; the morning's number by day.
fn weeks(days: i64, every: usize, morning: impl Fn(i64) -> u8) -> Weeks {
    let sitting = |day: i64| Sitting { ended_ms: START + day * DAY + HOUR, longest_s: 60, ..Sitting::default() };
    let past = Past {
        now_ms: START + days * DAY + 2 * HOUR,
        visit_ms: START,
        pains: (0..=days).map(|day| (START + day * DAY, morning(day))).collect(),
        sittings: (0..=days).step_by(every).map(sitting).collect(),
    };
    Weeks { past, case: case("buttock_up_lat") }
}

impl Weeks {
    fn last(&mut self) -> &mut Sitting {
        self.past.sittings.last_mut().unwrap()
    }

    fn with(mut self, change: impl FnOnce(&mut Weeks)) -> Weeks {
        change(&mut self);
        self
    }

    fn course(&self) -> Course {
        course(&GUIDE, &self.case, &safety::gate(&GUIDE, &self.case), &self.past)
    }
}

/// From 6 down to `to` over the days.
fn down(days: i64, to: i64) -> impl Fn(i64) -> u8 {
    move |day| (6 - (6 - to) * day / days) as u8
}

#[test]
fn each_rule_has_its_example() {
    let same = || weeks(8, 2, |_| 6);
    let session = |before, after| move |it: &mut Weeks| it.last().pain = [Some(before), Some(after)];
    let sign = |id: &'static str| move |it: &mut Weeks| it.last().signs.push(id.into());
    for (name, weeks, session_rule, weeks_rule) in [
        ("nothing said of the session", same(), None, Some(Rule::Same)),
        ("swelling after it", same().with(sign("swelling")), Some(Rule::Emergency), Some(Rule::Emergency)),
        ("dark urine after it", same().with(sign("dark_urine")), Some(Rule::Emergency), Some(Rule::Emergency)),
        ("a pale leg in it", same().with(sign("colour")), Some(Rule::Emergency), Some(Rule::Emergency)),
        ("fever after it", same().with(sign("night")), Some(Rule::RedFlag), Some(Rule::RedFlag)),
        ("a zing in it", same().with(sign("shoot")), Some(Rule::Nerve), Some(Rule::Nerve)),
        ("numb after it", same().with(sign("numb_after")), Some(Rule::Nerve), Some(Rule::Nerve)),
        ("sharp on a bone says nothing", same().with(sign("sharp_bone")), None, Some(Rule::Same)),
        ("2 up at once", same().with(session(4, 6)), Some(Rule::WorseSession), Some(Rule::Same)),
        ("1 up at once", same().with(session(5, 6)), None, Some(Rule::Same)),
        ("sore for two days", same().with(sign("sore36")), Some(Rule::WorseSession), Some(Rule::Same)),
        ("2 down", same().with(session(6, 4)), Some(Rule::SessionAnswer), Some(Rule::Same)),
        ("30 percent down", same().with(session(3, 2)), Some(Rule::SessionAnswer), Some(Rule::Same)),
        ("1 of 6 down, once", same().with(session(6, 5)), None, Some(Rule::Same)),
        (
            "the spot itself 2 down",
            same().with(|it| it.last().again.push((6, 3))),
            Some(Rule::SessionAnswer),
            Some(Rule::Same),
        ),
        (
            "no answer twice",
            same().with(|it| it.past.sittings.iter_mut().for_each(|sitting| sitting.pain = [Some(6), Some(6)])),
            Some(Rule::SessionNoAnswer),
            Some(Rule::Same),
        ),
        (
            "no answer twice, but too short to tell",
            same().with(|it| {
                it.past.sittings.iter_mut().for_each(|s| (s.pain, s.longest_s) = ([Some(6), Some(6)], 10));
            }),
            None,
            Some(Rule::Same),
        ),
        ("a week, 2 better", weeks(8, 2, |day| if day < 2 { 6 } else { 4 }), None, Some(Rule::Better)),
        ("a week, 2 worse", weeks(8, 2, |day| if day < 2 { 4 } else { 6 }), None, Some(Rule::Worse)),
        ("three days", weeks(3, 1, |_| 6), None, None),
        ("two weeks, too few sessions", weeks(15, 4, |_| 6), None, Some(Rule::Same)),
        ("two weeks, six sessions", weeks(15, 3, |_| 6), None, Some(Rule::PersistingReassess)),
        ("two weeks, six sessions, better", weeks(15, 3, down(15, 3)), None, Some(Rule::Better)),
        (
            "four weeks, a quarter better",
            weeks(29, 3, |day| if day < 2 { 8 } else { 6 }),
            None,
            Some(Rule::AdviseClinician),
        ),
        ("four weeks, half better", weeks(29, 3, down(15, 3)), None, Some(Rule::Better)),
        ("six weeks", weeks(43, 3, |_| 6), None, Some(Rule::Refer)),
        (
            "two weeks at 0 and 1",
            weeks(29, 3, |day| if day < 14 { 6 } else { (day % 2) as u8 }),
            None,
            Some(Rule::Recovered),
        ),
    ] {
        let course = weeks.course();
        assert_eq!((course.session, course.weeks), (session_rule, weeks_rule), "{name}: {course:?}");
    }
}

#[test]
fn answers_of_nerve_and_tendon_beat_a_spot_that_answered() {
    let answered = || weeks(8, 2, |_| 6).with(|it| it.last().pain = [Some(6), Some(2)]);
    for (answers, below_knee, rule) in [
        (&["hurts_touch_side_knob", "hurts_one_leg_stand_30s"][..], false, Rule::Tendon),
        (&["hurts_touch_side_knob", "worse_lying_on_side"], false, Rule::Tendon),
        (&["hurts_touch_side_knob"], false, Rule::SessionAnswer),
        (&["numb_or_tingling_leg"], true, Rule::Nerve),
        (&["numb_or_tingling_leg"], false, Rule::SessionAnswer),
        (&["leg_weak", "hurts_touch_side_knob", "worse_lying_on_side"], true, Rule::Nerve),
    ] {
        let mut weeks = answered();
        answers.iter().for_each(|question| yes(&mut weeks.case, question));
        if below_knee {
            weeks.case.pain.push(pain("calf_post", 4.0));
        }
        assert_eq!(weeks.course().session, Some(rule), "{answers:?}");
    }
}

#[test]
fn a_closed_gate_is_danger_whatever_else_was_said() {
    for (ask, rule) in [("cauda_equina.saddle", Rule::Emergency), ("cancer.past", Rule::RedFlag)] {
        let mut weeks = weeks(8, 2, |_| 6).with(|it| it.last().pain = [Some(6), Some(2)]);
        let ask = GUIDE.find_ask(ask).unwrap();
        weeks.case.gate.iter_mut().find(|(known, _)| *known == ask).unwrap().1 = case::Reply::Yes;
        let gate = safety::gate(&GUIDE, &weeks.case);
        assert_eq!(gate.state, safety::State::Closed);
        assert_eq!(weeks.course().session, Some(rule));
    }
}

#[test]
fn a_nerve_sign_holds_until_the_nerve_question_is_answered_in_a_later_look() {
    let mut weeks = weeks(8, 2, |_| 6).with(|it| it.last().signs.push("numb".into()));
    assert_eq!(weeks.course().stage.stop, Some(Rule::Nerve));
    no(&mut weeks.case, "numb_or_tingling_leg");
    assert_eq!(weeks.course().stage.stop, Some(Rule::Nerve), "that was answered before");
    weeks.past.visit_ms = weeks.past.now_ms;
    assert_eq!(weeks.course().stage.stop, None);
}

#[test]
fn three_relapses_in_three_months_are_a_clinicians() {
    let mut weeks = weeks(90, 1, |_| 4);
    let course_of =
        |first: i64| (first..first + 4).map(|day| Sitting { ended_ms: START + day * DAY, ..Sitting::default() });
    weeks.past.sittings = [2, 26, 50, 88].into_iter().flat_map(course_of).collect();
    assert_eq!(weeks.course().weeks, Some(Rule::Refer));
    weeks.past.sittings = [26, 50, 88].into_iter().flat_map(course_of).collect();
    assert_ne!(weeks.course().weeks, Some(Rule::Refer));
}

#[test]
fn pain_in_an_area_that_never_hurt_before_is_worse() {
    let mut weeks = weeks(8, 2, |_| 6);
    weeks.case.earlier.push(Visit { pain: weeks.case.pain.clone(), ..Visit::default() });
    assert_eq!(weeks.course().weeks, Some(Rule::Same));
    weeks.case.pain.push(pain("calf_post", 4.0));
    assert_eq!(weeks.course().weeks, Some(Rule::Worse));
    weeks.case.pain.last_mut().unwrap().intensity = Some(2.0);
    assert_eq!(weeks.course().weeks, Some(Rule::Same), "a trace of pain is none");
}

#[test]
fn who_says_no_numbers_is_told_nothing_that_rests_on_them() {
    let mut weeks = weeks(50, 3, |_| 6);
    weeks.past.pains.clear();
    assert_eq!(weeks.course().weeks, None);
    assert_eq!(Past::default().sittings.len(), 0);
    assert_eq!(course(&GUIDE, &weeks.case, &safety::gate(&GUIDE, &weeks.case), &Past::default()), Course::default());
}

#[test]
fn a_long_gap_begins_a_new_course() {
    let mut weeks = weeks(60, 3, |_| 6);
    weeks.past.sittings.retain(|sitting| sitting.ended_ms < START + 20 * DAY || sitting.ended_ms > START + 50 * DAY);
    let course = weeks.course();
    assert_eq!((course.days, course.sessions), (9, 4));
    // and nothing is said of the weeks once no course goes on
    weeks.past.now_ms += 30 * DAY;
    assert_eq!(weeks.course().weeks, None);
}

#[test]
fn the_morning_after_is_asked_about_until_it_is_told() {
    let mut weeks = weeks(0, 1, |_| 6);
    for (hours, due) in [(2, false), (6, true), (40, true), (60, false)] {
        weeks.past.now_ms = START + HOUR + hours * HOUR;
        assert_eq!(weeks.past.morning_due(), due, "{hours} hours later");
    }
    weeks.past.now_ms = START + 20 * HOUR;
    weeks.past.pains.push((START + 19 * HOUR, 5));
    assert!(!weeks.past.morning_due());
    // and two points more make it a session that made it worse
    weeks.last().pain[0] = Some(3);
    assert_eq!(weeks.course().session, Some(Rule::WorseSession));
}

#[test]
fn the_rules_are_those_of_the_guide_in_its_order() {
    use Rule::*;
    let rules = [
        Emergency,
        RedFlag,
        Nerve,
        Tendon,
        WorseSession,
        SessionAnswer,
        SessionNoAnswer,
        Recovered,
        Worse,
        Refer,
        AdviseClinician,
        PersistingReassess,
        Better,
        Same,
    ];
    let ids: Vec<&str> = GUIDE.decisions.iter().map(|decision| decision.id.as_str()).collect();
    assert_eq!(ids, rules.map(Rule::id));
}

/// The plan of a later session of somebody who stands there.
fn planned(weeks: &Weeks) -> Plan {
    let mut case = weeks.case.clone();
    released(&mut case, "gmed_trp1");
    plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[]), &full_kit(30).at(weeks.course().stage))
}

#[test]
fn the_next_plan_follows_the_rule() {
    // as usual
    let usual = planned(&weeks(8, 2, |_| 6));
    assert!(usual.half.is_empty() && usual.kind == Kind::Release);
    // half the dose with a softer tool after a session that made it worse; none after two
    let mut worse = weeks(8, 2, |_| 6).with(|it| it.last().pain = [Some(4), Some(7)]);
    let half = planned(&worse);
    assert_eq!(half.half, [Half::Worse]);
    let pressing = |plan: &Plan| plan.spots.iter().map(Spot::press_s).sum::<u32>();
    assert!(pressing(&half) * 2 <= pressing(&usual), "{} {}", pressing(&half), pressing(&usual));
    let softer =
        |plan: &Plan| plan.spots.iter().all(|s| s.technique.contains("tennis") || s.technique.contains("hand"));
    assert!(softer(&half), "{:?}", half.spots);
    let before = worse.past.sittings.len() - 2;
    worse.past.sittings[before].pain = [Some(4), Some(7)];
    assert_eq!(planned(&worse).kind, Kind::NoPress(NoPress::Course(Rule::WorseSession)));
    // nothing is pressed where the guide says so, and something is left to do
    for (days, rule) in [(29, Rule::AdviseClinician), (43, Rule::Refer)] {
        let stopped = planned(&weeks(days, 3, |_| 6));
        assert_eq!(stopped.kind, Kind::NoPress(NoPress::Course(rule)));
        assert!(!stopped.exercises.is_empty() || !stopped.warm_up.is_empty());
    }
    // until a clinician has looked at it
    let mut seen = weeks(43, 3, |_| 6);
    let flag = GUIDE.find_flag(NOT_IMPROVING).unwrap();
    seen.case.clinician.push(case::Cleared { flag, checked_on: case::Date::of_days((START / DAY) + 40).unwrap() });
    assert_eq!(planned(&seen).kind, Kind::Release);
    seen.case.clinician[0].checked_on = case::Date::of_days((START / DAY) - 40).unwrap();
    assert_eq!(planned(&seen).kind, Kind::NoPress(NoPress::Course(Rule::Refer)), "that was another time");
}

#[test]
fn pain_that_stays_opens_all_three_gluteals_again() {
    let states = |plan: &Plan| plan.coverage.iter().filter(|c| c.state == Covered::Before).count();
    let at = |weeks: &Weeks| {
        let mut case = weeks.case.clone();
        ["gmed_trp1", "gmax_trp1", "gmin_post"].iter().for_each(|source| released(&mut case, source));
        plan(&case, &assessment(&[("gmed_trp1", 0.7)], &[]), &full_kit(30).at(weeks.course().stage))
    };
    assert_eq!(states(&at(&weeks(8, 2, |_| 6))), 3, "all were looked at");
    let again = at(&weeks(15, 3, |_| 6));
    assert_eq!(states(&again), 0, "{:?}", again.coverage);
    let today = again.coverage.iter().filter(|c| c.state == Covered::Today).count();
    assert!(today >= 2, "{:?}", again.coverage);
}

#[test]
fn a_ladder_goes_up_after_two_good_times_and_down_after_a_bad_one() {
    let ladder = &GUIDE.ladders.iter().find(|ladder| ladder.id == *"gluteus_maximus").unwrap().exercises;
    // what was done, with its pain; `!` made it worse, `x` was not done to its end
    for (done, reached) in [
        ("", None),
        ("bridge_double 2", Some("bridge_double")),
        ("bridge_double 2, bridge_double 3", Some("bridge_double_abducted")),
        ("bridge_double 2, bridge_double 4", Some("bridge_double")),
        ("bridge_double 2, bridge_double -", Some("bridge_double")),
        ("bridge_double 2, bridge_double 6", Some("glute_squeeze")),
        ("bridge_double 2, bridge_double 2 x", Some("glute_squeeze")),
        ("bridge_double 2, bridge_double 2 !", Some("glute_squeeze")),
        ("glute_squeeze 7", Some("glute_squeeze")),
        // one good time after stepping down is not two
        ("glute_squeeze 2, bridge_double 6, glute_squeeze 2", Some("glute_squeeze")),
        ("glute_squeeze 2, bridge_double 6, glute_squeeze 2, glute_squeeze 1", Some("bridge_double")),
    ] {
        let drill = |said: &str| {
            let words: Vec<&str> = said.split(' ').collect();
            let drill =
                Drill { exercise: words[0].into(), pain: words[1].parse().ok(), done: words.get(2) != Some(&"x") };
            (drill, words.get(2) == Some(&"!"))
        };
        let drills = done.split(", ").filter(|said| !said.is_empty()).map(drill).collect();
        let stage = Stage { drills, ..Stage::default() };
        assert_eq!(stage.reached(ladder).map(|at| ladder[at].as_str()), reached, "{done}");
    }
}

#[test]
fn the_plan_takes_the_exercise_that_is_reached_or_an_easier_one() {
    let good = |exercise: &str| (Drill { exercise: exercise.into(), pain: Some(1), done: true }, false);
    let at = |exercise: &str, things: &[&str]| {
        let mut case = case("buttock_mid_med");
        released(&mut case, "gmax_trp1");
        let stage = Stage { begun: true, drills: vec![good(exercise), good(exercise)], ..Stage::default() };
        let kit = full_kit(40).with_things(things).at(stage);
        let plan = plan(&case, &assessment(&[("gmax_trp1", 0.7)], &[]), &kit);
        let item = plan.exercises.into_iter().find(|item| item.ladder == *"gluteus_maximus");
        item.map(|item| item.exercise.as_str().to_owned()).unwrap_or_default()
    };
    assert_eq!(at("bridge_double", &["band"]), "bridge_double_abducted");
    assert_eq!(at("bridge_double", &["chair"]), "bridge_double", "the next needs a band");
    assert_eq!(at("bridge_double_abducted", &[]), "prone_hip_extension");
}

#[test]
fn few_sessions_prove_little() {
    for (yes, of, fits) in
        [(0, 0, [0, 10]), (1, 1, [2, 10]), (0, 1, [0, 8]), (3, 4, [3, 10]), (5, 10, [2, 8]), (45, 50, [7, 10])]
    {
        assert_eq!(plausible(yes, of), fits, "{yes} of {of}");
    }
    // an oracle of another kind: what is left out is rare with what was seen, and what is well inside is not
    let chance = |share: f64, of: u32, yes: u32| -> f64 {
        let choose = (1..=yes).fold(1.0, |product, k| product * f64::from(of - yes + k) / f64::from(k));
        let power = |base: f64, times: u32| (0..times).fold(1.0, |product, _| product * base);
        choose * power(share, yes) * power(1.0 - share, of - yes)
    };
    for (of, yes) in (3..=12_u32).flat_map(|of| (0..=of).map(move |yes| (of, yes))) {
        let [low, high] = plausible(yes as usize, of as usize);
        for tenths in 0..=10_u8 {
            let share = f64::from(tenths) / 10.0;
            let at_least: f64 = (yes..=of).map(|k| chance(share, of, k)).sum();
            let at_most: f64 = (0..=yes).map(|k| chance(share, of, k)).sum();
            let rare = at_least.min(at_most);
            assert!((low..=high).contains(&tenths) || rare < 0.1, "{yes} of {of}: {tenths} of ten fits ({rare})");
            assert!(!(low < tenths && tenths < high) || rare > 0.01, "{yes} of {of}: {tenths} of ten is odd ({rare})");
        }
    }
}
