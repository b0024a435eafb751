//! New answers as an Atom feed (RFC 4287).

use crate::form::clean;
use crate::shell::{FEED, LIST, paragraphs};
use crate::{Board, Entry};
use pages::escaped;

impl Board {
    /// The feed of the newest answers. `begun_ms` stands in for the time of a change while there is none.
    pub fn feed(&self, entries: &[Entry], begun_ms: i64) -> String {
        let l = self.labels;
        let url = escaped(&self.url);
        let changed = entries.iter().map(|entry| entry.changed_ms).max().unwrap_or(begun_ms);
        let entries: String = entries.iter().map(|entry| self.feed_entry(entry)).collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <id>{url}{LIST}</id>\n<title>Unknot: {}</title>\n<subtitle>{}</subtitle>\n<updated>{}</updated>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{url}{FEED}\"/>\n<link rel=\"alternate\" type=\"text/html\" \
             href=\"{url}{LIST}\"/>\n<author><name>{}</name></author>\n{entries}</feed>\n",
            escaped(&self.language),
            escaped(l.title),
            escaped(l.lead),
            time(changed),
            escaped(&clean(&self.owner)),
        )
    }

    fn feed_entry(&self, entry: &Entry) -> String {
        let l = self.labels;
        let Entry { id, name, text, answer, answered_ms, changed_ms, topic } = entry;
        let at = format!("{}{LIST}{id}", self.url);
        let topic = self.topic(topic).map_or_else(String::new, |topic| {
            format!("<category term=\"{}\" label=\"{}\"/>\n", escaped(&topic.id), escaped(&topic.title))
        });
        // The content is HTML, escaped once more: a reader that shows it unescapes both.
        let content = format!(
            "<blockquote>{}</blockquote>\n<p><strong>{}</strong></p>\n{}",
            paragraphs(text),
            escaped(l.answer),
            paragraphs(answer)
        );
        format!(
            "<entry>\n<id>{at}</id>\n<title>{}</title>\n<link rel=\"alternate\" type=\"text/html\" href=\"{at}\"/>\n{topic}\
             <published>{}</published>\n<updated>{}</updated>\n<content type=\"html\">{}</content>\n</entry>\n",
            escaped(&title(name, text, l.asks)),
            time(*answered_ms),
            time(*changed_ms),
            escaped(&content),
            at = escaped(&at),
        )
    }
}

/// Who asks, and how the question begins.
fn title(name: &str, text: &str, asks: fn(&str) -> String) -> String {
    const MOST: usize = 80;
    let line = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let begins: String = line.chars().take(MOST).collect();
    let end = if begins.len() < line.len() { "\u{2026}" } else { "" };
    format!("{}: {begins}{end}", asks(&clean(name)))
}

/// A time as in RFC 3339, in UTC.
fn time(at_ms: i64) -> String {
    let seconds = at_ms.div_euclid(1000).rem_euclid(86_400);
    format!("{}T{:02}:{:02}:{:02}Z", Board::day(at_ms), seconds / 3600, seconds / 60 % 60, seconds % 60)
}
