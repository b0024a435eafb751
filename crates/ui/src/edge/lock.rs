//! One tab writes: the Web Lock `unknot-writer`.
//!
//! Where there are no locks (an old browser, a page that is no secure context), every tab opens, and the turn kept on the
//! disk decides.

use js_sys::{Function, Object, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

const NAME: &str = "unknot-writer";

/// How to ask for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ask {
    /// Only if nobody has it.
    IfFree,
    /// When whoever has it is gone.
    Wait,
    /// At once, from whoever has it.
    Take,
}

/// Asks for the lock; true once it is ours, false if another tab keeps it. `lost` is called if it is taken from us.
pub(crate) async fn ours(ask: Ask, lost: fn()) -> bool {
    let Some((locks, request)) = manager() else { return true };
    let held = Rc::new(Cell::new(false));
    let answer = Promise::new(&mut |yes: Function, _| {
        let (held, told) = (held.clone(), yes.clone());
        // the lock is ours for as long as the promise that comes back is not kept: for good
        let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
            held.set(!lock.is_null());
            let _ = told.call1(&JsValue::NULL, &JsValue::from_bool(!lock.is_null()));
            if lock.is_null() { JsValue::UNDEFINED } else { Promise::new(&mut |_, _| {}).into() }
        });
        let asked = request.call3(&locks, &NAME.into(), &options(ask), &granted);
        watch(asked, yes, lost, ask);
    });
    let answer = JsFuture::from(answer).await;
    answer.is_ok_and(|answer| answer.is_truthy()) && held.get()
}

/// Hears of it when the lock is taken away, or cannot be asked for.
fn watch(asked: Result<JsValue, JsValue>, answered: Function, lost: fn(), _ask: Ask) {
    let Ok(asked) = asked else {
        let _ = answered.call1(&JsValue::NULL, &JsValue::FALSE);
        return;
    };
    spawn_local(async move {
        if JsFuture::from(Promise::resolve(&asked)).await.is_err() {
            let _ = answered.call1(&JsValue::NULL, &JsValue::FALSE);
            lost();
        }
    });
}

fn options(ask: Ask) -> JsValue {
    let options = Object::new();
    let name = match ask {
        Ask::IfFree => "ifAvailable",
        Ask::Take => "steal",
        Ask::Wait => return options.into(),
    };
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
