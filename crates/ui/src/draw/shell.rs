//! What stands around the blocks: top line, heading, foot, tabs, and what a screen reader is told.

use super::{Act, block, button};
use leptos::prelude::*;
use leptos::{ev, html};
use screens::{Action, Tab, View};

/// The whole screen of a view that changes.
pub(crate) fn shell(view: RwSignal<View>, act: Act) -> impl IntoView {
    let list = Memo::new(move |_| view.with(|view| (view.place.word().to_owned(), view.blocks.clone())));
    let title = Memo::new(move |_| view.with(|view| view.title.clone()));
    let said = Memo::new(move |_| view.with(|view| view.said.clone()));
    let heading = html::h1().attr("id", "title").attr("tabindex", "-1").child(move || title.get());
    let main = html::main().child((heading, block::blocks(list, act)));
    // what is said must stand apart from what is drawn, or it is read twice
    let heard = html::p().class("heard").attr("role", "status").attr("aria-live", "polite").child(move || said.get());
    (top(view, act), main, low(view, act), heard)
}

/// The way back, how the records stand, the corner.
fn top(view: RwSignal<View>, act: Act) -> impl IntoView {
    let line = Memo::new(move |_| view.with(|view| (view.back.clone(), view.saved.clone(), view.corner.clone())));
    let draw = move || {
        let (back, saved, corner) = line.get();
        let start = match &back {
            Some(back) => html::div().class("back").child(button::button(back, act)).into_any(),
            None => html::b().class("name").child("Unknot").into_any(),
        };
        let corner = corner.map(|corner| html::div().class("corner").child(button::button(&corner, act)));
        (start, html::span().class("saved").child(saved), corner)
    };
    html::header().class("top").child(draw)
}

/// What stays in reach at the lower edge.
fn low(view: RwSignal<View>, act: Act) -> impl IntoView {
    let parts = Memo::new(move |_| view.with(|view| (view.foot.clone(), view.tabs.clone())));
    let draw = move || {
        let (foot, tabs) = parts.get();
        let foot = (!foot.is_empty()).then(|| button::row("foot", &foot, act));
        let tabs: Vec<_> = tabs.into_iter().map(|one| tab(one, act)).collect();
        let tabs = (!tabs.is_empty()).then(|| html::nav().class("tabs").child(tabs));
        (foot, tabs)
    };
    html::footer().class("low").child(draw)
}

fn tab(tab: Tab, act: Act) -> impl IntoView {
    let place = tab.place;
    html::a()
        .attr("href", format!("#/{}", place.word()))
        .attr("aria-current", tab.here.then_some("page"))
        .on(ev::click, move |event| {
            event.prevent_default();
            act(Action::Go(place));
        })
        .child(tab.label)
}

#[cfg(test)]
mod tests {
    use screens::Place;

    #[test]
    fn words_of_places_need_no_escaping_in_an_address() {
        for (_, word) in Place::ALL {
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{word}");
        }
    }
}
