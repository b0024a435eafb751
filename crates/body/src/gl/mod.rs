//! WebGL2: the only place that speaks it. It is spoken through `web-sys`, whose functions are safe to call.

use alloc::vec::Vec;

mod program;
mod surface;

pub(crate) use surface::Dots;

use program::Program;
use scene::{Camera, Material, Mesh, SkinMesh, V3};
use surface::Surface;
use web_sys::WebGl2RenderingContext as Gl;

/// Everything that is on the graphics card. It is made anew when the card has lost it.
pub(crate) struct Card {
    gl: Gl,
    /// For all but the skin; it comes with what lies under it.
    solid: Option<Program>,
    skin: Program,
    /// The skin of the body that is shown.
    hide: Surface,
    /// What lies under it, in the order of `Built::items`.
    inside: Vec<Surface>,
    ball: Surface,
    /// Lines and arrows of this moment.
    marks: Vec<Surface>,
    /// From where, in which shape of picture, and how coarse the skin's triangles were chosen.
    faced: Option<(Camera, f32, bool)>,
    /// Is anything told of the skin?
    told: bool,
}

/// How something is to be drawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Red, green, blue, each as an amount of light (what a screen calls 0.5 is 0.22 here), and how strongly fibres show.
    pub(crate) tint: [f32; 4],
    /// Shaded (0) or as a mark (1).
    pub(crate) glow: f32,
}

/// One picture.
pub(crate) struct Picture<'a> {
    pub(crate) camera: &'a Camera,
    /// Width and height of the picture in its own pixels.
    pub(crate) size: [i32; 2],
    /// Which of the things inside, and how.
    pub(crate) inside: Vec<(usize, Look)>,
    /// Balls inside: middle, radius, and how.
    pub(crate) points: Vec<(V3, f32, Look)>,
    /// 1: skin; 0: glass; between them while one becomes the other.
    pub(crate) solid: f32,
    /// Light on dark?
    pub(crate) night: bool,
    /// Its colour, as amounts of light.
    pub(crate) skin: [f32; 3],
    /// Marks on the skin, in the order they were given, each moved by so much; and balls on it.
    pub(crate) marks: Vec<(V3, Look)>,
    pub(crate) balls: Vec<(V3, f32, Look)>,
}

impl Card {
    /// Nothing if the card cannot do it.
    pub(crate) fn new(gl: Gl, skin: &SkinMesh, inside: &[scene::Item]) -> Option<Card> {
        let coat = Program::new(
            &gl,
            include_str!(concat!(env!("OUT_DIR"), "/skin.vert")),
            include_str!(concat!(env!("OUT_DIR"), "/skin.frag")),
        )?;
        let hide = Surface::skin(&gl, skin)?;
        let ball = Surface::mesh(&gl, &Mesh::ball())?;
        let mut card = Card {
            gl,
            solid: None,
            skin: coat,
            hide,
            inside: Vec::new(),
            ball,
            marks: Vec::new(),
            faced: None,
            told: false,
        };
        if !inside.is_empty() {
            card.fill(inside);
        }
        Some(card)
    }

    /// What lies under the skin, which may come later.
    pub(crate) fn fill(&mut self, inside: &[scene::Item]) {
        self.solid = Program::new(
            &self.gl,
            include_str!(concat!(env!("OUT_DIR"), "/solid.vert")),
            include_str!(concat!(env!("OUT_DIR"), "/solid.frag")),
        );
        self.inside = inside.iter().filter_map(|item| Surface::mesh(&self.gl, &item.mesh)).collect();
    }

    /// Another body's skin.
    pub(crate) fn wear(&mut self, skin: &SkinMesh) {
        if let Some(hide) = Surface::skin(&self.gl, skin) {
            core::mem::replace(&mut self.hide, hide).free(&self.gl);
            self.faced = None;
        }
    }

    /// What is told of each place of the skin.
    pub(crate) fn tell(&mut self, dots: &Dots) {
        self.told = dots.told();
        self.hide.tell(&self.gl, dots);
    }

    /// Lines and arrows, in place of those before.
    pub(crate) fn mark(&mut self, meshes: &[Mesh]) {
        for gone in self.marks.drain(..) {
            gone.free(&self.gl);
        }
        self.marks = meshes.iter().filter_map(|mesh| Surface::mesh(&self.gl, mesh)).collect();
    }

