//! A wider search for an order, for components that are dear to run: many orders grow side by side.
//!
//! Orders that have summed out the same vertices differ only in what that cost, so the dearer one is
//! dropped. How many stay open is submodular in what is done: a vertex that leaves no more open now never
//! leaves more open later, so it is taken at once and nothing is lost by not looking further.

use super::graph::Graph;
use super::order::{Found, Price, State, power_of_two};
use super::random::Random;
use std::cmp::Ordering;

/// What lies ahead is taken for so many tables like the present one.
const AHEAD: f64 = 3.0;

/// One vertex in one growing order.
#[derive(Clone, Copy, Debug)]
struct Seat {
    state: State,
    /// Is it open, or next to something open, or was it?
    reached: bool,
    /// Neighbours not opened yet.
    fresh: u32,
    /// Neighbours that are open.
    held: u32,
}

/// An order under way.
#[derive(Clone, Debug)]
struct Growing {
    seats: Vec<Seat>,
    open: u32,
    price: Price,
    /// Names the set of what is done, whatever the order.
    key: u64,
    /// Last link of [`Beam::trail`].
    last: u32,
}

/// A next vertex for one of the orders.
#[derive(Clone, Copy, Debug)]
struct Offer {
    score: f64,
    cost: f64,
    key: u64,
    from: u32,
    seat: u32,
}

/// Searches one component.
pub(super) struct Beam<'a> {
    graph: &'a Graph,
    component: &'a [u32],
    /// For each vertex of the graph, its seat; only those of the component mean something.
    seat_of: Vec<u32>,
    keys: Vec<u64>,
    /// (link before, vertex): the orders, joined where they agree.
    trail: Vec<(u32, u32)>,
    offers: Vec<Offer>,
    now: Vec<Growing>,
    next: Vec<Growing>,
    /// Units of work so far, as [`Search::effort`](super::order::Search::effort).
    pub(super) effort: f64,
}

impl<'a> Beam<'a> {
    pub(super) fn new(graph: &'a Graph, component: &'a [u32]) -> Self {
        let mut seat_of = vec![0; graph.vertices()];
        for (seat, &vertex) in (0..).zip(component) {
            seat_of[vertex as usize] = seat;
        }
        let mut random = Random::new(2);
        let keys = component.iter().map(|_| random.bits()).collect();
        let (trail, offers, now, next) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Beam { graph, component, seat_of, keys, trail, offers, now, next, effort: 0.0 }
    }

    /// The cheapest order found with `width` of them side by side, if it costs less than `limit`.
    pub(super) fn search(&mut self, width: usize, limit: f64) -> Option<Found> {
        self.begin();
        for _ in 0..self.component.len() {
            self.offer(limit);
            self.choose(width);
            self.grow();
            if self.now.is_empty() {
                return None;
            }
        }
        let best = self.now.first()?;
        Some(Found { order: self.order(best.last), price: best.price })
    }

    fn begin(&mut self) {
        let seat = |&vertex: &u32| {
            let fresh = self.graph.around(vertex).len() as u32;
            Seat { state: State::Unopened, reached: false, fresh, held: 0 }
        };
        let seats = self.component.iter().map(seat).collect();
        self.trail.clear();
        self.now.clear();
        self.now.push(Growing { seats, open: 0, price: Price::default(), key: 0, last: u32::MAX });
    }

    /// Lists what each order may take next.
    fn offer(&mut self, limit: f64) {
        self.offers.clear();
        for (from, growing) in (0..).zip(&self.now) {
            let first = growing.last == u32::MAX;
            let begin = self.offers.len();
            let mut harmless = u32::MAX;
            for (seat, it) in (0..).zip(&growing.seats) {
                if it.state == State::Done || !(it.reached || first) {
                    continue;
                }
                let was_open = it.state == State::Open;
                let is_harmless = it.fresh <= u32::from(was_open) && !first;
                // of the harmless ones, that which opens least; then the first
                if is_harmless && it.fresh >= harmless || !is_harmless && harmless != u32::MAX {
                    continue;
                }
                if is_harmless {
                    harmless = it.fresh;
                    self.offers.truncate(begin);
                }
                let mut price = growing.price;
                price.step(self.is_source(seat), was_open, growing.open, it.fresh, it.held);
                let open = growing.open + it.fresh - u32::from(was_open);
                let score = price.cost + AHEAD * power_of_two(open);
                let key = growing.key ^ self.keys[seat as usize];
                self.offers.push(Offer { score, cost: price.cost, key, from, seat });
                if is_harmless && it.fresh == 0 && was_open {
                    break;
                }
            }
        }
        self.effort += (self.now.len() * self.component.len()) as f64 / 2.0 + 2.0 * self.offers.len() as f64;
        self.offers.retain(|offer| offer.cost < limit);
    }

