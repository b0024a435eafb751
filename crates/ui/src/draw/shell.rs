//! What stands around the blocks: top line, heading, foot, tabs, and what a screen reader is told.

use super::{Element, On, block, button, element};
use screens::{Action, Tab, View};

/// The whole screen of a view.
pub(crate) fn shell(view: &View) -> Vec<Element> {
    let heading = element("h1").with("id", "title").with("tabindex", "-1").says(&view.title);
    let main = element("main").child(heading).children(block::blocks(view.place.word(), &view.blocks));
    // what is said must stand apart from what is drawn, or it is read twice
    let heard = element("p").class("heard").with("role", "status").with("aria-live", "polite").says(&view.said);
    vec![top(view), main, low(view), heard]
}

/// The way back, how the records stand, the corner.
fn top(view: &View) -> Element {
    let start = match &view.back {
        Some(back) => element("div").class("back").child(button::button(back)),
        None => element("b").class("name").says("Unknot"),
    };
    // with a key, so that it never becomes the way back
    let corner = |button| element("div").class("corner").keyed("corner".to_owned(), None).child(button::button(button));
    element("header")
        .class("top")
        .child(start)
        .child(element("span").class("saved").says(&view.saved))
        .maybe(view.corner.as_ref().map(corner))
}

/// What stays in reach at the lower edge.
fn low(view: &View) -> Element {
    let foot = (!view.foot.is_empty()).then(|| button::row("foot", &view.foot));
    let tabs = || element("nav").class("tabs").children(view.tabs.iter().map(tab).collect());
    element("footer").class("low").maybe(foot).maybe((!view.tabs.is_empty()).then(tabs))
}

fn tab(tab: &Tab) -> Element {
    let link = element("a").with("href", &format!("#/{}", tab.place.word())).on(On::Follow(Action::Go(tab.place)));
    let link = if tab.here { link.with("aria-current", "page") } else { link };
    link.says(&tab.label)
}

#[cfg(test)]
mod tests {
    use screens::Place;

    #[test]
    fn words_of_places_need_no_escaping_in_an_address() {
        for (_, word) in Place::ALL {
            assert!(word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{word}");
        }
    }
}
