//! The five nets, cut out of the guide's own network.

use super::draw::{self, Looks};
use super::tile::{BODIES, tiled};
use super::{NAMES, Net};
use belief::kernel::{Cause, Network, Node};
use belief::{Cell, Subject, View, Weights};
use case::PainBy;
use guide::Guide;
use guide::shape::{Group, Side};
use std::ops::Range;

/// Cases that other solvers get.
const CASES: usize = 20;
/// Cases of the net with all answers, for a 99th percentile; other solvers get the first twenty.
const WIDE_CASES: usize = 100;
/// Share of the answers and presses of one side that net B's cases have.
const SOME: f64 = 0.3;
/// Numbers are kept to so many parts of one: what has at most fifteen digits is read the same by every JSON reader.
const PARTS: f64 = 1e12;

/// All nets of a guide, in the order of [`NAMES`]. The same guide gives the same nets.
pub(crate) fn all(guide: &Guide) -> Vec<Net> {
    let large = tiled(guide);
    let (small, large) = (Source::of(guide), Source::of(&large));
    vec![small.net_a(), small.net_b(), small.net_c(), small.net_d(), large.net_e()]
}

/// A guide with its network laid open.
struct Source<'a> {
    guide: &'a Guide,
    view: View,
}

/// A part of the network.
struct Part {
    sources: Vec<String>,
    nodes: Vec<String>,
    subjects: Vec<Subject>,
    network: Network,
}

impl Source<'_> {
    fn of(guide: &Guide) -> Source<'_> {
        Source { guide, view: Weights::of(guide).view(guide, PainBy::Drawing) }
    }

    fn net_a(&self) -> Net {
        let gluteal = |cell: Cell| cell.side == Side::Right && self.guide.source(cell.source).group == Group::Gluteal;
        let near = |subject: &Subject| match subject {
            Subject::Zone(spot) => spot.side != Side::Left,
            Subject::Question(..) => false,
            Subject::Press(cell) => cell.side == Side::Right,
        };
        let part = self.cut(gluteal, near);
        part.net("A", "Gluteal sources of the right side, the zones and presses they reach; all seen.", |_| 1.0, CASES)
    }

    fn net_b(&self) -> Net {
        let near = |subject: &Subject| match subject {
            Subject::Zone(spot) => spot.side != Side::Left,
            Subject::Question(_, side) => *side == Side::Right,
            Subject::Press(cell) => cell.side == Side::Right,
        };
        let part = self.cut(|cell| cell.side != Side::Left, near);
        let looks = |subject: &Subject| if is_zone(subject) { 1.0 } else { SOME };
        let about = "The right side and the middle line; all zones and three in ten of the answers and presses seen.";
        part.net("B", about, looks, CASES)
    }

    fn net_c(&self) -> Net {
        let part = self.cut(|_| true, is_zone);
        part.net("C", "Both sides, zones only; all seen.", |_| 1.0, CASES)
    }

    fn net_d(&self) -> Net {
        let view = Weights::of(self.guide).narrow_view(self.guide);
        let part = Source { guide: self.guide, view }.cut(|_| true, |_| true);
        part.net("D", "Both sides; all zones, answers and presses seen.", |_| 1.0, WIDE_CASES)
    }

    fn net_e(&self) -> Net {
        let mut part = self.cut(|_| true, |_| true);
        part.keep_presses_at_home();
        let looks = |subject: &Subject| if is_zone(subject) { 1.0 } else { 0.0 };
        let about = "The whole body four times over, each joined to the next at four zones a side; all zones seen.";
        part.net("E", about, looks, CASES)
    }

    /// The kept sources and those of the kept nodes that they reach.
    fn cut(&self, keep: impl Fn(Cell) -> bool, near: impl Fn(&Subject) -> bool) -> Part {
        let cells: Vec<usize> = (0..self.view.cells.len()).filter(|&at| keep(self.view.cells[at].0)).collect();
        let place = |cell: u32| cells.iter().position(|&kept| kept == cell as usize);
        let mut part = Part { sources: vec![], nodes: vec![], subjects: vec![], network: Network::default() };
        for &at in &cells {
            let (cell, prior) = self.view.cells[at];
            part.sources.push(format!("{} {}", self.guide.source(cell.source).id, side(cell.side)));
            part.network.priors.push(rounded(prior));
        }
        for (subject, node) in self.view.nodes.iter().filter(|(subject, _)| near(subject)) {
            let kept = node.causes.iter().filter_map(|cause| Some((place(cause.source)?, cause.rise)));
            let causes: Vec<Cause> =
                kept.map(|(at, rise)| Cause { source: at as u32, rise: rise.map(rounded) }).collect();
            if !causes.is_empty() {
                part.nodes.push(self.name(subject));
                part.subjects.push(*subject);
                part.network.nodes.push(Node { causes, leak: node.leak.map(rounded) });
            }
        }
        part
    }

    fn name(&self, subject: &Subject) -> String {
        match *subject {
            Subject::Zone(spot) => format!("zone {} {}", self.guide.zone(spot.zone).id, side(spot.side)),
            Subject::Question(ix, on) => format!("question {} {}", self.guide.question(ix).id, side(on)),
            Subject::Press(cell) => format!("press {} {}", self.guide.source(cell.source).id, side(cell.side)),
        }
    }
}

impl Part {
    /// A nerve root makes gluteal points sore in its own body only; the guide knows no other.
    fn keep_presses_at_home(&mut self) {
        let body = |name: &str| name.rsplit_once('.').and_then(|(_, end)| end.split(' ').next()).map(str::to_owned);
        for (name, node) in self.nodes.iter().zip(&mut self.network.nodes) {
            if name.starts_with("press ") {
                node.causes.retain(|cause| body(&self.sources[cause.source as usize]) == body(name));
            }
        }
    }

    /// With `count` cases, in which each node is seen with the chance that `looks` tells.
    fn net(self, name: &str, about: &str, looks: impl Fn(&Subject) -> f64, count: usize) -> Net {
        let looks = Looks { chances: self.subjects.iter().map(looks).collect() };
        let seed = 1 + NAMES.iter().position(|known| *known == name).unwrap_or_default() as u64;
        let cases = draw::cases(&self.network, &bodies(name, self.sources.len()), &looks, count, seed);
        let Part { sources, nodes, network, .. } = self;
        Net { name: name.into(), about: about.into(), sources, nodes, network, cases }
    }
}

/// Sources of each body, in order.
fn bodies(name: &str, sources: usize) -> Vec<Range<usize>> {
    let count = if name == "E" { BODIES } else { 1 };
    let each = sources / count;
    (0..count).map(|body| body * each..(body + 1) * each).collect()
}

fn is_zone(subject: &Subject) -> bool {
    matches!(subject, Subject::Zone(_))
}

fn rounded(chance: f64) -> f64 {
    (chance * PARTS).round() / PARTS
}

fn side(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
        Side::Midline => "midline",
    }
}
