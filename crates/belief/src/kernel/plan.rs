//! A plan: the steps of one exact run, without weights.

use super::graph::{Graph, Shape};
use super::order::{Price, Search, State, power_of_two, price};
use super::problem::Problem;
use std::ops::Range;

/// Sums are brought back near 1 after this many steps, so that long chains do not underflow.
const RESCALE_EVERY: usize = 8;

/// One unit of planning takes about this many times as long as one unit of [`Plan::cost`].
const PLANNING_UNIT: f64 = 8.0;

/// How hard to look for a good order. Counted in operations, never in time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Budget {
    /// Most orders tried per connected component, alone or side by side; at least one is.
    pub tries: u32,
    /// How many runs the plan will serve. Looking stops when it took longer than they will.
    pub uses: u32,
}

impl Default for Budget {
    fn default() -> Self {
        Budget { tries: 400, uses: 1 }
    }
}

/// The steps that sum out every source and bit of a [`Problem`], in a good order.
///
/// A plan knows structure only: which bits with which parents. It serves every problem for which
/// [`Plan::fits`] holds, whatever the weights, and its cost is known before it runs.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    shape: Shape,
    /// Sources first, then bits.
    order: Vec<u32>,
    /// Sources that are in no bit.
    pub(super) free: Vec<u32>,
    pub(super) steps: Vec<Step>,
    pub(super) edges: Vec<Edge>,
    price: Price,
    effort: f64,
}

/// A step acts on a table over the open variables. A source is open in two states (0, 1), a bit in two
/// (unexplained, explained). Variable number k ("slot") is binary digit k of a table index; when it
/// closes, later ones move down by one.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Step {
    /// A source becomes the last slot.
    OpenSource { source: u32 },
    /// A source that was never open is summed out. Bits it meets first become the last slots.
    SumSource { source: u32, meets: Meets },
    /// An open source is summed out. Slots of its edges are counted without it.
    CloseSource { slot: u32, meets: Meets },
    /// A bit that was never open: all its parents are.
    ApplyBit { bit: u32, parents: Range<u32> },
    /// An open bit is summed out against its open parents. Slots of its edges are counted without it.
    CloseBit { slot: u32, bit: u32, parents: Range<u32> },
    /// Nothing is open: a component is done.
    EndComponent,
    /// The table is scaled by a power of two.
    Rescale,
}

/// Edges of a source that is summed out: `begin..fresh` to bits in the table, `fresh..end` to bits that
/// come in now.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Meets {
    pub(super) begin: u32,
    pub(super) fresh: u32,
    pub(super) end: u32,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Edge {
    pub(super) slot: u32,
    /// Position of its `stay` among those of all bits in turn.
    pub(super) stay: u32,
}

impl Plan {
    /// Looks for a cheap order, component by component.
    pub fn new(problem: &Problem, budget: Budget) -> Plan {
        let shape = Shape::of(problem);
        let graph = Graph::of(&shape);
        let mut search = Search::new(&graph);
        let worth = f64::from(budget.uses.max(1)) / PLANNING_UNIT;
        let mut order = Vec::with_capacity(graph.vertices());
        let mut total = Price::default();
        each_component(&graph, |component| {
            let found = search.best(component, budget.tries, worth);
            total.cost += found.price.cost;
            total.kept += found.price.kept;
            total.width = total.width.max(found.price.width);
            order.extend(found.order);
        });
        let effort = search.effort;
        Plan { effort, ..Plan::from_order(shape, &graph, order, total) }
    }

    /// Can this plan run `problem`? True if it has the same bits with the same parents in the same order.
    pub fn fits(&self, problem: &Problem) -> bool {
        self.shape.bits() == problem.bits.len() && self.shape.begins(problem)
    }

    /// A plan for `problem`, which is this plan's problem with one more bit at the end. Keeps the order
    /// and puts the new bit where it costs least of a few places: cheap, and nearly as good as new.
    ///
    /// If `problem` is of the same structure, it is this plan again; of any other, a new plan.
    pub fn extended(&self, problem: &Problem) -> Plan {
        if self.fits(problem) {
            return self.clone();
        }
        if self.shape.bits() + 1 != problem.bits.len() || !self.shape.begins(problem) {
            return Plan::new(problem, Budget::default());
        }
        let shape = Shape::of(problem);
        let graph = Graph::of(&shape);
        let new_bit = graph.vertices() as u32 - 1;
        let parents = shape.parents(shape.bits() - 1);
        let mut inserted: Vec<u32> = parents.iter().copied().filter(|s| self.free.contains(s)).collect();
        inserted.push(new_bit);

        let mut met = (0..self.order.len()).filter(|&at| parents.contains(&self.order[at]));
        let first = met.next().unwrap_or(0);
        let last = met.next_back().unwrap_or(first);
        let at_place = |place: usize| {
            let (before, after) = self.order.split_at(place.min(self.order.len()));
            before.iter().chain(&inserted).chain(after).copied()
        };
        let mut places = vec![first, first + 1, last, last + 1];
        places.dedup();
        let priced = places.into_iter().map(|place| (place, price(&graph, at_place(place))));
        let best = priced.min_by(|a, b| a.1.cost.total_cmp(&b.1.cost));
        let (place, total) = best.unwrap_or_default();
        let order = at_place(place).collect();
        Plan::from_order(shape, &graph, order, total)
    }

