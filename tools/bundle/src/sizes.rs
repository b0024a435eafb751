//! `build.json`: which build it is, and how large.

use crate::Files;
use serde_json::{Map, Value, json};

/// `build`, `code_br` (bytes of the app's wasm and JavaScript as sent: the search of the pages is loaded with its page), and for each file `bytes`, `br` and `gz`.
pub(crate) fn sizes(build: &str, files: &Files) -> String {
    let mut listed = Map::new();
    let mut code = 0;
    for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with(".br") && !name.ends_with(".gz")) {
        let sent = |end: &str| files.get(&format!("{name}.{end}")).unwrap_or(bytes).len();
        if !name.starts_with(pages::FOLDER) && (name.ends_with(".wasm") || name.ends_with(".js")) {
            code += sent("br");
        }
        listed.insert(name.clone(), json!({ "bytes": bytes.len(), "br": sent("br"), "gz": sent("gz") }));
    }
    let all = json!({ "build": build, "code_br": code, "files": Value::Object(listed) });
    format!("{all:#}\n")
}
