//! Stores in directories of their own.

use std::fs;
use std::path::{Path, PathBuf};
use store::{DeviceId, Envelope, OpenMode, Store, VaultId};
use uuid::Uuid;

pub(crate) const VAULT: VaultId = Uuid::from_u128(0xa1);
pub(crate) const OTHER_VAULT: VaultId = Uuid::from_u128(0xa2);
pub(crate) const PHONE: DeviceId = Uuid::from_u128(0xd1);
pub(crate) const LAPTOP: DeviceId = Uuid::from_u128(0xd2);

/// 2026-11-25, about two in the morning.
pub(crate) const NOW: i64 = 1_795_572_600_123;
pub(crate) const DAY: i64 = 86_400_000;

/// An empty directory of one's own.
pub(crate) fn dir(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("store").join(name);
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).expect("a directory");
    dir
}

pub(crate) async fn open(dir: &Path) -> Store {
    Store::open(dir, OpenMode::Keep).await.unwrap_or_else(|trouble| panic!("{trouble}"))
}

/// A record whose content follows from its device and number.
pub(crate) fn record(device: DeviceId, number: u64) -> Envelope {
    let id = Uuid::from_u128((device.as_u128() << 64) + u128::from(number));
    let payload = format!("record {number} of {device}, {}", "ache ".repeat((number % 7) as usize * 20));
    Envelope { device, number, id, at_ms: NOW + number as i64, payload: payload.into_bytes() }
}

/// Records of a device, `from` to `to`, both counted in.
pub(crate) fn records(device: DeviceId, from: u64, to: u64) -> Vec<Envelope> {
    (from..=to).map(|number| record(device, number)).collect()
}

/// Everything in a vault, page by page.
pub(crate) async fn all(store: &Store, vault: VaultId) -> Vec<Envelope> {
    let mut found: Vec<Envelope> = Vec::new();
    loop {
        let have: Vec<_> = found.iter().map(|envelope| (envelope.device, envelope.number)).collect();
        let page = store.since(vault, &have).await.expect("a page");
        found.extend(page.records);
        if !page.more {
            return found;
        }
    }
}

/// Where the newest backup is.
pub(crate) fn backups(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir.join("backups")).into_iter().flatten();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.expect("entry").path()).collect();
    found.sort();
    found
}
