//! An oracle that knows nothing of the solver: it enumerates every state of every source, every style and every hidden
//! outcome of a release, and multiplies chances as the guide's model defines them.

use belief::kernel::Node;
use belief::{Cell, Subject, View, Weights};
use case::{Answer, Case, Control, ControlPlace, Familiar, Pain, PainBy, Press, Release, Reply};
use guide::Guide;
use guide::shape::{Model, Side};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The embedded guide with few sources, so that all states can be enumerated.
pub(crate) fn small_guide() -> Guide {
    let mut guide = Guide::embedded("en").unwrap();
    let keep = ["gmax_trp2", "gmed_trp1", "gmin_post", "radic_s1", "lumbar_disc"];
    guide.sources.retain(|s| keep.contains(&s.id.as_str()));
    guide
}

/// P(level <= l) of a node in a state of the cells.
fn at_most(node: &Node, state: u32, level: usize) -> f64 {
    let upto = |p: [f64; 2]| if level == 0 { 1.0 - p[0] - p[1] } else { 1.0 - p[1] };
    let active = node.causes.iter().filter(|c| state >> c.source & 1 == 1);
    upto(node.leak) * active.map(|c| upto(c.rise)).product::<f64>()
}

fn exactly(node: &Node, state: u32, level: usize) -> f64 {
    match level {
        0 => at_most(node, state, 0),
        1 => at_most(node, state, 1) - at_most(node, state, 0),
        _ => 1.0 - at_most(node, state, 1),
    }
}

/// Is a mark so small that the brush slipped? Not where all marks are small.
pub(crate) fn slip(model: &Model, case: &Case, pain: &Pain) -> bool {
    let small = |p: &Pain| p.share.is_some_and(|share| share < model.referral.share_some);
    case.pain_by == PainBy::Drawing && small(pain) && !case.pain.iter().all(small)
}

/// P(at most this share of the zone is painted): each cause and the leak paint a part of their own, the largest is seen.
fn painted(node: &Node, state: u32, share: f64, much: f64) -> f64 {
    let part = |[some, rest]: [f64; 2]| {
        // Of what hurts, "some" is what paints less than `much` of the zone; a power of the share runs through that point.
        let power = libm::log(some / (some + rest)) / libm::log(much);
        1.0 - (some + rest) + (some + rest) * libm::pow(share.clamp(0.0, 1.0), power)
    };
    let active = node.causes.iter().filter(|c| state >> c.source & 1 == 1);
    part(node.leak) * active.map(|c| part(c.rise)).product::<f64>()
}

/// Chance that one word for all these zones is said: each active source counts where it reaches best.
fn said(zones: &[Node], state: u32) -> f64 {
    let mut best = BTreeMap::<u32, f64>::new();
    for cause in zones.iter().flat_map(|node| &node.causes).filter(|c| state >> c.source & 1 == 1) {
        let chance = best.entry(cause.source).or_default();
        *chance = chance.max(cause.rise[0] + cause.rise[1]);
    }
    let leak = zones[0].leak[0] + zones[0].leak[1];
    1.0 - (1.0 - leak) * best.values().map(|p| 1.0 - p).product::<f64>()
}

#[derive(Clone, Copy)]
pub(crate) struct Style {
    pub(crate) odds: f64,
    pub(crate) leak: f64,
    pub(crate) swapped: bool,
    pub(crate) sore: bool,
    pub(crate) share: f64,
}

pub(crate) fn styles(model: &Model) -> Vec<Style> {
    let s = &model.styles;
    let mut all = Vec::new();
    let painting =
        [(1.0, 1.0, 1.0 - s.over - s.under), (s.over_odds, s.over_leak, s.over), (s.under_odds, s.under_leak, s.under)];
    for (odds, leak, p) in painting {
        for (swapped, q) in [(false, 1.0 - s.swapped), (true, s.swapped)] {
            for (sore, r) in [(false, 1.0 - s.sore), (true, s.sore)] {
                all.push(Style { odds, leak, swapped, sore, share: p * q * r });
            }
        }
    }
    all
}

pub(crate) struct Oracle<'a> {
    pub(crate) guide: &'a Guide,
    pub(crate) view: View,
    pub(crate) case: &'a Case,
}

