//! Which cautions hold.

use case::Case;
use guide::{CautionIx, FlagIx, Guide};

/// Cautions told, brought about by `raised` flags, and their companions (`cx_…` and `cx_…_gun`); without those that hold
/// for everybody. Sorted, no duplicates.
pub(crate) fn held(guide: &Guide, case: &Case, raised: &[FlagIx]) -> Vec<CautionIx> {
    let brought = raised.iter().flat_map(|flag| &guide.flag(*flag).cautions).filter_map(|id| guide.find_caution(id));
    let mut held: Vec<CautionIx> = case.cautions.iter().copied().chain(brought).collect();
    let companions: Vec<CautionIx> = held.iter().filter_map(|caution| companion(guide, *caution)).collect();
    held.extend(companions);
    held.retain(|caution| !guide.caution(*caution).everybody);
    sorted::by(&mut held, Ord::cmp);
    held.dedup();
    held
}

/// One thing to the person, two entries in the table: blood thinners for pressing and for the gun.
fn companion(guide: &Guide, caution: CautionIx) -> Option<CautionIx> {
    let id = guide.caution(caution).id.as_str();
    match id.strip_suffix("_gun") {
        Some(without) => guide.find_caution(without),
        None => guide.find_caution(&format!("{id}_gun")),
    }
}
