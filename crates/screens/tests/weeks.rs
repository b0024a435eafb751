//! After a session and over weeks, by hand.

#![expect(clippy::panic, clippy::expect_used, reason = "in a test a panic is the report")]
#![allow(dead_code, reason = "the reader of screens is shared")]

mod aloud;

use aloud::{Hand, MORNING};
use guide::Guide;
use records::{Body, DeviceId, Ended, Moment, Record, Stamp, Vault};
use screens::*;

const DAY: i64 = 86_400_000;
const HOUR: i64 = 3_600_000;

/// Somebody whose right upper outer buttock hurts, with a session each `every` days up to `days` ago: pain of this before,
/// that after, and each morning's number.
fn after_weeks(days: i64, every: usize, pain: impl Fn(i64) -> u8) -> Hand {
    let mut vault = Vault::new(DeviceId(uuid::Uuid::from_u128(1)));
    let start = MORNING - days * DAY;
    let mut moments = 0_u64;
    let mut tell = |at_ms: i64, body: Body| {
        moments += 1;
        let mut entropy = [255; 10];
        entropy[..8].copy_from_slice(&moments.to_le_bytes());
        vault.append(body, &Moment { stamp: Stamp { at_ms, offset_min: 60 }, entropy });
    };
    tell(start, Body::Person { age: Some(48), sex: None });
    tell(start, Body::Began { days: 90 });
    let place = records::Place {
        zone: "buttock_up_lat".to_owned(),
        side: case::Side::Right,
        intensity: Some(pain(0)),
        share: None,
        quality: Vec::new(),
    };
    tell(start, Body::Drawing { by: case::PainBy::Words, places: vec![place] });
    for day in 0..days {
        let at = start + day * DAY;
        tell(at, Body::Rated { pain: pain(day), note: String::new() });
        if (day as usize).is_multiple_of(every) {
            let spot = ("gmed_trp1".to_owned(), case::Side::Right);
            tell(at + HOUR, Body::SessionBegan { pain: Some(pain(day)) });
            tell(
                at + HOUR,
                Body::Held {
                    source: spot.0.clone(),
                    side: spot.1,
                    technique: "gmed_posterior.hand".to_owned(),
                    seconds: 60,
                    felt: Some(4),
                    ended: Ended::Done,
                },
            );
            tell(at + 2 * HOUR, Body::SessionEnded { pain: Some(pain(day)), complete: true });
        }
    }
    Hand::holding(vault)
}

/// The way to the first spot that is proposed, as the body on screen is told it.
fn way(hand: &mut Hand) -> String {
    hand.act(Action::Go(Place::Find));
    while hand.app.view().place != Place::Find {
        hand.tap("None of these");
    }
    let figure = hand.app.view().blocks.into_iter().find_map(|block| match block.kind {
        Kind::Figure(figure) => Some(figure.spot),
        _ => None,
    });
    figure.expect("a picture")
}

#[test]
fn the_way_to_a_spot_shows_the_head_of_a_gun_if_that_is_what_one_has_for_the_place() {
    use case::Tool::{LacrosseBall, MassageGun};
    for (tools, shown) in
        [(vec![MassageGun], true), (vec![LacrosseBall], false), (vec![LacrosseBall, MassageGun], false)]
    {
        let mut hand = after_weeks(3, 1, |_| 6);
        assert!(!way(&mut hand).contains('+'), "nothing was chosen yet");
        hand.act(Action::Go(Place::Kit));
        for tool in &tools {
            hand.act(Action::Tool(*tool));
        }
        hand.tap("Show the plan");
        for spot in ["gmed_trp2", "gmed_trp1"] {
            let way = way(&mut hand);
            assert!(way.starts_with(spot), "{way}");
            assert_eq!(way.ends_with(" +gun"), shown, "{tools:?}: {way}");
            hand.act(Action::SkipSpot);
        }
    }
}

/// What a rule says on this screen.
fn rule(hand: &Hand) -> Option<(String, Vec<String>)> {
    let blocks = hand.app.view().blocks;
    blocks.into_iter().find(|block| block.key == "rule").map(|block| match block.kind {
        Kind::Notice { title, lines, .. } => (title, lines),
        other => panic!("{other:?}"),
    })
}

fn kept(hand: &Hand) -> Vec<Body> {
    hand.app.vault().records().into_iter().map(|record: &Record| record.body.clone()).collect()
}