    fn from_order(shape: Shape, graph: &Graph, order: Vec<u32>, price: Price) -> Plan {
        let mut writer = Writer::new(graph);
        for &vertex in &order {
            writer.eliminate(vertex);
        }
        let Writer { steps, edges, .. } = writer;
        let free = (0..graph.sources as u32).filter(|&s| graph.around(s).is_empty()).collect();
        Plan { shape, order, free, steps, edges, price, effort: 0.0 }
    }

    /// Most variables open at once: the largest table has `2^width` numbers.
    pub fn width(&self) -> u32 {
        self.price.width
    }

    /// Table entries touched by one forward run. A posterior takes 0.5 to 1 nanosecond for each, and a
    /// few microseconds besides.
    pub fn cost(&self) -> f64 {
        self.price.cost
    }

    /// What looking for the order took, in units of [`Plan::cost`], rounded. A few places for one more bit
    /// are not counted.
    pub fn effort(&self) -> f64 {
        self.effort * PLANNING_UNIT
    }

    /// Memory for one run forward and backward, in bytes, rounded up. Saturates.
    pub fn bytes(&self) -> u64 {
        // the kept tables, and four to work with: forward, backward and two besides
        (8.0 * (self.price.kept + 4.0 * power_of_two(self.price.width))) as u64
    }

    /// Numbers in the largest table.
    pub(super) fn table_len(&self) -> usize {
        power_of_two(self.price.width.max(3)) as usize
    }

    /// Numbers in all tables kept for the backward run.
    pub(super) fn kept_len(&self) -> usize {
        self.price.kept as usize
    }
}

/// Calls `act` with the vertices of each connected component that has a bit.
fn each_component(graph: &Graph, mut act: impl FnMut(&mut [u32])) {
    let mut seen = vec![false; graph.vertices()];
    let mut component = Vec::with_capacity(graph.vertices());
    for root in 0..graph.vertices() as u32 {
        if seen[root as usize] || graph.is_source(root) && graph.around(root).is_empty() {
            continue;
        }
        component.clear();
        component.push(root);
        seen[root as usize] = true;
        let mut at = 0;
        while at < component.len() {
            for neighbour in graph.around(component[at]) {
                if !std::mem::replace(&mut seen[neighbour.vertex as usize], true) {
                    component.push(neighbour.vertex);
                }
            }
            at += 1;
        }
        act(&mut component);
    }
}

/// Turns an order into steps, keeping track of which variable is in which slot.
struct Writer<'a> {
    graph: &'a Graph,
    state: Vec<State>,
    slots: Vec<u32>,
    steps: Vec<Step>,
    edges: Vec<Edge>,
    since_rescale: usize,
}

impl<'a> Writer<'a> {
    fn new(graph: &'a Graph) -> Self {
        let n = graph.vertices();
        Writer {
            graph,
            state: vec![State::Unopened; n],
            slots: Vec::with_capacity(32),
            steps: Vec::with_capacity(n + n / 2),
            edges: Vec::with_capacity(4 * n),
            since_rescale: 0,
        }
    }

    fn eliminate(&mut self, vertex: u32) {
        if self.graph.is_source(vertex) {
            self.eliminate_source(vertex);
        } else {
            self.eliminate_bit(vertex);
        }
        self.state[vertex as usize] = State::Done;
        self.since_rescale += 1;
        if self.slots.is_empty() {
            self.steps.push(Step::EndComponent);
            self.since_rescale = 0;
        } else if self.since_rescale == RESCALE_EVERY {
            self.steps.push(Step::Rescale);
            self.since_rescale = 0;
        }
    }

    fn eliminate_source(&mut self, source: u32) {
        let slot = self.give_up_slot(source);
        let held = self.write_held_edges(source);
        for neighbour in self.graph.around(source) {
            if self.state[neighbour.vertex as usize] == State::Unopened {
                self.edges.push(Edge { slot: self.slots.len() as u32, stay: neighbour.edge });
                self.open(neighbour.vertex);
            }
        }
        let meets = Meets { begin: held.start, fresh: held.end, end: self.edges.len() as u32 };
        self.steps.push(match slot {
            Some(slot) => Step::CloseSource { slot, meets },
            None => Step::SumSource { source, meets },
        });
    }

    fn eliminate_bit(&mut self, vertex: u32) {
        for neighbour in self.graph.around(vertex) {
            if self.state[neighbour.vertex as usize] == State::Unopened {
                self.open(neighbour.vertex);
                self.steps.push(Step::OpenSource { source: neighbour.vertex });
            }
        }
        let bit = vertex - self.graph.sources as u32;
        let slot = self.give_up_slot(vertex);
        let parents = self.write_held_edges(vertex);
        self.steps.push(match slot {
            Some(slot) => Step::CloseBit { slot, bit, parents },
            None => Step::ApplyBit { bit, parents },
        });
    }

    fn open(&mut self, vertex: u32) {
        self.state[vertex as usize] = State::Open;
        self.slots.push(vertex);
    }

    fn give_up_slot(&mut self, vertex: u32) -> Option<u32> {
        let slot = self.slots.iter().position(|&held| held == vertex)?;
        self.slots.remove(slot);
        Some(slot as u32)
    }

    /// Edges to open neighbours, by slot.
    fn write_held_edges(&mut self, vertex: u32) -> Range<u32> {
        let begin = self.edges.len();
        for neighbour in self.graph.around(vertex) {
            if let Some(slot) = self.slots.iter().position(|&held| held == neighbour.vertex) {
                let slot = slot as u32;
                let place = self.edges[begin..].partition_point(|edge| edge.slot < slot);
                self.edges.insert(begin + place, Edge { slot, stay: neighbour.edge });
            }
        }
        begin as u32..self.edges.len() as u32
    }
}
