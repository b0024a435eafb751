//! `learn`.

use super::print;
use crate::args::Learn;
use crate::failure::Failure;
use crate::input;
use guide::nearest;
use pages::{Found, Library, Page};
use std::path::Path;

/// A page, the list of topics, or where words stand.
pub(super) fn learn(args: &Learn, dir: Option<&Path>) -> Result<(), Failure> {
    let guide = input::guide(dir)?;
    let library = input::pages(&guide, dir)?;
    if let Some(words) = &args.search {
        return print(&found(&pages::search(&library, words), words)?);
    }
    match &args.topic {
        None => match library.index() {
            Some(index) => print(&pages::text(index, &guide, &library)),
            None => Err(Failure::input("this guide has no pages", "they stand in text/en/pages of a guide")),
        },
        Some(topic) => print(&pages::text(page(&library, topic)?, &guide, &library)),
    }
}

/// A page by its topic; `_`, spaces and capitals are forgiven.
fn page<'l>(library: &'l Library, topic: &str) -> Result<&'l Page, Failure> {
    let wanted = topic.trim().to_lowercase().replace(['_', ' '], "-");
    library.page(&wanted).ok_or_else(|| {
        let hint = match nearest(&wanted, library.topics()) {
            Some(near) => format!("did you mean `unknot learn {near}`? `unknot learn` lists all topics"),
            None => "`unknot learn` lists all topics".to_owned(),
        };
        Failure::input(format!("there is no topic {topic:?}"), hint)
    })
}

fn found(found: &[Found], words: &str) -> Result<String, Failure> {
    if found.is_empty() {
        return Err(Failure::input(format!("{words:?} is on no page"), "try fewer or shorter words"));
    }
    let lines = found.iter().map(|found| {
        let heading = if found.heading.is_empty() { String::new() } else { format!(": {}", found.heading) };
        format!("{}{heading}\n    {}\n    -> unknot learn {}\n", found.title, found.begins, found.topic)
    });
    Ok(lines.collect())
}