#[test]
fn today_says_how_the_weeks_went_why_and_how_sure() {
    let guide = Guide::embedded("en").expect("the guide is right");
    for (days, every, says, goes) in [
        // too short for the weeks, so the last sessions speak
        (3, 1, Some("session_no_answer"), None),
        (8, 2, Some("same"), None),
        (15, 2, Some("persisting_reassess"), Some("Look again")),
        (29, 3, Some("advise_clinician"), Some("Copy for my physio")),
        (43, 3, Some("refer"), Some("Copy for my physio")),
    ] {
        let hand = after_weeks(days, every, |_| 6);
        let said = rule(&hand).map(|(title, _)| title);
        let want = says.map(|id| guide.text("decisions", id, "then").to_owned());
        assert_eq!(said, want, "after {days} days");
        assert!(goes.is_none_or(|goes| hand.sees().contains(&format!("[{goes}]"))), "{}", hand.sees());
    }
    let (_, lines) = rule(&after_weeks(29, 3, |_| 6)).expect("a rule");
    assert_eq!(
        lines,
        [
            "Four weeks with less than 30 percent gained.",
            "In 28 days your pain went from about 6 to about 6 of 10.",
            "How sure: one good study, or several of other muscles.",
        ]
    );
}

#[test]
fn while_pressing_rests_no_spot_is_pressed_to_find_out_either() {
    for (worse, rests) in [(false, false), (true, true)] {
        let mut hand = after_weeks(15, 2, |day| if worse && day > 7 { 9 } else { 6 });
        hand.act(Action::Go(Place::Result));
        while hand.app.view().title == "Any of these?" {
            hand.tap("None of these");
        }
        hand.act(Action::Go(Place::Result));
        let proposed = hand.sees().contains("[Find the spot]");
        assert_eq!(proposed, !rests, "{}", hand.sees());
        assert!(!rests || !hand.sees().contains("Press here"), "{}", hand.sees());
    }
}

#[test]
fn pain_that_stays_is_looked_at_anew() {
    let mut hand = after_weeks(15, 2, |_| 6);
    assert_eq!(hand.sees().matches("[Look again]").count(), 1, "one way leads there: {}", hand.sees());
    hand.tap("Look again");
    assert_eq!(hand.app.view().place, Place::Locate);
    assert!(kept(&hand).contains(&Body::Visit));
}

#[test]
fn a_clinician_who_was_seen_opens_pressing_again() {
    let mut hand = after_weeks(43, 3, |_| 6);
    hand.act(Action::Checked);
    let checked = |body: &Body| matches!(body, Body::Checked { flag, .. } if flag == "not_improving");
    assert_eq!(kept(&hand).iter().filter(|body| checked(body)).count(), 1);
}

#[test]
fn the_text_for_a_clinician_says_what_was_tried() {
    let mut hand = after_weeks(43, 3, |_| 6);
    hand.tap("Copy for my physio");
    let Some(Effect::Copy(text)) = hand.effects.last() else { panic!("{:?}", hand.effects) };
    assert!(text.contains("15 sessions in 42 days"), "{text}");
    assert!(text.contains("from about 6 to about 6 of 10"), "{text}");
}

#[test]
fn one_number_is_enough_and_the_morning_after_is_asked_for() {
    // given a session yesterday, and nothing told since
    let mut hand = after_weeks(1, 1, |_| 4);
    assert!(hand.sees().contains("The morning after: how is it?"), "{}", hand.sees());
    // when one number is tapped
    let taps = hand.taps;
    hand.sets(Scale::Pain, 7);
    assert_eq!(hand.taps - taps, 1);
    // then it is kept, the session counts as one that made it worse, and the question is over
    assert_eq!(kept(&hand).last(), Some(&Body::Rated { pain: 7, note: String::new() }));
    assert!(rule(&hand).expect("a rule").0.starts_with("Rest for 48 hours"), "{:?}", rule(&hand));
    assert!(!hand.sees().contains("The morning after"));
}

#[test]
fn a_sign_after_a_session_is_kept_once_and_shown_in_the_journal() {
    let mut hand = after_weeks(1, 1, |_| 4);
    let swelling = "Growing swelling, a tight buttock, fast rising pain within hours, or a large bruise";
    hand.tap(swelling);
    hand.tap(swelling);
    let signs = kept(&hand).into_iter().filter(|body| matches!(body, Body::StopSign { .. })).count();
    assert_eq!(signs, 1);
    assert_eq!(rule(&hand).expect("a rule").0, "Stop. Get emergency care now.");
    hand.tap("tab Journal");
    let fold = hand.app.view().blocks.into_iter().find(|block| block.key == "harms").expect("a log of harm");
    let Kind::Fold { blocks, .. } = fold.kind else { panic!("no fold") };
    assert!(matches!(&blocks[0].kind, Kind::Rows(rows) if rows[0].1 == swelling), "{blocks:?}");
}

