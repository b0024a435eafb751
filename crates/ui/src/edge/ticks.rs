//! Time that passes on the screen.

use wasm_bindgen::prelude::*;

/// Time between two ticks, milliseconds.
const TICK: i32 = 250;

/// Ticks until it is dropped.
pub(crate) struct Ticks(i32);

/// Begins to tick, if there is a clock.
pub(crate) fn begin(tick: fn()) -> Option<Ticks> {
    // the browser's to let go of: it may be called once more when the ticking has ended
    let tick = Closure::<dyn FnMut()>::new(tick).into_js_value();
    let window = web_sys::window()?;
    let handle = window.set_interval_with_callback_and_timeout_and_arguments_0(tick.unchecked_ref(), TICK);
    handle.ok().map(Ticks)
}

impl Drop for Ticks {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            window.clear_interval_with_handle(self.0);
        }
    }
}
