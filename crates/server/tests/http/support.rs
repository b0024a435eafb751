//! A server on a free port, and a browser of a few lines.

use serde_json::{Value, json};
use server::{Board, Clock, Home, Listening};
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::thread::{self, JoinHandle};
use tokio::sync::oneshot;

pub(crate) const PHONE: &str = "00000000-0000-0000-0000-0000000000d1";
/// 2026-11-25, about two in the morning.
pub(crate) const NOW: i64 = 1_795_572_600_123;

pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    /// Of the question board, if there is one.
    pub(crate) board: Option<SocketAddr>,
    pub(crate) key: String,
    pub(crate) dir: PathBuf,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// In an empty directory of one's own.
    pub(crate) fn new(name: &str) -> Server {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("server").join(name);
        let _ = fs::remove_dir_all(&dir);
        Server::at(dir)
    }

    pub(crate) fn at(dir: PathBuf) -> Server {
        Server::serving(dir, None, || NOW)
    }

    /// With a question board, at a time of its own.
    pub(crate) fn with_board(name: &str, sender: Option<mail::Sender>, clock: Clock) -> Server {
        let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("server").join(name);
        let _ = fs::remove_dir_all(&dir);
        let guide = guide::Guide::embedded("en").unwrap_or_else(|problems| panic!("{problems}"));
        let library = pages::embedded(&guide).unwrap_or_else(|problems| panic!("{problems}"));
        let board = board::Board::of(&guide, &library, "https://ask.example.org", "Jo Doe", sender.is_some());
        let bind = "127.0.0.1:0".parse().expect("an address");
        Server::serving(dir, Some(Board { board, bind, sender }), clock)
    }

    fn serving(dir: PathBuf, board: Option<Board>, clock: Clock) -> Server {
        let (stop, stopped) = oneshot::channel();
        let (ready, is_ready) = std::sync::mpsc::channel();
        let place = dir.clone();
        let thread = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime");
            runtime.block_on(async {
                let home = Home::open(&place, NOW).await.expect("open");
                let address = "127.0.0.1:0".parse().expect("an address");
                let mut listening = Listening::at(address, home, clock).await.expect("listens");
                if let Some(board) = board {
                    listening = listening.with_board(board).await.expect("listens");
                }
                let first = listening.first_address();
                ready.send((listening.address(), listening.board_address(), first)).expect("somebody waits");
                let stop = async { drop(stopped.await) };
                let told = place.join("told");
                let tell = move |message: &server::Told| {
                    let mut file = fs::OpenOptions::new().append(true).create(true).open(&told).expect("a file");
                    writeln!(file, "{message}").expect("written");
                };
                listening.serve(stop, tell).await.expect("it ends well");
            });
        });
        let (address, board, first) = is_ready.recv().expect("it starts");
        let key = first.rsplit_once("key=").expect("a key").1.to_owned();
        Server { address, board, key, dir, stop: Some(stop), thread: Some(thread) }
    }

    /// What the owner was told while it ran.
    pub(crate) fn told(&self) -> String {
        fs::read_to_string(self.dir.join("told")).unwrap_or_default()
    }

    /// Stops and gives the directory.
    pub(crate) fn stop(mut self) -> PathBuf {
        self.end();
        self.dir.clone()
    }

    fn end(&mut self) {
        if let (Some(stop), Some(thread)) = (self.stop.take(), self.thread.take()) {
            let _ = stop.send(());
            assert!(thread.join().is_ok(), "it ends well");
        }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"")
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask("POST", path, &[], body.to_string().as_bytes())
    }

    /// As a page of this server asks. `changes` replace headers; an empty value takes one away.
    pub(crate) fn ask(&self, method: &str, path: &str, changes: &[(&str, &str)], body: &[u8]) -> Answer {
        let port = self.address.port();
        let mut headers = vec![
            ("Host", self.address.to_string()),
            ("Origin", format!("http://{}", self.address)),
            ("Cookie", format!("theme=dark; unknot-{port}={}", self.key)),
            ("Content-Type", "application/json".to_owned()),
            ("Content-Length", body.len().to_string()),
            ("Connection", "close".to_owned()),
        ];
        for (name, value) in changes {
            headers.retain(|(known, _)| known != name);
            headers.push((name, (*value).to_owned()));
        }
        send(self.address, method, path, &headers, body)
    }

    /// As somebody's browser asks the board, through a proxy.
    pub(crate) fn ask_board(&self, method: &str, path: &str, changes: &[(&str, &str)], body: &[u8]) -> Answer {
        let mut headers = vec![
            ("Host", "ask.example.org".to_owned()),
            ("Origin", "https://ask.example.org".to_owned()),
            ("X-Forwarded-For", "192.0.2.7".to_owned()),
            ("Content-Type", "application/x-www-form-urlencoded".to_owned()),
            ("Content-Length", body.len().to_string()),
            ("Connection", "close".to_owned()),
        ];
        for (name, value) in changes {
            headers.retain(|(known, _)| known != name);
            headers.push((name, (*value).to_owned()));
        }
        send(self.board.expect("a board"), method, path, &headers, body)
    }

    /// The vault it keeps.
    pub(crate) fn vault(&self) -> String {
        self.get("/api/vault").json()["vault"].as_str().expect("a vault").to_owned()
    }

    /// Sends records to its vault.
    pub(crate) fn send(&self, records: &[Value]) -> Answer {
        self.post("/api/records", &json!({ "vault": self.vault(), "records": records }))
    }

    /// Its records, in order.
    pub(crate) fn records(&self) -> Vec<Value> {
        let answer = self.get(&format!("/api/records?vault={}", self.vault())).json();
        assert_eq!(answer["more"], false);
        answer["records"].as_array().expect("records").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if !thread::panicking() {
            self.end();
        }
    }
}

/// Sends a request and reads the answer. A header without a value is left out.
fn send(address: SocketAddr, method: &str, path: &str, headers: &[(&str, String)], body: &[u8]) -> Answer {
    let mut request = format!("{method} {path} HTTP/1.1\r\n");
    for (name, value) in headers.iter().filter(|(_, value)| !value.is_empty()) {
        request += &format!("{name}: {value}\r\n");
    }
    request += "\r\n";
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.write_all(request.as_bytes()).expect("sent");
    // It may answer before it has read everything.
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    Answer::read(&answer)
}

#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Answer {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("text");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Answer { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// A header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("text")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("no JSON: {error}: {self:?}"))
    }

    /// Status and kind of an error.
    pub(crate) fn error(&self) -> (u16, String) {
        let error = &self.json()["error"];
        assert!(error["message"].as_str().is_some_and(|message| message.len() > 10), "{self:?}");
        (self.status, error["kind"].as_str().expect("a kind").to_owned())
    }
}

/// A record of the phone; its content says its number.
pub(crate) fn record(number: u64) -> Value {
    // "say 1" to "say 9"
    let payload = ["c2F5IDE=", "c2F5IDI=", "c2F5IDM=", "c2F5IDQ=", "c2F5IDU="][(number - 1) as usize % 5];
    json!({
        "device": PHONE, "number": number, "id": format!("01900000-0000-7000-8000-{number:012}"),
        "at_ms": NOW + number as i64, "payload": payload,
    })
}
