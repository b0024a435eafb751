//! Triangles on the card.

use alloc::vec;
use alloc::vec::Vec;
use scene::{Mesh, SkinMesh, V3};
use web_sys::{WebGl2RenderingContext as Gl, WebGlBuffer, WebGlVertexArrayObject};

pub(crate) struct Surface {
    array: WebGlVertexArrayObject,
    buffers: Vec<WebGlBuffer>,
    /// How many corners.
    count: i32,
    /// How many come after them that draw the same in fewer triangles.
    coarse: i32,
}

/// What is told of each place of the skin, eight bytes each: hurts, how bad, main area, beside it; keep off, and room.
pub(crate) struct Dots(pub(crate) Vec<u8>);

impl Dots {
    /// Is anything told of any place? How bad it is does not count where nothing hurts.
    pub(crate) fn told(&self) -> bool {
        self.0.as_chunks::<8>().0.iter().any(|[hurts, _, main, beside, off, ..]| hurts | main | beside | off != 0)
    }
}

/// Bytes of [`Dots`] at a place.
const DOT: i32 = 8;

impl Surface {
    pub(crate) fn mesh(gl: &Gl, mesh: &Mesh) -> Option<Surface> {
        let mut bytes = Vec::with_capacity(mesh.places.len() * 36);
        for at in 0..mesh.places.len() {
            let [fibre, along] = mesh.fibre[at];
            push(&mut bytes, mesh.places[at], mesh.normals[at], &[mesh.light[at], fibre, along]);
        }
        let mut surface = Surface::new(gl, &mesh.corners, &mesh.coarse())?;
        surface.floats(gl, &bytes, &[3, 3, 3])?;
        Some(surface)
    }

    pub(crate) fn skin(gl: &Gl, skin: &SkinMesh) -> Option<Surface> {
        let mut bytes = Vec::with_capacity(skin.places.len() * 28);
        for at in 0..skin.places.len() {
            push(&mut bytes, skin.places[at], skin.normals[at], &[skin.light[at]]);
        }
        let mut surface = Surface::new(gl, &skin.corners, &[])?;
        surface.floats(gl, &bytes, &[3, 3, 1])?;
        surface.buffer(gl, Gl::ARRAY_BUFFER, &vec![0; skin.places.len() * DOT as usize], Gl::DYNAMIC_DRAW)?;
        for (slot, from) in [(3, 0), (4, 4)] {
            gl.enable_vertex_attrib_array(slot);
            gl.vertex_attrib_pointer_with_i32(slot, 4, Gl::UNSIGNED_BYTE, true, DOT, from);
        }
        Some(surface)
    }

    pub(crate) fn tell(&self, gl: &Gl, dots: &Dots) {
        gl.bind_buffer(Gl::ARRAY_BUFFER, self.buffers.last());
        gl.buffer_sub_data_with_i32_and_u8_array(Gl::ARRAY_BUFFER, 0, &dots.0);
    }

    /// Draws it, in fewer triangles if that is wanted and there are some.
    pub(crate) fn draw(&self, gl: &Gl, coarse: bool) {
        let (count, from) = if coarse && self.coarse > 0 { (self.coarse, 4 * self.count) } else { (self.count, 0) };
        gl.bind_vertex_array(Some(&self.array));
        gl.draw_elements_with_i32(Gl::TRIANGLES, count, Gl::UNSIGNED_INT, from);
    }

    pub(crate) fn free(self, gl: &Gl) {
        gl.delete_vertex_array(Some(&self.array));
        for buffer in &self.buffers {
            gl.delete_buffer(Some(buffer));
        }
    }

    /// Other triangles over the same places.
    pub(crate) fn face(&mut self, gl: &Gl, corners: &[u32]) {
        gl.bind_vertex_array(Some(&self.array));
        gl.buffer_data_with_u8_array(Gl::ELEMENT_ARRAY_BUFFER, &bytes(corners), Gl::DYNAMIC_DRAW);
        self.count = corners.len() as i32;
    }

    fn new(gl: &Gl, corners: &[u32], coarse: &[u32]) -> Option<Surface> {
        let array = gl.create_vertex_array()?;
        gl.bind_vertex_array(Some(&array));
        let mut surface =
            Surface { array, buffers: Vec::new(), count: corners.len() as i32, coarse: coarse.len() as i32 };
        let mut both = bytes(corners);
        both.extend(bytes(coarse));
        surface.buffer(gl, Gl::ELEMENT_ARRAY_BUFFER, &both, Gl::STATIC_DRAW)?;
        Some(surface)
    }

    /// Numbers that lie one beside the other, in groups of so many.
    fn floats(&mut self, gl: &Gl, bytes: &[u8], groups: &[i32]) -> Option<()> {
        self.buffer(gl, Gl::ARRAY_BUFFER, bytes, Gl::STATIC_DRAW)?;
        let stride = 4 * groups.iter().sum::<i32>();
        let mut from = 0;
        for (slot, size) in (0..).zip(groups) {
            gl.enable_vertex_attrib_array(slot);
            gl.vertex_attrib_pointer_with_i32(slot, *size, Gl::FLOAT, false, stride, from);
            from += 4 * size;
        }
        Some(())
    }

    fn buffer(&mut self, gl: &Gl, kind: u32, bytes: &[u8], usage: u32) -> Option<()> {
        let buffer = gl.create_buffer()?;
        gl.bind_buffer(kind, Some(&buffer));
        gl.buffer_data_with_u8_array(kind, bytes, usage);
        self.buffers.push(buffer);
        Some(())
    }
}

fn bytes(corners: &[u32]) -> Vec<u8> {
    corners.iter().flat_map(|corner| corner.to_le_bytes()).collect()
}

fn push(bytes: &mut Vec<u8>, place: V3, normal: V3, more: &[f32]) {
    for number in place.iter().chain(&normal).chain(more) {
        bytes.extend(number.to_le_bytes());
    }
}
