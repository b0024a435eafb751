//! Runs the binary.

use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, thread};

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// Its output as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("no JSON: {error}\n{self:#?}"))
    }
}

/// Runs `unknot` with arguments and a text on standard input.
pub(crate) fn unknot(args: &[&str], input: impl AsRef<[u8]>) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_unknot"));
    command.args(args);
    run(&mut command, input.as_ref())
}

/// Runs a command with a text on standard input.
pub(crate) fn run(command: &mut Command, input: &[u8]) -> Ran {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    thread::scope(|scope| {
        scope.spawn(move || {
            // It may end before it has read everything.
            let _ = stdin.write_all(input);
        });
        let output = child.wait_with_output().expect("it ends");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ran { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    })
}

/// An empty directory of one's own.
pub(crate) fn dir(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("a directory");
    dir
}

/// The guide of this repository.
pub(crate) fn guide_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../guide")
}

/// Copies a directory with all that is in it.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a directory");
    for entry in fs::read_dir(from).expect("a directory") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// A path as an argument.
pub(crate) fn arg(path: &Path) -> &str {
    path.to_str().expect("UTF-8")
}

/// Buttock and calf on the right.
pub(crate) const CASE: &str = r#"{"person": {"age": 48, "sex": "female"}, "onset_days": 90, "pain_by": "drawing",
 "gate": {"cauda_equina.saddle": "no", "cauda_equina.bladder": "no"}, "cautions": [],
 "pain": [{"zone": "buttock_low_med", "side": "right", "intensity": 6, "share": 0.5, "quality": ["ache"]},
          {"zone": "calf_post", "side": "right"}],
 "answers": [{"question": "worse_sitting", "side": "right", "answer": "yes"}],
 "presses": [{"source": "gmin_post", "side": "right", "tenderness": 6, "familiar": "yes"},
             {"control": "neutral", "tenderness": 1, "familiar": "no"}],
 "releases": [{"source": "gmed_trp2", "side": "right", "pain_before": 6, "pain_after": 3}]}"#;

/// The same with every ask of the gate answered with no, and other keys set.
pub(crate) fn complete(changes: &[(&str, Value)]) -> String {
    let export = unknot(&["guide", "export"], "").json();
    let mut case: Value = serde_json::from_str(CASE).expect("a case");
    for ask in export["asks"].as_array().expect("asks") {
        case["gate"][ask["id"].as_str().expect("id")] = "no".into();
    }
    for (key, value) in changes {
        case[*key] = value.clone();
    }
    case.to_string()
}
