//! The wall clock and chance.

use records::{Moment, Stamp};

/// The time now.
pub(crate) fn stamp() -> Stamp {
    let date = js_sys::Date::new_0();
    Stamp { at_ms: date.get_time() as i64, offset_min: -(date.get_timezone_offset() as i16) }
}

/// Now, with new entropy. Without the browser's randomness, ids are as unlike as the clock makes them.
pub(crate) fn moment() -> Moment {
    let mut entropy = [0; 10];
    random(&mut entropy);
    Moment { stamp: stamp(), entropy }
}

/// Fills with random bytes.
pub(crate) fn random(bytes: &mut [u8]) {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let filled = crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(bytes).is_ok());
    if !filled {
        bytes.fill_with(|| (js_sys::Math::random() * 256.0) as u8);
    }
}
