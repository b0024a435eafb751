//! A session that goes on, as a text beside the records: what was done in it and when, so that a reload goes on with it.
//!
//! The first word is when it began, ms; then a word for each event: a letter, what it says, `@`, and milliseconds since
//! then. Ticks are left out: they make no difference.

use coach::session::Event;
use guide::Id;

/// A text that holds the beginning.
pub(super) fn begun(at_ms: i64) -> String {
    at_ms.to_string()
}

/// Adds an event to a text; a tick adds nothing.
pub(super) fn add(text: &mut String, event: &Event, since_ms: u64) {
    let (letter, says) = match event {
        Event::Tick => return,
        Event::Felt(number) => ('f', number.to_string()),
        Event::Sign(sign) => ('g', sign.as_str().to_owned()),
        bare => (PLAIN.iter().find(|(_, known)| known == bare).map_or('?', |(letter, _)| *letter), String::new()),
    };
    *text += &format!(" {letter}{says}@{since_ms}");
}

/// Events that say nothing more.
const PLAIN: [(char, Event); 9] = [
    ('b', Event::Begin),
    ('e', Event::EaseOff),
    ('t', Event::TooSore),
    ('p', Event::Pause),
    ('r', Event::Resume),
    ('s', Event::Skip),
    ('k', Event::Back),
    ('d', Event::Done),
    ('x', Event::End),
];

/// When it began, and its events with their times. None if it is no such text.
pub(super) fn read(text: &str) -> Option<(i64, Vec<(Event, u64)>)> {
    let mut words = text.split(' ');
    let began: i64 = words.next()?.parse().ok()?;
    let mut events = Vec::new();
    for word in words {
        let (what, since) = word.rsplit_once('@')?;
        let letter = what.chars().next()?;
        let says = what.get(letter.len_utf8()..).unwrap_or_default();
        let event = match letter {
            'f' => Event::Felt(says.parse().ok()?),
            'g' => Event::Sign(Id::from(says)),
            _ => PLAIN.iter().find(|(known, _)| *known == letter)?.1.clone(),
        };
        let since: u64 = since.parse().ok()?;
        events.push((event, u64::try_from(began).ok()?.checked_add(since)?));
    }
    Some((began, events))
}

#[cfg(test)]
mod tests {
    use super::{PLAIN, add, begun, read};
    use coach::session::Event;
    use guide::Id;

    #[test]
    fn what_was_done_is_read_back() {
        let mut events: Vec<Event> = PLAIN.iter().map(|(_, event)| event.clone()).collect();
        events.extend([Event::Felt(0), Event::Felt(10), Event::Sign(Id::from("numbness"))]);
        let mut text = begun(1_000_000);
        for (event, since) in events.iter().zip(0..) {
            add(&mut text, event, since);
            add(&mut text, &Event::Tick, since);
        }
        let want = events.into_iter().zip(1_000_000..).collect();
        assert_eq!(read(&text), Some((1_000_000, want)));
    }

    #[test]
    fn what_is_no_such_text_is_nothing() {
        for text in
            ["", "now", "-5 b@1", "5 b", "5 z@1", "5 f@1", "5 f300@1", "5 b@x", "5 b@18446744073709551615", "5  b@1"]
        {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
