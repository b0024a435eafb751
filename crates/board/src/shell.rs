//! Head, top line and tabs, as the pages to read have them.

use crate::Board;
use pages::escaped;
use std::fmt::Write as _;

/// A page of the board.
pub(crate) struct Shell<'a> {
    pub(crate) title: &'a str,
    pub(crate) lead: &'a str,
    /// Its address, to say which link of the top line leads here.
    pub(crate) here: &'a str,
    /// May a search engine show it?
    pub(crate) found: bool,
    pub(crate) main: String,
}

/// Where the list is.
pub(crate) const LIST: &str = "/questions/";
/// Where the form is.
pub(crate) const ASK: &str = "/questions/ask";
/// Where the feed is.
pub(crate) const FEED: &str = "/questions/feed.xml";

impl Board {
    pub(crate) fn shell(&self, page: &Shell<'_>) -> String {
        let (l, site) = (self.labels, self.site);
        let styles = self.files.styles.iter().map(String::as_str).chain(["/questions/board.css"]);
        let mut head: String = styles.map(|file| format!("<link rel=\"stylesheet\" href=\"{file}\">\n")).collect();
        if let Some(icon) = &self.files.icon {
            let _ = writeln!(head, "<link rel=\"icon\" href=\"{icon}\" type=\"image/svg+xml\">");
        }
        if !page.found {
            head += "<meta name=\"robots\" content=\"noindex\">\n";
        }
        let link = |to: &str, label: &str| {
            let current = if to == page.here { " aria-current=\"page\"" } else { "" };
            format!("<a href=\"{to}\"{current}>{}</a>", escaped(label))
        };
        let mut tabs = String::new();
        for (at, (place, label)) in site.tabs.iter().enumerate() {
            if at + 1 == site.tabs.len() {
                let _ = write!(tabs, "<a href=\"/learn/index.html\" aria-current=\"true\">{}</a>", escaped(site.learn));
            }
            let _ = write!(tabs, "<a href=\"/#/{place}\">{}</a>", escaped(label));
        }
        format!(
            "<!doctype html>\n<html lang=\"{language}\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} | Unknot</title>\n{head}\
             <link rel=\"alternate\" type=\"application/atom+xml\" title=\"{feed}\" href=\"{FEED}\">\n</head>\n\
             <body class=\"learn board\">\n<a class=\"skip\" href=\"#title\">{skip}</a>\n<div id=\"app\">\n\
             <header class=\"top\"><b>Unknot</b><nav class=\"crumbs\" aria-label=\"{questions}\">{list}{ask}</nav></header>\n\
             <main>\n<h1 id=\"title\" tabindex=\"-1\">{title}</h1>\n<p class=\"lead\">{lead}</p>\n{main}</main>\n\
             <footer class=\"low\"><nav class=\"tabs\" aria-label=\"Unknot\">{tabs}</nav></footer>\n</div>\n</body>\n</html>\n",
            language = escaped(&self.language),
            title = escaped(page.title),
            feed = escaped(l.feed),
            skip = escaped(site.skip),
            questions = escaped(l.title),
            list = link(LIST, l.title),
            ask = link(ASK, l.ask),
            lead = escaped(page.lead),
            main = page.main,
        )
    }

    /// A link that looks like a button.
    pub(crate) fn button(to: &str, label: &str, weight: &str) -> String {
        format!("<a class=\"btn {weight}\" href=\"{}\">{}</a>", escaped(to), escaped(label))
    }
}

/// Words of a person's as paragraphs, with their lines.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = crate::form::clean(text);
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')).filter(|p| !p.trim().is_empty());
    paragraphs.map(|p| format!("<p>{}</p>\n", escaped(p).replace('\n', "<br>"))).collect()
}
