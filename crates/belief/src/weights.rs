//! The guide's tied numbers, compiled once into cells, spots and chances.

use crate::habits::Habits;
use crate::referral::referral_of;
use crate::setting::scale_odds;
use case::PainBy;
use guide::shape::{
    Background, Commonness, Group, Model, PriorClasses, Referral, ReferralClasses, Side, Spread, Strength,
};
use guide::{Guide, SourceIx, ZoneIx};

/// A source on one side: one binary variable of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Source.
    pub source: SourceIx,
    /// Side.
    pub side: Side,
}

/// A zone on one side: one node of the network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Zone.
    pub zone: ZoneIx,
    /// Side.
    pub side: Side,
}

/// What a chance depends on, so that all of one kind can be bent together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tied {
    Essential,
    Spillover,
    Question,
    Prior,
}

/// A chance with its authored spread and what it is tied to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chance {
    pub(crate) spread: Spread,
    pub(crate) tied: Tied,
}

/// An edge from a cell with its chance.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub(crate) cell: u32,
    pub(crate) chance: Chance,
}

/// What reaches the spots.
#[derive(Clone, Debug)]
pub(crate) struct Reach {
    /// For each spot, the cells that reach it.
    pub(crate) all: Vec<Vec<Edge>>,
    /// The surest of them, for when many zones hurt.
    pub(crate) surest: Vec<Vec<Edge>>,
}

/// Everything the network needs from a guide, indexed. Build it once and assess many cases with it.
#[derive(Clone, Debug)]
pub struct Weights {
    pub(crate) cells: Vec<Cell>,
    pub(crate) spots: Vec<Spot>,
    /// For each source, its cells; they stand side by side.
    pub(crate) of_source: Vec<std::ops::Range<u32>>,
    /// For each cell, the same source on the other side; itself on the middle line.
    pub(crate) mirror: Vec<usize>,
    pub(crate) model: Model,
    /// Shares of the styles: the guide's, or what a person's earlier visits made of them.
    pub(crate) habits: Habits,
    /// What reaches the spots, by how places are told: in words, drawn.
    pub(crate) reach: [Reach; 2],
    /// Did earlier visits move a chance on one side? Else both sides have the same.
    pub(crate) lopsided: bool,
    /// For each question, its causes by source.
    pub(crate) questions: Vec<Vec<(SourceIx, Chance)>>,
    /// The same, with few causes each, for people who say yes to many questions.
    pub(crate) few_causes: Vec<Vec<(SourceIx, Chance)>>,
    /// For each question, the chance of a yes without any cause.
    pub(crate) background: Vec<f64>,
    /// For each source, the sources that lie over it.
    pub(crate) cover: Vec<Vec<SourceIx>>,
    /// Sources that make gluteal points sore.
    pub(crate) sensitisers: Vec<SourceIx>,
    /// For each source: is it one whose points get sore from a nerve root?
    pub(crate) gluteal: Vec<bool>,
    /// For each cell: is its source felt in parts of its map only?
    pub(crate) patchy: Vec<bool>,
}

impl Weights {
    /// Compiles the guide's numbers. A guide that was read without errors always compiles.
    pub fn of(guide: &Guide) -> Weights {
        let cells = cells_of(guide);
        let spots = spots_of(guide);
        let reach = [PainBy::Words, PainBy::Drawing].map(|by| {
            let all = reach_of(guide, &cells, &spots, by);
            Reach { surest: all.iter().map(|edges| surest(edges, &cells, &guide.model.referral)).collect(), all }
        });
        let patchy = cells.iter().map(|cell| guide.source(cell.source).patchy).collect();
        let ids = |list: &[guide::Id]| list.iter().filter_map(|id| guide.find_source(id)).collect::<Vec<_>>();
        Weights {
            of_source: ranges_of(guide),
            mirror: mirror_of(&cells),
            cells,
            spots,
            model: guide.model.clone(),
            habits: Habits::of(&guide.model.styles),
            reach,
            lopsided: false,
            questions: guide.questions.iter().map(|q| causes_of(guide, q)).collect(),
            few_causes: guide.questions.iter().map(|q| telling(guide, q)).collect(),
            background: guide.questions.iter().map(|q| background_of(&guide.model, q)).collect(),
            cover: guide.sources.iter().map(|s| ids(&s.covered_by)).collect(),
            sensitisers: (0u16..)
                .zip(&guide.sources)
                .filter(|(_, s)| s.sensitises_gluteal)
                .map(|(i, _)| SourceIx(i))
                .collect(),
            patchy,
            gluteal: guide.sources.iter().map(|s| s.group == Group::Gluteal).collect(),
        }
    }

