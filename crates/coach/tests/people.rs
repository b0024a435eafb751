//! Many random people, three sessions each, the whole way round the loop over the real guide: what must hold for
//! everybody.
#![allow(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]

mod common;
mod people_gen;

use belief::{Assessment, Test, Weights};
use case::{Case, Release};
use coach::caps::*;
use coach::*;
use common::*;
use guide::Id;
use guide::shape::{Side, Style};
use people_gen::Dice;
use safety::State;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::of(&GUIDE));

/// People with three sessions each. So many share one complaint, and thereby one belief, which is what takes time; each
/// has an own gate, cautions, kit and course.
const PEOPLE: u64 = 10_000;
const SHARE: u64 = 5;
/// In every `FRESH`th complaint belief is computed anew before each session; else it stands after the first, and only the
/// plan follows the releases.
const FRESH: u64 = 40;
/// As many at a time as the smallest machine has.
const THREADS: u64 = 2;

#[test]
fn plans_are_safe_for_everybody() {
    let seen = std::thread::scope(|scope| {
        let part = |t: u64| (t..PEOPLE / SHARE).step_by(THREADS as usize).flat_map(complaint);
        let share = |t: u64| scope.spawn(move || part(t).fold(Seen::default(), Seen::plus));
        let threads: Vec<_> = (0..THREADS).map(share).collect();
        threads.into_iter().map(|t| t.join().unwrap()).fold(Seen::default(), Seen::plus)
    });
    // The people are worth something as a test only if every kind of result occurs among them.
    for (what, count) in [
        ("closed", seen.closed),
        ("incomplete", seen.incomplete),
        ("release", seen.release),
        ("no press", seen.no_press),
        ("strength", seen.strength),
        ("pigeon", seen.pigeon),
        ("deep lunge", seen.deep_lunge),
        ("sweep or hold with a tool", seen.tool),
    ] {
        assert!(count >= 50, "only {count} of {what}");
    }
}

#[test]
fn the_same_case_gives_the_same_consultation() {
    for seed in 0..30 {
        let mut dice = Dice::new(seed);
        let mut case = people_gen::complaint(&mut dice);
        people_gen::health(&mut dice, &mut case);
        let kit = people_gen::kit(&mut dice);
        let say = || consult(&GUIDE, &WEIGHTS, &case, Some(&kit)).unwrap();
        assert_eq!(say(), say());
    }
}

/// What occurred.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    closed: usize,
    incomplete: usize,
    release: usize,
    no_press: usize,
    tied: usize,
    nothing_left: usize,
    nothing_fits: usize,
    caution: usize,
    strength: usize,
    pigeon: usize,
    deep_lunge: usize,
    tool: usize,
}

impl Seen {
    fn plus(self, more: Seen) -> Seen {
        Seen {
            closed: self.closed + more.closed,
            incomplete: self.incomplete + more.incomplete,
            release: self.release + more.release,
            no_press: self.no_press + more.no_press,
            tied: self.tied + more.tied,
            nothing_left: self.nothing_left + more.nothing_left,
            nothing_fits: self.nothing_fits + more.nothing_fits,
            caution: self.caution + more.caution,
            strength: self.strength + more.strength,
            pigeon: self.pigeon + more.pigeon,
            deep_lunge: self.deep_lunge + more.deep_lunge,
            tool: self.tool + more.tool,
        }
    }
    fn note(&mut self, plan: &Plan) {
        let stretched = |id: &str| usize::from(plan.stretches.iter().any(|s| s.stretch == *id));
        self.release += usize::from(plan.kind == Kind::Release);
        self.no_press += usize::from(plan.kind != Kind::Release);
        self.tied += usize::from(matches!(plan.kind, Kind::NoPress(NoPress::Tied { .. })));
        self.nothing_left += usize::from(plan.kind == Kind::NoPress(NoPress::NothingLeft));
        self.nothing_fits += usize::from(plan.kind == Kind::NoPress(NoPress::NothingFits));
        self.caution += usize::from(matches!(plan.kind, Kind::NoPress(NoPress::Caution(_))));
        self.strength += usize::from(!plan.exercises.is_empty());
        self.pigeon += stretched("pigeon");
        self.deep_lunge += stretched("deep_lunge") + stretched("deep_lunge_front");
        self.tool += usize::from(plan.spots.iter().any(|s| !s.technique.contains(".hand")));
    }
}

