//! The one place of proof that reads a clock.

use std::hint::black_box;
use std::time::Instant;

/// The best of so many runs counts.
const RUNS: usize = 25;
/// Nothing is run again once its runs have taken so long together, milliseconds.
const ENOUGH_MS: f64 = 200.0;

/// What `work` gives, and the least milliseconds it took in 25 runs: the machine may be busy, the program is not to blame
/// for that. What is slow runs less often, at least once.
///
/// # Errors
/// The first error of `work`.
pub(crate) fn best_ms<T, E>(mut work: impl FnMut() -> Result<T, E>) -> Result<(T, f64), E> {
    let (result, mut best) = once_ms(&mut work);
    let mut result = result?;
    let mut spent = best;
    for _ in 1..RUNS {
        if spent > ENOUGH_MS {
            break;
        }
        let (again, took) = once_ms(&mut work);
        result = again?;
        best = best.min(took);
        spent += took;
    }
    Ok((result, best))
}

#[expect(clippy::disallowed_methods, reason = "what measures time reads a clock; no answer depends on it")]
fn once_ms<T>(work: &mut impl FnMut() -> T) -> (T, f64) {
    let begun = Instant::now();
    let result = black_box(work());
    (result, begun.elapsed().as_secs_f64() * 1e3)
}
