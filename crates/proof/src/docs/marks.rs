//! Parts of a document that are written by machine: between `<!-- begin NAME -->` and `<!-- end NAME -->`.

const BEGIN: &str = "<!-- begin ";
const CLOSE: &str = " -->";

fn end_of(name: &str) -> String {
    format!("<!-- end {name}{CLOSE}")
}

/// Names of the marked parts, in order.
///
/// # Errors
/// A marker that is not closed.
pub(crate) fn names(text: &str) -> Result<Vec<&str>, String> {
    let mut names = Vec::new();
    let mut at = 0;
    while let Some(found) = text[at..].find(BEGIN) {
        let from = at + found + BEGIN.len();
        let length = text[from..].find(CLOSE).ok_or("a marker is not closed")?;
        names.push(&text[from..from + length]);
        at = from + length;
    }
    Ok(names)
}

/// The document with these parts anew; a part without text stays.
///
/// # Errors
/// A part that is not marked, is marked twice or has no end, or a marker that no part is for.
pub(crate) fn replaced(text: &str, parts: &[(&str, Option<String>)]) -> Result<String, String> {
    if let Some(name) = names(text)?.into_iter().find(|name| parts.iter().all(|(part, _)| part != name)) {
        return Err(format!("nothing writes `{BEGIN}{name}{CLOSE}`"));
    }
    let mut text = text.to_owned();
    for (name, part) in parts {
        let Some(part) = part else { continue };
        let begin = format!("{BEGIN}{name}{CLOSE}");
        let pieces: Vec<&str> = text.split(&begin).collect();
        let [before, rest] = pieces[..] else {
            return Err(format!("`{begin}` has to stand there once, and stands there {} times", pieces.len() - 1));
        };
        let end = end_of(name);
        let (_, after) = rest.split_once(&end).ok_or_else(|| format!("`{begin}` has no `{end}`"))?;
        text = format!("{before}{begin}\n{}\n{end}{after}", part.trim_end());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::{names, replaced};

    #[test]
    fn what_is_marked_is_replaced_and_the_rest_stays() {
        let text = "a\n<!-- begin x -->\nold\n<!-- end x -->\nb\n<!-- begin y -->\nkept\n<!-- end y -->\n";
        let now = replaced(text, &[("x", Some("new\n".into())), ("y", None)]).unwrap();
        assert_eq!(now, text.replace("old", "new"));
        assert_eq!(names(text).unwrap(), ["x", "y"]);
        assert_eq!(replaced(&now, &[("x", Some("new".into())), ("y", None)]).unwrap(), now);
    }

    #[test]
    fn markers_that_do_not_fit_are_errors() {
        for text in ["", "<!-- begin x -->", "<!-- begin x --><!-- end x --><!-- begin x --><!-- end x -->"] {
            assert!(replaced(text, &[("x", Some(String::new()))]).is_err(), "{text}");
        }
        assert!(replaced("<!-- begin y --><!-- end y -->", &[("x", None)]).is_err());
        assert!(names("<!-- begin x").is_err());
    }
}
