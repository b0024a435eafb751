//! Where the pain of a trigger point is felt, drawn on the flat body: computed of the guide's table and the plates.

mod curve;
mod looks;
mod plates;
mod svg;

pub(crate) use looks::pattern;
pub use plates::View;
pub(crate) use plates::{Figure, figures};
pub(crate) use svg::{figure, shared};

use guide::shape::Referral;

/// The pattern of one trigger point, on the right side of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// What it shows, for those who do not see it.
    pub told: String,
    /// What stands below it.
    pub caption: String,
    /// How firmly books name the zones that are drawn, firmest first, each once.
    pub strengths: Vec<Referral>,
    /// The body, seen so that every zone is seen.
    pub looks: Vec<Look>,
}

/// The body seen from one place. Units are those of the plates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    /// From where.
    pub view: View,
    /// Left, top, width and height of what is shown.
    pub shown: [i32; 4],
    /// The body's outline, as the text of a path.
    pub outline: String,
    /// Its folds, as the text of a path.
    pub folds: String,
    /// The zones that are seen.
    pub shades: Vec<Shade>,
    /// Where the trigger point lies, if it faces this way.
    pub cross: Option<[i32; 2]>,
}

/// A zone in which pain is felt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shade {
    /// The guide's id.
    pub zone: String,
    /// How firmly books name it.
    pub strength: Referral,
    /// Its shape, as the text of a path.
    pub shape: String,
}
