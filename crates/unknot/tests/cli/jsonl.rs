//! `assess --jsonl`: one case a line in, one answer a line out, in order.

use crate::support::{CASE, unknot};
use serde_json::Value;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

fn one_line(case: &str) -> String {
    case.replace('\n', " ")
}

fn answers(out: &str) -> Vec<Value> {
    out.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

#[test]
fn each_line_is_answered_as_if_alone() {
    let other = r#"{"pain": [{"zone": "sacrum"}]}"#;
    let cases: Vec<String> = (0..40).map(|n| if n % 3 == 0 { one_line(CASE) } else { other.to_owned() }).collect();
    let ran = unknot(&["assess", "--jsonl", "-"], cases.join("\n"));
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""));
    let alone = [CASE, other].map(|case| unknot(&["assess", "-", "--json"], case).json());
    let answers = answers(&ran.out);
    assert_eq!(answers.len(), cases.len());
    for (n, answer) in answers.iter().enumerate() {
        assert_eq!(*answer, alone[usize::from(n % 3 != 0)], "line {}", n + 1);
    }
}

#[test]
fn a_bad_line_gives_an_error_in_its_place_and_exit_2() {
    let good = one_line(CASE);
    let long = format!("{}{good}", " ".repeat(1_000_000));
    let lines =
        [good.as_str(), "", "{\"pain\": [}", r#"{"pain": [{"zone": "calf_pst", "side": "left"}]}"#, &long, &good];
    let ran = unknot(&["assess", "--jsonl", "-"], lines.join("\n") + "\n");
    assert_eq!((ran.code, ran.err.as_str()), (Some(2), ""));
    let answers = answers(&ran.out);
    assert_eq!(answers.len(), lines.len());
    for (at, column, message, hint) in [
        (1, 1, "nothing in it", ""),
        (2, 11, "expected a value", ""),
        (3, 20, "no zone", "did you mean \"calf_post\"?"),
        (4, 1, "at most 1 MB", ""),
    ] {
        let error = &answers[at]["error"];
        assert_eq!((&error["line"], &error["column"]), (&(at + 1).into(), &column.into()), "{error}");
        assert!(error["message"].as_str().is_some_and(|text| text.contains(message)), "{error}");
        assert!(error["hint"].as_str().is_some_and(|text| text.contains(hint)), "{error}");
    }
    for at in [0, 5] {
        assert_eq!(answers[at]["gate"]["state"], "incomplete");
    }
}

#[test]
fn no_line_no_answer() {
    for input in ["", "\n", "  \n"] {
        let ran = unknot(&["assess", "--jsonl", "-"], input);
        assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""), "{input:?}");
    }
}

#[test]
fn an_answer_comes_before_the_next_case_is_sent() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_unknot"))
        .args(["assess", "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut to = child.stdin.take().expect("a pipe");
    let mut from = BufReader::new(child.stdout.take().expect("a pipe"));
    for _ in 0..2 {
        writeln!(to, "{}", one_line(CASE)).expect("it reads");
        let mut answer = String::new();
        from.read_line(&mut answer).expect("it answers");
        assert!(answer.starts_with("{\"gate\""), "{answer}");
    }
    drop(to);
    assert!(child.wait().expect("it ends").success());
}

#[test]
fn it_ends_quietly_when_nobody_reads_on() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_unknot"))
        .args(["assess", "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    drop(child.stdout.take());
    let mut to = child.stdin.take().expect("a pipe");
    // It may be gone before it has all of it.
    for _ in 0..200 {
        let _ = writeln!(to, "{}", one_line(CASE));
    }
    drop(to);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}
