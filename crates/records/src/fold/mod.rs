//! All records of a vault become what they say now.
//!
//! Pure and from the start each time: nothing that was concluded is kept, so a guide that changed, a record of another
//! device or a correction needs no care of its own.

mod asks;
mod journal;
mod known;
mod person;
mod sessions;
mod timeline;
mod visits;

use crate::{KitTold, Stamp, Told, Vault, What};
use case::{Answer, Case, Control, Person, Reply};
use guide::{AskIx, CautionIx, Guide};
use timeline::Line;

pub use asks::{NO_HOLDS_AGAIN_MS, NO_HOLDS_MS};
pub use visits::RELEASES_COUNT_MS;

/// A record with the ids of the guide resolved.
#[derive(Clone, Debug, PartialEq)]
enum Deed {
    Visit,
    Person(Person),
    Began(u32),
    Ask(AskIx, Reply),
    Cautions {
        asked: Vec<CautionIx>,
        held: Vec<CautionIx>,
    },
    Answer(Answer),
    Control(Control),
    Kit(KitTold),
    /// Whatever the journal shows too.
    Shown(What),
    /// Nothing that this guide knows, or only about other records.
    Nothing,
}

/// What the records say now.
///
/// An undone record counts no more, but a yes to an ask of the gate does: only a clinician's record
/// ([`Body::Checked`](crate::Body::Checked)) that is later than every yes of its flag opens a closed gate.
pub fn fold(guide: &Guide, vault: &Vault, now: Stamp) -> Told {
    let (lines, strangers) = timeline::lines(guide, vault, now);
    let begin = visits::current(&lines);
    let current = visits::visit(&lines[begin..]);
    let (gate, clinician) = asks::gate(guide, &lines, begin, now);
    let (asked, cautions) = person::cautions(guide, &lines);
    let (session, sessions) = sessions::sessions(&lines);
    let case = Case {
        person: person::person(&lines, now),
        onset_days: person::onset_days(&lines, now),
        pain_by: current.pain_by,
        pain: current.pain,
        gate,
        cautions,
        clinician,
        answers: current.answers,
        presses: current.presses,
        controls: current.controls,
        releases: visits::late_releases(&lines, now),
        earlier: visits::earlier(&lines[..begin]),
        learn: true,
    };
    Told {
        case,
        visit: lines.get(begin).map(|line| line.at),
        asked,
        kit: person::kit(&lines),
        session,
        sessions,
        days: journal::days(&lines),
        strangers,
    }
}

/// Deeds that count, in order.
fn standing<'a>(lines: &'a [Line<'_>]) -> impl DoubleEndedIterator<Item = &'a Line<'a>> {
    lines.iter().filter(|line| line.stands)
}
