//! Who may ask.

use crate::support::{Server, record};
use serde_json::{Value, json};
use std::fs;

const PATHS: [(&str, &str); 5] = [
    ("GET", "/api/vault"),
    ("GET", "/api/records/have"),
    ("GET", "/api/records"),
    ("POST", "/api/records"),
    ("POST", "/api/erase"),
];

#[test]
fn the_first_address_hands_over_the_key() {
    let server = Server::new("key");
    let opened = server.ask("GET", &format!("/api/open?key={}", server.key), &[("Cookie", ""), ("Origin", "")], b"");
    assert_eq!((opened.status, opened.header("location")), (303, "/"));
    let cookie = opened.header("set-cookie");
    for part in ["HttpOnly", "SameSite=Strict", "Path=/", "Max-Age="] {
        assert!(cookie.contains(part), "{cookie}");
    }
    let cookie = cookie.split(';').next().expect("a cookie");
    assert_eq!(server.ask("GET", "/api/vault", &[("Cookie", cookie)], b"").status, 200);
    assert_eq!(server.key.len(), 64);
    for wrong in ["/api/open", "/api/open?key=", "/api/open?key=00", &format!("/api/open?key={}", "0".repeat(64))] {
        let refused = server.get(wrong);
        assert_eq!((refused.status, refused.header("set-cookie")), (403, ""), "{wrong}");
    }
    let key = server.key.clone();
    assert_eq!(Server::at(server.stop()).key, key, "browsers stay known");
}

#[cfg(unix)]
#[test]
fn the_key_is_its_owners_only() {
    use std::os::unix::fs::PermissionsExt;
    let server = Server::new("key-file");
    let file = server.dir.join("key");
    assert_eq!(fs::metadata(&file).expect("there").permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::read_to_string(file).expect("read").trim(), server.key);
}

#[test]
fn without_the_key_there_are_no_records() {
    let server = Server::new("no-key");
    let port = server.address.port();
    for cookie in [
        String::new(),
        format!("unknot-{port}="),
        format!("unknot-{port}={}0", server.key),
        format!("unknot={}", server.key),
    ] {
        for (method, path) in PATHS {
            let answer = server.ask(method, path, &[("Cookie", &cookie)], b"{}");
            assert_eq!(answer.error(), (401, "no_key".to_owned()), "{method} {path} with {cookie}");
        }
        assert_eq!(server.ask("GET", "/api/health", &[("Cookie", &cookie)], b"").json()["ok"], true);
        assert_eq!(server.ask("GET", "/nothing", &[("Cookie", &cookie)], b"").status, 404);
    }
}

#[test]
fn other_names_for_this_machine_are_refused() {
    let server = Server::new("host");
    let port = server.address.port();
    for host in [
        "evil.example".to_owned(),
        format!("evil.example:{port}"),
        "127.0.0.1".to_owned(),
        "127.0.0.1:1".to_owned(),
        format!("127.0.0.1.evil.example:{port}"),
    ] {
        for path in ["/", "/api/health", "/api/vault", &format!("/api/open?key={}", server.key)] {
            let answer = server.ask("GET", path, &[("Host", &host)], b"");
            assert_eq!(answer.error(), (403, "wrong_host".to_owned()), "{path} at {host}");
        }
    }
    for host in [format!("localhost:{port}"), format!("[::1]:{port}"), format!("127.0.0.1:{port}")] {
        assert_eq!(server.ask("GET", "/api/vault", &[("Host", &host)], b"").status, 200, "{host}");
    }
}

#[test]
fn other_pages_cannot_write() {
    let server = Server::new("origin");
    let body = json!({ "vault": server.vault(), "records": [record(1)] }).to_string();
    let port = server.address.port();
    for origin in [
        "",
        "null",
        "http://evil.example",
        "http://127.0.0.1",
        &format!("https://127.0.0.1:{port}"),
        &format!("http://localhost:{port}"),
    ] {
        for path in ["/api/records", "/api/erase"] {
            let answer = server.ask("POST", path, &[("Origin", origin)], body.as_bytes());
            assert_eq!(answer.error(), (403, "wrong_origin".to_owned()), "{path} from {origin}");
        }
    }
    assert_eq!(server.records(), Vec::<Value>::new());
    let localhost = [("Host", &*format!("localhost:{port}")), ("Origin", &*format!("http://localhost:{port}"))];
    assert_eq!(server.ask("POST", "/api/records", &localhost, body.as_bytes()).status, 200);
}

#[test]
fn every_answer_tells_the_browser_what_to_keep_to() {
    let server = Server::new("headers");
    let evil = server.ask("GET", "/", &[("Host", "evil.example")], b"");
    let answers =
        ["/", "/nothing", "/api/open", "/api/health", "/api/vault", "/api/nothing"].map(|path| server.get(path));
    for answer in answers.iter().chain([&evil]) {
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"), "{answer:?}");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{answer:?}");
        }
        assert!(answer.header("permissions-policy").starts_with("screen-wake-lock=(self), "), "{answer:?}");
        assert_eq!(answer.header("access-control-allow-origin"), "");
    }
    assert!(answers[3..].iter().all(|answer| answer.header("cache-control") == "no-store"), "{answers:?}");
}
