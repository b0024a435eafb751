//! The question board over a real connection: asked, answered, read; and each way to be refused.

use crate::support::{Answer, NOW, Server};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering};
use store::{OpenMode, Question, Store};

pub(crate) const EMAIL: &str = "ann.onymous@hidden.example";
pub(crate) const QUESTION: &str = "It hurts down the leg when I sit. Why?";

/// Four seconds go by each time somebody looks at a clock: a form is read that long. Each test has its own.
pub(crate) fn ticking<const TEST: usize>() -> i64 {
    static CLOCKS: [AtomicI64; 16] = [const { AtomicI64::new(NOW) }; 16];
    CLOCKS[TEST].fetch_add(4_000, Ordering::SeqCst)
}

pub(crate) fn wait_for<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("runtime").block_on(work)
}

/// What the owner sees, from beside.
pub(crate) fn kept(server: &Server) -> Vec<Question> {
    wait_for(async {
        let store = Store::open(&server.dir, OpenMode::Look).await.expect("open");
        store.questions().await.expect("read")
    })
}

/// Answers as the owner's command does.
pub(crate) fn answer(server: &Server, id: i64, answer: &str, publish: bool) {
    wait_for(async {
        let store = Store::open(&server.dir, OpenMode::Beside).await.expect("open");
        assert!(store.answer(id, answer, publish, NOW).await.expect("answered"));
        store.close().await;
    });
}

/// What a new form carries.
pub(crate) fn form(server: &Server) -> String {
    let page = server.ask_board("GET", "/questions/ask", &[], b"").text();
    let carried = page.split("name=\"form\" value=\"").nth(1).expect("a form");
    carried.split('"').next().expect("its end").to_owned()
}

/// A whole form, with changes; an empty value takes a field away.
pub(crate) fn fields(form: &str, changes: &[(&str, &str)]) -> String {
    let mut fields = vec![
        ("no_sign", "yes"),
        ("topic", "gluteus-minimus"),
        ("name", "Ann"),
        ("email", EMAIL),
        ("text", QUESTION),
        ("website", ""),
        ("form", form),
    ];
    for (name, value) in changes {
        fields.retain(|(known, _)| known != name);
        if !value.is_empty() {
            fields.push((name, value));
        }
    }
    let coded = |text: &str| text.bytes().map(|byte| format!("%{byte:02x}")).collect::<String>();
    fields.iter().map(|(name, value)| format!("{name}={}", coded(value))).collect::<Vec<_>>().join("&")
}

/// Asks, with a new form.
pub(crate) fn ask(server: &Server, changes: &[(&str, &str)]) -> Answer {
    server.ask_board("POST", "/questions/ask", &[], fields(&form(server), changes).as_bytes())
}

fn get(server: &Server, path: &str) -> Answer {
    server.ask_board("GET", path, &[], b"")
}

#[test]
fn a_question_is_asked_once_and_read_when_it_is_answered_and_published() {
    let server = Server::with_board("board", None, ticking::<0>);
    let body = fields(&form(&server), &[]);
    for _ in 0..2 {
        let sent = server.ask_board("POST", "/questions/ask", &[], body.as_bytes());
        assert_eq!((sent.status, sent.header("location")), (303, "/questions/thanks"), "{sent:?}");
    }
    assert!(get(&server, "/questions/thanks").text().contains("has arrived"));
    let found = kept(&server);
    let [question] = found.as_slice() else { panic!("one form is one question: {found:?}") };
    assert_eq!((question.name.as_str(), question.text.as_str(), question.answer.as_deref()), ("Ann", QUESTION, None));

    let pages = ["/questions/", "/questions/topic/gluteus-minimus", "/questions/feed.xml"];
    for publish in [false, true] {
        assert!(pages.iter().all(|page| !get(&server, page).text().contains("down the leg")), "not published yet");
        assert_eq!(get(&server, "/questions/1").status, 404);
        answer(&server, 1, "Mostly the small muscle.", publish);
    }
    for page in pages.iter().chain(&["/questions/1"]) {
        let page = get(&server, page).text();
        assert!(page.contains(QUESTION) && page.contains("Mostly the small muscle."), "{page}");
    }
    assert!(!get(&server, "/questions/topic/tools").text().contains(QUESTION));
    assert_eq!(get(&server, "/questions/feed.xml").header("content-type"), "application/atom+xml; charset=utf-8");
}

