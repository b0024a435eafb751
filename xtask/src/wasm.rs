//! Which compiler makes WebAssembly here, and how it is called.
//!
//! In this order: the compiler in use, if it has the standard library of the target; the same after
//! `rustup target add`, which gets a limited time, as it may hang for long where there is no network; else
//! Debian's `rustc-web`, which builds the standard library from source. `UNKNOT_WASM=rustup` or `debian` forces one.

use crate::cargo::root;
use crate::system::{apt, limited, says};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs};

/// The target of everything that runs in a browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The compiler's flags for it.
const FLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
const RUSTUP_LIMIT: Duration = Duration::from_secs(45);
/// Oldest minor version of Rust that builds the workspace.
const OLDEST: u32 = 94;
const PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld"];
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_CARGO: &str = "/usr/bin/cargo";

/// A way to compile for [`TARGET`].
#[derive(Debug)]
pub(crate) enum Toolchain {
    /// The compiler in use has the target.
    Here,
    /// Debian's, with a linker; the standard library is built along.
    Debian {
        /// Program that links WebAssembly.
        linker: String,
    },
}

impl Toolchain {
    /// Finds one, and says which.
    ///
    /// # Errors
    /// If there is none and none can be had: with the commands that would help.
    pub(crate) fn find() -> Result<Toolchain, String> {
        let wanted = env::var("UNKNOT_WASM").unwrap_or_default();
        let found = match wanted.as_str() {
            "rustup" => here(),
            "debian" => debian(),
            "" => here().or_else(debian),
            other => return Err(format!("UNKNOT_WASM is `rustup` or `debian`, not `{other}`")),
        };
        said(found)
    }

    /// Debian's, whatever else there is.
    ///
    /// # Errors
    /// As [`Toolchain::find`].
    pub(crate) fn debian() -> Result<Toolchain, String> {
        said(debian())
    }

    fn name(&self) -> String {
        match self {
            Toolchain::Here => "the compiler in use has it".to_owned(),
            Toolchain::Debian { linker } => format!("Debian's compiler, linked by {linker}"),
        }
    }

    /// Where it builds. Each has its own place, so that neither undoes what the other built.
    pub(crate) fn target_dir(&self) -> PathBuf {
        let name = match self {
            Toolchain::Here => "wasm-here",
            Toolchain::Debian { .. } => "wasm-debian",
        };
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from).join(name)
    }

    /// `cargo build` in a profile for [`TARGET`]; what to build is still to be added.
    pub(crate) fn build(&self, profile: &str) -> Command {
        let mut command = match self {
            Toolchain::Here => clean(Command::new("cargo")),
            Toolchain::Debian { .. } => clean(Command::new(DEBIAN_CARGO)),
        };
        command.args(["build", "--profile", profile, "--locked", "--target", TARGET, "--target-dir"]);
        command.arg(self.target_dir());
        if let Toolchain::Debian { linker } = self {
            // std from source is an unstable wish, which only this variable grants a stable compiler
            command.env("RUSTC", DEBIAN_RUSTC).env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker).arg("-Zbuild-std=std,panic_abort");
        }
        command.env(FLAGS, without_paths());
        command.stdin(Stdio::null());
        command
    }
}

/// Adds flags for the compiler to a build.
pub(crate) fn flagged(command: &mut Command, more: &str) {
    command.env(FLAGS, [&without_paths(), " ", more].concat());
}

/// Flags that leave out of the program where the libraries lie on this machine: the same program anywhere, and a smaller one.
fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let sources = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten();
    let mut flags: Vec<String> =
        sources.map(|source| format!("--remap-path-prefix={}/=", source.path().display())).collect();
    flags.sort();
    flags.join(" ")
}

/// Says which it is, or what would help.
fn said(found: Option<Toolchain>) -> Result<Toolchain, String> {
    let found = found.ok_or_else(|| {
        let install = PACKAGES.join(" ");
        format!("no compiler for {TARGET}; run one of\n  rustup target add {TARGET}\n  sudo apt-get install {install}")
    })?;
    eprintln!("{TARGET}: {}", found.name());
    Ok(found)
}

fn here() -> Option<Toolchain> {
    if has_std() {
        return Some(Toolchain::Here);
    }
    eprintln!("trying `rustup target add {TARGET}`, for at most {} s", RUSTUP_LIMIT.as_secs());
    let added = limited(Command::new("rustup").args(["target", "add", TARGET]), RUSTUP_LIMIT).is_ok();
    (added && has_std()).then_some(Toolchain::Here)
}

/// Asks the compiler and not rustup, which a system's own compiler does not know.
fn has_std() -> bool {
    let asked = says(clean(Command::new("rustc")).args(["--print", "target-libdir", "--target", TARGET]));
    let files = asked.and_then(|dir| fs::read_dir(dir).ok()).into_iter().flatten().flatten();
    files.map(|file| file.file_name()).any(|name| name.to_string_lossy().starts_with("libstd-"))
}

fn debian() -> Option<Toolchain> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return None;
    }
    if !debian_is_enough() {
        // the first version Debian had is too old, so what is on offer must be known afresh
        let _ = apt(&["update"]);
        let _ = apt(&[&["install", "-y", "--no-install-recommends"][..], &PACKAGES].concat());
    }
    let linker = linker().filter(|_| debian_is_enough())?;
    Some(Toolchain::Debian { linker })
}

fn debian_is_enough() -> bool {
    let version = says(clean(Command::new(DEBIAN_RUSTC)).arg("--version")).unwrap_or_default();
    let minor = version.split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok());
    let sysroot = says(clean(Command::new(DEBIAN_RUSTC)).args(["--print", "sysroot"])).unwrap_or_default();
    let source = Path::new(&sysroot).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    minor.is_some_and(|minor| minor >= OLDEST) && source.exists() && Path::new(DEBIAN_CARGO).exists()
}

/// A fixed order, as another linker builds everything anew. rustup's own `wasm-ld` does not take `-flavor`.
fn linker() -> Option<String> {
    let sysroot = says(clean(Command::new("rustc")).args(["--print", "sysroot"])).unwrap_or_default();
    let version = says(clean(Command::new("rustc")).arg("-vV")).unwrap_or_default();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default();
    let rust_lld = format!("{sysroot}/lib/rustlib/{host}/bin/rust-lld");
    let known = ["wasm-ld-22".to_owned(), rust_lld, "wasm-ld".to_owned()];
    known.into_iter().find(|linker| says(Command::new(linker).args(["-flavor", "wasm", "--version"])).is_some())
}

/// Without what the outer `cargo xtask` sets for its own compiler, which would lead another one astray.
fn clean(mut command: Command) -> Command {
    let kept = ["CARGO_HOME", "CARGO_TERM_COLOR", "RUSTUP_HOME", "RUSTUP_AUTO_INSTALL"];
    let settings = ["CARGO_REGISTR", "CARGO_HTTP_", "CARGO_NET_"];
    for (name, _) in env::vars_os() {
        let Some(name) = name.to_str() else { continue };
        let ours = name.starts_with("CARGO") || name.starts_with("RUST") || name == "LD_LIBRARY_PATH";
        if ours && !kept.contains(&name) && !settings.iter().any(|start| name.starts_with(start)) {
            command.env_remove(name);
        }
    }
    command
}
