//! Reads `skin.anat` (anatomy/README.md tells the format) and refuses what is cut off, altered or cannot be.

use crate::bytes::{Bytes, opened};
use crate::half::{both, centred, triangles};
use crate::skin::{Body, Point, Skin};
use crate::{Place, Unreadable};
use alloc::string::String;
use alloc::vec::Vec;

const NO_ZONE: u8 = 255;

impl Skin {
    /// Reads a file of the skin.
    ///
    /// # Errors
    /// If it is another kind of file, another version, cut off, altered, or says something that cannot be.
    pub fn read(file: &[u8]) -> Result<Self, Unreadable> {
        opened(file, b"UNKNOTSK", 1, parts)
    }
}

struct Counts {
    bodies: usize,
    vertices: usize,
    seam: usize,
    faces: usize,
    zones: usize,
}

fn parts(bytes: &mut Bytes<'_>) -> Skin {
    let head = "its head";
    let counts = Counts {
        bodies: bytes.count(head),
        vertices: bytes.u32(head),
        seam: bytes.u32(head),
        faces: bytes.u32(head),
        zones: bytes.count(head),
    };
    let low = bytes.place(head);
    let step = bytes.f32(head);
    let (names, zones) = (names(bytes, counts.bodies), names(bytes, counts.zones));
    let bodies = names.into_iter().map(|name| body(bytes, name, &counts, low, step)).collect();
    let faces = both(&triangles(bytes, counts.faces, counts.vertices), counts.seam);
    let zone_of = zone_of(bytes, &counts);
    let points = points(bytes, counts.bodies);
    Skin { bodies, seam: counts.seam, faces, zones, zone_of, points }
}

fn names(bytes: &mut Bytes<'_>, count: usize) -> Vec<String> {
    (0..count).map(|_| bytes.text("its names")).collect()
}

fn body(bytes: &mut Bytes<'_>, name: String, counts: &Counts, low: Place, step: f64) -> Body {
    let mut places = bytes.places(counts.vertices, low, step, "the places of a body");
    centred(bytes, &mut places, counts.seam, step);
    Body { name, places }
}

fn zone_of(bytes: &mut Bytes<'_>, counts: &Counts) -> Vec<Option<usize>> {
    let mut zones = Vec::new();
    for zone in bytes.take(counts.vertices, "the zones of its vertices") {
        let zone = (*zone != NO_ZONE).then_some(usize::from(*zone));
        if zone.is_some_and(|zone| zone >= counts.zones) {
            bytes.unsound("a vertex names a zone that is not there");
        }
        zones.push(zone);
    }
    zones
}

fn points(bytes: &mut Bytes<'_>, bodies: usize) -> Vec<Point> {
    let what = "its trigger points";
    let mut points = Vec::new();
    for _ in 0..bytes.count(what) {
        points.push(Point {
            source: bytes.text(what),
            muscle: bytes.text(what),
            place: bytes.place(what),
            fibre: bytes.place(what),
            pressed_at: (0..bodies).map(|_| bytes.place(what)).collect(),
        });
    }
    points
}
