//! What is done to the page, heard at one place for all elements.

use super::{choice, drawn, field, figure, file, scale};
use crate::edge;
use screens::{Action, Field, Region, Scale};
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventTarget};

/// What an element does when something is done to it.
#[derive(Clone)]
pub(crate) enum On {
    /// It is tapped.
    Tap(Action),
    /// It is tapped, and the browser does not follow its address.
    Follow(Action),
    /// It is tapped, where there is no app to act.
    Call(fn()),
    /// A box, or one of several to choose (`radio`).
    Choose { action: Action, radio: bool },
    /// A picture of the body, with what a tap on a zone does.
    Touch(Vec<Region>),
    /// Something is typed in it.
    Type(Field),
    /// It slides; `said` if there is a number yet.
    Slide { scale: Scale, said: bool },
    /// A file is chosen.
    File,
}

/// Begins to hear what is done in an element.
pub(super) fn begin(root: &EventTarget) {
    // not `FnMut`: what has the focus loses it while it is taken away, in the middle of what a tap does
    let heard = Closure::<dyn Fn(Event)>::new(|event: Event| hear(&event)).into_js_value();
    for name in ["click", "input", "change", "keydown", "focusout", "body"] {
        let _ = root.add_event_listener_with_callback(name, heard.unchecked_ref());
    }
}

fn hear(event: &Event) {
    let place = event.target().and_then(|target| target.dyn_into().ok());
    let Some(on) = place.and_then(|place| drawn::on(&place)) else { return };
    match (on, event.type_().as_str()) {
        (On::Tap(action), "click") => edge::act(action),
        (On::Follow(action), "click") => {
            event.prevent_default();
            edge::act(action);
        }
        (On::Call(call), "click") => call(),
        (On::Touch(regions), "body") => figure::painted(event, &regions),
        (On::Touch(regions), "click") => figure::touched(event, &regions),
        (On::Choose { action, .. }, "change") => choice::chosen(event, action),
        (On::Choose { radio: true, .. }, "keydown") => choice::step(event.unchecked_ref()),
        (On::Type(into), "input") => field::typed(event, into),
        (On::Slide { scale, said }, name) => scale::moved(event, name, scale, said),
        (On::File, "change") => file::chosen(event),
        _ => {}
    }
}
