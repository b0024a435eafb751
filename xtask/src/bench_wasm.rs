//! `cargo xtask bench wasm`: the same cases natively and as WebAssembly under Node; times, and every bit.

use crate::Outcome;
use crate::cargo::{cargo, output, root, succeed, target};
use crate::wasm::{TARGET, Toolchain};
use serde_json::json;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The least of so many runs counts.
const RUNS: &str = "9";
/// WebAssembly may take so many times as long in all.
const PROMISED: f64 = 2.5;

/// What one half measured of a case.
#[derive(Debug, PartialEq)]
struct Line {
    milliseconds: f64,
    hash: String,
}

/// Builds both halves, runs them and compares.
///
/// # Errors
/// If one does not build or run, if a bit differs, or if WebAssembly takes longer than promised.
pub(crate) fn bench() -> Outcome {
    let toolchain = Toolchain::find()?;
    let here = root().join("tools").join("wasm-bench");
    succeed(toolchain.build("release").arg("--lib").current_dir(&here))?;
    let built = toolchain.target_dir().join(TARGET).join("release").join("wasm_bench.wasm");

    let manifest = here.join("Cargo.toml");
    let native = native_dir();
    let build = ["build", "--release", "--locked", "--manifest-path"];
    succeed(cargo(&build).arg(&manifest).arg("--target-dir").arg(&native))?;
    let program = native.join("release").join(format!("wasm-bench{}", std::env::consts::EXE_SUFFIX));

    let native = lines(&output(Command::new(program).arg(RUNS).stdin(Stdio::null()))?)?;
    let mut node = Command::new("node");
    node.arg(here.join("run.mjs")).arg(built).arg(RUNS).stdin(Stdio::null());
    let wasm = lines(&output(&mut node)?)?;
    keep(&native, &wasm)?;
    compare(&native, &wasm)
}

/// Leaves what was measured to `cargo xtask docs`.
fn keep(native: &[Line], wasm: &[Line]) -> Outcome {
    let total = |lines: &[Line]| lines.iter().map(|line| line.milliseconds).sum::<f64>();
    let differ = native.iter().zip(wasm).filter(|(n, w)| n.hash != w.hash).count();
    let found = json!({
        "cases": native.len(), "native_ms": total(native), "wasm_ms": total(wasm), "promised": PROMISED, "differ": differ
    });
    let file = target()?.join("wasm.json");
    fs::write(&file, format!("{found:#}\n")).map_err(|error| format!("{}: {error}", file.display()))
}

fn native_dir() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from).join("wasm-native")
}

fn lines(text: &[u8]) -> Result<Vec<Line>, String> {
    let line = |line: &str| {
        let (milliseconds, hash) = line.split_once(' ')?;
        Some(Line { milliseconds: milliseconds.parse().ok()?, hash: hash.to_owned() })
    };
    let text = String::from_utf8_lossy(text);
    text.lines().map(|it| line(it).ok_or_else(|| format!("not a time and a hash: `{it}`"))).collect()
}

fn compare(native: &[Line], wasm: &[Line]) -> Outcome {
    if native.is_empty() || native.len() != wasm.len() {
        return Err(format!("{} cases natively, {} as WebAssembly", native.len(), wasm.len()));
    }
    let total = |lines: &[Line]| lines.iter().map(|line| line.milliseconds).sum::<f64>();
    let (native_ms, wasm_ms) = (total(native), total(wasm));
    let ratio = wasm_ms / native_ms;
    eprintln!("{} cases: native {native_ms:.1} ms, WebAssembly {wasm_ms:.1} ms", native.len());
    eprintln!("ratio {ratio:.2} (promised {PROMISED})");
    let mut ratios: Vec<f64> = native.iter().zip(wasm).map(|(n, w)| w.milliseconds / n.milliseconds).collect();
    ratios.sort_by(f64::total_cmp);
    eprintln!(
        "ratio of a case: least {:.2}, median {:.2}, most {:.2}",
        ratios[0],
        ratios[ratios.len() / 2],
        ratios[ratios.len() - 1]
    );
    let differ = native.iter().zip(wasm).filter(|(n, w)| n.hash != w.hash).count();
    if differ > 0 {
        return Err(format!("{differ} cases of {} differ in their bits", native.len()));
    }
    eprintln!("all posteriors are the same to the last bit");
    (ratio <= PROMISED).then_some(()).ok_or_else(|| format!("WebAssembly takes {ratio:.2} times as long"))
}

#[cfg(test)]
mod tests {
    use super::{compare, lines};

    #[test]
    fn bits_and_times_are_compared() {
        let of = |text: &str| lines(text.as_bytes()).unwrap_or_default();
        let native = of("1.0 ab\n2.0 cd\n");
        assert_eq!(native.len(), 2);
        for (wasm, fine) in
            [("2.0 ab\n4.0 cd", true), ("2.0 ab\n4.0 ce", false), ("4.0 ab\n4.0 cd", false), ("2.0 ab", false)]
        {
            assert_eq!(compare(&native, &of(wasm)).is_ok(), fine, "{wasm}");
        }
        assert!(lines(b"no time").is_err());
    }
}
