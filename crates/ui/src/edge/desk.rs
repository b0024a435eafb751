//! The app on the table: one a tab, and everything that reaches it.

use super::disk::{Disk, Kept, Refused};
use super::{address, clock, cue, files, page, peer, plates, ticks, track, wait};
use crate::draw;
use guide::Guide;
use records::{Copied, Copying, DeviceId, Record, Vault};
use screens::{Action, App, Effect, Place, SettingsAction, View};
use std::cell::RefCell;
use uuid::Uuid;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Waits before the disk is tried again, milliseconds.
const FIRST_RETRY: i32 = 1_000;
const LAST_RETRY: i32 = 30_000;

/// The app, what is on its way to the disk, and what is known of the local server.
pub(crate) struct Desk {
    pub(crate) app: App,
    /// The vault by which the local server knows this device, once it does.
    pub(crate) vault: Option<Uuid>,
    /// A vault that was deleted here and has yet to be deleted there.
    pub(crate) to_erase: Option<Uuid>,
    /// What is shown.
    view: View,
    disk: Option<Disk>,
    pending: Vec<Record>,
    writing: bool,
    asked_to_persist: bool,
    ticks: Option<ticks::Ticks>,
}

thread_local! {
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Opens the app with what the device has kept. Without a disk it opens too, and says that nothing is saved.
///
/// # Errors
/// What is kept cannot be read; the guide comes back.
pub(crate) async fn open(guide: Guide) -> Result<(), Box<Guide>> {
    let fresh = DeviceId(fresh_id());
    let (disk, kept) = match Disk::open(fresh.0).await {
        Ok((disk, kept)) => (Some(disk), kept),
        Err(Refused::Unreadable) => return Err(Box::new(guide)),
        Err(Refused::Disk | Refused::Turn) => (None, Kept::nothing(fresh)),
    };
    let mut vault = Vault::new(kept.device);
    if vault.take(kept.records).is_err() {
        return Err(Box::new(guide));
    }
    let mut app = App::open(guide, vault, clock::stamp());
    if disk.is_none() {
        app.not_kept();
    }
    let wanted = if app.resume(&kept.walk) { Some(Place::Session) } else { address::named() };
    let view = app.view();
    draw::show(draw::shell(&view));
    DESK.set(Some(Desk {
        app,
        vault: kept.vault,
        to_erase: kept.to_erase,
        view,
        disk,
        pending: Vec::new(),
        writing: false,
        asked_to_persist: false,
        ticks: None,
    }));
    begin(wanted);
    Ok(())
}

/// Hears the address bar, the clock and the worker; copies to the local server.
fn begin(wanted: Option<Place>) {
    address::begin(Place::Today);
    if let Some(place) = wanted.filter(|place| *place != Place::Today) {
        act(Action::Go(place));
    }
    address::listen(act);
    let seen = Closure::<dyn FnMut()>::new(|| {
        let seen = page::visible();
        act(Action::Tick);
        with(|desk| {
            let goes_on = desk.ticks.is_some();
            if goes_on {
                track::play(&if seen { Vec::new() } else { desk.app.cues_ahead() });
            }
            if seen {
                cue::awake(goes_on);
            } else {
                cue::asleep();
            }
        });
        if seen {
            peer::nudge();
        }
    });
    page::listen("visibilitychange", &seen);
    seen.forget();
    let newer = Closure::<dyn FnMut()>::new(offer_update);
    page::listen("unknot-update", &newer);
    newer.forget();
    if page::update_waits() {
        offer_update();
    }
    spawn_local(peer::copy());
}

/// Says that a newer version waits.
fn offer_update() {
    with(|desk| {
        desk.app.update_ready();
        desk.show();
    });
}

/// Does what a person did.
pub(crate) fn act(action: Action) {
    let tapped = action != Action::Tick;
    let effects = with(|desk| {
        if tapped && desk.ticks.is_some() {
            cue::tapped();
            if !track::plays() {
                track::play(&[]);
            }
        }
        let effects = desk.app.act(action, clock::moment());
        desk.show();
        effects
    });
    for effect in effects.into_iter().flatten() {
        perform(effect);
    }
}

/// Takes in a file that was chosen.
pub(crate) fn chosen(file: web_sys::File) {
    spawn_local(async move {
        if let Some(text) = files::text(&file).await {
            act(Action::Settings(SettingsAction::Import(text)));
        }
    });
}

/// Looks at the desk, if the app is open.
pub(crate) fn with<T>(look: impl FnOnce(&mut Desk) -> T) -> Option<T> {
    DESK.with_borrow_mut(|desk| desk.as_mut().map(look))
}

fn perform(effect: Effect) {
    match effect {
        Effect::Keep(records) => keep(records),
        Effect::Copy(text) => spawn_local(files::copy(text)),
        Effect::Save { name, text } => spawn_local(files::save(name, text)),
        Effect::EraseAll => spawn_local(erase_all()),
        Effect::Update => page::update(),
        Effect::Walk(text) => spawn_local(walk(text)),
        Effect::Cue(words) => cue::give(&words),
    }
}

impl Desk {
    /// Shows what is to be seen now.
    fn show(&mut self) {
        let view = self.app.view();
        let change = change(&self.view, &view);
        let focused = page::focused();
        page::night(view.dark);
        self.tick(view.ticking);
        draw::show(draw::shell(&view));
        plates::dress();
        if change == Change::Another {
            address::arrived(view.place);
            page::title(&view.title);
        }
        spawn_local(drawn(change, focused));
        self.view = view;
    }

    fn tick(&mut self, on: bool) {
        if on == self.ticks.is_some() {
            return;
        }
        self.ticks = if on { ticks::begin(|| act(Action::Tick)) } else { None };
        cue::awake(on);
        if on {
            cue::tapped();
            track::play(&[]);
        } else {
            track::end();
        }
    }

    /// Is everything on the disk that can be?
    pub(crate) fn kept_all(&self) -> bool {
        self.pending.is_empty() || self.disk.is_none()
    }

    /// Says how much the local server has.
    pub(crate) fn copied(&mut self, copying: &Copying) {
        self.app.copied(copying.copied(self.app.vault()) == Copied::All);
        self.show();
    }

    /// A server that was there does not answer.
    pub(crate) fn not_copied(&mut self) {
        if self.vault.is_some() {
            self.app.copied(false);
            self.show();
        }
    }
}

/// Goes where a screen that was just drawn is read from, once the tap that led to it is over.
async fn drawn(change: Change, focused: bool) {
    wait::pause(0).await;
    match change {
        Change::Another => {
            page::to_top();
            page::focus_title();
        }
        Change::Itself => page::to_top(),
        Change::Same if focused && !page::focused() => page::focus_title(),
        Change::Same => {}
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Change {
    /// The same screen, with something changed.
    Same,
    /// The next page of a screen that goes on by itself: what has the focus keeps it.
    Itself,
    /// Another screen, or the next page of one.
    Another,
}

fn change(before: &View, after: &View) -> Change {
    if before.place != after.place {
        return Change::Another;
    }
    let stays = |key: &String| before.blocks.iter().any(|block| block.key == *key);
    let next_page = before.title != after.title || !after.blocks.iter().any(|block| stays(&block.key));
    match (next_page, before.ticking || after.ticking) {
        (false, _) => Change::Same,
        (true, true) => Change::Itself,
        (true, false) => Change::Another,
    }
}

/// Keeps what was done in a session, if there is a disk. A record says what counts; this only spares a new beginning.
async fn walk(text: String) {
    if let Some(disk) = with(|desk| desk.disk.clone()).flatten() {
        let _ = disk.walk(&text).await;
    }
}

/// Puts records on their way to the disk.
fn keep(records: Vec<Record>) {
    let idle = with(|desk| {
        desk.pending.extend(records);
        !std::mem::replace(&mut desk.writing, true)
    });
    if idle == Some(true) {
        spawn_local(write());
    }
}

/// Writes until nothing is left. What the disk refuses is tried again: a gap in the log would be worse than a wait.
async fn write() {
    let mut retry = FIRST_RETRY;
    loop {
        let batch = with(|desk| {
            desk.writing = !desk.pending.is_empty();
            desk.pending.clone()
        });
        let Some(batch) = batch.filter(|batch| !batch.is_empty()) else { break };
        match write_batch(&batch).await {
            Ok(()) => {
                retry = FIRST_RETRY;
                written(batch.len()).await;
            }
            Err(Refused::Turn | Refused::Unreadable) => return page::reload(),
            Err(Refused::Disk) => {
                with(|desk| {
                    desk.app.not_kept();
                    desk.show();
                });
                wait::pause(retry).await;
                retry = (retry * 2).min(LAST_RETRY);
            }
        }
    }
    peer::nudge();
}

async fn write_batch(batch: &[Record]) -> Result<(), Refused> {
    let disk = match with(|desk| desk.disk.clone()).flatten() {
        Some(disk) => disk,
        None => open_again().await?,
    };
    let done = disk.keep(batch).await;
    if done == Err(Refused::Disk) {
        disk.close();
        with(|desk| desk.disk = None);
    }
    done
}

/// A disk that was refused, or was closed under us: opened once more, with what it has meanwhile.
async fn open_again() -> Result<Disk, Refused> {
    let device = with(|desk| desk.app.vault().device()).ok_or(Refused::Disk)?;
    let (disk, kept) = Disk::open(device.0).await?;
    let fits = with(|desk| {
        desk.disk = Some(disk.clone());
        desk.app.take(kept.records, clock::stamp()).is_ok()
    });
    if fits == Some(true) { Ok(disk) } else { Err(Refused::Unreadable) }
}

async fn written(so_many: usize) {
    let first = with(|desk| {
        desk.pending.drain(..so_many);
        desk.app.kept(so_many);
        if desk.vault.is_some() {
            desk.app.copied(false);
        }
        desk.show();
        !std::mem::replace(&mut desk.asked_to_persist, true)
    });
    if first == Some(true) {
        page::persist().await;
    }
}

/// Takes in records that the local server has: on the disk first.
pub(crate) async fn take(records: Vec<Record>) -> Result<(), Refused> {
    let new = with(|desk| desk.app.vault().clone().take(records)).and_then(Result::ok).ok_or(Refused::Unreadable)?;
    let disk = with(|desk| desk.disk.clone()).flatten().ok_or(Refused::Disk)?;
    disk.keep(&new).await?;
    with(|desk| {
        let taken = desk.app.take(new, clock::stamp());
        desk.show();
        taken.map_err(|_| Refused::Unreadable)
    })
    .unwrap_or(Err(Refused::Disk))
}

/// Remembers the vault by which the local server knows this device.
pub(crate) async fn remember(vault: Uuid) -> Result<(), Refused> {
    if let Some(disk) = with(|desk| desk.disk.clone()).flatten() {
        disk.remember(vault).await?;
    }
    with(|desk| desk.vault = Some(vault));
    Ok(())
}

/// What was deleted here is deleted there too.
pub(crate) async fn erased_there() {
    if let Some(disk) = with(|desk| desk.disk.clone()).flatten() {
        let _ = disk.erased_there().await;
    }
    with(|desk| desk.to_erase = None);
}

/// Deletes every record here and at the local server, and begins anew. A server that is away is told when it is back.
async fn erase_all() {
    let there = with(|desk| desk.vault).flatten();
    let gone = match there {
        Some(vault) => peer::erase(vault).await,
        None => true,
    };
    erase_disk(there.filter(|_| !gone)).await;
}

/// Deletes every record here, because that was done at the local server.
pub(crate) async fn erase_here() {
    erase_disk(None).await;
}

async fn erase_disk(to_tell: Option<Uuid>) {
    let disk = with(|desk| {
        desk.pending.clear();
        desk.disk.clone()
    });
    let done = match disk.flatten() {
        Some(disk) => disk.erase(to_tell).await,
        None => Ok(()),
    };
    if done.is_ok() {
        address::begin(Place::Today);
        return page::reload();
    }
    with(|desk| {
        desk.app.not_kept();
        desk.show();
    });
}

fn fresh_id() -> Uuid {
    let mut bytes = [0; 16];
    clock::random(&mut bytes);
    uuid::Builder::from_random_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::{Change, change};
    use screens::{Block, Kind, Place, View};

    fn view(place: Place, title: &str, keys: &[&str], ticking: bool) -> View {
        let block = |key: &&str| Block::new(*key, Kind::Soft(String::new()));
        View {
            place,
            title: title.to_owned(),
            back: None,
            corner: None,
            blocks: keys.iter().map(block).collect(),
            foot: Vec::new(),
            tabs: Vec::new(),
            saved: String::new(),
            dark: false,
            ticking,
            said: String::new(),
        }
    }

    #[test]
    fn the_next_page_of_a_place_is_read_from_its_heading_unless_it_comes_by_itself() {
        let before = view(Place::Gate, "Any of these?", &["a", "b"], false);
        for (after, want) in [
            (view(Place::Gate, "Any of these?", &["b", "c"], false), Change::Same),
            (view(Place::Gate, "Any of these?", &["c"], false), Change::Another),
            (view(Place::Gate, "More", &["a"], false), Change::Another),
            (view(Place::Today, "Any of these?", &["a"], false), Change::Another),
            (view(Place::Gate, "More", &["c"], true), Change::Itself),
        ] {
            assert_eq!(change(&before, &after), want);
        }
    }
}
