//! The local server: the app's files for this machine's browser, and a durable copy of its records. And, if its owner wishes,
//! a question board for others.
//!
//! The files are there for everyone who can reach the address. The records are there for who has the key, which stands in
//! the first address that is printed and is a cookie from then on. Nothing is logged.
//!
//! # Addresses
//!
//! | address | what |
//! |---|---|
//! | `GET /`, `GET /<file>` | the app |
//! | `GET /api/open?key=K` | takes the key into a cookie and goes to `/`; answers a person, not a program |
//! | `GET /api/health` | `{ok, build}`; needs no key |
//! | `GET /api/vault` | `{vault}`: the one vault kept here |
//! | `GET /api/records/have?vault=V` | `{have: {DEVICE: NUMBER}}`: the last number of each log |
//! | `POST /api/records` | `{vault, records: [RECORD]}` gives `{have}`; all of it is on disk then |
//! | `GET /api/records?vault=V&since=DEVICE:NUMBER,…` | `{records: [RECORD], more}`; devices not named count as 0 |
//! | `POST /api/erase` | `{vault}` gives `{vault}`: everything is deleted, backups too, and a new vault begun |
//!
//! Everything under `/api/` is for the server alone: a service worker must let it through, or a browser whose cookie is gone
//! could never be given the key again.
//!
//! `RECORD` is `{device, number, id, at_ms, payload}`: ids are UUIDs, `number` counts from 1 in each device's log, `at_ms` is
//! milliseconds since 1970, and `payload` is the content in base64 (RFC 4648 section 4, padded), at most 64 KiB of it. A batch
//! has at most 500 records and 1 MiB of content.
//!
//! # The question board
//!
//! Only if it is told whose board it is, and at an address of its own: what a proxy leads to must not lead to the records. There is the app,
//! as on any file host, and no API but `/api/health`.
//!
//! | address | what |
//! |---|---|
//! | `GET /questions/`, `/questions/topic/T`, `?after=SPOT` | answered questions, newest answer first |
//! | `GET /questions/ID` | one of them |
//! | `GET /questions/feed.xml` | the newest answers (Atom) |
//! | `GET /questions/ask?topic=T` | the form |
//! | `POST /questions/ask` | takes it: same origin, a form of ours that is neither too new nor too old, all fields, not too many an hour |
//!
//! It sets no cookie, keeps no network address and logs nothing. Who asked is shown nowhere.
//!
//! # Errors
//!
//! Of the API. Always `{error: {kind, message}}`. With `gap` come `device`, `number` and `expected`; with `different`, `id_taken` and
//! `too_large` of one record, `device` and `number`.
//!
//! | status | kind | what to do |
//! |---|---|---|
//! | 400 | `bad_request` | mend what was sent |
//! | 401 | `no_key` | open the address that `unknot` printed |
//! | 403 | `wrong_host`, `wrong_origin` | ask from a page of this server; writing needs its `Origin` |
//! | 404 | `not_found`, `unknown_vault` | ask for `/api/vault` and take what it says |
//! | 405 | `wrong_method` | |
//! | 409 | `gap`, `different`, `id_taken` | ask what it has, and send what follows; the others mean two logs under one name |
//! | 410 | `erased` | everything was deleted: the device's own copy must go too |
//! | 413 | `too_large` | send less at once |
//! | 415 | `not_json` | say `Content-Type: application/json` |
//! | 500 | `failed` | it is our fault; what was kept is safe |
//! | 507 | `disk_full` | make room; what was kept is safe |

mod access;
mod answer;
mod api;
mod files;
mod headers;
mod home;
mod questions;
mod run;
mod site;
mod wire;

pub use home::{Home, HomeTrouble};
pub use questions::{Board, UrlTrouble};
pub use run::{Clock, Listening, RunTrouble, Told, local};
pub use site::{SiteTrouble, write_site};

/// Is the app built in?
pub fn has_app() -> bool {
    files::has_app()
}
