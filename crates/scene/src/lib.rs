//! The body on screen as plain values: what is where, how it is lit, what is painted, what is to be drawn. Nothing here draws
//! or knows a browser; `body` does.
//!
//! World frame as in `anatomy`: x forwards, y up, z to the person's right, metres. Places are three `f32`, as a graphics card
//! takes them.

#![no_std]

extern crate alloc;

mod anchor;
mod camera;
mod face;
mod label;
mod layer;
mod mesh;
mod paint;
mod parts;
mod pick;
mod shade;
mod skin;
mod spot;
mod told;
mod vector;

pub use anchor::anchors;
pub use camera::{Camera, From, Seen};
pub use label::{Label, Laid, laid};
pub use layer::{Depth, Part, Wish, triangles, visible};
pub use mesh::{Material, Mesh};
pub use paint::{LEAST, Painting};
pub use parts::{Built, Item, Kin, built, shade};
pub use pick::Hit;
pub use shade::Shadows;
pub use skin::SkinMesh;
pub use spot::{Layer, Spot, Step};
pub use told::{Mark, Pain, Told, said, told};
pub use vector::{Matrix, V3};
