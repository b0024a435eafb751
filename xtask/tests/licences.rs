//! Everything Unknot is built from may be given on under its own licence.

use serde_json::Value;
use std::process::Command;

/// Licences that ask for no more than to be named.
const ALLOWED: &[(&str, &str)] = &[
    ("MIT", "keep the notice"),
    ("MIT-0", "no condition"),
    ("Apache-2.0", "keep the notice, say what was changed"),
    ("Apache-2.0 WITH LLVM-exception", "Apache-2.0, without its conditions for compiled code"),
    ("BSD-2-Clause", "keep the notice"),
    ("BSD-3-Clause", "keep the notice, do not use the authors' names"),
    ("BSL-1.0", "keep the notice in source"),
    ("ISC", "keep the notice"),
    ("Unicode-3.0", "keep the notice (tables of the Unicode consortium)"),
    ("Unlicense", "no condition"),
    ("Zlib", "do not claim to have written it"),
    ("0BSD", "no condition"),
    ("CC0-1.0", "no condition"),
];

#[test]
fn every_dependency_has_an_allowed_licence() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["metadata", "--format-version", "1", "--locked"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = command.output().expect("cargo metadata runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo metadata gives JSON");

    let packages = metadata["packages"].as_array().expect("packages");
    let refused: Vec<String> = packages
        .iter()
        .filter(|package| !allowed(package["license"].as_str().unwrap_or_default()))
        .map(|package| format!("{} {}: {}", package["name"], package["version"], package["license"]))
        .collect();

    assert!(packages.len() > 10, "only {} packages were looked at", packages.len());
    assert!(refused.is_empty(), "not in the list of tests/licences.rs:\n{}", refused.join("\n"));
}

#[test]
fn licence_expressions_are_understood() {
    for (expression, fine) in [
        ("MIT", true),
        ("MIT OR GPL-3.0", true),
        ("MIT/Apache-2.0", true),
        ("MIT AND GPL-3.0", false),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("(MIT OR Apache-2.0) AND OpenSSL", false),
        ("Apache-2.0 WITH LLVM-exception OR GPL-2.0", true),
        ("GPL-3.0", false),
        ("", false),
    ] {
        assert_eq!(allowed(expression), fine, "{expression:?}");
    }
}

/// May it be used under an SPDX expression? `/` is an old way to write `OR`.
fn allowed(expression: &str) -> bool {
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    either(&mut rest) && rest.is_empty()
}

fn either(rest: &mut &[&str]) -> bool {
    let mut fine = both(rest);
    while let ["OR", after @ ..] = *rest {
        *rest = after;
        // Both sides are read in any case, for what comes after them.
        fine |= both(rest);
    }
    fine
}

fn both(rest: &mut &[&str]) -> bool {
    let mut fine = one(rest);
    while let ["AND", after @ ..] = *rest {
        *rest = after;
        fine &= one(rest);
    }
    fine
}

fn one(rest: &mut &[&str]) -> bool {
    let (name, after) = match *rest {
        ["(", after @ ..] => {
            *rest = after;
            let fine = either(rest);
            if let [")", after @ ..] = *rest {
                *rest = after;
            }
            return fine;
        }
        [name, "WITH", exception, after @ ..] => (format!("{name} WITH {exception}"), after),
        [name, after @ ..] => ((*name).to_owned(), after),
        [] => return false,
    };
    *rest = after;
    ALLOWED.iter().any(|(allowed, _)| *allowed == name)
}
