//! Fingers, mouse, pen, wheel and keys.

use crate::edge::{self, on};
use crate::page::Page;
use crate::stage::{Mode, Stage, Tool, do_with, with};
use alloc::vec::Vec;
use core::mem::{replace, take};
use scene::{Hit, V3};
use spin::Mutex;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventInit, KeyboardEvent, PointerEvent, WheelEvent};

/// Radians for a pixel of a drag.
const TURN: f32 = 0.009;
/// Strokes longer than this between two moves are not one stroke: the finger came over an edge. Metres.
const LEAP: f32 = 0.09;

/// Two fingers that come down within so many milliseconds mean a pinch.
const PINCH: f64 = 300.0;

/// Fingers that are down, and what they do.
struct Hand {
    fingers: Vec<(i32, [f32; 2])>,
    /// Where the brush was last.
    brush: Option<V3>,
    painting: bool,
    /// Since when, milliseconds.
    since: f64,
}

static HAND: Mutex<Hand> = Mutex::new(Hand { fingers: Vec::new(), brush: None, painting: false, since: 0.0 });

pub(crate) fn begin(page: &Page) {
    let canvas = &page.canvas;
    on(canvas, "pointerdown", |event| down(event.unchecked_ref()));
    on(canvas, "pointermove", |event| moved(event.unchecked_ref()));
    for name in ["pointerup", "pointercancel"] {
        on(canvas, name, |event| up(event.unchecked_ref()));
    }
    on(canvas, "touchstart", hold);
    on(canvas, "wheel", |event| wheel(event.unchecked_ref()));
    on(canvas, "keydown", |event| key(event.unchecked_ref()));
    on(canvas, "webglcontextlost", |event| {
        // else it would not come back
        event.prevent_default();
        with(|stage| {
            stage.lost = true;
            stage.lose();
        });
    });
    on(canvas, "webglcontextrestored", |_| do_with(Stage::renew));
    on(&page.all, "click", |event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let tap = with(|stage| target.and_then(|target| stage.page.tapped(&target))).flatten();
        tap.map(|tap| with(|stage| stage.tap(tap)));
    });
}

fn at(event: &PointerEvent) -> [f32; 2] {
    [event.offset_x() as f32, event.offset_y() as f32]
}

impl Stage {
    fn hit(&self, at: [f32; 2]) -> Option<Hit> {
        let (eye, way) = self.camera.ray(at, self.size());
        self.skin.picked(eye, way)
    }

    fn paints(&self) -> bool {
        self.mode == Mode::Paint && self.tool != Tool::Turn
    }

    fn brush(&mut self, hit: Hit, from: Option<V3>) {
        let near = from.filter(|from| (0..3).map(|axis| (from[axis] - hit.place[axis]).abs()).sum::<f32>() < LEAP);
        let (from, radius, erase) = (near.unwrap_or(hit.place), self.radius(), self.tool == Tool::Erase);
        if self.painting.stroke(&self.skin, from, hit.place, hit.out, radius, erase) {
            self.redress();
        }
    }
}

fn down(event: &PointerEvent) {
    if event.button() != 0 {
        return;
    }
    let (id, place) = (event.pointer_id(), at(event));
    let second = {
        let mut hand = HAND.lock();
        hand.fingers.push((id, place));
        hand.fingers.len() > 1
    };
    let brush = with(|stage| {
        stage.held = true;
        stage.grasp();
        let _ = stage.page.canvas.set_pointer_capture(id);
        let hit = stage.hit(place).filter(|_| !second && stage.paints())?;
        stage.painting.begin();
        stage.brush(hit, None);
        Some(hit.place)
    });
    let brush = brush.flatten();
    let now = edge::now();
    let (was, since) = {
        let mut hand = HAND.lock();
        hand.brush = brush;
        (replace(&mut hand.painting, brush.is_some()), replace(&mut hand.since, now))
    };
    // a second finger makes a pinch of it: what the first has painted was not meant, unless it was there for long
    if !(was && second) {
        return;
    }
    if now - since < PINCH {
        do_with(|stage| {
            stage.painting.take_back();
            stage.redress();
        });
    } else {
        tell();
    }
}

