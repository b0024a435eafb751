//! Random people: any mixture of what a valid case and kit may hold.
#![allow(clippy::unwrap_used, reason = "only tests use it")]

use crate::common::{GUIDE, SURFACES, TOOLS};
use case::{Answer, Case, Control, ControlPlace, Familiar, Pain, PainBy, Person, Press, Quality, Release, Reply};
use coach::Kit;
use guide::shape::{Group, Referral, Sex, Side};
use guide::{AskIx, CautionIx, QuestionIx, SourceIx, ZoneIx};

/// SplitMix64: small, the same everywhere.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Dice {
        Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5EED)
    }
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }
    /// 0 to `below` - 1.
    pub(crate) fn to(&mut self, below: usize) -> usize {
        (self.roll() % below.max(1) as u64) as usize
    }
    /// True in `percent` of 100.
    fn chance(&mut self, percent: usize) -> bool {
        self.to(100) < percent
    }
    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.to(list.len())]
    }
}

/// What belief looks at: who, where it hurts, answers, presses, an earlier release.
pub(crate) fn complaint(dice: &mut Dice) -> Case {
    let mut case = Case {
        person: Person { age: age(dice), sex: dice.chance(80).then(|| dice.of(&[Sex::Female, Sex::Male])) },
        onset_days: dice.chance(70).then(|| dice.to(800) as u32),
        pain_by: dice.of(&[PainBy::Drawing, PainBy::Words]),
        ..Case::default()
    };
    if dice.chance(75) {
        pain_of(dice, &mut case);
    }
    for _ in 0..if case.pain.is_empty() { 1 + dice.to(5) } else { dice.to(2) } {
        let zone = ZoneIx(dice.to(GUIDE.zones.len()) as u16);
        let side = dice.of(&GUIDE.zone(zone).sides);
        hurt(dice, &mut case, zone, side);
    }
    for _ in 0..dice.to(5) {
        answer(dice, &mut case);
    }
    for _ in 0..if dice.chance(40) { 1 + dice.to(5) } else { 0 } {
        press(dice, &mut case);
    }
    if dice.chance(10) {
        let (source, side) = source(dice);
        let (before, after) = (dice.to(10) as f64, dice.to(10) as f64);
        case.releases.push(Release { source, side, pain_before: before, pain_after: after });
    }
    case
}

/// What belief does not look at: gate and cautions. Most people have a gate that lets them pass, so that plans are
/// looked at.
pub(crate) fn health(dice: &mut Dice, case: &mut Case) {
    gate(dice, case);
    for _ in 0..if dice.chance(30) { 1 + dice.to(2) } else { 0 } {
        case.cautions.push(CautionIx(dice.to(GUIDE.cautions.len()) as u16));
    }
}

fn age(dice: &mut Dice) -> Option<u8> {
    let age = if dice.chance(3) { dice.to(18) } else { 18 + dice.to(80) };
    dice.chance(90).then_some(age as u8)
}

pub(crate) fn kit(dice: &mut Dice) -> Kit {
    let tools: Vec<_> = TOOLS.into_iter().filter(|_| dice.chance(45)).collect();
    let surfaces: Vec<_> = SURFACES.into_iter().filter(|_| dice.chance(60)).collect();
    let minutes = if dice.chance(20) { 5 } else { 5 + dice.to(56) };
    let kit = Kit::new(minutes as u16, &tools, &surfaces).unwrap();
    let kit = if dice.chance(30) { kit.experienced() } else { kit };
    if dice.chance(30) { kit.with_things(&["chair", "band", "step", "bench"]) } else { kit }
}

/// Pain where one source is felt, more often a gluteal than not.
fn pain_of(dice: &mut Dice, case: &mut Case) {
    let gluteal = dice.chance(60);
    let (source, side) = loop {
        let (source, side) = source(dice);
        if !gluteal || GUIDE.source(source).group == Group::Gluteal {
            break (source, side);
        }
    };
    for row in &GUIDE.source(source).referral {
        let felt = match row.strength {
            Referral::Essential => 85,
            Referral::Spillover => 35,
            Referral::Rare => 5,
        };
        if dice.chance(felt) {
            let zone = GUIDE.find_zone(&row.zone).unwrap();
            let sides = &GUIDE.zone(zone).sides;
            let side = if sides.contains(&side) { side } else { dice.of(sides) };
            hurt(dice, case, zone, side);
        }
    }
}

fn hurt(dice: &mut Dice, case: &mut Case, zone: ZoneIx, side: Side) {
    let most = if dice.chance(70) { 6 } else { 11 };
    let pain = Pain {
        zone,
        side,
        intensity: dice.chance(90).then(|| dice.to(most) as f64),
        share: dice.chance(50).then(|| dice.to(101) as f64 / 100.0),
        quality: Quality::ALL.into_iter().map(|(q, _)| q).filter(|_| dice.chance(10)).collect(),
    };
    if case.pain.iter().all(|p| (p.zone, p.side) != (zone, side)) {
        case.pain.push(pain);
    }
}

fn gate(dice: &mut Dice, case: &mut Case) {
    let (complete, healthy) = (dice.chance(90), dice.chance(85));
    for at in 0..GUIDE.asks.len() {
        let ask = AskIx(at as u16);
        if !complete && dice.chance(10) {
            continue;
        }
        // A known age answers an ask by itself; anyone may still say anything else.
        let reply = match () {
            () if healthy || dice.chance(96) => Reply::No,
            () => dice.of(&[Reply::Yes, Reply::Unknown]),
        };
        case.gate.push((ask, reply));
    }
}

fn answer(dice: &mut Dice, case: &mut Case) {
    let question = QuestionIx(dice.to(GUIDE.questions.len()) as u16);
    let sided = GUIDE.question(question).sided;
    let side = if sided { dice.of(&[Side::Left, Side::Right]) } else { Side::Midline };
    let reply = dice.of(&[Reply::Yes, Reply::No, Reply::No, Reply::Unknown]);
    if case.answers.iter().all(|a| (a.question, a.side) != (question, side)) {
        case.answers.push(Answer { question, side, reply });
    }
}

fn press(dice: &mut Dice, case: &mut Case) {
    let familiar = dice.of(&[Familiar::Yes, Familiar::Partly, Familiar::No]);
    let tenderness = dice.to(11) as f64;
    let (source, side) = source(dice);
    if GUIDE.source(source).press {
        case.presses.push(Press { source, side, tenderness, familiar });
    } else {
        let place = dice.of(&[ControlPlace::OtherSide, ControlPlace::Neutral]);
        case.controls.push(Control { place, tenderness, familiar });
    }
}

fn source(dice: &mut Dice) -> (SourceIx, Side) {
    let source = SourceIx(dice.to(GUIDE.sources.len()) as u16);
    (source, dice.of(&GUIDE.source(source).sides))
}
