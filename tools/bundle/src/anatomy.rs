//! The body among the files of the app: its pictures, and what the program of the body reads.

use crate::Files;

/// The files of the app, with the plates that its boot script and the parts that the body's script names; the others are for
/// pages or for nobody.
///
/// A plate brings its own colours for where there is no page around it. They are left out: the app has its own, and its
/// policy would refuse them.
pub fn with_anatomy(mut fixed: Files, plates: Files, parts: Files) -> Files {
    for (script, files) in [("boot.js", plates), ("body.js", parts)] {
        let text = fixed.get(script).map(|text| String::from_utf8_lossy(text).into_owned()).unwrap_or_default();
        let named = files.into_iter().filter(|(name, _)| text.contains(&format!("{{{{{name}}}}}")));
        fixed.extend(
            named.map(|(name, file)| if name.ends_with(".svg") { (name, without_style(file)) } else { (name, file) }),
        );
    }
    fixed
}

fn without_style(plate: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&plate);
    match (text.find("<style>"), text.find("</style>")) {
        (Some(from), Some(to)) if from < to => [&text[..from], &text[to + "</style>".len()..]].concat().into_bytes(),
        _ => plate,
    }
}
