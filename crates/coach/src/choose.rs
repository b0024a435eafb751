//! Which spots are wanted today, and which gluteals still have to be looked at.

use crate::caps::COVERED_BY_SESSION;
use crate::lead::{is_muscle, worth_pressing};
use crate::plan::{Reason, Refused, SpotWhy, What};
use crate::today::Today;
use belief::{Likely, Ranked};
use case::{Familiar, Press};
use guide::Id;
use guide::shape::{Area, Muscle, Region, Side, Technique};

/// A spot that may be pressed today, and how.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate<'a> {
    pub(crate) ranked: &'a Ranked,
    pub(crate) why: SpotWhy,
    pub(crate) region: &'a Region,
    pub(crate) technique: &'a Technique,
}

/// What is wanted, in order of trying, and what is out.
#[derive(Debug, Default)]
pub(crate) struct Wanted<'a> {
    /// Leader and spots reserved for muscles that have to be looked at today.
    pub(crate) must: Vec<Candidate<'a>>,
    /// Other likely spots, then spots of gluteals that may wait.
    pub(crate) may: Vec<Candidate<'a>>,
    /// Gluteals not looked at yet, in the guide's order: each with its likeliest spot, or why there is none.
    pub(crate) due: Vec<(Id, Result<Candidate<'a>, Reason>)>,
    pub(crate) refused: Vec<Refused>,
}

impl Wanted<'_> {
    /// Can this due muscle be pressed at all?
    pub(crate) fn can_reach(&self, muscle: &Id) -> bool {
        self.due.iter().any(|(m, spot)| m == muscle && spot.is_ok())
    }
}

