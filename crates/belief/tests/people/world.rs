//! The guide, its weights, and people one can picture.

use belief::{Assessment, Learned, Lesson, Weights};
use case::{Answer, Case, Control, ControlPlace, Familiar, Pain, Press, Release, Reply, Visit};
use guide::Guide;
use guide::shape::Side;

pub(crate) struct World {
    pub(crate) guide: Guide,
    pub(crate) weights: Weights,
}

impl World {
    pub(crate) fn new() -> World {
        let guide = Guide::embedded("en").unwrap();
        let weights = Weights::of(&guide);
        World { guide, weights }
    }

    /// These zones hurt, on the right where they have sides.
    fn hurting(&self, zones: &[&str]) -> Vec<Pain> {
        let pain = zones.iter().map(|id| {
            let zone = self.guide.find_zone(id).unwrap();
            let midline = self.guide.zone(zone).sides == [Side::Midline];
            let side = if midline { Side::Midline } else { Side::Right };
            Pain { zone, side, intensity: Some(6.0), share: None, quality: vec![] }
        });
        pain.collect()
    }

    pub(crate) fn pain(&self, zones: &[&str]) -> Case {
        Case { pain: self.hurting(zones), ..Case::default() }
    }

    pub(crate) fn answer(&self, case: &Case, question: &str, reply: Reply) -> Case {
        let question = self.guide.find_question(question).unwrap();
        let side = if self.guide.question(question).sided { Side::Right } else { Side::Midline };
        let mut case = case.clone();
        case.answers.push(Answer { question, side, reply });
        case
    }

    pub(crate) fn press(&self, case: &Case, source: &str, tenderness: f64, familiar: Familiar) -> Case {
        let source = self.guide.find_source(source).unwrap();
        let mut case = case.clone();
        case.presses.push(Press { source, side: Side::Right, tenderness, familiar });
        case
    }

    pub(crate) fn control(&self, case: &Case, tenderness: f64, familiar: Familiar) -> Case {
        let mut case = case.clone();
        case.controls.push(Control { place: ControlPlace::Neutral, tenderness, familiar });
        case
    }

    pub(crate) fn release(&self, case: &Case, source: &str, pain_before: f64, pain_after: f64) -> Case {
        let source = self.guide.find_source(source).unwrap();
        let mut case = case.clone();
        case.releases.push(Release { source, side: Side::Right, pain_before, pain_after });
        case
    }

    pub(crate) fn p(&self, case: &Case, source: &str) -> f64 {
        let source = self.guide.find_source(source).unwrap();
        let assessed = self.weights.assess(&self.guide, case).unwrap();
        let mine = assessed.ranked.iter().filter(|r| r.source == source && r.side != Side::Left);
        mine.map(|r| r.probability).fold(0.0, f64::max)
    }

    /// A visit at which these zones hurt, and these sources on the right were pressed.
    pub(crate) fn visit(&self, zones: &[&str], presses: &[(&str, f64, Familiar)]) -> Visit {
        let press = |&(id, tenderness, familiar): &(&str, f64, Familiar)| {
            let source = self.guide.find_source(id).unwrap();
            Press { source, side: Side::Right, tenderness, familiar }
        };
        Visit { pain: self.hurting(zones), presses: presses.iter().map(press).collect(), ..Visit::default() }
    }

    /// Today is told as a visit is; before it there were others.
    pub(crate) fn case(&self, today: &Visit, earlier: &[&Visit]) -> Case {
        let earlier = earlier.iter().map(|visit| (*visit).clone()).collect();
        Case { earlier, ..today.as_case(case::Person::default()) }
    }

    pub(crate) fn assess(&self, case: &Case) -> Assessment {
        self.weights.assess(&self.guide, case).unwrap()
    }

    /// Odds of a source on the right.
    pub(crate) fn odds(&self, today: &Visit, earlier: &[&Visit], source: &str) -> f64 {
        let source = self.guide.find_source(source).unwrap();
        let ranked = self.assess(&self.case(today, earlier)).ranked;
        let p = ranked.iter().find(|r| r.source == source && r.side == Side::Right).unwrap().probability;
        p / (1.0 - p)
    }

    pub(crate) fn lesson(&self, earlier: &[&Visit], wanted: Lesson) -> Option<Learned> {
        let today = self.visit(&["buttock_up_lat"], &[]);
        self.assess(&self.case(&today, earlier)).learned.into_iter().find(|l| l.lesson == wanted)
    }

    /// Someone who brushes over all of one side.
    pub(crate) fn brushed(&self) -> Visit {
        let zones: Vec<&str> = self.guide.zones.iter().map(|zone| zone.id.as_str()).collect();
        self.visit(&zones, &[])
    }

    /// Someone to whom every press is the own pain, wherever it hurts.
    pub(crate) fn sore(&self) -> Visit {
        let pressed = ["gmed_trp1", "gmed_trp2", "gmin_ant", "gmin_post", "gmax_trp1", "gmax_trp2", "piriformis"];
        self.visit(&["buttock_up_lat"], &pressed.map(|source| (source, 7.0, Familiar::Yes)))
    }
}
