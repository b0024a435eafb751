//! Messages handed to a mail server over a real connection, and each way in which that breaks.

#![expect(clippy::expect_used, reason = "in a test a panic is the report")]

mod server;

use mail::{Login, MailServer, Message, NotSent, Security, Sender, SettingsTrouble, Step};
use server::Breaks;

const TO: &str = "ann@hidden.example";

fn settings(port: u16) -> MailServer {
    let login = Some(Login { user: "knot".to_owned(), password: "open sesame".to_owned() });
    let from = "Unknot <ask@example.org>".to_owned();
    MailServer { host: "127.0.0.1".to_owned(), port, security: Security::None, login, from }
}

fn message() -> Message {
    let text = "Grüß dich, Ann\n.\nA line with a dot before it.\n".to_owned();
    let (to, subject) = (TO.to_owned(), "Your question: does it go away?".to_owned());
    Message { to, subject, text, id: "question-7-1795572600123".to_owned(), at_ms: 1_795_572_600_123 }
}

fn send(settings: MailServer) -> Result<(), NotSent> {
    Sender::new(settings).expect("settings").call(&message())?.hand_over()
}

#[test]
fn a_message_arrives_as_it_was_written() {
    let server = server::MailServer::start(Breaks::Never);
    assert_eq!(send(settings(server.port)), Ok(()));
    let mails = server.mails();
    let [mail] = mails.as_slice() else { panic!("{mails:?}") };
    for line in [
        "From: Unknot <ask@example.org>",
        "To: ann@hidden.example",
        "Subject: Your question: does it go away?",
        "Message-ID: <question-7-1795572600123@example.org>",
        "MIME-Version: 1.0",
        "Date: Wed, 25 Nov 2026 02:10:00 +0000",
    ] {
        assert!(mail.lines().any(|found| found == line), "{line} is not in {mail}");
    }
    // Quoted-printable: the one letter that is not ASCII.
    assert!(mail.contains("Gr=C3=BC=C3=9F dich, Ann\n.\nA line with a dot before it.\n"), "{mail}");
    let heard = server.heard();
    assert!(heard[0] == "EHLO example.org" && heard.last().expect("lines") == "QUIT", "{heard:?}");
}

#[test]
fn what_breaks_is_known_to_be_not_sent_or_said_to_be_unsure() {
    let later = |step, code| Err(NotSent::Later { step, code });
    let never = |step, code| Err(NotSent::Never { step, code });
    for (breaks, outcome, arrived) in [
        (Breaks::Says("EHLO", "421 busy"), later(Step::Connect, Some(421)), 0),
        (Breaks::Says("AUTH", "535 no"), later(Step::Login, Some(535)), 0),
        (Breaks::Says("MAIL", "550 no"), later(Step::From, Some(550)), 0),
        (Breaks::Says("RCPT", "450 <ann@hidden.example> busy"), later(Step::To, Some(450)), 0),
        (Breaks::Says("RCPT", "550 <ann@hidden.example> unknown"), never(Step::To, Some(550)), 0),
        (Breaks::Says("DATA", "451 not now"), later(Step::Content, Some(451)), 0),
        (Breaks::HangsUpAfter(0), later(Step::Connect, None), 0),
        (Breaks::HangsUpAfter(1), later(Step::Login, None), 0),
        (Breaks::HangsUpAfter(2), later(Step::From, None), 0),
        (Breaks::HangsUpAfter(3), later(Step::To, None), 0),
        (Breaks::HangsUpAfter(4), later(Step::Content, None), 0),
        (Breaks::ToContent("452 full"), later(Step::Content, Some(452)), 0),
        (Breaks::ToContent("554 ann@hidden.example: spam"), never(Step::Content, Some(554)), 0),
        (Breaks::HangsUpAtEnd, Err(NotSent::Unsure), 1),
        (Breaks::HangsUpAfter(5), Ok(()), 1),
    ] {
        let server = server::MailServer::start(breaks);
        let sent = send(settings(server.port));
        assert_eq!((sent, server.mails().len()), (outcome, arrived), "{breaks:?}");
        if let Err(not_sent) = sent {
            assert!(!format!("{not_sent} {not_sent:?}").contains("hidden"), "{not_sent}");
        }
    }
}

#[test]
fn nothing_secret_goes_where_others_can_read_it() {
    let open = |host: &str, security| MailServer { host: host.to_owned(), security, ..settings(25) };
    for (host, security, fine) in [
        ("localhost", Security::None, true),
        ("127.0.0.1", Security::None, true),
        ("[::1]", Security::None, true),
        ("mail.example.org", Security::None, false),
        ("mail.example.org", Security::StartTls, true),
        ("mail.example.org", Security::Tls, true),
    ] {
        assert_eq!(Sender::new(open(host, security)).is_ok(), fine, "{host} {security:?}");
    }
    let nobody = Sender::new(MailServer { from: "nobody".to_owned(), ..settings(25) });
    assert!(matches!(nobody, Err(SettingsTrouble::From(_))));

    // This server has no TLS: it hears neither password nor address.
    for security in [Security::StartTls, Security::Tls] {
        let server = server::MailServer::start(Breaks::Says("\u{16}", "500 what?"));
        let sent = send(MailServer { security, host: "localhost".to_owned(), ..settings(server.port) });
        assert_eq!(sent, Err(NotSent::Later { step: Step::Connect, code: None }), "{security:?}");
        assert!(!server.heard().iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")));
    }
    let shown = format!("{:?}", Sender::new(settings(25)).expect("settings"));
    assert!(!shown.contains("sesame"), "{shown}");
}
