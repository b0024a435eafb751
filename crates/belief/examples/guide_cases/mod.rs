//! Problems drawn from the real guide's network, the same ones every time: for benchmarks.

use belief::kernel::{Evidence, Network, Node};
use belief::{Subject, Weights};
use case::PainBy;
use guide::{Guide, Problems};

/// The guide's network, perhaps with fewer edges to zones.
#[derive(Debug)]
pub(crate) struct World {
    /// What each node of the network is about.
    pub(crate) subjects: Vec<Subject>,
    /// All nodes of a person of the usual style.
    pub(crate) network: Network,
}

impl World {
    /// Edges to zones of at least `least`, the strongest `most` of each zone.
    ///
    /// # Errors
    /// If the guide that is compiled in has a mistake.
    pub(crate) fn new(least: f64, most: usize) -> Result<World, Problems> {
        let guide = Guide::embedded("en")?;
        let view = Weights::of(&guide).view(&guide, PainBy::Drawing);
        let (subjects, nodes): (Vec<Subject>, Vec<Node>) = view.nodes.into_iter().unzip();
        let thin = |(subject, node): (&Subject, Node)| match subject {
            Subject::Zone(_) => strongest(&node, least, most),
            _ => node,
        };
        let nodes = subjects.iter().zip(nodes).map(thin).collect();
        Ok(World { subjects, network: Network { priors: view.cells.iter().map(|cell| cell.1).collect(), nodes } })
    }

    /// Every zone hurts much, and nothing else is known.
    pub(crate) fn all_zones(&self) -> Vec<Evidence> {
        let seen = |subject: &Subject| match subject {
            Subject::Zone(_) => Evidence::Level(2),
            _ => Evidence::Unknown,
        };
        self.subjects.iter().map(seen).collect()
    }

    /// Levels of all nodes of somebody with one to three active sources.
    pub(crate) fn person(&self, dice: &mut Dice) -> Vec<u8> {
        let active: Vec<bool> = loop {
            let active: Vec<bool> = self.network.priors.iter().map(|&p| dice.unit() < p).collect();
            if (1..=3).contains(&active.iter().filter(|on| **on).count()) {
                break active;
            }
        };
        let level = |node: &Node| {
            let causes = node.causes.iter().filter(|cause| active[cause.source as usize]);
            causes.map(|cause| cause.rise).chain([node.leak]).fold(0, |level, rise| level.max(dice.level(rise)))
        };
        self.network.nodes.iter().map(level).collect()
    }

    /// What such a person tells: all zones, the first `answers` of the questions in a drawn order, and every
    /// press if asked.
    pub(crate) fn told(&self, dice: &mut Dice, levels: &[u8], answers: usize, presses: bool) -> Vec<Evidence> {
        let mut questions = self.places(|subject| matches!(subject, Subject::Question(..)));
        for at in (1..questions.len()).rev() {
            questions.swap(at, dice.below(at + 1));
        }
        questions.truncate(answers);
        let seen = |(node, (subject, &level)): (usize, (&Subject, &u8))| match subject {
            Subject::Zone(_) if level == 0 => Evidence::Blank { strength: 0.74 },
            Subject::Question(..) if !questions.contains(&node) => Evidence::Unknown,
            Subject::Press(_) if !presses => Evidence::Unknown,
            _ => Evidence::Level(level),
        };
        self.subjects.iter().zip(levels).enumerate().map(seen).collect()
    }

    /// The nodes about something.
    pub(crate) fn places(&self, about: impl Fn(&Subject) -> bool) -> Vec<usize> {
        (0..self.subjects.len()).filter(|&at| about(&self.subjects[at])).collect()
    }
}

fn strongest(node: &Node, least: f64, most: usize) -> Node {
    let mut causes = node.causes.clone();
    causes.retain(|cause| cause.rise[0] + cause.rise[1] >= least);
    causes.sort_by(|a, b| (b.rise[0] + b.rise[1]).total_cmp(&(a.rise[0] + a.rise[1])));
    causes.truncate(most);
    causes.sort_by_key(|cause| cause.source);
    Node { causes, leak: node.leak }
}

/// xorshift64*.
#[derive(Debug)]
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// 0 up to, not including, 1.
    pub(crate) fn unit(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11) as f64 / (1u64 << 53) as f64
    }

    /// 0 up to, not including, `limit`.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.unit() * limit as f64) as usize
    }

    fn level(&mut self, rise: [f64; 2]) -> u8 {
        let u = self.unit();
        u8::from(u < rise[0] + rise[1]) + u8::from(u < rise[1])
    }
}
