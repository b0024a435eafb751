//! The body as it is shipped.

use anatomy::{Anatomy, BONES, Bones, MARKS, MUSCLES, Marks, Muscles, SKIN, SPINE, Skin};
use scene::{Built, SkinMesh, built, shade};
use std::sync::LazyLock;

/// The woman's.
pub(crate) const FEMALE: usize = 0;

pub(crate) static BODY: LazyLock<Anatomy> = LazyLock::new(|| {
    let bones = Bones::read(BONES).unwrap().and(Bones::read(SPINE).unwrap());
    Anatomy::new(Skin::read(SKIN).unwrap(), Muscles::read(MUSCLES).unwrap(), bones, Marks::read(MARKS).unwrap())
});

pub(crate) static MESHES: LazyLock<(SkinMesh, Built)> = LazyLock::new(|| {
    let mut skin = SkinMesh::new(&BODY.skin, FEMALE);
    shade(&mut skin);
    let built = built(&BODY, &skin);
    (skin, built)
});
