//! The app in a browser: draws what `screens` says, and does what the pure rooms may not.
//!
//! [`start`] is called once by the page with the guide. `draw` makes elements of a view, `edge` has the clock, the disk,
//! the lock among tabs, the copy to the local server, files and sounds.

mod draw;
mod edge;

use guide::Guide;
use wasm_bindgen::prelude::*;

/// Memory: the standard library's own takes six times the code.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Starts the app with the guide as `guide::Guide::pack` wrote it, in place of what stands in `#app`. `plates` is an
/// object of addresses by name, of the pictures of the body.
///
/// # Errors
/// Bytes that are not a guide of this version; the text says so, for the console.
#[wasm_bindgen]
pub fn start(guide: &[u8], plates: JsValue) -> Result<(), JsValue> {
    let guide = Guide::unpack(guide).map_err(|error| JsValue::from_str(&error.to_string()))?;
    edge::know(plates);
    edge::knock(guide);
    Ok(())
}
