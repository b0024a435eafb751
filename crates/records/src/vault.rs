//! One person's records, one log a device.

use crate::{Body, Heads, Moment, Stamp};
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
    logs: Logs,
}

/// A log for each device, sorted by device.
type Logs = Vec<(DeviceId, Vec<Record>)>;

/// The log of a device, a new one if there is none.
fn log_of(logs: &mut Logs, device: DeviceId) -> &mut Vec<Record> {
    let at = logs.partition_point(|(known, _)| *known < device);
    if logs.get(at).is_none_or(|(known, _)| *known != device) {
        logs.insert(at, (device, Vec::new()));
    }
    &mut logs[at].1
}

impl Vault {
    /// An empty one, written to by this device.
    pub fn new(device: DeviceId) -> Vault {
        Vault { device, logs: Logs::new() }
    }

    /// The device that writes.
    pub fn device(&self) -> DeviceId {
        self.device
    }

    /// Writes a record at the end of this device's log.
    pub fn append(&mut self, body: Body, moment: &Moment) -> Record {
        let log = log_of(&mut self.logs, self.device);
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
        let mut incoming: Vec<Record> = records.into_iter().collect();
        sorted::by_key(&mut incoming, |record| (record.device, record.number));
        let mut logs = self.logs.clone();
        let mut new = Vec::new();
        for record in incoming {
            let log = log_of(&mut logs, record.device);
            let last = log.len() as u64;
            let (device, number) = (record.device, record.number);
            if (1..=last).contains(&number) {
                if log[(number - 1) as usize] != record {
                    return Err(Broken::Clash { device, number });
                }
            } else if number != last + 1 {
                return Err(Broken::Gap { device, number: last });
            } else {
                log.push(record.clone());
                new.push(record);
            }
        }
        let mut ids: Vec<RecordId> = logs.iter().flat_map(|(_, log)| log).map(|record| record.id).collect();
        sorted::by_key(&mut ids, |id| *id);
        if let Some(twice) = ids.windows(2).find(|pair| pair[0] == pair[1]) {
            return Err(Broken::Twice(twice[0]));
        }
        self.logs = logs;
        Ok(new)
    }

    /// What was here when a record of it was written: the earlier ones of its device, and of the others what is no later.
    pub fn before(&self, record: &Record) -> Vault {
        let earlier = |other: &&Record| {
            if other.device == record.device { other.number < record.number } else { other.at.at_ms <= record.at.at_ms }
        };
        let cut =
            |(device, log): &(DeviceId, Vec<Record>)| (*device, log.iter().take_while(earlier).cloned().collect());
        Vault { device: self.device, logs: self.logs.iter().map(cut).collect() }
    }

    /// All records in time order; what happened in the same millisecond, by id.
    pub fn records(&self) -> Vec<&Record> {
        let mut records: Vec<&Record> = self.logs().flatten().collect();
        sorted::by_key(&mut records, |record| (record.at.at_ms, record.device, record.number));
        records
    }

    /// The log of each device, in its own order.
    pub(crate) fn logs(&self) -> impl Iterator<Item = &[Record]> {
        self.logs.iter().map(|(_, log)| log.as_slice())
    }

    /// The last number of each device's log.
    pub fn have(&self) -> Heads {
        let mut heads = Heads::default();
        // one by one: a map that is collected sorts, in code of its own
        for (device, log) in &self.logs {
            heads.insert(*device, log.len() as u64);
        }
        heads
    }

    /// Is there nothing?
    pub fn is_empty(&self) -> bool {
        self.logs().all(<[Record]>::is_empty)
    }
}
