//! What lies under the skin, as meshes with their shadows.

use crate::{Material, Mesh, Shadows, SkinMesh, V3};
use alloc::borrow::ToOwned as _;
use alloc::string::String;
use alloc::vec::Vec;
use anatomy::Anatomy;

/// What belongs together when layers are taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kin {
    /// Pelvis and thigh bone.
    Hip,
    /// The lower vertebrae.
    Spine,
    /// Vertebrae above the picture.
    High,
    /// Below the knee.
    Shank,
    /// Gluteus maximus.
    Maximus,
    /// Tensor and tract at the side.
    Side,
    /// Gluteus medius.
    Medius,
    /// Gluteus minimus.
    Minimus,
    /// Piriformis and the other rotators.
    Rotator,
    /// Hamstrings.
    Thigh,
    /// Muscles that only a picture of the whole leg shows.
    Leg,
    /// Muscles of the back and inside the pelvis.
    Back,
    /// Nerves.
    Nerve,
}

/// One thing under the skin; its mesh is the right half.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name in `anatomy`.
    pub name: String,
    /// Where it belongs.
    pub kin: Kin,
    /// What it is made of.
    pub material: Material,
    /// Its surface.
    pub mesh: Mesh,
}

/// Everything under the skin.
#[derive(Clone, Debug, Default)]
pub struct Built {
    /// Bones, then muscles from the deepest, then nerves.
    pub items: Vec<Item>,
}

/// Makes the meshes, each with the shadow of what lies as deep or deeper: what is taken off must leave none behind.
#[must_use]
pub fn built(anatomy: &Anatomy, skin: &SkinMesh) -> Built {
    let mut items: Vec<Item> = Vec::new();
    for bone in anatomy.bones.all() {
        let material = if bone.name() == "discs" { Material::Disc } else { Material::Bone };
        let (name, kin) = (bone.name().to_owned(), of_bone(bone.name()));
        items.push(Item { name, kin, material, mesh: Mesh::bone(bone) });
    }
    cut_discs(&mut items);
    let [low, high] = around(skin);
    let mut inside = Shadows::new(low, high);
    items.iter().for_each(|item| inside.put(&item.mesh.places, &item.mesh.corners, true));
    items.iter_mut().for_each(|item| inside.onto(&mut item.mesh));
    for muscle in anatomy.muscles.all() {
        let kin = of_muscle(muscle.name());
        if kin == Kin::Back {
            continue;
        }
        let material = if muscle.name() == "iliotibial_tract" { Material::Tendon } else { Material::Muscle };
        let mut mesh = Mesh::muscle(muscle);
        inside.put(&mesh.places, &mesh.corners, true);
        inside.onto(&mut mesh);
        items.push(Item { name: muscle.name().to_owned(), kin, material, mesh });
    }
    for nerve in anatomy.marks.nerves().iter().filter(|nerve| nerve.id == "sciatic") {
        let mesh = Mesh::nerve(nerve);
        items.push(Item { name: nerve.id.clone(), kin: Kin::Nerve, material: Material::Nerve, mesh });
    }
    Built { items }
}

/// The discs are one mesh: those between vertebrae that are not shown would float. The topmost vertebra reaches up beside
/// the disc that lies on it.
fn cut_discs(items: &mut [Item]) {
    let mut top = f32::NEG_INFINITY;
    for item in &*items {
        if item.kin == Kin::Spine && item.material == Material::Bone {
            for place in &item.mesh.places {
                top = top.max(place[1]);
            }
        }
    }
    for item in items {
        if item.material == Material::Disc {
            let Mesh { places, corners, .. } = &mut item.mesh;
            let mut kept = Vec::new();
            for face in corners.as_chunks::<3>().0 {
                if places[face[0] as usize][1] < top - 0.02 {
                    kept.extend_from_slice(face);
                }
            }
            *corners = kept;
        }
    }
}

/// Writes into a skin how much light reaches its places.
pub fn shade(skin: &mut SkinMesh) {
    let [low, high] = around(skin);
    let mut outside = Shadows::new(low, high);
    outside.put(&skin.places, &skin.corners, false);
    for at in 0..skin.places.len() {
        skin.light[at] = outside.light(skin.places[at], skin.normals[at], 2.2);
    }
    // skin is soft: a grid's steps must not show on it
    let light = core::mem::take(&mut skin.light);
    skin.light = skin.even(light, 4);
}

/// The lowest and the highest corner around a skin.
fn around(skin: &SkinMesh) -> [V3; 2] {
    let start = [[0.0_f32; 3]; 2];
    skin.places.iter().fold(start, |[low, high], at| {
        [[0, 1, 2].map(|axis| low[axis].min(at[axis])), [0, 1, 2].map(|axis| high[axis].max(at[axis]))]
    })
}

fn of_bone(name: &str) -> Kin {
    match name {
        "lumbar1" | "lumbar2" => Kin::High,
        "lumbar3" | "lumbar4" | "lumbar5" | "discs" => Kin::Spine,
        "tibia" | "fibula" | "patella" => Kin::Shank,
        _ => Kin::Hip,
    }
}

fn of_muscle(name: &str) -> Kin {
    match name {
        "gluteus_maximus" => Kin::Maximus,
        "tfl" | "iliotibial_tract" => Kin::Side,
        "gluteus_medius" => Kin::Medius,
        "gluteus_minimus" => Kin::Minimus,
        "piriformis" | "quadratus_femoris" | "obturator_internus" => Kin::Rotator,
        "biceps_femoris" | "semitendinosus" | "semimembranosus" => Kin::Thigh,
        "vastus_lateralis" | "gastrocnemius_medial" | "gastrocnemius_lateral" => Kin::Leg,
        // what stands beside the spine or deep in the leg would only hide what this is about
        _ => Kin::Back,
    }
}
