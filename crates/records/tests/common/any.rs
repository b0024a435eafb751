//! Any record that the format can hold.

use case::{ControlPlace, Date, Familiar, PainBy, Quality, Reply, Sex, Side, Surface, Tool};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use records::{Body, DeviceId, Ended, Place, Record, RecordId, Stamp};
use uuid::Uuid;

const SIDES: [Side; 3] = [Side::Left, Side::Right, Side::Midline];
const REPLIES: [Reply; 3] = [Reply::Yes, Reply::No, Reply::Unknown];
const FAMILIAR: [Familiar; 3] = [Familiar::Yes, Familiar::Partly, Familiar::No];
const TOOLS: [Tool; 8] = [
    Tool::Hand,
    Tool::TennisBall,
    Tool::LacrosseBall,
    Tool::FirmBall,
    Tool::Peanut,
    Tool::FoamRoller,
    Tool::MassageGun,
    Tool::Cane,
];

/// A record of this device and number, at any time.
pub fn record(device: DeviceId, number: u64) -> impl Strategy<Value = Record> {
    (any::<u128>(), 0..4_000_000_000_000_i64, -720..840_i16, body()).prop_map(move |(id, at_ms, offset_min, body)| {
        Record { id: RecordId(Uuid::from_u128(id)), device, number, at: Stamp { at_ms, offset_min }, body }
    })
}

/// A whole log of up to so many records.
pub fn log(device: DeviceId, most: usize) -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(record(device, 0), 0..most).prop_map(|mut log| {
        for (record, number) in log.iter_mut().zip(1..) {
            record.number = number;
        }
        log
    })
}

fn id() -> impl Strategy<Value = String> {
    "[a-z_.é\"\\\\ ]{1,20}"
}

fn side() -> impl Strategy<Value = Side> {
    select(&SIDES[..])
}

fn scale() -> impl Strategy<Value = u8> {
    0..=10_u8
}

fn maybe() -> impl Strategy<Value = Option<u8>> {
    prop::option::of(scale())
}

fn place() -> impl Strategy<Value = Place> {
    let qualities: Vec<Quality> = Quality::ALL.iter().map(|(quality, _)| *quality).collect();
    (id(), side(), maybe(), prop::option::of(0..=100_u8), subsequence(qualities, 0..7))
        .prop_map(|(zone, side, intensity, share, quality)| Place { zone, side, intensity, share, quality })
}

fn body() -> impl Strategy<Value = Body> {
    prop_oneof![told(), done()]
}

fn told() -> impl Strategy<Value = Body> {
    let familiar = || select(&FAMILIAR[..]);
    let control = || select(&[ControlPlace::OtherSide, ControlPlace::Neutral][..]);
    prop_oneof![
        Just(Body::Visit),
        (prop::option::of(0..=130_u8), prop::option::of(select(&[Sex::Female, Sex::Male][..])))
            .prop_map(|(age, sex)| Body::Person { age, sex }),
        (0..=50_000_u32).prop_map(|days| Body::Began { days }),
        (select(&[PainBy::Drawing, PainBy::Words][..]), prop::collection::vec(place(), 0..4))
            .prop_map(|(by, places)| Body::Drawing { by, places }),
        (id(), select(&REPLIES[..])).prop_map(|(ask, reply)| Body::Ask { ask, reply }),
        (prop::collection::vec(id(), 0..4), prop::collection::vec(id(), 0..4))
            .prop_map(|(asked, held)| Body::Cautions { asked, held }),
        (id(), side(), select(&REPLIES[..])).prop_map(|(question, side, reply)| Body::Answer { question, side, reply }),
        (id(), side(), scale(), familiar()).prop_map(|(source, side, tenderness, familiar)| Body::Press {
            source,
            side,
            tenderness,
            familiar
        }),
        (control(), scale(), familiar()).prop_map(|(place, tenderness, familiar)| Body::Control {
            place,
            tenderness,
            familiar
        }),
    ]
}

fn done() -> impl Strategy<Value = Body> {
    let surfaces = vec![Surface::Wall, Surface::Bed, Surface::Floor];
    let ended = select(&[Ended::Done, Ended::TooSore, Ended::Skipped, Ended::Stopped][..]);
    let date = (1900..2200_u16, 1..=12_u8, 1..=28_u8).prop_map(|(y, m, d)| Date::new(y, m, d).expect("a day"));
    prop_oneof![
        (1..=1440_u16, subsequence(TOOLS.to_vec(), 0..8), subsequence(surfaces, 0..3), any::<bool>())
            .prop_map(|(minutes, tools, surfaces, experienced)| Body::Kit { minutes, tools, surfaces, experienced }),
        maybe().prop_map(|pain| Body::SessionBegan { pain }),
        (id(), side(), id(), 0..=3600_u16, maybe(), ended).prop_map(
            |(source, side, technique, seconds, felt, ended)| Body::Held {
                source,
                side,
                technique,
                seconds,
                felt,
                ended
            }
        ),
        (id(), prop::option::of((id(), side()))).prop_map(|(sign, at)| Body::StopSign { sign, at }),
        (id(), side(), maybe(), scale()).prop_map(|(source, side, before, after)| Body::Retested {
            source,
            side,
            before,
            after
        }),
        (id(), side(), scale(), scale()).prop_map(|(source, side, pain_before, pain_after)| Body::Released {
            source,
            side,
            pain_before,
            pain_after
        }),
        (maybe(), any::<bool>()).prop_map(|(pain, complete)| Body::SessionEnded { pain, complete }),
        (scale(), ".{0,40}").prop_map(|(pain, note)| Body::Rated { pain, note }),
        (id(), date).prop_map(|(flag, on)| Body::Checked { flag, on }),
        any::<u128>().prop_map(|id| Body::Undone { record: RecordId(Uuid::from_u128(id)) }),
    ]
}
