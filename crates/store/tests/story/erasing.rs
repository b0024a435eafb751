//! "Delete everything" deletes everything, and it does not come back.

use crate::support::{LAPTOP, NOW, OTHER_VAULT, PHONE, VAULT, all, backups, dir, open, records};
use std::fs;
use std::path::Path;
use store::{OpenMode, Refused, Store};

#[tokio::test]
async fn an_erased_vault_stays_empty() {
    let dir = dir("erased");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 3)).await.expect("taken");
    store.append(OTHER_VAULT, &records(LAPTOP, 1, 2)).await.expect("taken");

    store.erase(VAULT, NOW).await.expect("erased");
    store.erase(VAULT, NOW + 5).await.expect("twice is fine");

    for store in [store, Store::open(&dir, OpenMode::Look).await.expect("open")] {
        assert_eq!(all(&store, VAULT).await, []);
        assert_eq!(store.have(VAULT).await.expect("have"), []);
        assert_eq!(store.erased(VAULT).await.expect("erased"), Some(NOW), "the first time counts");
        assert_eq!(store.last_erased().await.expect("erased"), Some(NOW));
        let refused = store.append(VAULT, &records(PHONE, 1, 3)).await.expect_err("stays empty");
        assert!(matches!(refused, Refused::Erased { at_ms: NOW } | Refused::Trouble(_)), "{refused}");
        assert_eq!(all(&store, OTHER_VAULT).await, records(LAPTOP, 1, 2));
    }
}

#[tokio::test]
async fn no_piece_of_it_is_left_in_any_file() {
    let dir = dir("no-piece");
    let store = open(&dir).await;
    store.append(VAULT, &records(PHONE, 1, 50)).await.expect("taken");
    store.backup_here(NOW).await.expect("backup");
    assert!(found(&dir, b"ache ache"), "it was there");

    store.erase(VAULT, NOW + 1).await.expect("erased");
    store.forget_copies(NOW + 1).expect("forgotten");

    assert_eq!(backups(&dir).len(), 0);
    assert!(!found(&dir, b"ache ache"));
    assert!(!found(&dir, PHONE.as_bytes()));
}

/// Does any file of a directory hold these bytes?
fn found(dir: &Path, piece: &[u8]) -> bool {
    fs::read_dir(dir).expect("directory").any(|entry| {
        let path = entry.expect("entry").path();
        if path.is_dir() {
            return found(&path, piece);
        }
        fs::read(&path).expect("file").windows(piece.len()).any(|window| window == piece)
    })
}
