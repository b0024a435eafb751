//! Shaders as they are sent: without what only says something to who reads them.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, error, fs};

const SHADERS: [&str; 4] = ["skin.vert", "skin.frag", "solid.vert", "solid.frag"];
const TYPES: [&str; 3] = ["float", "vec3", "vec4"];

fn main() -> Result<(), Box<dyn error::Error>> {
    let out = env::var("OUT_DIR")?;
    let mut shaders = Vec::new();
    for name in SHADERS {
        let from = Path::new("src/gl/glsl").join(name);
        println!("cargo::rerun-if-changed={}", from.display());
        shaders.push((name, lines(&fs::read_to_string(from)?)));
    }
    let short = short(shaders.iter().flat_map(|(_, lines)| lines));
    for (name, lines) in &shaders {
        fs::write(Path::new(&out).join(name), bare(lines, &short))?;
    }
    Ok(())
}

fn joins(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '.'
}

/// Words and signs of each line, without remarks. What begins with `#` stays a line of its own.
fn lines(shader: &str) -> Vec<Vec<String>> {
    let mut lines = Vec::new();
    for line in shader.lines() {
        let code = line.split("//").next().unwrap_or_default();
        let mut words: Vec<String> = Vec::new();
        if code.starts_with('#') {
            words.push(format!("{code}\n"));
        } else {
            for part in code.split_whitespace() {
                let mut inside = false;
                for c in part.chars() {
                    match words.last_mut() {
                        Some(word) if inside && joins(c) => word.push(c),
                        _ => words.push(c.to_string()),
                    }
                    inside = joins(c);
                }
            }
        }
        lines.push(words);
    }
    lines
}

/// A letter for each name that is only known within shaders: after a type, or before `=`. All have the same, so that what is
/// alike in them stays alike.
fn short<'a>(lines: impl Iterator<Item = &'a Vec<String>> + Clone) -> BTreeMap<String, String> {
    let named = |word: &str| word.starts_with(|c: char| c.is_alphabetic()) && !word.contains('.');
    let used: Vec<&str> = lines.clone().flatten().flat_map(|word| word.split('.').next()).collect();
    let mut free = ('a'..='z').chain('A'..='Z').map(String::from).filter(|letter| !used.contains(&&**letter));
    let mut short = BTreeMap::new();
    for line in lines {
        if ["uniform", "layout", "in", "out"].iter().any(|outside| line.first().is_some_and(|word| word == outside)) {
            continue;
        }
        for at in 1..line.len() {
            let [before, word] = [&line[at - 1], &line[at]];
            let set = line.get(at + 1).is_some_and(|sign| sign == "=");
            let own = named(word) && word.len() > 1 && !word.starts_with("gl_") && word != "main";
            if own && (set || TYPES.contains(&&**before)) && !short.contains_key(word) {
                short.extend(free.next().map(|letter| (word.clone(), letter)));
            }
        }
    }
    short
}

/// Without room, but where words would run together, and with short names and numbers.
fn bare(lines: &[Vec<String>], short: &BTreeMap<String, String>) -> String {
    let mut bare = String::new();
    for word in lines.iter().flatten() {
        let (name, parts) = word.split_at(word.find('.').unwrap_or(word.len()));
        let word = match short.get(name) {
            Some(letter) => format!("{letter}{parts}"),
            // a half is `.5`, and one is `1.`
            None if name == "0" && parts.len() > 1 && parts != ".0" => parts.to_owned(),
            None if parts == ".0" => format!("{name}."),
            None => word.clone(),
        };
        if bare.ends_with(joins) && word.starts_with(joins) {
            bare.push(' ');
        }
        bare.push_str(&word);
    }
    bare
}
