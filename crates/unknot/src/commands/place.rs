//! Where records are kept, and what time it is.

use crate::args::Data;
use crate::failure::Failure;
use std::env;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The folder that was named, or the one that is kept for programs' data.
///
/// # Errors
/// If none was named and the system does not say where programs' data are.
pub(super) fn of(data: &Data) -> Result<PathBuf, Failure> {
    let dir = data.dir.clone().or_else(usual);
    dir.ok_or_else(|| Failure::input("this system does not say where programs keep data", "say where with --data"))
}

fn usual() -> Option<PathBuf> {
    let set = |name| env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(target_os = "windows") {
        set("LOCALAPPDATA").map(|dir| dir.join("unknot"))
    } else if cfg!(target_os = "macos") {
        set("HOME").map(|home| home.join("Library/Application Support/unknot"))
    } else {
        let dir = set("XDG_DATA_HOME").or_else(|| set("HOME").map(|home| home.join(".local/share")));
        dir.map(|dir| dir.join("unknot"))
    }
}

/// Milliseconds since 1970, UTC.
#[expect(
    clippy::disallowed_methods,
    reason = "the command line reads the clock, for those that take time as an argument"
)]
pub(super) fn now_ms() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Something that waits for files and the network.
pub(super) fn wait_for<T>(work: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work)
}
