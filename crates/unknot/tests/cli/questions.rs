//! The question board as its owner runs it: served, asked, answered while it is served, mailed, killed.

use crate::smtp::{Breaks, MailServer};
use crate::support::{Ran, arg, dir, unknot};
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

const EMAIL: &str = "ann.onymous@hidden.example";

/// `unknot serve --questions`; killed at the end if it is still there.
struct Board {
    child: Child,
    /// Where the proxy would lead.
    address: String,
    data: PathBuf,
    said: PathBuf,
}

impl Board {
    fn start(data: &Path, settings: &Path) -> Board {
        let said = data.with_file_name("said");
        let err = fs::OpenOptions::new().append(true).create(true).open(&said).expect("a file");
        let mut command = Command::new(env!("CARGO_BIN_EXE_unknot"));
        command.args([
            "serve",
            "--bind",
            "127.0.0.1:0",
            "--no-open",
            "--data",
            arg(data),
            "--questions",
            arg(settings),
        ]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(err).spawn().expect("it starts");
        let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        let line = lines.find_map(|line| line.ok().filter(|line| line.contains("Questions are taken")));
        let line = line.expect("it says where questions are taken");
        let address = line.split("must lead to ").nth(1).and_then(|rest| rest.split(';').next()).expect("an address");
        Board { child, address: address.to_owned(), data: data.to_owned(), said }
    }

    fn send(&self, method: &str, path: &str, from: &str, body: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: ask.example.org\r\nOrigin: https://ask.example.org\r\nX-Forwarded-For: {from}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
        .expect("sent");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    fn get(&self, path: &str) -> String {
        self.send("GET", path, "", "")
    }

    /// As many people ask, each after reading the form for as long as one must.
    fn asked(&self, people: usize) {
        let form = || {
            let page = self.get("/questions/ask");
            let form = page.split("name=\"form\" value=\"").nth(1).expect("a form");
            form.split('"').next().expect("its end").to_owned()
        };
        let forms: Vec<String> = (0..people).map(|_| form()).collect();
        thread::sleep(Duration::from_millis(3_100));
        for (at, form) in forms.iter().enumerate() {
            let email = EMAIL.replace('@', "%40");
            let text = "It+hurts+down+the+leg+when+I+sit.+Why%3F";
            let body = format!("no_sign=yes&topic=tools&name=Ann+{at}&email={email}&text={text}&website=&form={form}");
            let answer = self.send("POST", "/questions/ask", &format!("192.0.2.{at}"), &body);
            assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
        }
    }

    fn questions(&self, args: &[&str], input: &str) -> Ran {
        unknot(&[&["questions"], args, &["--data", arg(&self.data)]].concat(), input)
    }

    fn show(&self, id: usize) -> Value {
        self.questions(&["show", &id.to_string(), "--json"], "").json()
    }

    /// Waits until the answer to a question is so far; at most ten seconds.
    fn mail_becomes(&self, id: usize, state: &str) {
        let is = (0..200).any(|_| {
            thread::sleep(Duration::from_millis(50));
            self.show(id)["mail"] == state
        });
        assert!(is, "{} instead of {state}: {}", self.show(id)["mail"], fs::read_to_string(&self.said).expect("read"));
    }

    fn kill(&mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }
}

impl Drop for Board {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Settings of a board in a directory of its own, with `more`.
fn settings(name: &str, more: &str) -> (PathBuf, PathBuf) {
    let dir = dir(&format!("questions-{name}"));
    let file = dir.join("board.toml");
    let board = "url = \"https://ask.example.org\"\nbind = \"127.0.0.1:0\"\nowner = \"Jo Doe, physiotherapist\"\n";
    fs::write(&file, format!("{board}{more}")).expect("written");
    (dir.join("data"), file)
}

fn smtp(server: &MailServer) -> String {
    let port = server.port;
    format!("[smtp]\nhost = \"127.0.0.1\"\nport = {port}\nsecurity = \"none\"\nfrom = \"Unknot <ask@example.org>\"\n")
}

#[test]
fn asked_answered_while_it_is_served_mailed_and_read() {
    let mail = MailServer::start(Breaks::Never);
    let (data, file) = settings("story", &(smtp(&mail) + "user = \"knot\"\npassword_file = \"password\"\n"));
    fs::write(file.with_file_name("password"), "open sesame\n").expect("written");
    let board = Board::start(&data, &file);
    board.asked(8);

    let mut seen = vec![board.questions(&["list"], ""), board.questions(&["list", "--waiting", "--json"], "")];
    assert_eq!(seen[0].out.lines().count(), 8, "{:?}", seen[0]);
    assert!(seen[0].out.contains("waiting    tools  Ann 3: It hurts down the leg"), "{}", seen[0].out);
    // Four at a time, while the server reads and writes too.
    let answers: Vec<Ran> = thread::scope(|scope| {
        let answer = |id: usize| board.questions(&["answer", &id.to_string(), "-", "--publish"], "Mostly.\n\nYes.\n");
        let running: Vec<_> =
            (0..4).map(|part| scope.spawn(move || [answer(2 * part + 1), answer(2 * part + 2)])).collect();
        running.into_iter().flat_map(|running| running.join().expect("it ends")).collect()
    });
    assert!(answers.iter().all(|ran| ran.code == Some(0)), "{answers:?}");
    seen.extend(answers);
    for id in 1..=8 {
        board.mail_becomes(id, "sent");
    }
    assert_eq!(mail.mails().len(), 8, "each is mailed once");
    let page = board.get("/questions/");
    assert_eq!((page.matches("<article").count(), page.matches("<p>Mostly.</p>\n<p>Yes.</p>").count()), (8, 8));

    seen.push(board.questions(&["show", "1"], ""));
    seen.push(board.questions(&["hide", "1"], ""));
    seen.push(board.questions(&["topic", "2", "gluteus_minimus"], ""));
    seen.push(board.questions(&["delete", "3"], ""));
    assert!(seen.iter().all(|ran| ran.code == Some(0)), "{seen:?}");
    assert!(board.get("/questions/1").starts_with("HTTP/1.1 404"));
    assert!(board.get("/questions/3").starts_with("HTTP/1.1 404"));
    assert!(board.get("/questions/topic/gluteus-minimus").contains("Ann 1 asks"));
    assert_eq!(board.questions(&["publish", "1"], "").code, Some(0));
    assert!(board.get("/questions/1").contains("Mostly."));
    seen.push(unknot(&["verify", "--data", arg(&data)], ""));
    assert!(seen.last().expect("one").out.contains("and 7 questions"), "{seen:?}");

    let said = fs::read_to_string(&board.said).expect("read");
    let all: String = seen.iter().map(|ran| ran.out.clone() + &ran.err).collect::<String>()
        + &said
        + &board.get("/questions/feed.xml");
    for secret in ["hidden.example", "onymous", "sesame"] {
        assert!(!all.contains(secret), "{secret} in {all}");
    }
    for name in ["unknot.db", "unknot.db-wal"] {
        let bytes = fs::read(data.join(name)).unwrap_or_default();
        assert!(!bytes.windows(EMAIL.len()).any(|window| window == EMAIL.as_bytes()), "all were mailed: {name}");
    }
}

#[test]
fn killed_while_a_mail_is_handed_over_it_neither_loses_nor_doubles_it() {
    let silent = MailServer::start(Breaks::KeepsSilent);
    let (data, file) = settings("killed", &smtp(&silent));
    let mut board = Board::start(&data, &file);
    board.asked(1);
    board.questions(&["answer", "1", "-"], "Mostly.");
    board.mail_becomes(1, "handing");
    let has_it = (0..200).any(|_| {
        thread::sleep(Duration::from_millis(50));
        silent.mails().len() == 1
    });
    assert!(has_it, "it has it, though nobody knows");
    board.kill();

    let works = MailServer::start(Breaks::Never);
    let text = fs::read_to_string(&file).expect("read").replace(&silent.port.to_string(), &works.port.to_string());
    fs::write(&file, text).expect("written");
    let board = Board::start(&data, &file);
    board.mail_becomes(1, "unsure");
    assert!(board.questions(&["list", "--mail"], "").out.contains("[mail unsure]"));
    // Two looks for something to send.
    thread::sleep(Duration::from_millis(4_500));
    assert_eq!(works.mails().len(), 0, "nothing goes out twice by itself");
    assert_eq!(board.show(1)["answer"], "Mostly.");
    assert!(fs::read_to_string(&board.said).expect("read").contains("unknot questions list --mail"));

    assert_eq!(board.questions(&["mail", "1", "--again"], "").code, Some(0));
    board.mail_becomes(1, "sent");
    let id =
        |mails: Vec<String>| mails[0].lines().find(|line| line.starts_with("Message-ID: ")).expect("an id").to_owned();
    assert_eq!(id(silent.mails()), id(works.mails()), "whoever got both can tell that they are one");
    let twice = board.questions(&["mail", "1", "--again"], "");
    assert_eq!(twice.code, Some(2));
    assert!(twice.err.contains("nothing to decide"), "{}", twice.err);
}

#[test]
fn killed_at_any_moment_an_answer_is_there_whole_or_not_at_all() {
    let (data, file) = settings("atomic", "");
    let board = Board::start(&data, &file);
    board.asked(8);
    let mut done = 0;
    for id in 1..=8_u64 {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unknot"));
        command.args(["questions", "answer", &id.to_string(), "-", "--publish", "--data", arg(&data)]);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts");
        child.stdin.take().expect("a pipe").write_all("Mostly. ".repeat(500).as_bytes()).expect("written");
        thread::sleep(Duration::from_micros(2_000 + id * id * 900));
        let _ = child.kill();
        child.wait().expect("gone");
        let question = board.show(id as usize);
        let whole = question["answer"].as_str().is_some_and(|answer| answer.len() == 3999);
        assert_eq!(
            (question["published"].as_bool(), question["answer"].is_null()),
            (Some(whole), !whole),
            "{question}"
        );
        let shown = board.get(&format!("/questions/{id}")).starts_with("HTTP/1.1 200");
        assert_eq!(shown, whole, "{id}");
        done += u64::from(whole);
    }
    assert!(unknot(&["verify", "--data", arg(&data)], "").code == Some(0), "after {done} of 8 were done");
}

#[test]
fn settings_that_cannot_be_used_are_told_without_what_stands_there() {
    let (data, file) = settings("bad", "");
    let good = fs::read_to_string(&file).expect("read");
    let mail = |more: &str| format!("{good}[smtp]\nhost = \"mail.example.org\"\nfrom = \"ask@example.org\"\n{more}\n");
    for (text, message) in [
        (good.replace("https", "http"), "readable on its way"),
        (good.replace(".org", ".org/ask"), "no address of a site"),
        (good.replace("127.0.0.1:0", "here"), "line 2"),
        (good.replace("Jo Doe, physiotherapist", " "), "owner is empty"),
        (good.replace("owner", "ownr"), "line 3"),
        (mail("password = \"sesame\""), "line 7"),
        (mail("security = \"none\""), "readable on its way"),
        (mail("security = \"ssl\""), "line 7"),
        (mail("user = \"ask\""), "password"),
        (mail("user = \"ask\"\npassword_file = \"nowhere\""), "nowhere"),
        (mail("").replace("ask@", "ask"), "from"),
    ] {
        fs::write(&file, &text).expect("written");
        let ran = unknot(
            &["serve", "--no-open", "--bind", "127.0.0.1:0", "--data", arg(&data), "--questions", arg(&file)],
            "",
        );
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{text}: {}", ran.err);
        assert!(ran.err.contains(message) && !ran.err.contains("sesame"), "{message}: {}", ran.err);
        assert!(!data.exists(), "nothing is made");
    }
}

#[test]
fn what_the_owner_types_wrongly_is_told_and_changes_nothing() {
    let (data, file) = settings("typed", "");
    let nothing = unknot(&["questions", "list", "--data", arg(&data)], "");
    assert_eq!(nothing.code, Some(2));
    assert!(nothing.err.contains("there are no records in"), "{}", nothing.err);
    let board = Board::start(&data, &file);
    assert_eq!(board.questions(&["list"], "").out, "No questions.\n");
    board.asked(1);
    for (args, input, message) in [
        (&["show", "7"][..], "", "there is no question 7"),
        (&["show", "x"], "", "invalid"),
        (&["answer", "7", "-"], "Mostly.", "there is no question 7"),
        (&["answer", "1", "-"], " \n", "the answer is empty"),
        (&["answer", "1", "no-such-file"], "", "cannot read no-such-file"),
        (&["publish", "1"], "", "has no answer yet"),
        (&["topic", "1", "gluteus-minimuss"], "", "did you mean gluteus-minimus"),
        (&["topic", "1", "questions"], "", "there is no topic"),
        (&["mail", "1"], "", "--again"),
        (&["mail", "1", "--again"], "", "nothing to decide"),
        (&["delete", "7"], "", "there is no question 7"),
        (&["list", "--topic", "nowhere"], "", "there is no topic"),
    ] {
        let ran = board.questions(args, input);
        assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{args:?}: {}", ran.err);
        assert!(ran.err.contains(message), "{args:?}: {}", ran.err);
    }
    assert_eq!((board.show(1)["answer"].is_null(), board.show(1)["topic"].as_str()), (true, Some("tools")));
}
