//! The whole way, by hand.

#![expect(clippy::panic, clippy::expect_used, reason = "in a test a panic is the report")]

mod aloud;

use aloud::{Hand, words};
use guide::Guide;
use screens::*;

/// Somebody whose upper outer right buttock has hurt for long, up to the first press.
fn to_the_first_press(hand: &mut Hand) -> Vec<String> {
    let mut seen = vec![hand.sees()];
    hand.tap("Back");
    hand.tap("Upper outer buttock, your right");
    hand.sets(Scale::Intensity, 6);
    seen.push(hand.sees());
    hand.tap("Next");
    hand.types(Field::Age, "48");
    hand.tap("Female");
    hand.tap("more");
    seen.push(hand.sees());
    hand.tap("Next");
    while hand.app.view().place != Place::Find {
        seen.push(hand.sees());
        hand.tap("None of these");
    }
    seen.push(hand.sees());
    seen
}

/// On from there, into a session with what most people have.
fn to_a_session(hand: &mut Hand) {
    to_the_first_press(hand);
    hand.act(Action::Go(Place::Kit));
    hand.tap("Show the plan");
    hand.tap("None of these");
    hand.tap("Begin");
    hand.tap("Begin");
}

/// The picture on the screen.
fn figure(hand: &Hand) -> Figure {
    let blocks = hand.app.view().blocks;
    let figure =
        blocks.into_iter().find_map(|block| if let Kind::Figure(figure) = block.kind { Some(figure) } else { None });
    figure.expect("a picture")
}

/// A zone of the right side in it.
fn region(hand: &Hand, zone: &str) -> Region {
    let regions = figure(hand).regions;
    let found = regions.into_iter().find(|region| region.zone == zone && region.side == case::Side::Right);
    found.expect("a zone")
}

#[test]
fn a_person_reaches_the_first_press_within_20_taps_and_250_words() {
    let mut hand = Hand::new();
    let seen = to_the_first_press(&mut hand);
    insta::assert_snapshot!(seen.join("\n\n"));
    assert!(hand.taps <= 20, "{} taps", hand.taps);
    assert!(words(&seen) <= 250, "{} words", words(&seen));
}

#[test]
fn from_the_first_press_to_tonight() {
    // given the first press brought the pain one knows, and the others did not
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    hand.sets(Scale::Tenderness, 6);
    hand.tap("Your pain?: Yes");
    while hand.app.view().place == Place::Find {
        hand.sets(Scale::Tenderness, 1);
        hand.tap("Your pain?: No");
    }
    let mut seen = vec![hand.sees()];
    // when a plan is made and followed to its end without a touch
    hand.tap("Plan a release");
    hand.tap("Tennis ball");
    seen.push(hand.sees());
    hand.tap("Show the plan");
    seen.push(hand.sees());
    hand.tap("None of these");
    seen.push(hand.sees());
    hand.tap("Begin");
    hand.sets(Scale::Pain, 6);
    hand.tap("Begin");
    let mut steps = Vec::new();
    while hand.app.view().ticking {
        let title = hand.app.view().title;
        if steps.last() != Some(&title) {
            steps.push(title);
        }
        hand.at_ms += 5_000;
        hand.act(Action::Tick);
    }
    seen.push(steps.join("\n"));
    hand.sets(Scale::Pain, 3);
    hand.tap("Done");
    // then it says what to look out for tonight, and the journal knows
    seen.push(hand.sees());
    hand.tap("tab Journal");
    seen.push(hand.sees());
    insta::assert_snapshot!(seen.join("\n\n"));
}

#[test]
fn a_red_flag_closes_the_way_until_a_doctor_has_looked() {
    let mut hand = Hand::new();
    hand.tap("Back");
    hand.tap("Upper outer buttock, your right");
    hand.tap("Next");
    hand.tap("more");
    hand.tap("Next");
    // a ticked line asks which sign, before anything is kept
    hand.tap("Numb between the legs; new bladder trouble; bowel trouble; sex trouble");
    hand.tap("Next");
    assert_eq!(hand.app.view().place, Place::Gate);
    hand.tap("Is the skin between your legs, around the back passage or the genitals numb or strange, for instance when you wipe?");
    hand.tap("Next");
    insta::assert_snapshot!(hand.sees());
    for place in [Place::Find, Place::Kit, Place::Plan, Place::Session, Place::Questions, Place::Result] {
        hand.act(Action::Go(place));
        assert_eq!(hand.app.view().place, Place::Help, "{place:?}");
    }
    // looking again does not open it
    hand.tap("tab Today");
    hand.tap("Look again");
    hand.tap("Upper outer buttock, your right");
    hand.tap("Next");
    assert_eq!(hand.app.view().place, Place::Help);
    // what a doctor has checked does
    hand.tap("Yes, checked");
    assert_eq!(hand.app.view().place, Place::Gate);
}

