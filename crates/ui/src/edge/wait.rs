//! The browser's callbacks as futures.

use js_sys::{Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{EventTarget, IdbRequest};

/// Waits for one of two events. `Err` holds nothing: the browser's own words are for nobody.
pub(crate) async fn either(target: &EventTarget, good: &[&str], bad: &[&str]) -> Result<(), ()> {
    let promise = Promise::new(&mut |yes: Function, no: Function| {
        listen(target, good, &yes);
        listen(target, bad, &no);
    });
    JsFuture::from(promise).await.map(drop).map_err(drop)
}

/// The result of a request to the database.
pub(crate) async fn request(request: &IdbRequest) -> Result<JsValue, ()> {
    either(request, &["success"], &["error"]).await?;
    request.result().map_err(drop)
}

/// Waits so many milliseconds.
pub(crate) async fn pause(ms: i32) {
    let promise = Promise::new(&mut |yes: Function, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&yes, ms);
        }
    });
    let _ = JsFuture::from(promise).await;
}

fn listen(target: &EventTarget, names: &[&str], then: &Function) {
    for name in names {
        let _ = target.add_event_listener_with_callback(name, then);
    }
}
