//! The app's own rooms, `records` and `belief`, in the app's own build profile, in the same browser: what they make of a
//! copy of the records that the app saved, with the guide that the app loads. The app itself shows rounded numbers; to give
//! out whole ones it would have to carry code that nobody uses.
//!
//! Bytes go in one by one and bits come out one by one, so that no memory is shared and nothing here is unsafe but the
//! names.

use belief::Weights;
use guide::Guide;
use records::{DeviceId, Stamp, Vault, fold, import};
use std::cell::RefCell;
use uuid::Uuid;

#[derive(Default)]
struct Desk {
    guide: Vec<u8>,
    copy: Vec<u8>,
    ranking: Vec<(String, f64)>,
}

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
}

/// One more byte of the packed guide.
#[unsafe(no_mangle)]
pub extern "C" fn guide(byte: u32) {
    DESK.with_borrow_mut(|desk| desk.guide.push(byte as u8));
}

/// One more byte of the copy.
#[unsafe(no_mangle)]
pub extern "C" fn copy(byte: u32) {
    DESK.with_borrow_mut(|desk| desk.copy.push(byte as u8));
}

/// Ranks at a time in ms since 1970; how many sources there are, 0 if something cannot be read. The copy is used up.
#[unsafe(no_mangle)]
pub extern "C" fn rank(at_ms: f64) -> u32 {
    DESK.with_borrow_mut(|desk| {
        let copy = std::mem::take(&mut desk.copy);
        desk.ranking = ranking(&desk.guide, &copy, Stamp { at_ms: at_ms as i64, offset_min: 0 }).unwrap_or_default();
        desk.ranking.len() as u32
    })
}

/// The bits of a probability, most probable first.
#[unsafe(no_mangle)]
pub extern "C" fn bits(rank: u32) -> u64 {
    DESK.with_borrow(|desk| desk.ranking.get(rank as usize).map_or(u64::MAX, |(_, probability)| probability.to_bits()))
}

/// A byte of the name of a source, as `id side`; 0 behind its end.
#[unsafe(no_mangle)]
pub extern "C" fn name(rank: u32, at: u32) -> u32 {
    DESK.with_borrow(|desk| {
        let name = desk.ranking.get(rank as usize).map(|(name, _)| name.as_bytes()).unwrap_or_default();
        name.get(at as usize).map_or(0, |byte| u32::from(*byte))
    })
}

fn ranking(guide: &[u8], copy: &[u8], now: Stamp) -> Option<Vec<(String, f64)>> {
    let guide = Guide::unpack(guide).ok()?;
    let records = import(std::str::from_utf8(copy).ok()?).ok()?;
    let mut vault = Vault::new(DeviceId(Uuid::nil()));
    vault.take(records).ok()?;
    let told = fold(&guide, &vault, now);
    let assessed = Weights::of(&guide).assess(&guide, &told.case).ok()?;
    let named = assessed.ranked.iter().map(|ranked| {
        let name = format!("{} {}", guide.source(ranked.source).id, format!("{:?}", ranked.side).to_lowercase());
        (name, ranked.probability)
    });
    Some(named.collect())
}
