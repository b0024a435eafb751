//! Who leads: a muscle, or something that looks like one.
//!
//! Ties are decided on the safe side. A nerve, a narrowed canal or an artery that ties with a muscle: no pressing; nor where it
//! is possible at all, until the answers, taken together, speak against it. A nerve root makes gluteal spots sore, so that a
//! sore spot never settles it (Adelmanesh 2015): no pressing either while nobody has asked about it, unless it is unlikely.
//! A joint, a tendon, a disc or a facet that ties with a muscle: pressing goes on, but not in the regions its rules name
//! (those rules hold while it is possible at all).

use crate::plan::NoPress;
use belief::{Finding, Likely, Ranked};
use guide::shape::Group;
use guide::{Guide, SourceIx};

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
    let open = |r: &&Ranked| match r.word {
        Likely::Possible => answers(r).is_none_or(|said| said >= 0.0),
        Likely::LessLikely => guide.source(r.source).sensitises_gluteal && answers(r).is_none(),
        _ => false,
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

/// What the answers, taken together, say of it, log-odds; nothing if none says anything.
fn answers(source: &Ranked) -> Option<f64> {
    let answers = source.reasons.iter().filter(|reason| matches!(reason.finding, Finding::Answer(..)));
    answers.map(|reason| reason.log_odds).reduce(|a, b| a + b)
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
