//! The device's own copy: IndexedDB.
//!
//! Database `unknot`: store `records`, key `[device, number]`, value one record as JSON; store `meta`, with the id of this
//! device, the vault a local server knows it by or has yet to delete, what was done in the session that goes on, and the turn
//! of the tab that may write. A tab that has lost its turn
//! writes nothing more, even if it has not heard of it yet.

use super::wait;
use js_sys::{Array, Function, Object, Reflect};
use records::{DeviceId, Record};
use records::{from_json, to_json};
use uuid::Uuid;
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbTransaction};

const NAME: &str = "unknot";
const VERSION: u32 = 1;
const RECORDS: &str = "records";
const META: &str = "meta";
const DEVICE: &str = "device";
const VAULT: &str = "vault";
const TURN: &str = "turn";
const ERASE: &str = "erase";
const WALK: &str = "walk";

/// Why something was not read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    /// There is no disk, it is full, or the browser does not let us.
    Disk,
    /// Another tab has taken over.
    Turn,
    /// A newer Unknot wrote what is there, or it is damaged.
    Unreadable,
}

/// The open database, and this tab's turn.
#[derive(Clone)]
pub(crate) struct Disk {
    db: IdbDatabase,
    turn: f64,
}

/// What the disk had.
pub(crate) struct Kept {
    /// This device.
    pub(crate) device: DeviceId,
    /// The vault by which the local server knows it.
    pub(crate) vault: Option<Uuid>,
    /// A vault that was deleted here and has yet to be deleted there.
    pub(crate) to_erase: Option<Uuid>,
    /// About the session that goes on; empty if none does.
    pub(crate) walk: String,
    /// Everything, in no order.
    pub(crate) records: Vec<Record>,
}

impl Kept {
    /// Nothing yet.
    pub(crate) fn nothing(device: DeviceId) -> Kept {
        Kept { device, vault: None, to_erase: None, walk: String::new(), records: Vec::new() }
    }
}

impl Disk {
    /// Opens it, takes the turn to write, and reads everything. `fresh` becomes this device's id if it has none.
    pub(crate) async fn open(fresh: Uuid) -> Result<(Disk, Kept), Refused> {
        let db = database().await?;
        let work = Work::begin(&db)?;
        let meta = work.store(META)?;
        let turn = read(&meta, TURN).await?.as_f64().unwrap_or(0.0) + 1.0;
        put(&meta, TURN, &JsValue::from_f64(turn))?;
        let device = match uuid(&read(&meta, DEVICE).await?) {
            Some(device) => device,
            None => {
                put(&meta, DEVICE, &JsValue::from_str(&fresh.to_string()))?;
                fresh
            }
        };
        let vault = uuid(&read(&meta, VAULT).await?);
        let to_erase = uuid(&read(&meta, ERASE).await?);
        let walk = read(&meta, WALK).await?.as_string().unwrap_or_default();
        let all = work.store(RECORDS)?.get_all().map_err(|_| Refused::Disk)?;
        let all = wait::request(&all).await.map_err(|()| Refused::Disk)?;
        work.done().await?;
        let texts = Array::from(&all);
        let records = texts.iter().map(|text| text.as_string().and_then(|text| from_json(&text).ok()));
        let records = records.collect::<Option<Vec<Record>>>().ok_or(Refused::Unreadable)?;
        Ok((Disk { db, turn }, Kept { device: DeviceId(device), vault, to_erase, walk, records }))
    }

    /// Writes records; they are on the disk when this is done. All or none.
    pub(crate) async fn keep(&self, records: &[Record]) -> Result<(), Refused> {
        let work = self.work().await?;
        let store = work.store(RECORDS)?;
        for record in records {
            let key = Array::of2(&record.device.0.to_string().into(), &JsValue::from_f64(record.number as f64));
            // what is there is never written over
            store.add_with_key(&to_json(record).into(), &key).map_err(|_| Refused::Disk)?;
        }
        work.done().await
    }

    /// Remembers the vault by which the local server knows this device.
    pub(crate) async fn remember(&self, vault: Uuid) -> Result<(), Refused> {
        let work = self.work().await?;
        put(&work.store(META)?, VAULT, &JsValue::from_str(&vault.to_string()))?;
        work.done().await
    }

    /// Keeps a text about the session that goes on.
    pub(crate) async fn walk(&self, text: &str) -> Result<(), Refused> {
        let work = self.work().await?;
        put(&work.store(META)?, WALK, &JsValue::from_str(text))?;
        work.done().await
    }