/// The first answer of each statement on the screen that has none yet, those in the fold too.
fn unanswered(blocks: &[Block]) -> Vec<Action> {
    let of = |block: &Block| match &block.kind {
        Kind::Fold { blocks, .. } => unanswered(blocks),
        Kind::Choice { options, .. } if options.iter().all(|option| !option.chosen) => vec![options[0].action.clone()],
        _ => Vec::new(),
    };
    blocks.iter().flat_map(of).collect()
}

#[test]
fn what_a_scan_showed_can_still_be_told_when_nothing_is_left_to_ask() {
    // given a person who answered all that was asked, and nothing in the fold
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    let asked = |hand: &Hand| hand.app.view().blocks.into_iter().filter(|b| b.key != "known").collect::<Vec<_>>();
    for _ in 0..6 {
        hand.act(Action::Go(Place::Questions));
        unanswered(&asked(&hand)).into_iter().for_each(|answer| hand.act(answer));
        hand.act(Action::Go(Place::Result));
    }
    // when they come once more, then the fold stands open; once that is told, too, nothing leads there
    hand.tap("Questions");
    assert!(asked(&hand).is_empty(), "{}", hand.sees());
    let rest = hand.app.view().blocks;
    assert!(matches!(&rest[0].kind, Kind::Fold { open: true, .. }));
    unanswered(&rest).into_iter().for_each(|answer| hand.act(answer));
    hand.act(Action::Go(Place::Result));
    let leads = |button: &Button| button.action == Action::Go(Place::Questions);
    assert!(!hand.app.view().foot.iter().any(leads), "{}", hand.sees());
}

#[test]
fn what_was_told_is_there_after_opening_anew() {
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    let before = hand.sees();
    let mut again = Hand::holding(hand.app.vault().clone());
    again.act(Action::Go(Place::Find));
    assert_eq!(again.sees(), before);
}

#[test]
fn a_session_goes_on_after_a_reload_as_if_it_had_stayed_open() {
    // given a session in which things happen
    let mut hand = Hand::new();
    to_a_session(&mut hand);
    let happens = ["", "Skip", "", "", "Pause", "Go on", "", "Too sore", "", "Skip", "Pause", "", "Go on"];
    let mut reloads = 0;
    for at in 0.. {
        let wait = if happens[at % happens.len()].is_empty() { 17_000 } else { 3_000 };
        hand.at_ms += wait;
        hand.act(Action::Tick);
        if !hand.app.view().ticking {
            break;
        }
        // when the page is loaded again in any moment, then it shows and keeps the same
        let mut again = hand.again();
        again.act(Action::Tick);
        assert_eq!(again.shows(), hand.shows());
        assert_eq!(again.app.vault(), hand.app.vault());
        // and what happened while it was not there is made up for
        let mut away = hand.again();
        let mut stayed = hand.again();
        away.at_ms += 30_000;
        away.act(Action::Tick);
        for _ in 0..30 {
            stayed.at_ms += 1_000;
            stayed.act(Action::Tick);
        }
        assert_eq!(away.shows(), stayed.shows());
        reloads += 1;
        let sees = hand.sees();
        if let Some(says) = [happens[at % happens.len()]].into_iter().find(|says| sees.contains(&format!("[{says}]"))) {
            hand.tap(says);
        }
    }
    assert!(reloads > 12, "{reloads}");
    // once it is over there is nothing to go on with
    hand.tap("Done");
    assert_eq!(hand.again().app.view().place, Place::Today);
}

#[test]
fn stop_is_one_tap_away_in_every_moment_of_a_session() {
    let mut hand = Hand::new();
    to_a_session(&mut hand);
    while hand.app.view().ticking {
        let view = hand.app.view();
        assert_eq!(view.foot.first().map(|button| button.weight), Some(Weight::Stop), "{}", aloud::aloud(&view));
        hand.at_ms += 7_000;
        hand.act(Action::Tick);
    }
}

