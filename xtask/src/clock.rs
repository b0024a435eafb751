//! The one place of xtask that reads a clock.

use std::time::{Duration, Instant};

/// What `work` gives, and how long it took.
#[expect(clippy::disallowed_methods, reason = "a developer's tool measures time; no answer depends on it")]
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let result = work();
    (result, start.elapsed())
}
