//! Runs cargo and finds what it built.

use serde_json::Value;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The same cargo that runs xtask, in the root, with nothing to read.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root()).stdin(Stdio::null());
    command
}

/// Runs a command to its end and shows what it prints.
///
/// # Errors
/// If it cannot start or does not succeed.
pub(crate) fn succeed(command: &mut Command) -> Result<(), String> {
    let line = shown(command);
    let status = command.status().map_err(|error| format!("cannot start `{line}`: {error}"))?;
    status.success().then_some(()).ok_or_else(|| format!("`{line}` failed ({status})"))
}

/// Runs a command to its end; what it wrote to standard output.
///
/// # Errors
/// If it cannot start or does not succeed.
pub(crate) fn output(command: &mut Command) -> Result<Vec<u8>, String> {
    let line = shown(command);
    let output =
        command.stderr(Stdio::inherit()).output().map_err(|error| format!("cannot start `{line}`: {error}"))?;
    if output.status.success() { Ok(output.stdout) } else { Err(format!("`{line}` failed ({})", output.status)) }
}

/// Builds the command line for release; where it is.
///
/// # Errors
/// If it does not build.
pub(crate) fn built() -> Result<PathBuf, String> {
    succeed(&mut release())?;
    Ok(target()?.join("release").join(format!("unknot{}", env::consts::EXE_SUFFIX)))
}

/// Builds the command line for release.
pub(crate) fn release() -> Command {
    cargo(&["build", "--release", "--locked", "--package", "unknot"])
}

/// Where cargo puts what it builds.
///
/// # Errors
/// If cargo cannot tell.
pub(crate) fn target() -> Result<PathBuf, String> {
    let metadata = output(&mut cargo(&["metadata", "--format-version", "1", "--no-deps", "--locked"]))?;
    let metadata: Value = serde_json::from_slice(&metadata).map_err(|error| format!("cargo metadata: {error}"))?;
    let target = metadata["target_directory"].as_str().ok_or("cargo metadata names no target directory")?;
    Ok(PathBuf::from(target))
}

fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
