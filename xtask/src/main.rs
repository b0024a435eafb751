//! Every developer command of Unknot: `cargo xtask`.

mod ahead;
mod anatomy;
mod app;
mod bench;
mod bench_wasm;
mod browser;
mod cargo;
mod cases;
mod clock;
mod debian;
mod peers;
mod proof;
mod python;
mod run;
mod steps;
mod system;
mod test;
mod toolchain;
mod wasm;

use std::io::Write as _;
use std::process::ExitCode;

/// What a command ends with: nothing, or what went wrong in words for the person at the keyboard.
type Outcome = Result<(), String>;

const HELP: &str = "\
Every developer command of Unknot.

Usage: cargo xtask COMMAND

  run           build Unknot and serve the app on 127.0.0.1:4747
  app           build the app's files into dist, and say how large they are
  shots         every screen of the app as a picture, into shots/
  example       build Unknot and answer a worked example: assessment and plan
  test          every check that CI does
  test STEP...  only these checks; `cargo xtask test list` names them
  bench         how fast it is: start, one case, a thousand cases, a plan
  bench cases   how right it is: published cases, beside plain baselines; --list shows each, --guide DIR
                measures an edited guide
  bench crossed how right it is on published cases that its numbers were fitted without (five minutes)
  bench accuracy  how right it is about simulated people (ten minutes; --people 500 for a quick look)
  bench peers   belief beside other solvers on the same nets: agreement and speed (needs Python; ten minutes)
  bench speed   how fast belief is on those nets, held to its goals; --json FILE
  bench page    how fast the body on screen is, in Chromium without a graphics card: first picture, frames while it is
                turned and painted, the ranking after a stroke
  bench wasm    the same cases natively and as WebAssembly under Node: times and bits
  anatomy       make the body from its tables into target/anatomy (needs Python; some minutes)
  fit           find the tied numbers of guide/model.toml anew and record it in docs/fits
  docs          write the figures and pictures of docs/ACCURACY.md and docs/SPEED.md anew: runs the published
                cases, and reads accuracy.json (`bench accuracy --json target/accuracy.json`; --accuracy FILE
                for another), peers/*.json (`bench peers`) and wasm.json (`bench wasm`) under target/
  help          this text
";

/// What the benches left is where cargo builds.
fn docs(rest: &[&str]) -> Outcome {
    let target = cargo::target()?;
    proof::proof("docs", &[&["--target", &*target.to_string_lossy()], rest].concat())
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        [] | ["help" | "-h" | "--help", ..] | [_, "-h" | "--help"] => {
            std::io::stdout().write_all(HELP.as_bytes()).map_err(|error| error.to_string())
        }
        ["run"] => run::run(),
        ["app"] => app::build(),
        ["shots"] => browser::shots(),
        ["example"] => run::example(),
        ["test", "list"] => {
            test::list();
            Ok(())
        }
        ["test", steps @ ..] => test::test(steps),
        ["anatomy"] => anatomy::make(),
        ["bench"] => bench::bench(),
        ["bench", "cases", rest @ ..] => proof::proof("cases", rest),
        ["bench", "crossed", rest @ ..] => proof::proof("crossed", rest),
        ["bench", "accuracy", rest @ ..] => proof::proof("accuracy", rest),
        ["fit", rest @ ..] => proof::proof("fit", &[&["--guide", "guide", "--write", "guide"], rest].concat()),
        ["bench", "peers"] => peers::peers(),
        ["bench", "speed", rest @ ..] => proof::proof("speed", rest),
        ["docs", rest @ ..] => docs(rest),
        ["bench", "wasm"] => bench_wasm::bench(),
        ["bench", "page"] => browser::bench(),
        [other, ..] => Err(format!("there is no `cargo xtask {other}` like that\n\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}