fn moved(event: &PointerEvent) {
    let place = at(event);
    let mut hand = HAND.lock();
    let (painting, brush) = (hand.painting, hand.brush);
    let (mut before, mut other) = (None, None);
    for (id, at) in &mut hand.fingers {
        if *id == event.pointer_id() {
            before = Some(replace(at, place));
        } else if other.is_none() {
            other = Some(*at);
        }
    }
    drop(hand);
    let Some(before) = before else { return };
    let step = [place[0] - before[0], place[1] - before[1]];
    let brushed = with(|stage| {
        if painting {
            let hit = stage.hit(place);
            if let Some(hit) = hit {
                stage.brush(hit, brush);
            }
            return hit.map(|hit| hit.place);
        }
        let high = stage.size()[1];
        match other {
            Some(other) => {
                let far = |a: [f32; 2]| {
                    let [x, y] = [0, 1].map(|axis| f64::from(a[axis] - other[axis]));
                    anatomy::root(x * x + y * y).max(1.0) as f32
                };
                stage.camera.zoom(far(before) / far(place));
                stage.camera.shift(step[0] / high / 2.0, step[1] / high / 2.0);
            }
            None => stage.camera.turn(step[0] * TURN, step[1] * TURN),
        }
        stage.touch();
        None
    });
    HAND.lock().brush = brushed.flatten();
}

fn up(event: &PointerEvent) {
    let (painted, none) = {
        let mut hand = HAND.lock();
        hand.fingers.retain(|(id, _)| *id != event.pointer_id());
        (take(&mut hand.painting), hand.fingers.is_empty())
    };
    with(|stage| {
        stage.held = !none;
        stage.touch();
    });
    if painted {
        tell();
    }
}

/// A stroke is over: the app hears of it, and answers by what it writes on its figure.
fn tell() {
    send(with(Stage::tell).flatten());
}

/// Sends what stands on the figure now.
pub(crate) fn send(figure: Option<Element>) {
    let options = EventInit::new();
    options.set_bubbles(true);
    let event = Event::new_with_event_init_dict("body", &options);
    if let (Some(figure), Ok(event)) = (figure, event) {
        let _ = figure.dispatch_event(&event);
    }
}

/// A finger on the body paints, and does not move the page; beside it the page moves as ever. A touch is heard after its pointer.
fn hold(event: &Event) {
    let hand = HAND.lock();
    if hand.painting || hand.fingers.len() > 1 {
        event.prevent_default();
    }
}

/// The wheel is the page's, unless the picture was chosen or the fingers mean it (a pinch comes as Ctrl).
fn wheel(event: &WheelEvent) {
    let meant = with(|stage| {
        let meant = edge::is(&stage.page.canvas, ":focus") || event.ctrl_key();
        if meant {
            stage.grasp();
            stage.camera.zoom(1.0 + (event.delta_y() as f32 * 0.001).clamp(-0.3, 0.3));
            stage.touch();
        }
        meant
    });
    if meant == Some(true) {
        event.prevent_default();
    }
}

fn key(event: &KeyboardEvent) {
    let done = with(|stage| {
        let size = stage.size();
        let mut turn = |right: f32, down: f32| {
            stage.grasp();
            stage.camera.turn(right, down);
        };
        match event.key().as_str() {
            "ArrowLeft" => turn(-0.12, 0.0),
            "ArrowRight" => turn(0.12, 0.0),
            "ArrowUp" => turn(0.0, -0.1),
            "ArrowDown" => turn(0.0, 0.1),
            "+" | "=" => stage.camera.zoom(0.9),
            "-" => stage.camera.zoom(1.1),
            "Home" => stage.go(false),
            key @ ("Enter" | " " | "Delete" | "Backspace") if stage.mode == Mode::Paint => {
                let before = stage.tool;
                stage.tool = if matches!(key, "Delete" | "Backspace") { Tool::Erase } else { Tool::Paint };
                if let Some(hit) = stage.hit([size[0] / 2.0, size[1] / 2.0]) {
                    stage.painting.begin();
                    stage.brush(hit, None);
                }
                stage.tool = before;
                stage.touch();
                return Some(true);
            }
            _ => return None,
        }
        stage.touch();
        Some(false)
    });
    let Some(painted) = done.flatten() else { return };
    event.prevent_default();
    if painted {
        tell();
    }
}
