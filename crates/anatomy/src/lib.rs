//! The body as data: the skin of a woman and of a man, the guide's zones on it, and the trigger points under it.
//!
//! World frame: x forwards, y up, z to the right, metres; the origin lies midway between the hip joints. The right half is
//! stored, the left is its exact mirror image. Depths and places are those of this one drawn body, never of a person.

mod bone;
mod bytes;
mod half;
mod muscle;
mod pick;
mod place;
mod read;
mod skin;
mod stroke;
mod unreadable;

pub use bone::{Bone, Bones, Struck};
pub use muscle::{Layer, Muscle, Muscles};
pub use pick::Hit;
pub use place::{Place, Side};
pub use skin::{Point, Skin, Vertex};
pub use stroke::Share;
pub use unreadable::Unreadable;

/// The body that Unknot shows (`anatomy/skin.anat`).
pub const SKIN: &[u8] = include_bytes!("../../../anatomy/skin.anat");

/// The muscles under it (`anatomy/muscles.anat`).
pub const MUSCLES: &[u8] = include_bytes!("../../../anatomy/muscles.anat");

/// Pelvis and leg bones under them (`anatomy/bones.anat`; others' work, under MPL-2.0).
pub const BONES: &[u8] = include_bytes!("../../../anatomy/bones.anat");

/// Low back and tailbone (`anatomy/spine.anat`; vertebrae are others' work, under Apache-2.0).
pub const SPINE: &[u8] = include_bytes!("../../../anatomy/spine.anat");
