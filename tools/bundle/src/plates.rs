//! Pictures of the body among the files of the app.

use crate::Files;

/// The files of the app, with the plates that its boot script names; the others are for pages.
///
/// A plate brings its own colours for where there is no page around it. They are left out: the app has its own, and its
/// policy would refuse them.
pub fn with_plates(mut fixed: Files, plates: Files) -> Files {
    let boot = fixed.get("boot.js").map(|boot| String::from_utf8_lossy(boot).into_owned()).unwrap_or_default();
    let named = plates.into_iter().filter(|(name, _)| boot.contains(&format!("{{{{{name}}}}}")));
    fixed.extend(named.map(|(name, plate)| (name, without_style(plate))));
    fixed
}

fn without_style(plate: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&plate);
    match (text.find("<style>"), text.find("</style>")) {
        (Some(from), Some(to)) if from < to => [&text[..from], &text[to + "</style>".len()..]].concat().into_bytes(),
        _ => plate,
    }
}
