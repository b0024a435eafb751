//! A person: what hurts, and how this person paints, answers and feels. Drawn whole from a seed.

use crate::atlas::{Cell, Side};
use crate::chance::Chance;
use crate::field::{Field, field};
use crate::world::{World, related};

/// Mean number of further active sources besides the first; at most [`MOST`] in all.
const FURTHER: f64 = 0.75;
const MOST: usize = 5;
/// Weight of a source on the side that already hurts, against the other side, when a further one is drawn.
const SAME_SIDE: f64 = 1.5;
/// A point that is released keeps so much of its strength.
pub(crate) const LEFT_OVER: f64 = 0.1;

/// What an observation is about, as the first part of its key of chance.
#[derive(Clone, Copy)]
pub(crate) enum About {
    Active = 1,
    Traits,
    Field,
    Painting,
    Answer,
    Press,
    Control,
    Release,
    Later,
}

/// How this person is.
#[derive(Clone, Debug)]
pub(crate) struct Traits {
    pub(crate) over_paint: bool,
    pub(crate) under_paint: bool,
    pub(crate) worst_only: bool,
    pub(crate) swapped: bool,
    pub(crate) stray: bool,
    /// From this height of the field on it hurts.
    pub(crate) threshold: f64,
    /// Factor on how tender silent spots are.
    pub(crate) sensitivity: f64,
    pub(crate) sore: bool,
    /// Log-odds of yes, more or less than others.
    pub(crate) yes_saying: f64,
    /// The loudest source takes so much from the others: one knot hides another.
    pub(crate) masking: f64,
    /// Chance that a release works.
    pub(crate) works: f64,
    /// Factor on the numbers told, 0 to 10.
    pub(crate) loud: f64,
}

/// An active source.
#[derive(Clone, Debug)]
pub(crate) struct Active {
    pub(crate) cell: usize,
    pub(crate) field: Field,
    /// How much of it is left after releases, 0 to 1.
    pub(crate) left: f64,
}

/// A simulated person. Observations depend on the seed and on what was released, never on the order of asking.
#[derive(Clone, Debug)]
pub struct Person<'w> {
    pub(crate) world: &'w World,
    pub(crate) seed: u64,
    pub(crate) traits: Traits,
    /// The first is the main one.
    pub(crate) active: Vec<Active>,
    /// Releases so far, as cells.
    pub(crate) released: Vec<usize>,
}

impl World {
    /// The person of a seed in this world.
    pub fn person(&self, seed: u64) -> Person<'_> {
        self.person_with(seed, |_| true)
    }

    /// The person of a seed whose main source is a gluteal point.
    pub fn gluteal_person(&self, seed: u64) -> Person<'_> {
        self.person_with(seed, |cell| self.atlas.sources[cell.source].gluteal)
    }

    fn person_with(&self, seed: u64, main: impl Fn(&Cell) -> bool) -> Person<'_> {
        let cells = active(self, main, &mut Chance::at(&[self.seed, seed, About::Active as u64]));
        let traits = traits(self, &mut Chance::at(&[self.seed, seed, About::Traits as u64]));
        let place = |(order, &cell): (usize, &usize)| {
            let chance = Chance::at(&[self.seed, seed, About::Field as u64, cell as u64]);
            Active { cell, field: field(self, cell, order == 0, chance), left: 1.0 }
        };
        let active = cells.iter().enumerate().map(place).collect();
        Person { world: self, seed, traits, active, released: Vec::new() }
    }
}

fn traits(world: &World, chance: &mut Chance) -> Traits {
    let s = &world.scenario;
    let [style, worst, swap, stray, sore] = [(); 5].map(|()| chance.unit());
    let sore = sore < s.sore;
    Traits {
        over_paint: style < s.over_paint,
        under_paint: style >= s.over_paint && style < s.over_paint + s.under_paint,
        worst_only: worst < s.worst_only,
        swapped: swap < s.swapped,
        stray: stray < s.stray,
        threshold: chance.between(0.25, 0.45),
        sensitivity: chance.factor(0.35) * if sore { 1.5 } else { 1.0 },
        sore,
        yes_saying: s.yes_saying * chance.normal(),
        masking: chance.between(0.0, 0.3),
        works: s.works + chance.between(-0.05, 0.05),
        loud: chance.factor(0.2),
    }
}

/// Which cells are active: at least one; neighbours of an active one more readily.
pub(crate) fn active(world: &World, main: impl Fn(&Cell) -> bool, chance: &mut Chance) -> Vec<usize> {
    let common = |cell: &Cell| world.truths[cell.source].weight;
    let first: Vec<f64> = world.cells.iter().map(|c| if main(c) { common(c) } else { 0.0 }).collect();
    let mut active: Vec<usize> = chance.weighted(&first).into_iter().collect();
    for _ in 0..further(chance) {
        let weight = |(at, cell): (usize, &Cell)| {
            if active.contains(&at) {
                return 0.0;
            }
            common(cell) * active.iter().map(|&a| pull(world, &world.cells[a], cell)).fold(1.0, f64::max)
        };
        let weights: Vec<f64> = world.cells.iter().enumerate().map(weight).collect();
        active.extend(chance.weighted(&weights));
    }
    active
}

/// How many more: Poisson, cut.
fn further(chance: &mut Chance) -> usize {
    let none = libm::exp(-FURTHER);
    let mut left = chance.unit();
    let mut count = 0;
    while left > none && count < MOST - 1 {
        left *= chance.unit();
        count += 1;
    }
    count
}

/// How much an active cell raises another's weight.
fn pull(world: &World, active: &Cell, other: &Cell) -> f64 {
    let co_active = world.scenario.co_active;
    if !active.side.meets(other.side) || co_active == 1.0 {
        1.0
    } else if related(&world.atlas, active.source, other.source) {
        SAME_SIDE * co_active
    } else {
        SAME_SIDE
    }
}

impl Person<'_> {
    pub(crate) fn chance(&self, about: About, key: &[u64]) -> Chance {
        Chance::at(&[&[self.world.seed, self.seed, about as u64], key].concat())
    }

    /// The truth: is this source active on this side, before any release?
    pub fn is_active(&self, source: usize, side: Side) -> bool {
        self.world.cell(source, side).is_some_and(|cell| self.active.iter().any(|a| a.cell == cell))
    }

    /// The truth: every active cell, the main one first.
    pub fn active(&self) -> impl Iterator<Item = Cell> + '_ {
        self.active.iter().map(|a| self.world.cells[a.cell])
    }

    /// How much of a source is at work now, 0 to 1.
    pub(crate) fn left(&self, source: usize, side: Side) -> f64 {
        let here = self.active.iter().filter(|a| {
            let cell = self.world.cells[a.cell];
            cell.source == source && cell.side.meets(side)
        });
        here.map(|a| a.left).fold(0.0, f64::max)
    }
}
