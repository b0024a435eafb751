//! What this machine says, and what it can be asked to install.

use crate::Outcome;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

const APT_LIMIT: Duration = Duration::from_secs(600);

/// As root, or by a `sudo` that asks nothing.
pub(crate) fn apt(args: &[&str]) -> Outcome {
    let root = says(Command::new("id").arg("-u")).as_deref() == Some("0");
    let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
    if !root {
        command.args(["-n", "apt-get"]);
    }
    limited(command.args(args).env("DEBIAN_FRONTEND", "noninteractive"), APT_LIMIT)
}

/// What a command prints, trimmed; nothing if it fails.
pub(crate) fn says(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command, but ends it when its time is up.
pub(crate) fn limited(command: &mut Command, limit: Duration) -> Outcome {
    const STEP: Duration = Duration::from_millis(100);
    let quiet = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = quiet.spawn().map_err(|error| error.to_string())?;
    let mut left = limit;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success().then_some(()).ok_or_else(|| status.to_string()),
            Ok(None) if !left.is_zero() => {
                thread::sleep(STEP);
                left = left.saturating_sub(STEP);
            }
            _ => {
                let _ = child.kill();
                let _ = child.wait();
                return Err("it took too long".to_owned());
            }
        }
    }
}
