//! Compiles the default pages in, and the plates that stand on them.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("../..");
    let (guide, plates) = (root.join("guide"), root.join("anatomy/plates"));
    println!("cargo::rerun-if-changed={}", guide.join("text").display());
    // The folder round it: cargo can only watch what is there.
    println!("cargo::rerun-if-changed={}", root.join("anatomy").display());
    let mut code = String::from("pub(crate) const FILES: &[(&str, &str)] = &[\n");
    for language in entries(&guide.join("text"))? {
        let pages = guide.join("text").join(&language).join("pages");
        for name in entries(&pages)?.iter().filter(|name| name.ends_with(".md")) {
            line(&mut code, &format!("text/{language}/pages/{name}"), &pages.join(name))?;
        }
    }
    code += "];\npub(crate) const PLATES: &[(&str, &str)] = &[\n";
    for name in entries(&plates)?.iter().filter(|name| name.ends_with(".svg")) {
        line(&mut code, name.trim_end_matches(".svg"), &plates.join(name))?;
    }
    code += "];\n";
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("compiled.rs"), code)
}

fn line(code: &mut String, name: &str, path: &Path) -> io::Result<()> {
    let path = path.canonicalize()?;
    writeln!(code, "    ({name:?}, include_str!({path:?})),").map_err(io::Error::other)
}

/// The names in a folder, sorted; none if there is no such folder.
fn entries(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        names.extend(entry?.file_name().into_string().ok().filter(|name| !name.starts_with('.')));
    }
    names.sort();
    Ok(names)
}
