//! Is the compiler new enough?

use crate::Outcome;
use crate::cargo::output;
use std::process::Command;

/// Compares the compiler with the workspace's `rust-version`.
///
/// # Errors
/// If it is older, or cannot be asked.
pub(crate) fn check() -> Outcome {
    let needed = env!("CARGO_PKG_RUST_VERSION");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let says = String::from_utf8_lossy(&output(Command::new(rustc).arg("--version"))?).into_owned();
    let found = says.split_whitespace().nth(1).unwrap_or_default();
    eprintln!("{}, at least {needed} is needed", says.trim());
    let enough = numbers(found) >= numbers(needed);
    let how = "get a newer one from https://rustup.rs (`rustup update stable`) or your system's packages";
    enough.then_some(()).ok_or_else(|| format!("Rust {needed} or newer is needed, this is {found}; {how}"))
}

/// `1.95.0-nightly` as `[1, 95, 0]`.
fn numbers(version: &str) -> Vec<u32> {
    let plain = version.split('-').next().unwrap_or_default();
    plain.split('.').map(|number| number.parse().unwrap_or(0)).collect()
}

#[cfg(test)]
mod tests {
    use super::numbers;

    #[test]
    fn versions_compare_by_number() {
        for (found, needed, enough) in [
            ("1.95.0", "1.88", true),
            ("1.88.0", "1.88", true),
            ("1.9.0", "1.88", false),
            ("1.89.0-nightly", "1.88", true),
        ] {
            assert_eq!(numbers(found) >= numbers(needed), enough, "{found}");
        }
    }
}
