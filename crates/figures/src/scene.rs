//! A figure with its bodies worked out: how it begins, ends, and goes from one to the other.

use crate::body::Body;
use crate::camera::{Camera, P2};
use crate::flesh::{Blob, groups};
use crate::frame::Frame;
use crate::pose::{Figure, Side, Thing, ThingKind, ToolKind};
use crate::settle::{Tool, part, settled};
use crate::space::V3;
use crate::things::corners;

/// Puts a wall that is `at` the tool where the tool lies against it: a wall that reaches to 0 stands left of it, one that begins
/// at 0 right of it.
fn leant(thing: &mut Thing, at: f64, radius: f64) {
    if thing.is == ThingKind::Wall && thing.at.iter().any(|at| at == "tool") {
        let by = if thing.x[1] == 0.0 { at - radius } else { at + radius };
        thing.x = thing.x.map(|x| x + by);
        thing.at.clear();
    }
}

/// How much of the way is done at a share of the time: slow at both ends.
pub(crate) fn eased(share: f64) -> f64 {
    share * share * (3.0 - 2.0 * share)
}

/// A figure, worked out.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Scene {
    pub(crate) figure: Figure,
    pub(crate) tool: Option<Tool>,
    frames: [Frame; 2],
    bodies: [Body; 2],
}

impl Scene {
    pub(crate) fn of(mut figure: Figure) -> Scene {
        let side = figure.side.unwrap_or(Side::Right);
        let tool = figure.tool.zip(figure.spot.clone()).map(|(kind, region)| Tool { kind, region, side });
        let first = Frame::default().with(&figure.start);
        let last = figure.end.as_ref().map_or_else(|| first.clone(), |said| first.clone().with(said));
        let bodies = [&first, &last].map(|frame| settled(frame, tool.as_ref()));
        if let Some((at, radius)) = tool.as_ref().and_then(|tool| Some((tool.middle(&bodies[1])?, tool.radius()))) {
            figure.things.iter_mut().flatten().for_each(|thing| leant(thing, at.0, radius));
        }
        Scene { figure, tool, frames: [first, last], bodies }
    }

    pub(crate) fn start(&self) -> &Body {
        &self.bodies[0]
    }

    pub(crate) fn end(&self) -> &Body {
        &self.bodies[1]
    }

    pub(crate) fn moves(&self) -> bool {
        self.figure.end.is_some()
    }

    /// Names that are no point of the body, no part that can carry and no region.
    pub(crate) fn unknown(&self) -> Vec<String> {
        let figure = &self.figure;
        let reaches = self.frames.iter().flat_map(|frame| frame.legs.iter().chain(&frame.arms));
        let points = figure.arrows.iter().flatten().chain(figure.push.iter().flatten().map(|push| &push.at));
        let points = points.chain(figure.things.iter().flatten().flat_map(|thing| &thing.at));
        let points = points.chain(reaches.filter_map(|limb| limb.reach.as_ref()?.on.as_ref()));
        let mut wrong: Vec<String> = points.filter(|name| self.end().point(name).is_none()).cloned().collect();
        let carriers = self.frames.iter().filter_map(|frame| frame.rest.as_ref());
        wrong.extend(carriers.filter(|name| *name != "tool" && part(self.end(), name).is_none()).cloned());
        wrong.extend(self.tool.iter().filter(|tool| tool.spot(self.end()).is_none()).map(|tool| tool.region.clone()));
        wrong
    }

    /// Seconds one way takes.
    pub(crate) fn seconds(&self) -> f64 {
        self.figure.seconds.unwrap_or(3.0)
    }

    /// The body at shares of the way.
    pub(crate) fn way(&self, shares: &[f64]) -> Vec<Body> {
        let at = |share: &f64| settled(&self.frames[0].towards(&self.frames[1], eased(*share)), self.tool.as_ref());
        shares.iter().map(at).collect()
    }

    /// Beginning, middle and end, for whoever looks whether a body can be like that.
    pub(crate) fn moments(&self) -> Vec<(&'static str, Frame, Body)> {
        let moment = |(when, share): (&'static str, f64)| {
            let frame = self.frames[0].towards(&self.frames[1], share);
            let body = settled(&frame, self.tool.as_ref());
            (when, frame, body)
        };
        let last = if self.moves() { 3 } else { 1 };
        [("start", 0.0), ("half-way", 0.5), ("end", 1.0)].into_iter().take(last).map(moment).collect()
    }

    /// The tool's middle and radius, if it lies on something and is not held.
    pub(crate) fn lain_on(&self, body: &Body) -> Option<(V3, f64)> {
        let tool = self.tool.as_ref().filter(|_| !self.figure.held.unwrap_or(false))?;
        let rolls = matches!(tool.kind, ToolKind::Ball | ToolKind::Peanut | ToolKind::Roller);
        Some((tool.middle(body).filter(|_| rolls)?, tool.radius()))
    }

    /// Where a point begins, is half-way, and ends.
    pub(crate) fn course(&self, name: &str) -> Option<(V3, V3, V3)> {
        let half = self.way(&[0.5]).pop()?;
        Some((self.start().point(name)?, half.point(name)?, self.end().point(name)?))
    }

    /// The height of what a shadow falls on.
    pub(crate) fn ground(&self) -> f64 {
        let things = self.figure.things.iter().flatten();
        let low = |thing: &Thing| match thing.is {
            ThingKind::Bed => -42.0,
            ThingKind::Chair => thing.y[0],
            ThingKind::Floor => thing.y[1],
            _ => 0.0,
        };
        things.map(low).fold(0.0, f64::min)
    }

    /// Everything that must be seen.
    pub(crate) fn blobs(&self) -> Vec<Blob> {
        let mut all: Vec<Blob> = Vec::new();
        for body in self.way(&[0.5]).iter().chain(&self.bodies) {
            all.extend(groups(body).iter().flat_map(|group| &group.parts).flat_map(|part| part.blobs.clone()));
            let middle = self.tool.as_ref().and_then(|tool| Some((tool.middle(body)?, tool.radius())));
            all.extend(middle.map(|(at, radius)| Blob::ball(at, radius.max(7.5))));
        }
        let things = self.figure.things.iter().flatten();
        all.extend(things.flat_map(|thing| corners(thing, self.end())).map(|at| Blob::ball(at, 0.5)));
        all
    }

    pub(crate) fn camera(&self) -> Camera {
        let camera = Camera::new(self.figure.view.unwrap_or([12.0, 10.0]));
        let (mut low, mut high) = (P2(f64::INFINITY, f64::INFINITY), P2(f64::NEG_INFINITY, f64::NEG_INFINITY));
        for blob in self.blobs() {
            let shift = camera.sees(V3::default());
            let [a, b] = camera.round(&blob).bounds();
            low = P2(low.0.min(a.0 - shift.0), low.1.min(a.1 - shift.1));
            high = P2(high.0.max(b.0 - shift.0), high.1.max(b.1 - shift.1));
        }
        camera.fitted(low, high)
    }
}
