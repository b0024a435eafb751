//! Shaders, and the numbers they are given.

use alloc::vec::Vec;
use scene::{Matrix, V3};
use web_sys::{WebGl2RenderingContext as Gl, WebGlProgram, WebGlUniformLocation};

pub(crate) struct Program {
    program: WebGlProgram,
    places: Vec<(&'static str, WebGlUniformLocation)>,
}

/// Every number that one of the shaders wants.
const NAMES: [&str; 11] = ["seen", "at", "mirror", "eye", "key", "fill", "tint", "glow", "solid", "told", "night"];

impl Program {
    pub(crate) fn new(gl: &Gl, vertex: &str, fragment: &str) -> Option<Program> {
        let program = gl.create_program()?;
        for (kind, text) in [(Gl::VERTEX_SHADER, vertex), (Gl::FRAGMENT_SHADER, fragment)] {
            let shader = gl.create_shader(kind)?;
            gl.shader_source(&shader, text);
            gl.compile_shader(&shader);
            gl.attach_shader(&program, &shader);
        }
        gl.link_program(&program);
        // asked only once, and last: it waits for the compiler
        gl.get_program_parameter(&program, Gl::LINK_STATUS).as_bool().filter(|linked| *linked)?;
        let place = |name| Some((name, gl.get_uniform_location(&program, name)?));
        Some(Program { places: NAMES.into_iter().filter_map(place).collect(), program })
    }

    pub(crate) fn use_it(&self, gl: &Gl) {
        gl.use_program(Some(&self.program));
    }

    pub(crate) fn set(&self, gl: &Gl, name: &str, value: f32) {
        gl.uniform1f(self.place(name), value);
    }

    pub(crate) fn set3(&self, gl: &Gl, name: &str, [x, y, z]: V3) {
        gl.uniform3f(self.place(name), x, y, z);
    }

    pub(crate) fn set4(&self, gl: &Gl, name: &str, [x, y, z, w]: [f32; 4]) {
        gl.uniform4f(self.place(name), x, y, z, w);
    }

    pub(crate) fn set_matrix(&self, gl: &Gl, name: &str, matrix: &Matrix) {
        gl.uniform_matrix4fv_with_f32_array(self.place(name), false, matrix);
    }

    fn place(&self, name: &str) -> Option<&WebGlUniformLocation> {
        self.places.iter().find(|(known, _)| *known == name).map(|(_, place)| place)
    }
}
