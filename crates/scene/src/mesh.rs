//! Triangles as a graphics card takes them, made of the bones, muscles and nerves of `anatomy`.

use crate::vector::{V3, add, aside, circle, cross, dot, mul, sub, unit, v3};
use alloc::vec;
use alloc::vec::Vec;
use anatomy::{Bone, Muscle, Nerve};

/// What something is made of: how it is coloured and shaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Material {
    /// Bone.
    Bone,
    /// Between the vertebrae.
    Disc,
    /// A muscle, with fibres.
    Muscle,
    /// Tendon: the tract at the side of the thigh.
    Tendon,
    /// A nerve.
    Nerve,
}

/// A mesh of the right half; the left is its mirror image.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// Places.
    pub places: Vec<V3>,
    /// Outwards, length 1.
    pub normals: Vec<V3>,
    /// How much light of the sky gets there, 0 to 1.
    pub light: Vec<f32>,
    /// In a muscle: which fibre, and how far along it, both 0 to 1.
    pub fibre: Vec<[f32; 2]>,
    /// Corners, three a triangle.
    pub corners: Vec<u32>,
}

/// Corners of a round.
const ROUND: usize = 9;

/// Rings of a ball, from below: how wide, and how high.
const TILTS: [[f32; 2]; 9] = [
    [0.0, -1.0],
    [0.383, -0.924],
    [0.707, -0.707],
    [0.924, -0.383],
    [1.0, 0.0],
    [0.924, 0.383],
    [0.707, 0.707],
    [0.383, 0.924],
    [0.0, 1.0],
];

impl Mesh {
    pub(crate) fn bone(bone: &Bone) -> Mesh {
        let (places, faces) = bone.right();
        let mut mesh = Mesh::default();
        mesh.places.extend(places.iter().map(|place| v3(*place)));
        mesh.corners.extend(faces.iter().flatten().map(|corner| *corner as u32));
        mesh.finished(!bone.paired())
    }

    /// The outer side of a muscle and its rim: the deep side is not seen.
    pub(crate) fn muscle(muscle: &Muscle) -> Mesh {
        let [fibres, along] = muscle.size();
        let top = fibres * along;
        let mut mesh = Mesh { places: muscle.grid().iter().copied().map(v3).collect(), ..Mesh::default() };
        let part = |at: usize, of: usize| at as f32 / (of - 1) as f32;
        mesh.fibre = (0..2 * top).map(|at| [part(at % top / along, fibres), part(at % along, along)]).collect();
        let seen = muscle.corners().into_iter().filter(|face| face.iter().any(|corner| *corner < top));
        mesh.corners = seen.flatten().map(|corner| corner as u32).collect();
        let mesh = mesh.finished(false);
        // a sheet may turn either way: outwards is from the deep side to the top
        let out = (0..top).map(|at| dot(mesh.normals[at], sub(mesh.places[at], mesh.places[at + top]))).sum::<f32>();
        if out < 0.0 { mesh.turned().compact() } else { mesh.compact() }
    }

    pub(crate) fn nerve(nerve: &Nerve) -> Mesh {
        let course: Vec<V3> = nerve.course.iter().copied().map(v3).collect();
        Mesh::tube(&course, nerve.radius as f32)
    }

    /// A tube round a line.
    #[must_use]
    pub fn tube(line: &[V3], radius: f32) -> Mesh {
        Mesh::turned_round(line, &|_| radius)
    }

    /// An arrow from one place to another.
    #[must_use]
    pub fn arrow(from: V3, to: V3, radius: f32) -> Mesh {
        let line = [0.0, 0.01, 0.6, 0.601, 1.0].map(|share| crate::vector::between(from, to, share));
        let wide = [0.0, 1.0, 1.0, 2.6, 0.0];
        Mesh::turned_round(&line, &|at| radius * wide[at])
    }

