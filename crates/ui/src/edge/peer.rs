//! The local server: a second copy, on this computer. Asked at the page's own address and nowhere else.
//!
//! A page from a plain file host finds no server there and asks no more. A server that was there and is gone is asked again
//! and again, less and less often.

use super::http::{Answer, ask};
use super::{base64, desk, wait};
use js_sys::{Function, Promise};
use json::Json;
use records::{Copying, DeviceId, Heads, Message, Parcel, Record, Said, from_json};
use std::cell::RefCell;
use uuid::Uuid;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Waits, milliseconds: the first and the longest after something went wrong, and when all is well.
const SOON: i32 = 2_000;
const LATE: i32 = 60_000;
const CALM: i32 = 30_000;

/// Why a round of copying ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It cannot be reached, or does not answer as it should: later again.
    Gone,
    /// There is no such server here.
    Nobody,
    /// Everything was deleted there: it goes here too.
    Erased,
}

thread_local! {
    /// Ends the wait for the next round.
    static NUDGE: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Copies for as long as the page lives. Ends if there is no server at this address.
pub(crate) async fn copy() {
    let mut after = SOON;
    loop {
        let pause = match round().await {
            Ok(()) => {
                after = SOON;
                CALM
            }
            Err(End::Nobody) => return,
            Err(End::Erased) => return desk::erase_here().await,
            Err(End::Gone) => {
                desk::with(desk::Desk::not_copied);
                after = (after * 2).min(LATE);
                after
            }
        };
        until_nudged(pause).await;
    }
}

/// There is something new to copy.
pub(crate) fn nudge() {
    if let Some(nudge) = NUDGE.take() {
        let _ = nudge.call0(&JsValue::NULL);
    }
}

/// Deletes the copy. True if none is left.
pub(crate) async fn erase(vault: Uuid) -> bool {
    let answer = ask("./api/erase", Some(&Json::object([("vault", vault.to_string().into())]))).await;
    // 404: another server, which never had it; 410: it is deleted already
    answer.is_some_and(|answer| matches!(answer.status, 200 | 404 | 410))
}

/// Fetches what the server has more, and sends what it lacks.
async fn round() -> Result<(), End> {
    healthy().await?;
    if let Some(old) = desk::with(|desk| desk.to_erase).flatten() {
        if !erase(old).await {
            return Err(End::Gone);
        }
        desk::erased_there().await;
    }
    let vault = vault().await?;
    let mut copying = Copying::new();
    // what is not on the disk yet goes nowhere
    while let Some(step) =
        desk::with(|desk| desk.kept_all().then(|| copying.next(desk.app.vault())).flatten()).flatten()
    {
        let answer = match &step.send {
            Message::Ask => ask(&format!("./api/records/have?vault={vault}"), None).await,
            Message::Batch(parcels) => ask("./api/records", Some(&batch(vault, parcels))).await,
        };
        copying.heard(step.ticket, said(&answer.ok_or(End::Gone)?)?);
        fetch(vault, &copying).await?;
        desk::with(|desk| desk.copied(&copying));
    }
    Ok(())
}

async fn healthy() -> Result<(), End> {
    let answer = ask("./api/health", None).await.ok_or(End::Gone)?;
    if *answer.said.field("ok") == Json::Bool(true) { Ok(()) } else { Err(End::Nobody) }
}

/// The vault that is kept there; it is ours from now on, unless ours was deleted there.
async fn vault() -> Result<Uuid, End> {
    let answer = ask("./api/vault", None).await.ok_or(End::Gone)?;
    let theirs = uuid(answer.said.field("vault")).ok_or(End::Gone)?;
    match desk::with(|desk| desk.vault).flatten() {
        Some(ours) if ours == theirs => Ok(theirs),
        ours => {
            if let Some(ours) = ours {
                let old = ask(&format!("./api/records/have?vault={ours}"), None).await.ok_or(End::Gone)?;
                if old.status == 410 {
                    return Err(End::Erased);
                }
            }
            desk::remember(theirs).await.map_err(|_| End::Gone)?;
            Ok(theirs)
        }
    }
}

/// Takes in what the server has and this device lacks: on the disk first.
async fn fetch(vault: Uuid, copying: &Copying) -> Result<(), End> {
    while desk::with(|desk| !copying.to_fetch(desk.app.vault()).is_empty()) == Some(true) {
        let have = desk::with(|desk| desk.app.vault().have()).ok_or(End::Gone)?;
        let answer =
            ask(&format!("./api/records?vault={vault}&since={}", since(&have)), None).await.ok_or(End::Gone)?;
        let records = records(&answer.said).ok_or(End::Gone)?;
        if records.is_empty() {
            return Err(End::Gone);
        }
        desk::take(records).await.map_err(|_| End::Gone)?;
    }
    Ok(())
}

/// What an answer means for copying.
fn said(answer: &Answer) -> Result<Said, End> {
    let error = answer.said.field("error");
    match answer.status {
        200 => heads(answer.said.field("have")).map(Said::Has).ok_or(End::Gone),
        409 if matches!(error.field("kind").text(), Some("different" | "id_taken")) => {
            let device = uuid(error.field("device")).map(DeviceId).ok_or(End::Gone)?;
            Ok(Said::Differs { device, number: count(error.field("number")).unwrap_or(0) })
        }
        410 => Err(End::Erased),
        _ => Err(End::Gone),
    }
}

fn heads(have: &Json) -> Option<Heads> {
    let mut heads = Heads::default();
    for (device, number) in have.fields()? {
        heads.insert(DeviceId(Uuid::try_parse(device).ok()?), count(number)?);
    }
    Some(heads)
}

fn count(number: &Json) -> Option<u64> {
    u64::try_from(number.whole()?).ok()
}

fn batch(vault: Uuid, parcels: &[Parcel]) -> Json {
    let records = parcels
        .iter()
        .map(|parcel| {
            Json::object([
                ("device", parcel.device.0.to_string().into()),
                ("number", parcel.number.cast_signed().into()),
                ("id", parcel.id.0.to_string().into()),
                ("at_ms", parcel.at_ms.into()),
                ("payload", base64::encode(parcel.payload.as_bytes()).into()),
            ])
        })
        .collect();
    Json::object([("vault", vault.to_string().into()), ("records", Json::List(records))])
}

/// The records of an answer; none if there is one that cannot be read.
fn records(answer: &Json) -> Option<Vec<Record>> {
    let read = |record: &Json| {
        let payload = base64::decode(record.field("payload").text()?)?;
        from_json(std::str::from_utf8(&payload).ok()?).ok()
    };
    answer.field("records").list()?.iter().map(read).collect()
}

fn since(have: &Heads) -> String {
    let parts: Vec<String> = have.iter().map(|(device, number)| format!("{}:{number}", device.0)).collect();
    parts.join(",")
}

fn uuid(value: &Json) -> Option<Uuid> {
    Uuid::try_parse(value.text()?).ok()
}

async fn until_nudged(ms: i32) {
    let promise = Promise::new(&mut |yes: Function, _| {
        NUDGE.set(Some(yes.clone()));
        spawn_local(async move {
            wait::pause(ms).await;
            let _ = yes.call0(&JsValue::NULL);
        });
    });
    let _ = JsFuture::from(promise).await;
}

#[cfg(test)]
mod tests {
    use super::{Answer, End, Heads, batch, heads, records, said, since};
    use json::{Json, read};
    use records::{Body, DeviceId, Moment, Parcel, Said, Stamp, Vault, to_json};
    use uuid::Uuid;

    fn answer(status: u16, said: &str) -> Answer {
        Answer { status, said: read(said).unwrap_or(Json::Null) }
    }

    #[test]
    fn what_the_server_says_means() {
        let device = Uuid::from_u128(7);
        let has = answer(200, &format!(r#"{{"have":{{"{device}":3}}}}"#));
        assert_eq!(said(&has), Ok(Said::Has(Heads::from_iter([(DeviceId(device), 3)]))));
        let other = format!(r#"{{"error":{{"kind":"different","device":"{device}","number":2}}}}"#);
        assert_eq!(said(&answer(409, &other)), Ok(Said::Differs { device: DeviceId(device), number: 2 }));
        for (status, end) in [(410, End::Erased), (401, End::Gone), (500, End::Gone), (507, End::Gone)] {
            assert_eq!(said(&answer(status, r#"{"error":{}}"#)), Err(end), "{status}");
        }
        assert_eq!(said(&answer(200, "no")), Err(End::Gone), "no JSON");
    }

    #[test]
    fn a_record_comes_back_as_it_went() {
        let mut vault = Vault::new(DeviceId(Uuid::from_u128(7)));
        let moment = Moment { stamp: Stamp { at_ms: 1_796_112_000_000, offset_min: 60 }, entropy: [1; 10] };
        let record = vault.append(Body::Rated { pain: 4, note: "à la fin · mieux".to_owned() }, &moment);
        let parcel = Parcel {
            device: record.device,
            number: record.number,
            id: record.id,
            at_ms: record.at.at_ms,
            payload: to_json(&record),
        };
        let sent = batch(Uuid::from_u128(1), &[parcel]);
        assert_eq!(records(&sent), Some(vec![record]));
        assert_eq!(since(&vault.have()), format!("{}:1", Uuid::from_u128(7)));
    }

    #[test]
    fn nonsense_is_nothing() {
        assert_eq!(heads(&Json::object([("x", 1.into())])), None);
        assert_eq!(records(&answer(200, r#"{"records":[{"payload":"!"}]}"#).said), None);
    }
}
