//! The native half: a line `milliseconds hash` for each case, the least of some runs.

use std::time::Instant;

#[expect(clippy::disallowed_methods, reason = "what measures time reads a clock")]
fn main() {
    let runs: u32 = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(5);
    for case in 0..wasm_bench::cases() {
        let (mut least, mut hash) = (f64::INFINITY, 0);
        for _ in 0..runs {
            let begun = Instant::now();
            hash = wasm_bench::run(case);
            least = least.min(begun.elapsed().as_secs_f64() * 1e3);
        }
        println!("{least:.4} {hash:016x}");
    }
}
