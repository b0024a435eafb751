//! Answers mailed through a mail server that speaks SMTP, and breaks.

use crate::board::{EMAIL, answer, ask, kept, ticking};
use crate::smtp::{Breaks, MailServer};
use crate::support::Server;
use mail::{Security, Sender};
use std::fs;
use std::thread::sleep;
use std::time::Duration;
use store::Mail;

fn sender(smtp: &MailServer) -> Sender {
    let (host, from) = ("127.0.0.1".to_owned(), "Unknot <ask@example.org>".to_owned());
    let server = mail::MailServer { host, port: smtp.port, security: Security::None, login: None, from };
    Sender::new(server).expect("settings")
}

/// Waits until it is so; at most ten seconds.
fn becomes(is: impl Fn() -> bool) -> bool {
    (0..400).any(|_| {
        sleep(Duration::from_millis(25));
        is()
    })
}

#[test]
fn the_answer_is_mailed_and_the_address_is_gone() {
    let smtp = MailServer::start(Breaks::Never);
    let server = Server::with_board("mail", Some(sender(&smtp)), ticking::<8>);
    assert!(server.ask_board("GET", "/questions/ask", &[], b"").text().contains("The answer is sent there"));
    ask(&server, &[]);
    answer(&server, 1, "Mostly the small muscle.", true);

    assert!(becomes(|| matches!(kept(&server)[0].mail, Mail::Sent { .. })), "{:?} {}", kept(&server), server.told());
    let mails = smtp.mails();
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    for said in [
        "To: ann.onymous@hidden.example",
        "> It hurts down the leg when I sit. Why?",
        "Mostly the small muscle.",
        "https://ask.example.org/questions/1",
    ] {
        // Long lines are broken with a = at their end.
        assert!(mail.replace("=\n", "").contains(said), "{said} is not in {mail}");
    }
    assert_eq!(server.told(), "");
    let dir = server.stop();
    for file in crate::board::files(&dir) {
        let bytes = fs::read(&file).expect("read");
        assert!(!bytes.windows(EMAIL.len()).any(|window| window == EMAIL.as_bytes()), "{}", file.display());
    }
}

#[test]
fn what_the_mail_server_says_is_told_without_what_it_says_of_the_address() {
    for (name, breaks, mail, told) in [
        (
            "unknown",
            Breaks::Says("RCPT", "550 <ann.onymous@hidden.example> unknown"),
            Mail::Refused,
            "does not take this receiver (it said 550)",
        ),
        ("busy", Breaks::Says("RCPT", "450 <ann.onymous@hidden.example> busy"), Mail::Waiting, "(it said 450)"),
        ("unsure", Breaks::HangsUpAtEnd, Mail::Unsure, "did not say whether it took the message"),
    ] {
        let smtp = MailServer::start(breaks);
        let server = Server::with_board(&format!("mail-{name}"), Some(sender(&smtp)), ticking::<9>);
        ask(&server, &[]);
        answer(&server, 1, "Mostly.", false);
        assert!(becomes(|| server.told().contains(told)), "{name}: {}", server.told());
        assert_eq!(kept(&server)[0].mail, mail, "{name}");
        assert!(server.told().starts_with("the answer to question 1 was not mailed"), "{name}: {}", server.told());
        assert!(!server.told().contains("hidden"), "{name}: {}", server.told());
        assert_eq!(kept(&server)[0].answer.as_deref(), Some("Mostly."), "{name}: the answer is not lost");
    }
}
