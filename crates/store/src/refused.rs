//! Why a batch was not taken. Nothing of it was kept then.

use crate::{BATCH_BYTES, BATCH_RECORDS, DeviceId, Number, PAYLOAD_BYTES, Trouble};
use uuid::Uuid;

/// Why a batch was not taken; nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Everything in this vault was deleted, and it must not come back.
    #[error("everything in this vault was deleted; its records are not taken again")]
    Erased {
        /// When.
        at_ms: i64,
    },
    /// A record is missing before this one.
    #[error("device {device}: record {number} came, but the next one is {expected}")]
    Gap {
        /// Device.
        device: DeviceId,
        /// What came.
        number: Number,
        /// What would come next.
        expected: Number,
    },
    /// Under this device and number something else is kept already.
    #[error("device {device}: another record {number} is kept already")]
    Different {
        /// Device.
        device: DeviceId,
        /// Number.
        number: Number,
    },
    /// Another record has this id.
    #[error("device {device}: record {number} has the id {id}, which another record has already")]
    IdTaken {
        /// Device.
        device: DeviceId,
        /// Number.
        number: Number,
        /// Id.
        id: Uuid,
    },
    /// A record is too long.
    #[error("device {device}: record {number} has {bytes} bytes; at most {PAYLOAD_BYTES} are taken")]
    LongRecord {
        /// Device.
        device: DeviceId,
        /// Number.
        number: Number,
        /// Bytes it has.
        bytes: usize,
    },
    /// Too much at once.
    #[error("the batch has {bytes} bytes; at most {BATCH_BYTES} are taken at once")]
    LongBatch {
        /// Bytes it has.
        bytes: usize,
    },
    /// Too many at once.
    #[error("the batch has {records} records; at most {BATCH_RECORDS} are taken at once")]
    ManyRecords {
        /// Records it has.
        records: usize,
    },
    /// It could not be kept.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl From<sqlx::Error> for Refused {
    fn from(error: sqlx::Error) -> Refused {
        Refused::Trouble(error.into())
    }
}
