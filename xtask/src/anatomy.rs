//! `cargo xtask anatomy`: the body, made from its tables and from open data.

use crate::Outcome;
use crate::cargo::{root, succeed, target};
use crate::python::installed;
use std::fs;
use std::process::{Command, Stdio};

const TOOL: &str = "tools/anatomy";

/// Makes the body's parts into `target/anatomy` and checks them.
///
/// # Errors
/// If Python or a pinned package cannot be had, or a part is not as it must be.
pub(crate) fn make() -> Outcome {
    let dir = target()?.join("anatomy");
    fs::create_dir_all(&dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    let python = installed(&dir.join("venv"), &format!("{TOOL}/requirements.txt"))?;
    let mut make = Command::new(python);
    make.args(["-u", "-m", "anatomy"]).arg(&dir).current_dir(root().join(TOOL));
    succeed(make.env("PYTHONDONTWRITEBYTECODE", "1").stdin(Stdio::null()))
}