impl Oracle<'_> {
    fn find(&self, subject: Subject) -> &Node {
        &self.view.nodes.iter().find(|(s, _)| *s == subject).unwrap().1
    }

    /// Likelihood of the pain drawing.
    fn drawing(&self, style: Style, state: u32) -> f64 {
        let model = &self.guide.model.referral;
        let mut likelihood = 1.0;
        let mut words = BTreeMap::<_, Vec<Node>>::new();
        for (subject, _) in &self.view.nodes {
            let Subject::Zone(spot) = *subject else { continue };
            let marked = self.case.pain.iter().find(|p| p.zone == spot.zone && p.side == spot.side);
            let node = self.zone(style, spot);
            let word = self.guide.zone(spot.zone).word;
            if let (Some(_), Some(word), PainBy::Words) = (marked, word, self.case.pain_by) {
                words.entry((word, spot.side)).or_default().push(node);
                continue;
            }
            let marked = marked.filter(|p| !slip(&self.guide.model, self.case, p));
            if let (Some(share), PainBy::Drawing) = (marked.and_then(|p| p.share), self.case.pain_by) {
                let up_to = |share| painted(&node, state, share, model.share_much);
                likelihood *= up_to(share + 0.05) - up_to(share - 0.05);
                continue;
            }
            likelihood *= match (marked.map(|p| p.intensity.unwrap()), self.case.pain_by) {
                (None, PainBy::Words) => libm::pow(at_most(&node, state, 0), model.blank_words),
                (None, PainBy::Drawing) => self.blank(&node, state),
                (Some(_), PainBy::Words) => 1.0 - at_most(&node, state, 0),
                (Some(i), _) if i >= model.intensity_much => exactly(&node, state, 2),
                (Some(_), _) => exactly(&node, state, 1),
            };
        }
        likelihood * words.values().map(|zones| said(zones, state)).product::<f64>()
    }

    /// A zone that is left blank in a drawing: it counts less against a source that is felt in parts of its map.
    fn blank(&self, node: &Node, state: u32) -> f64 {
        let model = &self.guide.model.referral;
        let active = node.causes.iter().filter(|c| state >> c.source & 1 == 1);
        let against = active.map(|c| {
            let patchy = self.guide.source(self.view.cells[c.source as usize].0.source).patchy;
            let counts = model.blank_drawing * if patchy { model.blank_patchy } else { 1.0 };
            libm::pow(1.0 - c.rise[0] - c.rise[1], counts)
        });
        libm::pow(1.0 - node.leak[0] - node.leak[1], model.blank_drawing) * against.product::<f64>()
    }

    /// A zone as this person marks it.
    pub(crate) fn zone(&self, style: Style, spot: belief::Spot) -> Node {
        let other = match spot.side {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
            Side::Midline => Side::Midline,
        };
        let meant = if style.swapped { belief::Spot { side: other, ..spot } } else { spot };
        let mut node = self.find(Subject::Zone(meant)).clone();
        if self.case.pain_by == PainBy::Words {
            node.leak = self.guide.model.referral.leak_words;
        }
        node.leak = node.leak.map(|p| p * style.leak);
        for cause in &mut node.causes {
            let sum = cause.rise[0] + cause.rise[1];
            let moved = sum * style.odds / (1.0 - sum + sum * style.odds);
            cause.rise = cause.rise.map(|p| p * moved / sum);
        }
        node
    }

    fn answers(&self, state: u32) -> f64 {
        let of = |a: &Answer| {
            let node = self.find(Subject::Question(a.question, a.side));
            if a.reply == Reply::Yes { 1.0 - at_most(node, state, 0) } else { at_most(node, state, 0) }
        };
        self.case.answers.iter().map(of).product()
    }

    fn presses(&self, style: Style, state: u32) -> f64 {
        let model = &self.guide.model.press;
        let of = |p: &Press| {
            let mut node = self.find(Subject::Press(Cell { source: p.source, side: p.side })).clone();
            node.leak = if style.sore { model.leak_sore } else { model.leak };
            match p.familiar {
                Familiar::Yes => exactly(&node, state, 2),
                Familiar::Partly => 1.0 - at_most(&node, state, 0),
                Familiar::No => exactly(&node, state, usize::from(p.tenderness >= model.tender_from)),
            }
        };
        let control = if style.sore { model.control_sore } else { model.control };
        let controls = self.case.controls.iter().map(|c| match c.familiar {
            Familiar::Yes => control[1],
            Familiar::Partly => control[0] + control[1],
            Familiar::No if c.tenderness >= model.tender_from => control[0],
            Familiar::No => 1.0 - control[0] - control[1],
        });
        self.case.presses.iter().map(of).chain(controls).product()
    }

    /// Two visits: did pain drop after each release, and was it still fed after the last one, given which releases worked (one outcome for each source).
    fn releases(&self, weights: &Weights, state: u32, worked: &[(Cell, bool)]) -> f64 {
        let model = &self.guide.model.response;
        let works = |cell: Cell| worked.iter().find(|(c, _)| *c == cell).unwrap().1;
        let active = |cell: &Cell| state >> self.view.cells.iter().position(|(c, _)| c == cell).unwrap() & 1 == 1;
        let mut likelihood: f64 =
            worked.iter().map(|(_, worked)| if *worked { model.works } else { 1.0 - model.works }).product();
        for (at, release) in self.case.releases.iter().enumerate() {
            let cell = Cell { source: release.source, side: release.side };
            let fall = release.pain_before - release.pain_after;
            let dropped = fall >= model.drop_points || fall >= model.drop_share * release.pain_before && fall > 0.0;
            let helped = if active(&cell) && works(cell) { 1.0 - model.drop } else { 1.0 };
            let stays = helped * (1.0 - model.drop_anyway);
            likelihood *= if dropped { 1.0 - stays } else { stays };
            if at + 1 < self.case.releases.len() {
                continue;
            }
            let mut gone = 1.0 - model.lingers;
            for (other, _) in self.view.cells.iter().filter(|(c, _)| active(c)) {
                let silenced = self
                    .case
                    .releases
                    .iter()
                    .any(|r| r.source == other.source && r.side == other.side && works(*other));
                if !silenced {
                    gone *= 1.0 - model.feeds * self.shares(weights, cell, *other);
                }
            }
            if release.pain_after >= model.left_from {
                likelihood *= 1.0 - gone;
            } else if release.pain_after <= model.gone_up_to {
                likelihood *= gone;
            }
        }
        likelihood
    }

    /// How surely `other` reaches a painful zone that `released` reaches too (any painful zone, if it reaches none).
    fn shares(&self, weights: &Weights, released: Cell, other: Cell) -> f64 {
        let index = |cell: Cell| weights.cells().iter().position(|c| *c == cell).unwrap() as u32;
        let reach = |node: &Node, cell: Cell| {
            let cause = node.causes.iter().find(|c| c.source == index(cell));
            cause.map_or(0.0, |c| c.rise[0] + c.rise[1])
        };
        let hurts = |spot: &belief::Spot| {
            let mut here = self.case.pain.iter().filter(|p| p.zone == spot.zone && p.side == spot.side);
            here.any(|p| !slip(&self.guide.model, self.case, p))
        };
        let painful: Vec<&Node> = self
            .view
            .nodes
            .iter()
            .filter(|(s, _)| matches!(s, Subject::Zone(z) if hurts(z)))
            .map(|(_, node)| node)
            .collect();
        let shared: Vec<&&Node> = painful.iter().filter(|node| reach(node, released) > 0.0).collect();
        let zones: Vec<&Node> = if shared.is_empty() { painful.clone() } else { shared.into_iter().copied().collect() };
        zones.iter().map(|node| reach(node, other)).fold(0.0, f64::max)
    }

    /// P(told | style), and with each cell active, over all states and outcomes.
    pub(crate) fn under(&self, weights: &Weights, style: Style) -> (f64, Vec<f64>) {
        let n = self.view.cells.len();
        let mut treated: Vec<Cell> = Vec::new();
        for release in &self.case.releases {
            let cell = Cell { source: release.source, side: release.side };
            if !treated.contains(&cell) {
                treated.push(cell);
            }
        }
        let mut total = 0.0;
        let mut active = vec![0.0; n];
        for state in 0..1u32 << n {
            let prior: f64 = (0..n)
                .map(|s| if state >> s & 1 == 1 { self.view.cells[s].1 } else { 1.0 - self.view.cells[s].1 })
                .product();
            let seen = self.drawing(style, state) * self.answers(state) * self.presses(style, state);
            let mut released = 0.0;
            for mask in 0..1usize << treated.len() {
                let worked: Vec<(Cell, bool)> =
                    treated.iter().enumerate().map(|(i, c)| (*c, mask >> i & 1 == 1)).collect();
                released += self.releases(weights, state, &worked);
            }
            let weight = prior * seen * released;
            total += weight;
            for (s, sum) in active.iter_mut().enumerate() {
                if state >> s & 1 == 1 {
                    *sum += weight;
                }
            }
        }
        (total, active)
    }

    /// Marginals, each style with its share.
    pub(crate) fn marginals(&self, weights: &Weights, styles: &[Style]) -> Vec<f64> {
        let each: Vec<_> = styles.iter().map(|style| (style.share, self.under(weights, *style))).collect();
        let total: f64 = each.iter().map(|(share, (total, _))| share * total).sum();
        let sum = |cell: usize| each.iter().map(|(share, (_, active))| share * active[cell]).sum::<f64>();
        (0..self.view.cells.len()).map(|cell| sum(cell) / total).collect()
    }
}

