//! A finger, a mouse or a pen across the flat picture: marks each zone on its way, or wipes it. A tap is the app's, and so is
//! the picture; without this program it still takes taps.

use crate::edge::{self, on, set};
use crate::hear::send;
use crate::stage::{Mode, Stage, Tool, with};
use alloc::string::String;
use alloc::vec::Vec;
use core::sync::atomic::{AtomicBool, Ordering::Relaxed};
use spin::Mutex;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, PointerEvent};

/// A finger that goes so far is no tap, pixels.
const TAP: f32 = 10.0;
/// Between two of its places the way is looked at so often, pixels: no zone is narrower.
const STEP: f32 = 4.0;

struct Stroke {
    finger: i32,
    began: [f32; 2],
    last: [f32; 2],
    /// It is no tap any more.
    goes: bool,
    /// What it crossed, `zone.side`.
    crossed: Vec<String>,
}

static STROKE: Mutex<Option<Stroke>> = Mutex::new(None);
/// A stroke has just ended: the click that a mouse makes of it is none.
static ENDED: AtomicBool = AtomicBool::new(false);

/// Hears what is done to whatever picture the app shows.
pub(crate) fn begin(app: &EventTarget) {
    on(app, "pointerdown", |event| down(event.unchecked_ref()));
    on(app, "pointermove", |event| moved(event.unchecked_ref()));
    for name in ["pointerup", "pointercancel"] {
        on(app, name, |event| up(event.unchecked_ref()));
    }
    on(app, "click", click);
}

/// A finger that began on a zone paints, and does not move the page; beside the body the page moves as ever. `touch-action`
/// would say so, but not of a piece of a drawing.
pub(crate) fn hold(figure: &Element) {
    on(figure, "touchmove", |event| {
        if STROKE.lock().is_some() {
            event.prevent_default();
        }
    });
}

/// The piece of the flat picture that an element is, if it can be painted now.
fn piece(stage: &Stage, element: &Element) -> Option<Element> {
    let piece = element.closest("[data-zone]").ok()??;
    let ours = stage.mode == Mode::Paint && stage.figure.as_ref().is_some_and(|figure| figure.contains(Some(&piece)));
    ours.then_some(piece)
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn at(event: &PointerEvent) -> [f32; 2] {
    [event.client_x() as f32, event.client_y() as f32]
}

fn down(event: &PointerEvent) {
    // a second finger changes nothing
    if !event.is_primary() {
        return;
    }
    ENDED.store(false, Relaxed);
    let place = at(event);
    let ours = with(|stage| piece(stage, &target(event)?)).flatten().is_some();
    let begun = ours && event.button() == 0;
    let stroke = Stroke { finger: event.pointer_id(), began: place, last: place, goes: false, crossed: Vec::new() };
    *STROKE.lock() = begun.then_some(stroke);
}

fn moved(event: &PointerEvent) {
    let (finger, to) = (event.pointer_id(), at(event));
    let mut stroke = STROKE.lock();
    // a mouse that was let go where nobody hears of it does not paint when it comes back
    let pressed = event.buttons() != 0;
    let Some(stroke) = stroke.as_mut().filter(|stroke| stroke.finger == finger && pressed) else { return };
    let far = |from: [f32; 2]| (to[0] - from[0]).abs().max((to[1] - from[1]).abs());
    if !stroke.goes && far(stroke.began) < TAP {
        return;
    }
    if !core::mem::replace(&mut stroke.goes, true) {
        // so that it is heard of where it ends, be that beside the picture
        let _ = target(event).map(|target| target.set_pointer_capture(finger));
    }
    let steps = (far(stroke.last) / STEP) as usize + 1;
    for step in 0..=steps {
        let share = step as f32 / steps as f32;
        let place = [0, 1].map(|axis| stroke.last[axis] + (to[axis] - stroke.last[axis]) * share);
        with(|stage| stage.cross(place, &mut stroke.crossed));
    }
    stroke.last = to;
}

fn up(event: &PointerEvent) {
    let Some(stroke) = STROKE.lock().take().filter(|stroke| stroke.finger == event.pointer_id() && stroke.goes) else {
        return;
    };
    ENDED.store(true, Relaxed);
    let figure = with(|stage| {
        let figure = stage.figure.clone().filter(|_| !stroke.crossed.is_empty())?;
        let share = if stage.tool == Tool::Erase { "=0" } else { "=whole" };
        let mut said = String::new();
        for place in &stroke.crossed {
            for part in [if said.is_empty() { "" } else { " " }, place, share] {
                said.push_str(part);
            }
        }
        set(&figure, "data-painted", &said);
        Some(figure)
    });
    send(figure.flatten());
}

/// What a stroke leaves behind is no tap; and a tap of the wiper marks nothing.
fn click(event: &Event) {
    let ended = ENDED.swap(false, Relaxed);
    let none = with(|stage| {
        let piece = piece(stage, &target(event)?)?;
        Some(ended || (stage.tool == Tool::Erase && !hurts(&piece)))
    });
    if none.flatten() == Some(true) {
        event.stop_propagation();
    }
}

fn hurts(piece: &Element) -> bool {
    edge::is(piece, ".hurts")
}

impl Stage {
    /// The stroke is at a place of the window: what lies there looks as it will be when the app has heard of it.
    fn cross(&self, [x, y]: [f32; 2], crossed: &mut Vec<String>) {
        let found = edge::document().and_then(|document| document.element_from_point(x, y));
        let Some(piece) = found.and_then(|found| piece(self, &found)) else { return };
        let Some(place) = place(&piece) else { return };
        if crossed.contains(&place) {
            return;
        }
        crossed.push(place);
        match (self.tool, hurts(&piece)) {
            (Tool::Erase, _) => set(&piece, "class", ""),
            (_, false) => set(&piece, "class", "hurts low"),
            (_, true) => {}
        }
    }
}

/// `zone.side` of a piece; a picture turned round shows the other side.
fn place(piece: &Element) -> Option<String> {
    let turned = piece.closest("[data-mirrored]").ok()?.is_some();
    let side = piece.get_attribute("data-side")?;
    let side = match (turned, &*side) {
        (true, "right") => "left",
        (true, "left") => "right",
        (_, side) => side,
    };
    Some([&*piece.get_attribute("data-zone")?, ".", side].concat())
}