impl<'a> Today<'a> {
    pub(crate) fn wanted(&self) -> Wanted<'a> {
        let (likely, refused) = self.likely();
        let due = self.due(&likely);
        let mut must = self.reserved(&due, likely.first());
        if let Some(leader) = likely.first() {
            // Once the leader was worked on before, a muscle nobody looked at yet comes first.
            let before = self.case.releases.iter().any(|r| (r.source, r.side) == key(leader));
            let at = if before { must.len() } else { 0 };
            must.insert(at, *leader);
        }
        // From the second session on, gluteals that could wait are looked at where there is time: one knot hides another.
        let waiting = due.iter().filter(|_| !self.first).filter_map(|(_, spot)| spot.as_ref().ok().copied());
        let mut may = Vec::new();
        for spot in likely.into_iter().chain(waiting) {
            if must.iter().chain(&may).all(|other| place(other) != place(&spot)) {
                may.push(spot);
            }
        }
        Wanted { must, may, due, refused }
    }

    /// Muscle sources that lead or are possible and can be pressed, likeliest first, one a region and side. Of those that lead,
    /// and so cannot be told apart, the ones whose press was the own pain come first.
    fn likely(&self) -> (Vec<Candidate<'a>>, Vec<Refused>) {
        let (mut spots, mut refused): (Vec<Candidate<'a>>, Vec<Refused>) = (Vec::new(), Vec::new());
        let mut worth = worth_pressing(self.guide, self.ranked);
        sorted::by_key(&mut worth, |ranked| !(ranked.word == Likely::Leading && self.is_own_pain(ranked)));
        for ranked in worth {
            let why = if ranked.word == Likely::Leading { SpotWhy::Leading } else { SpotWhy::Possible };
            match self.candidate(ranked, why) {
                Ok(spot) if spots.iter().any(|s| place(s) == place(&spot)) => {}
                Ok(spot) => spots.push(spot),
                Err(why) => refused.push(Refused { what: What::Spot(ranked.source, ranked.side), why }),
            }
        }
        (spots, refused)
    }

    /// Was it pressed, and was that the own pain?
    fn is_own_pain(&self, ranked: &Ranked) -> bool {
        let own = |press: &Press| (press.source, press.side) == (ranked.source, ranked.side);
        self.case.presses.iter().any(|press| own(press) && press.familiar == Familiar::Yes)
    }

    /// This source as a spot of today.
    fn candidate(&self, ranked: &'a Ranked, why: SpotWhy) -> Result<Candidate<'a>, Reason> {
        let source = self.guide.source(ranked.source);
        let region = source.region.as_ref().filter(|_| source.press).and_then(|id| self.guide.region(id));
        let region = region.ok_or(Reason::NotPressable)?;
        let technique = self.way(&region.id)?;
        self.dose(region, technique).ok_or(Reason::PressureUsed)?;
        Ok(Candidate { ranked, why, region, technique })
    }

    /// Gluteals not looked at yet, each with its likeliest spot on a painful side.
    fn due(&self, likely: &[Candidate<'a>]) -> Vec<(Id, Result<Candidate<'a>, Reason>)> {
        let open = |m: &&Muscle| m.gluteal && !self.looked_at(&m.id);
        let spot = |m: &Muscle| {
            let known = likely.iter().find(|c| c.region.muscle == m.id && self.hurts(c.ranked.side));
            known.map_or_else(|| self.likeliest_of(&m.id), |c| Ok(*c))
        };
        self.guide.muscles.iter().filter(open).map(|m| (m.id.clone(), spot(m))).collect()
    }

    /// The likeliest spot of a muscle that can be pressed on a painful side, or why its likeliest source cannot.
    fn likeliest_of(&self, muscle: &Id) -> Result<Candidate<'a>, Reason> {
        let of = |r: &&Ranked| self.guide.source(r.source).muscle.as_ref() == Some(muscle) && self.hurts(r.side);
        if !self.reaches_pain(muscle) {
            return Err(Reason::NothingFits);
        }
        let mut why = Reason::NotPressable;
        for (at, ranked) in self.ranked.iter().filter(of).filter(|r| is_muscle(self.guide, r.source)).enumerate() {
            match self.candidate(ranked, SpotWhy::Coverage) {
                Ok(spot) => return Ok(spot),
                Err(reason) if at == 0 => why = reason,
                Err(_) => {}
            }
        }
        Err(why)
    }

    /// Can pain from this muscle be what hurts: in its own neighbourhood, or where a source of it is felt?
    fn reaches_pain(&self, muscle: &Id) -> bool {
        let near = |a: Area| matches!(a, Area::LowBack | Area::Pelvis | Area::Buttock | Area::Hip | Area::Thigh);
        let sources = || self.guide.sources.iter().filter(|s| s.muscle.as_ref() == Some(muscle));
        let felt = |zone: &Id| sources().flat_map(|s| &s.referral).any(|row| row.zone == *zone);
        let pains = self.case.pain.iter().filter(|p| p.intensity != Some(0.0));
        pains.map(|p| self.guide.zone(p.zone)).any(|z| near(z.area) || felt(&z.id))
    }

    /// Does this side hurt? Pain on the middle line alone counts for both.
    fn hurts(&self, side: Side) -> bool {
        let at = |s: Side| self.case.pain.iter().any(|p| p.side == s && p.intensity != Some(0.0));
        at(side) || (!at(Side::Left) && !at(Side::Right))
    }

    /// Spots for as many due muscles as today must take, so that the rest fits into the sessions that are left.
    ///
    /// Each release on record counts as a session: that may be too many, never too few, so no muscle comes too late.
    fn reserved(
        &self,
        due: &[(Id, Result<Candidate<'a>, Reason>)],
        leader: Option<&Candidate<'a>>,
    ) -> Vec<Candidate<'a>> {
        let mut spots: Vec<Candidate<'a>> = due.iter().filter_map(|(_, spot)| spot.as_ref().ok().copied()).collect();
        let left = self.sessions_left();
        let led = usize::from(spots.iter().any(|s| leader.is_some_and(|l| l.region.muscle == s.region.muscle)));
        let today = spots.len().div_ceil(left).saturating_sub(led);
        spots.retain(|s| leader.is_none_or(|l| l.region.muscle != s.region.muscle));
        sorted::by(&mut spots, |a, b| b.ranked.probability.total_cmp(&a.ranked.probability));
        spots.truncate(today);
        spots
    }

    /// Sessions in which the gluteals can still be looked at in time, today included; 1 or more.
    pub(crate) fn sessions_left(&self) -> usize {
        COVERED_BY_SESSION.saturating_sub(self.case.releases.len()).max(1)
    }
}

fn key(spot: &Candidate<'_>) -> (guide::SourceIx, Side) {
    (spot.ranked.source, spot.ranked.side)
}

/// Region and side: pressed at most once in a session.
fn place<'a>(spot: &Candidate<'a>) -> (&'a Id, Side) {
    (&spot.region.id, spot.ranked.side)
}
