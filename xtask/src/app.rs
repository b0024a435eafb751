//! `cargo xtask app`: the app's files in `dist`, and the checks of them.

use crate::Outcome;
use crate::cargo::{cargo, root, succeed, target};
use crate::wasm::{TARGET, Toolchain, flagged};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, thread};

/// What a person waits for, wasm and JavaScript as sent: at most, bytes.
const CODE_BUDGET: u64 = 250_000;
/// The same of the body on screen, which comes later.
const BODY_BUDGET: u64 = 60_000;
/// All files of the app, with those of the body, but without the pages to read.
const ALL_BUDGET: u64 = 900_000;
const BUDGETS: [(&str, &str, u64); 3] = [
    ("code_br", "all code as sent", CODE_BUDGET),
    ("body_br", "the body on screen, code", BODY_BUDGET),
    ("all_br", "all files but the pages to read", ALL_BUDGET),
];
/// Of all that were tried this sends the least of the body; of the app it would send more.
const BODY_FLAGS: &str = "-Cllvm-args=-inline-threshold=30";
/// Profile of the workspace that the app is built with.
const PROFILE: &str = "app";

/// Where the app's files are, for programs that compile them in.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// Builds the app into `dist`.
///
/// # Errors
/// If there is no compiler for WebAssembly, or something does not build.
pub(crate) fn build() -> Outcome {
    build_with(&Toolchain::find()?, &dist(), Effort::Shipped)?;
    show(&read(&dist())?);
    Ok(())
}

/// How hard the compiler tries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effort {
    /// As it is sent to people: small.
    Shipped,
    /// Only to see that it builds: a third of the time.
    Check,
}

/// Builds the app with a toolchain into a folder.
///
/// # Errors
/// If something does not build.
pub(crate) fn build_with(toolchain: &Toolchain, out: &Path, effort: Effort) -> Outcome {
    // They share nothing, and the machine has more than one core.
    let (wasm, bundle) = thread::scope(|both| {
        let bundle = both.spawn(bundler);
        (
            compile(toolchain, effort),
            bundle.join().unwrap_or_else(|_| Err("building the bundler came to no end".to_owned())),
        )
    });
    let (wasm, mut command) = (wasm?, Command::new(bundle?));
    command
        .arg("--wasm")
        .arg(&wasm)
        .arg("--body")
        .arg(wasm.with_file_name("body.wasm"))
        .arg("--static")
        .arg(root().join("crates/ui/static"))
        .arg("--anatomy")
        .arg(root().join("anatomy"))
        .arg("--out")
        .arg(out);
    succeed(command.stdin(Stdio::null()))
}

/// The wasm as the compiler makes it; that of the body lies beside it.
fn compile(toolchain: &Toolchain, effort: Effort) -> Result<PathBuf, String> {
    for mut command in wasm(toolchain) {
        if effort == Effort::Check {
            let quick = [("OPT_LEVEL", "1"), ("LTO", "off"), ("CODEGEN_UNITS", "16")];
            command.envs(quick.map(|(name, value)| (format!("CARGO_PROFILE_APP_{name}"), value)));
        }
        succeed(&mut command)?;
    }
    Ok(toolchain.target_dir().join(TARGET).join(PROFILE).join("ui.wasm"))
}

/// Builds app and body as they are sent: one after the other, as built together the body would get the app's `std`.
pub(crate) fn wasm(toolchain: &Toolchain) -> [Command; 2] {
    ["ui", "body"].map(|package| {
        let mut command = toolchain.build(PROFILE);
        command.args(["--package", package, "--lib"]).current_dir(root());
        if package == "body" {
            flagged(&mut command, BODY_FLAGS);
        }
        command
    })
}

fn bundler() -> Result<PathBuf, String> {
    succeed(&mut cargo(&["build", "--locked", "--package", "bundle"]))?;
    Ok(target()?.join("debug").join(format!("bundle{}", env::consts::EXE_SUFFIX)))
}

/// Builds the app and checks what stands in it.
///
/// # Errors
/// If it is too large, names a file that is not there, or names another host.
pub(crate) fn check() -> Outcome {
    build()?;
    let build = read(&dist())?;
    for (key, what, most) in BUDGETS {
        let size = build[key].as_u64().unwrap_or(u64::MAX);
        if size > most {
            return Err(format!("{what}: {size} bytes as sent, and may be {most}"));
        }
    }
    let files = texts(&dist())?;
    names_are_there(&files)?;
    no_other_host(&files)
}

