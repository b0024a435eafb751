//! The stage: what is known of the body and of the figure that the app shows, and one picture after another.

use crate::gl::Card;
use crate::page::{Page, Tap};
use crate::{edge, hear};
use alloc::string::String;
use alloc::string::ToString as _;
use alloc::vec::Vec;
use anatomy::Anatomy;
use js_sys::{Function, Object, Reflect};
use scene::{Built, Camera, Depth, From, Painting, Part, SkinMesh, Spot, Told, V3, Wish, built};
use spin::Mutex;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlCanvasElement, MutationObserver, MutationObserverInit};

/// How long a glide of the camera takes, milliseconds.
const GLIDE: f64 = 450.0;
/// How long the skin takes to become glass, milliseconds.
const FADE: f64 = 350.0;
/// Brush sizes, metres.
const BRUSHES: [f32; 3] = [0.012, 0.022, 0.038];
/// Pixels of the picture for one of the page: at rest, so that edges are smooth; and at least while it moves.
const FINEST: f64 = 2.0;
const COARSEST: f64 = 0.6;
/// A picture that takes longer while it moves is made coarser, milliseconds.
const SLOW: f64 = 26.0;

/// What the figure is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// To paint where it hurts.
    Paint,
    /// To see where a source is felt.
    Look,
    /// To be led to a spot.
    Find,
}

/// What a finger on the body does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tool {
    Paint,
    Erase,
    Turn,
}

pub(crate) struct Stage {
    pub(crate) anatomy: Anatomy,
    pub(crate) body: usize,
    pub(crate) skin: SkinMesh,
    pub(crate) built: Built,
    pub(crate) painting: Painting,
    pub(crate) card: Option<Card>,
    pub(crate) page: Page,
    pub(crate) mode: Mode,
    pub(crate) tool: Tool,
    pub(crate) brush: usize,
    pub(crate) wish: Wish,
    pub(crate) camera: Camera,
    /// 1: skin, 0: glass.
    pub(crate) solid: f32,
    pub(crate) told: Vec<Told>,
    pub(crate) spot: Option<Spot>,
    /// Which step of the way to the spot; behind the last it is the spot.
    pub(crate) step: usize,
    /// The person has begun to go step by step; before, the spot is shown without words.
    pub(crate) begun: bool,
    pub(crate) points: Vec<V3>,
    /// The flat picture is wanted.
    pub(crate) flat: bool,
    /// The card was there, and was lost.
    pub(crate) lost: bool,
    /// A finger is on it.
    pub(crate) held: bool,
    /// Where the camera comes from and goes to, and since when.
    glide: Option<(Camera, Camera, f64)>,
    /// Since when the ball rolls.
    rolls: Option<f64>,
    /// The app's figure.
    pub(crate) figure: Option<Element>,
    /// What the figure said last.
    said: [String; 5],
    last: f64,
    /// Pixels of the picture for one of the page while it moves.
    coarse: f64,
    pub(crate) moved: bool,
    asked: bool,
    undressed: bool,
    unlabelled: bool,
    frames: u32,
    /// Draws one picture.
    frame: Function,
}

/// What was read, until the first figure comes.
static READ: Mutex<Option<Anatomy>> = Mutex::new(None);
static STAGE: Mutex<Option<Stage>> = Mutex::new(None);

/// Looks at the stage. Nothing while somebody else does: what this program changes on the page may tell it so at once.
pub(crate) fn with<T>(look: impl FnOnce(&mut Stage) -> T) -> Option<T> {
    let (mut look, mut found) = (Some(look), None);
    reach(&mut |stage| found = look.take().map(|look| look(stage)));
    found
}

/// [`with`], in code that is there once.
fn reach(look: &mut dyn FnMut(&mut Stage)) {
    if let Some(stage) = STAGE.try_lock().as_mut().and_then(|stage| stage.as_mut()) {
        look(stage);
    }
}

/// The same, where nothing comes of it.
pub(crate) fn do_with(act: fn(&mut Stage)) {
    let _ = with(act);
}

/// Follows the app's figure from now on.
pub(crate) fn begin(anatomy: Anatomy) {
    *READ.lock() = Some(anatomy);
    observe();
    follow();
}

/// Does what the app's figure says; sets the stage when the first is there.
fn follow() {
    let waits = READ.lock().is_some();
    if waits && figure().is_some() {
        READ.lock().take().into_iter().for_each(set_up);
    }
    do_with(Stage::follow);
}

