//! One person's records, one log a device.

use crate::{Body, Moment, Stamp};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use uuid::Uuid;

/// A device: whoever writes one log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeviceId(pub Uuid);

/// A record. Later ones sort later: the id begins with the time (UUID version 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecordId(pub Uuid);

/// Something that was told or done.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its id, unlike any other.
    pub id: RecordId,
    /// Who wrote it.
    pub device: DeviceId,
    /// Its place in that device's log, from 1, without gaps.
    pub number: u64,
    /// When.
    pub at: Stamp,
    /// What.
    pub body: Body,
}

/// Records that do not make a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// After `number` of this device comes something else than `number + 1`.
    Gap {
        /// Device.
        device: DeviceId,
        /// Last number in order.
        number: u64,
    },
    /// Two different records have this device and number.
    Clash {
        /// Device.
        device: DeviceId,
        /// Number.
        number: u64,
    },
    /// Two records have the same id.
    Twice(RecordId),
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Broken::Gap { device, number } => {
                write!(f, "the log of device {} has a gap after record {number}", device.0)
            }
            Broken::Clash { device, number } => {
                write!(f, "the log of device {} has two different records {number}", device.0)
            }
            Broken::Twice(id) => write!(f, "two records have the id {}", id.0),
        }
    }
}

impl std::error::Error for Broken {}

/// One person's data.
#[derive(Clone, Debug, PartialEq)]
pub struct Vault {
    device: DeviceId,
    logs: BTreeMap<DeviceId, Vec<Record>>,
}

impl Vault {
    /// An empty one, written to by this device.
    pub fn new(device: DeviceId) -> Vault {
        Vault { device, logs: BTreeMap::new() }
    }

    /// The device that writes.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// Writes a record at the end of this device's log.
    pub fn append(&mut self, body: Body, moment: &Moment) -> Record {
        let log = self.logs.entry(self.device).or_default();
        let number = log.len() as u64 + 1;
        let millis = u64::try_from(moment.stamp.at_ms).unwrap_or(0);
        let mut bytes = moment.entropy;
        // several records of one moment need ids of their own
        for (byte, part) in bytes[2..].iter_mut().zip(number.to_le_bytes()) {
            *byte ^= part;
        }
        let id = RecordId(uuid::Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid());
        let record = Record { id, device: self.device, number, at: moment.stamp, body };
        log.push(record.clone());
        record
    }

    /// Takes in records of any device; those already here are left as they are. All or none.
    ///
    /// # Errors
    /// [`Broken`] if the logs would not be whole afterwards; nothing is taken in then.
    pub fn take(&mut self, records: impl IntoIterator<Item = Record>) -> Result<Vec<Record>, Broken> {
        let mut ids = BTreeSet::new();
        ids.extend(self.logs.values().flatten().map(|record| record.id));
        let mut incoming: Vec<Record> = records.into_iter().collect();
        // sets are extended and not collected, which would sort: a third of the code in a browser
        sorted::by_key(&mut incoming, |record| (record.device, record.number));
        let mut logs = self.logs.clone();
        let mut new = Vec::new();
        for record in incoming {
            let log = logs.entry(record.device).or_default();
            let last = log.len() as u64;
            let (device, number) = (record.device, record.number);
            if (1..=last).contains(&number) {
                if log[(number - 1) as usize] != record {
                    return Err(Broken::Clash { device, number });
                }
            } else if number != last + 1 {
                return Err(Broken::Gap { device, number: last });
            } else if !ids.insert(record.id) {
                return Err(Broken::Twice(record.id));
            } else {
                log.push(record.clone());
                new.push(record);
            }
        }
        self.logs = logs;
        Ok(new)
    }

    /// All records in time order; what happened in the same millisecond, by id.
    pub fn records(&self) -> Vec<&Record> {
        let mut records: Vec<&Record> = self.logs.values().flatten().collect();
        sorted::by_key(&mut records, |record| (record.at.at_ms, record.device, record.number));
        records
    }

    /// The log of each device, in its own order.
    pub(crate) fn logs(&self) -> impl Iterator<Item = &[Record]> {
        self.logs.values().map(Vec::as_slice)
    }

    /// The last number of each device's log.
    pub fn have(&self) -> BTreeMap<DeviceId, u64> {
        self.logs.iter().map(|(device, log)| (*device, log.len() as u64)).collect()
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.logs.values().all(Vec::is_empty)
    }
}
