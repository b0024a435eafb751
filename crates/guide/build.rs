//! Compiles the default guide in, twice: as JSON, which a program that starts every time can read fast, and as the
//! files themselves, which errors can point into.

use serde_json::{Map, Value, json};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[path = "src/kinds.rs"]
#[expect(dead_code, reason = "shared with the crate, which uses the rest")]
mod kinds;

fn main() -> io::Result<()> {
    let guide = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("../../guide");
    println!("cargo::rerun-if-changed={}", guide.display());
    let guide = guide.canonicalize()?;
    let mut paths = Vec::new();
    list(&guide, "", &mut paths)?;
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        let full = guide.join(&path);
        let text = fs::read_to_string(&full)?;
        files.push(File { path, full, value: toml::from_str(&text).unwrap_or(Value::Null) });
    }
    let out = PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?);
    fs::write(out.join("guide.json"), structure(&files).to_string())?;
    fs::write(out.join("compiled.rs"), code(&files, &out)?)
}

/// A file of the guide. One that is not TOML has no value: the crate says what is wrong with it.
struct File {
    path: String,
    full: PathBuf,
    value: Value,
}

/// Adds all `.toml` files under `dir`, as `/`-separated paths.
fn list(dir: &Path, under: &str, paths: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{under}{name}/"), paths)?;
        } else if name.ends_with(".toml") {
            paths.push(format!("{under}{name}"));
        }
    }
    Ok(())
}

/// `Guide` as JSON, without texts.
fn structure(files: &[File]) -> Value {
    let value = |path: &str| files.iter().find(|file| file.path == path).map_or(&Value::Null, |file| &file.value);
    let mut guide = Map::new();
    guide.insert("about".into(), value("guide.toml").clone());
    guide.insert("model".into(), value("model.toml").clone());
    for kind in kinds::ALL {
        let things = match (kind.file, kind.key) {
            ("sources/", _) => {
                files.iter().filter(|file| file.path.starts_with(kind.file)).map(|file| file.value.clone()).collect()
            }
            ("references.toml", _) => value(kind.file).clone(),
            (_, "") => continue,
            (file, key) => value(file)[key].clone(),
        };
        guide.insert(kind.name.into(), things);
    }
    Value::Object(guide)
}

/// The texts of a language as JSON: kind, id, field.
fn texts(files: &[File], language: &str) -> Value {
    let dir = format!("text/{language}/");
    let mut kinds = Map::new();
    for file in files {
        let Some(name) = file.path.strip_prefix(&dir).and_then(|name| name.strip_suffix(".toml")) else { continue };
        match name.split_once('/') {
            Some((kind, id)) => {
                let entries = kinds.entry(kind).or_insert_with(|| json!({}));
                entries[id] = file.value.clone();
            }
            None => drop(kinds.insert(name.into(), file.value.clone())),
        }
    }
    json!({ "kinds": kinds })
}

fn code(files: &[File], out: &Path) -> io::Result<String> {
    let mut languages: Vec<&str> = files
        .iter()
        .filter_map(|file| file.path.strip_prefix("text/")?.split_once('/'))
        .map(|(first, _)| first)
        .collect();
    languages.dedup();
    let mut code = String::from("pub(super) const GUIDE: &str = include_str!(\"guide.json\");\n");
    code += "pub(super) const TEXTS: &[(&str, &str)] = &[\n";
    for language in languages {
        let name = format!("texts-{language}.json");
        fs::write(out.join(&name), texts(files, language).to_string())?;
        writeln!(code, "    ({language:?}, include_str!({name:?})),").map_err(io::Error::other)?;
    }
    code += "];\npub(super) const FILES: &[(&str, &str)] = &[\n";
    for File { path, full, .. } in files {
        writeln!(code, "    ({path:?}, include_str!({full:?})),").map_err(io::Error::other)?;
    }
    code += "];\n";
    Ok(code)
}
