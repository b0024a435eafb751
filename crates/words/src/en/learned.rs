//! What earlier visits taught, and how to take it back.

use super::English;
use super::names::side_word;
use crate::number::decimals;
use crate::page::{Item, Page};
use crate::speaker::Detail;
use belief::{Learned, Lesson};
use guide::shape::Side;

impl English<'_> {
    /// The part of an assessment that says what was learned; nothing where nothing was.
    pub(super) fn taught(&self, learned: &[Learned], detail: Detail, page: &mut Page) {
        if learned.is_empty() {
            return;
        }
        page.heading("What your earlier visits taught");
        page.items(learned.iter().map(|learned| {
            let said = Item::from(self.learned(learned));
            match detail {
                Detail::Words => said,
                Detail::Numbers => said.note(numbers(learned)),
            }
        }));
        page.text("These are guesses from what you told before. They can be wrong, and they change as you tell more.");
        page.items([
            Item::from("You can answer without them at any time.").id("\"learn\": false"),
            Item::from("Take a visit out, and what it taught is forgotten.").id("earlier"),
        ]);
    }

    /// One thing that was learned, and what follows from it.
    pub(crate) fn learned(&self, learned: &Learned) -> String {
        let more = learned.to > learned.from;
        match learned.lesson {
            Lesson::PaintsOver if more => {
                "You may mark more than what hurts. So each place you mark counts a little less.".to_owned()
            }
            Lesson::PaintsOver => {
                "You seem to mark little beyond what hurts. So each place you mark counts a little more.".to_owned()
            }
            Lesson::PaintsUnder if more => {
                "You may leave out places that hurt. So a place you leave out counts a little less.".to_owned()
            }
            Lesson::PaintsUnder => {
                "You seem to leave out few places that hurt. So a place you leave out counts a little more.".to_owned()
            }
            Lesson::SoreEverywhere if more => "You may be sore in many places. So one sore spot says less.".to_owned(),
            Lesson::SoreEverywhere => {
                "You seem to be sore in few places. So a sore spot says a little more.".to_owned()
            }
            Lesson::Refers { source, side, spot } => {
                let often = if more { "more often" } else { "less often" };
                // A source on the middle line may reach one side only.
                let where_to = match spot.side {
                    _ if spot.side == side => self.zone(spot.zone),
                    Side::Midline => self.zone(spot.zone),
                    other => format!("{} ({})", self.zone(spot.zone), side_word(other)),
                };
                format!(
                    "{}: in you it seems to hurt here {often} than in most people: {where_to}.",
                    self.source(source, side)
                )
            }
        }
    }
}

/// The chance of it, before and after.
fn numbers(learned: &Learned) -> String {
    let what = match learned.lesson {
        Lesson::PaintsOver => "you mark more than what hurts",
        Lesson::PaintsUnder => "you leave out places that hurt",
        Lesson::SoreEverywhere => "you are sore in many places",
        Lesson::Refers { .. } => "it hurts here while it is active",
    };
    let [anybody, own] = [learned.from, learned.to].map(|chance| decimals(chance * 100.0, 0));
    format!("Chance that {what}: {anybody} % for anybody, {own} % for you.")
}