/// People who share one complaint.
fn complaint(seed: u64) -> Vec<Seen> {
    let mut dice = Dice::new(seed);
    let case = people_gen::complaint(&mut dice);
    let assessment = assess(&case, seed);
    (0..SHARE).map(|_| person(&mut dice, case.clone(), &assessment, seed)).collect()
}

/// Findings are soft, so no case is impossible.
fn assess(case: &Case, seed: u64) -> Assessment {
    WEIGHTS.assess(&GUIDE, case).unwrap_or_else(|e| panic!("person {seed}: {e:?}"))
}

/// Three sessions of one person.
fn person(dice: &mut Dice, mut case: Case, assessment: &Assessment, seed: u64) -> Seen {
    people_gen::health(dice, &mut case);
    let kit = people_gen::kit(dice);
    let mut seen = Seen::default();
    let mut done: BTreeSet<Id> = BTreeSet::new();
    for session in 0..3 {
        let fresh = session > 0 && seed.is_multiple_of(FRESH);
        let assessment = if fresh { assess(&case, seed) } else { assessment.clone() };
        let said = conclude(&GUIDE, &case, safety::gate(&GUIDE, &case), assessment, Some(&kit));
        check_next(&case, &said, seed);
        assert!(!said.comfort.is_empty() && said.comfort.len() <= COMFORT_CAP, "person {seed}");
        let plan = match (said.gate.state, said.plan) {
            (State::Closed, Planned::Closed) => {
                seen.closed += 1;
                return seen;
            }
            (State::Incomplete, Planned::Unasked(asks)) => {
                assert_eq!(asks, said.gate.unasked);
                seen.incomplete += 1;
                return seen;
            }
            (State::Open | State::Caution, Planned::Ready(plan)) => plan,
            (state, plan) => panic!("person {seed}: {state:?} and {plan:?}"),
        };
        seen.note(&plan);
        check_plan(&case, &kit, &said.gate, &plan, seed);
        for gone in &plan.refused {
            if let What::Muscle(muscle) = &gone.what {
                done.insert(muscle.clone());
            }
        }
        // Today's releases are on record.
        for spot in &plan.spots {
            let (before, after) = (dice.to(8) as f64 + 1.0, dice.to(8) as f64);
            case.releases.push(Release {
                source: spot.source,
                side: spot.side,
                pain_before: before,
                pain_after: after,
            });
        }
        covered(&case, &kit, &plan, session, &done, seed);
        let pressed = |m: &Id| case.presses.iter().any(|p| GUIDE.source(p.source).muscle.as_ref() == Some(m));
        done.extend(GUIDE.muscles.iter().map(|m| m.id.clone()).filter(pressed));
        // The next sitting: nothing pressed yet in it.
        case.presses.clear();
        case.controls.clear();
    }
    seen
}

/// After three sessions each gluteal was pressed, released, or refused with a reason.
fn covered(case: &Case, kit: &Kit, plan: &Plan, session: usize, done: &BTreeSet<Id>, seed: u64) {
    assert_eq!(plan.coverage.len(), 3, "person {seed}");
    for muscle in &plan.coverage {
        let named = plan.refused.iter().any(|r| r.what == What::Muscle(muscle.muscle.clone()));
        assert_eq!(matches!(muscle.state, Covered::Refused(_)), named, "person {seed}: {muscle:?}");
        if let Covered::Refused(why) = &muscle.state {
            assert!(honest(plan, kit, why), "person {seed}: {why:?} is no reason: {plan:#?}");
        }
        let of = |s: guide::SourceIx| GUIDE.source(s).muscle.as_ref() == Some(&muscle.muscle);
        let touched = case.releases.iter().any(|r| of(r.source)) || case.presses.iter().any(|p| of(p.source));
        assert!(session < 2 || touched || done.contains(&muscle.muscle), "person {seed}: {muscle:?} is forgotten");
    }
}

