//! `docs`: writes what was measured into `docs/ACCURACY.md` and `docs/SPEED.md`, and draws the pictures they show.
//!
//! The prose is written by hand; only what stands between `<!-- begin NAME -->` and `<!-- end NAME -->` is replaced. What
//! was not measured is left as it stands.

mod calibration;
mod cases;
mod fits;
mod found;
mod frame;
mod goals;
mod markdown;
mod marks;
mod minutes;
mod peers;
mod people;
mod published;
mod svg;
mod times;
#[cfg(test)]
mod wellformed;

use crate::Outcome;
use found::Found;
use std::fs;
use std::path::Path;

/// Gives what belongs between a pair of markers or into a picture; nothing if it was not measured.
type Writer = fn(&Found) -> Option<String>;

/// A document: its name, and its parts by the names in their markers.
const DOCUMENTS: [(&str, &[(&str, Writer)]); 2] = [
    (
        "ACCURACY.md",
        &[
            ("case-goals", goals::cases),
            ("people-goals", goals::people),
            ("cases", cases::table),
            ("gate", cases::gate),
            ("people", people::who),
            ("losses", people::losses),
            ("losses-drawing", people::losses_drawing),
            ("tops", people::tops),
            ("tops-drawing", people::tops_drawing),
            ("calibration", people::calibration),
            ("stops", people::stops),
            ("presses", people::presses),
            ("minutes", people::minutes),
            ("relief", people::relief),
            ("fit", fits::latest),
        ],
    ),
    (
        "SPEED.md",
        &[("times", times::own), ("wasm", times::wasm), ("peer-goals", peers::goals), ("peers", peers::table)],
    ),
];

/// Pictures, by the names of their files in `pictures/`.
const PICTURES: [(&str, Writer); 3] =
    [("calibration.svg", calibration::picture), ("minutes.svg", minutes::picture), ("cases.svg", published::picture)];

/// Where things are.
struct Options {
    accuracy: Option<String>,
    target: String,
    into: String,
}

/// `docs [--accuracy FILE] [--target DIR] [--into DIR]`
///
/// # Errors
/// A word it does not know, results that cannot be read, or documents whose markers do not fit.
pub(crate) fn run(words: &[String]) -> Outcome {
    let options = options(words)?;
    let target = Path::new(&options.target);
    let accuracy = options.accuracy.map_or_else(|| target.join("accuracy.json"), Into::into);
    let into = Path::new(&options.into);
    let found = Found::read(&accuracy, target, &into.join("fits"))?;
    for (name, parts) in DOCUMENTS {
        let path = into.join(name);
        let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let written: Vec<(&str, Option<String>)> = parts.iter().map(|(part, write)| (*part, write(&found))).collect();
        let text = marks::replaced(&text, &written).map_err(|error| format!("{}: {error}", path.display()))?;
        write(&path, &text)?;
        tell(name, &written);
    }
    let pictures = into.join("pictures");
    fs::create_dir_all(&pictures).map_err(|error| format!("cannot make {}: {error}", pictures.display()))?;
    for (name, draw) in PICTURES {
        let drawn = draw(&found);
        if let Some(text) = &drawn {
            write(&pictures.join(name), text)?;
        }
        tell("pictures", &[(name, drawn)]);
    }
    Ok(())
}

fn options(words: &[String]) -> Result<Options, String> {
    let mut options = Options { accuracy: None, target: "target".into(), into: "docs".into() };
    for pair in words.chunks(2) {
        let [option, value] = pair else { return Err(format!("`{}` needs a value", pair[0])) };
        match option.as_str() {
            "--accuracy" => options.accuracy = Some(value.clone()),
            "--target" => options.target.clone_from(value),
            "--into" => options.into.clone_from(value),
            _ => return Err(format!("docs has no option `{option}`; it has --accuracy, --target, --into")),
        }
    }
    Ok(options)
}

fn write(path: &Path, text: &str) -> Outcome {
    fs::write(path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

fn tell(place: &str, written: &[(&str, Option<String>)]) {
    for (name, text) in written {
        eprintln!("{place} {name:<16} {}", if text.is_some() { "written" } else { "not measured: left as it stands" });
    }
}

#[cfg(test)]
mod tests {
    use super::{DOCUMENTS, PICTURES, marks, wellformed};
    use std::fs;
    use std::path::{Path, PathBuf};

    fn docs() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
    }

    #[test]
    fn every_marker_has_its_writer_and_every_writer_its_marker() {
        for (name, parts) in DOCUMENTS {
            let text = fs::read_to_string(docs().join(name)).unwrap();
            let mut marked = marks::names(&text).unwrap();
            let mut written: Vec<&str> = parts.iter().map(|(part, _)| *part).collect();
            marked.sort_unstable();
            written.sort_unstable();
            assert_eq!(marked, written, "{name}");
        }
    }

    #[test]
    fn the_pictures_are_those_the_documents_show() {
        let texts = DOCUMENTS.map(|(name, _)| fs::read_to_string(docs().join(name)).unwrap()).concat();
        let mut shown: Vec<&str> =
            texts.split("](pictures/").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
        let entries = fs::read_dir(docs().join("pictures")).unwrap();
        let mut there: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        let mut drawn = PICTURES.map(|(name, _)| name);
        shown.sort_unstable();
        there.sort_unstable();
        drawn.sort_unstable();
        assert_eq!(shown, drawn);
        assert_eq!(there, drawn);
    }

    #[test]
    fn pictures_are_small_well_formed_and_say_what_they_show() {
        for (name, _) in PICTURES {
            let text = fs::read_to_string(docs().join("pictures").join(name)).unwrap();
            wellformed::check(&text).unwrap_or_else(|problem| panic!("{name}: {problem}"));
            assert!(text.contains("<title") && text.contains("<desc"), "{name}");
            assert!(text.len() <= 20_000, "{name}: {} bytes", text.len());
        }
    }
}
