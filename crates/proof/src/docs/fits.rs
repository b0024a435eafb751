//! The latest fit of the guide's numbers, as it is recorded.

use super::found::Found;
use super::markdown;
use std::fs;
use std::path::Path;
use toml::{Table, Value};

/// Losses of a record, as they are headed.
const LOSSES: [(&str, &str); 5] = [
    ("people", "simulated people"),
    ("places", "published, places"),
    ("answers", "published, answers"),
    ("gluteal", "gluteal or not"),
    ("straying", "straying"),
];

/// The record with the highest number: its file's name and its text. Nothing if there is none.
///
/// # Errors
/// The record cannot be read.
pub(crate) fn read(dir: &Path) -> Result<Option<(String, String)>, String> {
    let Ok(records) = fs::read_dir(dir) else { return Ok(None) };
    let name = |entry: fs::DirEntry| entry.file_name().into_string().ok().filter(|name| name.ends_with(".toml"));
    let Some(latest) = records.flatten().filter_map(name).max() else { return Ok(None) };
    let path = dir.join(&latest);
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    Ok(Some((latest, text)))
}

/// What it learned from, and its losses before and after.
pub(crate) fn latest(found: &Found) -> Option<String> {
    let (name, text) = found.fit.as_ref()?;
    written(name, text)
}

fn written(name: &str, text: &str) -> Option<String> {
    let record: Table = text.parse().ok()?;
    let number = |key: &str| record.get(key).and_then(Value::as_integer).map_or("?".to_owned(), |n| n.to_string());
    let row = |time: &str| {
        let loss = |(key, _): &(&str, &str)| record.get(time)?.get(key)?.as_float();
        let losses = LOSSES.iter().map(|it| loss(it).map_or("-".to_owned(), |loss| format!("{loss:.4}")));
        std::iter::once(time.to_owned()).chain(losses).collect::<Vec<_>>()
    };
    let head: Vec<&str> = std::iter::once("loss").chain(LOSSES.iter().map(|(_, head)| *head)).collect();
    let turned = record.get("turned").and_then(Value::as_table).map_or(0, Table::len);
    Some(format!(
        "Latest: [fits/{name}](fits/{name}), from {} people of the default scenario and a quarter of that from each other, \
         numbers moved: {turned}. On those it learned from:\n\n{}",
        number("people_default"),
        markdown::table(&head, &[row("before"), row("after")])
    ))
}

#[cfg(test)]
mod tests {
    use super::{read, written};
    use std::path::Path;

    #[test]
    fn no_record_is_no_error() {
        assert_eq!(read(Path::new("no/such/directory")), Ok(None));
    }

    #[test]
    fn a_record_is_told_with_its_losses() {
        let losses = "people = 1.5\nplaces = 2.0\nanswers = 1.0\ngluteal = 0.5\nstraying = 0.0\n";
        let record = format!("people_default = 400\n[before]\n{losses}[after]\n{losses}[turned]\n\"a, b\" = 0.4\n");
        let text = written("0001.toml", &record).unwrap();
        for part in
            ["[fits/0001.toml](fits/0001.toml)", "400 people", "numbers moved: 1", "| before | 1.5000 | 2.0000 |"]
        {
            assert!(text.contains(part), "{part} in {text}");
        }
    }
}
