//! A fixed set of cases on the real guide's network; each gives a hash of the bits of its answer.

#[path = "../../../crates/belief/examples/guide_cases/mod.rs"]
mod guide_cases;

use belief::kernel::{Budget, Evidence, Plan, Posterior, Scratch, compile, posterior, with_evidence};
use guide_cases::{Dice, World};
use std::cell::RefCell;

/// Cases of each kind.
const EACH: usize = 20;
/// Edges to zones below this are left out, so that even every zone at once is solved.
const LEAST: f64 = 0.2;
/// Costlier plans are left out of the set: time would tell of memory only.
const MOST: f64 = 2e7;
/// Cases with answers also try so many tests.
const TESTS: usize = 20;

struct Bench {
    world: World,
    cases: Vec<Vec<Evidence>>,
    scratch: Scratch,
}

impl Bench {
    fn new() -> Option<Bench> {
        let world = World::new(LEAST, usize::MAX).ok()?;
        let mut dice = Dice(11);
        let mut cases = vec![world.all_zones()];
        for (answers, presses) in [(0, false), (12, false), (usize::MAX, true)] {
            for _ in 0..EACH {
                let levels = world.person(&mut dice);
                let told = world.told(&mut dice, &levels, answers, presses);
                if Plan::new(&compile(&world.network, &told), Budget::default()).cost() <= MOST {
                    cases.push(told);
                }
            }
        }
        Some(Bench { world, cases, scratch: Scratch::default() })
    }

    /// Solves a case and tries some tests on it; a hash of all bits, 0 if it cannot be solved.
    fn run(&mut self, case: usize) -> u64 {
        let Some(evidence) = self.cases.get(case) else { return 0 };
        let network = &self.world.network;
        let problem = compile(network, evidence);
        let plan = Plan::new(&problem, Budget::default());
        let Ok(found) = posterior(&problem, &plan, &mut self.scratch) else { return 0 };
        let mut hash = add(0xCBF2_9CE4_8422_2325, &found);
        if plan.cost() > MOST / 100.0 {
            return hash;
        }
        let open = (0..network.nodes.len()).filter(|&node| evidence[node] == Evidence::Unknown);
        for node in open.take(TESTS) {
            let next = with_evidence(&problem, &network.nodes[node], Evidence::Level(0));
            if let Ok(found) = posterior(&next, &plan, &mut self.scratch) {
                hash = add(hash, &found);
            }
        }
        hash
    }
}

/// FNV-1a over words.
fn add(hash: u64, found: &Posterior) -> u64 {
    let words = found.marginals.iter().chain([&found.log_z]).map(|x| x.to_bits());
    words.fold(hash, |hash, word| (hash ^ word).wrapping_mul(0x0100_0000_01B3))
}

thread_local! {
    static BENCH: RefCell<Option<Bench>> = RefCell::new(Bench::new());
}

/// Sets up if that was not done yet; how many cases there are, 0 if the guide cannot be read.
#[unsafe(no_mangle)]
pub extern "C" fn cases() -> u32 {
    BENCH.with_borrow(|bench| bench.as_ref().map_or(0, |bench| bench.cases.len() as u32))
}

/// Solves one case; a hash of the bits of all its answers.
#[unsafe(no_mangle)]
pub extern "C" fn run(case: u32) -> u64 {
    BENCH.with_borrow_mut(|bench| bench.as_mut().map_or(0, |bench| bench.run(case as usize)))
}
