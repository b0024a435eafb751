//! `bundle --wasm FILE --body FILE --static DIR --anatomy DIR --out DIR`: see the library. `cargo xtask app` calls it.

use bundle::{Files, Problem, bindings, bundle, with_anatomy, write};
use guide::Guide;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("error: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Problem> {
    let mut args = env::args().skip(1);
    let (mut wasm, mut body, mut fixed, mut anatomy, mut out) = (None, None, None, None, None);
    while let Some(name) = args.next() {
        let value = args.next().map(PathBuf::from);
        match name.as_str() {
            "--wasm" => wasm = value,
            "--static" => fixed = value,
            "--body" => body = value,
            "--anatomy" => anatomy = value,
            "--out" => out = value,
            _ => return Err(Problem::Usage),
        }
    }
    let (Some(wasm), Some(body), Some(fixed), Some(anatomy), Some(out)) = (wasm, body, fixed, anatomy, out) else {
        return Err(Problem::Usage);
    };
    let guide = Guide::embedded("en").map_err(Problem::Guide)?;
    let library = pages::embedded(&guide).map_err(Problem::Guide)?;
    let learn = pages::files(&library, &guide);
    let fixed = with_anatomy(read(&fixed)?, read(&anatomy.join("plates"))?, read(&anatomy)?);
    write(&bundle(fixed, bindings(&wasm)?, bindings(&body)?, guide.pack(), learn)?, &out)
}

/// The files of a folder, without those in folders of its own.
fn read(dir: &Path) -> Result<Files, Problem> {
    let at = |path: &Path, error| Problem::File { path: path.to_owned(), error };
    let mut files = Files::new();
    for entry in fs::read_dir(dir).map_err(|error| at(dir, error))? {
        let path = entry.map_err(|error| at(dir, error))?.path();
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        if path.is_file() && !name.starts_with('.') {
            files.insert(name.to_owned(), fs::read(&path).map_err(|error| at(&path, error))?);
        }
    }
    Ok(files)
}
