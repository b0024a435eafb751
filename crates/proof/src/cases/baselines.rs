//! Plain ways of ranking that belief has to beat.

use super::read::Told;
use super::regions;
use super::score::{Ranking, Score, count};
use guide::Guide;
use guide::shape::{Chart, Group};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The baselines with what each reached; all see the places alone.
pub(crate) fn baselines(guide: &Guide, cases: &[Told]) -> Vec<(&'static str, Score)> {
    type Way = fn(&Guide, &Told) -> Ranking;
    let ways: [(&str, Way); 3] =
        [("region table", regions::ranking), ("nearest chart", nearest_chart), ("always gluteal", always_gluteal)];
    let over = |way: Way| {
        let cases = cases.iter().filter(|told| !told.is_red_flag());
        count(guide, &cases.map(|told| (told, way(guide, told))).collect::<Vec<_>>())
    };
    ways.into_iter().map(|(name, way)| (name, over(way))).collect()
}

/// Charts in the order of their cosine with the pain; each for its sources that no nearer chart named.
fn nearest_chart(guide: &Guide, told: &Told) -> Ranking {
    let mut pain: BTreeMap<&str, f64> = BTreeMap::new();
    for place in &told.person.pain {
        let weight = pain.entry(&place.zone).or_default();
        *weight = weight.max(place.weight);
    }
    let mut charts: Vec<(f64, &Chart)> = guide.charts.iter().map(|chart| (cosine(chart, &pain), chart)).collect();
    charts.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut ranking = Ranking::new();
    for (_, chart) in charts {
        let sources = chart.sources.iter().filter_map(|id| guide.find_source(id));
        let new: Vec<_> = sources.filter(|source| !ranking.iter().flatten().any(|known| known == source)).collect();
        ranking.extend((!new.is_empty()).then_some(new));
    }
    ranking
}

fn cosine(chart: &Chart, pain: &BTreeMap<&str, f64>) -> f64 {
    let length = |weights: &mut dyn Iterator<Item = &f64>| weights.map(|w| w * w).sum::<f64>().sqrt();
    let both: f64 = chart.zones.iter().filter_map(|(zone, w)| Some(w * pain.get(zone.as_str())?)).sum();
    both / (length(&mut chart.zones.values()) * length(&mut pain.values())).max(1e-12)
}

/// The gluteal sources, commonest first; of those equally common, in the guide's order.
fn always_gluteal(guide: &Guide, _: &Told) -> Ranking {
    let mut gluteal: Vec<_> = guide.sources.iter().filter(|source| source.group == Group::Gluteal).collect();
    gluteal.sort_by_key(|source| Reverse(source.commonness));
    gluteal.iter().filter_map(|source| guide.find_source(source.id.as_str())).map(|source| vec![source]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    #[test]
    fn a_person_who_hurts_as_drawn_has_that_chart() {
        let guide = Guide::embedded("en").unwrap();
        let chart = &guide.charts[0];
        let pain: BTreeMap<&str, f64> = chart.zones.iter().map(|(zone, w)| (zone.as_str(), *w)).collect();
        assert!((cosine(chart, &pain) - 1.0).abs() < 1e-12);
        assert_eq!(cosine(chart, &BTreeMap::from([("foot_sole", 1.0)])), 0.0);
    }

    #[test]
    fn always_gluteal_begins_with_the_commonest() {
        let guide = Guide::embedded("en").unwrap();
        let ranking = always_gluteal(&guide, &read::all().unwrap()[0]);
        let ids: Vec<&str> = ranking.iter().flatten().map(|source| guide.source(*source).id.as_str()).collect();
        assert_eq!((ids.len(), ids[0]), (8, "gmed_trp1"));
    }
}
