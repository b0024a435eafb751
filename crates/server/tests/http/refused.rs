//! What does not fit is refused with a kind and a sentence; it never breaks the server.

use crate::support::{PHONE, Server, record};
use serde_json::{Value, json};

#[test]
fn bad_bodies_are_told_by_place_and_not_by_content() {
    let server = Server::new("bad-bodies");
    let vault = server.vault();
    let with = |key: &str, value: Value| {
        let mut record = record(1);
        record[key] = value;
        json!({ "vault": vault, "records": [record] }).to_string()
    };
    for (body, place) in [
        (String::new(), "not JSON"),
        ("{".to_owned(), "line 1"),
        ("[]".to_owned(), "shape"),
        ("\"sore\"".to_owned(), "shape"),
        (json!({ "records": [] }).to_string(), "shape"),
        (json!({ "vault": "sore", "records": [] }).to_string(), "vault is not a UUID"),
        (json!({ "vault": vault, "records": [], "sore": 1 }).to_string(), "shape"),
        (with("device", json!("sore")), "records[0].device"),
        (with("device", Value::Null), "shape"),
        (with("id", json!("")), "records[0].id"),
        (with("number", json!(-1)), "shape"),
        (with("number", json!(1.5)), "shape"),
        (with("number", json!(1e30)), "shape"),
        (with("at_ms", json!("sore")), "shape"),
        (with("payload", json!("sore!")), "records[0].payload"),
        (with("payload", json!({ "sore": 1 })), "shape"),
        (with("sore", json!(1)), "shape"),
        ("[".repeat(100_000), "shape"),
    ] {
        let answer = server.ask("POST", "/api/records", &[], body.as_bytes());
        assert_eq!(answer.error(), (400, "bad_request".to_owned()), "{body:.200}");
        let message = answer.text();
        assert!(message.contains(place) && !message.contains("sore"), "{message} instead of {place}");
    }
    let not_text = server.ask("POST", "/api/records", &[], &[0xff, 0xfe, 0]);
    assert_eq!(not_text.error(), (400, "bad_request".to_owned()));
    let zero = server.ask("POST", "/api/records", &[], with("number", json!(0)).as_bytes());
    assert_eq!(zero.error(), (409, "gap".to_owned()));
    assert_eq!(server.records(), Vec::<Value>::new());
}

#[test]
fn bad_addresses_are_told() {
    let server = Server::new("bad-addresses");
    let vault = server.vault();
    for (path, status, kind) in [
        ("/api/records".to_owned(), 400, "bad_request"),
        ("/api/records?vault=x".to_owned(), 400, "bad_request"),
        (format!("/api/records?vault={vault}&since=x"), 400, "bad_request"),
        (format!("/api/records?vault={vault}&since={PHONE}"), 400, "bad_request"),
        (format!("/api/records?vault={vault}&since={PHONE}:-1"), 400, "bad_request"),
        (format!("/api/records?vault={vault}&since={PHONE}:99999999999999999999"), 400, "bad_request"),
        (format!("/api/records?vault={vault}&until=1"), 400, "bad_request"),
        ("/api/records/have".to_owned(), 400, "bad_request"),
        (format!("/api/records/have?vault={PHONE}"), 404, "unknown_vault"),
        (format!("/api/records?vault={PHONE}"), 404, "unknown_vault"),
        ("/api/nothing".to_owned(), 404, "not_found"),
        ("/api/".to_owned(), 404, "not_found"),
        ("/api".to_owned(), 404, "not_found"),
        ("/api/records/".to_owned(), 404, "not_found"),
        ("/api/erase".to_owned(), 405, "wrong_method"),
    ] {
        let answer = server.get(&path);
        assert_eq!(answer.error(), (status, kind.to_owned()), "{path}");
    }
    for (method, path) in [("PUT", "/api/records"), ("DELETE", "/api/vault"), ("POST", "/api/health")] {
        assert_eq!(server.ask(method, path, &[], b"").error(), (405, "wrong_method".to_owned()), "{method} {path}");
    }
    let elsewhere = json!({ "vault": PHONE, "records": [record(1)] });
    assert_eq!(server.post("/api/records", &elsewhere).error(), (404, "unknown_vault".to_owned()));
}

#[test]
fn too_much_is_refused() {
    let server = Server::new("too-much");
    let mut long = record(1);
    long["payload"] = "A".repeat(66 * 1024 / 3 * 4).into();
    let answer = server.send(&[long.clone()]);
    assert_eq!(answer.error(), (413, "too_large".to_owned()));
    assert_eq!(answer.json()["error"]["number"], 1);

    let many: Vec<Value> = (1..=501).map(record).collect();
    assert_eq!(server.send(&many).error(), (413, "too_large".to_owned()));

    let endless = vec![b' '; 5_000_000];
    let answer = server.ask("POST", "/api/records", &[], &endless);
    assert_eq!(answer.error(), (413, "too_large".to_owned()));
    assert_eq!(server.records(), Vec::<Value>::new());
}

#[test]
fn the_largest_batch_fits() {
    let server = Server::new("largest");
    let mut batch: Vec<Value> = (1..=500).map(record).collect();
    for record in &mut batch {
        record["payload"] = "A".repeat(2096 / 3 * 4).into();
    }
    assert_eq!(server.send(&batch).status, 200);
}

#[test]
fn only_json_is_taken() {
    let server = Server::new("not-json");
    let body = json!({ "vault": server.vault(), "records": [] }).to_string();
    for (kind, status) in [("application/json; charset=utf-8", 200), ("text/plain", 415), ("", 415)] {
        let answer = server.ask("POST", "/api/records", &[("Content-Type", kind)], body.as_bytes());
        assert_eq!(answer.status, status, "{kind}");
        assert!(status == 200 || answer.error().1 == "not_json");
    }
}
