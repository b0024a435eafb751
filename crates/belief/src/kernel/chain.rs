//! One Gibbs chain over the states of the sources.

use super::exact::Impossible;
use super::problem::{Bit, LogProduct, Problem};
use super::random::Random;

/// Times each chain starts afresh, so that one unlucky start cannot hold it for good.
const RESTARTS: u32 = 4;

/// A bit and its active parents. The product of their `stay` has zeros counted apart, so that one can
/// be taken out again.
#[derive(Clone, Copy, Debug)]
struct Finding {
    fired: f64,
    unfired: f64,
    product: f64,
    zeros: u32,
}

impl Finding {
    fn of(bit: &Bit) -> Self {
        Finding { fired: bit.fired, unfired: bit.unfired, product: 1.0, zeros: 0 }
    }

    #[inline]
    fn with(self, stay: f64) -> Self {
        if stay == 0.0 {
            Finding { zeros: self.zeros + 1, ..self }
        } else {
            Finding { product: self.product * stay, ..self }
        }
    }

    #[inline]
    fn without(self, stay: f64) -> Self {
        if stay == 0.0 {
            Finding { zeros: self.zeros - 1, ..self }
        } else {
            Finding { product: self.product / stay, ..self }
        }
    }

    #[inline]
    fn weight(self) -> f64 {
        let u = if self.zeros > 0 { 0.0 } else { self.product };
        self.fired * (1.0 - u) + self.unfired * u
    }
}

/// One chain; its state always has a weight above 0.
pub(super) struct Chain<'a> {
    problem: &'a Problem,
    /// (bit, stay) of each source.
    touches: Vec<Vec<(u32, f64)>>,
    /// May it be active at all?
    allowed: Vec<bool>,
    active: Vec<bool>,
    findings: Vec<Finding>,
    random: Random,
}

impl<'a> Chain<'a> {
    pub(super) fn new(problem: &'a Problem, seed: u64) -> Result<Self, Impossible> {
        let sources = problem.a0.len();
        let mut touches = vec![Vec::new(); sources];
        let mut allowed: Vec<bool> = problem.a1.iter().map(|&a1| a1 > 0.0).collect();
        for (b, bit) in problem.bits.iter().enumerate() {
            for &(source, stay) in &bit.parents {
                touches[source as usize].push((b as u32, stay));
                if bit.fired == 0.0 && stay == 0.0 {
                    allowed[source as usize] = false;
                }
            }
        }
        let stuck = |s: usize| !allowed[s] && problem.a0[s] <= 0.0;
        if !problem.log_const.is_finite() || (0..sources).any(stuck) {
            return Err(Impossible);
        }
        let findings = problem.bits.iter().map(Finding::of).collect();
        let active = vec![false; sources];
        Ok(Chain { problem, touches, allowed, active, findings, random: Random::new(seed) })
    }

    /// Mean chance of each source being active, and the mean inverse of the watched bits.
    pub(super) fn run(&mut self, sweeps: u32, watched: &[u32]) -> Result<(Vec<f64>, f64), Impossible> {
        let mut totals = vec![0.0; self.active.len()];
        let mut inverse = 0.0;
        let counted = (sweeps / RESTARTS).max(1);
        for _ in 0..RESTARTS {
            self.start()?;
            for _ in 0..counted / 10 {
                self.sweep(|_, _| {});
            }
            for _ in 0..counted {
                self.sweep(|source, chance| totals[source] += chance);
                inverse += 1.0 / watched.iter().map(|&b| self.weight(b)).product::<f64>();
            }
        }
        let count = f64::from(counted * RESTARTS);
        for total in &mut totals {
            *total = (*total / count).min(1.0);
        }
        Ok((totals, inverse / count))
    }

