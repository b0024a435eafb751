//! Files that are no guide at all give errors, not a crash and not a wait.

mod common;

use common::{changed, errors, file};
use guide::{Guide, LARGEST_FILE};

#[test]
fn a_file_cut_off_anywhere_is_an_error_or_a_smaller_guide() {
    let whole = file(&mut common::files(), "safety.toml").clone();
    for at in (0..whole.len()).step_by(997).filter(|at| whole.is_char_boundary(*at)) {
        let files = changed("safety.toml", &whole, &whole[..at]);
        // The texts of what was cut off are left over, so it is never fine.
        assert!(!errors(&files).is_empty(), "cut at {at}");
    }
}

#[test]
fn a_file_cut_off_in_a_text_is_told_at_its_end() {
    let mut files = common::files();
    let text = file(&mut files, "cautions.toml");
    text.truncate(text.rfind('"').unwrap());
    let last = text.lines().count();
    let errors = errors(&files);
    assert!(errors.iter().any(|error| error.file == "cautions.toml" && error.line == last), "{errors:#?}");
}

#[test]
fn a_missing_file_is_named() {
    for path in ["zones.toml", "model.toml", "guide.toml", "references.toml", "text/en/asks.toml"] {
        let mut files = common::files();
        files.retain(|(known, _)| known != path);
        let errors = errors(&files);
        assert!(errors.iter().any(|error| error.message == format!("file {path:?} is missing")), "{errors:#?}");
    }
}

#[test]
fn an_empty_guide_is_a_list_of_missing_files() {
    let errors = errors(&Vec::new());
    assert!(errors.len() > 15 && errors.iter().all(|error| !error.message.is_empty()), "{errors:#?}");
}

#[test]
fn an_unknown_language_is_told_with_those_there_are() {
    for problems in [Guide::read(&common::files(), "eo").unwrap_err(), Guide::embedded("eo").unwrap_err()] {
        let error = &problems.errors[0];
        assert_eq!(error.message, "the guide has no texts in language \"eo\"");
        assert_eq!(error.hint, "it has en");
    }
}

#[test]
fn garbage_is_an_error() {
    let garbage: String =
        (0..200_000_u32).filter_map(|n| char::from_u32(n.wrapping_mul(2_654_435_761) % 0x800)).collect();
    for path in ["zones.toml", "sources/tfl.toml", "text/en/zones.toml", "references.toml"] {
        let mut files = common::files();
        file(&mut files, path).clone_from(&garbage);
        assert!(errors(&files).iter().any(|error| error.file == path));
    }
}

#[test]
fn deep_nesting_is_an_error() {
    let mut files = common::files();
    *file(&mut files, "zones.toml") = format!("zone = {}", "[".repeat(100_000));
    assert!(errors(&files).iter().any(|error| error.file == "zones.toml"));
}

#[test]
fn a_file_of_5_mb_is_refused_unread() {
    let mut files = common::files();
    *file(&mut files, "zones.toml") = "# zone\n".repeat(5_000_000 / 7);
    let errors = errors(&files);
    let message = format!("file \"zones.toml\" is larger than {} kB", LARGEST_FILE / 1000);
    assert_eq!(errors[0].message, message, "{errors:#?}");
}

#[test]
fn a_file_with_a_strange_name_is_a_warning() {
    let mut files = common::files();
    files.push(("zone.toml".to_owned(), String::new()));
    let warnings = Guide::check(&files, "en").warnings;
    let warning = warnings.iter().find(|warning| warning.file == "zone.toml").unwrap();
    assert_eq!(warning.hint, "did you mean \"zones.toml\"?");
}

#[test]
fn windows_line_ends_and_other_files_are_fine() {
    let mut files = common::files();
    for (_, text) in &mut files {
        *text = text.replace('\n', "\r\n");
    }
    files.push(("README.md".to_owned(), "# Guide".to_owned()));
    assert!(Guide::read(&files, "en").is_ok());
    // A slip is shown without the line end.
    let zones = file(&mut files, "zones.toml");
    *zones = zones.replacen("\"back\"", "\"bakc\"", 1);
    assert_eq!(errors(&files)[0].excerpt, "view = \"bakc\"");
}