    /// The head of a massage gun with its tip at the origin: a knob of a ball's size on a stem that goes out that way.
    #[must_use]
    pub fn head(out: V3) -> Mesh {
        // how far out, and how wide there, millimetres
        let shape: [(f32, f32); 9] = [
            (0.0, 0.0),
            (1.0, 6.0),
            (4.0, 10.5),
            (9.0, 12.0),
            (14.0, 10.5),
            (17.0, 5.0),
            (18.0, 4.5),
            (60.0, 4.5),
            (60.1, 0.0),
        ];
        let line = shape.map(|(far, _)| mul(out, far / 1000.0));
        Mesh::turned_round(&line, &|at| shape[at].1 / 1000.0)
    }

    /// What a line with so much around each of its places encloses.
    fn turned_round(line: &[V3], radius: &dyn Fn(usize) -> f32) -> Mesh {
        let mut mesh = Mesh::default();
        let mut axes: Option<[V3; 2]> = None;
        for at in 0..line.len() {
            let way = unit(sub(line[(at + 1).min(line.len() - 1)], line[at.saturating_sub(1)]));
            // goes on from the ring before, so that the tube does not twist
            let [a, _] = axes.unwrap_or_else(|| aside(way));
            let b = unit(cross(way, a));
            let a = cross(b, way);
            axes = Some([a, b]);
            for corner in 0..ROUND {
                let angle = corner as f32 / ROUND as f32 * core::f32::consts::TAU;
                let [cos, sin] = circle(angle);
                let out = add(mul(a, cos), mul(b, sin));
                mesh.places.push(add(line[at], mul(out, radius(at))));
            }
        }
        let node = |ring: usize, corner: usize| (ring * ROUND + corner % ROUND) as u32;
        for ring in 1..line.len() {
            for corner in 0..ROUND {
                let [a, b] = [node(ring - 1, corner), node(ring - 1, corner + 1)];
                let [c, d] = [node(ring, corner + 1), node(ring, corner)];
                mesh.corners.extend([a, b, c, a, c, d]);
            }
        }
        mesh.finished(false)
    }

    /// A ball of radius 1 round the origin.
    #[must_use]
    pub fn ball() -> Mesh {
        let line = TILTS.map(|[_, up]| [0.0, up, 0.0]);
        Mesh::turned_round(&line, &|ring| TILTS[ring][0])
    }

    /// How many triangles.
    #[must_use]
    pub fn triangles(&self) -> usize {
        self.corners.len() / 3
    }

    /// With normals; if it is `whole`, the mirror image goes on at the midline, so nothing points across there.
    fn finished(mut self, whole: bool) -> Mesh {
        self.normals = normals(&self.places, &self.corners);
        for (place, normal) in self.places.iter().zip(&mut self.normals) {
            if whole && place[2] == 0.0 {
                *normal = unit([normal[0], normal[1], 0.0]);
            }
        }
        self.light = vec![1.0; self.places.len()];
        self.fibre.resize(self.places.len(), [0.0; 2]);
        self
    }

    /// Without the places that no triangle uses.
    fn compact(self) -> Mesh {
        let mut number = vec![u32::MAX; self.places.len()];
        let mut mesh = Mesh::default();
        for corner in &self.corners {
            let at = *corner as usize;
            if number[at] == u32::MAX {
                number[at] = mesh.places.len() as u32;
                mesh.places.push(self.places[at]);
                mesh.normals.push(self.normals[at]);
                mesh.light.push(self.light[at]);
                mesh.fibre.push(self.fibre[at]);
            }
            mesh.corners.push(number[at]);
        }
        mesh
    }

    /// With what was behind in front.
    fn turned(mut self) -> Mesh {
        for normal in &mut self.normals {
            *normal = mul(*normal, -1.0);
        }
        for face in self.corners.as_chunks_mut::<3>().0 {
            face.swap(1, 2);
        }
        self
    }
}

/// Outwards at each place, by the areas of the triangles around it.
pub(crate) fn normals(places: &[V3], corners: &[u32]) -> Vec<V3> {
    let mut out = vec![[0.0; 3]; places.len()];
    for face in corners.as_chunks::<3>().0 {
        let [a, b, c] = face.map(|corner| places[corner as usize]);
        let up = cross(sub(b, a), sub(c, a));
        for corner in face {
            out[*corner as usize] = add(out[*corner as usize], up);
        }
    }
    out.into_iter().map(unit).collect()
}
