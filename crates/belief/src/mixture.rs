//! Runs every setting and weighs them: P(x | e) = sum over settings of P(setting | e) P(x | e, setting).

use crate::compose::Composer;
use crate::kernel::{self, Budget, Evidence, Impossible, Limits, Method, Network, Plan, Posterior, Problem, Scratch};
use crate::setting::{Bend, Setting, Style};
use crate::told::{About, control_likelihood};
use guide::shape::Side;

/// Orders tried for a plan, if the runs it serves are worth it.
const TRIES: u32 = 100;
/// About how many runs one plan serves besides all settings: reasons, bends, tests.
const MORE_USES: u32 = 24;
/// Work units (a nanosecond or so each) that reasons and tests may cost each; planned, never timed.
const AFFORDABLE: f64 = 7e5;
/// Work units that all settings together may cost. A wider case is solved with few settings: released states count as
/// single drops, and nobody swaps their sides.
const WAITABLE: f64 = 1e8;
/// Runs that are always afforded.
const ALWAYS: usize = 4;
/// Beyond this a setting is sampled, not solved.
const LIMITS: Limits = Limits { max_width: 20, max_cost: 1e7, max_bytes: 64 << 20, sweeps: 1_000 };
/// Reasons, ties and tests of a sampled case need the direction more than the digits.
const ASIDE: Limits = Limits { sweeps: 200, ..LIMITS };

/// Solves problems, keeping the last plan while it fits.
pub(crate) struct Solver {
    scratch: Scratch,
    plan: Option<Plan>,
    /// How many runs a plan is expected to serve.
    uses: u32,
}

impl Solver {
    /// For the settings of a case and what is looked at besides.
    pub(crate) fn for_all() -> Solver {
        Solver { scratch: Scratch::default(), plan: None, uses: MORE_USES }
    }

    /// For the settings of a case alone.
    pub(crate) fn for_settings() -> Solver {
        Solver { uses: 0, ..Solver::for_all() }
    }

    /// One setting of the case itself.
    fn settle(&mut self, problem: &Problem) -> Result<(Posterior, Method), Impossible> {
        self.run(problem, &LIMITS)
    }

    /// A variation of it: without a finding, with a test's outcome, with numbers bent.
    pub(crate) fn vary(&mut self, problem: &Problem) -> Result<Posterior, Impossible> {
        Ok(self.run(problem, &ASIDE)?.0)
    }

    fn run(&mut self, problem: &Problem, limits: &Limits) -> Result<(Posterior, Method), Impossible> {
        self.plan_for(problem);
        kernel::solve(problem, self.plan.as_ref(), limits, &mut self.scratch)
    }

    fn plan_for(&mut self, problem: &Problem) -> &Plan {
        if !self.plan.as_ref().is_some_and(|plan| plan.fits(problem)) {
            self.plan = None;
        }
        let uses = self.uses;
        self.plan.get_or_insert_with(|| Plan::new(problem, Budget { tries: TRIES, uses }))
    }

    /// How many of `wanted` runs like the last one are affordable. Wide cases get fewer, never none.
    pub(crate) fn afford(&self, wanted: usize) -> usize {
        let cost = self.plan.as_ref().map_or(1.0, |plan| plan.cost().clamp(1.0, LIMITS.max_cost));
        ((AFFORDABLE / cost) as usize).clamp(ALWAYS, wanted.max(ALWAYS)).min(wanted)
    }
}

/// One setting, solved.
pub(crate) struct Component {
    pub(crate) setting: Setting,
    pub(crate) network: Network,
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) problem: Problem,
    pub(crate) marginals: Vec<f64>,
    /// Log probability of the evidence in this setting.
    pub(crate) log_z: f64,
    /// P(setting | evidence).
    pub(crate) weight: f64,
}

impl Component {
    /// One setting alone.
    pub(crate) fn solved(
        composer: Composer<'_>,
        setting: Setting,
        solver: &mut Solver,
    ) -> Result<Component, Impossible> {
        let (network, evidence) = composer.network(&setting);
        let problem = kernel::compile(&network, &evidence);
        let Posterior { log_z, marginals } = solver.vary(&problem)?;
        Ok(Component { setting, network, evidence, problem, marginals, log_z, weight: 1.0 })
    }
}

/// All settings, solved and weighed.
pub(crate) struct Mixture {
    pub(crate) components: Vec<Component>,
    /// P(active | evidence) of each cell.
    pub(crate) marginals: Vec<f64>,
    pub(crate) method: Method,
}

