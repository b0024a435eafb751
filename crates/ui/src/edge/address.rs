//! The address bar and the history: `#/word` is a place.

use screens::{Action, Place};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::History;

thread_local! {
    /// Places one came by, the last being where one is.
    static TRAIL: RefCell<Vec<Place>> = const { RefCell::new(Vec::new()) };
}

/// The place the address names, if it names one.
pub(crate) fn named() -> Option<Place> {
    let hash = web_sys::window()?.location().hash().ok()?;
    Place::of(hash.trim_start_matches('#').trim_start_matches('/'))
}

/// Hears the browser's own back and forward, and addresses that are typed.
pub(crate) fn listen(act: fn(Action)) {
    let moved = Closure::<dyn FnMut()>::new(move || {
        let Some(place) = named() else { return };
        TRAIL.with_borrow_mut(|trail| came_to(trail, place));
        act(Action::Go(place));
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("popstate", moved.as_ref().unchecked_ref());
    }
    moved.forget();
}

/// Writes the first place into the address.
pub(crate) fn begin(place: Place) {
    TRAIL.set(vec![place]);
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url(place)));
    }
}

/// Another place is shown: the address says so at once, or a quick way back would lead one place too far.
pub(crate) fn arrived(place: Place) {
    let Some(history) = history() else { return };
    let step = TRAIL.with_borrow_mut(|trail| came_to(trail, place));
    let _ = match step {
        Step::Stay => history.replace_state_with_url(&JsValue::NULL, "", Some(&url(place))),
        Step::On => history.push_state_with_url(&JsValue::NULL, "", Some(&url(place))),
        Step::Back => history.back(),
    };
}

#[derive(Debug, PartialEq, Eq)]
enum Step {
    Stay,
    On,
    Back,
}

/// What going to a place means for the history: back, if one came from there.
fn came_to(trail: &mut Vec<Place>, place: Place) -> Step {
    if trail.last() == Some(&place) {
        return Step::Stay;
    }
    if trail.len() >= 2 && trail[trail.len() - 2] == place {
        trail.pop();
        return Step::Back;
    }
    trail.push(place);
    Step::On
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

fn url(place: Place) -> String {
    format!("#/{}", place.word())
}

#[cfg(test)]
mod tests {
    use super::{Step, came_to};
    use screens::Place::{Gate, Locate, Today};

    #[test]
    fn going_where_one_came_from_is_going_back() {
        let mut trail = vec![Today];
        for (place, step, length) in [
            (Today, Step::Stay, 1),
            (Locate, Step::On, 2),
            (Gate, Step::On, 3),
            (Locate, Step::Back, 2),
            (Today, Step::Back, 1),
        ] {
            assert_eq!((came_to(&mut trail, place), trail.len()), (step, length), "{place:?}");
        }
    }
}
