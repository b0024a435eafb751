//! How records reach a peer that keeps a copy, as a state machine over values: no network here.
//!
//! The edge asks [`Copying::next`] what to send, sends it, and tells [`Copying::heard`] or [`Copying::lost`]. Each step has
//! a ticket, so that answers may come late, twice or never. A peer takes a record that it has already, exactly so, as
//! fine; that is why sending one twice is harmless.

use crate::{DeviceId, Record, RecordId, Vault, to_json};

/// Most records in one batch.
pub const BATCH_RECORDS: usize = 500;
/// Most bytes in one batch, over all its payloads.
pub const BATCH_BYTES: usize = 900_000;

/// The last number of each log that somebody has.
pub type Heads = guide::Map<DeviceId, u64>;

/// One peer, as far as it is known.
#[derive(Clone, Debug, Default)]
pub struct Copying {
    /// What it said last.
    peer: Option<Said>,
    /// Last ticket given out, and latest one that was answered.
    given: u64,
    answered: u64,
    /// Ticket whose answer is waited for.
    waits: Option<u64>,
    /// Is what is known of the peer too old to send by?
    unsure: bool,
}

/// One step of copying: something to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Comes back with the answer.
    pub ticket: u64,
    /// What.
    pub send: Message,
}

/// What to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// Ask what the peer has.
    Ask,
    /// These records, each the next of its log.
    Batch(Vec<Parcel>),
}

/// A record on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// Who wrote it.
    pub device: DeviceId,
    /// Its place in that log.
    pub number: u64,
    /// Its id.
    pub id: RecordId,
    /// When it was made, milliseconds since 1970 in UTC.
    pub at_ms: i64,
    /// The record as JSON.
    pub payload: String,
}

/// What a peer answers to a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// What it has now; after a batch, also one that it refused because something before it is missing.
    Has(Heads),
    /// Everything was deleted there and must not come back.
    Erased {
        /// When, milliseconds since 1970 in UTC.
        at_ms: i64,
    },
    /// It has another record in this place.
    Differs {
        /// Device.
        device: DeviceId,
        /// Number.
        number: u64,
    },
}

/// How much of a vault the peer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// Not known: it has not been reached yet.
    Unheard,
    /// Everything.
    All,
    /// Everything up to this record in time order.
    UpTo {
        /// The last before the first that is missing there.
        record: Option<RecordId>,
        /// How many are missing there.
        missing: usize,
    },
    /// Everything was deleted there; nothing is sent any more.
    Erased {
        /// When, milliseconds since 1970 in UTC.
        at_ms: i64,
    },
    /// It has another record in this place, as when a device was cloned; nothing is sent any more.
    Differs {
        /// Device.
        device: DeviceId,
        /// Number.
        number: u64,
    },
}

impl Copying {
    /// A peer of which nothing is known.
    pub fn new() -> Copying {
        Copying::default()
    }

    /// What to send now; nothing while an answer is due, or when there is nothing to send.
    pub fn next(&mut self, vault: &Vault) -> Option<Step> {
        if self.waits.is_some() {
            return None;
        }
        let send = match &self.peer {
            None => Message::Ask,
            Some(Said::Has(_)) if self.unsure => Message::Ask,
            Some(Said::Has(heads)) => Message::Batch(Some(batch(vault, heads)).filter(|batch| !batch.is_empty())?),
            Some(Said::Erased { .. } | Said::Differs { .. }) => return None,
        };
        self.given += 1;
        self.waits = Some(self.given);
        Some(Step { ticket: self.given, send })
    }

    /// The peer answered. An answer that is older than one heard before says nothing any more.
    pub fn heard(&mut self, ticket: u64, said: Said) {
        if ticket <= self.answered || ticket > self.given {
            return;
        }
        self.answered = ticket;
        if self.waits == Some(ticket) {
            self.waits = None;
            self.unsure = false;
        }
        self.peer = Some(said);
    }

    /// No answer came, or none that could be read. The edge decides how long to wait before the next step.
    pub fn lost(&mut self, ticket: u64) {
        if self.waits == Some(ticket) {
            self.waits = None;
            // what was sent may have arrived, and the peer may be another since (a backup was restored)
            self.unsure = true;
        }
    }

    /// How much of the vault the peer has, as far as it said.
    pub fn copied(&self, vault: &Vault) -> Copied {
        let heads = match &self.peer {
            None => return Copied::Unheard,
            Some(Said::Erased { at_ms }) => return Copied::Erased { at_ms: *at_ms },
            Some(Said::Differs { device, number }) => return Copied::Differs { device: *device, number: *number },
            Some(Said::Has(heads)) => heads,
        };
        let records = vault.records();
        let has = |record: &Record| record.number <= head(heads, record.device);
        let Some(first) = records.iter().position(|record| !has(record)) else { return Copied::All };
        let missing = records.iter().filter(|record| !has(record)).count();
        Copied::UpTo { record: first.checked_sub(1).map(|at| records[at].id), missing }
    }

    /// Logs of which the peer has more than the vault, with the last number that is here: what to fetch from it.
    pub fn to_fetch(&self, vault: &Vault) -> Heads {
        let Some(Said::Has(heads)) = &self.peer else { return Heads::default() };
        let here = vault.have();
        let mut more = Heads::default();
        for (device, number) in heads {
            let known = head(&here, *device);
            if *number > known {
                more.insert(*device, known);
            }
        }
        more
    }
}

fn head(heads: &Heads, device: DeviceId) -> u64 {
    heads.get(&device).copied().unwrap_or(0)
}

/// The next records that somebody with these heads lacks, as many as fit; one at least, however large.
fn batch(vault: &Vault, heads: &Heads) -> Vec<Parcel> {
    let mut batch = Vec::new();
    let mut room = BATCH_BYTES;
    let missing = vault.logs().flatten().filter(|record| record.number > head(heads, record.device));
    for record in missing.take(BATCH_RECORDS) {
        let payload = to_json(record);
        if payload.len() > room && !batch.is_empty() {
            break;
        }
        room = room.saturating_sub(payload.len());
        let Record { id, device, number, at, .. } = *record;
        batch.push(Parcel { device, number, id, at_ms: at.at_ms, payload });
    }
    batch
}
