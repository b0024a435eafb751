//! What belongs together, and what opens.

use super::{Act, block};
use leptos::html;
use leptos::prelude::*;
use screens::{Block, Kind, Mark};

/// A card with blocks on it.
pub(super) fn card(kind: Memo<Option<Kind>>, path: String, act: Act) -> AnyView {
    let head = Memo::new(move |_| match kind.get() {
        Some(Kind::Card { mark, title, aside, .. }) => (class(mark), title, aside),
        _ => ("card", String::new(), String::new()),
    });
    let line = move || {
        let (_, title, aside) = head.get();
        (!title.is_empty() || !aside.is_empty()).then(|| {
            let aside = (!aside.is_empty()).then(|| html::span().class("aside").child(aside));
            html::div().class("card-head").child((html::h2().child(title), aside))
        })
    };
    let inner = block::blocks(inner(kind, path), act);
    html::section().class(move || head.get().0).child((line, inner)).into_any()
}

/// Something that opens; whether it is open is the person's from then on.
pub(super) fn fold(kind: Memo<Option<Kind>>, path: String, open: bool, act: Act) -> AnyView {
    let title = move || match kind.get() {
        Some(Kind::Fold { title, .. }) => title,
        _ => String::new(),
    };
    let inner = block::blocks(inner(kind, path), act);
    html::details()
        .class("fold")
        .attr("open", open)
        .child((html::summary().child(title), html::div().class("folded").child(inner)))
        .into_any()
}

fn inner(kind: Memo<Option<Kind>>, path: String) -> Memo<(String, Vec<Block>)> {
    Memo::new(move |_| match kind.get() {
        Some(Kind::Card { blocks, .. } | Kind::Fold { blocks, .. }) => (path.clone(), blocks),
        _ => (path.clone(), Vec::new()),
    })
}

fn class(mark: Mark) -> &'static str {
    match mark {
        Mark::Plain => "card",
        Mark::Tied => "card tied",
        Mark::Next => "card next",
    }
}
