//! What holds whatever the records say.

#![allow(clippy::expect_used, reason = "in a test a panic is the report")]

mod common;

use case::{Case, ControlPlace, Date, Familiar, PainBy, Quality, Reply, Sex, Side, Surface, Tool};
use common::{BEGIN, GUIDE, device};
use proptest::prelude::*;
use proptest::sample::select;
use records::{Body, Ended, Moment, Place, Record, RecordId, Stamp, Vault, fold};
use uuid::Uuid;

const SIDES: [Side; 3] = [Side::Left, Side::Right, Side::Midline];
const REPLIES: [Reply; 3] = [Reply::Yes, Reply::No, Reply::Unknown];

/// Asks of flags that lean on one another, and some that stand alone.
const ASKS: [&str; 9] = [
    "cauda_equina.saddle",
    "cancer.past",
    "cancer.first",
    "spinal_infection.fever",
    "spinal_infection.immune",
    "spinal_infection.recent",
    "spinal_fracture.spine",
    "spinal_fracture.age",
    "spinal_fracture.steroids",
];
const FLAGS: [&str; 5] = ["cauda_equina", "cancer", "spinal_infection", "spinal_fracture", "not_improving"];

/// Ids of the guide, and one of nobody.
fn id(known: Vec<&str>) -> impl Strategy<Value = String> + use<> {
    let mut ids: Vec<String> = known.into_iter().map(str::to_owned).collect();
    ids.push("from.tomorrow".to_owned());
    select(ids)
}

fn ask() -> impl Strategy<Value = String> {
    let of_flag = GUIDE.flag(GUIDE.find_flag("not_improving").expect("a flag")).ask.iter().map(|ask| ask.id.as_str());
    id(ASKS.into_iter().chain(of_flag).collect())
}

fn gate_body() -> impl Strategy<Value = Body> {
    let on = Date::new(2026, 12, 1).expect("a date");
    prop_oneof![
        6 => (ask(), select(&REPLIES[..])).prop_map(|(ask, reply)| Body::Ask { ask, reply }),
        2 => id(FLAGS.to_vec()).prop_map(move |flag| Body::Checked { flag, on }),
        1 => Just(Body::Visit),
        1 => any::<Option<u8>>().prop_map(|age| Body::Person { age, sex: Some(Sex::Male) }),
        1 => any::<bool>().prop_map(|held| Body::Cautions {
            asked: vec!["cx_dvt".to_owned()],
            held: if held { vec!["cx_dvt".to_owned()] } else { Vec::new() },
        }),
        2 => (1..40_u128).prop_map(|at| Body::Undone { record: record_id(at) }),
    ]
}

fn other_body() -> impl Strategy<Value = Body> {
    let side = || select(&SIDES[..]);
    let source = || id(vec!["gmed_trp1", "gmin_post", "coccydynia"]);
    let place = (id(vec!["sacrum", "groin"]), side(), any::<Option<u8>>(), any::<Option<u8>>()).prop_map(
        |(zone, side, intensity, share)| Place { zone, side, intensity, share, quality: vec![Quality::Ache; 2] },
    );
    prop_oneof![
        any::<u32>().prop_map(|days| Body::Began { days }),
        prop::collection::vec(place, 0..4).prop_map(|places| Body::Drawing { by: PainBy::Words, places }),
        (id(vec!["worse_sitting", "hurts_tailbone_sitting"]), side(), select(&REPLIES[..]))
            .prop_map(|(question, side, reply)| Body::Answer { question, side, reply }),
        (source(), side(), any::<u8>()).prop_map(|(source, side, tenderness)| Body::Press {
            source,
            side,
            tenderness,
            familiar: Familiar::Partly
        }),
        any::<u8>().prop_map(|tenderness| Body::Control {
            place: ControlPlace::OtherSide,
            tenderness,
            familiar: Familiar::No,
        }),
        any::<u16>().prop_map(|minutes| Body::Kit {
            minutes,
            tools: vec![Tool::Cane, Tool::Hand],
            surfaces: vec![Surface::Wall],
            experienced: true,
        }),
        any::<Option<u8>>().prop_map(|pain| Body::SessionBegan { pain }),
        (source(), side(), any::<Option<u8>>()).prop_map(|(source, side, felt)| Body::Held {
            source,
            side,
            technique: "gmax_upper.hand".to_owned(),
            seconds: u16::MAX,
            felt,
            ended: Ended::Stopped,
        }),
        (id(vec!["numb"]), source(), side()).prop_map(|(sign, at, side)| Body::StopSign { sign, at: Some((at, side)) }),
        (source(), side(), any::<Option<u8>>(), any::<u8>()).prop_map(|(source, side, before, after)| Body::Retested {
            source,
            side,
            before,
            after
        }),
        (source(), side(), any::<u8>(), any::<u8>()).prop_map(|(source, side, pain_before, pain_after)| {
            Body::Released { source, side, pain_before, pain_after }
        }),
        (id(vec!["clam", "glute_squeeze"]), any::<Option<u8>>()).prop_map(|(exercise, felt)| Body::Exercised {
            exercise,
            seconds: u16::MAX,
            felt,
            ended: Ended::TooSore,
        }),
        any::<u8>().prop_map(|pain| Body::Movement { pain }),
        any::<Option<u8>>().prop_map(|pain| Body::SessionEnded { pain, complete: true }),
        any::<u8>().prop_map(|pain| Body::Rated { pain, note: String::new() }),
    ]
}

