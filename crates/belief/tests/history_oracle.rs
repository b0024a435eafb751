//! What earlier visits teach, against an oracle that knows nothing of the solver nor of filtering (`enumerated`).
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up fails")]

mod enumerated;

use belief::kernel::Cause;
use belief::{Cell, Subject, View, Weights};
use case::{Case, Familiar, PainBy, Press, Visit};
use enumerated::{Oracle, Style, cases, slip, small_guide, styles};
use guide::Guide;
use guide::shape::Side;
use proptest::prelude::*;

/// Shares of the styles after visits whose likelihoods under each style are given, by going through every way in which
/// habits can have come about: kept from visit to visit, or one time in ten drawn anew from all people.
fn after(styles: &[Style], visits: &[Vec<f64>]) -> Vec<Style> {
    const ANEW: f64 = 0.1;
    const DRAWING: f64 = 0.1;
    // Swapped sides do not last: a habit is all styles that paint and feel alike.
    let alike = |a: &Style, b: &Style| a.odds == b.odds && a.sore == b.sore;
    let mut habits: Vec<&Style> = Vec::new();
    for style in styles {
        if !habits.iter().any(|known| alike(known, style)) {
            habits.push(style);
        }
    }
    let of = |habit: &Style| {
        let habit = *habit;
        styles.iter().enumerate().filter(move |(_, style)| alike(&habit, style))
    };
    let share = |habit: &Style| of(habit).map(|(_, style)| style.share).sum::<f64>();
    let exact =
        |visit: &[f64], habit: &Style| of(habit).map(|(at, style)| style.share * visit[at]).sum::<f64>() / share(habit);
    // What a visit says about painting alone, soreness summed out, counts as a part of itself.
    let painting = |visit: &[f64], habit: &Style| {
        let same = || habits.iter().filter(|other| other.odds == habit.odds);
        let all: f64 = same().map(|other| share(other)).sum();
        same().map(|other| share(other) * exact(visit, other)).sum::<f64>() / all
    };
    let likelihood =
        |visit: &[f64], habit: &Style| exact(visit, habit) * libm::pow(painting(visit, habit), DRAWING - 1.0);
    let mut weights = vec![0.0; habits.len()];
    for path in 0..habits.len().pow(visits.len() as u32 + 1) {
        let at = |visit: usize| path / habits.len().pow(visit as u32) % habits.len();
        let mut weight = share(habits[at(0)]);
        for (before, visit) in visits.iter().enumerate() {
            let [then, next] = [at(before), at(before + 1)];
            let kept = if then == next { 1.0 - ANEW } else { 0.0 };
            weight *= likelihood(visit, habits[then]) * (kept + ANEW * share(habits[next]));
        }
        weights[at(visits.len())] += weight;
    }
    let total: f64 = weights.iter().sum();
    let learned = |style: &Style| {
        let habit = habits.iter().position(|habit| alike(habit, style)).unwrap();
        Style { share: style.share * weights[habit] / total / share(habits[habit]), ..*style }
    };
    styles.iter().map(learned).collect()
}

/// Likelihoods of a visit under each style.
fn seen(guide: &Guide, weights: &Weights, styles: &[Style], case: &Case) -> Vec<(f64, Vec<f64>)> {
    let oracle = Oracle { guide, view: weights.view(guide, case.pain_by), case };
    styles.iter().map(|style| oracle.under(weights, *style)).collect()
}

/// Is a zone marked, and how much does that say? Zones told in one word are one statement.
fn mark(guide: &Guide, case: &Case, spot: belief::Spot) -> (bool, f64) {
    let model = &guide.model.referral;
    let words = case.pain_by == PainBy::Words;
    let here = case.pain.iter().find(|p| p.zone == spot.zone && p.side == spot.side);
    if here.is_none_or(|p| slip(&guide.model, case, p)) {
        return (false, if words { model.blank_words } else { model.blank_drawing });
    }
    let word = guide.zone(spot.zone).word;
    let same = case.pain.iter().filter(|p| guide.zone(p.zone).word == word && p.side == spot.side);
    (true, if words && word.is_some() { 1.0 / same.count() as f64 } else { 1.0 })
}

