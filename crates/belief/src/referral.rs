//! How likely a zone hurts when a source is active, by what authorities say: the guide's own words, independent charts, and
//! schools, whose charts repeat one opinion.
//!
//! Told in words, a zone's chance is a count of charts, shrunk to the class of the guide's words: hand-set classes alone lose
//! to a plain region table on published cases; the count does not. Drawn, a zone is a main one, one beside it, or neither, by
//! what all authorities say together: a count is flatter than a pain that is drawn, since authorities differ about the rim
//! of an area more than about its middle. That rests on simulated people alone: of nobody whose source is known is a drawing
//! published.

use crate::weights::{Chance, around, tied_of};
use case::PainBy;
use guide::shape::{Chart, Referral, ReferralClasses, ReferralRow, Spread};
use guide::{Guide, SourceIx, ZoneIx};

/// Lineages whose charts are independent of each other.
const INDEPENDENT: [&str; 2] = ["none", "independent"];
/// A zone that authorities give this weight on average is a main one, from the second on one beside it. Where no zone has as
/// much, the surest are main ones.
const MAIN: f64 = 0.5;
const BESIDE: f64 = 0.2;

/// The zones of a source with their chances, in the guide's order of zones.
pub(crate) fn referral_of(guide: &Guide, source: SourceIx, by: PainBy) -> Vec<(ZoneIx, Chance)> {
    let classes = &guide.model.referral;
    let rows = &guide.source(source).referral;
    let voices = Voice::all(guide, &guide.source(source).id);
    let told = guide.zones.iter().map(|zone| (rows.iter().find(|row| row.zone == zone.id), &*zone.id));
    let mean = |row: Option<&ReferralRow>, zone| {
        let words = row.map_or(0.0, |row| weight(row.strength));
        (words + voices.iter().map(|voice| voice.draws(zone)).sum::<f64>()) / (voices.len() + 1) as f64
    };
    let main = told.clone().fold(0.0, |most: f64, (row, zone)| most.max(mean(row, zone))).min(MAIN);
    let chances = (0u16..).zip(told).filter_map(|(at, (row, zone))| {
        let strength = row.map(|row| row.strength);
        let (strength, spread) = match by {
            PainBy::Words => (strength, counted(classes, strength, &voices, zone)),
            PainBy::Drawing => match mean(row, zone) {
                mean if mean >= main => (Some(Referral::Essential), classes.main),
                BESIDE.. => (Some(Referral::Spillover), classes.beside),
                _ => return None,
            },
        };
        let spread = match row.and_then(|row| row.share) {
            Some(share) => around(share, spread),
            None => spread,
        };
        (spread.value >= classes.least).then_some((ZoneIx(at), Chance { spread, tied: tied_of(strength) }))
    });
    chances.collect()
}

/// How much the guide's words give a zone; a chart's main area is 1.
fn weight(strength: Referral) -> f64 {
    match strength {
        Referral::Essential => 1.0,
        Referral::Spillover => 0.5,
        Referral::Rare => 0.1,
    }
}

/// Charts that draw a zone, counted, and the class of the words, which counts as some charts; the spread narrows as charts
/// come in.
fn counted(classes: &ReferralClasses, strength: Option<Referral>, voices: &[Voice<'_>], zone: &str) -> Spread {
    let class = class_of(classes, strength);
    let weights = || voices.iter().map(|voice| (voice, voice.weight(classes.lineage_weight)));
    let charts: f64 = weights().map(|(_, weight)| weight).sum();
    let count: f64 = weights().map(|(voice, weight)| weight * voice.draws(zone)).sum();
    let mean = |from: f64| (from * classes.class_weight + count) / (classes.class_weight + charts);
    Spread { value: mean(class.value), low: mean(class.low), high: mean(class.high) }
}

fn class_of(classes: &ReferralClasses, strength: Option<Referral>) -> Spread {
    match strength {
        Some(Referral::Essential) => classes.essential,
        Some(Referral::Spillover) => classes.spillover,
        Some(Referral::Rare) => classes.rare,
        None => classes.unnamed,
    }
}

/// An independent chart, or all charts of a school.
struct Voice<'a> {
    lineage: &'a str,
    charts: Vec<&'a Chart>,
}

impl Voice<'_> {
    fn all<'a>(guide: &'a Guide, source: &str) -> Vec<Voice<'a>> {
        let mut voices: Vec<Voice<'a>> = Vec::new();
        for chart in guide.charts.iter().filter(|chart| chart.sources.iter().any(|s| *s == *source)) {
            let lineage = chart.lineage.as_str();
            let school = |voice: &&mut Voice<'_>| voice.lineage == lineage && !INDEPENDENT.contains(&lineage);
            match voices.iter_mut().find(school) {
                Some(school) => school.charts.push(chart),
                None => voices.push(Voice { lineage, charts: vec![chart] }),
            }
        }
        voices
    }

    /// How much it says about the source. A chart for several points at once says less about each of them.
    fn says(&self) -> f64 {
        self.charts.iter().map(|chart| says(chart)).sum()
    }

    /// Counts as so many charts.
    fn weight(&self, lineage_weight: f64) -> f64 {
        if INDEPENDENT.contains(&self.lineage) { self.says() } else { self.says().min(lineage_weight) }
    }

    /// Weight of a zone, 0 to 1: the mean of its charts.
    fn draws(&self, zone: &str) -> f64 {
        let drawn = self.charts.iter().filter_map(|chart| Some(chart.zones.get(zone)? * says(chart)));
        drawn.sum::<f64>() / self.says()
    }
}

fn says(chart: &Chart) -> f64 {
    1.0 / chart.sources.len() as f64
}
