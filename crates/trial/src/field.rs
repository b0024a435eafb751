//! What is felt where: each active source makes a field over the skin, and the fields add up to pain.

use crate::atlas::Side;
use crate::chance::{Chance, moved};
use crate::person::Person;
use crate::sheet::Sheet;
use crate::world::{Patch, World};

/// How strong each source is at each point; 1 is the middle of a main patch of an average person.
pub(crate) type Field = Vec<f64>;

/// A hill ends at so many standard deviations.
const REACH: f64 = 2.6;
/// Where fields overlap, the strongest counts in full and the rest so much.
const REST: f64 = 0.2;
/// Below this nothing is felt, whoever it is.
const FELT: f64 = 0.25;
/// Load at which pain reaches two thirds of the scale: by the highest point, and by height times area (cm²).
const PEAK: f64 = 2.0;
const AREA: f64 = 250.0;
const CM2_A_POINT: f64 = 3.0;
/// A midline source is felt on both sides in half of people, else on one.
const BOTH_SIDES: f64 = 0.5;

/// The field of an active cell in one person.
pub(crate) fn field(world: &World, cell: usize, main: bool, mut chance: Chance) -> Field {
    let cell = world.cells[cell];
    let mut field = vec![0.0; world.sheet.points.len()];
    let strength = if main { chance.between(0.9, 1.4) } else { chance.between(0.6, 1.2) };
    // Half of the shift is common to all patches of a source: the whole pattern lies a little elsewhere.
    let scatter = world.scenario.shift_cm * std::f64::consts::FRAC_1_SQRT_2;
    let shift = [scatter * chance.normal(), scatter * chance.normal()];
    let size = chance.factor(0.2);
    // Some people's pain spreads widely, others' hardly: missing parts go together.
    let narrow = 0.7 * chance.normal();
    let sides: &[Side] = match cell.side {
        Side::Midline if chance.happens(BOTH_SIDES) => &[Side::Left, Side::Right],
        Side::Midline if chance.happens(0.5) => &[Side::Left],
        Side::Midline => &[Side::Right],
        Side::Left => &[Side::Left],
        Side::Right => &[Side::Right],
    };
    let mut hills: Vec<(Patch, bool)> = Vec::new();
    for patch in &world.truths[cell.source].patches {
        let mut draw = |by: f64| by * chance.normal();
        let own = Patch {
            x: patch.x + shift[0] + draw(scatter),
            y: patch.y + shift[1] + draw(scatter),
            width: patch.width * size * libm::exp(draw(0.15)),
            height: patch.height * size * libm::exp(draw(0.15)),
            top: patch.top * strength * libm::exp(draw(0.15)),
            missing: moved(patch.missing, narrow),
        };
        hills.push((own, chance.happens(own.missing)));
    }
    // What is active is felt somewhere.
    let nowhere = hills.iter().all(|(_, missing)| *missing);
    for (hill, missing) in &hills {
        let highest = hills.iter().all(|(other, _)| other.top <= hill.top);
        if !missing || (nowhere && highest) {
            sides.iter().for_each(|side| add(&world.sheet, hill, *side, &mut field));
        }
    }
    field
}

/// Adds a hill to a field; where hills of one source overlap the higher one counts.
fn add(sheet: &Sheet, patch: &Patch, side: Side, field: &mut Field) {
    for (point, value) in sheet.points.iter().zip(field) {
        let along = (point.y - patch.y) / patch.height;
        if along.abs() > REACH {
            continue;
        }
        let across = Sheet::across(point, side, patch.x) / patch.width;
        if across.abs() <= REACH {
            *value = value.max(patch.top * libm::exp(-0.5 * (across * across + along * along)));
        }
    }
}

impl Person<'_> {
    /// The field that all active sources make together now.
    pub(crate) fn felt(&self) -> Field {
        let loudness = |a: &crate::person::Active| a.left * a.field.iter().copied().fold(0.0, f64::max);
        let loudest = (0..self.active.len())
            .fold(0, |best, at| if loudness(&self.active[at]) > loudness(&self.active[best]) { at } else { best });
        let mut highest = vec![0.0f64; self.world.sheet.points.len()];
        let mut sum = highest.clone();
        for (at, active) in self.active.iter().enumerate() {
            let heard = active.left * if at == loudest { 1.0 } else { 1.0 - self.traits.masking };
            for ((high, sum), value) in highest.iter_mut().zip(&mut sum).zip(&active.field) {
                *high = high.max(heard * value);
                *sum += heard * value;
            }
        }
        highest.iter().zip(&sum).map(|(high, sum)| high + REST * (sum - high)).collect()
    }

    /// How much it hurts in all now, 0 to 10: the truth, not what is told.
    pub fn pain(&self) -> f64 {
        let felt = self.felt();
        let peak = felt.iter().copied().fold(0.0, f64::max);
        let area: f64 = felt.iter().map(|value| (value - FELT).max(0.0) * CM2_A_POINT).sum();
        let peak = if peak > FELT { peak } else { 0.0 };
        10.0 * (1.0 - libm::exp(-(peak / PEAK + area / AREA)))
    }
}
