//! The whole guide as JSON, for programs that are not Unknot.
//!
//! An object with these keys; `guide/EXPORT.md` tells what each means to a reader who has only the JSON:
//!
//! - `format`: 1. `language`: the language of its texts. `about`: version, author, reviewer, date.
//! - a list for each kind: `zones`, `landmarks`, `no_go`, `muscles`, `sources`, `charts`, `questions`, `flags`,
//!   `cautions`, `regions`, `tools`, `techniques`, `doses`, `bands`, `stops`, `warmups`, `comforts`, `stretches`,
//!   `blocks`, `exercises`, `strength_doses`, `strength_rules`, `ladders`, `decisions`.
//!   An item is the shape in [`crate::shape`] under the same keys, in the order of the guide's file, and `text`: an
//!   object of its texts (a text, a list of steps, or for a source's `claims` an object by claim id).
//!   Charts and ladders have no texts.
//! - `asks`: all asks in order, flat: `id`, `flag`, `weight`, `urgency` (the flag's where the ask has none of its own),
//!   `relevant`, `known_from`, `ask_again`, `text`. In `flags`, `ask` holds their ids.
//! - `steps`: the texts common to all techniques of a style, by style.
//! - `references`: an object by id; each has its `grade` as well.
//! - `model`: the tied numbers.
//!
//! Every key of an item is always there; what is not given is `null`, `[]` or `{}`.
//! The command line adds `network`.

use crate::{Guide, kinds};
use serde_json::{Map, Value, json};

/// Raised when a key changes its meaning or goes away.
const FORMAT: u32 = 1;

impl Guide {
    /// The whole guide as JSON, as the module's documentation says.
    pub fn export(&self) -> Value {
        // Every shape is plain data with text keys, so this does not fail.
        let Ok(Value::Object(mut lists)) = serde_json::to_value(self) else { return Value::Null };
        let mut out = Map::new();
        out.insert("format".into(), FORMAT.into());
        out.insert("language".into(), self.language.clone().into());
        out.insert("about".into(), lists.remove("about").unwrap_or_default());
        for kind in kinds::ALL {
            let things = match kind.name {
                "asks" => self.export_asks(),
                "references" => self.export_references(),
                name => lists.remove(name).unwrap_or_default(),
            };
            out.insert(kind.name.into(), self.with_texts(kind, things));
        }
        for flag in out.get_mut("flags").and_then(Value::as_array_mut).into_iter().flatten() {
            for ask in flag["ask"].as_array_mut().into_iter().flatten() {
                *ask = ask["id"].take();
            }
        }
        out.insert("steps".into(), json!(self.texts.kinds.get(kinds::STEPS.texts)));
        out.insert("model".into(), lists.remove("model").unwrap_or_default());
        Value::Object(out)
    }

    fn with_texts(&self, kind: &kinds::Kind, mut things: Value) -> Value {
        if !kind.texts.is_empty() {
            for thing in things.as_array_mut().into_iter().flatten() {
                let entry = thing["id"].as_str().and_then(|id| self.texts.entry(kind.texts, id));
                thing["text"] = entry.map_or_else(|| json!({}), |entry| json!(entry));
            }
        }
        things
    }

    fn export_asks(&self) -> Value {
        let asks = self.asks.iter().map(|&(flag, at)| {
            let flag = self.flag(flag);
            let ask = &flag.ask[at];
            json!({
                "id": ask.id,
                "flag": flag.id,
                "weight": ask.weight,
                "urgency": ask.urgency.unwrap_or(flag.urgency),
                "relevant": ask.relevant,
                "known_from": ask.known_from,
                "ask_again": ask.ask_again,
            })
        });
        asks.collect()
    }

    fn export_references(&self) -> Value {
        let references = self.references.iter().map(|(id, reference)| {
            let mut value = json!(reference);
            value["grade"] = reference.grade().to_string().into();
            (id.clone(), value)
        });
        Value::Object(references.collect())
    }
}