#[test]
fn what_is_no_question_is_refused_and_nothing_of_it_is_kept() {
    let server = Server::with_board("board-bad", None, ticking::<1>);
    let form = form(&server);
    let long = "x".repeat(2001);
    let forged = format!("0{}", &form[1..form.len() - 1]);
    for (changes, status, said) in [
        (&[("no_sign", "")][..], 422, "Look at the signs above"),
        (&[("topic", "")], 422, "Choose a topic."),
        (&[("topic", "nothing")], 422, "Choose a topic."),
        (&[("name", "")], 422, "Write a name."),
        (&[("name", &long)], 422, "Write a shorter name"),
        (&[("email", "")], 422, "Write your e-mail address"),
        (&[("email", "ann")], 422, "This is no e-mail address."),
        (&[("email", "ann@hidden.example\r\nBcc: all@hidden.example")], 422, "This is no e-mail address."),
        (&[("text", "")], 422, "Write your question."),
        (&[("text", "Why?")], 422, "Write between 20 and 2000"),
        (&[("text", &long)], 422, "Write between 20 and 2000"),
        (&[("website", "https://spam.example")], 422, "must stay empty"),
        (&[("form", "")], 422, "lay open too long"),
        (&[("form", &forged)], 422, "lay open too long"),
    ] {
        let answer = server.ask_board("POST", "/questions/ask", &[], fields(&form, changes).as_bytes());
        let text = answer.text();
        assert_eq!(answer.status, status, "{changes:?}: {text}");
        assert!(text.contains(said), "{changes:?}: {said} is not in {text}");
        // What was typed is not lost, but for the address.
        assert!(text.contains(QUESTION) || changes[0].0 == "text", "{changes:?}");
        assert!(!text.contains("hidden.example"), "{changes:?}");
    }
    let body = fields(&form, &[]);
    let (multipart, endless) = ("multipart/form-data; boundary=x", vec![b'a'; 10_000_000]);
    for (method, header, body, status, said) in [
        ("POST", ("Origin", "https://elsewhere.example"), body.as_bytes(), 403, "own form only"),
        ("POST", ("Origin", "http://ask.example.org"), body.as_bytes(), 403, "own form only"),
        ("POST", ("Origin", "null"), body.as_bytes(), 403, "own form only"),
        ("POST", ("Origin", ""), body.as_bytes(), 403, "own form only"),
        ("POST", ("Content-Type", "application/json"), b"{}", 415, "comes from the form"),
        ("POST", ("Content-Type", multipart), body.as_bytes(), 415, "comes from the form"),
        ("POST", ("Content-Type", ""), body.as_bytes(), 415, "comes from the form"),
        ("POST", ("X-A", ""), b"text=1&text=2", 400, "comes from the form"),
        ("POST", ("X-A", ""), b"text=%ff", 422, "not sent yet"),
        ("POST", ("X-A", ""), &endless, 413, "far more than a question"),
        ("POST", ("Host", "127.0.0.1:4748"), body.as_bytes(), 421, "answers at https://ask.example.org only"),
        ("PUT", ("X-A", ""), body.as_bytes(), 405, "does not do that"),
        ("DELETE", ("X-A", ""), b"", 405, "does not do that"),
    ] {
        let answer = server.ask_board(method, "/questions/ask", &[header], body);
        let text = answer.text();
        assert_eq!(answer.status, status, "{method} {header:?}: {text}");
        assert!(text.contains(said) && !text.contains("hidden.example"), "{method} {header:?}: {text}");
    }
    assert_eq!(kept(&server), []);
    // The form is still good.
    assert_eq!(server.ask_board("POST", "/questions/ask", &[], body.as_bytes()).status, 303);
}

#[test]
fn a_robot_is_too_fast() {
    let server = Server::with_board("board-fast", None, || NOW);
    let answer = ask(&server, &[]);
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("faster than anybody reads"), "{answer:?}");
    assert_eq!(kept(&server), []);
}

#[test]
fn one_sender_asks_five_times_an_hour_and_another_still_can() {
    let server = Server::with_board("board-often", None, ticking::<2>);
    for number in 1..=7 {
        let answer = ask(&server, &[]);
        assert_eq!(answer.status, if number <= 5 { 303 } else { 429 }, "{number}");
    }
    let other = [("X-Forwarded-For", "192.0.2.7, 198.51.100.1")];
    let answer = server.ask_board("POST", "/questions/ask", &other, fields(&form(&server), &[]).as_bytes());
    assert_eq!(answer.status, 303);
    assert_eq!(kept(&server).len(), 6);
}

#[test]
fn addresses_that_are_not_there_are_told() {
    let server = Server::with_board("board-nothing", None, ticking::<3>);
    for path in [
        "/questions/1",
        "/questions/x",
        "/questions/99999999999999999999",
        "/questions/topic/nothing",
        "/questions/topic/questions",
        "/questions/?after=x",
        "/questions/?after=1-",
        "/questions/a/b",
    ] {
        let answer = get(&server, path);
        assert_eq!((answer.status, answer.header("content-type")), (404, "text/html; charset=utf-8"), "{path}");
    }
    assert_eq!(get(&server, "/questions").header("location"), "/questions/");
    assert_eq!(get(&server, "/learn/questions.html").header("location"), "/questions/");
    let by_worker = [("Sec-Fetch-Dest", "empty")];
    assert_ne!(server.ask_board("GET", "/learn/questions.html", &by_worker, b"").status, 303);
}

