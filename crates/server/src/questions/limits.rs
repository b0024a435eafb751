//! How many questions are taken. Nobody's address is kept: what counts is a keyed hash of it, in memory, and the key and all that
//! was counted are thrown away each hour.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

const HOUR_MS: i64 = 60 * 60 * 1000;
/// Questions an hour from one sender.
const FROM_ONE: u32 = 5;
/// Questions an hour from all.
const FROM_ALL: u32 = 60;

/// Counts questions.
pub(crate) struct Limits {
    hour: Mutex<Hour>,
}

struct Hour {
    key: [u8; 32],
    since_ms: i64,
    all: u32,
    /// At most as many as are taken in all.
    senders: BTreeMap<[u8; 8], u32>,
}

impl Hour {
    fn begin(now_ms: i64) -> Result<Hour, getrandom::Error> {
        let mut key = [0; 32];
        getrandom::fill(&mut key)?;
        Ok(Hour { key, since_ms: now_ms, all: 0, senders: BTreeMap::new() })
    }

    /// A sender without a name: a network of IPv6 counts as one.
    fn sender(&self, address: IpAddr) -> [u8; 8] {
        let bytes = match address.to_canonical() {
            IpAddr::V4(address) => address.octets().to_vec(),
            IpAddr::V6(address) => address.octets()[..8].to_vec(),
        };
        let mut hash = [0; 8];
        // Any length of key will do for it.
        if let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.key) {
            mac.update(&bytes);
            hash.copy_from_slice(&mac.finalize().into_bytes()[..8]);
        }
        hash
    }
}

impl Limits {
    pub(crate) fn new(now_ms: i64) -> Result<Limits, getrandom::Error> {
        Ok(Limits { hour: Mutex::new(Hour::begin(now_ms)?) })
    }

    /// Counts a question. False if it is one too many.
    pub(crate) fn take(&self, address: IpAddr, now_ms: i64) -> Result<bool, getrandom::Error> {
        // Counting cannot be half done.
        let mut hour = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        if !(0..HOUR_MS).contains(&now_ms.saturating_sub(hour.since_ms)) {
            *hour = Hour::begin(now_ms)?;
        }
        let sender = hour.sender(address);
        let sent = hour.senders.get(&sender).copied().unwrap_or(0);
        if hour.all >= FROM_ALL || sent >= FROM_ONE {
            return Ok(false);
        }
        hour.all += 1;
        hour.senders.insert(sender, sent + 1);
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use super::{FROM_ALL, FROM_ONE, HOUR_MS, Limits};
    use std::net::IpAddr;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn one_sender_and_all_together_have_a_limit_an_hour() {
        let limits = Limits::new(0).expect("chance");
        let take = |from: &str, now| limits.take(address(from), now).expect("chance");
        for _ in 0..FROM_ONE {
            assert!(take("2001:db8::1", 1));
        }
        for (from, taken) in [("2001:db8::1", false), ("2001:db8::ffff", false), ("2001:db8:0:1::1", true)] {
            assert_eq!(take(from, 2), taken, "{from}");
        }
        for number in FROM_ONE + 1..FROM_ALL {
            assert!(take(&format!("192.0.2.{number}"), 3), "{number}");
        }
        assert!(!take("198.51.100.1", 4), "all have had theirs");
        assert!(take("2001:db8::1", HOUR_MS), "the next hour begins anew");
    }
}
