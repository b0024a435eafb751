//! The world of a seed: what is true of every source and question, which the expert's table tells only in part.

use crate::atlas::{Atlas, Background, Cell, Commonness, Side, Source, Strength};
use crate::chance::{Chance, moved};
use crate::scenario::Scenario;
use crate::sheet::Sheet;

/// Height of a patch in a main zone and in a lesser one; a person's pain hurts from about 0.35.
const HEIGHT: [f64; 2] = [1.0, 0.55];
/// A patch falls to a third at the border of its zone.
const WIDTH: f64 = 0.72;
/// Two main zones this near (1: they touch) can be one patch, and so often they are.
const NEAR: f64 = 1.15;
const MERGED: f64 = 0.3;
/// A zone that is moved or added lies among so many nearest ones.
const AROUND: usize = 4;
/// Relative weight of a source by its class of commonness: the extremes lie ten times apart.
const COMMON: [f64; 5] = [1.0, 2.0, 4.0, 7.0, 10.0];
/// Chance of a yes from a weak, medium, strong cause; and without any: rarely, sometimes, often.
const SAYS_YES: [f64; 3] = [0.3, 0.55, 0.8];
const SAYS_ANYWAY: [f64; 3] = [0.07, 0.2, 0.42];

/// A piece of skin where a source is felt: a Gaussian hill.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patch {
    /// Centre on the source's own side, cm.
    pub(crate) x: f64,
    pub(crate) y: f64,
    /// Standard deviations, cm.
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// Height of the hill.
    pub(crate) top: f64,
    /// Chance that a person does not feel it.
    pub(crate) missing: f64,
}

/// What is true of a source.
#[derive(Clone, Debug)]
pub(crate) struct Truth {
    pub(crate) patches: Vec<Patch>,
    /// How common, relative to others.
    pub(crate) weight: f64,
    /// Sources one may press instead by mistake.
    pub(crate) beside: Vec<usize>,
}

/// What is true of a question.
#[derive(Clone, Debug)]
pub(crate) struct Leaning {
    pub(crate) anyway: f64,
    pub(crate) causes: Vec<(usize, f64)>,
}

/// A world in which people live.
#[derive(Clone, Debug)]
pub struct World {
    pub(crate) atlas: Atlas,
    pub(crate) scenario: Scenario,
    pub(crate) seed: u64,
    pub(crate) sheet: Sheet,
    pub(crate) cells: Vec<Cell>,
    pub(crate) truths: Vec<Truth>,
    pub(crate) leanings: Vec<Leaning>,
}

/// A zone that this crate does not know the place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownZone(
    /// Its id.
    pub String,
);

impl std::fmt::Display for UnknownZone {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "no place on the body is known for the zone `{}`: add it to crates/trial/src/body.rs", self.0)
    }
}

impl std::error::Error for UnknownZone {}

impl World {
    /// The world of a seed: the same seed, scenario and atlas give the same world.
    ///
    /// # Errors
    /// [`UnknownZone`] if the atlas has a zone without a place on the body.
    pub fn new(atlas: &Atlas, scenario: Scenario, seed: u64) -> Result<World, UnknownZone> {
        let sheet = Sheet::of(&atlas.zones).map_err(UnknownZone)?;
        Ok(World::on(&sheet, atlas, scenario, seed))
    }

    /// Another world on the same body: what [`World::new`] would make, without measuring the body again.
    pub fn again(&self, seed: u64) -> World {
        World::on(&self.sheet, &self.atlas, self.scenario, seed)
    }

    fn on(sheet: &Sheet, atlas: &Atlas, scenario: Scenario, seed: u64) -> World {
        let truth = |(at, source)| truth(sheet, atlas, &scenario, at, source, &mut Chance::at(&[seed, 1, at as u64]));
        let truths = atlas.sources.iter().enumerate().map(truth).collect();
        let leaning = |at| leaning(atlas, &scenario, at, &mut Chance::at(&[seed, 2, at as u64]));
        let leanings = (0..atlas.questions.len()).map(leaning).collect();
        let (sheet, atlas) = (sheet.clone(), atlas.clone());
        World { cells: atlas.cells(), truths, leanings, atlas, scenario, seed, sheet }
    }

    /// Every source on every side, in the order of the atlas.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    pub(crate) fn cell(&self, source: usize, side: Side) -> Option<usize> {
        self.cells.iter().position(|cell| cell.source == source && cell.side == side)
    }
}

fn truth(sheet: &Sheet, atlas: &Atlas, scenario: &Scenario, at: usize, source: &Source, chance: &mut Chance) -> Truth {
    let zones = zones(sheet, scenario, source, chance);
    let weight = COMMON[class(source.commonness)] * chance.factor(scenario.world_spread);
    Truth { patches: patches(sheet, scenario, &zones, chance), weight, beside: beside(atlas, at) }
}