fn figure() -> Option<Element> {
    edge::document()?.query_selector(".figure[data-plate]").ok()?
}

fn set_up(anatomy: Anatomy) {
    let Some(page) = Page::new() else { return };
    let mut skin = SkinMesh::new(&anatomy.skin, 0);
    scene::shade(&mut skin);
    let painting = Painting::new(&skin, anatomy.skin.zones());
    let wish = Wish { from: From::Back, part: Part::Hips, depth: Depth::Skin, nerve: false };
    hear::begin(&page);
    let mut stage = Stage {
        camera: wish.camera(0.8),
        card: None,
        body: 0,
        mode: Mode::Paint,
        tool: Tool::Paint,
        brush: 1,
        solid: 1.0,
        told: Vec::new(),
        spot: None,
        step: 0,
        begun: false,
        points: Vec::new(),
        flat: false,
        lost: false,
        held: false,
        glide: None,
        rolls: None,
        figure: None,
        said: Default::default(),
        last: 0.0,
        coarse: FINEST,
        moved: false,
        asked: false,
        undressed: true,
        unlabelled: true,
        frames: 0,
        frame: edge::heard(|_| do_with(Stage::frame)),
        anatomy,
        skin,
        built: Built::default(),
        painting,
        page,
        wish,
    };
    stage.renew();
    *STAGE.lock() = Some(stage);
}

/// Hears of every change of the app's figure.
fn observe() {
    let Some(app) = edge::document().and_then(|document| document.get_element_by_id("app")) else { return };
    let Ok(observer) = MutationObserver::new(&edge::heard(|_| follow())) else { return };
    let options = MutationObserverInit::new();
    options.set_child_list(true);
    options.set_subtree(true);
    let names = NAMES.iter().map(|name| JsValue::from_str(name)).collect::<js_sys::Array>();
    options.set_attribute_filter(&names);
    let _ = observer.observe_with_options(&app, &options);
    core::mem::forget(observer);
    crate::flat::begin(&app);
    // another size of the window is another picture
    if let Some(window) = edge::window() {
        edge::on(&window, "resize", |_| do_with(Stage::touch));
    }
}

const NAMES: [&str; 5] = ["data-plate", "data-shown", "data-mirrored", "data-shades", "data-spot"];

impl Stage {
    /// Does what the app's figure says now.
    fn follow(&mut self) {
        let figure = figure();
        if let Some(figure) = &figure
            && !figure.contains(Some(&self.page.all))
        {
            let _ = figure.append_child(&self.page.all);
            crate::flat::hold(figure);
            self.said = Default::default();
            self.unlabelled = true;
        }
        self.figure = figure;
        let Some(figure) = self.figure.clone() else { return };
        self.present();
        let said = NAMES.map(|name| figure.get_attribute(name).unwrap_or_default());
        if said == self.said {
            return;
        }
        let before = core::mem::replace(&mut self.said, said);
        let [plate, shown, _, shades, spot] = self.said.clone();
        let turned = figure.has_attribute("data-mirrored");
        let (side, body) = plate.split_once('-').unwrap_or(("back", "female"));
        let body = usize::from(body == "male");
        if body != self.body {
            self.become_body(body);
        }
        self.told = scene::told(&shades);
        self.spot = Spot::told(&self.anatomy, &self.skin, self.body, &spot);
        if spot != before[4] {
            self.step = self.spot.as_ref().map_or(0, |spot| spot.steps.len());
            self.begun = false;
        }
        let areas = self.told.iter().any(|told| !matches!(told.mark, scene::Mark::Hurts(_)));
        self.mode = match (&self.spot, areas) {
            (Some(_), _) => Mode::Find,
            (None, true) => Mode::Look,
            (None, false) => Mode::Paint,
        };
        if self.mode == Mode::Paint {
            self.painting.follow(&self.skin, &self.told);
        }
        let from = match (side, turned) {
            ("front", _) => From::Front,
            ("side", false) => From::Right,
            ("side", true) => From::Left,
            _ => From::Back,
        };
        let part = if shown.starts_with("0 0 ") { Part::Hips } else { Part::Legs };
        // another source is felt elsewhere
        let other = spot != before[4] || (self.mode == Mode::Look && shades != before[3]);
        let moved = before[0].is_empty() || other || (from, part) != (self.wish.from, self.wish.part);
        let came = before[0].is_empty();
        (self.wish.from, self.wish.part) = (from, part);
        if came {
            self.deepen(Depth::Skin);
        }
        if moved {
            self.go(came && self.spot.is_none());
        }
        self.undressed = true;
        self.touch();
    }

