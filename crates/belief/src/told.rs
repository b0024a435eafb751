//! What a case tells the network: one item for each thing said, with its evidence.

use crate::assessment::Finding;
use crate::kernel::Evidence;
use crate::weights::{Spot, Weights};
use case::{Case, Control, Familiar, Pain, PainBy, Press, Release, Reply};
use guide::shape::{Model, PersonFact, ReferralClasses, ResponseModel, Side, Word};
use guide::{Guide, QuestionIx, SourceIx};

/// So many responses to one source count, the latest: they repeat each other.
const RESPONSES: usize = 3;

/// Which node an item is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum About {
    /// Index into [`Weights::spots`].
    Spot(usize),
    /// Zones told in one word. Index into [`Told::places`].
    Place(usize),
    Question(QuestionIx, Side),
    Press(SourceIx, Side),
    /// Did pain drop after this release? Index into [`Told::releases`].
    Dropped(usize),
    /// Did something still feed the pain after it?
    StillFed(usize),
}

/// One thing said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) about: About,
    pub(crate) evidence: Evidence,
    /// How much of a zone is painted, 0 to 1, where that tells more than the level does.
    pub(crate) share: Option<f64>,
}

impl Item {
    fn of(about: About, evidence: Evidence) -> Item {
        Item { about, evidence, share: None }
    }
}

/// A release as the network sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Treated {
    pub(crate) cell: u32,
    /// Place among the cells whose released state is kept exactly, if it is.
    pub(crate) kept: Option<usize>,
}

/// Which nodes keep their surest causes alone, so that a case in which much is told stays exact.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Narrow {
    pub(crate) zones: bool,
    pub(crate) questions: bool,
}

impl Narrow {
    pub(crate) const ALL: Narrow = Narrow { zones: true, questions: true };
}

/// A case, translated.
#[derive(Clone, Debug)]
pub(crate) struct Told {
    pub(crate) items: Vec<Item>,
    pub(crate) releases: Vec<Treated>,
    /// How many cells' released states are kept exactly.
    pub(crate) kept: usize,
    pub(crate) controls: Vec<Control>,
    /// How places were given.
    pub(crate) by: PainBy,
    /// What is narrowed because so much was told.
    pub(crate) narrow: Narrow,
    /// For each cell, the shifts of its prior that apply.
    pub(crate) shifts: Vec<Vec<(PersonFact, f64)>>,
    /// Spots that hurt.
    pub(crate) painful: Vec<usize>,
    /// For each word that named more than one spot, those spots.
    pub(crate) places: Vec<Vec<usize>>,
}

impl Told {
    /// `exact`: for so many treated cells the released state is kept; the guide's number, or fewer in a wide case.
    pub(crate) fn of(guide: &Guide, weights: &Weights, case: &Case, exact: usize) -> Told {
        let marks = marks(&weights.model.referral, case);
        let mut told = Told {
            items: Vec::new(),
            releases: Vec::new(),
            kept: 0,
            controls: case.controls.clone(),
            by: case.pain_by,
            narrow: Narrow::default(),
            shifts: shifts(guide, weights, case),
            painful: Vec::new(),
            places: places(guide, weights, case, &marks),
        };
        told.spots(weights, case, &marks);
        told.answers(guide, case);
        told.presses(&weights.model, case);
        told.narrow = Narrow {
            zones: told.statements() > weights.model.referral.many,
            questions: told.yeses() > weights.model.question.many,
        };
        told.releases(weights, case, exact);
        told
    }

    pub(crate) fn pressed(&self) -> bool {
        !self.controls.is_empty() || self.items.iter().any(|item| matches!(item.about, About::Press(..)))
    }

    /// Every spot is an item: what was marked, and what was left blank; but spots told in one word are one statement.
    fn spots(&mut self, weights: &Weights, case: &Case, marks: &[Evidence]) {
        let classes = &weights.model.referral;
        let strength = match case.pain_by {
            PainBy::Drawing => classes.blank_drawing,
            PainBy::Words => classes.blank_words,
        };
        for (at, &Spot { zone, side }) in weights.spots.iter().enumerate() {
            let marked = case.pain.iter().position(|p| p.zone == zone && p.side == side);
            let evidence = marked.map_or(Evidence::Blank { strength }, |i| marks[i]);
            if marked.is_some() && !is_blank(evidence) {
                self.painful.push(at);
            }
            if !self.places.iter().any(|place| place.contains(&at)) {
                let painted = marked.filter(|_| case.pain_by == PainBy::Drawing).and_then(|i| case.pain[i].share);
                let share = painted.filter(|_| !is_blank(evidence));
                self.items.push(Item { share, ..Item::of(About::Spot(at), evidence) });
            }
        }
        let place = |at| Item::of(About::Place(at), Evidence::AtLeast(1));
        self.items.extend((0..self.places.len()).map(place));
    }