impl Mixture {
    /// Nothing if its settings together are wider than can be waited for, unless `anyway`.
    pub(crate) fn of(composer: Composer<'_>, solver: &mut Solver, anyway: bool) -> Result<Option<Mixture>, Impossible> {
        let mut components = Vec::new();
        let mut logs = Vec::new();
        let mut method = Method::Exact { width: 0 };
        let settings = settings(composer, anyway);
        let count = settings.len() as f64;
        solver.uses += settings.len() as u32;
        for setting in settings {
            let (network, evidence) = composer.network(&setting);
            let problem = kernel::compile(&network, &evidence);
            if !anyway && components.is_empty() && solver.plan_for(&problem).cost() * count > WAITABLE {
                return Ok(None);
            }
            let (posterior, how) = solver.settle(&problem)?;
            logs.push(log_prior(composer, &setting) + posterior.log_z);
            method = worse(method, how);
            let Posterior { log_z, marginals } = posterior;
            components.push(Component { setting, network, evidence, problem, marginals, log_z, weight: 0.0 });
        }
        let top = logs.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = logs.iter().map(|log| libm::exp(log - top)).sum();
        for (component, log) in components.iter_mut().zip(logs) {
            component.weight = libm::exp(log - top) / total;
        }
        let mut marginals = vec![0.0; composer.weights.cells.len()];
        for component in &components {
            for (sum, p) in marginals.iter_mut().zip(&component.marginals) {
                *sum += component.weight * p;
            }
        }
        if sides_mean_nothing(composer) {
            let swapped = composer.weights.model.styles.swapped;
            let mirrored = composer.weights.mirror.iter().map(|&other| swapped * marginals[other]);
            marginals = mirrored.zip(&marginals).map(|(other, p)| other + (1.0 - swapped) * p).collect();
        }
        Ok(Some(Mixture { components, marginals, method }))
    }

    /// The likeliest setting; reasons and tests are computed under it.
    pub(crate) fn likeliest(&self) -> &Component {
        let first = &self.components[0];
        self.components.iter().fold(first, |best, c| if c.weight > best.weight { c } else { best })
    }

    pub(crate) fn sore_everywhere(&self) -> f64 {
        self.components.iter().filter(|c| c.setting.style.sore).map(|c| c.weight).sum()
    }
}

/// Does only the drawing tell left from right, and is the network the same on both? Then swapped sides are the mirror
/// image, and need not be solved.
fn sides_mean_nothing(composer: Composer<'_>) -> bool {
    if composer.weights.lopsided {
        return false;
    }
    let sideless = |about: About| matches!(about, About::Spot(_) | About::Place(_) | About::Question(_, Side::Midline));
    composer.told.items.iter().all(|item| sideless(item.about))
}

/// Every style with every combination of worked and failed releases; a `few` without those who swap their sides.
fn settings(composer: Composer<'_>, few: bool) -> Vec<Setting> {
    let kept = composer.told.kept;
    let mut settings = Vec::new();
    let unswapped = few || sides_mean_nothing(composer);
    for style in Style::all(composer.told.pressed()).into_iter().filter(|style| !(unswapped && style.swapped)) {
        for mask in 0..1usize << kept {
            let worked = (0..kept).map(|bit| mask >> bit & 1 == 1).collect();
            settings.push(Setting { style, worked, bend: Bend::default() });
        }
    }
    settings
}

fn log_prior(composer: Composer<'_>, setting: &Setting) -> f64 {
    let model = &composer.weights.model;
    let worked = |&worked: &bool| if worked { model.response.works } else { 1.0 - model.response.works };
    let releases: f64 = setting.worked.iter().map(worked).product();
    let controls = composer.told.controls.iter();
    let controls: f64 = controls.map(|c| control_likelihood(model, c, setting.style.sore)).product();
    let share = composer.weights.habits.share(setting.style, &model.styles, composer.told.pressed());
    libm::log(share * releases * controls)
}

/// The less exact of two methods.
fn worse(a: Method, b: Method) -> Method {
    match (a, b) {
        (Method::Exact { width: x }, Method::Exact { width: y }) => Method::Exact { width: x.max(y) },
        (Method::Sampled { gap: x }, Method::Sampled { gap: y }) => Method::Sampled { gap: x.max(y) },
        (Method::Sampled { gap }, _) | (_, Method::Sampled { gap }) => Method::Sampled { gap },
    }
}
