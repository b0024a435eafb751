//! wasm-bindgen: from what the compiler made to wasm and JavaScript that find each other.

use crate::short::Names;
use crate::{Files, Problem};
use std::path::Path;
use wasm_bindgen_cli_support::Bindgen;

/// How the module's name ends from which the wasm gets wasm-bindgen's own functions.
const GLUE: &str = "_bg.js";

/// What wasm-bindgen makes.
#[derive(Clone, Debug, Default)]
pub struct Bindings {
    /// A module whose default export takes the wasm: `init({ module_or_path })`.
    pub js: Vec<u8>,
    /// The wasm, without names and without who made it.
    pub wasm: Vec<u8>,
    /// JavaScript that crates bring along, which `js` imports from these very paths.
    pub snippets: Files,
}

/// Makes them.
///
/// # Errors
/// If the file is no wasm of the same version of wasm-bindgen, or wants packages of npm.
pub fn bindings(wasm: &Path) -> Result<Bindings, Problem> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).typescript(false).remove_name_section(true).remove_producers_section(true);
    let made = bindgen.web(true).and_then(Bindgen::generate_output);
    let mut made = made.map_err(|error| Problem::Bindgen(format!("{error:#}")))?;
    if !made.npm_dependencies().is_empty() {
        return Err(Problem::Npm);
    }
    let mut snippets = Files::new();
    for (owner, list) in made.snippets() {
        for (at, text) in list.iter().enumerate() {
            snippets.insert(format!("snippets/{owner}/inline{at}.js"), text.clone().into_bytes());
        }
    }
    // sorted by the map they go into, whatever order they come in
    let modules = made.local_modules().iter();
    snippets.extend(modules.map(|(path, text)| (format!("snippets/{path}"), text.clone().into_bytes())));
    let mut names = Names::default();
    let wasm = made.wasm_mut();
    for import in wasm.imports.iter_mut() {
        // what crates bring along keeps its path
        if import.module.ends_with(GLUE) {
            names.shorten(&mut import.module);
            names.shorten(&mut import.name);
        }
    }
    // those with a hash
    for export in wasm.exports.iter_mut().filter(|export| export.name.contains("__h")) {
        names.shorten(&mut export.name);
    }
    // what the compiler may use is told by using it
    wasm.customs.remove_raw("target_features");
    let wasm = wasm.emit_wasm();
    Ok(Bindings { js: names.put_into(made.js())?, wasm, snippets })
}
