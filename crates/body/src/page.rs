//! What stands on the page: the picture, its labels, its buttons, and a line of words.

use crate::edge::{self, drawn, made, set, text, toggle};
use crate::stage::{Mode, Stage, Tool};
use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;
use legend::BodyWords;
use scene::{Depth, Item, Label, anchors, laid, visible};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement};

/// A button.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Tap {
    Tool(Tool),
    Brush,
    Depth(Depth),
    Nerve,
    Flat,
    Before,
    Next,
    Roll,
}

const TOOLS: [Tap; 4] = [Tap::Tool(Tool::Paint), Tap::Tool(Tool::Erase), Tap::Tool(Tool::Turn), Tap::Brush];
const LAYERS: [Tap; 7] = [
    Tap::Depth(Depth::Skin),
    Tap::Depth(Depth::Maximus),
    Tap::Depth(Depth::Medius),
    Tap::Depth(Depth::Minimus),
    Tap::Depth(Depth::Bones),
    Tap::Nerve,
    Tap::Flat,
];

pub(crate) struct Page {
    pub(crate) words: &'static BodyWords,
    /// Everything.
    pub(crate) all: Element,
    pub(crate) canvas: HtmlCanvasElement,
    labels: Element,
    says: Element,
    buttons: Vec<(Element, Tap)>,
}

impl Page {
    /// Made, but not on the page yet.
    pub(crate) fn new() -> Option<Page> {
        let words = &legend::ENGLISH;
        let all = edge::alone(edge::HTML, "div", &[("class", "solid")])?;
        let view = made(&all, "div", "solid-view")?;
        let canvas: HtmlCanvasElement = made(&view, "canvas", "")?.unchecked_into();
        set(&canvas, "tabindex", "0");
        set(&canvas, "role", "application");
        set(&canvas, "aria-label", &[words.picture, " ", words.keys].concat());
        let labels = drawn(&view, "svg", &[("class", "solid-labels"), ("aria-hidden", "true")])?;
        let says = made(&all, "p", "soft solid-says")?;
        set(&says, "role", "status");
        let mut page = Page { words, all, canvas, labels, says, buttons: Vec::new() };
        let top = page.all.clone();
        page.row(&top, words.tools, &[Tap::Before, Tap::Next, Tap::Roll])?;
        page.row(&top, words.tools, &TOOLS)?;
        let fold = made(&top, "details", "solid-fold")?;
        made(&fold, "summary", "")?.set_text_content(Some(words.inside));
        page.row(&fold, words.see_through, &LAYERS)?;
        Some(page)
    }

    fn row(&mut self, parent: &Element, name: &str, taps: &[Tap]) -> Option<()> {
        let row = made(parent, "div", "solid-row")?;
        set(&row, "role", "group");
        set(&row, "aria-label", name);
        for tap in taps {
            let button = made(&row, "button", "solid-tap")?;
            set(&button, "type", "button");
            self.buttons.push((button, *tap));
        }
        Some(())
    }

    /// The button that an element is, or is in.
    pub(crate) fn tapped(&self, on: &Element) -> Option<Tap> {
        let found = self.buttons.iter().find(|(button, _)| button.contains(Some(on)));
        found.map(|(_, tap)| *tap)
    }

    /// Makes words and buttons say what is.
    pub(crate) fn show(&self, stage: &Stage) {
        let lost = stage.card.is_none();
        for (button, tap) in &self.buttons {
            let shown = match (tap, stage.mode) {
                (Tap::Flat, _) => !lost,
                // the flat picture is wiped too
                (Tap::Tool(Tool::Paint | Tool::Erase), Mode::Paint) => true,
                _ if lost || stage.flat => false,
                (Tap::Tool(_) | Tap::Brush, mode) => mode == Mode::Paint,
                (Tap::Before | Tap::Next | Tap::Roll, mode) => mode == Mode::Find,
                _ => true,
            };
            toggle(button, "hidden", !shown);
            self.label_button(button, *tap, stage);
        }
        let words = self.says(stage);
        if self.says.text_content().as_deref() != Some(&words) {
            self.says.set_text_content(Some(&words));
        }
        toggle(&self.says, "hidden", words.is_empty());
        let tool = match (stage.mode, stage.tool) {
            (Mode::Paint, Tool::Paint | Tool::Erase) => "paint",
            _ => "turn",
        };
        set(&self.canvas, "data-tool", tool);
    }

