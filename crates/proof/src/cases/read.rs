//! The published cases and the table of their phrases, as they stand in `cases/`.

use guide::shape::{Sex, Side};
use serde::Deserialize;
use std::collections::BTreeMap;

const CASES: &str = include_str!("../../cases/cases.jsonl");
const PHRASES: &str = include_str!("../../cases/phrases.toml");

/// One published person: places, the phrases told, and what it turned out to be.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Person {
    /// Id.
    pub(crate) id: String,
    /// Years.
    pub(crate) age: Option<u8>,
    /// Sex.
    pub(crate) sex: Option<Sex>,
    /// Zones told, set from words by one reader.
    pub(crate) pain: Vec<Place>,
    /// The phrases, by list: history, pain, negative, factors, exam, red_flags.
    #[cfg_attr(not(test), expect(dead_code, reason = "what the table of phrases is checked against"))]
    pub(crate) said: BTreeMap<String, Vec<String>>,
    /// Sources that were active; any id of an inner list is right for it.
    pub(crate) truth: Vec<Vec<String>>,
    /// Sources that would be right as well.
    pub(crate) also_accepted: Vec<Vec<String>>,
    /// gluteal, other_muscle, non_muscle or red_flag.
    pub(crate) truth_group: String,
    /// What a red flag turned out to be.
    pub(crate) truth_condition: Option<String>,
    /// How sure the answer is, 1 to 3.
    #[serde(rename = "confidence")]
    _confidence: u8,
    /// How well the places are stated, 1 to 3.
    #[serde(rename = "places_stated")]
    _places_stated: u8,
    /// How it was confirmed.
    #[serde(rename = "confirmed_by")]
    _confirmed_by: String,
    /// Where it was published.
    #[serde(rename = "reference")]
    _reference: Reference,
}

/// A zone that was told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Place {
    /// Zone.
    pub(crate) zone: String,
    /// left, right, midline or unstated.
    pub(crate) side: String,
    /// 1: named; towards 0: only near what was named.
    pub(crate) weight: f64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Reference {
    #[serde(rename = "source")]
    _source: String,
    #[serde(rename = "url")]
    _url: Option<String>,
    #[serde(rename = "year")]
    _year: Option<u16>,
}

/// What one phrase says in the guide's own questions and asks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Phrase {
    /// The list it stands in.
    #[cfg_attr(not(test), expect(dead_code, reason = "for who reads the table, and for its check"))]
    pub(crate) from: String,
    /// Word for word.
    #[cfg_attr(not(test), expect(dead_code, reason = "for who reads the table, and for its check"))]
    pub(crate) says: String,
    /// Questions and asks answered yes.
    #[serde(default)]
    pub(crate) yes: Vec<String>,
    /// Questions and asks answered no.
    #[serde(default)]
    pub(crate) no: Vec<String>,
    /// The side, where it is not that of the pain.
    pub(crate) side: Option<Side>,
    /// Cautions that hold.
    #[serde(default)]
    pub(crate) cautions: Vec<String>,
    /// Days since it began.
    pub(crate) onset_days: Option<u32>,
    /// Quality to zones.
    #[serde(default)]
    pub(crate) feels: BTreeMap<String, Vec<String>>,
    /// Zones said not to hurt.
    #[serde(default)]
    pub(crate) denied: Vec<String>,
    /// A named spot that was pressed.
    pub(crate) press: Option<Pressed>,
    /// Why it says nothing that the guide asks.
    #[cfg_attr(not(test), expect(dead_code, reason = "for who reads the table, and for its check"))]
    pub(crate) nothing: Option<String>,
    /// What is left out.
    #[serde(rename = "note")]
    _note: Option<String>,
}

/// A press on a named spot.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Pressed {
    /// Source whose spot it was.
    pub(crate) source: String,
    /// 0 to 10.
    pub(crate) tenderness: f64,
    /// yes, partly or no.
    pub(crate) familiar: String,
}

/// A person with what the phrases say.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    /// Who.
    pub(crate) person: Person,
    /// What.
    pub(crate) phrases: Vec<Phrase>,
}

impl Told {
    /// Was it a condition that needs a doctor, not a source of the guide?
    pub(crate) fn is_red_flag(&self) -> bool {
        self.person.truth_group == "red_flag"
    }

    /// Ids of all sources that count as right.
    pub(crate) fn accepted(&self) -> impl Iterator<Item = &str> {
        self.person.truth.iter().chain(&self.person.also_accepted).flatten().map(String::as_str)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    case: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    id: String,
    phrases: Vec<Phrase>,
}

/// All cases in the order of the file.
///
/// # Errors
/// A line or the table is not of its shape, or a case is missing in the table.
pub(crate) fn all() -> Result<Vec<Told>, String> {
    let table: Table = toml::from_str(PHRASES).map_err(|error| format!("cases/phrases.toml: {error}"))?;
    let told = |(line, text): (usize, &str)| {
        let person: Person =
            serde_json::from_str(text).map_err(|error| format!("cases/cases.jsonl, line {}: {error}", line + 1))?;
        let row = table.case.iter().find(|row| row.id == person.id);
        let row = row.ok_or_else(|| format!("cases/phrases.toml has no case {}; add it", person.id))?;
        Ok(Told { person, phrases: row.phrases.clone() })
    };
    CASES.lines().enumerate().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_is_in_the_table_once() {
        let table: Table = toml::from_str(PHRASES).unwrap();
        let cases = all().unwrap();
        assert_eq!(table.case.len(), cases.len());
        for case in cases {
            let mut said: Vec<(&str, &str)> =
                case.person.said.iter().flat_map(|(from, says)| says.iter().map(|s| (from.as_str(), &**s))).collect();
            let mut mapped: Vec<(&str, &str)> = case.phrases.iter().map(|p| (&*p.from, &*p.says)).collect();
            said.sort_unstable();
            mapped.sort_unstable();
            assert_eq!(mapped, said, "{}", case.person.id);
        }
    }

    #[test]
    fn a_phrase_says_something_or_why_not() {
        for case in all().unwrap() {
            for phrase in &case.phrases {
                let answers = phrase.yes.len() + phrase.no.len() + phrase.cautions.len() + phrase.denied.len();
                let facts = usize::from(phrase.onset_days.is_some()) + usize::from(phrase.press.is_some());
                let something = answers + facts + phrase.feels.len() > 0;
                assert_ne!(something, phrase.nothing.is_some(), "{}: {:?}", case.person.id, phrase.says);
            }
        }
    }
}
