//! Where each source is felt: what the published drawings and the words of books come to together, as belief reckons with it.

use belief::{Subject, Weights};
use case::PainBy;
use guide::shape::Side;
use guide::{Guide, ZoneIx};

/// Below this chance a place is not named.
const LEAST: f64 = 0.09;
/// From this chance on it is one of the main places.
const MOST: f64 = 0.34;
/// From this chance on it is often felt too.
const ALSO: f64 = 0.18;

/// How often a place is felt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Often {
    Main,
    Also,
    Seldom,
}

/// Where one source is felt, likeliest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Felt {
    /// Zone and chance that it hurts while the source is active.
    pub(crate) zones: Vec<(ZoneIx, f64)>,
    /// Published drawings of it.
    pub(crate) drawings: usize,
}

impl Felt {
    /// The zones that are felt so often.
    pub(crate) fn zones(&self, often: Often) -> impl Iterator<Item = ZoneIx> {
        self.zones.iter().filter(move |(_, chance)| level(*chance) == often).map(|(zone, _)| *zone)
    }

    pub(crate) fn chance(&self, zone: ZoneIx) -> f64 {
        self.zones.iter().find(|(known, _)| *known == zone).map_or(0.0, |(_, chance)| *chance)
    }
}

pub(crate) fn level(chance: f64) -> Often {
    match chance {
        _ if chance >= MOST => Often::Main,
        _ if chance >= ALSO => Often::Also,
        _ => Often::Seldom,
    }
}

/// For every source, as it is felt on the right (both sides are alike).
pub(crate) fn felt(guide: &Guide, weights: &Weights) -> Vec<Felt> {
    let view = weights.view(guide, PainBy::Words);
    let mut felt = vec![Felt::default(); guide.sources.len()];
    let here = |side| matches!(side, Side::Right | Side::Midline);
    for (subject, node) in &view.nodes {
        let Subject::Zone(spot) = subject else { continue };
        for cause in node.causes.iter().filter(|_| here(spot.side)) {
            let cell = view.cells[cause.source as usize].0;
            let chance = cause.rise[0] + cause.rise[1];
            if here(cell.side) && chance >= LEAST {
                felt[cell.source.ix()].zones.push((spot.zone, chance));
            }
        }
    }
    for (source, felt) in guide.sources.iter().zip(&mut felt) {
        felt.zones.sort_by(|(a, x), (b, y)| y.total_cmp(x).then(a.cmp(b)));
        felt.drawings = guide.charts.iter().filter(|chart| chart.sources.contains(&source.id)).count();
    }
    felt
}
