//! What makes a text hard to read, or says what Unknot must not say.

/// No text may be longer, characters.
const LONGEST: usize = 320;
/// No question may have more words.
const MOST_WORDS: usize = 30;

/// Words that stand for themselves alone, and what to write in their place.
const BANNED: [(&str, &str); 12] = [
    ("cure", PROMISE),
    ("cures", PROMISE),
    ("cured", PROMISE),
    ("guarantee", PROMISE),
    ("guarantees", PROMISE),
    ("guaranteed", PROMISE),
    ("trochanter", "write \"the side knob\""),
    ("trochanters", "write \"the side knobs\""),
    ("trochanteric", "write \"the side knob\""),
    ("iliac crest", "write \"the rim\""),
    ("hip crest", "write \"the rim\""),
    ("outer hip bone", "write \"the side knob\" or \"the rim\", whichever is meant"),
];
const PROMISE: &str = "promise nothing: say what often helps";

/// What is wrong with a text, with hints. `sided` for texts of a question: is it sided, and is this what it asks?
pub(super) fn wrong(text: &str, asks: bool, sided: Option<(bool, bool)>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if text.trim().is_empty() {
        found.push(("this text is empty".to_owned(), String::new()));
    }
    // Bytes are never fewer than characters, and quicker to count.
    let length = if text.len() > LONGEST { text.chars().count() } else { 0 };
    if length > LONGEST {
        found.push((format!("this text has {length} characters, more than {LONGEST}"), "say less".to_owned()));
    }
    let words = if asks { text.split_whitespace().count() } else { 0 };
    if words > MOST_WORDS {
        found.push((format!("this question has {words} words, more than {MOST_WORDS}"), "ask one thing".to_owned()));
    }
    if let Some((word, hint)) = never_said(text) {
        found.push((format!("{word:?} is not said in a guide"), hint.to_owned()));
    }
    found.extend(placeholders(text, sided));
    found
}

/// The first word in a text that no guide says, and what to write in its place.
pub fn never_said(text: &str) -> Option<(&'static str, &'static str)> {
    let bytes = text.as_bytes();
    for (at, pair) in bytes.windows(2).enumerate() {
        // Few places have the right two letters, so this is one quick pass.
        let begins = matches!([pair[0] | 0x20, pair[1] | 0x20].as_ref(), b"cu" | b"gu" | b"tr" | b"il" | b"hi" | b"ou");
        if begins && (at == 0 || !bytes[at - 1].is_ascii_alphabetic()) {
            let here = &bytes[at..];
            let same = |word: &str| {
                here.len() >= word.len()
                    && here[..word.len()].eq_ignore_ascii_case(word.as_bytes())
                    && !here.get(word.len()).is_some_and(u8::is_ascii_alphabetic)
            };
            if let Some(&found) = BANNED.iter().find(|(word, _)| same(word)) {
                return Some(found);
            }
        }
    }
    None
}

/// `{side}` stands exactly in what sided questions ask; there are no other placeholders.
fn placeholders(text: &str, sided: Option<(bool, bool)>) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let has_braces = text.as_bytes().contains(&b'{') || text.as_bytes().contains(&b'}');
    let has_side = has_braces && text.contains("{side}");
    match sided {
        Some((true, true)) if !has_side => {
            found.push(("a sided question does not say {side}".to_owned(), "e.g. \"your {side} hip\"".to_owned()));
        }
        Some((true, _)) => {}
        _ if has_side => {
            let hint = "only questions with sided = true have a side".to_owned();
            found.push(("{side} has no meaning here".to_owned(), hint));
        }
        _ => {}
    }
    if has_braces && text.replace("{side}", "").contains(['{', '}']) {
        found.push(("{ and } have no meaning here".to_owned(), "the only placeholder is {side}".to_owned()));
    }
    found
}