    fn answers(&mut self, guide: &Guide, case: &Case) {
        for answer in &case.answers {
            let level = match answer.reply {
                Reply::Yes => 1,
                Reply::No => 0,
                Reply::Unknown => continue,
            };
            let about = About::Question(answer.question, answer.side);
            self.items.push(Item::of(about, Evidence::Level(level)));
        }
        for (question, side) in said_by_quality(guide, case) {
            let about = About::Question(question, side);
            if !case.answers.iter().any(|a| a.question == question && a.side == side) {
                self.items.push(Item::of(about, Evidence::Level(1)));
            }
        }
    }

    /// Zones and words that hurt.
    fn statements(&self) -> usize {
        let says = |item: &&Item| matches!(item.about, About::Spot(_) | About::Place(_)) && !is_blank(item.evidence);
        self.items.iter().filter(says).count()
    }

    fn yeses(&self) -> usize {
        let yes = |item: &&Item| matches!(item.about, About::Question(..)) && item.evidence == Evidence::Level(1);
        self.items.iter().filter(yes).count()
    }

    fn presses(&mut self, model: &Model, case: &Case) {
        for press in &case.presses {
            let about = About::Press(press.source, press.side);
            self.items.push(Item::of(about, felt(model, press)));
        }
    }

    /// The last few treated cells keep their released state exactly; earlier ones count as single drops. Only what was
    /// left after the last release tells what still feeds the pain now.
    fn releases(&mut self, weights: &Weights, case: &Case, exact: usize) {
        let model = &weights.model.response;
        let mut recent: Vec<u32> = Vec::new();
        let mut counted: Vec<(u32, &Release)> = Vec::new();
        for release in case.releases.iter().rev() {
            let Some(cell) = weights.cell(release.source, release.side) else { continue };
            if recent.len() < exact && !recent.contains(&cell) {
                recent.push(cell);
            }
            if counted.iter().filter(|(other, _)| *other == cell).count() < RESPONSES {
                counted.push((cell, release));
            }
        }
        self.kept = recent.len();
        for (cell, release) in counted.into_iter().rev() {
            let at = self.releases.len();
            self.releases.push(Treated { cell, kept: recent.iter().position(|c| *c == cell) });
            let dropped = Evidence::Level(u8::from(dropped(model, release)));
            self.items.push(Item::of(About::Dropped(at), dropped));
        }
        if let (Some(last), Some(release)) = (self.releases.len().checked_sub(1), case.releases.last()) {
            self.items.push(Item::of(About::StillFed(last), still_fed(model, release)));
        }
    }

    /// What an item is called when it is given as a reason; nothing for what is no finding of its own.
    pub(crate) fn finding(&self, guide: &Guide, weights: &Weights, item: &Item) -> Finding {
        match item.about {
            About::Spot(at) => {
                let Spot { zone, side } = weights.spots[at];
                if is_blank(item.evidence) { Finding::Blank(zone, side) } else { Finding::Pain(zone, side) }
            }
            About::Place(at) => {
                let Spot { zone, side } = weights.spots[self.places[at][0]];
                guide.zone(zone).word.map_or(Finding::Pain(zone, side), |word| Finding::Word(word, side))
            }
            About::Question(question, side) => Finding::Answer(question, side, item.evidence == Evidence::Level(1)),
            About::Press(source, side) => Finding::Press(source, side),
            About::Dropped(at) | About::StillFed(at) => {
                let cell = weights.cells[self.releases[at].cell as usize];
                Finding::Release(cell.source, cell.side)
            }
        }
    }
}

/// Did pain fall by enough to mean something?
fn dropped(model: &ResponseModel, release: &Release) -> bool {
    let fall = release.pain_before - release.pain_after;
    fall >= model.drop_points || fall > 0.0 && fall >= model.drop_share * release.pain_before
}

/// Is enough pain left that something must still feed it?
fn still_fed(model: &ResponseModel, release: &Release) -> Evidence {
    if release.pain_after >= model.left_from {
        Evidence::Level(1)
    } else if release.pain_after <= model.gone_up_to {
        Evidence::Level(0)
    } else {
        Evidence::Unknown
    }
}

/// Spots that one word named together, at least two each: "buttock" is one statement, however many zones it covers.
fn places(guide: &Guide, weights: &Weights, case: &Case, marks: &[Evidence]) -> Vec<Vec<usize>> {
    let mut places: Vec<(Word, Side, Vec<usize>)> = Vec::new();
    let told = case.pain.iter().zip(marks).filter(|(_, mark)| **mark == Evidence::AtLeast(1));
    for pain in told.map(|(pain, _)| pain).filter(|_| case.pain_by == PainBy::Words) {
        let (Some(word), Some(at)) = (guide.zone(pain.zone).word, weights.spot(pain.zone, pain.side)) else { continue };
        match places.iter_mut().find(|(w, side, _)| (*w, *side) == (word, pain.side)) {
            Some((.., spots)) => spots.push(at),
            None => places.push((word, pain.side, vec![at])),
        }
    }
    let mut places: Vec<Vec<usize>> = places.into_iter().map(|(.., spots)| spots).filter(|s| s.len() > 1).collect();
    places.iter_mut().for_each(|spots| sorted::by(spots, Ord::cmp));
    sorted::by(&mut places, Ord::cmp);
    places
}