    fn label_button(&self, button: &Element, tap: Tap, stage: &Stage) {
        let words = self.words;
        let last = stage.spot.as_ref().is_none_or(|spot| stage.step >= spot.steps.len());
        let (said, pressed) = match tap {
            Tap::Tool(tool) => {
                let said = match tool {
                    Tool::Paint => words.paint,
                    Tool::Erase => words.erase,
                    Tool::Turn => words.turn,
                };
                (said, Some(tool == stage.tool))
            }
            Tap::Brush => (words.brushes[stage.brush], None),
            Tap::Depth(depth) => (words.layers[depth as usize], Some(depth == stage.wish.depth)),
            Tap::Nerve => (words.nerve, Some(stage.wish.nerve)),
            Tap::Flat => (if stage.flat { words.solid } else { words.flat }, None),
            Tap::Before => (words.before, None),
            Tap::Next => (words.next, None),
            Tap::Roll => (if stage.rolling() { words.still } else { words.roll }, None),
        };
        // a sign where the words would be many; the page's style draws it
        let sign = match tap {
            Tap::Tool(Tool::Paint) => "paint",
            Tap::Tool(Tool::Erase) => "wipe",
            Tap::Tool(Tool::Turn) => "turn",
            Tap::Brush => ["small", "middle", "large"][stage.brush],
            Tap::Before => "before",
            Tap::Next => "next",
            Tap::Roll if stage.rolling() => "still",
            Tap::Roll => "roll",
            _ => "",
        };
        if !sign.is_empty() {
            set(button, "data-sign", sign);
        } else if button.text_content().as_deref() != Some(said) {
            button.set_text_content(Some(said));
        }
        set(button, "aria-label", said);
        set(button, "title", said);
        if let Some(pressed) = pressed {
            set(button, "aria-pressed", if pressed { "true" } else { "false" });
        }
        match tap {
            Tap::Before => toggle(button, "disabled", stage.step == 0),
            Tap::Next => toggle(button, "disabled", last),
            Tap::Roll => {
                toggle(button, "hidden", !last || stage.mode != Mode::Find || stage.flat || stage.card.is_none());
            }
            _ => {}
        }
    }

    fn says(&self, stage: &Stage) -> String {
        let words = self.words;
        let note = match (&stage.card, stage.lost) {
            (Some(_), _) => "",
            (None, true) => words.lost,
            (None, false) => words.no_webgl,
        };
        match (stage.mode, &stage.spot) {
            // the flat picture shows areas too
            (Mode::Look, _) => [note, " ", words.main_area, ". ", words.beside, "."].concat(),
            _ if stage.flat || !note.is_empty() => note.to_owned(),
            (Mode::Find, Some(spot)) if stage.begun => match spot.steps.get(stage.step) {
                Some(step) => (words.find)(stage.step + 1, spot.steps.len() + 1, &step.landmark),
                None => {
                    let through: Vec<&str> = spot.through.iter().map(|layer| (words.part)(&layer.name)).collect();
                    let deep = (spot.deep * 100.0 + 0.5) as usize;
                    [&*(words.spot)(&through, deep, spot.gun), " ", words.keep_off, "."].concat()
                }
            },
            _ => String::new(),
        }
    }

    /// Without labels, while it moves.
    pub(crate) fn unlabel(&self) {
        self.labels.set_text_content(None);
    }
}

/// About how wide words are, in pixels.
fn wide(text: &str) -> f32 {
    text.bytes().map(|letter| if matches!(letter, b' ' | b'f' | b'i'..=b'l' | b'r' | b't') { 4.4 } else { 7.8 }).sum()
}

fn is_gluteal(item: &Item) -> bool {
    item.name.starts_with("gluteus")
}

