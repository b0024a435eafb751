//! A mail server of a few lines, that speaks as much of SMTP as is asked of it, and breaks where it is told to.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// Where it breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Breaks {
    Never,
    /// It answers this to lines that begin so.
    Says(&'static str, &'static str),
    /// It answers this to the content.
    ToContent(&'static str),
    /// It hangs up after this many lines.
    HangsUpAfter(usize),
    /// It hangs up once it has the content.
    HangsUpAtEnd,
    /// It has the content, and never says so.
    KeepsSilent,
}

pub(crate) struct MailServer {
    pub(crate) port: u16,
    heard: Arc<Mutex<Vec<String>>>,
    mails: Arc<Mutex<Vec<String>>>,
}

impl MailServer {
    pub(crate) fn start(breaks: Breaks) -> MailServer {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let (heard, mails) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(Vec::new())));
        let (all_heard, all_mails) = (heard.clone(), mails.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // Whoever hangs up is no reason to stop.
                let _ = talk(&stream, breaks, &all_heard, &all_mails);
            }
        });
        MailServer { port, heard, mails }
    }

    /// Every line it was told, without the content.
    pub(crate) fn heard(&self) -> Vec<String> {
        self.heard.lock().expect("unbroken").clone()
    }

    /// Every message it took, or had when it hung up.
    pub(crate) fn mails(&self) -> Vec<String> {
        self.mails.lock().expect("unbroken").clone()
    }
}

fn talk(
    mut stream: &TcpStream,
    breaks: Breaks,
    heard: &Mutex<Vec<String>>,
    mails: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    stream.write_all(b"220 mail.example ESMTP\r\n")?;
    let mut count = 0;
    while let Some(line) = lines.next() {
        let line = line?;
        count += 1;
        heard.lock().expect("unbroken").push(line.clone());
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let answer = match breaks {
            Breaks::HangsUpAfter(lines) if count > lines => return Ok(()),
            Breaks::Says(begins, answer) if line.starts_with(begins) => answer,
            _ => match verb.as_str() {
                "EHLO" => "250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME",
                "AUTH" => "235 welcome",
                "MAIL" | "RCPT" | "NOOP" | "RSET" => "250 fine",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "502 what?",
            },
        };
        stream.write_all(format!("{answer}\r\n").as_bytes())?;
        if verb == "QUIT" {
            return Ok(());
        }
        if answer.starts_with("354") {
            let content: Vec<String> = lines.by_ref().map_while(Result::ok).take_while(|line| line != ".").collect();
            let content = content.iter().map(|line| line.strip_prefix('.').unwrap_or(line).to_owned() + "\n").collect();
            let answer = match breaks {
                Breaks::ToContent(answer) => answer,
                _ => "250 taken",
            };
            if answer.starts_with('2') {
                mails.lock().expect("unbroken").push(content);
            }
            if breaks == Breaks::KeepsSilent {
                loop {
                    thread::park();
                }
            }
            if breaks == Breaks::HangsUpAtEnd {
                return Ok(());
            }
            stream.write_all(format!("{answer}\r\n").as_bytes())?;
        }
    }
    Ok(())
}
