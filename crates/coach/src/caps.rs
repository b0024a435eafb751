//! Safety caps of pressing. A guide can make them stricter, never looser.

pub use belief::QUESTIONS_CAP;
use guide::Guide;

/// Longest single hold, seconds.
pub const HOLD_CAP_S: u32 = 90;
/// Longest holding on one spot in a session, seconds.
pub const SPOT_CAP_S: u32 = 180;
/// Longest holding on one muscle of one side in a session, seconds.
pub const MUSCLE_CAP_S: u32 = 300;
/// Most pressure in a session, finding and test presses included, seconds.
pub const SESSION_CAP_S: u32 = 720;
/// Massage gun: longest stay in one place, seconds.
pub const SWEEP_PLACE_CAP_S: u32 = 15;
/// Massage gun: longest on one muscle of one side, seconds.
pub const SWEEP_MUSCLE_CAP_S: u32 = 120;
/// Massage gun: highest feeling, 0 to 10.
pub const SWEEP_CEILING: u8 = 3;
/// Spots in a session.
pub const SPOTS_CAP: usize = 3;
/// Spots in the first session.
pub const SPOTS_FIRST_CAP: usize = 2;
/// Highest feeling in the first session, 0 to 10.
pub const FIRST_CEILING: u8 = 4;
/// Highest feeling with a caution that allows only light pressing, or on a bad day, 0 to 10.
pub const LIGHT_CEILING: u8 = 3;
/// Highest feeling for those not used to it, 0 to 10.
pub const CEILING: u8 = 5;
/// Highest feeling for those used to it, 0 to 10. From 7 one eases off, always.
pub const EXPERIENCED_CEILING: u8 = 6;
/// Places pressed in one sitting, test presses and spots of the plan together; controls do not count.
pub const PRESSES_A_SITTING: usize = 4;
/// All three gluteals are looked at by this session at the latest, or named with the reason why not.
pub const COVERED_BY_SESSION: usize = 3;
/// Sinks within one hold.
pub const RAISES_CAP: u8 = 3;
/// At most this many strength items in a session.
pub const STRENGTH_ITEMS_CAP: usize = 3;
/// A stretch begins within this many seconds after the hold on its spot: softness gained by pressure fades in minutes.
pub const STRETCH_WITHIN_S: u32 = 180;
/// From this pain (0 to 10) it is a bad day: gentle warm-up and stretches, light pressing.
pub const BAD_DAY_FROM: f64 = 6.0;

/// Holds on one spot in a session.
pub const HOLDS_CAP: u8 = 3;
/// Share of the usual dose on a half day (first session, light only).
pub const HALF: f64 = 0.5;

/// The caps that hold with a guide: the stricter of constant and guide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Caps {
    pub(crate) hold_s: u32,
    pub(crate) spot_s: u32,
    pub(crate) muscle_s: u32,
    pub(crate) session_s: u32,
    pub(crate) sweep_set_s: u32,
    pub(crate) sweep_place_s: u32,
    pub(crate) sweep_muscle_s: u32,
    pub(crate) stretch_within_s: u32,
    pub(crate) holds: u8,
    pub(crate) raises: [u8; 2],
    pub(crate) spots: usize,
    pub(crate) places: usize,
    pub(crate) first_ceiling: u8,
    pub(crate) half: f64,
}

impl Caps {
    /// Reads the guide's doses; one that is missing or looser leaves the constant.
    pub(crate) fn of(guide: &Guide) -> Caps {
        let of = |id: &str, cap: u32| strictest(guide, id, cap);
        let raises = of("raises", u32::from(RAISES_CAP)) as u8;
        let half = guide.doses.iter().find(|d| d.id == *"first_session").map_or(HALF, |d| d.value);
        Caps {
            hold_s: of("hold_cap", HOLD_CAP_S),
            spot_s: of("spot_cap", SPOT_CAP_S),
            muscle_s: of("muscle_cap", MUSCLE_CAP_S),
            session_s: of("session_cap", SESSION_CAP_S),
            sweep_set_s: of("sweep_set", SWEEP_MUSCLE_CAP_S),
            sweep_place_s: of("sweep_place", SWEEP_PLACE_CAP_S),
            sweep_muscle_s: of("sweep_cap", SWEEP_MUSCLE_CAP_S),
            stretch_within_s: of("stretch_within", STRETCH_WITHIN_S),
            holds: of("presses_per_spot", u32::from(HOLDS_CAP)) as u8,
            raises: [raises.min(2), raises_high(guide).min(RAISES_CAP)],
            spots: of("spots_per_session", SPOTS_CAP as u32) as usize,
            places: of("search_spots", PRESSES_A_SITTING as u32) as usize,
            first_ceiling: of("first_ceiling", u32::from(FIRST_CEILING)) as u8,
            half: half.clamp(0.0, HALF),
        }
    }
}

/// A dose in seconds, or as a plain count or points; at most `cap`.
fn strictest(guide: &Guide, id: &str, cap: u32) -> u32 {
    let Some(dose) = guide.doses.iter().find(|d| d.id == *id) else { return cap };
    let factor = if dose.unit == "min" { 60.0 } else { 1.0 };
    // The cast saturates: below zero becomes 0, too large becomes the cap.
    ((dose.value * factor) as u32).min(cap)
}

/// High end of the sinks within one hold.
fn raises_high(guide: &Guide) -> u8 {
    guide.doses.iter().find(|d| d.id == *"raises").map_or(RAISES_CAP, |d| d.range[1] as u8)
}
