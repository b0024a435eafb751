//! Puts the plan together: pressing or not, what is left out, whom to see, how the gluteals stand.

use crate::caps::STRENGTH_ITEMS_CAP;
use crate::choose::{Candidate, Wanted};
use crate::fit::Draft;
use crate::lead::{is_muscle, no_press};
use crate::plan::{Coverage, Covered, Kind, NoPress, Plan, Reason, Refused, See, Spot, StretchItem, Time, What};
use crate::today::{Today, reason};
use belief::Likely;
use guide::shape::{CautionLevel, Side};
use guide::{Id, SourceIx};
use safety::Refusal;

/// At most so many look-alikes to have checked.
const SEE_CAP: usize = 3;

impl<'a> Today<'a> {
    /// The plan for today.
    pub(crate) fn plan(&self) -> Plan {
        let caution = self.allowed.pressing().err().and_then(|refusal| match refusal {
            Refusal::Caution(c) | Refusal::AskDoctor(c) => Some((NoPress::Caution(c), reason(refusal))),
            Refusal::Gate | Refusal::NoGo => None,
        });
        // What belief says comes first: whoever has a nerve in front should hear of it, caution or not.
        match (no_press(self.guide, self.ranked), caution) {
            (Some(NoPress::NothingFits) | None, Some((kind, why))) => self.without_pressing(kind, |_| why.clone()),
            (Some(kind), _) => self.without_pressing(kind, |_| because_of(kind)),
            (None, None) => match self.kit.stage().stop {
                Some(rule) => self.without_pressing(NoPress::Course(rule), |_| Reason::Course(rule)),
                None => self.with_pressing(),
            },
        }
    }

    fn with_pressing(&self) -> Plan {
        let wanted = self.wanted();
        let mut draft = self.session(&wanted);
        let reason = |muscle: &Id| self.why_not(&wanted, &draft, muscle);
        if draft.slots.is_empty() {
            let mut plan = self.without_pressing(NoPress::NothingLeft, reason);
            merge(&mut plan.refused, wanted.refused);
            merge(&mut plan.refused, draft.refused);
            return plan;
        }
        let coverage = self.coverage(|muscle| {
            let today = draft.slots.iter().any(|s| s.spot.muscle == *muscle);
            if today { Covered::Today } else { self.put_off(reason(muscle), wanted.can_reach(muscle)) }
        });
        let time = draft.time();
        sorted::by(&mut draft.slots, |a, b| b.spot.probability.total_cmp(&a.spot.probability));
        let spots: Vec<Spot> = draft.slots.iter().map(|s| s.spot.clone()).collect();
        let after = |(after, slot): (usize, &crate::fit::Slot<'_>)| {
            slot.stretches.iter().map(|s| StretchItem { after, ..s.clone() }).collect::<Vec<_>>()
        };
        let mut refused = out_of(&coverage);
        merge(&mut refused, wanted.refused);
        merge(&mut refused, draft.refused);
        merge(&mut refused, self.techniques_out(&spots));
        merge(&mut refused, self.moves_out());
        Plan {
            kind: Kind::Release,
            first: self.first,
            half: self.half.clone(),
            stretches: draft.slots.iter().enumerate().flat_map(after).collect(),
            warm_up: draft.warm_up,
            spots,
            exercises: draft.exercises,
            refused,
            see: self.see(None),
            coverage,
            time,
        }
    }

    /// Positions, walking, easy strength; `why` says for each gluteal why it is not looked at.
    fn without_pressing(&self, kind: NoPress, why: impl Fn(&Id) -> Reason) -> Plan {
        let minutes = self.kit.seconds();
        let mut exercises = self.easy_strength();
        exercises.truncate(STRENGTH_ITEMS_CAP);
        // Half for the walk, so that some strength fits; all of it where there is none.
        let warm_up = self.walk(if exercises.is_empty() { minutes } else { minutes / 2 });
        let mut time = Time { warm_up_s: warm_up.iter().map(|w| w.seconds).sum(), ..Time::default() };
        exercises.retain(|e| {
            let fits = time.total_s() + e.seconds <= minutes;
            time.strength_s += if fits { e.seconds } else { 0 };
            fits
        });
        let coverage = self.coverage(|muscle| Covered::Refused(why(muscle)));
        let mut refused = out_of(&coverage);
        merge(&mut refused, self.moves_out());
        Plan {
            kind: Kind::NoPress(kind),
            first: self.first,
            half: Vec::new(),
            warm_up,
            spots: Vec::new(),
            stretches: Vec::new(),
            exercises,
            refused,
            see: self.see(Some(kind)),
            coverage,
            time,
        }
    }

