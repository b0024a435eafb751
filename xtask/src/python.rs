//! Python for the tools that need it: a virtual environment that holds just what is pinned, hash by hash.

use crate::Outcome;
use crate::cargo::{output, root, succeed};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The Python of `venv`, which holds what `requirements` (a path from the root) lists and nothing else; made if it is
/// not there or the list has changed. The list is complete, so nothing is looked for beyond it.
///
/// # Errors
/// If Python 3.11 or a package cannot be had, or a package is not the one that was pinned.
pub(crate) fn installed(venv: &Path, requirements: &str) -> Result<PathBuf, String> {
    let bin = if cfg!(windows) { "Scripts" } else { "bin" };
    let python = venv.join(bin).join(format!("python{}", std::env::consts::EXE_SUFFIX));
    let wanted = fs::read_to_string(root().join(requirements)).map_err(|error| format!("{requirements}: {error}"))?;
    // A copy of what was installed tells whether it still is what is wanted.
    let done = venv.join("requirements.txt");
    if python.exists() && fs::read_to_string(&done).is_ok_and(|found| found == wanted) {
        return Ok(python);
    }
    eprintln!("\n== the packages of {requirements}, into {}", venv.display());
    made(venv)?;
    let install = ["-m", "pip", "install", "--no-deps", "--require-hashes", "--quiet", "--requirement", requirements];
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
