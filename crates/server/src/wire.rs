//! The API's JSON, apart from what it becomes: see the crate's documentation for the shapes.

use crate::answer::Problem;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{DeviceId, Envelope, Number, Page, VaultId};
use uuid::Uuid;

/// A record, on its way in or out.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Record {
    device: String,
    number: Number,
    id: String,
    at_ms: i64,
    /// Base64.
    payload: String,
}

/// What is sent to be kept.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Batch {
    vault: String,
    records: Vec<Record>,
}

/// What is to be erased; or, in an answer, what there is.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Vault {
    vault: String,
}

/// Which vault, and what of it the asker has.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Asked {
    vault: String,
    #[serde(default)]
    since: String,
}

/// The last number of each log.
#[derive(Debug, Serialize)]
pub(crate) struct Have {
    have: BTreeMap<String, Number>,
}

/// Some records.
#[derive(Debug, Serialize)]
pub(crate) struct Records {
    records: Vec<Record>,
    more: bool,
}

impl Batch {
    pub(crate) fn read(self) -> Result<(VaultId, Vec<Envelope>), Problem> {
        let records = self.records.iter().enumerate();
        let records =
            records.map(|(index, record)| record.read(&format!("records[{index}]"))).collect::<Result<_, _>>()?;
        Ok((uuid("vault", &self.vault)?, records))
    }
}

impl Record {
    fn read(&self, place: &str) -> Result<Envelope, Problem> {
        // Says where and not what: what is in a record is nobody's business.
        let payload = STANDARD.decode(&self.payload);
        Ok(Envelope {
            device: uuid(&format!("{place}.device"), &self.device)?,
            number: self.number,
            id: uuid(&format!("{place}.id"), &self.id)?,
            at_ms: self.at_ms,
            payload: payload.map_err(|_| Problem::bad_request(format!("{place}.payload is not base64")))?,
        })
    }

    fn of(envelope: &Envelope) -> Record {
        let Envelope { device, number, id, at_ms, payload } = envelope;
        let payload = STANDARD.encode(payload);
        Record { device: device.to_string(), number: *number, id: id.to_string(), at_ms: *at_ms, payload }
    }
}

impl Vault {
    pub(crate) fn of(vault: VaultId) -> Vault {
        Vault { vault: vault.to_string() }
    }

    pub(crate) fn read(&self) -> Result<VaultId, Problem> {
        uuid("vault", &self.vault)
    }
}

impl Asked {
    pub(crate) fn read(&self) -> Result<(VaultId, Vec<(DeviceId, Number)>), Problem> {
        let items = self.since.split(',').filter(|item| !item.is_empty());
        let read = |item: &str| {
            let (device, number) = item.split_once(':')?;
            Some((Uuid::try_parse(device).ok()?, number.parse().ok()?))
        };
        let have = items.map(read).collect::<Option<_>>();
        let have = have.ok_or_else(|| Problem::bad_request("since is DEVICE:NUMBER, with commas between"))?;
        Ok((uuid("vault", &self.vault)?, have))
    }
}

impl Have {
    pub(crate) fn of(have: &[(DeviceId, Number)]) -> Have {
        Have { have: have.iter().map(|(device, number)| (device.to_string(), *number)).collect() }
    }
}

impl Records {
    pub(crate) fn of(page: &Page) -> Records {
        Records { records: page.records.iter().map(Record::of).collect(), more: page.more }
    }
}

fn uuid(place: &str, text: &str) -> Result<Uuid, Problem> {
    Uuid::try_parse(text).map_err(|_| Problem::bad_request(format!("{place} is not a UUID")))
}