    /// How the three gluteals stand; `open` decides for those not looked at before.
    fn coverage(&self, open: impl Fn(&Id) -> Covered) -> Vec<Coverage> {
        let state = |muscle: &Id| if self.looked_at(muscle) { Covered::Before } else { open(muscle) };
        let gluteals = self.guide.muscles.iter().filter(|m| m.gluteal);
        gluteals.map(|m| Coverage { muscle: m.id.clone(), state: state(&m.id) }).collect()
    }

    /// Why a gluteal that is due is not in the session.
    fn why_not(&self, wanted: &Wanted<'a>, draft: &Draft<'a>, muscle: &Id) -> Reason {
        let at = |c: &Candidate<'_>| What::Spot(c.ranked.source, c.ranked.side);
        match wanted.due.iter().find(|(m, _)| m == muscle) {
            Some((_, Err(why))) => why.clone(),
            Some((_, Ok(spot))) => {
                let tried = draft.refused.iter().find(|r| r.what == at(spot));
                let why = tried.map(|r| r.why.clone()).or_else(|| self.with_spot(draft, spot).err());
                why.unwrap_or(Reason::SpotsUsed)
            }
            None => Reason::NotPressable,
        }
    }

    /// How a due muscle stands that is not in today's session for `why`.
    fn put_off(&self, why: Reason, reachable: bool) -> Covered {
        if reachable && self.sessions_left() > 1 { Covered::Later } else { Covered::Refused(why) }
    }

    fn moves_out(&self) -> Vec<Refused> {
        let mut out = self.warm_ups_out();
        out.extend(self.rules.moves_out());
        out
    }

    /// Ways of pressing today's regions that are at hand, but not safe for this person.
    fn techniques_out(&self, spots: &[Spot]) -> Vec<Refused> {
        let here = self.guide.techniques.iter().filter(|t| spots.iter().any(|s| s.region == t.region));
        let out = |t: &guide::shape::Technique| {
            let why = reason(self.allowed.technique(t).err()?);
            Some(Refused { what: What::Technique(t.id.clone()), why })
        };
        here.filter(|t| self.at_hand(t)).filter_map(out).collect()
    }

    /// Whom to see: signs to mention, then look-alikes that lead, then cautions to ask about.
    fn see(&self, kind: Option<NoPress>) -> Vec<See> {
        let mut see: Vec<See> = self.gate.mention.iter().map(|f| See::Mention(*f)).collect();
        let named = match kind {
            Some(NoPress::Leads(source, side)) => Some((source, side)),
            Some(NoPress::Tied { look_alike, .. } | NoPress::Open { look_alike, .. }) => Some(look_alike),
            _ => None,
        };
        let leading = self.ranked.iter().filter(|r| r.word == Likely::Leading && !is_muscle(self.guide, r.source));
        let mut comforts: Vec<&Id> = Vec::new();
        for (source, side) in named.into_iter().chain(leading.map(|r| (r.source, r.side))) {
            let comfort = &self.guide.source(source).comfort;
            if comforts.len() < SEE_CAP && !comforts.contains(&comfort) {
                comforts.push(comfort);
                see.push(See::About { source, side, comfort: comfort.clone() });
            }
        }
        let ask = |c: &&guide::CautionIx| self.guide.caution(**c).level == CautionLevel::AskDoctor;
        see.extend(self.gate.cautions.iter().filter(ask).map(|c| See::AskDoctor(*c)));
        see
    }
}

/// Why the gluteals are left alone in a no-press plan that belief asks for.
fn because_of(kind: NoPress) -> Reason {
    let look_alike = |(source, side): (SourceIx, Side)| Reason::LookAlike(source, side);
    match kind {
        NoPress::Leads(source, side) => look_alike((source, side)),
        NoPress::Tied { look_alike: at, .. } | NoPress::Open { look_alike: at, .. } => look_alike(at),
        NoPress::Caution(caution) => Reason::Caution(caution),
        NoPress::Course(rule) => Reason::Course(rule),
        NoPress::NothingFits | NoPress::NothingLeft => Reason::NothingFits,
    }
}

/// Gluteals that are refused, as a list of things left out.
fn out_of(coverage: &[Coverage]) -> Vec<Refused> {
    let out = |c: &Coverage| match &c.state {
        Covered::Refused(why) => Some(Refused { what: What::Muscle(c.muscle.clone()), why: why.clone() }),
        Covered::Before | Covered::Today | Covered::Later => None,
    };
    coverage.iter().filter_map(out).collect()
}

/// Adds what is not named yet: the first reason stands.
fn merge(list: &mut Vec<Refused>, more: Vec<Refused>) {
    for refused in more {
        if list.iter().all(|r| r.what != refused.what) {
            list.push(refused);
        }
    }
}
