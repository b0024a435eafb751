//! The body as it is shipped.

use anatomy::{Anatomy, BONES, Bones, MARKS, MUSCLES, Marks, Muscles, SKIN, SPINE, Skin};
use scene::{Built, Mesh, SkinMesh, V3, built, shade};
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

/// How far along a line of sight it meets a mesh or its mirror image, its edges and a hair beside them too.
#[allow(dead_code, reason = "not every file of tests looks")]
pub(crate) fn met(mesh: &Mesh, eye: V3, way: V3) -> Option<f32> {
    let sub = |a: V3, b: V3| [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
    let dot = |a: V3, b: V3| a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    let cross = |a: V3, b: V3| [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
    let faces = mesh.corners.as_chunks::<3>().0.iter().flat_map(|face| {
        [1.0, -1.0].map(|half| {
            face.map(|corner| {
                let [x, y, z] = mesh.places[corner as usize];
                [x, y, z * half]
            })
        })
    });
    let far = faces.filter_map(|[a, b, c]| {
        let (ab, ac, from) = (sub(b, a), sub(c, a), sub(eye, a));
        let p = cross(way, ac);
        let flat = 1.0 / dot(ab, p);
        let (u, q) = (dot(from, p) * flat, cross(from, ab));
        let v = dot(way, q) * flat;
        (u >= -0.01 && v >= -0.01 && u + v <= 1.01).then_some(dot(ac, q) * flat)
    });
    far.filter(|far| *far > 0.0).min_by(f32::total_cmp)
}
