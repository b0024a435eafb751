//! What is shown instead of the app: it is open in another tab, or what the device has kept cannot be read.

use super::{desk, lock, page};
use crate::draw::{self, On, element};
use case::Case;
use guide::Guide;
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
    let way = element("button").with("type", "button").class("btn main").on(On::Call(tapped)).says(&label);
    let main = element("main")
        .child(element("h1").with("id", "title").with("tabindex", "-1").says(&title))
        .child(element("p").class("text").says(&line))
        .child(element("div").class("buttons").child(way));
    draw::show(vec![element("header").class("top").child(element("b").says("Unknot")), main]);
}
