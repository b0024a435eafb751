//! The app on the table: one a tab, and everything that reaches it.

use super::clock;
use crate::draw;
use guide::Guide;
use leptos::prelude::*;
use records::{DeviceId, Vault};
use screens::{Action, App, View};
use std::cell::RefCell;

struct Desk {
    app: App,
    view: RwSignal<View>,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Opens.
pub(crate) fn open(guide: Guide) {
    let vault = Vault::new(DeviceId(uuid::Uuid::nil()));
    let app = App::open(guide, vault, clock::stamp());
    let view = RwSignal::new(app.view());
    DESK.set(Some(Desk { app, view }));
    leptos::mount::mount_to_body(move || draw::shell(view, act));
}

/// Does what was tapped.
pub(crate) fn act(action: Action) {
    DESK.with_borrow_mut(|desk| {
        let Some(desk) = desk else { return };
        let _effects = desk.app.act(action, clock::moment());
        desk.view.set(desk.app.view());
    });
}

/// A file.
pub(crate) fn chosen(_file: web_sys::File) {}
