//! Compiles the app's files in: everything in `dist` at the workspace's root, where the build of the app puts it.
//!
//! A file `x.br` or `x.gz` beside `x` is `x` compressed. While `dist` is empty so is the table: the workspace builds before the
//! app does.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let crate_dir = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?);
    let dist = crate_dir.join("../../dist");
    // Cargo can only watch what is there: otherwise it would build this crate each time. If it cannot be made, it does.
    let _ = fs::create_dir_all(&dist);
    println!("cargo::rerun-if-changed={}", dist.display());
    println!("cargo::rerun-if-changed=build.rs");
    let mut names = Vec::new();
    if dist.exists() {
        list(&dist, "", &mut names)?;
    }
    names.sort();
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("files.rs"), table(&dist, &names)?)
}

/// Adds all files under `dir`, as `/`-separated names.
fn list(dir: &Path, under: &str, names: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{under}{name}/"), names)?;
        } else {
            names.push(format!("{under}{name}"));
        }
    }
    Ok(())
}

fn table(dist: &Path, names: &[String]) -> io::Result<String> {
    let mut code = String::from("&[\n");
    for name in names {
        let plain = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz"));
        if plain.is_some_and(|plain| names.iter().any(|other| other == plain)) {
            continue;
        }
        let path = dist.join(name).canonicalize()?;
        let sibling = |end: &str| {
            let path = format!("{}.{end}", path.display());
            if Path::new(&path).exists() { format!("Some(include_bytes!({path:?}))") } else { "None".to_owned() }
        };
        writeln!(
            code,
            "    File {{ name: {name:?}, tag: \"{:016x}\", plain: include_bytes!({path:?}), br: {}, gz: {} }},",
            hash(&fs::read(&path)?),
            sibling("br"),
            sibling("gz"),
        )
        .map_err(io::Error::other)?;
    }
    Ok(code + "]\n")
}

/// FNV-1a: it tells versions of a file apart and need not resist anybody.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