fn record_id(at: u128) -> RecordId {
    RecordId(Uuid::from_u128(at))
}

/// Logs of two devices, each body with the hours it took.
fn vault(bodies: Vec<(Body, i64, bool)>) -> Vault {
    let mut vault = Vault::new(device(1));
    let mut numbers = [0, 0];
    let mut hour = 0_i64;
    for ((body, hours, other), at) in bodies.into_iter().zip(1..) {
        hour = hour.saturating_add(hours);
        numbers[usize::from(other)] += 1;
        let record = Record {
            id: record_id(at),
            device: device(if other { 2 } else { 1 }),
            number: numbers[usize::from(other)],
            at: Stamp { at_ms: hour.saturating_mul(3_600_000), offset_min: 60 },
            body,
        };
        vault.take([record]).expect("the next number");
    }
    vault
}

fn closed(case: &Case) -> bool {
    safety::gate(&GUIDE, case).state == safety::State::Closed
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_fold_never_panics_and_its_numbers_are_in_range(
        bodies in prop::collection::vec((prop_oneof![gate_body(), other_body()], any::<i64>(), any::<bool>()), 0..40),
        at_ms in any::<i64>(),
    ) {
        let vault = vault(bodies);
        let told = fold(&GUIDE, &vault, Stamp { at_ms, offset_min: -720 });
        let case = told.case;
        prop_assert!(case.pain.iter().all(|p| p.intensity.is_none_or(|n| (0.0..=10.0).contains(&n))));
        prop_assert!(case.pain.iter().all(|p| p.share.is_none_or(|n| (0.0..=1.0).contains(&n))));
        prop_assert!(case.pain.iter().all(|p| GUIDE.zone(p.zone).sides.contains(&p.side)));
        prop_assert!(case.presses.iter().all(|p| p.tenderness <= 10.0));
        prop_assert!(told.days.windows(2).all(|pair| pair[0].day < pair[1].day));
        prop_assert!(told.strangers <= vault.records().len());
        prop_assert!(case.gate.windows(2).all(|pair| pair[0].0 < pair[1].0), "one answer to each ask");
        safety::gate(&GUIDE, &case);
    }

    #[test]
    fn a_no_or_an_undo_never_opens_a_closed_gate(
        bodies in prop::collection::vec((gate_body(), 0_i64..60, any::<bool>()), 1..24),
        ask in ask(),
        undone in 1..24_u128,
        waited in 0_i64..60,
    ) {
        let mut vault = vault(bodies);
        let last = vault.records().last().map_or(BEGIN, |record| record.at);
        let now = Stamp { at_ms: last.at_ms + waited * 3_600_000, ..last };
        let before = fold(&GUIDE, &vault, now).case;
        // the age, the cautions and whether a correction counts are the person's own to correct
        let record = record_id(undone);
        let answer = vault.records().iter().any(|it| it.id == record && matches!(it.body, Body::Ask { .. }));
        if answer {
            vault.append(Body::Undone { record }, &Moment { stamp: now, entropy: [1; 10] });
        }
        vault.append(Body::Ask { ask, reply: Reply::No }, &Moment { stamp: now, entropy: [2; 10] });
        let after = fold(&GUIDE, &vault, now).case;
        prop_assert!(!closed(&before) || closed(&after), "{:?}\n{:?}", before.gate, after.gate);
    }
}
