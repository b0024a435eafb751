//! Records on their way to a peer, over a network that loses, doubles and delays.

#![allow(clippy::expect_used, clippy::panic, reason = "in a test a panic is the report")]

mod common;

use common::{BEGIN, device, story};
use proptest::prelude::*;
use records::{
    BATCH_BYTES, BATCH_RECORDS, Body, Copied, Copying, DeviceId, Heads, Message, Moment, Parcel, Said, Step, Vault,
    from_json,
};
use std::collections::BTreeMap;

/// A peer that keeps logs whole, as the store does.
#[derive(Clone, Default)]
struct Peer {
    logs: BTreeMap<DeviceId, Vec<Parcel>>,
    erased: bool,
}

impl Peer {
    fn answer(&mut self, send: &Message) -> Said {
        if self.erased {
            return Said::Erased { at_ms: 5 };
        }
        let before = self.logs.clone();
        for parcel in if let Message::Batch(batch) = send { batch.as_slice() } else { &[] } {
            let log = self.logs.entry(parcel.device).or_default();
            match log.get(parcel.number as usize - 1) {
                Some(kept) if kept == parcel => {}
                Some(_) => return Said::Differs { device: parcel.device, number: parcel.number },
                None if parcel.number as usize == log.len() + 1 => log.push(parcel.clone()),
                None => {
                    // a gap: all or nothing
                    self.logs = before;
                    break;
                }
            }
        }
        Said::Has(self.heads())
    }

    fn heads(&self) -> Heads {
        self.logs.iter().map(|(device, log)| (*device, log.len() as u64)).collect()
    }

    fn has_all(&self, vault: &Vault) -> bool {
        let kept = self.logs.values().flatten().map(|parcel| from_json(&parcel.payload).expect("a record"));
        let mut here: Vec<_> = vault.records().into_iter().cloned().collect();
        here.sort_by_key(|record| (record.device, record.number));
        kept.eq(here)
    }
}

/// A vault of this device with so many notes of so many bytes.
fn notes(number: u128, count: usize, bytes: usize) -> Vault {
    let mut vault = Vault::new(device(number));
    for _ in 0..count {
        let note = "n".repeat(bytes);
        vault.append(Body::Rated { pain: 4, note }, &Moment { stamp: BEGIN, entropy: [number as u8; 10] });
    }
    vault
}

/// Sends until nothing is left to send; how many batches it took.
fn settle(copying: &mut Copying, vault: &Vault, peer: &mut Peer) -> usize {
    let mut batches = 0;
    while let Some(Step { ticket, send }) = copying.next(vault) {
        batches += usize::from(send != Message::Ask);
        let said = peer.answer(&send);
        copying.heard(ticket, said);
    }
    batches
}

#[test]
fn batches_keep_their_limits() {
    for (count, bytes, want) in
        [(0, 0, 0), (1, 0, 1), (BATCH_RECORDS, 0, 1), (BATCH_RECORDS + 1, 0, 2), (200, 9_800, 3)]
    {
        let (vault, mut peer, mut copying) = (notes(1, count, bytes), Peer::default(), Copying::new());
        assert_eq!(settle(&mut copying, &vault, &mut peer), want, "{count} of {bytes} bytes");
        assert!(peer.has_all(&vault) && copying.copied(&vault) == Copied::All);
    }
    let vault = notes(1, 200, 9_800);
    let mut copying = Copying::new();
    let ask = copying.next(&vault).expect("a question");
    copying.heard(ask.ticket, Said::Has(Heads::default()));
    let Some(Step { send: Message::Batch(batch), .. }) = copying.next(&vault) else { panic!("a batch") };
    let bytes: usize = batch.iter().map(|parcel| parcel.payload.len()).sum();
    assert!((BATCH_BYTES - 20_000..=BATCH_BYTES).contains(&bytes), "{bytes}");
}

#[test]
fn copied_says_up_to_which_record() {
    let vault = story("0d visit; 1h rate 5; 2h rate 4");
    let ids: Vec<_> = vault.records().iter().map(|record| record.id).collect();
    let mut copying = Copying::new();
    assert_eq!(copying.copied(&vault), Copied::Unheard);
    for (has, want) in [
        (0, Copied::UpTo { record: None, missing: 3 }),
        (2, Copied::UpTo { record: Some(ids[1]), missing: 1 }),
        (3, Copied::All),
    ] {
        let mut one = copying.clone();
        let ask = one.next(&vault).expect("a question");
        assert_eq!((one.next(&vault), one.copied(&vault)), (None, Copied::Unheard), "one step at a time");
        one.heard(ask.ticket, Said::Has(Heads::from_iter([(device(1), has)])));
        assert_eq!(one.copied(&vault), want);
    }
    assert!(copying.next(&vault).is_some());
}

