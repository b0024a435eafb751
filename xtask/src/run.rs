//! `cargo xtask run`: a worked example from examples/.

use crate::Outcome;
use crate::cargo::{built, root, succeed};
use std::process::{Command, Stdio};

const EXAMPLE: &str = "examples/3-minimus-down-the-leg.json";

/// Builds Unknot and answers the example.
///
/// # Errors
/// If it does not build or does not answer.
pub(crate) fn run() -> Outcome {
    let unknot = built()?;
    let plan = ["plan", EXAMPLE, "--minutes", "15", "--tools", "tennis_ball", "--surfaces", "wall,floor"];
    for args in [&["assess", EXAMPLE][..], &plan] {
        eprintln!("\n$ unknot {}\n", args.join(" "));
        succeed(Command::new(&unknot).args(args).current_dir(root()).stdin(Stdio::null()))?;
    }
    eprintln!("\nThe program is {}; `unknot --help` says what else it can do.", unknot.display());
    Ok(())
}
