//! Just enough of HTML to look at pages from outside.

/// Elements that have no end.
const VOID: [&str; 5] = ["meta", "link", "img", "input", "br"];

/// Names of tags in order, ends with a `/` before them, without elements that have no end.
pub(crate) fn tags(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for rest in html.split('<').skip(1) {
        let tag = rest.split('>').next().unwrap_or_default();
        let name: String = tag.chars().take_while(|c| c.is_alphanumeric() || *c == '/').collect();
        if !name.is_empty() && !VOID.contains(&name.as_str()) {
            found.push(name);
        }
    }
    found
}

/// What stands in an attribute, wherever it is given.
fn attribute<'h>(html: &'h str, name: &str) -> Vec<&'h str> {
    let before = format!(" {name}=\"");
    html.split(before.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

pub(crate) fn ids(html: &str) -> Vec<&str> {
    attribute(html, "id")
}

pub(crate) fn links(html: &str) -> Vec<String> {
    attribute(html, "href").into_iter().map(|link| link.replace("&amp;", "&")).collect()
}
