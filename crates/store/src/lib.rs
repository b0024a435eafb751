//! The logs of one person or many, kept durably.
//!
//! A [`Store`] is a directory with one database in it. It takes [`Envelope`]s, each the next of its device's log in a vault,
//! and says [`Accepted`] only when they are on disk. It does not know what is in them.
//!
//! Beside them it keeps the question board: [`Asked`] in, [`Shown`] out once the owner has answered and published. Who asked
//! is kept apart, as an [`Email`], until the answer was mailed; backups are without.
//!
//! The directory:
//!
//! | name | what |
//! |---|---|
//! | `unknot.db` | the database (SQLite; beside it its `-wal` and `-shm` while it is open) |
//! | `began` | says that there was a database once: a missing one is not quietly made anew |
//! | `lock` | held by the one program that may keep records |
//! | `helpers` | held by those that change questions beside it |
//! | `backups` | the newest ten copies, each checked when it was made |
//! | `aside` | what a restore replaced |
//!
//! Times are arguments: milliseconds since 1970 in UTC.

mod backup;
mod board;
mod check;
mod connection;
mod envelope;
mod folder;
mod letter;
mod question;
mod refused;
mod restore;
mod schema;
mod stamp;
mod store;
mod sum;
mod trouble;

pub use backup::{Backup, KEPT};
pub use check::Counts;
pub use envelope::{BATCH_BYTES, BATCH_RECORDS, DeviceId, Envelope, Number, PAYLOAD_BYTES, VaultId};
pub use folder::Folder;
pub use letter::{FORGOTTEN_MS, Letter};
pub use question::{Asked, Email, Mail, Question, QuestionId, Shown, ShownPage, Spot, Taken, WAITING_MOST};
pub use refused::Refused;
pub use store::{Accepted, OpenMode, Page, Store};
pub use trouble::Trouble;
