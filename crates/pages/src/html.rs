//! A page as HTML: reads without script, prints, and keeps the app's strict policy.

use crate::{Block, Inline, Library, Link, Mark, Page, Scene, drawn};
use guide::Guide;
use std::fmt::Write as _;
use words::Labels;

/// What all pages of a library share.
pub(crate) struct Site<'a> {
    pub(crate) guide: &'a Guide,
    pub(crate) library: &'a Library,
    pub(crate) labels: &'static Labels,
}

/// Words as text of HTML or XML, or as an attribute's value between double quotes.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The names of files that the bundle makes are put in where `{{name}}` stands.
const HEAD: &str = r##"<!doctype html>
<html lang="LANG" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{csp}}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbf8f3" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1b1613" media="(prefers-color-scheme: dark)">
<meta name="description" content="LEAD">
<title>TITLE | Unknot</title>
<link rel="icon" href="../{{icon.svg}}" type="image/svg+xml">
<link rel="stylesheet" href="../{{app.css}}">
<link rel="stylesheet" href="../{{learn/learn.css}}">
"##;

impl Site<'_> {
    /// A page of the guide.
    pub(crate) fn page(&self, page: &Page) -> String {
        let mut main = format!("<p class=\"banner\">{}</p>\n", escaped(self.labels.not_checked));
        main += &self.contents(page);
        main += &drawn::shared(page.blocks.iter().filter_map(|block| match block {
            Block::Pattern(pattern) => Some(pattern),
            _ => None,
        }));
        main += &self.blocks(page, &page.blocks);
        main += &self.references(page);
        let plays = page.blocks.iter().any(|block| matches!(block, Block::Sequence(_)));
        let script = if plays { "<script type=\"module\" src=\"../{{learn/sequence.js}}\"></script>\n" } else { "" };
        self.shell(&page.topic, (&page.title, &page.lead), script, &main)
    }

    /// Head, top line, what `main` holds, and tabs. `more` goes into the head.
    pub(crate) fn shell(&self, topic: &str, (title, lead): (&str, &str), more: &str, main: &str) -> String {
        let l = self.labels;
        let head = HEAD
            .replace("LANG", &self.guide.language)
            .replace("LEAD", &escaped(lead))
            .replace("TITLE", &escaped(title));
        let here = |name: &str| if name == topic { " aria-current=\"page\"" } else { "" };
        let mut tabs = String::new();
        for (at, (place, label)) in l.tabs.iter().enumerate() {
            // Where the app has it: before the last one.
            if at + 1 == l.tabs.len() {
                let _ = write!(tabs, "<a href=\"index.html\" aria-current=\"true\">{}</a>", escaped(l.learn));
            }
            let _ = write!(tabs, "<a href=\"../#/{place}\">{}</a>", escaped(label));
        }
        format!(
            "{head}{more}</head>\n<body class=\"learn\">\n<a class=\"skip\" href=\"#title\">{skip}</a>\n<div id=\"app\">\n\
             <header class=\"top\"><b>Unknot</b><nav class=\"crumbs\" aria-label=\"{learn}\"><a href=\"index.html\"{at_index}>{all}</a>\
             <a href=\"search.html\"{at_search}>{search}</a></nav></header>\n<main>\n<h1 id=\"title\" tabindex=\"-1\">{title}</h1>\n\
             <p class=\"lead\">{lead}</p>\n{main}</main>\n\
             <footer class=\"low\"><nav class=\"tabs\" aria-label=\"Unknot\">{tabs}</nav></footer>\n</div>\n</body>\n</html>\n",
            skip = escaped(l.skip),
            learn = escaped(l.learn),
            all = escaped(l.all_pages),
            search = escaped(l.search),
            at_index = here("index"),
            at_search = here("search"),
            title = escaped(title),
            lead = escaped(lead),
        )
    }

    /// Links to the headings of a long page.
    fn contents(&self, page: &Page) -> String {
        let headings = page.blocks.iter().filter_map(|block| match block {
            Block::Heading { level: 2, id, text } => Some((id, text)),
            _ => None,
        });
        let items: Vec<String> =
            headings.map(|(id, text)| format!("<li><a href=\"#{id}\">{}</a></li>", escaped(text))).collect();
        if items.len() < 4 {
            return String::new();
        }
        let name = escaped(self.labels.on_this_page);
        format!("<nav class=\"contents\" aria-label=\"{name}\"><p>{name}</p><ul>{}</ul></nav>\n", items.concat())
    }

    fn blocks(&self, page: &Page, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(page, block) + "\n").collect()
    }

    fn block(&self, page: &Page, block: &Block) -> String {
        match block {
            Block::Heading { level, id, text } => format!("<h{level} id=\"{id}\">{}</h{level}>", escaped(text)),
            Block::Text(line) => format!("<p class=\"text\">{}</p>", self.line(page, line)),
            Block::List { ordered, items } => {
                let tag = if *ordered { "ol" } else { "ul" };
                let items = items.iter().map(|item| format!("<li>{}</li>", self.line(page, item)));
                format!("<{tag}>{}</{tag}>", items.collect::<String>())
            }
            Block::Rows(rows) => {
                let row = |row: &crate::Row| {
                    let id = row.id.as_ref().map_or_else(String::new, |id| format!(" id=\"{id}\""));
                    let label = escaped(&row.label);
                    let figure = row.figure.as_ref().map_or_else(String::new, |name| self.figure(name, &label));
                    format!("<div{id}><dt>{label}</dt><dd>{figure}{}</dd></div>", self.line(page, &row.text))
                };
                format!("<dl class=\"facts\">{}</dl>", rows.iter().map(row).collect::<String>())
            }
            Block::Care(inner) => format!("<div class=\"set care\">{}</div>", self.blocks(page, inner)),
            Block::Alert(inner) => format!("<div class=\"set alert\">{}</div>", self.blocks(page, inner)),
            Block::Fold(title, inner) => format!(
                "<details class=\"fold\"><summary>{}</summary><div class=\"folded\">{}</div></details>",
                escaped(title),
                self.blocks(page, inner)
            ),
            Block::Table { caption, head, rows } => table(caption, head, rows),
            Block::Plate { name, caption } => {
                let caption = escaped(caption);
                let file = format!("../{{{{learn/{name}.svg}}}}");
                format!(
                    "<figure class=\"plate\"><img src=\"{file}\" alt=\"{caption}\"><figcaption>{caption}</figcaption></figure>"
                )
            }
            Block::Pattern(pattern) => drawn::figure(pattern, self.labels),
            Block::Sequence(scenes) => self.sequence(scenes),
            Block::Ways(ways) => {
                let way = |(at, (label, link)): (usize, &(String, Link))| {
                    let weight = if at == 0 { "main" } else { "quiet" };
                    format!("<a class=\"btn {weight}\" href=\"{}\">{}</a>", href(link), escaped(label))
                };
                format!("<div class=\"buttons\">{}</div>", ways.iter().enumerate().map(way).collect::<String>())
            }
        }
    }

    /// A figure of a move. It moves by itself, unless the person wants no motion.
    fn figure(&self, name: &str, label: &str) -> String {
        let file = format!("../{{{{{}{name}.svg}}}}", figures::FOLDER);
        let drawing = escaped(self.labels.drawing);
        format!(
            "<img class=\"move\" src=\"{file}\" alt=\"{drawing}: {label}\" width=\"320\" height=\"240\" loading=\"lazy\">"
        )
    }

    /// Scenes in order: what is read where nothing plays is the transcript where it does.
    fn sequence(&self, scenes: &[Scene]) -> String {
        let l = self.labels.sequence;
        let scene = |scene: &Scene| {
            let label = escaped(&scene.label);
            let figure = scene.figure.as_ref().map_or_else(String::new, |name| self.figure(name, &label));
            let words = escaped(&scene.words);
            format!("<li data-seconds=\"{}\">{figure}<p><b>{label}.</b> {words}</p></li>", scene.seconds)
        };
        let seconds: usize = scenes.iter().map(|scene| scene.seconds).sum();
        format!(
            "<section class=\"sequence\" aria-label=\"{}\" data-play=\"{}\" data-pause=\"{}\" data-back=\"{}\" data-next=\"{}\" \
             data-voice=\"{}\" lang=\"{}\"><ol>{}</ol><p class=\"soft\">{}</p></section>",
            escaped(&(l.title)(seconds)),
            escaped(&(l.play)(seconds)),
            escaped(l.pause),
            escaped(l.back),
            escaped(l.next),
            escaped(l.voice),
            self.guide.language,
            scenes.iter().map(scene).collect::<String>(),
            escaped(l.below)
        )
    }

    fn line(&self, page: &Page, line: &[Inline]) -> String {
        let piece = |piece: &Inline| match piece {
            Inline::Text(text) => escaped(text),
            Inline::Strong(text) => format!("<strong>{}</strong>", escaped(text)),
            Inline::Stress(text) => format!("<em>{}</em>", escaped(text)),
            Inline::Link(link, text) => format!("<a href=\"{}\">{}</a>", href(link), escaped(text)),
            Inline::Mark(mark) => self.mark(page, mark),
        };
        line.iter().map(piece).collect()
    }

    /// Numbers with grades, each a link to the reference below; or the word that it is opinion.
    fn mark(&self, page: &Page, mark: &Mark) -> String {
        let l = self.labels;
        if mark.references.is_empty() {
            return format!(
                " <span class=\"ref\" title=\"{}\">{}</span>",
                escaped(l.opinion_means),
                escaped(l.opinion)
            );
        }
        let one = |id: &String| {
            let number = page.references.iter().position(|known| known == id).map_or(0, |at| at + 1);
            let grade = self.guide.references.get(id).map_or(' ', guide::shape::Reference::grade);
            format!("<a href=\"#ref-{id}\">{number}<b>{grade}</b></a>")
        };
        let all: Vec<String> = mark.references.iter().map(one).collect();
        format!(" <span class=\"ref\">{}</span>", all.join(" "))
    }

    fn references(&self, page: &Page) -> String {
        let l = self.labels;
        if page.references.is_empty() {
            return String::new();
        }
        let one = |id: &String| {
            let Some(reference) = self.guide.references.get(id) else { return String::new() };
            let grade = reference.grade();
            let note = reference.note.as_ref().map_or_else(String::new, |note| format!(" {}", escaped(note)));
            // The address is shown, not only linked: on paper it is all there is.
            let url = reference.url.as_ref().map_or_else(String::new, |url| {
                let url = escaped(url);
                format!(" <a href=\"{url}\" rel=\"noreferrer\">{url}</a>")
            });
            format!(
                "<li id=\"ref-{id}\"><b>{} {grade}</b> ({}). {}. {}: {}.{note}{url}</li>\n",
                escaped(l.grade),
                escaped((l.kind)(grade)),
                escaped(reference.citation.trim_end_matches('.')),
                escaped(l.read_as),
                escaped(&(l.seen)(&reference.seen)),
            )
        };
        let list: String = page.references.iter().map(one).collect();
        format!(
            "<section class=\"references\"><h2 id=\"references\">{}</h2>\n<p class=\"soft\">{}</p>\n<ol>\n{list}</ol></section>\n",
            escaped(l.references),
            escaped(l.grades)
        )
    }
}

fn table(caption: &str, head: &[String], rows: &[Vec<String>]) -> String {
    let cells = |tag: &str, scope: &str, cells: &[String]| {
        cells.iter().map(|cell| format!("<{tag}{scope}>{}</{tag}>", escaped(cell))).collect::<String>()
    };
    let row = |row: &Vec<String>| {
        let (first, rest) = row.split_at(1.min(row.len()));
        format!("<tr>{}{}</tr>", cells("th", " scope=\"row\"", first), cells("td", "", rest))
    };
    format!(
        "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"{caption}\"><table class=\"stages\"><caption>{caption}</caption>\
         <thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        cells("th", " scope=\"col\"", head),
        rows.iter().map(row).collect::<String>(),
        caption = escaped(caption),
    )
}

/// From a page to a place: all pages lie in one folder, and the app above it.
fn href(link: &Link) -> String {
    match link {
        Link::App(place) => format!("../#/{place}"),
        Link::Page { topic, anchor } => {
            let file = if topic.is_empty() { String::new() } else { format!("{topic}.html") };
            let hash = if anchor.is_empty() { "" } else { "#" };
            format!("{file}{hash}{anchor}")
        }
    }
}
