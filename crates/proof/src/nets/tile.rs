//! A body four times as large: the guide repeated, each copy joined to the next.

use guide::{Guide, Id};

/// Copies of the body.
pub(crate) const BODIES: usize = 4;
/// So many zones with two sides are shared by a body and the next one.
const SHARED: usize = 4;

/// The guide four times over. Sources, zones, questions and charts are repeated, `gtps` as `gtps.1` to `gtps.4`; the last
/// four sided zones of a body (the foot) are the first four of the next (the low back), so that no body can be solved
/// alone.
pub(crate) fn tiled(guide: &Guide) -> Guide {
    let mut tiled = guide.clone();
    tiled.sources.clear();
    tiled.zones.clear();
    tiled.questions.clear();
    tiled.charts.clear();
    let joints = Joints::of(guide);
    for body in 1..=BODIES {
        add_zones(&mut tiled, guide, &joints, body);
        add_sources(&mut tiled, guide, &joints, body);
        add_questions(&mut tiled, guide, &joints, body);
        add_charts(&mut tiled, guide, &joints, body);
    }
    tiled
}

/// Where one body meets the next.
struct Joints {
    first: Vec<Id>,
    last: Vec<Id>,
}

impl Joints {
    fn of(guide: &Guide) -> Joints {
        let sided = || guide.zones.iter().filter(|zone| zone.sides.len() == 2).map(|zone| zone.id.clone());
        let count = sided().count();
        Joints { first: sided().take(SHARED).collect(), last: sided().skip(count.saturating_sub(SHARED)).collect() }
    }

    /// A zone's id in a body. What it shares with the body before bears the name it has there.
    fn zone(&self, id: &Id, body: usize) -> Id {
        match self.first.iter().position(|first| first == id) {
            Some(at) if body > 1 => named(&self.last[at], body - 1),
            _ => named(id, body),
        }
    }
}

fn named(id: &Id, body: usize) -> Id {
    Id::from(format!("{id}.{body}").as_str())
}

fn add_zones(tiled: &mut Guide, guide: &Guide, joints: &Joints, body: usize) {
    for zone in &guide.zones {
        let id = joints.zone(&zone.id, body);
        if tiled.find_zone(&id).is_none() {
            let mut zone = zone.clone();
            zone.id = id;
            tiled.zones.push(zone);
        }
    }
}

fn add_sources(tiled: &mut Guide, guide: &Guide, joints: &Joints, body: usize) {
    for source in &guide.sources {
        let mut source = source.clone();
        source.id = named(&source.id, body);
        source.covered_by = source.covered_by.iter().map(|id| named(id, body)).collect();
        for row in &mut source.referral {
            row.zone = joints.zone(&row.zone, body);
        }
        tiled.sources.push(source);
    }
}

fn add_questions(tiled: &mut Guide, guide: &Guide, joints: &Joints, body: usize) {
    for question in &guide.questions {
        let mut question = question.clone();
        question.id = named(&question.id, body);
        question.zones = question.zones.iter().map(|id| joints.zone(id, body)).collect();
        for cause in &mut question.causes {
            cause.source = named(&cause.source, body);
        }
        tiled.questions.push(question);
    }
}

fn add_charts(tiled: &mut Guide, guide: &Guide, joints: &Joints, body: usize) {
    for chart in &guide.charts {
        let mut chart = chart.clone();
        chart.id = named(&chart.id, body);
        chart.sources = chart.sources.iter().map(|id| named(id, body)).collect();
        chart.zones = chart.zones.iter().map(|(id, weight)| (joints.zone(id, body), *weight)).collect();
        tiled.charts.push(chart);
    }
}

#[cfg(test)]
mod tests {
    use super::{BODIES, SHARED, tiled};
    use belief::Weights;
    use case::PainBy;
    use guide::Guide;

    #[test]
    fn bodies_are_alike_and_joined() {
        let guide = Guide::embedded("en").unwrap();
        let large = tiled(&guide);
        let (small, weights) = (Weights::of(&guide), Weights::of(&large));
        assert_eq!(weights.cells().len(), BODIES * small.cells().len());
        assert_eq!(large.zones.len(), BODIES * guide.zones.len() - (BODIES - 1) * SHARED);
        let edges = |weights: &Weights, guide: &Guide| {
            let nodes = weights.view(guide, PainBy::Drawing).nodes;
            nodes.iter().take(weights.spots().len()).map(|(_, node)| node.causes.len()).sum::<usize>()
        };
        assert_eq!(edges(&weights, &large), BODIES * edges(&small, &guide));
    }
}
