//! Measures how long the guide takes to read, in a process of its own as in a real start: the first number of each.

use guide::Guide;
use std::time::Instant;

#[expect(clippy::print_stdout, clippy::disallowed_methods, reason = "a benchmark")]
fn main() {
    let files: Vec<(String, String)> =
        Guide::embedded_files().iter().map(|&(path, text)| (path.to_owned(), text.to_owned())).collect();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let packed = Guide::embedded("en").map(|guide| guide.pack()).unwrap_or_default();
    println!("{} files, {bytes} bytes; {} bytes packed", files.len(), packed.len());
    for _ in 0..5 {
        let start = Instant::now();
        let embedded = Guide::embedded("en").is_ok();
        let json = start.elapsed();
        let start = Instant::now();
        let read = Guide::read(&files, "en").is_ok();
        let toml = start.elapsed();
        let start = Instant::now();
        let unpacked = Guide::unpack(&packed).is_ok();
        let pack = start.elapsed();
        println!("embedded {json:?} ({embedded}), read {toml:?} ({read}), unpacked {pack:?} ({unpacked})");
    }
}
