//! Clipboard and files.

use js_sys::{Array, Function, Reflect};
use records::LARGEST_FILE;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, Document, File, HtmlAnchorElement, HtmlTextAreaElement, Url};

/// Puts text on the clipboard, the old way where the new one is not there or not allowed.
pub(crate) async fn copy(text: String) {
    let Some(window) = web_sys::window() else { return };
    if window.is_secure_context() && JsFuture::from(window.navigator().clipboard().write_text(&text)).await.is_ok() {
        return;
    }
    if let Some(document) = window.document() {
        let _ = copy_selected(&document, &text);
    }
}

fn copy_selected(document: &Document, text: &str) -> Result<(), JsValue> {
    let area: HtmlTextAreaElement = document.create_element("textarea")?.unchecked_into();
    area.set_class_name("heard");
    area.set_value(text);
    let body = document.body().ok_or(JsValue::NULL)?;
    body.append_child(&area)?;
    area.select();
    let command: Function = Reflect::get(document, &"execCommand".into())?.dyn_into()?;
    let done = command.call1(document, &"copy".into());
    area.remove();
    done.map(drop)
}

/// Offers text as a file.
pub(crate) async fn save(name: String, text: String) {
    if let Ok(address) = offer(&name, &text) {
        // some browsers read it a moment later
        super::wait::pause(10_000).await;
        let _ = Url::revoke_object_url(&address);
    }
}

fn offer(name: &str, text: &str) -> Result<String, JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let kind = BlobPropertyBag::new();
    kind.set_type(if name.ends_with(".ics") { "text/calendar" } else { "application/json" });
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    document.body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    link.remove();
    Ok(address)
}

/// The text of a file; of one that is too large, just so much that whoever reads it can say so.
pub(crate) async fn text(file: &File) -> Option<String> {
    let part = file.slice_with_f64_and_f64(0.0, LARGEST_FILE as f64 + 1.0).ok()?;
    JsFuture::from(part.text()).await.ok()?.as_string()
}