    /// Every source on every side it exists, in the guide's order.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// Every zone on every side it exists, in the guide's order.
    pub fn spots(&self) -> &[Spot] {
        &self.spots
    }

    pub(crate) fn cell(&self, source: SourceIx, side: Side) -> Option<u32> {
        self.of_source[source.ix()].clone().find(|&at| self.cells[at as usize].side == side)
    }

    pub(crate) fn spot(&self, zone: ZoneIx, side: Side) -> Option<usize> {
        self.spots.iter().position(|s| s.zone == zone && s.side == side)
    }

    /// What reaches the spots of places told so.
    pub(crate) fn reach(&self, by: PainBy) -> &Reach {
        &self.reach[usize::from(by == PainBy::Drawing)]
    }

    /// Cells of a source that a finding on `side` can speak of: the same side, or the middle line; all for a finding
    /// without a side.
    pub(crate) fn cells_facing(&self, source: SourceIx, side: Side) -> impl Iterator<Item = u32> + '_ {
        let faces = move |c: &Cell| side == Side::Midline || c.side == side || c.side == Side::Midline;
        let cells = self.of_source[source.ix()].clone();
        cells.filter(move |&at| faces(&self.cells[at as usize]))
    }
}

fn cells_of(guide: &Guide) -> Vec<Cell> {
    let each = (0u16..).zip(&guide.sources);
    each.flat_map(|(i, s)| s.sides.iter().map(move |&side| Cell { source: SourceIx(i), side })).collect()
}

fn ranges_of(guide: &Guide) -> Vec<std::ops::Range<u32>> {
    let mut from = 0;
    let range = |source: &guide::shape::Source| {
        let start = from;
        from += source.sides.len() as u32;
        start..from
    };
    guide.sources.iter().map(range).collect()
}

fn mirror_of(cells: &[Cell]) -> Vec<usize> {
    let other = |(at, cell): (usize, &Cell)| {
        let side = other_side(cell.side);
        cells.iter().position(|c| c.source == cell.source && c.side == side).unwrap_or(at)
    };
    cells.iter().enumerate().map(other).collect()
}

/// The other side; the middle line is its own.
pub(crate) fn other_side(side: Side) -> Side {
    match side {
        Side::Left => Side::Right,
        Side::Right => Side::Left,
        Side::Midline => Side::Midline,
    }
}

fn spots_of(guide: &Guide) -> Vec<Spot> {
    let each = (0u16..).zip(&guide.zones);
    each.flat_map(|(i, z)| z.sides.iter().map(move |&side| Spot { zone: ZoneIx(i), side })).collect()
}

/// Can a source on `cell` be felt on `spot`?
pub(crate) fn meets(cell: Side, spot: Side) -> bool {
    spot == cell || spot == Side::Midline || cell == Side::Midline
}

/// A sided source reaches its own side and the middle line; a source on the middle line reaches both sides.
fn reach_of(guide: &Guide, cells: &[Cell], spots: &[Spot], by: PainBy) -> Vec<Vec<Edge>> {
    let mut reach = vec![Vec::new(); spots.len()];
    for (at, cell) in (0u32..).zip(cells) {
        for (zone, chance) in referral_of(guide, cell.source, by) {
            for (spot, edges) in spots.iter().zip(&mut reach) {
                if spot.zone == zone && meets(cell.side, spot.side) {
                    edges.push(Edge { cell: at, chance });
                }
            }
        }
    }
    reach
}

