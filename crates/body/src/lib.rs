//! The body on screen: a program of its own beside the app, which the page loads when there is a figure to be shown
//! (`crates/ui/static/body.js`).
//!
//! The app draws a figure and writes on it what is to be shown; this program puts a picture to turn and paint in its place,
//! and tells the app what was painted. What they say is in `scene`'s `told`.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod depth;
mod edge;
mod flat;
mod gl;
mod hear;
mod look;
mod page;
mod stage;

use anatomy::{Anatomy, Bones, Marks, Muscles, Skin, Unreadable};
use wasm_bindgen::prelude::*;

/// Memory, in as little code as that of the app.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Ends the program: what goes wrong here is a mistake of ours, and without the words of it a fifth less is sent.
#[cfg(all(target_arch = "wasm32", not(test)))]
#[panic_handler]
fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// Begins, in a window and with the files of `anatomy/`, and follows whatever figure the app shows from then on.
///
/// # Errors
/// A file that is not what it should be; the text says so, for the console.
#[wasm_bindgen]
pub fn start(
    window: web_sys::Window,
    skin: &[u8],
    muscles: &[u8],
    bones: &[u8],
    spine: &[u8],
    marks: &[u8],
) -> Result<(), JsValue> {
    let read = || -> Result<Anatomy, Unreadable> {
        let bones = Bones::read(bones)?.and(Bones::read(spine)?);
        Ok(Anatomy::new(Skin::read(skin)?, Muscles::read(muscles)?, bones, Marks::read(marks)?))
    };
    let anatomy = read().map_err(|error| JsValue::from_str(&error.says()))?;
    edge::begin(window);
    stage::begin(anatomy);
    Ok(())
}
