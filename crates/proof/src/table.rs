//! The expert's table: what authorities, taken together, say of each source. The simulated world follows it, with errors,
//! and the plain ways that belief is held against are given the same. No number of the guide's model is in it.

use guide::shape::{Chart, Referral};
use guide::{Guide, SourceIx, ZoneIx};
use std::collections::BTreeMap;

/// A zone is a main one if authorities give it this weight on average, a lesser one from the second on.
const MAIN: f64 = 0.5;
const LESSER: f64 = 0.2;

/// Zones of a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Pattern {
    pub(crate) main: Vec<ZoneIx>,
    pub(crate) lesser: Vec<ZoneIx>,
}

/// The pattern of a source: the mean of the guide's own words and every independent chart; charts of one school count as
/// one. A source that no authority places surely has the zone they place it in most.
pub(crate) fn pattern(guide: &Guide, source: SourceIx) -> Pattern {
    let opinions = opinions(guide, source);
    let mean = |zone: &guide::Id| {
        opinions.iter().filter_map(|zones| zones.get(zone.as_str())).sum::<f64>() / opinions.len() as f64
    };
    let means: Vec<f64> = guide.zones.iter().map(|zone| mean(&zone.id)).collect();
    let surest = means.iter().copied().fold(0.0, f64::max).min(MAIN);
    let zones = |from: f64, to: f64| {
        let within = (0u16..).zip(&means).filter(move |(_, mean)| (from..to).contains(*mean));
        within.map(|(at, _)| ZoneIx(at)).collect()
    };
    Pattern { main: zones(surest, f64::INFINITY), lesser: zones(LESSER.min(surest), surest) }
}

/// What each authority says: zone and weight, 1 for a main zone.
fn opinions(guide: &Guide, source: SourceIx) -> Vec<BTreeMap<String, f64>> {
    let source = guide.source(source);
    let weight = |strength| match strength {
        Referral::Essential => 1.0,
        Referral::Spillover => 0.5,
        Referral::Rare => 0.1,
    };
    let words = source.referral.iter().map(|row| (row.zone.to_string(), weight(row.strength)));
    let mut opinions = vec![words.collect()];
    let mut schools: BTreeMap<&str, Vec<&Chart>> = BTreeMap::new();
    for chart in guide.charts.iter().filter(|chart| chart.sources.contains(&source.id)) {
        match chart.lineage.as_str() {
            "none" | "independent" => opinions.push(drawn(&[chart])),
            school => schools.entry(school).or_default().push(chart),
        }
    }
    opinions.extend(schools.values().map(|charts| drawn(charts)));
    opinions
}

/// The mean of charts.
fn drawn(charts: &[&Chart]) -> BTreeMap<String, f64> {
    let mut zones = BTreeMap::new();
    for (zone, weight) in charts.iter().flat_map(|chart| &chart.zones) {
        *zones.entry(zone.to_string()).or_insert(0.0) += weight / charts.len() as f64;
    }
    zones
}

#[cfg(test)]
mod tests {
    use super::pattern;
    use guide::{Guide, SourceIx};

    #[test]
    fn every_source_has_a_main_zone_and_no_zone_twice() {
        let guide = Guide::embedded("en").unwrap();
        for at in 0..guide.sources.len() as u16 {
            let pattern = pattern(&guide, SourceIx(at));
            assert!(!pattern.main.is_empty(), "{}", guide.source(SourceIx(at)).id);
            assert!(pattern.main.iter().all(|zone| !pattern.lesser.contains(zone)));
        }
    }

    #[test]
    fn authorities_are_weighed_together() {
        let guide = Guide::embedded("en").unwrap();
        let gmin = pattern(&guide, guide.find_source("gmin_post").unwrap());
        let zone = |id| guide.find_zone(id).unwrap();
        assert!(gmin.main.contains(&zone("thigh_post_up")) && !gmin.main.contains(&zone("groin")));
    }
}
