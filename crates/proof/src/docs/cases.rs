//! Tables about published cases.

use super::found::Found;
use super::markdown::{self, Style, figure};
use crate::cases::interval::Share;
use crate::cases::person::Known;
use crate::cases::report::name_of;
use crate::cases::score::Score;

/// A share as percent with its interval.
pub(crate) fn percent(share: Share) -> String {
    figure(Some(share.value), share.low, share.high, Style::Percent)
}

/// Every way of ranking with its score: baselines, then belief.
pub(crate) fn ways(found: &Found) -> Vec<(&'static str, &Score)> {
    let baselines = found.baselines.iter().map(|(name, score)| (*name, score));
    let belief = found.scores.belief.iter().map(|(known, score, _)| (name(*known), score));
    baselines.chain(belief).collect()
}

/// Belief with so much told. In the command's own list "and presses" stands below its line with answers.
pub(crate) fn name(known: Known) -> &'static str {
    if known == Known::Presses { "belief, answers and presses" } else { name_of(known) }
}

/// Scores beside the baselines'.
pub(crate) fn table(found: &Found) -> Option<String> {
    let [all, plain] = found.cases;
    let row = |(name, score): (&str, &Score)| {
        let parts = [score.gluteal, score.other].map(|share| format!("{:.0} % of {}", share.value * 100.0, share.n));
        let shares = [score.top1, score.top3, score.balanced].map(percent);
        [vec![name.to_owned()], shares.to_vec(), parts.to_vec()].concat()
    };
    let rows: Vec<Vec<String>> = ways(found).into_iter().map(row).collect();
    let head = ["", "any top-1", "any top-3", "gluteal or not", "gluteal found", "other found"];
    Some(format!("{plain} of {all} cases: those without a red flag.\n\n{}", markdown::table(&head, &rows)))
}

/// What the gate did.
pub(crate) fn gate(found: &Found) -> Option<String> {
    let gates = &found.scores.gates;
    let names =
        |names: &[String]| if names.is_empty() { "nobody".to_owned() } else { names.join("; ").replace('_', " ") };
    let closed = |share: Share| format!("{}, of {}", percent(share), share.n);
    Some(format!(
        "- closes on {} red-flag cases of which a phrase answers an ask. Let through: {}.\n\
         - closes on {} cases without a red flag. Stopped: {}.\n\
         - {} red-flag cases have no phrase that answers an ask, so that the table cannot know them: {}.\n",
        closed(gates.hits),
        names(&gates.missed),
        closed(gates.false_closures),
        names(&gates.stopped),
        gates.unmapped.len(),
        names(&gates.unmapped),
    ))
}
