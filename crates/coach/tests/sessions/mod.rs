//! Scripts of real plans, and small ways to drive a session.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "only tests use it")]

use crate::common::*;
use coach::Plan;
use coach::session::{Cue, Event, Phase, Script, Session, Task, Tell};
use guide::shape::{Style, Tool};

/// A later session, used to firm pressure: two holds a spot.
pub(crate) fn usual() -> Plan {
    let mut case = case("buttock_up_lat");
    ["gmed_trp1", "gmax_trp1", "gmin_post"].iter().for_each(|s| released(&mut case, s));
    let likely = assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp1", 0.6)]);
    plan(&case, &likely, &full_kit(30).experienced())
}

/// The first session: half of everything.
pub(crate) fn first() -> Plan {
    plan(&case("buttock_up_lat"), &assessment(&[("gmed_trp1", 0.7)], &[("gmax_trp1", 0.6)]), &full_kit(20))
}

/// A later session with a massage gun alone.
pub(crate) fn gun() -> Plan {
    let mut guide = GUIDE.clone();
    guide.techniques.retain(|t| t.tool == Tool::MassageGun);
    let mut case = case("buttock_up_lat");
    released(&mut case, "gmed_trp1");
    let plan = plan_by(&guide, &case, &assessment(&[("gmed_trp1", 0.7)], &[("gmed_trp2", 0.6)]), &full_kit(30));
    assert!(!plan.spots.is_empty() && plan.spots.iter().all(|s| s.style == Style::Sweep));
    plan
}

/// A plan without pressing.
pub(crate) fn no_press() -> Plan {
    let plan = plan(&case("buttock_up_lat"), &assessment(&[("radic_s1", 0.7)], &[]), &full_kit(20));
    assert!(plan.spots.is_empty());
    plan
}

pub(crate) fn script(plan: &Plan) -> Script {
    Script::of(&GUIDE, plan)
}

/// A session with its clock.
pub(crate) struct Run {
    pub(crate) session: Session,
    pub(crate) at: u64,
    pub(crate) cues: Vec<Cue>,
    pub(crate) events: Vec<(Event, u64)>,
}

impl Run {
    /// Begun at some wall time.
    pub(crate) fn of(plan: &Plan) -> Run {
        let mut run =
            Run { session: Session::new(script(plan)), at: 1_700_000_000_000, cues: Vec::new(), events: Vec::new() };
        run.take(Event::Begin);
        run
    }

    pub(crate) fn take(&mut self, event: Event) -> Vec<Tell> {
        self.events.push((event.clone(), self.at));
        let cues = self.session.take(event, self.at);
        self.cues.extend(&cues);
        cues.into_iter().map(|cue| cue.tell).collect()
    }

    /// So many seconds without a touch.
    pub(crate) fn wait(&mut self, seconds: u64) -> Vec<Tell> {
        self.at += seconds * 1000;
        self.take(Event::Tick)
    }

    pub(crate) fn felt(&mut self, felt: u8) -> Vec<Tell> {
        self.take(Event::Felt(felt))
    }

    /// On to the running hold (or sweep) of the first spot.
    pub(crate) fn holding(plan: &Plan) -> Run {
        let mut run = Run::of(plan);
        for _ in 0..1000 {
            let shown = run.session.show();
            if shown.task.is_some_and(|t| t.holds()) && matches!(shown.phase, Phase::Running { .. }) {
                return run;
            }
            run.wait(1);
        }
        panic!("no hold in 1000 seconds: {:?}", run.session.show());
    }

    pub(crate) fn phase(&self) -> Phase {
        self.session.show().phase
    }

    pub(crate) fn task(&self) -> Task {
        self.session.show().task.unwrap()
    }
}
