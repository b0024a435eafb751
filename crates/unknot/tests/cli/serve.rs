//! The app's server as a person runs it: started, stopped, killed.

use crate::support::{Ran, arg, dir, unknot};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

/// `unknot serve` on a free port; killed at the end if it is still there.
struct Serving {
    child: Child,
    address: String,
    cookie: String,
    dir: PathBuf,
}

impl Serving {
    fn start(dir: &Path) -> Serving {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unknot"));
        command.args(["serve", "--bind", "127.0.0.1:0", "--no-open", "--data", arg(dir)]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("it starts");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
        let url = first.trim().strip_prefix("Unknot: http://").expect("an address");
        let (address, key) = url.split_once("/api/open?key=").expect("a key");
        let port = address.rsplit_once(':').expect("a port").1;
        let cookie = format!("unknot-{port}={key}");
        Serving { child, address: address.to_owned(), cookie, dir: dir.to_owned() }
    }

    /// Asks as a page of the app does. None if it is gone.
    fn ask(&self, method: &str, path: &str, body: &str) -> Option<Value> {
        let Serving { address, cookie, .. } = self;
        let mut stream = TcpStream::connect(address).ok()?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {cookie}\r\n\
             Content-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .ok()?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
        serde_json::from_str(answer.split_once("\r\n\r\n")?.1).ok()
    }

    fn vault(&self) -> String {
        let answer = self.ask("GET", "/api/vault", "").expect("an answer");
        answer["vault"].as_str().expect("a vault").to_owned()
    }

    /// Sends the next record; true once it is said to be kept.
    fn send(&self, vault: &str, number: u64) -> bool {
        let body = json!({ "vault": vault, "records": [record(number)] });
        let answer = self.ask("POST", "/api/records", &body.to_string());
        answer.is_some_and(|answer| answer["have"][DEVICE] == number)
    }

    fn records(&self) -> Vec<Value> {
        let answer = self.ask("GET", &format!("/api/records?vault={}", self.vault()), "").expect("an answer");
        answer["records"].as_array().expect("records").clone()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

const DEVICE: &str = "00000000-0000-0000-0000-0000000000d1";

fn record(number: u64) -> Value {
    let id = format!("01900000-0000-7000-8000-{number:012}");
    json!({ "device": DEVICE, "number": number, "id": id, "at_ms": 1_795_572_600_123_u64, "payload": "c29yZQ==" })
}

/// A folder that holds some records.
pub(crate) fn with_records(name: &str, last: u64) -> PathBuf {
    let serving = Serving::start(&dir(name).join("data"));
    let vault = serving.vault();
    assert!((1..=last).all(|number| serving.send(&vault, number)));
    serving.dir.clone()
}

#[test]
fn killed_between_records_it_loses_nothing_it_said_was_kept() {
    let data = dir("serve-kill").join("data");
    let mut kept = 0;
    for trial in 0..6 {
        let mut serving = Serving::start(&data);
        let found = serving.records();
        assert!(found.len() as u64 >= kept, "trial {trial}: {kept} were kept, {} are there", found.len());
        assert_eq!(found, (1..=found.len() as u64).map(record).collect::<Vec<_>>());
        kept = found.len() as u64;
        let vault = serving.vault();
        let mut killed = Some(Duration::from_micros(3_000 + 17_000 * trial));
        kept = thread::scope(|scope| {
            let sender = &serving;
            let sending = (kept + 1..).map_while(move |number| sender.send(&vault, number).then_some(number));
            let mut last = kept;
            let pid = serving.child.id().to_string();
            for number in sending {
                last = number;
                if let Some(after) = killed.take() {
                    let pid = pid.clone();
                    scope.spawn(move || {
                        thread::sleep(after);
                        let status = Command::new("kill").args(["-9", &pid]).status().expect("kill runs");
                        assert!(status.success());
                    });
                }
            }
            last
        });
        serving.child.wait().expect("gone");
    }
    assert!(kept >= 6, "only {kept} records in all trials");
}

#[cfg(unix)]
#[test]
fn told_to_stop_it_ends_well_and_leaves_one_file() {
    for signal in ["-INT", "-TERM"] {
        let data = dir("serve-stop").join("data");
        let mut serving = Serving::start(&data);
        let vault = serving.vault();
        assert!(serving.send(&vault, 1));
        // A browser keeps its connection open.
        let open = TcpStream::connect(&serving.address).expect("it listens");
        let status = Command::new("kill").args([signal, &serving.child.id().to_string()]).status().expect("kill runs");
        assert!(status.success());
        assert_eq!(serving.child.wait().expect("it ends").code(), Some(0), "{signal}");
        drop(open);
        assert!(!data.join("unknot.db-wal").exists(), "{signal}");
    }
}

#[test]
fn what_stands_in_the_way_is_told_with_the_way_out() {
    let data = dir("serve-taken").join("data");
    let serving = Serving::start(&data);
    let other = data.with_file_name("other");
    let ran = |args: &[&str]| -> Ran { unknot(&[&["serve", "--no-open"], args].concat(), "") };

    let taken = ran(&["--bind", &serving.address, "--data", arg(&other)]);
    assert_eq!((taken.code, taken.out.as_str()), (Some(1), ""));
    assert!(
        taken.err.contains("another program has") && taken.err.contains("unknot serve --bind 127.0.0.1:"),
        "{}",
        taken.err
    );

    let twice = ran(&["--bind", "127.0.0.1:0", "--data", arg(&data)]);
    assert_eq!(twice.code, Some(1));
    assert!(twice.err.contains("running already") && twice.err.contains("hint:"), "{}", twice.err);

    let nowhere = data.with_file_name("nowhere");
    for (args, message) in [
        (&["--bind", "0.0.0.0:0"][..], "can be reached by other machines"),
        (&["--bind", "localhost"], "invalid"),
        (&["--guide", "my-guide"], "leave out --guide"),
    ] {
        let bad = ran(&[args, &["--data", arg(&nowhere)]].concat());
        assert_eq!((bad.code, bad.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(bad.err.contains(message), "{}", bad.err);
        assert!(!nowhere.exists(), "{args:?}: nothing is made");
    }
}

#[test]
fn damaged_records_are_not_served() {
    let data = with_records("serve-damaged", 3);
    let database = data.join("unknot.db");
    let _ = fs::remove_file(data.join("unknot.db-wal"));
    fs::write(&database, &fs::read(&database).expect("read")[..5000]).expect("written");
    let ran = unknot(&["serve", "--no-open", "--bind", "127.0.0.1:0", "--data", arg(&data)], "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""));
    assert!(ran.err.contains("damaged") && ran.err.contains("unknot restore"), "{}", ran.err);
}
