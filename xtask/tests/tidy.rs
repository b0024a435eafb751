//! The rules of the house (ARCHITECTURE.md) that the compiler does not keep.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A room and the crates it may name, besides tests. A new line here is a decision: say why in the commit.
struct Room {
    name: &'static str,
    /// Rooms it may look into.
    rooms: &'static [&'static str],
    /// Crates of others.
    others: &'static [&'static str],
    /// No I/O, no clock, no entropy; builds for wasm32.
    pure: bool,
}

const ROOMS: &[Room] = &[
    Room {
        name: "guide",
        rooms: &[],
        // postcard: the packed guide of the app.
        others: &["postcard", "schemars", "serde", "serde_json", "strsim", "thiserror", "toml"],
        pure: true,
    },
    Room { name: "case", rooms: &["guide"], others: &[], pure: true },
    Room { name: "anatomy", rooms: &["sorted"], others: &[], pure: true },
    Room { name: "scene", rooms: &["anatomy", "sorted"], others: &[], pure: true },
    Room {
        name: "body",
        rooms: &["anatomy", "legend", "scene"],
        // All of them reach the browser and its WebGL; spin keeps what a program without `std` knows.
        others: &["js-sys", "rlsf", "spin", "wasm-bindgen", "web-sys"],
        pure: false,
    },
    Room { name: "legend", rooms: &[], others: &[], pure: true },
    Room { name: "sorted", rooms: &[], others: &[], pure: true },
    Room { name: "safety", rooms: &["case", "guide", "sorted"], others: &[], pure: true },
    // serde_json: the compiled network as JSON, for the guide's export.
    Room {
        name: "belief",
        rooms: &["case", "guide", "sorted"],
        others: &["libm", "serde_json", "thiserror"],
        pure: true,
    },
    Room { name: "json", rooms: &[], others: &[], pure: true },
    Room { name: "records", rooms: &["case", "guide", "json", "safety", "sorted"], others: &["uuid"], pure: true },
    Room { name: "coach", rooms: &["belief", "case", "guide", "safety", "sorted"], others: &["thiserror"], pure: true },
    Room { name: "words", rooms: &["belief", "case", "coach", "guide", "safety"], others: &[], pure: true },
    // toml, serde: poses are tables of the guide; libm: angles, the same on every machine.
    Room { name: "figures", rooms: &["guide"], others: &["libm", "serde", "toml"], pure: true },
    Room {
        name: "pages",
        rooms: &["anatomy", "belief", "case", "coach", "figures", "guide", "safety", "words"],
        // pulldown-cmark: Markdown; toml: worked examples in it; serde_json: the index that is searched.
        others: &["pulldown-cmark", "serde", "serde_json", "toml"],
        pure: true,
    },
    Room { name: "board", rooms: &["case", "guide", "pages", "safety", "words"], others: &[], pure: true },
    Room { name: "store", rooms: &[], others: &["sqlx", "thiserror", "uuid"], pure: false },
    // lettre: SMTP with TLS, and messages as they are sent.
    Room { name: "mail", rooms: &[], others: &["lettre", "thiserror"], pure: false },
    Room {
        name: "server",
        rooms: &["board", "mail", "store"],
        // hmac, sha2: forms of the board are signed, and senders counted without their addresses.
        others: &["axum", "base64", "getrandom", "hmac", "serde", "serde_json", "sha2", "thiserror", "tokio", "uuid"],
        pure: false,
    },
    Room {
        name: "screens",
        rooms: &["belief", "case", "coach", "guide", "records", "safety", "words"],
        others: &[],
        pure: true,
    },
    Room {
        name: "unknot",
        rooms: &["belief", "board", "case", "coach", "guide", "mail", "pages", "safety", "server", "store", "words"],
        // tokio: what waits for the network and files runs on it, started by the commands that need it; toml: a board's settings.
        others: &["clap", "serde", "serde_json", "thiserror", "tokio", "toml"],
        pure: false,
    },
    // No room of ours: whoever makes the people must not know the weights.
    Room { name: "trial", rooms: &[], others: &["libm"], pure: true },
    Room {
        name: "proof",
        rooms: &["belief", "case", "guide", "safety", "trial"],
        // libm: logarithms of losses, the same on every machine.
        others: &["libm", "serde", "serde_json", "toml"],
        pure: false,
    },
    Room {
        name: "bundle",
        rooms: &["guide", "pages"],
        others: &["brotli", "flate2", "serde_json", "sha2", "thiserror", "wasm-bindgen-cli-support"],
        pure: false,
    },
    Room {
        name: "ui",
        rooms: &["case", "guide", "json", "records", "screens", "words"],
        // All of them reach the browser.
        others: &["js-sys", "rlsf", "uuid", "wasm-bindgen", "wasm-bindgen-futures", "web-sys"],
        pure: false,
    },
    Room { name: "xtask", rooms: &[], others: &["serde_json"], pure: false },
];

/// What a pure room may not name: files, network, processes, clock, environment, threads, the terminal.
const IMPURE: &[&str] = &[
    "fs::",
    "net::",
    "process::",
    "env::",
    "thread::",
    "time::",
    "io::stdin",
    "io::stdout",
    "io::stderr",
    "SystemTime",
    "Instant",
    "println!",
    "eprintln!",
    "print!",
    "eprint!",
];

