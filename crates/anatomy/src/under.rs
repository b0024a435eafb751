//! What lies under a place of the skin, in the order a press meets it.

use crate::half::on_right;
use crate::{Anatomy, Layer, Nerve, NoGo, Place, Struck};
use alloc::vec::Vec;

/// What a press meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What<'a> {
    /// Skin and fat, down to the first thing.
    Skin,
    /// A muscle, by its own name.
    Muscle(&'a str),
    /// A nerve, by its name.
    Nerve(&'a str),
    /// A bone, which ends the press.
    Bone(&'a str),
}

/// One thing on the way of a press, in metres from the skin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Met<'a> {
    /// What it is.
    pub what: What<'a>,
    /// Where the press enters it.
    pub enters: f64,
    /// Where it would leave it; for a bone, where it is struck.
    pub leaves: f64,
}

impl Anatomy {
    /// What a press from `at`, a place of the skin, along `towards` (a direction of length 1) meets within `deep` metres: down
    /// to the first bone, in the order it is met. A muscle that is met twice is there twice.
    ///
    /// Depths are those of this drawn body, never of a person.
    #[must_use]
    pub fn under(&self, at: Place, towards: Place, deep: f64) -> Vec<Met<'_>> {
        let [at, towards] = on_right(at, [at, towards]);
        let bone = self.stopped(at, towards, deep);
        let end = bone.map_or(deep, |bone| bone.far);
        let mut met = Vec::new();
        for layer in self.muscles.under(at, towards) {
            met.push(Met { what: What::Muscle(layer.muscle), enters: layer.enters, leaves: layer.leaves });
        }
        for nerve in self.marks.nerves() {
            if let Some((enters, leaves)) = nerve.crossed(at, towards, end) {
                met.push(Met { what: What::Nerve(&nerve.id), enters, leaves });
            }
        }
        met.retain(|thing| thing.enters < end);
        met.extend(bone.map(|bone| Met { what: What::Bone(bone.bone), enters: bone.far, leaves: bone.far }));
        sorted::by(&mut met, |a, b| a.enters.total_cmp(&b.enters));
        let first = met.first().map_or(end, |thing| thing.enters);
        met.insert(0, Met { what: What::Skin, enters: 0.0, leaves: first });
        met
    }

    /// The muscles of this alone.
    #[must_use]
    pub fn muscles_under(&self, at: Place, towards: Place, deep: f64) -> Vec<Layer<'_>> {
        let [at, towards] = on_right(at, [at, towards]);
        let end = self.stopped(at, towards, deep).map_or(deep, |bone| bone.far);
        let mut layers = self.muscles.under(at, towards);
        layers.retain(|layer| layer.enters < end);
        layers
    }

    /// The bone on which a press of the right half ends, if it is that long.
    fn stopped(&self, at: Place, towards: Place, deep: f64) -> Option<Struck<'_>> {
        self.bones.struck(at, towards).filter(|bone| bone.far <= deep)
    }

    /// The places to keep away from that a press at this place of a body's skin would be too near to.
    #[must_use]
    pub fn too_near(&self, body: usize, at: Place) -> Vec<&NoGo> {
        let near = |place: &&NoGo| place.off(body, at).is_some_and(|off| off < place.keep);
        self.marks.no_go().iter().filter(near).collect()
    }
}

impl Nerve {
    /// Where a line within `deep` enters and leaves the nerve, if it does: where it comes nearest to its middle.
    fn crossed(&self, from: Place, towards: Place, deep: f64) -> Option<(f64, f64)> {
        let near = |pair: &[Place]| nearest(from, towards, deep, pair[0], pair[1]);
        let (off, far) = self.course.windows(2).map(near).min_by(|a, b| a.0.total_cmp(&b.0))?;
        let half = crate::root((self.radius * self.radius - off).max(0.0));
        (off < self.radius * self.radius).then_some(((far - half).max(0.0), far + half))
    }
}

/// Square of the least distance between a line from `from` and what lies between `a` and `b`, and how far along the line.
fn nearest(from: Place, towards: Place, deep: f64, a: Place, b: Place) -> (f64, f64) {
    let (way, to) = (b.minus(a), from.minus(a));
    let (long, slant) = (way.squared(), towards.dot(way));
    let flat = long - slant * slant;
    // Nearest of two endless lines, then held to both ends: a nerve is much longer than it is thick.
    let at = if flat > 1e-15 { (to.dot(way) - to.dot(towards) * slant) / flat } else { 0.0 };
    let place = a.along(way, at.clamp(0.0, 1.0));
    let far = place.minus(from).dot(towards).max(0.0).min(deep);
    (place.minus(from.along(towards, far)).squared(), far)
}