#[test]
fn a_nerve_sign_ends_the_pressing_and_is_kept() {
    let mut hand = Hand::new();
    to_a_session(&mut hand);
    hand.tap("Stop");
    hand.tap("An electric, shooting or burning line down the leg");
    insta::assert_snapshot!(hand.sees());
    let kept = hand.app.vault().records().iter().any(|r| matches!(r.body, records::Body::StopSign { .. }));
    assert!(kept);
}

#[test]
fn another_day_is_another_visit_begun_from_the_last_drawing() {
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    hand.at_ms += 24 * 3_600_000;
    hand.tap("tab Locate");
    hand.tap("Sit bone, your right");
    let visits = hand.app.vault().records().iter().filter(|r| r.body == records::Body::Visit).count();
    assert_eq!(visits, 1);
    assert_eq!(region(&hand, "buttock_up_lat").shade, Shade::Hurts(6, None));
    // what can have changed is asked again
    hand.tap("Next");
    assert_eq!(hand.app.view().place, Place::Gate);
}

#[test]
fn the_way_back_from_every_screen_leads_somewhere() {
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    for (place, _) in Place::ALL {
        hand.act(Action::Go(place));
        let view = hand.app.view();
        assert!(view.back.is_some() || !view.tabs.is_empty(), "{place:?}");
        assert!(!view.title.is_empty(), "{place:?}");
    }
}

#[test]
fn an_age_that_is_none_is_asked_for_again() {
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    hand.act(Action::Go(Place::About));
    hand.types(Field::Age, "480");
    hand.tap("Next");
    assert_eq!(hand.app.view().place, Place::About);
    assert!(hand.sees().contains("Write your age in years"), "{}", hand.sees());
}

#[test]
fn a_touch_of_the_picture_is_a_tick_of_the_list() {
    // given one person who ticks a place in the list, and another who touches it in the picture
    let [mut ticks, mut touches] = [Hand::new(), Hand::new()];
    for hand in [&mut ticks, &mut touches] {
        hand.tap("Back");
    }
    ticks.tap("Upper outer buttock, your right");
    touches.act(region(&touches, "buttock_up_lat").action.expect("something to touch"));
    // then both have told the same, and the picture of both shows it
    assert_eq!(ticks.app.vault(), touches.app.vault());
    for hand in [&ticks, &touches] {
        assert_eq!(region(hand, "buttock_up_lat").shade, Shade::Hurts(3, None));
    }
    // and every place that can be ticked can be touched
    let zones = Guide::embedded("en").expect("the guide is right").zones;
    let places: usize = zones.iter().map(|zone| zone.sides.len()).sum();
    assert_eq!(figure(&ticks).regions.len(), places);
}

#[test]
fn what_is_painted_is_one_drawing_with_what_is_ticked_and_can_go_back_and_forth_and_across() {
    let mut hand = Hand::new();
    hand.tap("Back");
    let places = |hand: &Hand| -> Vec<(String, Shade)> {
        let shown = figure(hand).regions.into_iter().filter(|region| region.shade != Shade::Bare);
        shown.map(|region| (format!("{} {:?}", region.zone, region.side), region.shade)).collect()
    };
    let guide = Guide::embedded("en").expect("the guide is right");
    let zone = |id| guide.find_zone(id).expect("a zone");
    let (upper, sacrum) = (zone("buttock_up_lat"), zone("sacrum"));
    hand.act(Action::Painted(vec![(upper, case::Side::Right, Some(40)), (sacrum, case::Side::Midline, Some(12))]));
    hand.sets(Scale::Intensity, 7);
    let painted = places(&hand);
    assert_eq!(painted.len(), 2);
    assert!(painted.contains(&("buttock_up_lat Right".to_owned(), Shade::Hurts(3, Some(40)))), "{painted:?}");

    // a wider stroke keeps how bad it is; wiped off, it is gone; and back and forth
    hand.act(Action::Painted(vec![(sacrum, case::Side::Midline, Some(30))]));
    assert!(places(&hand).contains(&("sacrum Midline".to_owned(), Shade::Hurts(7, Some(30)))));
    hand.act(Action::Painted(vec![(sacrum, case::Side::Midline, Some(0))]));
    assert_eq!(places(&hand).len(), 1);
    hand.tap("Undo");
    hand.tap("Undo");
    assert_eq!(places(&hand), painted);
    hand.tap("Redo");
    assert!(places(&hand).contains(&("sacrum Midline".to_owned(), Shade::Hurts(7, Some(30)))));

    // zones crossed on the flat picture hurt as a whole, in one step; what was painted stays as it was
    hand.act(Action::Painted(vec![(upper, case::Side::Right, None), (upper, case::Side::Left, None)]));
    assert_eq!(places(&hand).len(), 3);
    assert!(places(&hand).contains(&("buttock_up_lat Left".to_owned(), Shade::Hurts(3, None))), "{:?}", places(&hand));
    assert!(places(&hand).contains(&("buttock_up_lat Right".to_owned(), Shade::Hurts(3, Some(40)))));
    hand.tap("Undo");

    hand.tap("Other side too");
    let both: Vec<String> = places(&hand).into_iter().map(|(place, _)| place).collect();
    assert_eq!(both, ["sacrum Midline", "buttock_up_lat Left", "buttock_up_lat Right"]);
}

