//! Makes what wasm-bindgen writes shorter to send: names that only the two programs tell each other, and the loader.

use crate::Problem;
use std::collections::BTreeMap;

/// Where wasm-bindgen's own way to load the wasm begins; it takes all that anybody might hand in.
const LOADER: &str = "let wasmModule, wasmInstance, wasm;";
/// Ours takes what our scripts hand in.
const OURS: &str = include_str!("load.js");

/// Short names for long ones, each the same wherever it stands.
#[derive(Debug, Default)]
pub(crate) struct Names(BTreeMap<String, String>);

impl Names {
    /// Gives a name a short one in its place, which no script of wasm-bindgen has.
    pub(crate) fn shorten(&mut self, name: &mut String) {
        let next = format!("${}", self.0.len());
        name.clone_from(self.0.entry(name.clone()).or_insert(next));
    }

    /// The script with the short names and our loader, without remarks and indents.
    ///
    /// # Errors
    /// If the loader that ours replaces is not there.
    pub(crate) fn put_into(&self, js: &str) -> Result<Vec<u8>, Problem> {
        let no_loader = || Problem::Bindgen(format!("its script has no `{LOADER}`"));
        let (own, _) = js.split_once(LOADER).ok_or_else(no_loader)?;
        let mut short = String::new();
        for line in own.lines().chain(OURS.lines()).map(str::trim) {
            if line.is_empty() || ["//", "/*", "*"].iter().any(|remark| line.starts_with(remark)) {
                continue;
            }
            self.put_into_line(line, &mut short);
            short.push('\n');
        }
        Ok(short.into_bytes())
    }

    fn put_into_line(&self, line: &str, short: &mut String) {
        let in_name = |c: char| c.is_ascii_alphanumeric() || "_$./".contains(c);
        // words with their dots, as a module's name is a path
        for piece in line.split_inclusive(|c| !in_name(c)) {
            let word = piece.trim_end_matches(|c| !in_name(c));
            let (before, last) = if word.starts_with('.') { ("", word) } else { after_dot(word) };
            short.push_str(before);
            short.push_str(self.0.get(last).map_or(last, String::as_str));
            short.push_str(&piece[word.len()..]);
        }
    }
}

/// A word, and what stands before its last dot with it.
fn after_dot(word: &str) -> (&str, &str) {
    word.split_at(word.rfind('.').map_or(0, |dot| dot + 1))
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn names_are_short_in_both_and_the_loader_is_ours() {
        let mut names = Names::default();
        let (mut module, mut call, mut invoke) = ("./a_bg.js".to_owned(), "__wbg_x_12".to_owned(), "in_34".to_owned());
        for name in [&mut module, &mut call, &mut invoke] {
            names.shorten(name);
        }
        let mut again = "./a_bg.js".to_owned();
        names.shorten(&mut again);
        assert_eq!([&*module, &*call, &*invoke, &*again], ["$0", "$1", "$2", "$0"]);
        let js = "  // why\n  __wbg_x_12: f(__wbg_x_123),\n  \"./a_bg.js\": y,\nwasm.in_34(a.b);\nlet wasmModule, wasmInstance, wasm;\nrest";
        let short = String::from_utf8(names.put_into(js).unwrap()).unwrap();
        assert!(
            short.starts_with("$1: f(__wbg_x_123),\n\"$0\": y,\nwasm.$2(a.b);\nlet wasm;\nexport default"),
            "{short}"
        );
        assert!(!short.contains("rest"));
        assert!(names.put_into("another").is_err());
    }
}
