//! `cargo xtask bench peers`: our solver beside other people's, on the same nets, in one run.

use crate::Outcome;
use crate::cargo::{output, root, succeed, target};
use crate::proof::proof;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const REQUIREMENTS: &str = "tools/peers/requirements.txt";
const NETS: &str = "crates/proof/nets";

/// Solves the nets with everybody, compares, and prints our own times.
///
/// # Errors
/// If Python or a peer cannot be had, or if a peer that finished disagrees with us.
pub(crate) fn peers() -> Outcome {
    let dir = target()?.join("peers");
    fs::create_dir_all(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let python = installed(&dir.join("venv"))?;
    let (ours, all) = (dir.join("ours.json"), dir.join("peers.json"));
    eprintln!("\n== our answers");
    proof("peers", &[&ours.to_string_lossy()])?;
    eprintln!("\n== the peers");
    let mut compare = Command::new(python);
    compare.args(["-u", "tools/peers/compare.py", NETS]).args([&ours, &all]);
    let compared = succeed(compare.current_dir(root()).stdin(Stdio::null()));
    eprintln!("\n== our own times");
    proof("speed", &["--json", &dir.join("speed.json").to_string_lossy()])?;
    compared
}

/// The Python of a virtual environment that holds just what is required, made if it is not there.
fn installed(venv: &Path) -> Result<PathBuf, String> {
    let bin = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = venv.join(bin).join(format!("python{}", std::env::consts::EXE_SUFFIX));
    let wanted = fs::read_to_string(root().join(REQUIREMENTS)).map_err(|error| format!("{REQUIREMENTS}: {error}"))?;
    // A copy of what was installed tells whether it still is what is wanted.
    let done = venv.join("requirements.txt");
    if python.exists() && fs::read_to_string(&done).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    eprintln!("\n== the peers' packages, into {}", venv.display());
    made(venv)?;
    let install = ["-m", "pip", "install", "--require-hashes", "--quiet", "--requirement", REQUIREMENTS];
    succeed(Command::new(&python).args(install).current_dir(root()).stdin(Stdio::null()))
        .map_err(|error| format!("{error}; Python 3.11 or newer and its package index are needed"))?;
    fs::write(&done, wanted).map_err(|error| format!("{}: {error}", done.display()))?;
    Ok(python)
}

/// A new virtual environment. Debian keeps that part of Python in a package of its own.
fn made(venv: &Path) -> Outcome {
    let make = || {
        let mut python = Command::new("python3");
        succeed(python.args(["-m", "venv", "--clear"]).arg(venv).stdin(Stdio::null()))
    };
    let Err(first) = make() else { return Ok(()) };
    let help =
        format!("{first}; install Python 3.11 or newer with its venv module (Debian: `apt-get install python3-venv`)");
    if !root_on_debian() {
        return Err(help);
    }
    let get = |words: &[&str]| succeed(Command::new("apt-get").args(words).stdin(Stdio::null()));
    get(&["update", "--quiet"])
        .and_then(|()| get(&["install", "--yes", "--quiet", "python3-venv"]))
        .map_err(|_| help)?;
    make()
}

fn root_on_debian() -> bool {
    let says = |program: &str, word: &str| output(Command::new(program).arg(word)).ok();
    says("id", "-u").is_some_and(|id| id.trim_ascii() == b"0") && says("apt-get", "--version").is_some()
}
