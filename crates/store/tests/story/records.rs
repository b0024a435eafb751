//! Records in, records out.

use crate::support::{LAPTOP, OTHER_VAULT, PHONE, VAULT, all, dir, open, record, records};
use store::{Accepted, BATCH_BYTES, BATCH_RECORDS, Envelope, OpenMode, PAYLOAD_BYTES, Refused, Store, Trouble};
use uuid::Uuid;

#[tokio::test]
async fn two_devices_write_and_each_gets_what_it_lacks() {
    let store = open(&dir("two-devices")).await;
    assert_eq!(store.have(VAULT).await.expect("have"), []);

    let first = store.append(VAULT, &records(PHONE, 1, 5)).await.expect("taken");
    let mixed = [records(LAPTOP, 1, 2), records(PHONE, 6, 7), records(LAPTOP, 3, 3)].concat();
    let second = store.append(VAULT, &mixed).await.expect("taken");

    assert_eq!((first, second), (Accepted { new: 5, known: 0 }, Accepted { new: 5, known: 0 }));
    assert_eq!(store.have(VAULT).await.expect("have"), [(PHONE, 7), (LAPTOP, 3)]);
    let page = store.since(VAULT, &[(PHONE, 6)]).await.expect("a page");
    assert_eq!(page.records, [records(PHONE, 7, 7), records(LAPTOP, 1, 3)].concat());
    assert!(!page.more);
    let page = store.since(VAULT, &[(PHONE, 99), (LAPTOP, 3)]).await.expect("a page");
    assert_eq!(page.records, [], "who has more than the store gets nothing");
}

#[tokio::test]
async fn what_is_kept_is_there_after_closing_and_vaults_do_not_mix() {
    let dir = dir("reopen");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 3)).await.expect("taken");
    store.append(OTHER_VAULT, &records(PHONE, 1, 2)).await.expect("taken");
    store.close().await;

    let store = open(&dir).await;
    assert_eq!(all(&store, VAULT).await, records(PHONE, 1, 3));
    assert_eq!(all(&store, OTHER_VAULT).await, records(PHONE, 1, 2));
}

#[tokio::test]
async fn the_same_again_is_fine() {
    let store = open(&dir("again")).await;
    store.append(VAULT, &records(PHONE, 1, 4)).await.expect("taken");
    let again = store.append(VAULT, &records(PHONE, 2, 6)).await.expect("taken");
    let twice = store.append(VAULT, &[record(PHONE, 7), record(PHONE, 7)]).await.expect("taken");
    assert_eq!((again, twice), (Accepted { new: 2, known: 3 }, Accepted { new: 1, known: 1 }));
    assert_eq!(all(&store, VAULT).await, records(PHONE, 1, 7));
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_nothing_of_it_is_kept() {
    let store = open(&dir("refused")).await;
    store.append(VAULT, &records(PHONE, 1, 3)).await.expect("taken");
    let changed = |number, change: fn(&mut Envelope)| {
        let mut changed = record(PHONE, number);
        change(&mut changed);
        changed
    };
    for (bad, why) in [
        (record(PHONE, 6), format!("device {PHONE}: record 6 came, but the next one is 5")),
        (record(LAPTOP, 2), format!("device {LAPTOP}: record 2 came, but the next one is 1")),
        (changed(4, |record| record.number = 0), format!("device {PHONE}: record 0 came, but the next one is 5")),
        (changed(4, |record| record.number = u64::MAX), format!("record {} came, but the next one is 5", u64::MAX)),
        (changed(2, |record| record.payload.push(b'!')), format!("device {PHONE}: another record 2 is kept already")),
        (changed(2, |record| record.at_ms += 1), format!("device {PHONE}: another record 2 is kept already")),
        (changed(2, |record| record.id = Uuid::nil()), format!("device {PHONE}: another record 2 is kept already")),
        (changed(5, |next| next.id = record(PHONE, 1).id), "which another record has already".to_owned()),
        (changed(5, |next| next.payload = vec![0; PAYLOAD_BYTES + 1]), "has 65537 bytes; at most 65536".to_owned()),
    ] {
        let refused = store.append(VAULT, &[record(PHONE, 4), bad]).await.expect_err("refused");
        assert!(refused.to_string().contains(&why), "{refused} instead of {why}");
        assert_eq!(all(&store, VAULT).await, records(PHONE, 1, 3), "{why}");
    }
}

#[tokio::test]
async fn a_batch_has_a_size_and_so_has_a_page() {
    let store = open(&dir("sizes")).await;
    let many = records(PHONE, 1, BATCH_RECORDS as u64 + 1);
    let refused = store.append(VAULT, &many).await.expect_err("too many");
    assert!(matches!(refused, Refused::ManyRecords { records: 501 }), "{refused}");
    store.append(VAULT, &many[..BATCH_RECORDS]).await.expect("just enough");

    let long = |number| Envelope { payload: vec![7; PAYLOAD_BYTES], ..record(LAPTOP, number) };
    let long: Vec<Envelope> = (1..=17).map(long).collect();
    let refused = store.append(VAULT, &long).await.expect_err("too long");
    assert!(matches!(refused, Refused::LongBatch { bytes } if bytes == BATCH_BYTES + PAYLOAD_BYTES), "{refused}");
    store.append(VAULT, &long[..16]).await.expect("just enough");
    store.append(VAULT, &long[16..]).await.expect("the rest");

    let page = store.since(VAULT, &[]).await.expect("a page");
    assert_eq!((page.records.len(), page.more), (BATCH_RECORDS, true));
    let page = store.since(VAULT, &[(PHONE, 500)]).await.expect("a page");
    assert_eq!((page.records.len(), page.more), (16, true), "a page is at most a batch");
    assert_eq!(all(&store, VAULT).await, [&many[..BATCH_RECORDS], &long].concat());
}

#[tokio::test]
async fn one_program_writes_and_others_may_look() {
    let dir = dir("lock");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 3)).await.expect("taken");

    let second = Store::open(&dir, OpenMode::Keep).await.expect_err("one at a time");
    assert!(matches!(second, Trouble::Busy { .. }) && second.to_string().contains("running already"), "{second}");
    let looker = Store::open(&dir, OpenMode::Look).await.expect("looking is fine");
    assert_eq!(all(&looker, VAULT).await, records(PHONE, 1, 3));
    assert_eq!(looker.check().await.expect("whole").records, 3);
    assert!(looker.append(VAULT, &records(PHONE, 4, 4)).await.is_err(), "looking is not writing");

    drop((store, looker));
    open(&dir).await;
}

#[tokio::test]
async fn one_persons_vault_is_begun_once() {
    let dir = dir("only-vault");
    let store = open(&dir).await;
    assert_eq!(store.only_vault(VAULT, 1).await.expect("a vault"), VAULT);
    store.close().await;
    let store = open(&dir).await;
    assert_eq!(store.only_vault(OTHER_VAULT, 2).await.expect("a vault"), VAULT);
    store.erase(VAULT, 3).await.expect("erased");
    assert_eq!(store.only_vault(OTHER_VAULT, 4).await.expect("a vault"), OTHER_VAULT);
}
