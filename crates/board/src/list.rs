//! Questions to read.

use crate::shell::{ASK, FEED, LIST, Shell, paragraphs};
use crate::{Board, Sorry, Topic};
use pages::escaped;

/// An answered question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number.
    pub id: i64,
    /// Topic of a page.
    pub topic: String,
    /// Who asked.
    pub name: String,
    /// What.
    pub text: String,
    /// The answer.
    pub answer: String,
    /// When it was answered first: milliseconds since 1970, UTC.
    pub answered_ms: i64,
    /// When the answer was changed last.
    pub changed_ms: i64,
}

/// A page of questions.
#[derive(Clone, Debug)]
pub struct List<'a> {
    /// Of one topic, or of all.
    pub topic: Option<&'a Topic>,
    /// Is it the first page?
    pub first: bool,
    /// What it shows, newest answer first.
    pub entries: Vec<Entry>,
    /// What the address of the next page ends in, if there is one.
    pub next: Option<String>,
    /// Topics that have questions, with how many.
    pub counts: Vec<(String, u64)>,
}

impl Board {
    /// Where a topic's questions are.
    fn topic_address(topic: Option<&Topic>) -> String {
        topic.map_or_else(|| LIST.to_owned(), |topic| format!("{LIST}topic/{}", escaped(&topic.id)))
    }

    /// A page of questions.
    pub fn list(&self, list: &List<'_>) -> String {
        let l = self.labels;
        let here = Board::topic_address(list.topic);
        let mut main = format!("<p class=\"banner\">{}</p>\n", escaped(&(l.by)(&self.owner)));
        main += &format!("<div class=\"buttons\">{}</div>\n", Board::button(&ask(list.topic), l.ask, "main"));
        main += &self.topics(list);
        if list.entries.is_empty() {
            let none = if list.topic.is_some() { l.none_of_topic } else { l.none };
            main += &format!("<p class=\"text\">{}</p>\n", escaped(none));
        }
        for entry in &list.entries {
            main += &self.entry(entry, 2);
        }
        main += "<nav class=\"turn\">";
        if !list.first {
            main += &Board::button(&here, l.newest, "quiet");
        }
        if let Some(next) = &list.next {
            main += &Board::button(&format!("{here}?after={next}"), l.older, "quiet");
        }
        main += &format!("</nav>\n<p class=\"soft\"><a href=\"{FEED}\">{}</a></p>\n", escaped(l.feed));
        let title = list.topic.map_or_else(|| l.title.to_owned(), |topic| format!("{}: {}", l.title, topic.title));
        self.shell(&Shell { title: &title, lead: l.lead, here: &here, found: true, main })
    }

    /// Links to the topics that have questions.
    fn topics(&self, list: &List<'_>) -> String {
        let l = self.labels;
        let counted = |topic: &Topic| list.counts.iter().find(|(id, _)| *id == topic.id).map(|(_, count)| *count);
        let here = |is: bool| if is { " aria-current=\"page\"" } else { "" };
        let one = |topic: &Topic| {
            let current = here(list.topic == Some(topic));
            let count = counted(topic)?;
            let to = Board::topic_address(Some(topic));
            Some(format!(
                "<li><a href=\"{to}\"{current}>{}</a> <span class=\"soft\">{count}</span></li>",
                escaped(&topic.title)
            ))
        };
        let topics: String = self.topics.iter().filter_map(one).collect();
        if topics.is_empty() {
            return String::new();
        }
        let (name, all) = (escaped(l.topics), escaped(l.all_topics));
        let current = here(list.topic.is_none());
        // Folded where a topic is chosen: the questions are what one came for.
        format!(
            "<details class=\"fold\"><summary>{name}</summary><nav class=\"folded\" aria-label=\"{name}\"><ul>\
             <li><a href=\"{LIST}\"{current}>{all}</a></li>{topics}</ul></nav></details>\n"
        )
    }

    /// One question with its answer.
    fn entry(&self, entry: &Entry, level: u8) -> String {
        let l = self.labels;
        let Entry { id, name, text, answer, answered_ms, .. } = entry;
        let topic = self.topic(&entry.topic).map_or_else(String::new, |topic| {
            format!("<a href=\"{}\">{}</a> ", Board::topic_address(Some(topic)), escaped(&topic.title))
        });
        let day = Board::day(*answered_ms);
        format!(
            "<article class=\"asked\" aria-labelledby=\"q{id}\">\n<h{level} id=\"q{id}\"><bdi>{}</bdi></h{level}>\n\
             <blockquote>{}</blockquote>\n<div class=\"answer\"><p class=\"label\">{}</p>\n{}</div>\n\
             <p class=\"soft\">{topic}<a href=\"{LIST}{id}\">{} <time datetime=\"{day}\">{day}</time></a></p>\n</article>\n",
            escaped(&(l.asks)(&crate::form::clean(name))),
            paragraphs(text),
            escaped(l.answer),
            paragraphs(answer),
            escaped(l.answered),
        )
    }

    /// A page with one question.
    pub fn one(&self, entry: &Entry) -> String {
        let l = self.labels;
        let mut main = format!("<p class=\"banner\">{}</p>\n", escaped(&(l.by)(&self.owner)));
        main += &self.entry(entry, 2);
        let topic = self.topic(&entry.topic);
        if let Some(topic) = topic {
            let (to, said) = (escaped(&topic.id), escaped(&(l.about)(&topic.title)));
            main += &format!("<p class=\"text\"><a href=\"/learn/{to}.html\">{said}</a></p>\n");
        }
        let (back, more) = (Board::button(LIST, l.back, "main"), Board::button(&ask(topic), l.ask, "quiet"));
        main += &format!("<div class=\"buttons\">{back}{more}</div>\n");
        self.shell(&Shell { title: l.title, lead: l.lead, here: "", found: true, main })
    }

    /// A page for who gets none.
    pub fn sorry(&self, sorry: Sorry) -> String {
        let l = self.labels;
        let lead = match sorry {
            Sorry::Kind => l.sorry_kind,
            Sorry::Large => l.sorry_large,
            Sorry::Origin => l.sorry_origin,
            Sorry::Nothing => l.sorry_nothing,
            Sorry::Method => l.sorry_method,
            Sorry::Failed => l.sorry_failed,
        };
        let (back, again) = (Board::button(LIST, l.back, "main"), Board::button(ASK, l.again, "quiet"));
        let main = format!("<div class=\"buttons\">{back}{again}</div>\n");
        self.shell(&Shell { title: l.sorry, lead, here: "", found: false, main })
    }
}

/// The form, with the topic chosen.
fn ask(topic: Option<&Topic>) -> String {
    topic.map_or_else(|| ASK.to_owned(), |topic| format!("{ASK}?topic={}", topic.id))
}
