//! What is shown instead of the app: it is open in another tab, or what the device has kept cannot be read.

use super::{desk, lock, page};
use case::Case;
use guide::Guide;
use leptos::prelude::*;
use leptos::{ev, html};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use words::{Say, Speaker};

thread_local! {
    /// Waits to be opened.
    static GUIDE: RefCell<Option<Guide>> = const { RefCell::new(None) };
}

/// Opens the app, if no other tab has it.
pub(crate) fn knock(guide: Guide) {
    GUIDE.set(Some(guide));
    spawn_local(enter(lock::Ask::IfFree));
    let seen = Closure::<dyn FnMut()>::new(|| {
        // the other tab may be closed by now
        if page::visible() && GUIDE.with_borrow(Option::is_some) {
            spawn_local(enter(lock::Ask::IfFree));
        }
    });
    page::listen("visibilitychange", &seen);
    seen.forget();
}

async fn enter(ask: lock::Ask) {
    if !lock::ours(ask, page::reload).await {
        return show(Say::OpenElsewhere, Say::OpenElsewhereWhy, Say::UseHere, || spawn_local(enter(lock::Ask::Take)));
    }
    let Some(guide) = GUIDE.take() else { return };
    if let Err(guide) = desk::open(guide).await {
        GUIDE.set(Some(*guide));
        show(Say::Unreadable, Say::UnreadableWhy, Say::LoadAgain, page::reload);
    }
}

fn show(title: Say, line: Say, label: Say, tapped: fn()) {
    let said = GUIDE.with_borrow(|guide| {
        let case = Case::default();
        guide.as_ref().map(|guide| {
            let speaker = Speaker::new(guide, &case);
            [title, line, label].map(|say| speaker.say(say))
        })
    });
    let Some([title, line, label]) = said else { return };
    page::show(move || {
        let way = html::button().attr("type", "button").class("btn main").on(ev::click, move |_| tapped()).child(label);
        let heading = html::h1().attr("id", "title").attr("tabindex", "-1").child(title);
        let main = (heading, html::p().class("text").child(line), html::div().class("buttons").child(way));
        (html::header().class("top").child(html::b().child("Unknot")), html::main().child(main)).into_any()
    });
}
