//! JSON Schemas of the guide's files, so that editors can help.

use crate::kinds::{self, Field, Kind};
use crate::{About, shape};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

/// JSON Schemas (draft 2020-12) of the guide's files: an object of file pattern, e.g. `zones.toml`, `sources/*.toml`,
/// `text/*/zones.toml` (`*` stands for a language or an id), to schema.
///
/// They say which keys there are, what kind of value each holds and what it means. What ties files together, and
/// whether numbers are in range, only [`Guide::check`](crate::Guide::check) knows.
pub fn schema() -> Value {
    let mut files = Map::new();
    files.insert("guide.toml".into(), document(SchemaGenerator::subschema_for::<About>));
    files.insert("model.toml".into(), document(SchemaGenerator::subschema_for::<shape::Model>));
    let mut done: Vec<&str> = Vec::new();
    for kind in kinds::ALL.iter().filter(|kind| kind.name != kinds::ASKS.name) {
        if done.contains(&kind.file) {
            continue;
        }
        done.push(kind.file);
        let pattern = if kind.file.ends_with('/') { format!("{}*.toml", kind.file) } else { kind.file.to_owned() };
        files.insert(pattern, document(|generator| file(kind, generator)));
    }
    for kind in kinds::ALL.iter().chain([&kinds::STEPS]).filter(|kind| !kind.texts.is_empty()) {
        let pattern = kind.text_file("*");
        if pattern.ends_with('/') {
            files.insert(format!("{pattern}*.toml"), with_head(entry(kind)));
        } else {
            files.insert(pattern, with_head(json!({ "type": "object", "additionalProperties": entry(kind) })));
        }
    }
    Value::Object(files)
}

/// A schema that stands alone.
fn document(make: impl FnOnce(&mut SchemaGenerator) -> Schema) -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = make(&mut generator).to_value();
    schema["$defs"] = Value::Object(generator.take_definitions(true));
    with_head(schema)
}

fn with_head(mut schema: Value) -> Value {
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into();
    schema
}

/// A file that is one thing, a table of things, or lists of things.
fn file(kind: &Kind, generator: &mut SchemaGenerator) -> Schema {
    match kind.name {
        "sources" => generator.subschema_for::<shape::Source>(),
        "references" => {
            let reference = generator.subschema_for::<shape::Reference>();
            json_schema!({ "type": "object", "additionalProperties": reference })
        }
        _ => {
            let mut lists = Map::new();
            for list in kinds::ALL.iter().filter(|list| list.file == kind.file && !list.key.is_empty()) {
                lists.insert(list.key.into(), json!({ "type": "array", "items": thing(list, generator) }));
            }
            let keys: Vec<_> = lists.keys().cloned().collect();
            json_schema!({ "type": "object", "properties": lists, "required": keys, "additionalProperties": false })
        }
    }
}

fn thing(kind: &Kind, generator: &mut SchemaGenerator) -> Schema {
    fn of<T: JsonSchema>(generator: &mut SchemaGenerator) -> Schema {
        generator.subschema_for::<T>()
    }
    match kind.name {
        "zones" => of::<shape::Zone>(generator),
        "landmarks" => of::<shape::Landmark>(generator),
        "no_go" => of::<shape::NoGo>(generator),
        "muscles" => of::<shape::Muscle>(generator),
        "charts" => of::<shape::Chart>(generator),
        "questions" => of::<shape::Question>(generator),
        "flags" => of::<shape::Flag>(generator),
        "cautions" => of::<shape::Caution>(generator),
        "regions" => of::<shape::Region>(generator),
        "tools" => of::<shape::ToolFact>(generator),
        "techniques" => of::<shape::Technique>(generator),
        "doses" => of::<shape::Dose>(generator),
        "bands" => of::<shape::Band>(generator),
        "stops" => of::<shape::StopSign>(generator),
        "warmups" => of::<shape::Warmup>(generator),
        "comforts" => of::<shape::Comfort>(generator),
        "stretches" => of::<shape::Stretch>(generator),
        "blocks" => of::<shape::Block>(generator),
        "exercises" => of::<shape::Exercise>(generator),
        "strength_doses" => of::<shape::StrengthDose>(generator),
        "strength_rules" => of::<shape::StrengthRule>(generator),
        "ladders" => of::<shape::Ladder>(generator),
        "decisions" => of::<shape::Decision>(generator),
        // A test sees to it that no kind comes here.
        _ => Schema::default(),
    }
}

/// The texts of one thing.
fn entry(kind: &Kind) -> Value {
    let text = json!({ "type": "string", "minLength": 1, "maxLength": 320 });
    let of = |field: &Field| match (field.list, field.name) {
        (true, _) => json!({ "anyOf": [text, { "type": "array", "items": text, "minItems": 1 }] }),
        (_, "claims") => json!({ "type": "object", "additionalProperties": text }),
        _ => text.clone(),
    };
    let properties: Map<_, _> = kind.fields.iter().map(|field| (field.name.to_owned(), of(field))).collect();
    let needed: Vec<_> = kind.fields.iter().filter(|field| field.needed).map(|field| field.name).collect();
    json!({ "type": "object", "properties": properties, "required": needed, "additionalProperties": false })
}
