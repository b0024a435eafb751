//! In which order to sum sources and bits out: greedy, with restarts, then by beams.
//!
//! Summing out a vertex holds open all its neighbours that are not done yet. A table has one entry
//! per state of what is open, so the order decides everything about the cost.

use super::beam::Beam;
use super::graph::Graph;
use super::random::Random;

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum State {
    Unopened,
    Open,
    Done,
}

/// What an order needs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Price {
    /// Table entries touched by one forward run.
    pub(super) cost: f64,
    /// Table entries kept for the backward run.
    pub(super) kept: f64,
    /// Most variables open at once: the largest table has `2^width` entries.
    pub(super) width: u32,
}

/// `2^k`, without `exp2`.
pub(super) fn power_of_two(k: u32) -> f64 {
    f64::from_bits(u64::from(1023 + k.min(1023)) << 52)
}

impl Price {
    /// Adds summing out one vertex: `open` variables before, `fresh` opened for it, `held` of its
    /// neighbours open before.
    pub(super) fn step(&mut self, is_source: bool, was_open: bool, open: u32, fresh: u32, held: u32) {
        let before = power_of_two(open);
        let after = power_of_two(open + fresh);
        self.width = self.width.max(open + fresh);
        self.cost += match (is_source, was_open) {
            // copy, one pass per edge, then widen and add
            (true, false) => before * f64::from(2 + held) + 2.0 * after,
            // the same on the half where the source is active, after splitting
            (true, true) => before * (1.0 + 0.5 * f64::from(held)) + after,
            // widen, split, factor, multiply
            (false, _) => 3.0 * after,
        };
        self.kept += match (is_source, was_open) {
            (true, false) => before,
            (true, true) => 0.0,
            // each fresh source keeps the table as it was
            (false, _) => after - before,
        };
    }
}

/// The price of a given order of (some) vertices.
pub(super) fn price(graph: &Graph, order: impl Iterator<Item = u32>) -> Price {
    let mut state = vec![State::Unopened; graph.vertices()];
    let mut open = 0;
    let mut price = Price::default();
    for vertex in order {
        let (mut fresh, mut held) = (0, 0);
        for neighbour in graph.around(vertex) {
            match &mut state[neighbour.vertex as usize] {
                unopened @ State::Unopened => {
                    *unopened = State::Open;
                    fresh += 1;
                }
                State::Open => held += 1,
                State::Done => {}
            }
        }
        let was_open = state[vertex as usize] == State::Open;
        price.step(graph.is_source(vertex), was_open, open, fresh, held);
        open = open + fresh - u32::from(was_open);
        state[vertex as usize] = State::Done;
    }
    price
}

/// An order found, its price, and what finding it took.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) order: Vec<u32>,
    pub(super) price: Price,
}

/// Most greedy orders tried; what is still dear then is better looked at more widely.
const GREEDY: u32 = 32;

/// Orders side by side in the first beam; each next one has four times as many.
const NARROWEST: u32 = 4;

/// A score counts unopened neighbours, which is how far the table would grow for a moment, and above
/// that how far it would have grown for good: the same, less one if the vertex itself is open.
const AFTER: u64 = 1 << 32;

/// Finds orders for one component after the other; buffers are reused.
pub(super) struct Search<'a> {
    graph: &'a Graph,
    random: Random,
    state: Vec<State>,
    /// How good it is to sum each vertex out next; lower is better. See [`AFTER`].
    score: Vec<u64>,
    /// Is it open, or next to something open, and not done?
    reached: Vec<bool>,
    candidates: Vec<u32>,
    order: Vec<u32>,
    /// Units of work done so far: candidates weighed and edges walked.
    pub(super) effort: f64,
}

impl<'a> Search<'a> {
    pub(super) fn new(graph: &'a Graph) -> Self {
        let n = graph.vertices();
        Search {
            graph,
            random: Random::new(1),
            state: vec![State::Unopened; n],
            score: vec![0; n],
            reached: vec![false; n],
            candidates: Vec::with_capacity(n),
            order: Vec::with_capacity(n),
            effort: 0.0,
        }
    }

    /// A greedy order of the connected `component`, beginning with `start`. `None` if it would cost
    /// `limit` or more; else the order is in `self.order`.
    fn greedy(&mut self, component: &[u32], start: u32, limit: f64) -> Option<Price> {
        for &vertex in component {
            self.state[vertex as usize] = State::Unopened;
            self.reached[vertex as usize] = false;
            // one more for good, so that it does not go below zero
            self.score[vertex as usize] = AFTER + (AFTER + 1) * self.graph.around(vertex).len() as u64;
        }
        self.candidates.clear();
        self.order.clear();
        let mut open = 0;
        let mut price = Price::default();
        let mut next = start;
        loop {
            open = self.eliminate(next, open, &mut price);
            if price.cost >= limit {
                return None;
            }
            match self.pick() {
                Some(vertex) => next = vertex,
                None => return Some(price),
            }
        }
    }

