//! The page, and what it can be asked.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// Loads the page again.
pub(crate) fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Can it be seen?
pub(crate) fn visible() -> bool {
    document().is_some_and(|document| document.visibility_state() == web_sys::VisibilityState::Visible)
}

/// Has the person touched it since it was loaded? Before, browsers let it make no sound. A browser that does not know is
/// taken at its word when it is tried.
pub(crate) fn touched() -> bool {
    let read = || -> Result<bool, JsValue> {
        let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
        let activation = Reflect::get(&navigator, &"userActivation".into())?;
        Ok(Reflect::get(&activation, &"hasBeenActive".into())?.as_bool().unwrap_or(true))
    };
    read().unwrap_or(true)
}

/// Did a newer version begin to wait before the app listened? The boot script leaves a mark.
pub(crate) fn update_waits() -> bool {
    let root = document().and_then(|document| document.document_element());
    root.is_some_and(|root| root.has_attribute("data-update"))
}

/// Light on dark for the whole page, whatever the person's taste.
pub(crate) fn night(on: bool) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root {
        let _ = root.class_list().toggle_with_force("night", on);
    }
}

/// The title of the window.
pub(crate) fn title(title: &str) {
    if let Some(document) = document() {
        document.set_title(&format!("{title} · Unknot"));
    }
}

/// Shows the top of the page.
pub(crate) fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Puts the focus on the heading, so that reading begins there.
pub(crate) fn focus_title() {
    let Some(heading) = document().and_then(|document| document.get_element_by_id("title")) else { return };
    let focus = || -> Result<(), JsValue> {
        let options = Object::new();
        Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE)?;
        let focus: Function = Reflect::get(&heading, &"focus".into())?.dyn_into()?;
        focus.call1(&heading, &options).map(drop)
    };
    let _ = focus();
}

/// Has something the focus?
pub(crate) fn focused() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| !matches!(focused.tag_name().as_str(), "BODY" | "HTML"))
}

/// Hears an event of the document, or of the window for what is not the document's.
pub(crate) fn listen(name: &str, then: &Closure<dyn FnMut()>) {
    let then = then.as_ref().unchecked_ref();
    let _ = match (name, document(), web_sys::window()) {
        ("visibilitychange", Some(document), _) => document.add_event_listener_with_callback(name, then),
        (_, _, Some(window)) => window.add_event_listener_with_callback(name, then),
        _ => Ok(()),
    };
}

/// Takes the new version that waits (boot.js).
pub(crate) fn update() {
    let Some(window) = web_sys::window() else { return };
    let update = Reflect::get(&window, &"unknotUpdate".into()).and_then(JsCast::dyn_into::<Function>);
    if let Ok(update) = update {
        let _ = update.call0(&window);
    }
}

/// Asks the browser not to throw away what is saved when room is short.
pub(crate) async fn persist() {
    let Some(window) = web_sys::window().filter(web_sys::Window::is_secure_context) else { return };
    if let Ok(asked) = window.navigator().storage().persist() {
        let _ = JsFuture::from(asked).await;
    }
}

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}