    /// Deletes everything: records, the device's id, and, if nobody has to be told, the database itself.
    pub(crate) async fn erase(self, to_tell: Option<Uuid>) -> Result<(), Refused> {
        let work = self.work().await?;
        for name in [RECORDS, META] {
            work.store(name)?.clear().map_err(|_| Refused::Disk)?;
        }
        if let Some(vault) = to_tell {
            put(&work.store(META)?, ERASE, &JsValue::from_str(&vault.to_string()))?;
        }
        work.done().await?;
        self.db.close();
        if to_tell.is_none() {
            let deleted = factory()?.delete_database(NAME).map_err(|_| Refused::Disk)?;
            // empty is what counts: another tab may still hold it open
            let _ = wait::either(&deleted, &["success"], &["error", "blocked"]).await;
        }
        Ok(())
    }

    /// The local server has deleted it too.
    pub(crate) async fn erased_there(&self) -> Result<(), Refused> {
        let work = self.work().await?;
        work.store(META)?.delete(&ERASE.into()).map_err(|_| Refused::Disk)?;
        work.done().await
    }

    /// Lets go of it, so that another tab or a newer version can have it.
    pub(crate) fn close(&self) {
        self.db.close();
    }

    /// Begins to write, if it is still this tab's turn.
    async fn work(&self) -> Result<Work, Refused> {
        let work = Work::begin(&self.db)?;
        let turn = read(&work.store(META)?, TURN).await?.as_f64();
        if turn == Some(self.turn) {
            return Ok(work);
        }
        let _ = work.0.abort();
        Err(Refused::Turn)
    }
}

/// A transaction over both stores that is on the disk when it is done.
struct Work(IdbTransaction);

impl Work {
    fn begin(db: &IdbDatabase) -> Result<Work, Refused> {
        // web-sys does not have the options of a transaction yet
        let begin = || -> Result<JsValue, JsValue> {
            let options = Object::new();
            Reflect::set(&options, &"durability".into(), &"strict".into())?;
            let transaction: Function = Reflect::get(db, &"transaction".into())?.dyn_into()?;
            transaction.call3(db, &Array::of2(&RECORDS.into(), &META.into()), &"readwrite".into(), &options)
        };
        begin().map(|work| Work(work.unchecked_into())).map_err(|_| Refused::Disk)
    }

    fn store(&self, name: &str) -> Result<IdbObjectStore, Refused> {
        self.0.object_store(name).map_err(|_| Refused::Disk)
    }

    async fn done(self) -> Result<(), Refused> {
        wait::either(&self.0, &["complete"], &["abort", "error"]).await.map_err(|()| Refused::Disk)
    }
}

/// Opens it. One without our stores was made by somebody else, holds nothing of ours and is made anew.
async fn database() -> Result<IdbDatabase, Refused> {
    let db = opened().await?;
    if db.object_store_names().length() > 0 {
        return Ok(db);
    }
    db.close();
    let deleted = factory()?.delete_database(NAME).map_err(|_| Refused::Disk)?;
    wait::either(&deleted, &["success"], &["error", "blocked"]).await.map_err(|()| Refused::Disk)?;
    opened().await
}

async fn opened() -> Result<IdbDatabase, Refused> {
    let opening = factory()?.open_with_u32(NAME, VERSION).map_err(|_| Refused::Disk)?;
    let upgraded = opening.clone();
    let upgrade = Closure::once_into_js(move || made(&upgraded));
    opening.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    wait::either(&opening, &["success"], &["error", "blocked"]).await.map_err(|()| Refused::Disk)?;
    let db: IdbDatabase = opening.result().map_err(|_| Refused::Disk)?.unchecked_into();
    let held = db.clone();
    // a newer version, or deleting everything in another tab, must not wait for this one
    db.set_onversionchange(Some(Closure::once_into_js(move || held.close()).unchecked_ref()));
    Ok(db)
}

fn made(opening: &IdbOpenDbRequest) {
    let Ok(db) = opening.result().map(JsCast::unchecked_into::<IdbDatabase>) else { return };
    for name in [RECORDS, META] {
        let _ = db.create_object_store(name);
    }
}

fn factory() -> Result<IdbFactory, Refused> {
    let window = web_sys::window().ok_or(Refused::Disk)?;
    window.indexed_db().ok().flatten().ok_or(Refused::Disk)
}

async fn read(store: &IdbObjectStore, key: &str) -> Result<JsValue, Refused> {
    let found = store.get(&key.into()).map_err(|_| Refused::Disk)?;
    wait::request(&found).await.map_err(|()| Refused::Disk)
}

fn put(store: &IdbObjectStore, key: &str, value: &JsValue) -> Result<(), Refused> {
    store.put_with_key(value, &key.into()).map(drop).map_err(|_| Refused::Disk)
}

fn uuid(value: &JsValue) -> Option<Uuid> {
    Uuid::try_parse(&value.as_string()?).ok()
}
