//! `cargo xtask test`: every check, in the order in which a slip is found soonest.

use crate::cargo::{cargo, root, succeed, target};
use crate::steps::{self, Step};
use crate::{Outcome, ahead, app, bench, browser, debian, toolchain};

const STEPS: &[Step] = &[
    Step { name: "toolchain", about: "is the compiler new enough?", run: toolchain::check },
    Step { name: "format", about: "rustfmt leaves every file as it is", run: format },
    Step { name: "clippy", about: "no lint speaks up", run: clippy },
    Step { name: "docs", about: "the documentation builds without a warning", run: docs },
    Step {
        name: "tests",
        about: "all tests: licences, tidiness, units, properties, snapshots, command line",
        run: tests,
    },
    Step { name: "app", about: "the app builds, is small, whole, and asks no other host", run: app::check },
    Step { name: "speed", about: "the release build keeps its promises of speed", run: bench::check },
    Step { name: "e2e", about: "the app in Chromium: the whole way, killed, offline, by keyboard", run: browser::e2e },
];

/// Checks that run only when they are named: CI has 25 minutes.
const LONG: &[Step] =
    &[Step { name: "debian", about: "the app builds with Debian's compiler too", run: debian::check }];

/// Names the checks.
pub(crate) fn list() {
    for step in STEPS {
        eprintln!("{:<10} {}", step.name, step.about);
    }
    for step in LONG {
        eprintln!("{:<10} {} (only when named)", step.name, step.about);
    }
}

/// Runs the named checks, or all but the long ones.
///
/// # Errors
/// The first check that fails, or a name that is none.
pub(crate) fn test(names: &[&str]) -> Outcome {
    let all = || STEPS.iter().chain(LONG);
    if let Some(unknown) = names.iter().find(|name| !all().any(|step| step.name == **name)) {
        return Err(format!("there is no check `{unknown}`; `cargo xtask test list` names them"));
    }
    if names.is_empty() {
        let _ahead = ahead::begin();
        return steps::all(STEPS);
    }
    steps::all(all().filter(|step| names.contains(&step.name)))
}

fn format() -> Outcome {
    succeed(&mut cargo(&["fmt", "--all", "--", "--check"]))
        .map_err(|error| format!("{error}; `cargo fmt --all` puts it right"))
}

fn clippy() -> Outcome {
    succeed(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))?;
    // What stands outside the workspace is not forgotten.
    for apart in ["same", "wasm-bench"] {
        let manifest = root().join("tools").join(apart).join("Cargo.toml");
        let mut lint = cargo(&["clippy", "--all-targets", "--locked", "--manifest-path"]);
        succeed(lint.arg(manifest).arg("--target-dir").arg(target()?).args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

fn docs() -> Outcome {
    succeed(cargo(&["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn tests() -> Outcome {
    // A snapshot that differs fails at once and writes nothing, here as in CI.
    succeed(cargo(&["test", "--workspace", "--locked"]).env("INSTA_UPDATE", "no"))
}
