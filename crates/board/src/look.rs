//! What a board is: whose it is, where it is, and what may be asked about.

use guide::Guide;
use pages::Library;
use words::{BoardLabels, Labels, Language, board_labels, labels};

/// A topic to ask about: one of the guide's pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// In addresses.
    pub id: String,
    /// To read.
    pub title: String,
}

/// Addresses of the app's files, from the top of the site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// Style sheets, in order.
    pub styles: Vec<String>,
    /// The icon.
    pub icon: Option<String>,
}

/// Why somebody gets no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorry {
    /// It is not what the form sends.
    Kind,
    /// It is too much.
    Large,
    /// It was sent from another site.
    Origin,
    /// There is nothing.
    Nothing,
    /// The address does not do that.
    Method,
    /// It is our fault.
    Failed,
}

/// A question board.
#[derive(Clone)]
pub struct Board {
    /// Where people reach it: `https://ask.example.org`, without a slash at the end.
    pub url: String,
    /// Who answers.
    pub owner: String,
    /// Are answers mailed?
    pub has_mail: bool,
    /// What may be asked about, in the guide's order.
    pub topics: Vec<Topic>,
    /// What everybody is asked first.
    pub(crate) signs: Vec<String>,
    pub(crate) language: String,
    pub(crate) labels: &'static BoardLabels,
    pub(crate) site: &'static Labels,
    /// The app's files.
    pub files: Files,
}

impl Board {
    /// A board beside a guide's pages.
    pub fn of(guide: &Guide, library: &Library, url: &str, owner: &str, has_mail: bool) -> Board {
        let language = Language::of(&guide.language).unwrap_or(Language::En);
        let topics = library.topics().filter(|topic| *topic != pages::QUESTIONS);
        let topics = topics.filter_map(|topic| library.page(topic));
        let signs = safety::caps::ALWAYS_ASKED.iter().map(|id| guide.text("asks", id, "ask").to_owned());
        Board {
            url: url.to_owned(),
            owner: owner.to_owned(),
            has_mail,
            topics: topics.map(|page| Topic { id: page.topic.clone(), title: page.title.clone() }).collect(),
            signs: signs.collect(),
            language: guide.language.clone(),
            labels: board_labels(language),
            site: labels(language),
            files: Files::default(),
        }
    }

    /// A topic by its id.
    pub fn topic(&self, id: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.id == id)
    }

    /// A day to read, `2026-11-25` in UTC.
    pub(crate) fn day(at_ms: i64) -> String {
        let day = case::Date::of_days(at_ms.div_euclid(86_400_000));
        day.map(|day| day.to_string()).unwrap_or_default()
    }
}
