//! Who leads: a muscle, or something that looks like one.
//!
//! Ties are decided on the safe side. A nerve, a narrowed canal or an artery that ties with a muscle: no pressing; nor where it
//! is possible at all, until the answers about it as it is now, taken together, speak against it. A nerve root makes gluteal
//! spots sore, so that a sore spot never settles it (Adelmanesh 2015): no pressing either while nobody has asked about it,
//! unless it is unlikely. What was found before (a scan, a treatment) clears no nerve.
//! A joint, a tendon, a disc or a facet that ties with a muscle: pressing goes on, but not in the regions its rules name
//! (those rules hold while it is possible at all).

use crate::plan::NoPress;
use belief::{Finding, Likely, Ranked};
use guide::shape::{Group, QuestionKind};
use guide::{Guide, QuestionIx, SourceIx};

/// The narrowed canal: pressing a buttock for it would delay what helps, as with a nerve.
const CANAL: &str = "spinal_stenosis";

/// Where nothing stands out: from here a source is worth looking for with a press, probability.
const SEARCH_FROM: f64 = 0.03;

/// A trigger point, of the gluteals or of another muscle?
pub(crate) fn is_muscle(guide: &Guide, source: SourceIx) -> bool {
    matches!(guide.source(source).group, Group::Gluteal | Group::Muscle)
}

/// Does a tie with it stop all pressing?
fn stops_in_tie(guide: &Guide, source: SourceIx) -> bool {
    let source = guide.source(source);
    matches!(source.group, Group::Nerve | Group::Artery) || source.id == *CANAL
}

/// Why belief alone says not to press; `None` if a muscle is worth pressing.
pub(crate) fn no_press(guide: &Guide, ranked: &[Ranked]) -> Option<NoPress> {
    let leading = |r: &&Ranked| r.word == Likely::Leading;
    let muscle = |r: &&Ranked| is_muscle(guide, r.source);
    let stops = |r: &&Ranked| stops_in_tie(guide, r.source);
    let at = |r: &Ranked| (r.source, r.side);
    // Where nothing leads, the first stands in for the leader, but only a nerve, canal or artery stops pressing then.
    let Some(first) = ranked.iter().find(leading) else {
        let first = ranked.first().filter(|r| r.word >= Likely::Possible).filter(stops);
        let leads = first.map(|nerve| NoPress::Leads(nerve.source, nerve.side));
        return leads.or_else(|| worth_pressing(guide, ranked).is_empty().then_some(NoPress::NothingFits));
    };
    let leader = ranked.iter().filter(leading).find(muscle);
    let asked = |r: &Ranked| answers(r).any(|(question, _)| !is_old(guide, question));
    let open = |r: &&Ranked| match r.word {
        Likely::Possible => !asked(r) || said(guide, r) >= 0.0,
        Likely::LessLikely => guide.source(r.source).sensitises_gluteal && !asked(r),
        // Perhaps only what was found before makes it unlikely.
        Likely::Unlikely => guide.source(r.source).sensitises_gluteal && !asked(r) && answers(r).next().is_some(),
        Likely::Leading => false,
    };
    match (ranked.iter().filter(leading).find(stops), leader) {
        (Some(nerve), Some(muscle)) => Some(NoPress::Tied { look_alike: at(nerve), muscle: at(muscle) }),
        (Some(nerve), None) => Some(NoPress::Leads(nerve.source, nerve.side)),
        (None, None) => Some(NoPress::Leads(first.source, first.side)),
        (None, Some(muscle)) => {
            let open = ranked.iter().filter(stops).find(open);
            open.map(|nerve| NoPress::Open { look_alike: at(nerve), muscle: at(muscle) })
        }
    }
}

/// The answers that say something of it, with what they say, log-odds.
fn answers(source: &Ranked) -> impl Iterator<Item = (QuestionIx, f64)> + '_ {
    source.reasons.iter().filter_map(|reason| match reason.finding {
        Finding::Answer(question, ..) => Some((question, reason.log_odds)),
        _ => None,
    })
}

/// What they say, taken together. What was found before may speak for a nerve, but clears nobody: a nerve can be pressed
/// since, or where no scan shows it.
fn said(guide: &Guide, source: &Ranked) -> f64 {
    answers(source).filter(|(question, says)| *says > 0.0 || !is_old(guide, *question)).map(|(_, says)| says).sum()
}

/// Is it about scans, treatments and illnesses of before, not about how it is now?
fn is_old(guide: &Guide, question: QuestionIx) -> bool {
    guide.question(question).kind == QuestionKind::Known
}

/// Muscle sources worth a spot, likeliest first: those that lead or are possible. Where nothing stands out, those that
/// pressing could still show, unless a nerve, canal or artery is likelier.
pub(crate) fn worth_pressing<'a>(guide: &Guide, ranked: &'a [Ranked]) -> Vec<&'a Ranked> {
    let muscles = || ranked.iter().filter(|r| is_muscle(guide, r.source));
    let worth: Vec<&Ranked> = muscles().filter(|r| r.word >= Likely::Possible).collect();
    if !worth.is_empty() || ranked.iter().any(|r| r.word == Likely::Leading) {
        return worth;
    }
    let stops = ranked.iter().filter(|r| stops_in_tie(guide, r.source)).map(|r| r.probability);
    let from = stops.fold(SEARCH_FROM, f64::max);
    muscles().filter(|r| guide.source(r.source).press && r.probability >= from).collect()
}