    /// A state drawn from what is known of each source alone, then repaired: a finding of weight 0 gets
    /// a parent. That can only help the others, so a start is found if there is one.
    fn start(&mut self) -> Result<(), Impossible> {
        for s in 0..self.active.len() {
            let (a0, a1) = (self.problem.a0[s], self.problem.a1[s]);
            self.active[s] = self.allowed[s] && self.random.unit() * (a0 + a1) < a1;
        }
        for bit in 0..self.findings.len() as u32 {
            self.recount(bit);
        }
        for bit in 0..self.findings.len() as u32 {
            if self.weight(bit) > 0.0 {
                continue;
            }
            let helps = |&&(source, stay): &&(u32, f64)| self.allowed[source as usize] && stay < 1.0;
            let helpers: Vec<u32> =
                self.problem.bits[bit as usize].parents.iter().filter(helps).map(|parent| parent.0).collect();
            if helpers.is_empty() {
                return Err(Impossible);
            }
            let helper = helpers[self.random.below(helpers.len())] as usize;
            if !self.active[helper] {
                self.flip(helper);
            }
            if self.weight(bit) <= 0.0 {
                return Err(Impossible);
            }
        }
        Ok(())
    }

    fn sweep(&mut self, mut count: impl FnMut(usize, f64)) {
        for source in 0..self.active.len() {
            let chance = self.chance(source);
            count(source, chance);
            if (self.random.unit() < chance) != self.active[source] {
                self.flip(source);
            }
        }
        for bit in 0..self.findings.len() {
            self.exchange(bit);
        }
    }

    /// P(active | all other sources as they are).
    fn chance(&self, source: usize) -> f64 {
        let (mut inactive, mut active) = (self.problem.a0[source], self.problem.a1[source]);
        for &(bit, stay) in &self.touches[source] {
            let now = self.findings[bit as usize];
            let (without, with) = if self.active[source] { (now.without(stay), now) } else { (now, now.with(stay)) };
            inactive *= without.weight();
            active *= with.weight();
        }
        let sum = inactive + active;
        if sum > 0.0 {
            active / sum
        } else {
            // out of range both ways: stay
            f64::from(u8::from(self.active[source]))
        }
    }

    /// Offers to swap an active parent of a finding for an inactive one (Metropolis; the offer is as
    /// likely as the way back).
    fn exchange(&mut self, bit: usize) {
        let parents = &self.problem.bits[bit].parents;
        if parents.is_empty() {
            return;
        }
        let out = parents[self.random.below(parents.len())].0 as usize;
        let into = parents[self.random.below(parents.len())].0 as usize;
        if !self.active[out] || self.active[into] || !self.allowed[into] {
            return;
        }
        let before = self.log_weight(out, into);
        self.flip(out);
        self.flip(into);
        let after = self.log_weight(out, into);
        let accepted = libm::log(self.random.unit()) < after - before;
        if !accepted {
            self.flip(into);
            self.flip(out);
        }
    }

    /// Log weight of everything that concerns either source.
    fn log_weight(&self, a: usize, b: usize) -> f64 {
        let alone = |s: usize| if self.active[s] { self.problem.a1[s] } else { self.problem.a0[s] };
        let mut product = LogProduct::ONE;
        product.times(alone(a));
        product.times(alone(b));
        for &(bit, _) in &self.touches[a] {
            product.times(self.weight(bit));
        }
        for &(bit, _) in &self.touches[b] {
            if self.touches[a].binary_search_by_key(&bit, |touch| touch.0).is_err() {
                product.times(self.weight(bit));
            }
        }
        product.log()
    }

    fn weight(&self, bit: u32) -> f64 {
        self.findings[bit as usize].weight()
    }

    /// Products are taken afresh: what multiplying and dividing leaves of 1 would turn an impossible state
    /// into a barely possible one.
    fn flip(&mut self, source: usize) {
        self.active[source] = !self.active[source];
        for at in 0..self.touches[source].len() {
            self.recount(self.touches[source][at].0);
        }
    }

    fn recount(&mut self, bit: u32) {
        let mut finding = Finding::of(&self.problem.bits[bit as usize]);
        for &(source, stay) in &self.problem.bits[bit as usize].parents {
            if self.active[source as usize] {
                finding = finding.with(stay);
            }
        }
        self.findings[bit as usize] = finding;
    }
}