#[test]
fn the_board_is_no_way_to_the_records() {
    let server = Server::with_board("board-apart", None, ticking::<4>);
    let key = format!("unknot-{}={}", server.address.port(), server.key);
    for path in ["/api/vault", "/api/records", "/api/records/have", "/api/erase", "/api", "/api/"] {
        for method in ["GET", "POST"] {
            let answer = server.ask_board(method, path, &[("Cookie", &key)], b"");
            assert_eq!(answer.error(), (404, "not_found".to_owned()), "{method} {path}");
        }
    }
    let open = server.ask_board("GET", &format!("/api/open?key={}", server.key), &[], b"");
    assert_eq!(open.status, 404);
    assert_eq!(get(&server, "/api/health").json()["ok"], true);
    // Nor is where the records are a board.
    for path in ["/questions", "/questions/", "/questions/ask"] {
        assert_eq!(server.get(path).header("location"), "/learn/questions.html", "{path}");
    }
    let post = server.ask("POST", "/questions/ask", &[], b"");
    assert_eq!((post.status, post.header("location")), (303, "/learn/questions.html"));
    let by_proxy = server.ask("GET", "/api/vault", &[("Host", "ask.example.org")], b"");
    assert_eq!(by_proxy.status, 403, "a proxy that leads to the wrong port gets nothing");
}

#[test]
fn pages_keep_the_policy_and_no_cookie_is_set() {
    let server = Server::with_board("board-policy", None, ticking::<5>);
    ask(&server, &[]);
    answer(&server, 1, "Mostly.", true);
    for path in
        ["/questions/", "/questions/1", "/questions/ask", "/questions/thanks", "/questions/none", "/questions/feed.xml"]
    {
        let answer = get(&server, path);
        let policy = answer.header("content-security-policy");
        assert!(policy.contains("default-src 'none'") && policy.contains("form-action 'self'"), "{path}: {policy}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}: a form must say where it comes from");
        assert_eq!(answer.header("set-cookie"), "", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        for forbidden in ["<script", " style=", "<style", "javascript:", " onclick"] {
            assert!(!answer.text().contains(forbidden), "{path}: {forbidden}");
        }
    }
}

#[test]
fn script_in_a_question_comes_out_as_text() {
    let server = Server::with_board("board-script", None, ticking::<6>);
    for (id, bad) in [
        (1, "<script>alert('knot')</script> and so on"),
        (2, "\"><img src=x onerror=alert(1)> and so on"),
        (3, "</textarea></blockquote><svg onload=alert(1)>"),
        (4, "]]>&lt;script&gt;alert(1)&lt;/script&gt; so on"),
    ] {
        assert_eq!(ask(&server, &[("name", bad), ("text", bad)]).status, 303, "{bad}");
        answer(&server, id, bad, true);
        for path in ["/questions/", &format!("/questions/{id}"), "/questions/feed.xml"] {
            let page = get(&server, path).text();
            for part in ["<script", "<img", "<svg", "]]>"] {
                assert!(!page.contains(part), "{path}: {part}");
            }
        }
        let page = get(&server, &format!("/questions/{id}")).text();
        assert!(page.matches(&pages::escaped(bad)).count() >= 3, "name, text and answer are read as written: {page}");
    }
}

/// Every file under a directory.
pub(crate) fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).expect("directory") {
        let path = entry.expect("entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn who_asked_stands_nowhere_but_in_the_database() {
    let server = Server::with_board("board-email", None, ticking::<7>);
    assert_eq!(ask(&server, &[]).status, 303);
    let mut seen = vec![format!("{:?}", kept(&server))];
    // Errors, with the address in them as sent.
    for changes in [&[("name", "")][..], &[("form", "")], &[("text", "x")], &[("email", "ann.onymous@hidden.example,")]]
    {
        seen.push(ask(&server, changes).text());
    }
    answer(&server, 1, "Mostly.", false);
    wait_for(async {
        let store = Store::open(&server.dir, OpenMode::Look).await.expect("open");
        store.backup(&server.dir.join("copy.db")).await.expect("backup");
    });
    answer(&server, 1, "Mostly.", true);
    for path in [
        "/questions/",
        "/questions/1",
        "/questions/topic/gluteus-minimus",
        "/questions/feed.xml",
        "/questions/ask",
        "/questions/ask?topic=tools",
        "/questions/thanks",
        "/questions/2",
        "/learn/questions.html",
        "/api/health",
    ] {
        let answer = get(&server, path);
        seen.push(answer.head.clone() + &answer.text());
    }
    seen.push(server.told());
    for text in &seen {
        assert!(!text.contains("hidden.example") && !text.contains("onymous"), "{text}");
    }
    let with_email = |dir: &Path| -> Vec<PathBuf> {
        let has = |path: &PathBuf| {
            let bytes = fs::read(path).expect("read");
            bytes.windows(EMAIL.len()).any(|window| window == EMAIL.as_bytes())
        };
        files(dir).into_iter().filter(has).collect()
    };
    for file in with_email(&server.dir) {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        assert!(["unknot.db", "unknot.db-wal"].contains(&name), "{}", file.display());
    }
    // This board mails nothing: once the answer is published there is no use for the address.
    let gone = (0..400).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(25));
        with_email(&server.dir).is_empty()
    });
    assert!(gone, "{:?}", with_email(&server.dir));
}