/// Is there truly no room for one more spot where a gluteal is refused for want of room?
fn honest(plan: &Plan, kit: &Kit, why: &Reason) -> bool {
    // Finding and one hold of the longest.
    let one_more = 60 + HOLD_CAP_S + 30;
    let today = plan.coverage.iter().filter(|c| c.state == Covered::Today).count();
    match why {
        Reason::Minutes => plan.time.total_s() + one_more > u32::from(kit.minutes()) * 60,
        // Two others that nobody looked at before are among the three.
        Reason::SpotsUsed => plan.spots.len() == SPOTS_CAP && today == 2,
        Reason::Later => false,
        _ => true,
    }
}

fn check_next(case: &Case, said: &Consultation, seed: u64) {
    let next = &said.next;
    let count = |kind: fn(&Test) -> bool| next.iter().filter(|n| kind(&n.test)).count();
    let questions = count(|t| matches!(t, Test::Question(..)));
    let presses = count(|t| matches!(t, Test::Press(..)));
    let controls = count(|t| matches!(t, Test::Control(_)));
    let places: BTreeSet<_> = case.presses.iter().map(|p| (p.source, p.side)).collect();
    let asked = case.answers.iter().filter(|a| !GUIDE.question(a.question).few_know).count();
    assert!(questions == 0 || questions + asked <= QUESTIONS_CAP, "person {seed}: {questions} questions");
    assert!(presses == 0 || presses + places.len() <= PRESSES_A_SITTING, "person {seed}: {presses} presses");
    match said.gate.state {
        State::Closed => assert!(next.is_empty(), "person {seed}"),
        State::Incomplete => assert_eq!(presses + controls, 0, "person {seed}"),
        State::Open | State::Caution => {}
    }
    let allowed = safety::allowed(&GUIDE, &said.gate);
    for test in next {
        if let Test::Press(source, _) = test.test {
            let source = GUIDE.source(source);
            assert!(source.press && allowed.pressing().is_ok(), "person {seed}");
            assert!(source.region.as_ref().is_none_or(|r| allowed.hand(r).is_ok()), "person {seed}: {}", source.id);
        }
    }
}

fn check_plan(case: &Case, kit: &Kit, gate: &safety::Gate, plan: &Plan, seed: u64) {
    let who = || format!("person {seed}: {plan:#?}");
    check_time(plan, kit, &who);
    check_pressure(case, plan, &who);
    let allowed = safety::allowed(&GUIDE, gate);
    for spot in &plan.spots {
        let technique = GUIDE.techniques.iter().find(|t| t.id == spot.technique).unwrap();
        assert!(allowed.technique(technique).is_ok(), "unsafe tool: {}", who());
        assert!(kit.has_tool(Some(technique.tool)) && kit.has_surface(technique.surface), "not at hand: {}", who());
        assert!(technique.region == spot.region && GUIDE.source(spot.source).press, "{}", who());
        let light = allowed.light_only().is_none() || spot.ceiling <= LIGHT_CEILING && spot.holds == 1;
        let first = !case.releases.is_empty() || spot.ceiling <= FIRST_CEILING && spot.holds == 1;
        assert!(light && first && spot.target[0] <= spot.target[1] && spot.target[1] <= spot.ceiling, "{}", who());
        assert!(spot.ceiling <= EXPERIENCED_CEILING && (spot.ceiling <= CEILING || kit.is_experienced()), "{}", who());
    }
    let blocked = blocked(case, gate, plan);
    let moves = plan.stretches.iter().map(|s| &s.stretch).chain(plan.exercises.iter().map(|e| &e.exercise));
    for id in moves.chain(plan.warm_up.iter().map(|w| &w.warmup)) {
        assert!(!blocked.contains(id.as_str()) && allowed.movement(id).is_ok(), "blocked {id}: {}", who());
    }
    // Nothing to do at all is left only where a caution stops every movement.
    let useful = !plan.spots.is_empty() || !plan.warm_up.is_empty() || !plan.exercises.is_empty();
    assert!(useful || allowed.movement("walk_brisk").is_err(), "nothing useful: {}", who());
    let unique: BTreeSet<&What> = plan.refused.iter().map(|r| &r.what).collect();
    assert_eq!(unique.len(), plan.refused.len(), "refused twice: {}", who());
}

