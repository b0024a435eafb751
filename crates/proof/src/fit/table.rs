//! A fit on paper: the numbers go into `guide/model.toml`, where its comments stay, and what was done into a record.

use super::knobs::KNOBS;
use super::loss::Loss;
use guide::shape::Model;
use serde_json::Value;
use std::fmt::Write as _;

/// The text of `model.toml` with the numbers of `model`, three digits each; everything else as it was.
///
/// # Errors
/// If the model cannot be laid open.
pub(crate) fn rewritten(text: &str, model: &Model) -> Result<String, String> {
    let model = serde_json::to_value(model).map_err(|problem| problem.to_string())?;
    let mut table = "";
    let lines = text.lines().map(|line| {
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_end_matches(']');
        }
        let Some((key, before)) = line.split_once(" = ").filter(|(key, _)| !key.starts_with('#')) else {
            return line.to_owned();
        };
        let now = written(&model[table][key]);
        if same(before, &now) { line.to_owned() } else { format!("{key} = {now}") }
    });
    Ok(lines.collect::<Vec<_>>().join("\n") + "\n")
}

fn written(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", ")),
        Value::Object(_) => {
            let [value, low, high] = ["value", "low", "high"].map(|key| written(&value[key]));
            format!("{{ value = {value}, low = {low}, high = {high} }}")
        }
        Value::Number(number) if number.is_f64() => rounded(number.as_f64().unwrap_or_default()),
        other => other.to_string(),
    }
}

/// Three digits that count.
fn rounded(number: f64) -> String {
    let digits = (3 - (libm::floor(libm::log10(number.abs().max(1e-9))) as i32 + 1)).clamp(1, 9) as usize;
    let text = format!("{number:.digits$}");
    let short = text.trim_end_matches('0');
    if short.ends_with('.') { format!("{short}0") } else { short.to_owned() }
}

/// Do two texts hold the same numbers?
fn same(before: &str, now: &str) -> bool {
    let numbers = |text: &str| -> Vec<f64> {
        let parts = text.split(|c: char| !(c.is_ascii_digit() || c == '.'));
        parts.filter_map(|part| part.parse().ok()).collect()
    };
    numbers(before) == numbers(now)
}

/// The record of a fit: what it learned from, how surprised belief was before and after, and how far each knob was turned.
pub(crate) fn record(version: usize, people: usize, rounds: usize, by: &[f64], before: &Loss, after: &Loss) -> String {
    let mut text = format!(
        "# A fit of guide/model.toml, made by `cargo xtask fit`. Losses are nats: simulated people all cells added up,\n\
         # published cases the share of odds on accepted sources. Measured on the learners themselves; docs/ACCURACY.md\n\
         # has others.\n\nversion = {version}\npeople_default = {people}\nrounds = {rounds}\n"
    );
    for (name, loss) in [("before", before), ("after", after)] {
        let Loss { people, places, answers, gluteal, straying } = loss;
        let _ = write!(
            text,
            "\n[{name}]\npeople = {people:.4}\nplaces = {places:.4}\nanswers = {answers:.4}\ngluteal = {gluteal:.4}\n\
             straying = {straying:.4}\n"
        );
    }
    text += "\n# Displacements: log-odds, or logarithm of a factor.\n[turned]\n";
    for (knob, by) in KNOBS.iter().zip(by).filter(|(_, by)| **by != 0.0) {
        let _ = writeln!(text, "{:?} = {by:.2}", knob.name);
    }
    text
}

/// The displacements of a record, in the order of the knobs.
///
/// # Errors
/// If the text is no record.
pub(crate) fn turned(record: &str) -> Result<Vec<f64>, String> {
    let record: toml::Table =
        toml::from_str(record).map_err(|problem| format!("this is no record of a fit: {problem}"))?;
    let turned = record.get("turned").and_then(toml::Value::as_table).ok_or("a record has a table [turned]")?;
    Ok(KNOBS.iter().map(|knob| turned.get(knob.name).and_then(toml::Value::as_float).unwrap_or(0.0)).collect())
}

#[cfg(test)]
mod tests {
    use super::{rewritten, rounded};
    use guide::Guide;

    #[test]
    fn numbers_keep_three_digits() {
        for (number, want) in
            [(0.012_175, "0.0122"), (1.756_5, "1.76"), (0.5, "0.5"), (12.0, "12.0"), (0.000_55, "0.00055")]
        {
            assert_eq!(rounded(number), want);
        }
    }

    #[test]
    fn an_unchanged_model_leaves_its_file_as_it_is_and_a_changed_number_changes_one_line() {
        let text = Guide::embedded_files().iter().find(|(name, _)| *name == "model.toml").unwrap().1;
        let mut model = Guide::embedded("en").unwrap().model;
        assert_eq!(rewritten(text, &model).unwrap(), text);
        model.referral.essential.value = 0.571_9;
        let changed = rewritten(text, &model).unwrap();
        let differing: Vec<_> = text.lines().zip(changed.lines()).filter(|(a, b)| a != b).collect();
        assert_eq!(differing.len(), 1);
        assert!(differing[0].1.starts_with("essential = { value = 0.572"));
    }
}
