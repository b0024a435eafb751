//! Shaders as they are sent: without what only says something to who reads them.

use std::path::Path;
use std::{env, error, fs};

const SHADERS: [&str; 4] = ["skin.vert", "skin.frag", "solid.vert", "solid.frag"];

fn main() -> Result<(), Box<dyn error::Error>> {
    let out = env::var("OUT_DIR")?;
    for name in SHADERS {
        let from = Path::new("src/gl/glsl").join(name);
        println!("cargo::rerun-if-changed={}", from.display());
        fs::write(Path::new(&out).join(name), bare(&fs::read_to_string(from)?))?;
    }
    Ok(())
}

/// Without remarks and without room, but where words would run together. What begins with `#` stays a line of its own.
fn bare(shader: &str) -> String {
    let mut bare = String::new();
    for line in shader.lines() {
        let code = line.split("//").next().unwrap_or_default();
        if code.starts_with('#') {
            bare.push_str(code);
            bare.push('\n');
            continue;
        }
        for word in code.split_whitespace() {
            let joins = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
            if bare.ends_with(joins) && word.starts_with(joins) {
                bare.push(' ');
            }
            bare.push_str(word);
        }
    }
    bare
}
