//! What lies over a point, in the order a press meets it, beside a scale of centimetres: those of the drawn body, and it says so.

use crate::edge::{drawn, text};
use crate::stage::Stage;
use alloc::vec::Vec;
use scene::Spot;
use web_sys::Element;

/// Pixels for a metre of depth.
const METRE: f32 = 1500.0;
/// Left edge of the bar, and its width, pixels.
const LEFT: f32 = 26.0;
const WIDE: f32 = 12.0;
/// What is free above it for its heading, and below it, pixels.
const HEAD: f32 = 30.0;
const FOOT: f32 = 14.0;
/// Width of all of it, pixels.
const ALL: f32 = 174.0;
/// Words are not nearer to each other, pixels.
const LINE: f32 = 14.0;

impl Stage {
    /// Draws it at the lower left, where the picture is mostly thigh; how far down the picture it begins, in pixels.
    pub(crate) fn scale(&self, into: &Element, spot: &Spot, high: f32) -> f32 {
        let words = self.page.words;
        let fat = spot.through.first().map_or(spot.deep, |first| first.enters);
        let mut below = 0.0_f32;
        let mut layers = Vec::new();
        for at in 0..=spot.through.len() {
            let (name, enters, leaves) = match at.checked_sub(1).map(|at| &spot.through[at]) {
                None => (words.skin_and_fat, 0.0, fat),
                Some(layer) => ((words.part)(&layer.name), layer.enters, layer.leaves),
            };
            // thin layers: their words give way downwards
            below = ((enters + leaves) / 2.0 * METRE + 4.0).max(below + LINE);
            layers.push((name, enters * METRE, leaves * METRE, below));
        }
        let long = below.max(spot.deep * METRE);
        let top = high - long - FOOT;
        let plain = |tag: &str, class: &str, [x, y, wide, tall]: [f32; 4]| {
            let places = [text(x), text(y), text(wide), text(tall)];
            let [x, y, wide, tall] = places.each_ref().map(|place| &**place);
            drawn(into, tag, &[("class", class), ("x", x), ("y", y), ("width", wide), ("height", tall)])
        };
        let _ = plain("rect", "card", [2.0, top - HEAD, ALL, long + HEAD + FOOT - 2.0]);
        self.write(words.depth, [8.0, top - HEAD + 16.0], "start");
        for (at, &(name, from, to, below)) in layers.iter().enumerate() {
            let class = ["fat", "muscle", "muscle under"][if at == 0 { 0 } else { 2 - at % 2 }];
            let _ = plain("rect", class, [LEFT, top + from, WIDE, (to - from).max(1.0)]);
            self.write(name, [LEFT + WIDE + 6.0, top + below], "start");
        }
        for deep in 0..=(spot.deep * 100.0) as usize {
            let y = top + deep as f32 * METRE / 100.0;
            let _ = plain("rect", "tick", [LEFT - 5.0, y, 5.0, 1.0]);
            self.write(&text(deep as f32), [LEFT - 8.0, y + 4.0], "end");
        }
        top - HEAD
    }
}