/// `build.json` of a folder.
fn read(dist: &Path) -> Result<Value, String> {
    let path = dist.join("build.json");
    let text = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    serde_json::from_slice(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn show(build: &Value) {
    eprintln!("{:<42} {:>9} {:>9} {:>9}", "bytes", "plain", "gzip", "brotli");
    for (name, sizes) in build["files"].as_object().into_iter().flatten() {
        let size = |key: &str| sizes[key].as_u64().unwrap_or(0);
        eprintln!("{name:<42} {:>9} {:>9} {:>9}", size("bytes"), size("gz"), size("br"));
    }
    for (key, what, most) in BUDGETS {
        eprintln!("{what:<42} {:>29}  (at most {most})", build[key].as_u64().unwrap_or(0));
    }
}

/// The text files of a folder, by name.
fn texts(dist: &Path) -> Result<Vec<(String, String)>, String> {
    let entries = fs::read_dir(dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    let mut texts = Vec::new();
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if let Ok(text) = fs::read_to_string(&path) {
            texts.push((name, text));
        }
    }
    texts.sort();
    Ok(texts)
}

/// Every file that page, manifest, boot script and worker name exists, and all names are relative.
fn names_are_there(files: &[(String, String)]) -> Outcome {
    let mut seen = 0;
    for (file, text) in files {
        let by_us = ["boot-", "body-"].iter().any(|start| file.starts_with(start))
            || ["index.html", "sw.js", "manifest.webmanifest"].contains(&&**file);
        for name in quoted(text).filter(|_| by_us) {
            let path = name.strip_prefix("./").unwrap_or(name);
            let named = path.rsplit_once('.').is_some_and(|(_, end)| ENDS.contains(&end)) && !path.contains(' ');
            if named && !dist().join(path).is_file() {
                return Err(format!("{file} names {name}, which is not in dist"));
            }
            seen += usize::from(named);
            if name.starts_with('/') && name.len() > 1 {
                return Err(format!("{file} names {name} from the root; under a sub-path it would not be found"));
            }
        }
    }
    eprintln!("{seen} names of files, and every file is there");
    (seen > 10).then_some(()).ok_or_else(|| format!("only {seen} names of files were found"))
}

const ENDS: [&str; 10] = ["anat", "html", "css", "js", "wasm", "bin", "svg", "png", "webmanifest", "json"];

/// What stands in quotes.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.lines().flat_map(|line| ['"', '\''].map(|mark| line.split(mark).skip(1).step_by(2)));
    lines.flatten()
}

/// An address that is a name and leads nowhere: nobody asks it for anything.
const NAME: &str = "http://www.w3.org/2000/svg";

/// No text names a place elsewhere, but for the guide's references, which a person may follow and the app never does.
fn no_other_host(files: &[(String, String)]) -> Outcome {
    for (file, text) in files {
        for (at, _) in text.match_indices("://") {
            let start = text[..at].rfind(|c: char| !c.is_ascii_alphabetic()).map_or(0, |before| before + 1);
            let end = text[at..].find(['"', '\'', '`', ' ', '\n', ')', '<']).map_or(text.len(), |length| at + length);
            let address = &text[start..end];
            if address != NAME {
                return Err(format!("{file} names {address}"));
            }
        }
    }
    eprintln!("no text names another host");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{no_other_host, quoted};

    #[test]
    fn what_is_quoted_is_found() {
        let found: Vec<&str> = quoted("<a href=\"x.css\">\nimport('./y.js')").collect();
        assert_eq!(found, ["x.css", "./y.js"]);
    }

    #[test]
    fn other_hosts_are_found() {
        for (text, fine) in [
            ("<svg xmlns=\"http://www.w3.org/2000/svg\">", true),
            ("fetch('https://example.org/x')", false),
            ("// see https://example.org", false),
            ("a ? b : c", true),
        ] {
            assert_eq!(no_other_host(&[("app.js".to_owned(), text.to_owned())]).is_ok(), fine, "{text}");
        }
    }
}
