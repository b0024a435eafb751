//! Is this well-formed? Enough of XML for what we draw: no comments, no CDATA, no `<` in a value.

/// # Errors
/// What is wrong, with the place.
pub(crate) fn check(text: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        check_words(before)?;
        let (tag, then) = after.split_once('>').ok_or("a tag is not closed")?;
        if let Some(name) = tag.strip_prefix('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> closes {last:?}"));
            }
        } else {
            let inner = tag.strip_suffix('/');
            let name = check_tag(inner.unwrap_or(tag))?;
            if inner.is_none() {
                open.push(name);
            }
        }
        rest = then;
        if open.is_empty() && !rest.trim().is_empty() {
            return Err("something stands behind the root".into());
        }
    }
    check_words(rest)?;
    if open.is_empty() { Ok(()) } else { Err(format!("not closed: {open:?}")) }
}

/// Every `&` begins an entity we know, and nothing else is special.
fn check_words(words: &str) -> Result<(), String> {
    let known = |rest: &str| ["amp;", "lt;", "gt;", "quot;"].iter().any(|entity| rest.starts_with(entity));
    if words.contains('>') || !words.split('&').skip(1).all(known) {
        return Err(format!("not escaped: `{words}`"));
    }
    Ok(())
}

/// A name, then attributes with values in double quotes, none twice; gives the name.
fn check_tag(tag: &str) -> Result<&str, String> {
    let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(format!("no name: `{name}`"));
    }
    let mut seen: Vec<&str> = Vec::new();
    while !rest.trim().is_empty() {
        let (key, after) = rest.split_once("=\"").ok_or_else(|| format!("no value in `{rest}`"))?;
        let (value, then) = after.split_once('"').ok_or_else(|| format!("no end of `{after}`"))?;
        let key = key.trim();
        if key.is_empty() || key.contains(' ') || seen.contains(&key) || value.contains("NaN") || value.contains("inf")
        {
            return Err(format!("`{key}={value}` in <{name}>"));
        }
        check_words(value)?;
        seen.push(key);
        rest = then;
    }
    Ok(name)
}

#[test]
fn what_is_broken_is_seen() {
    for (text, fine) in [
        ("<svg a=\"1\"><g/><text x=\"2\">a &amp; b</text></svg>\n", true),
        ("<svg><g></svg>", false),
        ("<svg a=1></svg>", false),
        ("<svg a=\"1\" a=\"2\"></svg>", false),
        ("<svg>a & b</svg>", false),
        ("<svg x=\"NaN\"></svg>", false),
        ("<svg></svg><svg></svg>", false),
        ("<svg>", false),
    ] {
        assert_eq!(check(text).is_ok(), fine, "{text}");
    }
}