    /// Shows the body to turn, or the flat picture.
    fn present(&mut self) {
        let Some(figure) = self.figure.clone() else { return };
        let solid = self.card.is_some() && !self.flat;
        if figure.has_attribute("data-solid") != solid {
            edge::toggle(&figure, "data-solid", solid);
            // it takes up room again, or no more
            self.touch();
        }
        // there are buttons in it now
        let _ = figure.remove_attribute("aria-hidden");
    }

    /// Goes where the wish is best seen from; the way to a spot has its own cameras.
    pub(crate) fn go(&mut self, at_once: bool) {
        let aspect = self.aspect();
        let mut goal = self.wish.camera(aspect);
        if self.mode == Mode::Look {
            goal = goal.with(self.felt());
        }
        if let Some(spot) = self.spot.as_ref().filter(|_| self.mode == Mode::Find) {
            let there = self.step >= spot.steps.len();
            goal = if there { spot.camera(aspect) } else { spot.step_camera(self.step, aspect) };
            let depth = match &*spot.muscle {
                _ if !there => Depth::Skin,
                "gluteus_minimus" | "piriformis" | "obturator_internus" => Depth::Minimus,
                "gluteus_medius" => Depth::Medius,
                _ => Depth::Maximus,
            };
            self.deepen(depth);
            self.rolls = (there && !edge::still()).then(edge::now);
            self.undressed = true;
        }
        self.glide = (!at_once && !edge::still()).then(|| (self.camera, goal, edge::now()));
        if self.glide.is_none() {
            self.camera = goal;
        }
        self.touch();
    }

    pub(crate) fn deepen(&mut self, depth: Depth) {
        self.wish.depth = depth;
        self.points = self.shown_points();
        self.undressed = true;
        self.touch();
    }

    /// Seconds that the ball has been rolling.
    pub(crate) fn rolled(&self) -> f32 {
        self.rolls.map_or(0.8, |since| ((edge::now() - since) / 1000.0) as f32)
    }

    pub(crate) fn rolling(&self) -> bool {
        self.rolls.is_some()
    }

    /// A button was tapped.
    pub(crate) fn tap(&mut self, tap: Tap) {
        let steps = self.spot.as_ref().map_or(0, |spot| spot.steps.len());
        match tap {
            Tap::Tool(tool) => self.tool = tool,
            Tap::Brush => self.brush = (self.brush + 1) % BRUSHES.len(),
            Tap::Depth(depth) => self.deepen(depth),
            Tap::Nerve => self.wish.nerve = !self.wish.nerve,
            Tap::Flat => {
                self.flat = !self.flat;
                if self.tool == Tool::Turn {
                    self.tool = Tool::Paint;
                }
                self.present();
            }
            // from the first landmark on
            Tap::Before if !self.begun => self.step = 0,
            Tap::Before => self.step = self.step.saturating_sub(1),
            Tap::Next => self.step = (self.step + 1).min(steps),
            Tap::Roll => self.rolls = if self.rolls.is_some() { None } else { Some(edge::now()) },
        }
        if matches!(tap, Tap::Before | Tap::Next) {
            self.begun = true;
            self.go(false);
        }
        self.touch();
    }

    pub(crate) fn radius(&self) -> f32 {
        BRUSHES[self.brush]
    }

    /// The camera is the person's from here on.
    pub(crate) fn grasp(&mut self) {
        self.glide = None;
    }

    /// Something is to be seen: a new picture at the next chance.
    pub(crate) fn touch(&mut self) {
        self.unlabelled = true;
        self.ask();
    }

    /// The skin is told anew with the next picture.
    pub(crate) fn redress(&mut self) {
        self.undressed = true;
        self.touch();
    }

    fn ask(&mut self) {
        if core::mem::replace(&mut self.asked, true) {
            return;
        }
        if let Some(window) = edge::window() {
            let _ = window.request_animation_frame(&self.frame);
        }
    }