    /// Takes the candidate that leaves the fewest open, then the one with the lowest peak on the way,
    /// then any.
    fn pick(&mut self) -> Option<u32> {
        self.effort += self.candidates.len() as f64;
        let (mut best, mut best_score, mut ties) = (None, u64::MAX, 1);
        for (at, &vertex) in self.candidates.iter().enumerate() {
            let score = self.score[vertex as usize];
            if score > best_score {
                continue;
            }
            if score < best_score {
                (best, best_score, ties) = (Some(at), score, 1);
            } else {
                ties += 1;
                if self.random.below(ties) == 0 {
                    best = Some(at);
                }
            }
        }
        best.map(|at| self.candidates.swap_remove(at))
    }

    /// Sums `vertex` out; returns how many are open then.
    fn eliminate(&mut self, vertex: u32, open: u32, price: &mut Price) -> u32 {
        let graph = self.graph;
        let was_open = self.state[vertex as usize] == State::Open;
        let (mut fresh, mut held) = (0, 0);
        self.reached[vertex as usize] = true;
        for neighbour in graph.around(vertex) {
            match self.state[neighbour.vertex as usize] {
                State::Unopened => {
                    self.open(neighbour.vertex);
                    fresh += 1;
                }
                State::Open => held += 1,
                State::Done => {}
            }
        }
        if !was_open {
            self.no_longer_unopened(vertex);
        }
        self.state[vertex as usize] = State::Done;
        self.order.push(vertex);
        price.step(graph.is_source(vertex), was_open, open, fresh, held);
        open + fresh - u32::from(was_open)
    }

    fn open(&mut self, vertex: u32) {
        self.state[vertex as usize] = State::Open;
        self.score[vertex as usize] -= AFTER;
        self.reach(vertex);
        self.no_longer_unopened(vertex);
        for neighbour in self.graph.around(vertex) {
            self.reach(neighbour.vertex);
        }
    }

    fn reach(&mut self, vertex: u32) {
        if !std::mem::replace(&mut self.reached[vertex as usize], true) {
            self.candidates.push(vertex);
        }
    }

    fn no_longer_unopened(&mut self, vertex: u32) {
        let around = self.graph.around(vertex);
        self.effort += around.len() as f64;
        for neighbour in around {
            self.score[neighbour.vertex as usize] -= AFTER + 1;
        }
    }

    /// The best order found: of several greedy ones first, then of ever wider beams, until `tries` are
    /// used up or planning took more than `worth` times the run it plans.
    pub(super) fn best(&mut self, component: &mut [u32], tries: u32, worth: f64) -> Found {
        let graph = self.graph;
        sorted::by_key(component, |&vertex| graph.around(vertex).len());
        let begun = self.effort;
        let mut found = Found { order: Vec::new(), price: Price { cost: f64::INFINITY, ..Price::default() } };
        for &start in component.iter().cycle().take(tries.clamp(1, GREEDY) as usize) {
            if let Some(price) = self.greedy(component, start, found.price.cost) {
                found.price = price;
                std::mem::swap(&mut found.order, &mut self.order);
            }
            if self.effort - begun > worth * found.price.cost {
                return found;
            }
        }
        self.widen(component, tries.saturating_sub(GREEDY), worth, begun, &mut found);
        found
    }

    /// Betters an order by beams. A beam is begun only if what it is expected to take is at most half of what
    /// is left to spend, as it seldom saves more than half of a run.
    fn widen(&mut self, component: &[u32], mut tries: u32, worth: f64, begun: f64, found: &mut Found) {
        let mut beam = Beam::new(self.graph, component);
        let mut width = NARROWEST;
        // an ordinary beam walks about so far; one that soon finds nothing cheaper tells nothing about the next
        let ordinary = (component.len() * component.len()) as f64;
        let mut expected = f64::from(width) * ordinary;
        while width <= tries && self.effort - begun + 2.0 * expected <= worth * found.price.cost {
            beam.effort = 0.0;
            if let Some(better) = beam.search(width as usize, found.price.cost) {
                *found = better;
            }
            self.effort += beam.effort;
            tries -= width;
            width *= 4;
            expected = f64::max(4.0 * beam.effort, f64::from(width) * ordinary);
        }
    }
}