/// Given half a zone and a whole one, and a zone that was said not to hurt; at the next visit a quarter of the first.
#[test]
fn the_journal_draws_how_much_of_the_skin_hurts() {
    let place = |zone: &str, side, intensity, share| records::Place {
        zone: zone.to_owned(),
        side,
        intensity,
        share,
        quality: Vec::new(),
    };
    let buttock = |share| place("buttock_up_lat", case::Side::Right, Some(6), Some(share));
    let sacrum = place("sacrum", case::Side::Midline, None, None);
    let calf = place("calf_post", case::Side::Right, Some(0), None);
    let mut vault = Vault::new(DeviceId(uuid::Uuid::from_u128(1)));
    for (day, places) in [(2, vec![buttock(50), sacrum, calf]), (1, vec![buttock(25)])] {
        for body in [Body::Visit, Body::Drawing { by: case::PainBy::Drawing, places }] {
            let at_ms = MORNING - day * DAY + i64::from(body != Body::Visit);
            vault.append(body, &Moment { stamp: Stamp { at_ms, offset_min: 60 }, entropy: [day as u8; 10] });
        }
    }
    let mut hand = Hand::holding(vault);
    hand.act(Action::Go(Place::Journal));
    let title = "Skin that hurt, percent of the body shown";
    let chart = hand.app.view().blocks.into_iter().find(|block| block.key == title).expect("a chart");
    let Kind::Chart { points, range, table: (_, rows), .. } = chart.kind else { panic!("no chart") };
    // guide/zones.toml: the outer upper buttock is 0.94 percent of the skin, the sacrum 0.6
    let skin: Vec<f64> = points.iter().map(|(_, skin)| (skin * 1000.0).round()).collect();
    assert_eq!((skin, range), (vec![1070.0, 235.0], [0.0, 10.0]));
    assert_eq!(rows.iter().map(|row| row[1].as_str()).collect::<Vec<_>>(), ["1.1", "0.2"]);
}

#[test]
fn reminders_are_a_calendar_file() {
    let mut hand = after_weeks(1, 1, |_| 4);
    hand.act(Action::Go(Place::After));
    hand.tap("Remind me (calendar file)");
    let Some(Effect::Save { name, text }) = hand.effects.last() else { panic!("{:?}", hand.effects) };
    assert_eq!(name, "unknot.ics");
    // the session ended on 24 November at 13:00 local time, an hour ahead of UTC
    let starts: Vec<&str> = text.lines().filter(|line| line.starts_with("DTSTART:")).collect();
    assert_eq!(starts, ["DTSTART:20261124T150000Z", "DTSTART:20261125T080000Z"]);
    // as RFC 5545 wants it: lines end with CR LF, none longer than 75 bytes, and what begins ends
    assert!(text.split_terminator('\n').all(|line| line.ends_with('\r') && line.len() <= 76), "{text}");
    for part in ["VCALENDAR", "VEVENT", "VALARM"] {
        let count = |what: &str| text.lines().filter(|line| *line == format!("{what}:{part}")).count();
        assert_eq!(count("BEGIN"), count("END"));
    }
    let unfolded = text.replace("\r\n ", "");
    assert!(unfolded.contains("Growing swelling\\, a tight buttock"), "{unfolded}");
    // others may see a calendar: its titles say nothing of health
    assert!(
        unfolded.lines().filter(|line| line.starts_with("SUMMARY:")).all(|line| line == "SUMMARY:Unknot: a short look")
    );
}

/// Into a session of half an hour.
fn in_a_session(hand: &mut Hand) {
    while hand.app.view().place != Place::Kit {
        hand.act(Action::Go(Place::Kit));
        if hand.app.view().place != Place::Kit {
            hand.tap("None of these");
        }
    }
    hand.act(Action::Minutes(30));
    hand.tap("Show the plan");
    while hand.app.view().place != Place::Plan {
        hand.tap("None of these");
    }
    hand.tap("Begin");
    hand.sets(Scale::Pain, 6);
    hand.tap("Begin");
}

/// Waits until this heading comes.
fn wait(hand: &mut Hand, for_what: impl Fn(&View) -> bool) {
    while !for_what(&hand.app.view()) {
        assert!(hand.app.view().ticking, "{}", hand.sees());
        hand.at_ms += 1_000;
        hand.act(Action::Tick);
    }
}

fn scale(view: &View) -> Option<Scale> {
    view.blocks.iter().find_map(|block| if let Kind::Scale { scale, .. } = block.kind { Some(scale) } else { None })
}

