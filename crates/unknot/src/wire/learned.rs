//! What earlier visits taught, in what `assess` answers.

use super::ids;
use belief::{Learned as Taught, Lesson};
use guide::Guide;
use serde::Serialize;

/// A chance that earlier visits have moved.
#[derive(Debug, Serialize)]
pub(super) struct Learned<'a> {
    #[serde(flatten)]
    lesson: About<'a>,
    /// Anybody's chance, 0 to 1.
    from: f64,
    /// This person's, 0 to 1.
    to: f64,
}

/// Of what.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum About<'a> {
    PaintsOver,
    PaintsUnder,
    SoreEverywhere,
    /// The source on its side hurts in the zone on its side.
    Refers {
        source: &'a str,
        side: &'static str,
        zone: &'a str,
        zone_side: &'static str,
    },
}

impl<'a> Learned<'a> {
    pub(super) fn of(guide: &'a Guide, taught: &Taught) -> Self {
        let lesson = match taught.lesson {
            Lesson::PaintsOver => About::PaintsOver,
            Lesson::PaintsUnder => About::PaintsUnder,
            Lesson::SoreEverywhere => About::SoreEverywhere,
            Lesson::Refers { source, side, spot } => About::Refers {
                source: &guide.source(source).id,
                side: ids::side(side),
                zone: &guide.zone(spot.zone).id,
                zone_side: ids::side(spot.side),
            },
        };
        Learned { lesson, from: taught.from, to: taught.to }
    }
}