    fn frame(&mut self) {
        self.asked = false;
        let now = edge::now();
        let passed = (now - self.last).clamp(0.0, 100.0);
        self.last = now;
        // no button changes under a finger that is on the picture
        if !self.held {
            self.page.show(self);
        }
        if self.flat || self.card.is_none() || !self.page.canvas.is_connected() {
            return;
        }
        if self.built.items.is_empty() && self.frames > 0 {
            self.build();
        }
        let moves = self.move_on(now, passed);
        if core::mem::take(&mut self.undressed) {
            self.dress();
        }
        let size = self.fit(moves || self.held, passed);
        self.draw(size);
        self.frames += 1;
        if self.frames == 1 {
            edge::mark("body-shown");
            // what lies under the skin can wait for the first picture
            self.ask();
        }
        edge::set(&self.page.canvas, "data-frames", &self.frames.to_string());
        if moves || self.held {
            self.page.unlabel();
            self.unlabelled = true;
        } else if core::mem::take(&mut self.unlabelled) {
            self.label();
        }
        if moves || (self.rolls.is_some() && self.mode == Mode::Find) {
            self.ask();
        }
    }

    /// One step of what moves by itself; false if nothing does.
    fn move_on(&mut self, now: f64, passed: f64) -> bool {
        let mut moves = false;
        if let Some((from, to, since)) = self.glide {
            let share = ((now - since) / GLIDE).clamp(0.0, 1.0) as f32;
            self.camera = from.towards(&to, share * share * (3.0 - 2.0 * share));
            moves = share < 1.0;
            if !moves {
                self.glide = None;
            }
        }
        let goal = if self.wish.depth == Depth::Skin { 1.0 } else { 0.0 };
        let by = if edge::still() { 1.0 } else { (passed / FADE) as f32 };
        if self.solid != goal {
            self.solid = if goal > self.solid { (self.solid + by).min(goal) } else { (self.solid - by).max(goal) };
            moves = true;
        }
        moves
    }

    /// Makes what lies under the skin.
    fn build(&mut self) {
        self.built = built(&self.anatomy, &self.skin);
        if let Some(card) = &mut self.card {
            card.fill(&self.built.items);
        }
    }

    /// Gives the picture as many pixels as it takes up; fewer while it moves, if it would be slow.
    fn fit(&mut self, moves: bool, passed: f64) -> [i32; 2] {
        match (moves, self.moved) {
            // as many pixels as would have been quick
            (true, true) if passed > SLOW => {
                self.coarse = (self.coarse * anatomy::root(SLOW / passed)).max(COARSEST);
            }
            // what was slow once need not be so again
            (true, false) => self.coarse = (self.coarse * 1.2).min(FINEST),
            _ => {}
        }
        self.moved = moves;
        let fine = if moves { self.coarse } else { FINEST };
        let canvas = &self.page.canvas;
        let pixels = |length: i32| ((f64::from(length) * fine) as i32).max(1);
        let size = [pixels(canvas.client_width()), pixels(canvas.client_height())];
        if [canvas.width() as i32, canvas.height() as i32] != size {
            canvas.set_width(size[0] as u32);
            canvas.set_height(size[1] as u32);
        }
        size
    }

    /// Width and height of the picture in pixels of the page.
    pub(crate) fn size(&self) -> [f32; 2] {
        let canvas = &self.page.canvas;
        [canvas.client_width().max(1) as f32, canvas.client_height().max(1) as f32]
    }

    fn aspect(&self) -> f32 {
        let [wide, high] = self.size();
        if wide > 10.0 { wide / high } else { 0.8 }
    }

    fn become_body(&mut self, body: usize) {
        self.body = body;
        self.skin = SkinMesh::new(&self.anatomy.skin, body);
        scene::shade(&mut self.skin);
        if let Some(card) = &mut self.card {
            card.wear(&self.skin);
        }
    }

    /// Puts everything on the card, at first or again after it was lost.
    pub(crate) fn renew(&mut self) {
        let options = Object::new();
        // at rest every pixel is several
        let _ = Reflect::set(&options, &"antialias".into(), &JsValue::FALSE);
        let context = canvas_context(&self.page.canvas, &options);
        self.card = context.and_then(|gl| Card::new(gl, &self.skin, &self.built.items));
        self.present();
        self.undressed = true;
        self.touch();
    }

    /// The card has lost everything.
    pub(crate) fn lose(&mut self) {
        self.card = None;
        self.present();
        self.page.unlabel();
        self.touch();
    }

    /// Tells the app what a stroke changed.
    pub(crate) fn tell(&mut self) -> Option<Element> {
        let said = scene::said(&self.painting.end(&self.skin));
        let figure = self.figure.clone().filter(|_| !said.is_empty())?;
        edge::set(&figure, "data-painted", &said);
        Some(figure)
    }
}

fn canvas_context(canvas: &HtmlCanvasElement, options: &Object) -> Option<web_sys::WebGl2RenderingContext> {
    canvas.get_context_with_context_options("webgl2", options).ok()?.map(JsCast::unchecked_into)
}