fn class(commonness: Commonness) -> usize {
    match commonness {
        Commonness::Exceptional => 0,
        Commonness::Rare => 1,
        Commonness::Uncommon => 2,
        Commonness::Common => 3,
        Commonness::VeryCommon => 4,
    }
}

/// The table's zones with its errors: (zone, is it a main one).
fn zones(sheet: &Sheet, scenario: &Scenario, source: &Source, chance: &mut Chance) -> Vec<(usize, bool)> {
    let main = source.essential.iter().map(|&zone| (zone, true));
    let mut zones: Vec<(usize, bool)> = Vec::new();
    for (zone, main) in main.chain(source.spillover.iter().map(|&zone| (zone, false))) {
        let near = sheet.neighbours(zone)[chance.below(AROUND)];
        let error = if chance.happens(scenario.table_wrong) { 1 + chance.below(3) } else { 0 };
        let kept: &[usize] = match error {
            0 => &[zone],
            1 => &[],
            2 => &[near],
            _ => &[zone, near],
        };
        for zone in kept {
            if !zones.iter().any(|(other, _)| other == zone) {
                zones.push((*zone, main));
            }
        }
    }
    if zones.is_empty() {
        zones.extend(source.essential.first().map(|&zone| (zone, true)));
    }
    zones
}

/// One hill a zone; some main zones that touch share one.
fn patches(sheet: &Sheet, scenario: &Scenario, zones: &[(usize, bool)], chance: &mut Chance) -> Vec<Patch> {
    let mut patches: Vec<(Patch, Option<usize>)> = Vec::new();
    for &(zone, main) in zones {
        let place = sheet.places[zone];
        let patch = Patch {
            x: place.x,
            y: place.y,
            width: place.half_width * WIDTH,
            height: place.half_height * WIDTH,
            top: HEIGHT[usize::from(!main)] * chance.factor(scenario.world_spread / 2.0),
            missing: moved(
                if main { scenario.missing_essential } else { scenario.missing_spillover },
                scenario.world_spread * chance.normal(),
            ),
        };
        let near = |with: &Option<usize>| with.is_some_and(|with| place.from(&sheet.places[with]) < NEAR);
        let partner = patches.iter().position(|(_, with)| main && near(with));
        match partner {
            Some(at) if chance.happens(MERGED) => patches[at] = (joined(&patches[at].0, &patch), None),
            _ => patches.push((patch, main.then_some(zone))),
        }
    }
    patches.into_iter().map(|(patch, _)| patch).collect()
}

/// One hill over two.
fn joined(a: &Patch, b: &Patch) -> Patch {
    let across = (a.x - b.x).abs() / 4.0;
    let along = (a.y - b.y).abs() / 4.0;
    Patch {
        x: (a.x + b.x) / 2.0,
        y: (a.y + b.y) / 2.0,
        width: (a.width + b.width) / 2.0 + across,
        height: (a.height + b.height) / 2.0 + along,
        top: a.top.max(b.top),
        missing: a.missing.min(b.missing),
    }
}

/// Are two sources neighbours: same muscle, one over the other, or both gluteal?
pub(crate) fn related(atlas: &Atlas, a: usize, b: usize) -> bool {
    let (one, other) = (&atlas.sources[a], &atlas.sources[b]);
    let muscle = one.muscle.is_some() && one.muscle == other.muscle;
    muscle || (one.gluteal && other.gluteal) || one.covered_by.contains(&b) || other.covered_by.contains(&a)
}

fn beside(atlas: &Atlas, at: usize) -> Vec<usize> {
    let others = (0..atlas.sources.len()).filter(|&other| other != at && atlas.sources[other].pressable);
    others.filter(|&other| related(atlas, at, other)).collect()
}

fn leaning(atlas: &Atlas, scenario: &Scenario, at: usize, chance: &mut Chance) -> Leaning {
    let question = &atlas.questions[at];
    let anyway = match question.background {
        Background::Rarely => SAYS_ANYWAY[0],
        Background::Sometimes => SAYS_ANYWAY[1],
        Background::Often => SAYS_ANYWAY[2],
    };
    let mut causes = Vec::new();
    for &(source, strength) in &question.causes {
        let says = match strength {
            Strength::Weak => SAYS_YES[0],
            Strength::Medium => SAYS_YES[1],
            Strength::Strong => SAYS_YES[2],
        };
        let says = moved(says, scenario.world_spread * chance.normal());
        let error = if chance.happens(scenario.table_wrong) { 1 + chance.below(3) } else { 0 };
        let other = chance.below(atlas.sources.len());
        match error {
            0 => causes.push((source, says)),
            1 => {}
            2 => causes.push((other, says)),
            _ => causes.extend([(source, says), (other, says)]),
        }
    }
    Leaning { anyway: moved(anyway, scenario.world_spread * chance.normal()), causes }
}