#[test]
fn each_spot_has_a_number_of_its_own() {
    let mut hand = after_weeks(8, 2, |_| 4);
    // given pain that two muscles make
    let guide = guide::Guide::embedded("en").expect("the guide is right");
    let more = ["buttock_mid_med", "buttock_low_med"]
        .map(|id| (guide.find_zone(id).expect("a zone"), case::Side::Right, Some(80)));
    hand.act(Action::Go(Place::Locate));
    hand.act(Action::Painted(more.to_vec()));
    in_a_session(&mut hand);
    // when pain is said while stretching after the first spot, and at the end
    wait(&mut hand, |view| scale(view) == Some(Scale::Pain));
    let spots = |hand: &Hand| {
        kept(hand).into_iter().rev().take_while(|body| !matches!(body, Body::SessionBegan { .. })).collect::<Vec<_>>()
    };
    hand.sets(Scale::Pain, 5);
    assert_ne!(scale(&hand.app.view()), Some(Scale::Pain), "that spot has its number");
    wait(&mut hand, |view| !view.ticking);
    hand.sets(Scale::Pain, 2);
    hand.tap("Done");
    // then each of them speaks for the spot before it
    let told: Vec<(u8, u8)> = spots(&hand)
        .iter()
        .rev()
        .filter_map(|body| match body {
            Body::Released { pain_before, pain_after, .. } => Some((*pain_before, *pain_after)),
            _ => None,
        })
        .collect();
    assert_eq!(told, [(6, 5), (5, 2)]);
    // and the journal says how little one session proves
    hand.tap("tab Journal");
    assert!(hand.sees().contains("1 of 1 times: too few to tell"), "{}", hand.sees());
}

#[test]
fn an_exercise_is_kept_with_its_pain_and_a_leg_that_tired_is_an_answer() {
    let mut hand = after_weeks(8, 2, |_| 4);
    in_a_session(&mut hand);
    // an exercise asks for a number and, unlike a spot, is named without what is done to it
    wait(&mut hand, |view| scale(view) == Some(Scale::Felt) && !view.title.contains(':'));
    hand.tap("Done");
    hand.sets(Scale::Felt, 2);
    wait(&mut hand, |view| !view.ticking);
    hand.tap("Done");
    let drills: Vec<Option<u8>> = kept(&hand)
        .into_iter()
        .filter_map(|body| if let Body::Exercised { felt, .. } = body { Some(felt) } else { None })
        .collect();
    assert_eq!(drills.first(), Some(&Some(2)), "{drills:?}");
    hand.tap("Did a leg tire early, or feel weak?: Right");
    let tired = |body: &Body| matches!(body, Body::Answer { question, side: case::Side::Right, reply: case::Reply::Yes } if question == "tired_leg");
    assert!(kept(&hand).iter().any(tired));
}

#[test]
fn a_track_for_a_dark_screen_has_the_cues_when_they_come() {
    // given a session, and what its track would say from here on
    let mut hand = after_weeks(8, 2, |_| 4);
    in_a_session(&mut hand);
    let ahead = hand.app.cues_ahead();
    assert!(ahead.len() > 20, "{ahead:?}");
    // when nobody touches anything, then each cue comes at its time, and nothing else
    let begin = hand.at_ms;
    let mut heard = Vec::new();
    while hand.app.view().ticking {
        hand.at_ms += 250;
        let before = hand.effects.len();
        hand.act(Action::Tick);
        let cue = hand.effects[before..].iter().any(|effect| matches!(effect, Effect::Cue(_)));
        heard.extend(cue.then_some(hand.at_ms - begin));
    }
    let mut want: Vec<i64> = ahead.iter().map(|at| (i64::from(*at) + 249) / 250 * 250).collect();
    want.dedup();
    assert_eq!(heard, want);
    // over: nothing comes any more
    assert!(hand.app.cues_ahead().is_empty());
}

#[test]
fn what_is_said_at_once_is_said_in_one_breath() {
    // given a session, then no two cues are given at the same moment: the second would cut the first off
    let mut hand = after_weeks(8, 2, |_| 4);
    in_a_session(&mut hand);
    let mut together = 0;
    while hand.app.view().ticking {
        hand.at_ms += 1_000;
        let before = hand.effects.len();
        hand.act(Action::Tick);
        let cues: Vec<&Effect> = hand.effects[before..].iter().filter(|e| matches!(e, Effect::Cue(_))).collect();
        assert!(cues.len() <= 1, "{cues:?}");
        together += usize::from(matches!(cues.first(), Some(Effect::Cue(text)) if text.contains("Done. Next")));
    }
    assert!(together > 3, "a step that ends and the next are said together");
}

#[test]
fn the_movement_that_hurts_most_is_tried_before_and_after() {
    let mut hand = after_weeks(8, 2, |_| 4);
    while hand.app.view().place != Place::Session {
        hand.act(Action::Go(Place::Session));
        if hand.app.view().place == Place::Kit {
            hand.tap("Show the plan");
        } else if hand.app.view().place != Place::Session {
            hand.tap("None of these");
        }
    }
    hand.sets(Scale::Movement, 7);
    hand.tap("Begin");
    wait(&mut hand, |view| !view.ticking);
    hand.sets(Scale::Movement, 4);
    hand.tap("Done");
    // nothing else was said, so the movement alone says that it answered
    assert!(rule(&hand).expect("a rule").0.starts_with("The spot answered."), "{:?}", rule(&hand));
}
