//! `cargo xtask bench peers`: our solver beside other people's, on the same nets, in one run.

use crate::Outcome;
use crate::cargo::{root, succeed, target};
use crate::proof::proof;
use crate::python::installed;
use std::fs;
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
    let python = installed(&dir.join("venv"), REQUIREMENTS)?;
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
