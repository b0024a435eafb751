//! Reads `skin.anat` (anatomy/README.md tells the format) and refuses what is cut off, altered or cannot be.

use crate::bytes::{Bytes, opened};
use crate::half::{centred, triangles};
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
    bodies: u16,
    vertices: usize,
    seam: usize,
    faces: usize,
    zones: u16,
}

fn parts(bytes: &mut Bytes<'_>) -> Result<Skin, Unreadable> {
    let head = "its head";
    let counts = Counts {
        bodies: bytes.u16(head)?,
        vertices: bytes.u32(head)?,
        seam: bytes.u32(head)?,
        faces: bytes.u32(head)?,
        zones: bytes.u16(head)?,
    };
    let low = bytes.place(head)?;
    let step = bytes.f32(head)?;
    let (names, zones) = (names(bytes, counts.bodies)?, names(bytes, counts.zones)?);
    let bodies = names.into_iter().map(|name| body(bytes, name, &counts, low, step)).collect::<Result<_, _>>()?;
    let faces = triangles(bytes, counts.faces, counts.vertices)?;
    let zone_of = zone_of(bytes, &counts)?;
    let points = points(bytes, counts.bodies)?;
    Ok(Skin { bodies, seam: counts.seam, faces, zones, zone_of, points })
}

fn names(bytes: &mut Bytes<'_>, count: u16) -> Result<Vec<String>, Unreadable> {
    (0..count).map(|_| bytes.text("its names")).collect()
}

fn body(bytes: &mut Bytes<'_>, name: String, counts: &Counts, low: Place, step: f64) -> Result<Body, Unreadable> {
    let mut places = bytes.places(counts.vertices, low, step, "the places of a body")?;
    centred(&mut places, counts.seam, step)?;
    Ok(Body { name, places })
}

fn zone_of(bytes: &mut Bytes<'_>, counts: &Counts) -> Result<Vec<Option<usize>>, Unreadable> {
    let numbers = bytes.take(counts.vertices, "the zones of its vertices")?;
    if numbers.iter().any(|zone| *zone != NO_ZONE && u16::from(*zone) >= counts.zones) {
        return Err(Unreadable::Unsound("a vertex names a zone that is not there"));
    }
    Ok(numbers.iter().map(|zone| (*zone != NO_ZONE).then(|| usize::from(*zone))).collect())
}

fn points(bytes: &mut Bytes<'_>, bodies: u16) -> Result<Vec<Point>, Unreadable> {
    let what = "its trigger points";
    let count = bytes.u16(what)?;
    (0..count)
        .map(|_| {
            Ok(Point {
                source: bytes.text(what)?,
                muscle: bytes.text(what)?,
                place: bytes.place(what)?,
                fibre: bytes.place(what)?,
                pressed_at: (0..bodies).map(|_| bytes.place(what)).collect::<Result<_, _>>()?,
            })
        })
        .collect()
}
