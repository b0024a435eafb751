//! Runs every setting and weighs them: P(x | e) = sum over settings of P(setting | e) P(x | e, setting).

use crate::compose::Composer;
use crate::kernel::{self, Budget, Evidence, Impossible, Limits, Method, Network, Plan, Posterior, Problem, Scratch};
use crate::setting::{Bend, Setting, Style};
use crate::told::control_likelihood;

/// About how many runs one plan serves: settings, bends, tests.
const USES: u32 = 60;
/// Work units (a nanosecond or so each) that reasons and tests may cost each; planned, never timed.
const AFFORDABLE: f64 = 3e6;
/// Runs that are always afforded.
const ALWAYS: usize = 6;
/// Beyond this a setting is sampled, not solved.
const LIMITS: Limits = Limits { max_width: 20, max_cost: 2e7, max_bytes: 64 << 20, sweeps: 1_000 };

/// Solves problems, keeping the last plan while it fits.
#[derive(Default)]
pub(crate) struct Solver {
    scratch: Scratch,
    plan: Option<Plan>,
}

impl Solver {
    pub(crate) fn solve(&mut self, problem: &Problem) -> Result<(Posterior, Method), Impossible> {
        if !self.plan.as_ref().is_some_and(|plan| plan.fits(problem)) {
            self.plan = None;
        }
        let plan = self.plan.get_or_insert_with(|| Plan::new(problem, Budget { uses: USES, ..Budget::default() }));
        kernel::solve(problem, Some(plan), &LIMITS, &mut self.scratch)
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

/// All settings, solved and weighed.
pub(crate) struct Mixture {
    pub(crate) components: Vec<Component>,
    /// P(active | evidence) of each cell.
    pub(crate) marginals: Vec<f64>,
    pub(crate) method: Method,
}

impl Mixture {
    pub(crate) fn of(composer: Composer<'_>, solver: &mut Solver) -> Result<Mixture, Impossible> {
        let mut components = Vec::new();
        let mut logs = Vec::new();
        let mut method = Method::Exact { width: 0 };
        for setting in settings(composer) {
            let (network, evidence) = composer.network(&setting);
            let problem = kernel::compile(&network, &evidence);
            let (posterior, how) = solver.solve(&problem)?;
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
        Ok(Mixture { components, marginals, method })
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

/// Every style with every combination of worked and failed releases.
fn settings(composer: Composer<'_>) -> Vec<Setting> {
    let kept = composer.told.kept;
    let mut settings = Vec::new();
    for style in Style::all(composer.told.pressed()) {
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
    let share = setting.style.share(&model.styles, composer.told.pressed());
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