    /// Chooses the triangles of the skin that can be seen, and fewer while the camera moves.
    pub(crate) fn face(&mut self, skin: &SkinMesh, camera: &Camera, aspect: f32, moves: bool) {
        let before = self.faced;
        let moves = moves && before.is_some_and(|(known, ..)| known != *camera);
        // while one paints they stay the same
        if before != Some((*camera, aspect, moves)) {
            self.hide.face(&self.gl, &skin.faced(camera, aspect, moves));
            self.faced = Some((*camera, aspect, moves));
        }
    }

    pub(crate) fn draw(&self, picture: &Picture<'_>) {
        let gl = &self.gl;
        let [wide, high] = picture.size;
        gl.viewport(0, 0, wide, high);
        gl.clear_color(0.0, 0.0, 0.0, 0.0);
        gl.clear(Gl::COLOR_BUFFER_BIT | Gl::DEPTH_BUFFER_BIT);
        gl.enable(Gl::DEPTH_TEST);
        gl.disable(Gl::BLEND);
        if let Some(solid) = &self.solid {
            self.light(solid, picture);
            // what lies outermost first: what it hides costs less
            for (at, look) in picture.inside.iter().rev() {
                for mirror in [1.0, -1.0] {
                    self.put(solid, &self.inside[*at], [0.0, 0.0, 0.0, 1.0], mirror, *look);
                }
            }
            self.balls(solid, &picture.points);
        }
        self.light(&self.skin, picture);
        self.skin.set3(gl, "tint", picture.skin);
        self.skin.set(gl, "solid", picture.solid);
        for (name, on) in [("told", self.told), ("night", picture.night)] {
            self.skin.set(gl, name, f32::from(u8::from(on)));
        }
        gl.enable(Gl::CULL_FACE);
        if picture.solid < 1.0 {
            // only the front of the glass is to be seen: its depth first
            gl.color_mask(false, false, false, false);
            self.hide.draw(gl, false);
            gl.color_mask(true, true, true, true);
            gl.enable(Gl::BLEND);
            gl.blend_func(Gl::ONE, Gl::ONE_MINUS_SRC_ALPHA);
            gl.depth_func(Gl::LEQUAL);
        }
        self.hide.draw(gl, false);
        gl.disable(Gl::BLEND);
        gl.disable(Gl::CULL_FACE);
        gl.depth_func(Gl::LESS);
        if let Some(solid) = &self.solid {
            self.light(solid, picture);
            for (mark, ([x, y, z], look)) in self.marks.iter().zip(&picture.marks) {
                self.put(solid, mark, [*x, *y, *z, 1.0], 1.0, *look);
            }
            self.balls(solid, &picture.balls);
        }
    }

    fn balls(&self, solid: &Program, balls: &[(V3, f32, Look)]) {
        for ([x, y, z], radius, look) in balls {
            self.put(solid, &self.ball, [*x, *y, *z, *radius], 1.0, *look);
        }
    }

    fn put(&self, solid: &Program, surface: &Surface, at: [f32; 4], mirror: f32, look: Look) {
        solid.set4(&self.gl, "at", at);
        solid.set(&self.gl, "mirror", mirror);
        solid.set4(&self.gl, "tint", look.tint);
        solid.set(&self.gl, "glow", look.glow);
        surface.draw(&self.gl, self.faced.is_some_and(|(.., moves)| moves));
    }

    /// Uses a program, with the camera and its two lamps: warm from the upper left, cool from the right.
    fn light(&self, program: &Program, picture: &Picture<'_>) {
        let gl = &self.gl;
        let aspect = aspect(picture.size);
        let [x, y, z] = picture.camera.axes();
        let towards = |a: f32, b: f32, c: f32| [0, 1, 2].map(|at| a * x[at] + b * y[at] + c * z[at]);
        program.use_it(gl);
        program.set_matrix(gl, "seen", &picture.camera.matrix(aspect));
        program.set3(gl, "eye", picture.camera.eye());
        program.set3(gl, "key", towards(-0.45, 0.55, 0.7));
        program.set3(gl, "fill", towards(0.8, -0.1, 0.58));
    }
}

/// Width by height.
pub(crate) fn aspect([wide, high]: [i32; 2]) -> f32 {
    wide as f32 / high.max(1) as f32
}

/// How a material looks.
pub(crate) fn look(material: Material) -> Look {
    let tint = match material {
        Material::Bone => [0.793, 0.699, 0.531, 0.0],
        Material::Disc => [0.485, 0.516, 0.563, 0.0],
        Material::Muscle => [0.612, 0.106, 0.071, 1.0],
        Material::Tendon => [0.718, 0.595, 0.485, 0.28],
        Material::Nerve => [0.793, 0.547, 0.071, 0.0],
    };
    Look { tint, glow: 0.0 }
}