/// The network in which a cell whose press was the own pain has this person's chances, after one visit.
fn own_view(guide: &Guide, weights: &Weights, styles: &[Style], case: &Case, found: Cell, today: PainBy) -> View {
    let seen = seen(guide, weights, styles, case);
    let oracle = Oracle { guide, view: weights.view(guide, case.pain_by), case };
    let all: f64 = styles.iter().zip(&seen).map(|(style, (p, _))| style.share * p).sum();
    let at = |cell: u32, pick: &dyn Fn(&Style) -> bool| -> f64 {
        let picked = styles.iter().zip(&seen).filter(|(style, _)| pick(style));
        picked.map(|(style, (_, active))| style.share * active[cell as usize]).sum::<f64>() / all
    };
    let cell = weights.cells().iter().position(|known| *known == found).unwrap() as u32;
    let anybody = weights.view(guide, today);
    let mut view = anybody.clone();
    for (subject, node) in &mut view.nodes {
        let Subject::Zone(spot) = *subject else { continue };
        if spot.side != found.side && spot.side != Side::Midline {
            continue;
        }
        let (marked, strength) = mark(guide, case, spot);
        // What is drawn and what is told in words have chances of their own; what was counted serves both.
        let usual_of = |view: &View| {
            let (_, node) = view.nodes.iter().find(|(other, _)| other == subject).unwrap();
            let edge = node.causes.iter().find(|cause| cause.source == cell);
            edge.map_or(guide.model.referral.unnamed.value, |cause| cause.rise[0] + cause.rise[1])
        };
        let [usual, anybodys] = [usual_of(&oracle.view), usual_of(&anybody)];
        let (mut hurt, mut of) = (0.0, 0.0);
        for style in styles.iter().filter(|style| !style.swapped && !style.sore) {
            let own = usual * style.odds / (1.0 - usual + usual * style.odds);
            let fired = if own > usual { usual / own } else { 1.0 };
            let not = if own < usual { 1.0 - (1.0 - usual) / (1.0 - own) } else { 0.0 };
            let styled = oracle.zone(*style, spot);
            let mut silent = 1.0 - styled.leak[0] - styled.leak[1];
            for other in styled.causes.iter().filter(|other| other.source != cell) {
                silent *= 1.0 - at(other.source, &|_| true) * (other.rise[0] + other.rise[1]);
            }
            let by = own / (own + (1.0 - own) * (1.0 - silent));
            let weight = strength * at(cell, &|other| other.odds == style.odds && !other.swapped);
            hurt += weight * if marked { by * fired + (1.0 - by) * not } else { not };
            of += weight;
        }
        // The guide counts as three visits.
        let chance = (3.0 * anybodys + hurt) / (3.0 + of);
        node.causes.retain(|cause| cause.source != cell);
        if chance >= guide.model.referral.least {
            let some = chance * guide.model.referral.some_share;
            node.causes.push(Cause { source: cell, rise: [some, chance - some] });
        }
    }
    view
}

/// A visit that teaches habits and no referral: nothing was released, and no press brought the own pain.
fn as_visit(case: Case) -> Visit {
    let Case { pain_by, pain, answers, mut presses, controls, .. } = case;
    presses.retain(|press| press.familiar != Familiar::Yes);
    Visit { pain_by, pain, answers, presses, controls, releases: Vec::new() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Given any three earlier visits, when habits are filtered and when every path of habits is enumerated, then both agree.
    #[test]
    fn what_visits_teach_agrees_with_enumeration(earlier in prop::collection::vec(cases(), 1..4), today in cases()) {
        let guide = small_guide();
        let weights = Weights::of(&guide);
        let styles = styles(&guide.model);
        let earlier: Vec<Visit> = earlier.into_iter().map(as_visit).collect();
        let told = earlier.iter().map(|visit| {
            let seen = seen(&guide, &weights, &styles, &visit.as_case(today.person));
            seen.into_iter().map(|(p, _)| p).collect()
        });
        let learned = after(&styles, &told.collect::<Vec<Vec<f64>>>());
        let case = Case { earlier, ..today };
        let solved = weights.probabilities(&guide, &case).unwrap();
        let oracle = Oracle { guide: &guide, view: weights.view(&guide, case.pain_by), case: &case };
        for (got, want) in solved.iter().zip(oracle.marginals(&weights, &learned)) {
            prop_assert!((got - want).abs() <= 1e-12, "{got} {want}");
        }
    }
    /// Given a visit at which one press was the own pain, when the person's own chances are counted and when they are
    /// worked out by enumeration, then both agree, whether or not sides mean anything today.
    #[test]
    fn what_a_press_teaches_agrees_with_enumeration(before in cases(), today in cases(), (source, left) in (0u16..3, any::<bool>())) {
        let guide = small_guide();
        let weights = Weights::of(&guide);
        let styles = styles(&guide.model);
        let side = if left { Side::Left } else { Side::Right };
        let found = Cell { source: guide::SourceIx(source), side };
        let mut visit = as_visit(before);
        visit.presses.push(Press { source: found.source, side, tenderness: 7.0, familiar: Familiar::Yes });
        let then = visit.as_case(today.person);
        let told = seen(&guide, &weights, &styles, &then).into_iter().map(|(p, _)| p).collect();
        let learned = after(&styles, &[told]);
        let view = own_view(&guide, &weights, &styles, &then, found, today.pain_by);
        let case = Case { earlier: vec![visit], ..today };
        let solved = weights.probabilities(&guide, &case).unwrap();
        let oracle = Oracle { guide: &guide, view, case: &case };
        for (got, want) in solved.iter().zip(oracle.marginals(&weights, &learned)) {
            prop_assert!((got - want).abs() <= 1e-12, "{got} {want}");
        }
    }
}