    /// Keeps the best offers, one for each set of what is done.
    fn choose(&mut self, width: usize) {
        let by_score = |a: &Offer, b: &Offer| a.score.total_cmp(&b.score).then(a.key.cmp(&b.key));
        // twice as many as wanted, as some will turn out the same
        if self.offers.len() > 2 * width {
            self.offers.select_nth_unstable_by(2 * width, by_score);
            self.offers.truncate(2 * width);
        }
        let by_key =
            |a: &Offer, b: &Offer| a.key.cmp(&b.key).then(a.score.total_cmp(&b.score)).then(seat(a).cmp(&seat(b)));
        sort(&mut self.offers, &by_key);
        self.offers.dedup_by_key(|offer| offer.key);
        sort(&mut self.offers, &by_score);
        self.offers.truncate(width);
    }

    /// Takes the offers up.
    fn grow(&mut self) {
        for at in 0..self.offers.len() {
            let Offer { from, seat, key, .. } = self.offers[at];
            let parent = &self.now[from as usize];
            if at == self.next.len() {
                self.next.push(parent.clone());
            } else {
                let Growing { seats, .. } = &mut self.next[at];
                seats.copy_from_slice(&parent.seats);
                (self.next[at].open, self.next[at].price) = (parent.open, parent.price);
            }
            self.trail.push((parent.last, self.component[seat as usize]));
            self.next[at].last = self.trail.len() as u32 - 1;
            self.next[at].key = key;
            self.eliminate(at, seat);
        }
        self.next.truncate(self.offers.len());
        std::mem::swap(&mut self.now, &mut self.next);
    }

    fn eliminate(&mut self, at: usize, seat: u32) {
        let graph = self.graph;
        let vertex = self.component[seat as usize];
        let is_source = self.is_source(seat);
        let Growing { seats, open, price, .. } = &mut self.next[at];
        let it = seats[seat as usize];
        let was_open = it.state == State::Open;
        price.step(is_source, was_open, *open, it.fresh, it.held);
        *open = *open + it.fresh - u32::from(was_open);
        self.effort += graph.around(vertex).len() as f64;
        for neighbour in graph.around(vertex) {
            let near = self.seat_of[neighbour.vertex as usize] as usize;
            if was_open {
                seats[near].held -= 1;
            } else {
                seats[near].fresh -= 1;
            }
            if seats[near].state != State::Unopened {
                continue;
            }
            seats[near].state = State::Open;
            seats[near].reached = true;
            self.effort += graph.around(neighbour.vertex).len() as f64;
            for beyond in graph.around(neighbour.vertex) {
                let far = &mut seats[self.seat_of[beyond.vertex as usize] as usize];
                far.reached = true;
                far.fresh -= 1;
                far.held += 1;
            }
        }
        seats[seat as usize].state = State::Done;
    }

    fn is_source(&self, seat: u32) -> bool {
        self.graph.is_source(self.component[seat as usize])
    }

    fn order(&self, last: u32) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.component.len());
        let mut link = last;
        while let Some(&(before, vertex)) = self.trail.get(link as usize) {
            order.push(vertex);
            link = before;
        }
        order.reverse();
        order
    }
}

fn seat(offer: &Offer) -> (u32, u32) {
    (offer.from, offer.seat)
}

/// One piece of code for both orders.
fn sort(offers: &mut [Offer], order: &dyn Fn(&Offer, &Offer) -> Ordering) {
    offers.sort_unstable_by(order);
}
