//! The check that the app builds where there is no rustup: with the packages of Debian.

use crate::Outcome;
use crate::app::{Effort, build_with};
use crate::cargo::target;
use crate::wasm::Toolchain;
use std::{env, fs};

/// Builds the app with Debian's compiler, into a folder of its own.
///
/// # Errors
/// If it does not build. Where there is no such compiler and none can be had, in CI; elsewhere that is only said.
pub(crate) fn check() -> Outcome {
    let toolchain = match Toolchain::debian() {
        Ok(toolchain) => toolchain,
        Err(message) if env::var_os("CI").is_some() => return Err(message),
        Err(message) => {
            eprintln!("NOT CHECKED: Debian's way to build the app\n{message}\nIn CI this would have failed.");
            return Ok(());
        }
    };
    let out = target()?.join("dist-debian");
    build_with(&toolchain, &out, Effort::Check)?;
    fs::remove_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))
}
