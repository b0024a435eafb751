//! The gate: may this person press at all?

use crate::answers::{answer, is_hard};
use crate::caps::{CLOSING_CAUTIONS, COMBINE_NEEDS, ClosingCaution, MIN_AGE};
use crate::cautions;
use crate::relevance::{matters, relevant, urgency_of};
use case::Case;
use guide::shape::Urgency;
use guide::{AskIx, CautionIx, FlagIx, Guide};
use std::cmp::Reverse;

/// The flag of people younger than [`MIN_AGE`].
const MINOR: &str = "child_hip";

/// What the gate says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Go on.
    Open,
    /// Go on with care: cautions hold, a lone `combine` item was answered yes, or a clinician has cleared a flag.
    Caution,
    /// Asks that matter here are not answered yet.
    Incomplete,
    /// No pressing: get help first.
    Closed,
}

/// The gate's verdict on a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Gate {
    /// Verdict.
    pub state: State,
    /// How fast to get help; only when closed.
    pub urgency: Option<Urgency>,
    /// Flags that close it, most urgent first, then in the table's order. Empty unless closed.
    pub flags: Vec<FlagIx>,
    /// Flags to mention to a doctor, in the table's order: one `combine` yes, not enough to close; or a yes that a
    /// clinician has looked at.
    pub mention: Vec<FlagIx>,
    /// Relevant asks that are not answered, most urgent first, then in the table's order. A hard ask answered
    /// "unknown" stays here.
    pub unasked: Vec<AskIx>,
    /// Cautions that hold: told, or brought about by a flag; without those that hold for everybody. Sorted, no duplicates.
    pub cautions: Vec<CautionIx>,
}

/// What one flag says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Nothing,
    Mention,
    Close(Urgency),
}

/// Weighs every ask of the table; a yes counts whether or not the ask is relevant here. Closed comes before incomplete,
/// incomplete before caution.
///
/// One case shows one moment: that a closed gate stays closed until a clinician's record, although the answer is edited,
/// is the part of whoever makes the case. The fold of a log keeps the worst answer to each ask since the last record on
/// its flag, and drops records that are older than a yes.
pub fn gate(guide: &Guide, case: &Case) -> Gate {
    let told = cautions::held(guide, case, &[]);
    let says: Vec<(FlagIx, Says)> =
        (0..guide.flags.len()).map(|at| FlagIx(at as u16)).map(|flag| (flag, says(guide, case, &told, flag))).collect();
    let mut closing: Vec<(Urgency, FlagIx)> = says
        .iter()
        .filter_map(|(flag, says)| if let Says::Close(urgency) = says { Some((*urgency, *flag)) } else { None })
        .collect();
    sorted::by_key(&mut closing, |(urgency, flag)| (Reverse(*urgency), *flag));

    let mention: Vec<FlagIx> = says.iter().filter(|(_, says)| *says == Says::Mention).map(|(flag, _)| *flag).collect();
    let raised: Vec<FlagIx> = says.iter().filter(|(_, says)| *says != Says::Nothing).map(|(flag, _)| *flag).collect();
    let cautions = cautions::held(guide, case, &raised);
    let unasked: Vec<AskIx> =
        relevant(guide, case).into_iter().filter(|ask| answer(guide, case, *ask).is_none()).collect();

    let urgency = closing.first().map(|(urgency, _)| *urgency).or(minor(case).then_some(Urgency::Today));
    let state = if urgency.is_some() {
        State::Closed
    } else if !unasked.is_empty() {
        State::Incomplete
    } else if !mention.is_empty() || !cautions.is_empty() {
        State::Caution
    } else {
        State::Open
    };
    Gate { state, urgency, flags: closing.into_iter().map(|(_, flag)| flag).collect(), mention, unasked, cautions }
}

fn says(guide: &Guide, case: &Case, told: &[CautionIx], flag: FlagIx) -> Says {
    let child = guide.flag(flag).id == *MINOR && minor(case);
    let reasons = [by_asks(guide, case, flag), by_caution(guide, case, told, flag)];
    let urgency = reasons.into_iter().flatten().max();
    let cleared = case.clinician.iter().any(|record| record.flag == flag);
    match urgency {
        _ if child => Says::Close(urgency.unwrap_or(Urgency::Today).max(guide.flag(flag).urgency)),
        Some(_) if cleared => Says::Mention,
        Some(urgency) => Says::Close(urgency),
        None if yeses(guide, case, flag).next().is_some() => Says::Mention,
        None => Says::Nothing,
    }
}

/// Closed by a hard yes, by enough `combine` yeses, or by one of them together with a yes elsewhere.
fn by_asks(guide: &Guide, case: &Case, flag: FlagIx) -> Option<Urgency> {
    let fact = guide.flag(flag);
    let hard = yeses(guide, case, flag).filter(|ask| is_hard(guide, *ask)).map(|ask| urgency_of(guide, ask)).max();
    let weak = yeses(guide, case, flag).filter(|ask| !is_hard(guide, *ask)).count();
    let needs = usize::from(fact.combine_needs.unwrap_or(COMBINE_NEEDS).clamp(1, COMBINE_NEEDS));
    let elsewhere = || {
        let mut others = fact.together.iter().filter_map(|id| guide.find_ask(id));
        others.any(|other| answer(guide, case, other) == Some(true))
    };
    let combined = weak >= needs || (weak > 0 && elsewhere());
    hard.max(combined.then_some(fact.urgency))
}

/// Closed by a caution that is itself this flag.
fn by_caution(guide: &Guide, case: &Case, told: &[CautionIx], flag: FlagIx) -> Option<Urgency> {
    let fact = guide.flag(flag);
    let here = |rule: &ClosingCaution| {
        let holds = guide.find_caution(rule.caution).is_some_and(|caution| told.contains(&caution));
        holds && (!rule.where_asked || asks(guide, flag).any(|ask| matters(guide, case, ask)))
    };
    CLOSING_CAUTIONS.iter().filter(|rule| fact.id == *rule.flag && here(rule)).map(|rule| rule.urgency).max()
}

fn asks(guide: &Guide, flag: FlagIx) -> impl Iterator<Item = AskIx> {
    (0..guide.asks.len()).map(|at| AskIx(at as u16)).filter(move |ask| guide.flag_of(*ask) == flag)
}

fn yeses(guide: &Guide, case: &Case, flag: FlagIx) -> impl Iterator<Item = AskIx> {
    asks(guide, flag).filter(move |ask| answer(guide, case, *ask) == Some(true))
}

fn minor(case: &Case) -> bool {
    case.person.age.is_some_and(|age| age < MIN_AGE)
}
