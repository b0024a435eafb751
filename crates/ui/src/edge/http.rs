//! Asks the page's own server.

use js_sys::{Object, Reflect};
use json::Json;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// What came back.
pub(crate) struct Answer {
    /// Status.
    pub(crate) status: u16,
    /// What it says; null if that is no JSON.
    pub(crate) said: Json,
}

/// Asks, or sends if there is something to send. `path` is relative to the page. None if nobody can be reached.
pub(crate) async fn ask(path: &str, send: Option<&Json>) -> Option<Answer> {
    let init = RequestInit::new();
    if let Some(send) = send {
        init.set_method("POST");
        init.set_body(&JsValue::from_str(&send.to_string()));
        let headers = Object::new();
        Reflect::set(&headers, &"content-type".into(), &"application/json".into()).ok()?;
        init.set_headers(&headers);
    }
    let fetched = JsFuture::from(web_sys::window()?.fetch_with_str_and_init(path, &init)).await.ok()?;
    let response: Response = fetched.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
    Some(Answer { status: response.status(), said: json::read(&text).unwrap_or(Json::Null) })
}