impl Stage {
    /// Names what is seen.
    pub(crate) fn label(&self) {
        self.page.unlabel();
        let (size, words) = (self.size(), self.page.words);
        let [wide, high] = size;
        let labels = &self.page.labels;
        set(labels, "viewBox", &["0 0 ", &text(wide), " ", &text(high)].concat());
        // one word is enough to know them all; from the right only the right one is there; a spot's heading says its side
        let wordless = self.mode == Mode::Find && !self.begun;
        match self.camera.left_is_left() {
            _ if wordless => {}
            Some(true) => self.write(words.sides[0], [6.0, 15.0], "start"),
            Some(false) => self.write(words.sides[0], [wide - 6.0, 15.0], "end"),
            None => {
                let near = usize::from(self.camera.axes()[2][2] > 0.0);
                self.write(words.sides[near], [6.0, 15.0], "start");
            }
        }
        let spot = self.spot.as_ref().filter(|spot| self.begun && self.step >= spot.steps.len());
        // names stand above the scale
        let free = spot.map_or(high, |spot| self.scale(labels, spot, high));
        let named = self.named(size, free);
        for laid in laid(&named, [wide, free], 26.0) {
            let label = &named[laid.label];
            let [x, y] = label.at;
            let line = [("x1", text(x)), ("y1", text(y)), ("x2", text(laid.end[0])), ("y2", text(laid.end[1]))];
            let line = line.each_ref().map(|(name, value)| (*name, &**value));
            let _ = drawn(labels, "line", &line);
            let _ = drawn(labels, "circle", &[("cx", &text(x)), ("cy", &text(y)), ("r", "2.5")]);
            self.write(label.text, [laid.edges[0], laid.edges[3] - 5.0], "start");
        }
    }

    fn named(&self, size: [f32; 2], free: f32) -> Vec<Label> {
        let words = self.page.words;
        let mut named: Vec<(&'static str, [f32; 2])> = Vec::new();
        let seen = |at| {
            let seen = self.camera.seen(at, size);
            [seen.x, seen.y]
        };
        if let (Mode::Find, Some(spot)) = (self.mode, &self.spot)
            && self.begun
            && self.step >= spot.steps.len()
        {
            named.push((words.press, seen(spot.at)));
            for (line, way) in [(&spot.along, words.along), (&spot.across, words.across)] {
                if let Some(end) = line.last() {
                    named.push((way, seen(*end)));
                }
            }
        }
        // on the way to a spot names come with its words
        let named_too = self.mode != Mode::Find || self.begun;
        if self.wish.depth != Depth::Skin && named_too {
            let items: Vec<_> = self.built.items.iter().filter(|item| visible(item, &self.wish)).collect();
            let mut all: Vec<&str> = Vec::new();
            let anchors = anchors(&items, &self.camera, size);
            // what this is about comes first
            for turn in 0..2 * items.len() {
                let number = items.len() - 1 - turn % items.len();
                let (item, [left, right]) = (items[number], anchors[number]);
                // at a spot it is about one muscle
                let meant = self.spot.as_ref().is_none_or(|spot| spot.muscle == item.name);
                if !meant || is_gluteal(item) != (turn < items.len()) {
                    continue;
                }
                let name = (words.part)(&item.name);
                // one side is enough: that of the spot; else now this, now that, so that both edges have something
                let first =
                    self.spot.as_ref().map_or(all.len().is_multiple_of(2), |spot| spot.side == anatomy::Side::Right);
                let at = if first { right.or(left) } else { left.or(right) };
                if let Some(at) = at
                    && !name.is_empty()
                    && !all.contains(&name)
                {
                    all.push(name);
                    named.push((name, at));
                }
            }
        }
        let mut labels = Vec::new();
        for (text, at) in named {
            if at[0] > 0.0 && at[1] > 26.0 && at[0] < size[0] && at[1] < free {
                labels.push(Label { wide: wide(text), text, at });
            }
        }
        labels
    }

    pub(crate) fn write(&self, words: &str, [x, y]: [f32; 2], anchor: &str) {
        let attributes = [("x", &*text(x)), ("y", &*text(y)), ("text-anchor", anchor)];
        if let Some(written) = drawn(&self.page.labels, "text", &attributes) {
            written.set_text_content(Some(words));
        }
    }
}
