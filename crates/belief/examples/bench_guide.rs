//! How long the kernel takes on the real guide's network, one style:
//! `cargo run --release -p belief --example bench_guide`. A threshold and a cap of the edges to zones may follow:
//! `-- 0.15 10`. Fixed seeds: the same problems every time.

mod guide_cases;

use belief::Subject;
use belief::kernel::{Budget, Evidence, Limits, Plan, Problem, Scratch, compile, posterior, with_evidence};
use guide_cases::{Dice, World};
use std::hint::black_box;
use std::time::Instant;

const CASES: usize = 60;
const REPEATS: usize = 7;
/// Costlier plans are counted, not run.
const MOST: f64 = 4e8;
const TESTS: usize = 60;
/// A plan for so many runs takes about as long as they do.
const TEST_USES: u32 = 12;

/// Milliseconds, the least of a few repeats.
fn time<T>(mut act: impl FnMut() -> T) -> f64 {
    let once = |_| {
        #[expect(clippy::disallowed_methods, reason = "a benchmark reads the clock")]
        let begun = Instant::now();
        black_box(act());
        begun.elapsed().as_secs_f64() * 1e3
    };
    (0..REPEATS).map(once).fold(f64::INFINITY, f64::min)
}

/// Compile, plan and posterior.
fn all_of_it(world: &World, evidence: &[Evidence], scratch: &mut Scratch) -> f64 {
    time(|| {
        let problem = compile(&world.network, evidence);
        posterior(&problem, &Plan::new(&problem, Budget::default()), scratch)
    })
}

/// A plan for many runs, and the outcome "nothing" of each test, from which the other follows by difference.
fn tests(world: &World, problem: &Problem, scratch: &mut Scratch, open: &[usize]) -> f64 {
    time(|| {
        let plan = Plan::new(problem, Budget { uses: TEST_USES, ..Budget::default() });
        for &node in open {
            let next = with_evidence(problem, &world.network.nodes[node], Evidence::Level(0));
            let _ = black_box(posterior(&next, &plan, scratch));
        }
    })
}

#[expect(clippy::print_stdout, reason = "a benchmark prints")]
fn workload(name: &str, world: &World, answers: usize, presses: bool) {
    let mut dice = Dice(11);
    let mut scratch = Scratch::default();
    let (mut times, mut next, mut costs, mut beyond) = (vec![], vec![], vec![], 0);
    for _ in 0..CASES {
        let levels = world.person(&mut dice);
        let evidence = world.told(&mut dice, &levels, answers, presses);
        let problem = compile(&world.network, &evidence);
        let plan = Plan::new(&problem, Budget::default());
        costs.push(plan.cost());
        beyond += usize::from(!Limits::default().allow(&plan));
        if plan.cost() > MOST {
            times.push(f64::INFINITY);
            next.push(f64::INFINITY);
            continue;
        }
        times.push(all_of_it(world, &evidence, &mut scratch));
        if plan.cost() < MOST / TESTS as f64 {
            let mut open = world.places(|subject| !matches!(subject, Subject::Zone(_)));
            open.retain(|&node| evidence[node] == Evidence::Unknown);
            open.truncate(TESTS);
            next.push(tests(world, &problem, &mut scratch, &open));
        }
    }
    println!("{name}: {CASES} cases, {beyond} beyond the default limits");
    show("compile + plan + posterior, ms", times);
    if !presses {
        show("60 more tests, ms", next);
    }
    show("cost of the plan, millions", costs.into_iter().map(|cost| cost / 1e6).collect());
}

#[expect(clippy::print_stdout, reason = "a benchmark prints")]
fn show(name: &str, mut values: Vec<f64>) {
    values.sort_by(f64::total_cmp);
    let at = |share: f64| values[(share * (values.len() - 1) as f64) as usize];
    println!(
        "  {name:<32} least {:>8.3}   median {:>8.3}   p90 {:>10.3}   p99 {:>10.3}",
        at(0.0),
        at(0.5),
        at(0.9),
        at(0.99)
    );
}

#[expect(clippy::print_stdout, reason = "a benchmark prints")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let least: f64 = words.next().map_or(Ok(0.0), |word| word.parse())?;
    let most: usize = words.next().map_or(Ok(usize::MAX), |word| word.parse())?;
    let world = World::new(least, most)?;

    let problem = compile(&world.network, &world.all_zones());
    let plan = Plan::new(&problem, Budget::default());
    println!("every zone: width {}, cost {:.1e}, {} MB", plan.width(), plan.cost(), plan.bytes() >> 20);
    if plan.cost() <= MOST {
        let mut scratch = Scratch::default();
        let all = all_of_it(&world, &world.all_zones(), &mut scratch);
        let planning = time(|| Plan::new(&problem, Budget::default()));
        println!("  compile + plan + posterior {all:.2} ms, of which planning {planning:.2} ms");
    }
    workload("paint", &world, 0, false);
    workload("paint, 12 answers", &world, 12, false);
    workload("paint, every answer, every press", &world, usize::MAX, true);
    Ok(())
}
