//! The body as data: the skin of a woman and of a man with the guide's zones, the trigger points, muscles, bones and nerves
//! under it, and the places to keep away from. Each part is a file of its own; [`Anatomy`] puts them together.
//!
//! World frame: x forwards, y up, z to the right, metres; the origin lies midway between the hip joints. The right half is
//! stored, the left is its exact mirror image. Depths and places are those of this one drawn body, never of a person.

#![no_std]

extern crate alloc;

mod anatomy;
mod bone;
mod bytes;
mod half;
mod marks;
mod muscle;
mod pick;
mod place;
mod read;
mod roll;
mod skin;
mod stroke;
mod under;
mod unreadable;

pub use anatomy::{Anatomy, Press};
pub use bone::{Bone, Bones, Struck};
pub use marks::{Landmark, Marks, Nerve, NoGo};
pub use muscle::{Layer, Muscle, Muscles};
pub use pick::Hit;
pub use place::{Place, Side, root};
pub use roll::Roll;
pub use skin::{Point, Skin, Vertex};
pub use stroke::Share;
pub use under::{Met, What};
pub use unreadable::Unreadable;

/// The body that Unknot shows (`anatomy/skin.anat`).
pub const SKIN: &[u8] = include_bytes!("../../../anatomy/skin.anat");

/// The muscles under it (`anatomy/muscles.anat`).
pub const MUSCLES: &[u8] = include_bytes!("../../../anatomy/muscles.anat");

/// Pelvis and leg bones under them (`anatomy/bones.anat`; others' work, under MPL-2.0).
pub const BONES: &[u8] = include_bytes!("../../../anatomy/bones.anat");

/// Low back and tailbone (`anatomy/spine.anat`; vertebrae are others' work, under Apache-2.0).
pub const SPINE: &[u8] = include_bytes!("../../../anatomy/spine.anat");

/// What a hand finds, nerves, and where not to press (`anatomy/marks.anat`).
pub const MARKS: &[u8] = include_bytes!("../../../anatomy/marks.anat");