#[test]
fn an_erased_or_different_peer_gets_nothing_more() {
    let vault = notes(1, 3, 0);
    let clash = Said::Differs { device: device(1), number: 2 };
    for (said, want) in [
        (Said::Erased { at_ms: 5 }, Copied::Erased { at_ms: 5 }),
        (clash, Copied::Differs { device: device(1), number: 2 }),
    ] {
        let mut copying = Copying::new();
        let ask = copying.next(&vault).expect("a question");
        copying.heard(ask.ticket, said);
        assert_eq!((copying.next(&vault), copying.copied(&vault)), (None, want));
    }
}

#[test]
fn a_peer_that_was_set_back_is_filled_again() {
    let (vault, mut peer, mut copying) = (notes(1, 5, 0), Peer::default(), Copying::new());
    settle(&mut copying, &vault, &mut peer);
    peer.logs.get_mut(&device(1)).expect("a log").truncate(2);
    let more = notes(1, 6, 0);
    settle(&mut copying, &more, &mut peer);
    assert!(peer.has_all(&more));
}

#[test]
fn what_only_the_peer_has_is_named() {
    let (here, there) = (notes(1, 2, 0), notes(2, 3, 0));
    let (mut peer, mut copying) = (Peer::default(), Copying::new());
    settle(&mut Copying::new(), &there, &mut peer);
    settle(&mut copying, &here, &mut peer);
    assert_eq!(copying.to_fetch(&here), Heads::from_iter([(device(2), 0)]));
    assert_eq!(copying.copied(&here), Copied::All);
}

/// What the network does with one message, each way.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Arrives,
    Lost,
    Twice,
    AnswerLost,
    /// The answer comes only after the next step.
    AnswerLate,
    /// The message itself comes only after the next one.
    Late,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_arrives_whatever_the_network_does(
        fates in prop::collection::vec(prop::sample::select(&[
            Fate::Arrives, Fate::Lost, Fate::Twice, Fate::AnswerLost, Fate::AnswerLate, Fate::Late,
        ][..]), 0..30),
        written in prop::collection::vec(0..300_usize, 1..6),
        erased_after in prop::option::of(0..30_usize),
    ) {
        let mut vault = notes(1, 0, 0);
        let (mut peer, mut copying) = (Peer::default(), Copying::new());
        let mut late_answer: Option<(u64, Said)> = None;
        let mut late: Option<Step> = None;
        let mut written = written.into_iter();
        for (at, fate) in fates.into_iter().enumerate() {
            peer.erased |= erased_after == Some(at);
            for _ in 0..written.next().unwrap_or(0) {
                vault.append(Body::Visit, &Moment { stamp: BEGIN, entropy: [9; 10] });
            }
            let Some(step) = copying.next(&vault) else { continue };
            let mut answer = |step: &Step| (step.ticket, peer.answer(&step.send));
            let came = match fate {
                Fate::Lost => None,
                Fate::Late => late.replace(step.clone()).map(|old| answer(&old)),
                Fate::AnswerLost => { answer(&step); None }
                Fate::AnswerLate => late_answer.replace(answer(&step)),
                Fate::Arrives => Some(answer(&step)),
                Fate::Twice => { answer(&step); let said = answer(&step); copying.heard(said.0, said.1.clone()); Some(said) }
            };
            if let Some((ticket, said)) = came {
                copying.heard(ticket, said);
            }
            copying.lost(step.ticket);
        }
        settle(&mut copying, &vault, &mut peer);
        if peer.erased {
            let kept = peer.logs.clone();
            vault.append(Body::Visit, &Moment { stamp: BEGIN, entropy: [9; 10] });
            settle(&mut copying, &vault, &mut peer);
            prop_assert_eq!(copying.copied(&vault), Copied::Erased { at_ms: 5 });
            prop_assert!(peer.logs == kept, "nothing comes back");
        } else {
            prop_assert!(peer.has_all(&vault));
            prop_assert_eq!(copying.copied(&vault), Copied::All);
        }
    }
}
