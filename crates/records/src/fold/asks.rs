//! What the answers to the gate's asks come to.
//!
//! A yes is never taken back by the person: not by another answer, not by undoing it, not by waiting. A clinician's
//! record on its flag that is later than every yes of the flag is what opens the gate, and a yes after it closes again; so
//! does a caution that is itself the flag, told after it.
//! A no, in contrast, wears out, because what it denies can begin at any time.

use super::Deed;
use super::person::Answers;
use super::timeline::Line;
use crate::{Stamp, What};
use case::{Cleared, Reply};
use guide::{AskIx, FlagIx, Guide};
use safety::caps::raised_by;

const HOUR_MS: i64 = 3_600_000;

/// A no to an ask that can change between sessions (`ask_again`) holds within its visit, and at most so long: numbness
/// or fever may begin overnight.
pub const NO_HOLDS_AGAIN_MS: i64 = 24 * HOUR_MS;

/// Any other no holds so long: what it denies (a fall, steroids, a cancer) can change too, only slowly, and a month is
/// about the time after which a clinician would take a history anew.
pub const NO_HOLDS_MS: i64 = 30 * 24 * HOUR_MS;

/// An answer from further ahead than this was stamped by a clock that was wrong, so how old it is cannot be told, and it
/// is asked again.
const CLOCKS_DIFFER_MS: i64 = HOUR_MS;

/// What counts of all answers: one for each ask, sorted; and the clinicians' records that count, sorted by flag.
pub(super) fn gate(guide: &Guide, lines: &[Line<'_>], visit: usize, now: Stamp) -> (Vec<(AskIx, Reply)>, Vec<Cleared>) {
    let said = Said::of(guide, lines, visit, now);
    let asks = (0..guide.asks.len()).map(|at| AskIx(at as u16));
    let replies = asks.filter_map(|ask| said.reply(ask).map(|reply| (ask, reply))).collect();
    let checked = said.checked.iter().flatten().map(|(_, it)| *it);
    let clinician = checked.filter(|it| said.cleared(it.flag)).collect();
    (replies, clinician)
}

/// Where in the line of deeds things were said last, by ask or flag.
struct Said<'a> {
    guide: &'a Guide,
    lines: &'a [Line<'a>],
    /// Where the current visit begins.
    visit: usize,
    now: Stamp,
    /// Last yes; undone or not.
    yes: Vec<Option<usize>>,
    /// Last answer that is no yes.
    other: Vec<Option<(usize, Reply)>>,
    /// Last clinician's record.
    checked: Vec<Option<(usize, Cleared)>>,
    /// Where a caution that is itself the flag began to hold last.
    raised: Vec<Option<usize>>,
}

impl<'a> Said<'a> {
    fn of(guide: &'a Guide, lines: &'a [Line<'a>], visit: usize, now: Stamp) -> Said<'a> {
        let (asks, flags) = (guide.asks.len(), guide.flags.len());
        let (yes, other, checked) = (vec![None; asks], vec![None; asks], vec![None; flags]);
        let raised = raised(guide, lines);
        let mut said = Said { guide, lines, visit, now, yes, other, checked, raised };
        for (at, line) in lines.iter().enumerate() {
            match &line.deed {
                Deed::Ask(ask, Reply::Yes) => said.yes[usize::from(ask.0)] = Some(at),
                Deed::Ask(ask, reply) if line.stands => said.other[usize::from(ask.0)] = Some((at, *reply)),
                Deed::Shown(What::Checked(cleared)) if line.stands => {
                    said.checked[usize::from(cleared.flag.0)] = Some((at, *cleared));
                }
                _ => {}
            }
        }
        said
    }

    /// The answer that counts; `None` if it is to be asked (again).
    fn reply(&self, ask: AskIx) -> Option<Reply> {
        let other = self.other[usize::from(ask.0)].filter(|(at, _)| self.fresh(ask, *at));
        let Some(yes) = self.yes[usize::from(ask.0)] else { return other.map(|(_, reply)| reply) };
        match &self.checked[usize::from(self.guide.flag_of(ask).0)] {
            Some((check, _)) if yes < *check && !self.leaned_on(ask) => match other {
                Some((at, reply)) if at > *check => Some(reply),
                // A clinician knows of it. Whether it is still so is worth asking only where that can change.
                _ => (!self.guide.ask(ask).ask_again || self.fresh(ask, *check)).then_some(Reply::Yes),
            },
            _ => Some(Reply::Yes),
        }
    }

    /// Has a clinician looked at the flag after everything that closes by it?
    fn cleared(&self, flag: FlagIx) -> bool {
        let of_flag = self.yes.iter().zip(0..).filter(|(_, ask)| self.guide.flag_of(AskIx(*ask)) == flag);
        let yes = of_flag.filter_map(|(at, _)| *at).max().max(self.raised[usize::from(flag.0)]);
        self.checked[usize::from(flag.0)].is_some_and(|(check, _)| yes.is_none_or(|yes| yes < check))
    }

    /// Can a flag that no clinician has looked at close because of this yes? Then a no must not take it away.
    fn leaned_on(&self, ask: AskIx) -> bool {
        let own = self.guide.flag_of(ask);
        let id = &self.guide.ask(ask).id;
        (0..self.guide.flags.len())
            .map(|at| FlagIx(at as u16))
            .any(|flag| (flag == own || self.guide.flag(flag).together.contains(id)) && !self.cleared(flag))
    }

    /// Does what was said there still hold of this ask?
    fn fresh(&self, ask: AskIx, at: usize) -> bool {
        let again = self.guide.ask(ask).ask_again;
        let holds = if again { NO_HOLDS_AGAIN_MS } else { NO_HOLDS_MS };
        let age = self.now.at_ms.saturating_sub(self.lines[at].at.at_ms);
        (-CLOCKS_DIFFER_MS..=holds).contains(&age) && (!again || at >= self.visit)
    }
}

/// Where cautions that are themselves a flag began to hold last, by flag.
fn raised(guide: &Guide, lines: &[Line<'_>]) -> Vec<Option<usize>> {
    let mut raised = vec![None; guide.flags.len()];
    let mut answers = Answers::none(guide);
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.stands) {
        let held = answers.those(|holds| holds);
        answers.hear(&line.deed);
        let new = answers.those(|holds| holds).into_iter().filter(|caution| !held.contains(caution));
        for flag in new.filter_map(|caution| raised_by(guide, caution)) {
            raised[usize::from(flag.0)] = Some(at);
        }
    }
    raised
}
