//! What a person says to a question, feels under a press, and tells after a release.

use crate::atlas::Side;
use crate::chance::{Chance, moved};
use crate::person::{About, LEFT_OVER, Person};

/// An active spot that does not bring the own pain is at least tender, so often.
const TENDER: f64 = 0.6;
/// A press through an active muscle lying over the spot: brings its pain, or is tender.
const COVER: [f64; 2] = [0.25, 0.35];
/// A nerve root of this side makes a gluteal spot bring the pain, or tender.
const ROOT: [f64; 2] = [0.3, 0.45];
/// Who is sore everywhere: "my pain", or tender, wherever one presses.
const SORE: [f64; 2] = [0.25, 0.6];
/// A neutral place is tender so often, in proportion to a silent spot.
const NEUTRAL: f64 = 0.5;
/// "Partly" instead of a yes; and at a place that is only tender.
const PARTLY: f64 = 0.15;
const PARTLY_TENDER: f64 = 0.08;
/// People rate themselves at a bad moment: the rating before a release is too high by a half-normal of this spread, points,
/// and so much of it is left after.
const BAD_MOMENT: f64 = 0.8;
const BAD_MOMENT_LEFT: f64 = 0.3;
/// Noise of a rating, points.
const RATING: f64 = 0.5;
/// A placebo takes this share of the pain told.
const PLACEBO: [f64; 2] = [0.1, 0.4];

/// A reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Yes.
    Yes,
    /// No.
    No,
    /// "I do not know."
    Unknown,
}

/// Was it the own pain?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Familiar {
    /// "That is my pain."
    Yes,
    /// Partly.
    Partly,
    /// No.
    No,
}

/// What a press felt like.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Touch {
    /// 0 to 10.
    pub tenderness: f64,
    /// Own pain?
    pub familiar: Familiar,
}

/// What was told before and after a release, whole numbers from 0 to 10.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rating {
    /// Before.
    pub before: f64,
    /// After.
    pub after: f64,
}

/// What is under the finger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Feel {
    Nothing,
    Tender,
    OwnPain,
}

impl Person<'_> {
    /// The answer to a question, for a side (`Midline`: without a side).
    pub fn answer(&self, question: usize, side: Side) -> Reply {
        let scenario = &self.world.scenario;
        let leaning = &self.world.leanings[question];
        let mut chance = self.chance(About::Answer, &[question as u64, side.key()]);
        let [unknown, wrong, yes] = [(); 3].map(|()| chance.unit());
        if unknown < scenario.answer_unknown {
            return Reply::Unknown;
        }
        let at_work = |source: usize| self.active().any(|cell| cell.source == source && cell.side.meets(side));
        let causes = leaning.causes.iter().filter(|(source, _)| at_work(*source));
        let no = causes.fold(1.0 - leaning.anyway, |no, (_, says)| no * (1.0 - says));
        let says = yes < moved(1.0 - no, self.traits.yes_saying);
        if says != (wrong < scenario.answer_wrong) { Reply::Yes } else { Reply::No }
    }

    /// A press on the spot of a source, or, by mistake, on one beside it.
    pub fn press(&self, source: usize, side: Side) -> Touch {
        let mut chance = self.chance(About::Press, &[source as u64, side.key(), self.released.len() as u64]);
        let beside = &self.world.truths[source].beside;
        let wrong = chance.happens(self.world.scenario.wrong_spot);
        let other = chance.below(beside.len());
        let target = if wrong { beside.get(other).copied().unwrap_or(source) } else { source };
        let feel = self.feel(target, side, &mut chance);
        self.touch(feel, &mut chance)
    }

    /// A press on a neutral place.
    pub fn control(&self) -> Touch {
        let mut chance = self.chance(About::Control, &[]);
        let tender = chance.happens((NEUTRAL * self.world.scenario.latent * self.traits.sensitivity).min(0.8));
        let feel = if tender { Feel::Tender } else { Feel::Nothing };
        let feel = feel.max(self.soreness(&mut chance));
        self.touch(feel, &mut chance)
    }

    fn feel(&self, target: usize, side: Side, chance: &mut Chance) -> Feel {
        let atlas = &self.world.atlas;
        let scenario = &self.world.scenario;
        let either = |[own, tender]: [f64; 2], chance: &mut Chance| {
            let draw = chance.unit();
            if draw < own {
                Feel::OwnPain
            } else if draw < own + tender {
                Feel::Tender
            } else {
                Feel::Nothing
            }
        };
        let own = self.left(target, side) * scenario.reproduced;
        let tender = self.left(target, side) * (1.0 - scenario.reproduced) * TENDER;
        let mut feel = either([own, tender], chance);
        let source = &atlas.sources[target];
        let cover = source.covered_by.iter().map(|&over| self.left(over, side)).fold(0.0, f64::max);
        feel = feel.max(either(COVER.map(|p| p * cover), chance));
        if source.gluteal {
            let roots = self.active().filter(|c| atlas.sources[c.source].sensitises_gluteal && c.side.meets(side));
            let root = if roots.count() > 0 { 1.0 } else { 0.0 };
            feel = feel.max(either(ROOT.map(|p| p * root), chance));
        }
        let latent = (scenario.latent * self.traits.sensitivity).min(0.8);
        feel.max(either([0.0, latent], chance)).max(self.soreness(chance))
    }

    fn soreness(&self, chance: &mut Chance) -> Feel {
        let draw = chance.unit();
        match self.traits.sore {
            true if draw < SORE[0] => Feel::OwnPain,
            true if draw < SORE[0] + SORE[1] => Feel::Tender,
            _ => Feel::Nothing,
        }
    }

    fn touch(&self, feel: Feel, chance: &mut Chance) -> Touch {
        let (strong, partly) = (chance.unit(), chance.unit());
        let [low, high] = match feel {
            Feel::Nothing => [0.0, 1.6],
            Feel::Tender => [2.5, 6.0],
            Feel::OwnPain => [4.0, 9.0],
        };
        let familiar = match feel {
            Feel::OwnPain if partly < PARTLY => Familiar::Partly,
            Feel::OwnPain => Familiar::Yes,
            Feel::Tender if partly < PARTLY_TENDER => Familiar::Partly,
            _ => Familiar::No,
        };
        let tenderness = ((low + (high - low) * strong) * 2.0).round() / 2.0;
        Touch { tenderness, familiar }
    }

    /// Releases the spot of a source: what is active may become quiet, and what it hid is felt. Tells pain before and after.
    pub fn release(&mut self, source: usize, side: Side) -> Rating {
        let cell = self.world.cell(source, side);
        let times = self.released.iter().filter(|done| Some(**done) == cell).count() as u64;
        let mut chance = self.chance(About::Release, &[source as u64, side.key(), times]);
        let before = self.pain();
        let works = chance.happens(self.traits.works);
        let treated = self.active.iter_mut().find(|a| Some(a.cell) == cell);
        if let (Some(active), true) = (treated, works) {
            active.left *= LEFT_OVER;
        }
        self.released.extend(cell);
        let after = self.pain();
        let bad_moment = BAD_MOMENT * chance.normal().abs();
        let placebo =
            if chance.happens(self.world.scenario.placebo) { chance.between(PLACEBO[0], PLACEBO[1]) } else { 0.0 };
        let mut told = |pain: f64, more: f64| {
            let noise = RATING * chance.normal();
            (pain * self.traits.loud.min(1.3) + more + noise).round().clamp(0.0, 10.0)
        };
        let rated = told(before, bad_moment);
        Rating { before: rated, after: told(after * (1.0 - placebo), bad_moment * BAD_MOMENT_LEFT) }
    }
}