fn is_blank(evidence: Evidence) -> bool {
    matches!(evidence, Evidence::Blank { .. } | Evidence::Level(0))
}

/// Level of each marked zone: from the painted share where it was painted, else from how much it hurts.
fn marks(classes: &ReferralClasses, case: &Case) -> Vec<Evidence> {
    let hardly = |p: &Pain| p.share.is_some_and(|share| share < classes.share_some);
    // A drawing of nothing but small marks is a small, exact pain, not a slip of the brush.
    let all_small = case.pain.iter().all(|p| hardly(p) || p.intensity == Some(0.0));
    let mark = |p: &Pain| {
        if p.intensity == Some(0.0) || p.share == Some(0.0) {
            return Evidence::Level(0);
        }
        if case.pain_by == PainBy::Words {
            return Evidence::AtLeast(1);
        }
        match (p.share, p.intensity) {
            (Some(share), _) if share >= classes.share_much => Evidence::Level(2),
            (Some(_), _) if hardly(p) && !all_small => Evidence::Blank { strength: classes.blank_drawing },
            (Some(_), _) => Evidence::Level(1),
            (None, Some(intensity)) if intensity < classes.intensity_much => Evidence::Level(1),
            (None, Some(_)) => Evidence::Level(2),
            (None, None) => Evidence::AtLeast(1),
        }
    };
    case.pain.iter().map(mark).collect()
}

/// "That is my pain" is level 2; "partly" is at least tender; else tenderness decides.
fn felt(model: &Model, press: &Press) -> Evidence {
    match press.familiar {
        Familiar::Yes => Evidence::Level(2),
        Familiar::Partly => Evidence::AtLeast(1),
        Familiar::No if press.tenderness >= model.press.tender_from => Evidence::Level(1),
        Familiar::No => Evidence::Level(0),
    }
}

/// Likelihood of a control press in a usual person and in one who is sore everywhere.
pub(crate) fn control_likelihood(model: &Model, control: &Control, sore: bool) -> f64 {
    let [some, much] = if sore { model.press.control_sore } else { model.press.control };
    match control.familiar {
        Familiar::Yes => much,
        Familiar::Partly => some + much,
        Familiar::No if control.tenderness >= model.press.tender_from => some,
        Familiar::No => 1.0 - some - much,
    }
}

/// Questions that the quality of pain in a zone already answers with yes, sorted, each once.
fn said_by_quality(guide: &Guide, case: &Case) -> Vec<(QuestionIx, Side)> {
    let mut said = Vec::new();
    for (ix, question) in (0u16..).zip(&guide.questions) {
        let Some(by) = &question.said_by else { continue };
        for pain in &case.pain {
            let zone = &guide.zone(pain.zone).id;
            let quality = pain.quality.iter().any(|q| by.quality.iter().any(|name| name == q.id()));
            if quality && by.zones.contains(zone) && pain.intensity != Some(0.0) {
                let side = if question.sided { pain.side } else { Side::Midline };
                said.push((QuestionIx(ix), side));
            }
        }
    }
    sorted::by(&mut said, Ord::cmp);
    said.dedup();
    said
}

fn shifts(guide: &Guide, weights: &Weights, case: &Case) -> Vec<Vec<(PersonFact, f64)>> {
    let facts = facts(case);
    let of = |source: SourceIx| {
        let shifts = guide.source(source).shifts.iter();
        shifts.filter(|s| facts.contains(&s.when)).map(|s| (s.when, s.odds)).collect()
    };
    weights.cells.iter().map(|cell| of(cell.source)).collect()
}

/// Facts about the person that hold.
pub(crate) fn facts(case: &Case) -> Vec<PersonFact> {
    use guide::shape::Sex;
    let mut facts = Vec::new();
    match case.person.age {
        Some(0..40) => facts.push(PersonFact::AgeUnder40),
        Some(40..60) => facts.push(PersonFact::Age40To59),
        Some(60..70) => facts.push(PersonFact::Age60To69),
        Some(70..) => facts.push(PersonFact::Age70Up),
        None => {}
    }
    match case.person.sex {
        Some(Sex::Female) => facts.push(PersonFact::Female),
        Some(Sex::Male) => facts.push(PersonFact::Male),
        None => {}
    }
    match case.onset_days {
        Some(0..42) => facts.push(PersonFact::Onset6Weeks),
        Some(91..) => facts.push(PersonFact::OnsetOver3Months),
        _ => {}
    }
    facts
}
