//! What is kept.

use crate::Refused;
use uuid::Uuid;

/// One person's data.
pub type VaultId = Uuid;
/// Whoever writes one log of a vault.
pub type DeviceId = Uuid;
/// Place of a record in its device's log: from 1, without gaps.
pub type Number = u64;

/// Bytes a record's content may have.
pub const PAYLOAD_BYTES: usize = 64 * 1024;
/// Records a batch may have.
pub const BATCH_RECORDS: usize = 500;
/// Bytes all contents of a batch may have together.
pub const BATCH_BYTES: usize = 1024 * 1024;

/// A record with what must be known to keep it. What it says is the device's business.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    /// Who wrote it.
    pub device: DeviceId,
    /// Its place in that device's log.
    pub number: Number,
    /// Its id, unlike any other in the vault.
    pub id: Uuid,
    /// When, by the device's clock: milliseconds since 1970, UTC.
    pub at_ms: i64,
    /// What, at most [`PAYLOAD_BYTES`].
    pub payload: Vec<u8>,
}

/// Can a batch be taken at all?
pub(crate) fn fits(batch: &[Envelope]) -> Result<(), Refused> {
    if batch.len() > BATCH_RECORDS {
        return Err(Refused::ManyRecords { records: batch.len() });
    }
    for Envelope { device, number, payload, .. } in batch {
        if payload.len() > PAYLOAD_BYTES {
            return Err(Refused::LongRecord { device: *device, number: *number, bytes: payload.len() });
        }
    }
    let bytes = batch.iter().map(|envelope| envelope.payload.len()).sum();
    if bytes > BATCH_BYTES { Err(Refused::LongBatch { bytes }) } else { Ok(()) }
}
