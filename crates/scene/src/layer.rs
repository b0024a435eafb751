//! Which layers are seen: never more than a phone can draw.

use crate::{Built, From, Item, Kin, SkinMesh};

/// How deep one looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// The skin.
    Skin,
    /// Gluteus maximus, what stretches the tract, the thigh.
    Maximus,
    /// Gluteus medius.
    Medius,
    /// Gluteus minimus, piriformis and the other rotators.
    Minimus,
    /// The bones.
    Bones,
}

/// How much of the body is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Waist to thigh.
    Hips,
    /// Buttock to feet.
    Legs,
}

/// What a person wants to see.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// From where.
    pub from: From,
    /// How much.
    pub part: Part,
    /// How deep.
    pub depth: Depth,
    /// The nerve through the buttock too.
    pub nerve: bool,
}

/// Is it drawn?
#[must_use]
pub fn visible(item: &Item, wish: &Wish) -> bool {
    let (depth, legs) = (wish.depth, wish.part == Part::Legs);
    if depth == Depth::Skin {
        return false;
    }
    match item.kin {
        Kin::Hip => true,
        Kin::Spine => !legs,
        Kin::High => false,
        Kin::Shank => legs,
        Kin::Maximus | Kin::Side => depth == Depth::Maximus,
        // over maximus its upper part is seen; from afar it would be too much to draw
        Kin::Medius => depth == Depth::Medius || (depth == Depth::Maximus && !legs),
        Kin::Minimus => depth == Depth::Minimus,
        // where maximus is gone they lie open; minimus would be hidden by medius
        Kin::Rotator => matches!(depth, Depth::Medius | Depth::Minimus),
        Kin::Thigh => depth < Depth::Bones,
        Kin::Leg => legs && depth == Depth::Maximus,
        Kin::Back => false,
        Kin::Nerve => wish.nerve || depth == Depth::Bones,
    }
}

/// Triangles that a wish draws.
#[must_use]
pub fn triangles(built: &Built, skin: &SkinMesh, wish: &Wish) -> usize {
    let inside = built.items.iter().filter(|item| visible(item, wish));
    skin.triangles() + inside.map(|item| item.mesh.triangles() * 2).sum::<usize>()
}
