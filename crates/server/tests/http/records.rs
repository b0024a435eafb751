//! Records in and out.

use crate::support::{PHONE, Server, record};
use serde_json::{Value, json};
use std::fs;
use std::thread;

#[test]
fn records_are_kept_and_given_back() {
    let server = Server::new("kept");
    let vault = server.vault();
    assert_eq!(server.get(&format!("/api/records/have?vault={vault}")).json(), json!({ "have": {} }));

    let sent = server.send(&[record(1), record(2), record(3)]);

    assert_eq!((sent.status, sent.json()), (200, json!({ "have": { PHONE: 3 } })));
    assert_eq!(server.records(), [record(1), record(2), record(3)]);
    let rest = server.get(&format!("/api/records?vault={vault}&since={PHONE}:2")).json();
    assert_eq!(rest, json!({ "records": [record(3)], "more": false }));
    let server = Server::at(server.stop());
    assert_eq!(server.vault(), vault, "the vault is the same after a restart");
    assert_eq!(server.records().len(), 3);
}

#[test]
fn the_same_again_is_fine_and_what_does_not_follow_is_told() {
    let server = Server::new("again");
    server.send(&[record(1), record(2)]);
    let again = server.send(&[record(1), record(2), record(3)]);
    assert_eq!((again.status, again.json()), (200, json!({ "have": { PHONE: 3 } })));

    let gap = server.send(&[record(4), record(6)]);
    assert_eq!(gap.error(), (409, "gap".to_owned()));
    let error = &gap.json()["error"];
    assert_eq!((&error["device"], &error["number"], &error["expected"]), (&json!(PHONE), &json!(6), &json!(5)));
    let mut other = record(2);
    other["payload"] = "".into();
    let different = server.send(&[record(4), other]);
    assert_eq!(different.error(), (409, "different".to_owned()));
    assert_eq!(different.json()["error"]["number"], 2);
    let mut taken = record(4);
    taken["id"] = record(1)["id"].clone();
    assert_eq!(server.send(&[taken]).error(), (409, "id_taken".to_owned()));
    assert_eq!(server.records().len(), 3, "nothing of a refused batch is kept");
}

#[test]
fn pages_lead_on() {
    let server = Server::new("pages");
    let vault = server.vault();
    let all: Vec<Value> = (1..=700).map(record).collect();
    for batch in all.chunks(500) {
        assert_eq!(server.send(batch).status, 200);
    }
    let first = server.get(&format!("/api/records?vault={vault}&since=")).json();
    assert_eq!((first["records"].as_array().map(Vec::len), &first["more"]), (Some(500), &json!(true)));
    let second = server.get(&format!("/api/records?vault={vault}&since={PHONE}:500,{}:3", PHONE.replace("d1", "d2")));
    assert_eq!(second.json(), json!({ "records": all[500..], "more": false }));
}

#[test]
fn two_senders_at_once_lose_nothing() {
    let server = Server::new("two-at-once");
    let devices = [PHONE.replace("d1", "e1"), PHONE.replace("d1", "e2")];
    thread::scope(|scope| {
        for (index, device) in devices.iter().enumerate() {
            let server = &server;
            scope.spawn(move || {
                for number in 1..=30 {
                    let mut next = record(number);
                    next["device"] = device.as_str().into();
                    next["id"] = format!("01900000-0000-7000-800{index}-{number:012}").into();
                    assert_eq!(server.send(&[next]).status, 200);
                }
            });
        }
    });
    let have = server.get(&format!("/api/records/have?vault={}", server.vault())).json();
    assert_eq!(have, json!({ "have": { devices[0].as_str(): 30, devices[1].as_str(): 30 } }));
}

#[test]
fn everything_is_deleted_once_and_stays_deleted() {
    let server = Server::new("erased");
    let vault = server.vault();
    server.send(&[record(1)]);
    fs::write(server.dir.join("backups/unknot-2026-01-01T00-00-00.000Z.db"), "an old backup").expect("written");

    let erased = server.post("/api/erase", &json!({ "vault": vault }));

    let next = server.vault();
    assert_eq!((erased.status, erased.json()), (200, json!({ "vault": next })));
    assert_ne!(next, vault);
    assert!(!server.dir.join("backups/unknot-2026-01-01T00-00-00.000Z.db").exists(), "backups go too");
    // Another tab that still has everything must not bring it back.
    let again = server.post("/api/records", &json!({ "vault": vault, "records": [record(1)] }));
    assert_eq!(again.error(), (410, "erased".to_owned()));
    assert_eq!(server.post("/api/erase", &json!({ "vault": vault })).error(), (410, "erased".to_owned()));
    assert_eq!(server.get(&format!("/api/records?vault={vault}")).error(), (410, "erased".to_owned()));
    assert_eq!(server.records(), Vec::<Value>::new());
    assert_eq!(server.send(&[record(1)]).status, 200, "a new beginning is fine");
    let server = Server::at(server.stop());
    assert_eq!((server.vault(), server.records().len()), (next, 1));
}

#[test]
fn a_backup_is_made_at_the_start() {
    let server = Server::new("backup");
    server.send(&[record(1)]);
    let dir = server.stop();
    let count = || fs::read_dir(dir.join("backups")).expect("backups").count();
    assert_eq!(count(), 1);
    Server::at(dir.clone()).stop();
    assert_eq!(count(), 1, "one a day");
}
