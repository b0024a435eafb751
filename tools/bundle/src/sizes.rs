//! `build.json`: which build it is, and how large.

use crate::Files;
use serde_json::{Map, Value, json};

/// Begin of the names of what is loaded only when a figure is to be seen.
const BODY: [&str; 2] = ["body-", "scene-"];

/// `build`; bytes as sent: `code_br` of the app's wasm and JavaScript (the search of the pages is loaded with its page), `body_br`
/// of the body's, `all_br` of everything but the pages to read; and for each file `bytes`, `br` and `gz`.
pub(crate) fn sizes(build: &str, files: &Files) -> String {
    let mut listed = Map::new();
    let (mut code, mut body, mut all) = (0, 0, 0);
    for (name, bytes) in files.iter().filter(|(name, _)| !name.ends_with(".br") && !name.ends_with(".gz")) {
        let sent = |end: &str| files.get(&format!("{name}.{end}")).unwrap_or(bytes).len();
        if !name.starts_with(pages::FOLDER) {
            all += sent("br");
            if name.ends_with(".wasm") || name.ends_with(".js") {
                *if BODY.iter().any(|start| name.starts_with(start)) { &mut body } else { &mut code } += sent("br");
            }
        }
        listed.insert(name.clone(), json!({ "bytes": bytes.len(), "br": sent("br"), "gz": sent("gz") }));
    }
    let listed = Value::Object(listed);
    let sizes = json!({ "build": build, "code_br": code, "body_br": body, "all_br": all, "files": listed });
    format!("{sizes:#}\n")
}
