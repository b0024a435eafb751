//! Many people at once: a new world for every few, both cores, the same result in the same order.

use crate::people::atlas_of;
use belief::Weights;
use case::Case;
use guide::Guide;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use trial::{Atlas, Person, Scenario, World};

/// People who share a world: the world's errors are drawn again so often.
const A_WORLD: usize = 25;

/// What is measured, and what measures.
pub(crate) struct Bench {
    pub(crate) guide: Guide,
    pub(crate) weights: Weights,
    atlas: Atlas,
}

/// Which people.
#[derive(Clone, Copy)]
pub(crate) struct Crowd {
    pub(crate) scenario: Scenario,
    /// Only those whose main source is a gluteal point.
    pub(crate) gluteal: bool,
    /// Crowds of different seeds share nobody.
    pub(crate) seed: u64,
    pub(crate) people: usize,
}

impl Bench {
    /// The guide that is compiled in.
    #[cfg(test)]
    pub(crate) fn new() -> Result<Bench, String> {
        Ok(Bench::of(Guide::embedded("en").map_err(|problems| problems.to_string())?))
    }

    /// Another guide, or one with other numbers.
    pub(crate) fn of(guide: Guide) -> Bench {
        Bench { weights: Weights::of(&guide), atlas: atlas_of(&guide), guide }
    }

    /// P(active) of each cell.
    pub(crate) fn belief(&self, case: &Case) -> Result<Vec<f64>, String> {
        self.weights.probabilities(&self.guide, case).map_err(|problem| problem.to_string())
    }

    /// The truth, cell by cell.
    pub(crate) fn truth(&self, person: &Person<'_>) -> Vec<bool> {
        let active = |cell: &belief::Cell| person.is_active(cell.source.ix(), crate::people::there(cell.side));
        self.weights.cells().iter().map(active).collect()
    }

    /// Sees every person of a crowd, in order.
    pub(crate) fn each<T: Send>(
        &self,
        crowd: Crowd,
        see: impl Fn(u64, Person<'_>) -> Result<T, String> + Sync,
    ) -> Result<Vec<T>, String> {
        let body = World::new(&self.atlas, crowd.scenario, 0).map_err(|problem| problem.to_string())?;
        let worlds = crowd.people.div_ceil(A_WORLD);
        let open = AtomicUsize::new(0);
        let seen = Mutex::new((0..worlds).map(|_| Vec::new()).collect::<Vec<_>>());
        let work = || -> Result<(), String> {
            loop {
                let at = open.fetch_add(1, Ordering::Relaxed);
                if at >= worlds {
                    return Ok(());
                }
                let found = in_one_world(&body, crowd, at, &see)?;
                seen.lock().map_err(|_| "another thread failed")?[at] = found;
            }
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        let ends: Vec<Result<(), String>> = std::thread::scope(|scope| {
            let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            running.into_iter().map(|thread| thread.join().unwrap_or_else(|_| Err("a thread failed".into()))).collect()
        });
        ends.into_iter().collect::<Result<(), String>>()?;
        let seen = seen.into_inner().map_err(|_| "a thread failed")?;
        Ok(seen.into_iter().flatten().collect())
    }
}

fn in_one_world<T>(
    body: &World,
    crowd: Crowd,
    at: usize,
    see: &impl Fn(u64, Person<'_>) -> Result<T, String>,
) -> Result<Vec<T>, String> {
    let world = body.again(crowd.seed << 32 | at as u64);
    let seeds = at * A_WORLD..((at + 1) * A_WORLD).min(crowd.people);
    let person = |seed: usize| {
        let seed = seed as u64;
        let person = if crowd.gluteal { world.gluteal_person(seed) } else { world.person(seed) };
        see(crowd.seed << 32 | seed, person)
    };
    seeds.map(person).collect()
}
