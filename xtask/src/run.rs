//! `cargo xtask run`: the app on this machine. `cargo xtask example`: a worked example from examples/.

use crate::cargo::{built, root, succeed};
use crate::{Outcome, app};
use std::process::{Command, Stdio};

const ADDRESS: &str = "127.0.0.1:4747";
const EXAMPLE: &str = "examples/3-minimus-down-the-leg.json";

/// Builds the app and the program, and serves until it is stopped.
///
/// # Errors
/// If something does not build, or the address is taken.
pub(crate) fn run() -> Outcome {
    app::build()?;
    // After the app, as the program carries the app's files.
    let unknot = built()?;
    eprintln!("\n$ unknot serve --bind {ADDRESS}\n");
    succeed(Command::new(&unknot).args(["serve", "--bind", ADDRESS]).current_dir(root()).stdin(Stdio::null()))
}

/// Builds Unknot and answers the example: assessment and plan.
///
/// # Errors
/// If it does not build or does not answer.
pub(crate) fn example() -> Outcome {
    let unknot = built()?;
    let plan = ["plan", EXAMPLE, "--minutes", "15", "--tools", "tennis_ball", "--surfaces", "wall,floor"];
    for args in [&["assess", EXAMPLE][..], &plan] {
        eprintln!("\n$ unknot {}\n", args.join(" "));
        succeed(Command::new(&unknot).args(args).current_dir(root()).stdin(Stdio::null()))?;
    }
    eprintln!("\nThe program is {}; `unknot --help` says what else it can do.", unknot.display());
    Ok(())
}