/// Keeps the surest edges of a spot, never one side of a source without the other. Many weak causes of one finding tell
/// little, and the cost of an answer doubles with each.
fn surest(edges: &[Edge], cells: &[Cell], classes: &ReferralClasses) -> Vec<Edge> {
    let mut order: Vec<usize> = (0..edges.len()).collect();
    order.retain(|at| edges[*at].chance.spread.value >= classes.least_of_many);
    sorted::by(&mut order, |a, b| edges[*b].chance.spread.value.total_cmp(&edges[*a].chance.spread.value));
    let mut kept = Vec::new();
    let mut of_source = order.chunk_by(|a, b| source_of(edges, cells, *a) == source_of(edges, cells, *b));
    while let Some(both) = of_source.next().filter(|both| kept.len() + both.len() <= classes.most_of_many) {
        kept.extend_from_slice(both);
    }
    sorted::by(&mut kept, Ord::cmp);
    kept.into_iter().map(|at| edges[at]).collect()
}

fn source_of(edges: &[Edge], cells: &[Cell], at: usize) -> SourceIx {
    cells[edges[at].cell as usize].source
}

fn causes_of(guide: &Guide, question: &guide::shape::Question) -> Vec<(SourceIx, Chance)> {
    let classes = &guide.model.question;
    let background = background_of(&guide.model, question);
    let causes = question.causes.iter().filter_map(|cause| {
        let class = match cause.strength {
            Strength::Weak => classes.weak,
            Strength::Medium => classes.medium,
            Strength::Strong => classes.strong,
        };
        // A published share counts every yes; the network adds the background by itself.
        let own = |share: f64| ((share - background) / (1.0 - background)).max(0.0);
        let spread = cause.share.map_or(class, |share| towards(own(share), class, classes.published_weight));
        Some((guide.find_source(&cause.source)?, Chance { spread, tied: Tied::Question }))
    });
    causes.collect()
}

/// Keeps the causes that explain most yeses: how surely they bring one, and how common they are.
fn telling(guide: &Guide, question: &guide::shape::Question) -> Vec<(SourceIx, Chance)> {
    let mut causes = causes_of(guide, question);
    let yeses = |(source, chance): &(SourceIx, Chance)| {
        chance.spread.value * prior_of(&guide.model.prior, guide.source(*source).commonness).value
    };
    sorted::by(&mut causes, |a, b| yeses(b).total_cmp(&yeses(a)));
    let mut cells = 0;
    causes.retain(|(source, _)| {
        cells += if question.sided { 1 } else { guide.source(*source).sides.len() };
        cells <= guide.model.question.most
    });
    sorted::by_key(&mut causes, |(source, _)| *source);
    causes
}

/// A class moved towards a published share by `weight` of the way in log-odds; it keeps the spread of the class.
fn towards(share: f64, class: Spread, weight: f64) -> Spread {
    // The ends of the scale have no odds; no study of people measures them.
    let odds = |p: f64| p.clamp(0.005, 0.995) / (1.0 - p.clamp(0.005, 0.995));
    around(scale_odds(class.value, crate::kernel::power(odds(share) / odds(class.value), weight)), class)
}

fn background_of(model: &Model, question: &guide::shape::Question) -> f64 {
    question.background_share.unwrap_or(match question.background {
        Background::Rarely => model.question.rarely,
        Background::Sometimes => model.question.sometimes,
        Background::Often => model.question.often,
    })
}

/// A published share with the spread of the class it stands for, moved to lie around it.
pub(crate) fn around(share: f64, class: Spread) -> Spread {
    let low = share * class.low / class.value;
    let high = 1.0 - (1.0 - share) * (1.0 - class.high) / (1.0 - class.value);
    Spread { value: share, low: low.min(share), high: high.max(share) }
}

/// The prior of a class of commonness.
pub(crate) fn prior_of(classes: &PriorClasses, commonness: Commonness) -> Spread {
    match commonness {
        Commonness::Exceptional => classes.exceptional,
        Commonness::Rare => classes.rare,
        Commonness::Uncommon => classes.uncommon,
        Commonness::Common => classes.common,
        Commonness::VeryCommon => classes.very_common,
    }
}

/// The tie of a referral class.
pub(crate) fn tied_of(strength: Option<Referral>) -> Tied {
    match strength {
        Some(Referral::Essential) => Tied::Essential,
        _ => Tied::Spillover,
    }
}
