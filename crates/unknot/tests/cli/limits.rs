//! Hostile input: exit code 2 within a second and 200 MB.

use crate::support::{arg, dir, run};
use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

/// Most memory, kB.
const MEMORY_KB: u32 = 200_000;
const TIME: Duration = Duration::from_secs(1);

#[test]
fn hostile_files_are_refused_quickly_and_in_little_memory() {
    let dir = dir("limits");
    let brackets = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    let nested = "{\"pain\":".repeat(100_000);
    let table: [(&str, Vec<u8>); 9] = [
        ("large", vec![b' '; 50_000_000]),
        ("large-one-string", [b"{\"pain\": \"".to_vec(), vec![b'x'; 50_000_000]].concat()),
        ("brackets", brackets.clone().into_bytes()),
        ("brackets-as-pain", format!("{{\"pain\": {brackets}}}").into_bytes()),
        ("nested", nested.into_bytes()),
        ("binary", (0..=255).cycle().take(900_000).collect()),
        ("cut-off", b"{\"pain\": [{\"zone\": \"calf_post\", \"si".to_vec()),
        ("empty", Vec::new()),
        ("many-keys", format!("{{{}}}", "\"a\":1,".repeat(150_000).trim_end_matches(',')).into_bytes()),
    ];
    for (name, bytes) in &table {
        let path = dir.join(name);
        fs::write(&path, bytes).expect("a file");
        for args in [&["assess", arg(&path)][..], &["assess", arg(&path), "--json"], &["assess", "--jsonl", arg(&path)]]
        {
            // An empty stream of cases is no mistake.
            let code = if *name == "empty" && args.contains(&"--jsonl") { 0 } else { 2 };
            limited(name, args, code);
        }
    }
    let _ = fs::remove_dir_all(dir);
}

#[test]
fn a_case_of_just_1_mb_is_answered() {
    let dir = dir("limits-megabyte");
    let path = dir.join("case.json");
    let case = r#"{"pain": [{"zone": "sacrum"}]}"#;
    fs::write(&path, format!("{case}{}", " ".repeat(1_000_000 - case.len()))).expect("a file");
    limited("1 MB", &["assess", arg(&path), "--json"], 0);
    let _ = fs::remove_dir_all(dir);
}

#[expect(clippy::disallowed_methods, reason = "the time it takes is what is tested")]
fn limited(name: &str, args: &[&str], code: i32) {
    let mut command = if cfg!(target_os = "linux") {
        // RLIMIT_DATA counts what a program really may write to.
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -d {MEMORY_KB} && exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_unknot")]);
        shell
    } else {
        Command::new(env!("CARGO_BIN_EXE_unknot"))
    };
    let start = Instant::now();
    let ran = run(command.args(args), b"");
    let took = start.elapsed();
    assert_eq!(ran.code, Some(code), "{name} {args:?}: {}", ran.err);
    assert!(took < TIME, "{name} {args:?}: {took:?}");
    assert!(ran.err.len() < 1_000, "{name}: a short message: {}", ran.err);
}
