//! How likely a zone hurts when a source is active: independent charts, counted, shrunk to the class of the words.
//!
//! Hand-set classes alone lose to a plain region table on published cases; counting how many charts draw a zone, with the
//! class as a prior, does not. Charts of one lineage repeat one opinion: their mean
//! counts as [`lineage_weight`](guide::shape::ReferralClasses::lineage_weight) charts, however many they are.

use crate::weights::{Chance, around, tied_of};
use guide::shape::{Chart, Referral, ReferralClasses, Spread};
use guide::{Guide, Map, SourceIx, ZoneIx};

/// Lineages whose charts are independent of each other.
const INDEPENDENT: [&str; 2] = ["none", "independent"];

/// The zones of a source with their chances, in the guide's order of zones.
pub(crate) fn referral_of(guide: &Guide, source: SourceIx) -> Vec<(ZoneIx, Chance)> {
    let classes = &guide.model.referral;
    let rows = &guide.source(source).referral;
    let drawn = Drawn::of(guide, &guide.source(source).id, classes.lineage_weight);
    let zones = (0u16..).zip(&guide.zones).map(|(i, zone)| (ZoneIx(i), zone));
    let chances = zones.filter_map(|(ix, zone)| {
        let row = rows.iter().find(|row| row.zone == zone.id);
        let count = drawn.zones.get(&*zone.id).copied().unwrap_or(0.0);
        if row.is_none() && count == 0.0 {
            return None;
        }
        let class = class_of(classes, row.map(|r| r.strength));
        let spread = match row.and_then(|r| r.share) {
            Some(share) => around(share, class),
            None => shrunk(class, count, drawn.charts, classes.class_weight),
        };
        let chance = Chance { spread, tied: tied_of(row.map(|r| r.strength)) };
        (spread.value >= classes.least).then_some((ix, chance))
    });
    chances.collect()
}

fn class_of(classes: &ReferralClasses, strength: Option<Referral>) -> Spread {
    match strength {
        Some(Referral::Essential) => classes.essential,
        Some(Referral::Spillover) => classes.spillover,
        Some(Referral::Rare) => classes.rare,
        None => classes.unnamed,
    }
}

/// The class counts as `weight` charts; the spread narrows as charts come in.
fn shrunk(class: Spread, count: f64, charts: f64, weight: f64) -> Spread {
    let mean = |from: f64| (from * weight + count) / (weight + charts);
    Spread { value: mean(class.value), low: mean(class.low), high: mean(class.high) }
}

/// What charts draw for one source.
struct Drawn {
    /// Effective number of charts.
    charts: f64,
    /// Sum of weights by zone over the effective charts.
    zones: Map<String, f64>,
}

impl Drawn {
    fn of(guide: &Guide, source: &str, lineage_weight: f64) -> Drawn {
        let mine = |chart: &&Chart| chart.sources.iter().any(|s| *s == *source);
        let mut lineages: Map<&str, Vec<&Chart>> = Map::default();
        let mut drawn = Drawn { charts: 0.0, zones: Map::default() };
        for chart in guide.charts.iter().filter(mine) {
            if INDEPENDENT.contains(&chart.lineage.as_str()) {
                drawn.add(&[chart], 1.0);
            } else {
                lineages.or_default(chart.lineage.as_str()).push(chart);
            }
        }
        for charts in lineages.values() {
            drawn.add(charts, lineage_weight);
        }
        drawn
    }

    /// Adds charts as one opinion that counts as at most `at_most` charts. A chart for several points at once says
    /// less about each of them.
    fn add(&mut self, charts: &[&Chart], at_most: f64) {
        let said: f64 = charts.iter().map(|c| says(c)).sum();
        let scale = at_most.min(said) / said;
        self.charts += at_most.min(said);
        for chart in charts {
            for (zone, weight) in &chart.zones {
                *self.zones.or_default(zone.to_string()) += weight * says(chart) * scale;
            }
        }
    }
}

/// How much a chart says about each of its sources.
fn says(chart: &Chart) -> f64 {
    1.0 / chart.sources.len() as f64
}