/// Moves out by what this very case says with certainty: cautions and answers. (Rules by sources are in `refused`.)
fn blocked(case: &Case, gate: &safety::Gate, plan: &Plan) -> BTreeSet<String> {
    let caution = |id: &Id| gate.cautions.iter().any(|c| GUIDE.caution(*c).id == *id);
    let yes =
        |id: &Id| case.answers.iter().any(|a| a.reply == case::Reply::Yes && GUIDE.question(a.question).id == *id);
    let active = GUIDE.blocks.iter().filter(|b| b.cautions.iter().any(caution) || b.questions.iter().any(yes));
    let mut out: BTreeSet<String> = active.flat_map(|b| &b.moves).map(ToString::to_string).collect();
    out.extend(plan.refused.iter().filter_map(|r| match &r.what {
        What::Stretch(id) | What::Exercise(id) | What::Warmup(id) => Some(id.to_string()),
        _ => None,
    }));
    out
}

fn check_time(plan: &Plan, kit: &Kit, who: &dyn Fn() -> String) {
    let sum = Time {
        warm_up_s: plan.warm_up.iter().map(|w| w.seconds).sum(),
        spots_s: plan.spots.iter().map(Spot::seconds).sum(),
        stretches_s: plan.stretches.iter().map(|s| s.seconds).sum(),
        strength_s: plan.exercises.iter().map(|e| e.seconds).sum(),
    };
    assert_eq!(sum, plan.time, "{}", who());
    assert!(plan.time.total_s() <= u32::from(kit.minutes()) * 60, "over the minutes: {}", who());
    assert!(plan.exercises.len() <= STRENGTH_ITEMS_CAP, "{}", who());
    for (at, _) in plan.spots.iter().enumerate() {
        let mut waited = 0;
        for stretch in plan.stretches.iter().filter(|s| s.after == at) {
            assert!(waited <= STRETCH_WITHIN_S, "a late stretch: {}", who());
            waited += stretch.seconds;
        }
    }
    assert!(plan.stretches.iter().all(|s| s.after < plan.spots.len() && s.repeats > 0), "{}", who());
}

fn check_pressure(case: &Case, plan: &Plan, who: &dyn Fn() -> String) {
    assert_eq!(plan.spots.is_empty(), plan.kind != Kind::Release, "{}", who());
    let most = if case.releases.is_empty() { SPOTS_FIRST_CAP } else { SPOTS_CAP };
    assert!(plan.spots.len() <= most, "{}", who());
    let press = &GUIDE.model.press;
    let before = press.minutes * case.presses.len() as f64 + press.control_minutes * case.controls.len() as f64;
    let today: u32 = plan.spots.iter().map(|s| s.find_s + s.press_s()).sum();
    assert!(plan.spots.is_empty() || f64::from(today) + before * 60.0 <= f64::from(SESSION_CAP_S), "{}", who());
    let mut places: BTreeSet<_> = case.presses.iter().map(|p| (p.source, p.side)).collect();
    let pressed = places.len();
    places.extend(plan.spots.iter().map(|s| (s.source, s.side)));
    assert!(places.len() <= PRESSES_A_SITTING.max(pressed), "{}", who());
    let regions: BTreeSet<_> = plan.spots.iter().map(|s| (s.region.as_str(), s.side)).collect();
    assert_eq!(regions.len(), plan.spots.len(), "one region twice: {}", who());
    let mut muscles: BTreeMap<(&Id, Side), [u32; 2]> = BTreeMap::new();
    for spot in &plan.spots {
        assert!(spot.press_s() <= SPOT_CAP_S && u32::from(spot.hold_s[1]) <= HOLD_CAP_S, "{}", who());
        assert!(spot.raises[1] <= RAISES_CAP && spot.felt.iter().all(|f| f.to <= spot.ceiling), "{}", who());
        let place = spot.place_s.map_or(spot.style == Style::Hold, |s| u32::from(s) <= SWEEP_PLACE_CAP_S);
        assert!(place && (spot.style == Style::Hold || spot.ceiling <= SWEEP_CEILING), "{}", who());
        let muscle = muscles.entry((&spot.muscle, spot.side)).or_default();
        muscle[0] += spot.press_s();
        muscle[1] += if spot.style == Style::Sweep { spot.press_s() } else { 0 };
    }
    assert!(muscles.values().all(|[all, sweep]| *all <= MUSCLE_CAP_S && *sweep <= SWEEP_MUSCLE_CAP_S), "{}", who());
}