#[test]
fn what_fits_while_one_draws_is_what_the_result_says_first() {
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    let leads = |hand: &Hand| {
        let cards = hand.app.view().blocks.into_iter().filter_map(|block| match block.kind {
            Kind::Card { blocks, .. } => Some(blocks),
            _ => None,
        });
        cards
            .flatten()
            .find_map(|block| if let Kind::Bar { label, share, .. } = block.kind { Some((label, share)) } else { None })
    };
    let guide = Guide::embedded("en").expect("the guide is right");
    for id in ["thigh_post_up", "groin", "hip_lateral"] {
        hand.act(Action::Go(Place::Locate));
        let before = leads(&hand);
        hand.act(Action::Painted(vec![(guide.find_zone(id).expect("a zone"), case::Side::Right, Some(80))]));
        let drawn = leads(&hand).expect("something fits");
        assert_ne!(Some(&drawn), before.as_ref(), "{id}");
        // gone on, everything has heard of it: the same leads
        hand.act(Action::Go(Place::Result));
        hand.act(Action::Go(Place::Locate));
        let (name, share) = leads(&hand).expect("something fits");
        assert_eq!(name, drawn.0, "{id}");
        assert!((share - drawn.1).abs() < 1e-9, "{id}: {share}, {} while drawing", drawn.1);
    }
}

#[test]
fn the_result_shows_where_the_chosen_source_is_felt_and_the_way_names_its_landmarks() {
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    let way = figure(&hand);
    let (spot, rest) = way.spot.split_once(' ').expect("landmarks");
    assert!(spot.ends_with(".right") && rest.contains('!'), "{}", way.spot);
    hand.sets(Scale::Tenderness, 6);
    hand.act(Action::Familiar(case::Familiar::Yes));
    hand.act(Action::Go(Place::Result));
    let felt = figure(&hand).regions;
    assert!(felt.iter().any(|region| region.shade == Shade::Felt(true)));
    assert!(felt.iter().all(|region| region.action.is_none() && region.side != case::Side::Left));
}

#[test]
fn who_was_scanned_can_say_so_and_who_was_not_has_an_answer_of_its_own() {
    // Given pain in the buttock, when questions are asked, then a scan can be told of, and no is for those who had one.
    let mut hand = Hand::new();
    to_the_first_press(&mut hand);
    hand.act(Action::Go(Place::Result));
    hand.act(Action::Go(Place::Questions));
    let blocks = hand.app.view().blocks.into_iter().find(|block| block.key == "known");
    let Some(Kind::Fold { title, blocks, .. }) = blocks.map(|block| block.kind) else { panic!("{}", hand.sees()) };
    assert_eq!(title, "Scanned or treated before?");
    let Kind::Choice { legend, options, .. } = &blocks[0].kind else { panic!("{blocks:?}") };
    assert_eq!(legend, "A scan showed a pressed nerve or a narrowed spine");
    let labels: Vec<&str> = options.iter().map(|option| option.label.as_str()).collect();
    assert_eq!(labels, ["Yes", "No", "None, or not sure"]);
    hand.act(options[1].action.clone());
    let kept = hand.app.vault().records().into_iter().find_map(|record| match &record.body {
        records::Body::Answer { question, reply, .. } => Some((question.clone(), *reply)),
        _ => None,
    });
    assert_eq!(kept, Some(("scan_shows_nerve".to_owned(), case::Reply::No)));
}
