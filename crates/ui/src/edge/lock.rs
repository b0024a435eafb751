//! One tab writes: the Web Lock `unknot-writer`.
//!
//! Where there are no locks (an old browser, a page that is no secure context), every tab opens, and the turn kept on the
//! disk decides.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

const NAME: &str = "unknot-writer";

/// How to ask for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Only if nobody has it.
    IfFree,
    /// At once, from whoever has it.
    Take,
}

/// Asks for the lock; true once it is ours for as long as the page lives. `lost` is called if another tab takes it.
pub(crate) async fn ours(ask: Ask, lost: fn()) -> bool {
    let Some((locks, request)) = manager() else { return true };
    let answer = Promise::new(&mut |answered: Function, _| {
        let granted = on_grant(answered.clone());
        match request.call3(&locks, &NAME.into(), &options(ask), &granted) {
            Ok(asked) => spawn_local(watch(asked.unchecked_into(), answered, lost)),
            Err(_) => answer_with(&answered, false),
        }
    });
    JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy())
}

/// Called with the lock, or with null. A lock is held until the promise that is handed back is kept: never.
fn on_grant(answered: Function) -> JsValue {
    Closure::once_into_js(move |lock: JsValue| -> JsValue {
        answer_with(&answered, !lock.is_null());
        if lock.is_null() { JsValue::UNDEFINED } else { Promise::new(&mut |_, _| {}).into() }
    })
}

/// The request fails when the lock is taken from us, or was never to be had.
async fn watch(asked: Promise, answered: Function, lost: fn()) {
    if JsFuture::from(asked).await.is_err() {
        answer_with(&answered, false);
        lost();
    }
}

fn answer_with(answered: &Function, ours: bool) {
    let _ = answered.call1(&JsValue::NULL, &JsValue::from_bool(ours));
}

fn options(ask: Ask) -> JsValue {
    let options = Object::new();
    let name = if ask == Ask::Take { "steal" } else { "ifAvailable" };
    let _ = Reflect::set(&options, &name.into(), &JsValue::TRUE);
    options.into()
}

// web-sys keeps locks behind a flag of the compiler
fn manager() -> Option<(JsValue, Function)> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object)?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}
