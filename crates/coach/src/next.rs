//! What of belief's proposals may be shown.

use crate::caps::{PRESSES_A_SITTING, QUESTIONS_CAP};
use crate::rules::Rules;
use crate::today::places;
use belief::{Next, Test, asked};
use case::Case;
use guide::{Guide, SourceIx};
use safety::Allowed;

/// Belief's proposals, best first, cut to what the cautions, the rules and the caps allow; presses only while `open` to them.
///
/// A press to find out is light and short; it is proposed even while a nerve leads, since it can show that it is a
/// muscle after all. The no-press plan is about releasing. While pressing rests, because the weeks or the last sessions say
/// so, it is not proposed either.
pub(crate) fn gated(
    guide: &Guide,
    case: &Case,
    open: bool,
    allowed: &Allowed,
    rules: &Rules<'_>,
    proposed: &[Next],
) -> Vec<Next> {
    let pressing = open && allowed.pressing().is_ok();
    let mut questions = QUESTIONS_CAP.saturating_sub(asked(guide, case));
    let mut presses = PRESSES_A_SITTING.saturating_sub(places(case));
    let take = |left: &mut usize| {
        let some = *left > 0;
        *left = left.saturating_sub(1);
        some
    };
    let may = |next: &&Next| match next.test {
        Test::Question(..) => take(&mut questions),
        Test::Press(source, _) => pressing && may_press(guide, allowed, rules, source) && take(&mut presses),
        Test::Control(_) => pressing,
    };
    proposed.iter().filter(may).copied().collect()
}

/// May a hand press this source's spot to find out?
fn may_press(guide: &Guide, allowed: &Allowed, rules: &Rules<'_>, source: SourceIx) -> bool {
    let source = guide.source(source);
    let free = |region: &guide::Id| allowed.hand(region).is_ok() && rules.against_region(region).is_none();
    source.press && source.region.as_ref().is_none_or(free)
}