fn a_side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Left), Just(Side::Right)]
}

fn familiar() -> impl Strategy<Value = Familiar> {
    prop_oneof![Just(Familiar::Yes), Just(Familiar::Partly), Just(Familiar::No)]
}

/// Any case on the small guide: some zones, answers, presses, controls and releases.
pub(crate) fn cases() -> impl Strategy<Value = Case> {
    let zones = Guide::embedded("en").unwrap().zones.len() as u16;
    let pain = prop::collection::btree_map((0..zones, any::<bool>()), (1.0..10.0, prop::option::of(0.01..=1.0)), 1..8);
    let answers = prop::collection::btree_map((0u16..20, any::<bool>()), any::<bool>(), 0..3);
    let press = (0u16..5, a_side(), 0.0..10.0, familiar());
    let release = (0u16..5, a_side(), 3.0..10.0, 0.0..1.0);
    let more = (prop::collection::vec(press, 0..3), prop::collection::vec((0.0..10.0, familiar()), 0..2));
    (pain, answers, more, prop::collection::vec(release, 0..3), any::<bool>()).prop_map(
        |(pain, answers, (presses, controls), releases, words)| {
            let guide = small_guide();
            let sided = |midline: bool, left: bool| match (midline, left) {
                (true, _) => Side::Midline,
                (_, true) => Side::Left,
                _ => Side::Right,
            };
            let pain = pain.into_iter().map(|((zone, left), (intensity, share))| {
                let midline = guide.zones[usize::from(zone)].sides == [Side::Midline];
                let side = sided(midline, left);
                Pain { zone: guide::ZoneIx(zone), side, intensity: Some(intensity), share, quality: vec![] }
            });
            let mut pain: Vec<Pain> = pain.collect();
            pain.dedup_by_key(|p| (p.zone, p.side));
            let answers = answers.into_iter().map(|((q, left), yes)| Answer {
                question: guide::QuestionIx(q),
                side: sided(!guide.questions[usize::from(q)].sided, left),
                reply: if yes { Reply::Yes } else { Reply::No },
            });
            let mut answers: Vec<Answer> = answers.collect();
            answers.dedup_by_key(|a| (a.question, a.side));
            let there = |s: u16, side: Side| {
                if guide.sources[usize::from(s)].sides.contains(&side) { side } else { Side::Midline }
            };
            let presses = presses.into_iter().filter(|p| guide.sources[usize::from(p.0)].press).map(
                |(s, side, tenderness, familiar)| Press { source: guide::SourceIx(s), side, tenderness, familiar },
            );
            let releases = releases.into_iter().map(|(s, side, before, share)| Release {
                source: guide::SourceIx(s),
                side: there(s, side),
                pain_before: before,
                pain_after: before * share,
            });
            Case {
                pain,
                answers,
                presses: presses.collect(),
                controls: controls
                    .into_iter()
                    .map(|(tenderness, familiar)| Control { place: ControlPlace::Neutral, tenderness, familiar })
                    .collect(),
                releases: releases.collect(),
                pain_by: if words { PainBy::Words } else { PainBy::Drawing },
                ..Case::default()
            }
        },
    )
}
