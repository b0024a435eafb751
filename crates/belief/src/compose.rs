//! From what was told and one setting to a network the kernel can solve.

use crate::graded::graded;
use crate::kernel::{Cause, Evidence, Network, Node, power};
use crate::setting::{Setting, scale_odds};
use crate::told::{About, Item, Told};
use crate::weights::{Chance, Edge, Tied, Weights, other_side, prior_of};
use case::PainBy;
use guide::shape::{Levels, PersonFact, Side};
use guide::{Guide, QuestionIx, SourceIx};

/// Composes networks for one case.
#[derive(Clone, Copy)]
pub(crate) struct Composer<'a> {
    pub(crate) guide: &'a Guide,
    pub(crate) weights: &'a Weights,
    pub(crate) told: &'a Told,
}

impl Composer<'_> {
    /// The network of a setting, and the evidence in the order of its nodes, which is the order of [`Told::items`].
    pub(crate) fn network(&self, setting: &Setting) -> (Network, Vec<Evidence>) {
        let items = self.told.items.iter();
        let (nodes, evidence) = items.map(|item| self.seen(setting, item)).unzip();
        (Network { priors: self.priors(setting, None), nodes }, evidence)
    }

    /// The node of an item as it was seen, and the evidence.
    fn seen(&self, setting: &Setting, item: &Item) -> (Node, Evidence) {
        let mut node = self.node(setting, item.about);
        let blank = matches!((item.about, item.evidence), (About::Spot(_), Evidence::Blank { .. }));
        if blank && self.told.by == PainBy::Drawing {
            self.lift_blank(&mut node);
        }
        match item.share {
            Some(share) => (graded(&node, share, self.weights.model.referral.share_much), Evidence::Level(1)),
            None => (node, item.evidence),
        }
    }

    /// Priors of all cells, without one fact about the person if asked.
    pub(crate) fn priors(&self, setting: &Setting, without: Option<PersonFact>) -> Vec<f64> {
        let prior = |(at, cell): (usize, &crate::weights::Cell)| {
            let commonness = self.guide.source(cell.source).commonness;
            let spread = prior_of(&self.weights.model.prior, commonness);
            let shifts = self.told.shifts[at].iter().filter(|(fact, _)| Some(*fact) != without);
            let odds = shifts.map(|(_, odds)| odds).product();
            scale_odds(setting.bend.of(Chance { spread, tied: Tied::Prior }), odds)
        };
        self.weights.cells.iter().enumerate().map(prior).collect()
    }

    /// The node an item is about.
    pub(crate) fn node(&self, setting: &Setting, about: About) -> Node {
        match about {
            About::Spot(at) => self.spot(setting, at),
            About::Place(at) => self.place(setting, at),
            About::Question(question, side) => self.question(setting, question, side),
            About::Press(source, side) => self.press(setting, source, side),
            About::Dropped(release) => self.dropped(setting, release),
            About::StillFed(release) => self.still_fed(setting, release),
        }
    }

    /// For each spot, the cells that reach it.
    fn reach(&self) -> &[Vec<Edge>] {
        let reach = self.weights.reach(self.told.by);
        if self.told.narrow.zones { &reach.surest } else { &reach.all }
    }

    fn spot(&self, setting: &Setting, at: usize) -> Node {
        let at = if setting.style.swapped { self.mirrored(at) } else { at };
        let classes = &self.weights.model.referral;
        let edges = self.reach()[at].iter();
        let causes = edges.map(|edge| {
            let hurts = setting.referral(self.weights, edge.chance);
            let some = hurts * classes.some_share;
            Cause { source: edge.cell, rise: [some, hurts - some] }
        });
        Node { causes: causes.collect(), leak: self.leak(setting) }
    }

    /// A blank is no sign against a source that mostly leaves some of its zones blank; it counts in part.
    fn lift_blank(&self, node: &mut Node) {
        let count = self.weights.model.referral.blank_patchy;
        for cause in node.causes.iter_mut().filter(|cause| self.weights.patchy[cause.source as usize]) {
            let hurts = cause.rise[0] + cause.rise[1];
            let counts = 1.0 - power(1.0 - hurts, count);
            cause.rise = cause.rise.map(|rise| rise * counts / hurts);
        }
    }

    /// A word is said when a part of what it covers hurts; a source that reaches several parts mostly hurts in all of
    /// them or in none, so its likeliest part counts.
    fn place(&self, setting: &Setting, at: usize) -> Node {
        let mut most = vec![0.0_f64; self.weights.cells.len()];
        for cause in self.told.places[at].iter().flat_map(|&spot| self.spot(setting, spot).causes) {
            let chance = &mut most[cause.source as usize];
            *chance = chance.max(cause.rise[0] + cause.rise[1]);
        }
        let reached = (0u32..).zip(most).filter(|(_, chance)| *chance > 0.0);
        let causes = reached.map(|(source, chance)| Cause { source, rise: [chance, 0.0] });
        Node { causes: causes.collect(), leak: self.leak(setting) }
    }

    /// Leak of a zone in this setting; never more than nine in ten in all.
    fn leak(&self, setting: &Setting) -> Levels {
        let classes = &self.weights.model.referral;
        let leak = if self.told.by == PainBy::Words { classes.leak_words } else { classes.leak };
        let [low, high] = classes.leak_spread;
        let bend = setting.bend.leak;
        let bent = if bend < 0.0 { 1.0 + bend * (1.0 - low) } else { 1.0 + bend * (high - 1.0) };
        let factor = bent * setting.style.leak(&self.weights.model.styles);
        let factor = factor.min(0.9 / (leak[0] + leak[1]));
        leak.map(|chance| chance * factor)
    }

    fn mirrored(&self, at: usize) -> usize {
        let spot = self.weights.spots[at];
        let side = other_side(spot.side);
        self.weights.spot(spot.zone, side).unwrap_or(at)
    }

    fn question(&self, setting: &Setting, question: QuestionIx, side: Side) -> Node {
        let all = if self.told.narrow.questions { &self.weights.few_causes } else { &self.weights.questions };
        let causes = all[question.ix()].iter();
        let causes = causes.flat_map(|&(source, chance)| {
            let yes = setting.bend.of(chance);
            self.weights.cells_facing(source, side).map(move |cell| Cause { source: cell, rise: [yes, 0.0] })
        });
        Node { causes: causes.collect(), leak: [self.weights.background[question.ix()], 0.0] }
    }

    /// A press also presses what lies over the spot, and hurts more where a nerve root makes the muscles sore.
    fn press(&self, setting: &Setting, source: SourceIx, side: Side) -> Node {
        let model = &self.weights.model.press;
        let mut causes: Vec<Cause> = Vec::new();
        let mut add = |source: SourceIx, rise: Levels| {
            for cell in self.weights.cells_facing(source, side) {
                if !causes.iter().any(|c| c.source == cell) {
                    causes.push(Cause { source: cell, rise });
                }
            }
        };
        add(source, model.own);
        for &over in &self.weights.cover[source.ix()] {
            add(over, model.cover);
        }
        if self.weights.gluteal[source.ix()] {
            for &root in &self.weights.sensitisers {
                add(root, model.sensitised);
            }
        }
        Node { causes, leak: if setting.style.sore { model.leak_sore } else { model.leak } }
    }

    fn dropped(&self, setting: &Setting, release: usize) -> Node {
        let model = &self.weights.model.response;
        let treated = self.told.releases[release];
        let chance = match treated.kept {
            Some(kept) if setting.worked[kept] => model.drop,
            Some(_) => 0.0,
            None => model.works * model.drop,
        };
        let causes = vec![Cause { source: treated.cell, rise: [chance, 0.0] }];
        Node { causes, leak: [model.drop_anyway, 0.0] }
    }

    /// What still feeds the pain after a release: whatever shares the painful zones and was not released so far.
    fn still_fed(&self, setting: &Setting, release: usize) -> Node {
        let model = &self.weights.model.response;
        let so_far = &self.told.releases[..=release];
        let released =
            |cell: u32| so_far.iter().any(|t| t.cell == cell && t.kept.is_some_and(|kept| setting.worked[kept]));
        let feeds = self.feeds(self.told.releases[release].cell);
        let causes = (0u32..).zip(feeds).filter(|&(cell, share)| share > 0.0 && !released(cell));
        let causes = causes.map(|(cell, share)| Cause { source: cell, rise: [model.feeds * share, 0.0] });
        Node { causes: causes.collect(), leak: [model.lingers, 0.0] }
    }

    /// For each cell, how surely it reaches a painful zone that the released cell reaches too (any painful zone, if
    /// the released cell reaches none).
    fn feeds(&self, released: u32) -> Vec<f64> {
        let reach = self.reach();
        let shared = |at: &&usize| reach[**at].iter().any(|edge| edge.cell == released);
        let mut zones: Vec<usize> = self.told.painful.iter().filter(shared).copied().collect();
        if zones.is_empty() {
            zones.clone_from(&self.told.painful);
        }
        let mut feeds = vec![0.0_f64; self.weights.cells.len()];
        for edge in zones.iter().flat_map(|&at| &reach[at]) {
            let share = &mut feeds[edge.cell as usize];
            *share = share.max(edge.chance.spread.value);
        }
        feeds
    }
}
