//! The pages as files for the app's folder. Names of files that get a hash stand in them as `{{name}}`.

use crate::html::{Site, escaped};
use crate::search::sections;
use crate::{Block, Library, plate};
use guide::Guide;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use words::{Language, labels};

/// The folder of the pages, beside the app.
pub const FOLDER: &str = "learn/";

/// The topic of the page that says that nobody gets a question. Where somebody does, the question board takes its place.
pub const QUESTIONS: &str = "questions";
/// Which figure shows which move: read by the app.
const MOVES: &str = "figures.json";

const STYLE: &str = include_str!("../static/learn.css");
const SCRIPT: &str = include_str!("../static/search.js");
const PLAYER: &str = include_str!("../static/sequence.js");

/// Every file, by its path from the app: a page each, the search page with its index, style, drawings and figures.
pub fn files(library: &Library, guide: &Guide) -> BTreeMap<String, Vec<u8>> {
    let labels = labels(Language::of(&guide.language).unwrap_or(Language::En));
    let site = Site { guide, library, labels };
    let (mut files, mut figures) = (BTreeMap::new(), BTreeMap::new());
    let mut put = |name: &str, text: String| {
        files.insert(format!("{FOLDER}{name}"), text.into_bytes());
    };
    put("learn.css", STYLE.to_owned());
    put("search.js", SCRIPT.to_owned());
    put("sequence.js", PLAYER.to_owned());
    put("index.json", index(library).to_string());
    put("search.html", search_page(&site));
    for (id, svg) in library.figures.svgs() {
        figures.insert(format!("{}{id}.svg", figures::FOLDER), svg.into_bytes());
    }
    for page in &library.pages {
        put(&format!("{}.html", page.topic), site.page(page));
        for block in &page.blocks {
            if let Block::Plate { name, .. } = block {
                put(&format!("{name}.svg"), plate::svg(name).unwrap_or_default().to_owned());
            }
        }
    }
    files.append(&mut figures);
    files.insert(MOVES.to_owned(), moves(library).into_bytes());
    files
}

/// Which file shows which move, as JSON: addresses from the app by id.
fn moves(library: &Library) -> String {
    let address = |name: &str| Value::String(format!("{{{{{}{name}.svg}}}}", figures::FOLDER));
    let all = library.figures.shown().map(|(id, name)| (id.to_owned(), address(name)));
    Value::Object(all.collect()).to_string()
}

/// What the search script looks through: pages with their sections (heading, anchor, beginning, labels, words).
fn index(library: &Library) -> Value {
    let page = |page: &crate::Page| {
        let sections = sections(page).into_iter().map(|section| {
            let words: Vec<String> = section.words().into_iter().collect();
            json!([section.heading, section.anchor, section.begins(), section.labels.trim(), words.join(" ")])
        });
        json!([page.topic, page.title, sections.collect::<Vec<_>>()])
    };
    Value::Array(library.pages.iter().map(page).collect())
}

/// The page to search on. Without script it lists all pages.
fn search_page(site: &Site<'_>) -> String {
    let l = site.labels;
    let topics = site.library.topics().filter_map(|topic| site.library.page(topic));
    let list = topics.map(|page| {
        format!("<li><a href=\"{}.html\">{}</a>: {}</li>\n", page.topic, escaped(&page.title), escaped(&page.lead))
    });
    let main = format!(
        "<noscript><p class=\"text\">{needs}</p></noscript>\n\
         <form id=\"search\" role=\"search\" class=\"field\" hidden><label for=\"words\">{words}</label>\
         <div class=\"typed\"><input id=\"words\" type=\"search\" autocomplete=\"off\" enterkeyhint=\"search\"></div></form>\n\
         <p id=\"none\" class=\"text\" role=\"status\" data-none=\"{none}\"></p>\n<ol id=\"found\" class=\"found\"></ol>\n\
         <h2 id=\"all\">{all}</h2>\n<ul>\n{list}</ul>\n",
        needs = escaped(l.search_needs),
        words = escaped(l.search_words),
        none = escaped(l.search_none),
        all = escaped(l.all_pages),
        list = list.collect::<String>(),
    );
    let more = "<script type=\"module\" src=\"../{{learn/search.js}}\"></script>\n";
    site.shell("search", (l.search, l.search_lead), more, &main)
}
