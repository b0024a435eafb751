//! Lets the body rest where it is said to.

use crate::body::Body;
use crate::flesh::{Blob, groups, spot};
use crate::frame::Frame;
use crate::pose::{Side, ToolKind};
use crate::space::V3;

const DOWN: V3 = V3(0.0, -1.0, 0.0);

/// A tool with the place it presses: what is round about it is drawn and carries.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tool {
    pub(crate) kind: ToolKind,
    pub(crate) region: String,
    pub(crate) side: Side,
}

impl Tool {
    /// Radius of what presses, cm.
    pub(crate) fn radius(&self) -> f64 {
        match self.kind {
            ToolKind::Ball | ToolKind::Peanut => 4.0,
            ToolKind::Roller => 7.0,
            ToolKind::Gun => 2.6,
            ToolKind::Cane => 2.4,
            ToolKind::Hand => 0.0,
        }
    }

    /// Where it presses, and which way is out.
    pub(crate) fn spot(&self, body: &Body) -> Option<(V3, V3)> {
        spot(body, &self.region, self.side)
    }

    /// Its middle. Flesh gives way by a fifth of its radius.
    pub(crate) fn middle(&self, body: &Body) -> Option<V3> {
        let (spot, out) = self.spot(body)?;
        Some(spot + out * (self.radius() * 0.8))
    }
}

/// The body of a moment, resting.
pub(crate) fn settled(frame: &Frame, tool: Option<&Tool>) -> Body {
    let loose = Body::of(frame, V3::default());
    let (pin, low) = carrier(&loose, frame.rest.as_deref().unwrap_or("trunk"), tool);
    let [x, y, z] = frame.at;
    Body::of(frame, V3(x - pin.0, y - low, z - pin.2))
}

/// The joint and the lowest height of the part that carries.
fn carrier(body: &Body, name: &str, tool: Option<&Tool>) -> (V3, f64) {
    if name == "tool" {
        let at = tool.and_then(|tool| Some((tool.middle(body)?, tool.radius())));
        let (at, radius) = at.unwrap_or_default();
        return (at, at.1 - radius);
    }
    let (blobs, pin) = part(body, name).unwrap_or_default();
    (pin, lowest(&blobs))
}

/// How low blobs come.
pub(crate) fn lowest(blobs: &[Blob]) -> f64 {
    blobs.iter().map(|blob| -blob.reach(DOWN)).fold(f64::INFINITY, f64::min)
}

/// What is round a part and where its joint is: `foot_l`, `chest`, or a group such as `trunk`.
pub(crate) fn part(body: &Body, name: &str) -> Option<(Vec<Blob>, V3)> {
    let groups = groups(body);
    if let Some(group) = groups.iter().find(|group| group.name == name) {
        let from = if name == "trunk" { body.pelvis.at } else { group.parts.last()?.from };
        return Some((group.parts.iter().flat_map(|part| part.blobs.clone()).collect(), from));
    }
    let (short, end) = match name.rsplit_once('_') {
        Some((short, end @ ("l" | "r"))) => (short, end),
        _ => (name, ""),
    };
    let own = |group: &&crate::flesh::Group| end.is_empty() || group.name.ends_with(end) && group.name.contains('_');
    let part = groups.iter().filter(own).flat_map(|group| &group.parts).find(|part| part.name == short)?;
    // The shoulders stay where they lie while the rest of the trunk rises.
    Some((part.blobs.clone(), if short == "chest" { body.neck.at } else { part.from }))
}