#[test]
fn every_room_names_only_what_it_may() {
    for package in packages() {
        let name = package["name"].as_str().expect("name");
        let room = ROOMS.iter().find(|room| room.name == name).unwrap_or_else(|| panic!("{name} is not in ROOMS"));
        for dependency in package["dependencies"].as_array().expect("dependencies") {
            if dependency["kind"] == "dev" {
                continue;
            }
            let wanted = dependency["name"].as_str().expect("name");
            let known = if dependency["path"].is_null() { room.others } else { room.rooms };
            assert!(known.contains(&wanted), "{name} may not depend on {wanted}; see ROOMS in xtask/tests/tidy.rs");
        }
    }
}

#[test]
fn every_package_says_what_it_is_and_keeps_the_lints() {
    for package in packages() {
        let name = package["name"].as_str().expect("name");
        assert!(package["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}: description");
        assert_eq!(package["license"], "MIT OR Apache-2.0", "{name}");
        assert_eq!(package["publish"], Value::Array(Vec::new()), "{name}: publish = false");
        let manifest = fs::read_to_string(package["manifest_path"].as_str().expect("path")).expect("manifest");
        assert!(manifest.contains("[lints]\nworkspace = true"), "{name}: [lints] workspace = true");
    }
}

#[test]
fn pure_rooms_touch_nothing_outside() {
    for room in ROOMS.iter().filter(|room| room.pure) {
        let sources = files(&root().join("crates").join(room.name).join("src"));
        assert!(!sources.is_empty(), "{} has no sources", room.name);
        for path in sources.iter().filter(|path| path.extension().is_some_and(|end| end == "rs")) {
            let text = fs::read_to_string(path).expect("source");
            for (line, code) in text.lines().enumerate() {
                let code = code.split("//").next().unwrap_or_default();
                if let Some(word) = IMPURE.iter().find(|word| names(code, word)) {
                    panic!("{}:{}: `{word}` in a pure room", path.display(), line + 1);
                }
            }
        }
    }
}

/// Does code name `word`, as a word of its own and not as the end of another?
fn names(code: &str, word: &str) -> bool {
    let grouped = word.strip_suffix("::").is_some_and(|module| {
        code.trim_start().starts_with("use std::") && code.split(|c: char| !c.is_alphanumeric()).any(|w| w == module)
    });
    let before = |at: usize| code[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
    grouped || code.match_indices(word).any(|(at, _)| before(at))
}

#[test]
fn impure_names_are_seen() {
    for (code, word, seen) in [
        ("use std::{env, fs};", "fs::", true),
        ("use std::fs;", "fs::", true),
        ("    std::fs::read(path)", "fs::", true),
        ("let offs::Thing = 1", "fs::", false),
        ("use std::fmt;", "fs::", false),
        ("    eprintln!(\"x\")", "println!", false),
        ("let instant = 1", "Instant", false),
    ] {
        assert_eq!(names(code, word), seen, "{code}");
    }
}

#[test]
fn no_file_names_a_place_on_somebodys_machine() {
    // Put together here, so that this file does not find itself.
    let places =
        ["/ro~ot/", "/ho~me/", "/Us~ers/", "/wo~rk/", "/tm~p/", "C:\\Us~ers"].map(|place| place.replace('~', ""));
    for path in files(&root()) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        for (line, content) in text.lines().enumerate() {
            let place = places.iter().find(|place| content.contains(place.as_str()) && !content.contains("://"));
            assert!(place.is_none(), "{}:{}: {place:?}", path.display(), line + 1);
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// The packages of the workspace, as cargo tells.
fn packages() -> Vec<Value> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    let output =
        command.args(["metadata", "--format-version", "1", "--no-deps", "--locked"]).current_dir(root()).output();
    let output = output.expect("cargo metadata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata gives JSON");
    metadata["packages"].as_array().expect("packages").clone()
}

/// All files under a directory, without what is built, fetched or hidden (`.ci` and `.cargo` are ours).
fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("directory") {
        let entry = entry.expect("entry");
        let name = entry.file_name().into_string().expect("names are UTF-8");
        let skipped = name == "target"
            || name == "node_modules"
            || name == "dist"
            || name == "shots"
            || (name.starts_with('.') && name != ".ci" && name != ".cargo");
        let kind = entry.file_type().expect("type");
        if skipped || kind.is_symlink() {
            continue;
        }
        if kind.is_dir() { found.extend(files(&entry.path())) } else { found.push(entry.path()) }
    }
    found.sort();
    found
}

#[test]
fn wasm_bindgen_and_its_tool_are_the_same_version() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("manifest");
    let pin = |name: &str| {
        let line = manifest.lines().find_map(|line| line.strip_prefix(&format!("{name} = \"=")));
        line.unwrap_or_else(|| panic!("{name} is not pinned to one version in Cargo.toml")).trim_end_matches('"')
    };
    assert_eq!(pin("wasm-bindgen"), pin("wasm-bindgen-cli-support"), "each reads what the other wrote into the wasm");
}
